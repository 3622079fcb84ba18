// The schema of `template --json`.
import * as z from 'zod';
import { TEMPLATE_SCHEMA } from '../documents/template.ts';
import { noMonth, success } from './common.ts';

export const templateBody = z.strictObject({
  outputs: z.array(z.string()).length(1).describe('写出的模板，相对于工作目录'),
});

export const id = TEMPLATE_SCHEMA;
export const schema = success(id, noMonth, templateBody);
