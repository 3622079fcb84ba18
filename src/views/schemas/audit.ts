// The schema of `audit --json`. What is wrong with an archive is a difference, never an issue.
import * as z from 'zod';
import { AUDIT_SCHEMA } from '../documents/audit.ts';
import { issue, month, months, success } from './common.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const CAUSES = [
  'damage',
  'input',
  'setting',
  'edition',
  'calendar',
  'past',
  'output',
  'result',
  'program',
  'chain',
  'statement',
  'code',
] as const;

const difference = z.strictObject({
  file: z.string().describe('归档里的文件'),
  sheet: z.string().nullable().describe('工作表；null 表示没有'),
  cell: z.string().nullable().describe('单元格，或数值在文档中的位置；null 为整个文件'),
  archived: value.describe('归档中的值'),
  recomputed: value.describe('重新核算的值'),
  cause: z
    .enum(CAUSES)
    .describe(
      '原因：damage 归档损坏，input 输入被改动，setting 设置被改动，edition 方案被改动，calendar 日历被改动，past 前期结果被改动，' +
        'output 输出被改动，result 结果被改写，program 程序版本不同，chain 与前一月不衔接，statement 清单或说明被改动，code 校验码不符',
    ),
});

export const auditBody = z.strictObject({
  archives: z
    .array(
      z.strictObject({
        path: z.string().describe('归档，照命令所写'),
        ok: z.boolean().describe('没有不符'),
        differences: z.array(difference).describe('不符之处'),
        asked: z.array(issue).describe('较早版本关账的月份，今天的版本会问的错误；不是不符'),
        since: z
          .array(issue)
          .describe('归档所在工作目录里这个月的文件，关账以后的改动和按现在的资料重算的结果；没有改动的为空'),
      }),
    )
    .describe('依命令所写的次序'),
});

const unknown = z.literal('').describe('没有一个归档读得出月份');

export const id = AUDIT_SCHEMA;
export const schema = success(id, z.union([month, months, unknown]), auditBody);
