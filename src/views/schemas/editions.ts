// Documents whose fields follow an edition's items: the shipped edition's fields are known, those of others are not.
import * as z from 'zod';
import { sha256 } from './common.ts';

const SHIPPED = 'yanhu-2021';

export const shippedScheme = z.strictObject({ id: z.literal(SHIPPED), sha256 }).describe('内置的方案');

export const otherScheme = z
  .strictObject({ id: z.string().regex(new RegExp(`^(?!${SHIPPED}$)`)), sha256 })
  .describe('其他方案（--scheme）：项目和指标由方案决定');
