// The schema of `close --json`: a month closed, or a close that was voided.
import * as z from 'zod';
import { CLOSE_SCHEMA } from '../documents/close.ts';
import { date, failure, issueFields, month, place, sha256, success } from './common.ts';

const statement = {
  reason: z.string().describe('理由'),
  by: z.string().describe('决定人'),
  date: date.describe('决定日期'),
};

export const closeBody = z.strictObject({
  archive: z.string().describe('归档的路径'),
  revision: place.describe('第几次关账'),
  code: z
    .string()
    .regex(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
    .describe('结果校验码，印在发放表上'),
  previous: z
    .strictObject({ period: month, manifest: sha256.describe('它的 manifest.json 的 SHA-256') })
    .nullable()
    .describe('所衔接的前一月；null 表示从本月开始'),
  accepted: z.array(z.strictObject({ ...issueFields, ...statement })).describe('警告的处理意见'),
  holds: z.array(z.strictObject({ id: z.string().describe('工号'), ...statement })).describe('暂缓发放'),
  outputs: z.array(z.string()).describe('写出的文件'),
});

export const voidBody = z.strictObject({ voided: z.string().describe('作废的归档保留在哪里') });

export const id = CLOSE_SCHEMA;
export const schema = z.union([success(id, month, closeBody), success(id, month, voidBody), failure(id, month)]);
