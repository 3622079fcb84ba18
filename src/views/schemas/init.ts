// The schema of `init --json`.
import * as z from 'zod';
import { INIT_SCHEMA } from '../documents/init.ts';
import { failure, noMonth, success } from './common.ts';

export const initBody = z.strictObject({
  outputs: z.array(z.string()).min(1).describe('写出的文件，相对于新的工作目录'),
});

export const id = INIT_SCHEMA;
export const schema = z.union([success(id, noMonth, initBody), failure(id, noMonth)]);
