// The schema of `status --json`.
import * as z from 'zod';
import { STATUS_SCHEMA } from '../documents/status.ts';
import { count, failure, money, month, person, success, tableKind } from './common.ts';

const kinds = z.array(tableKind);

export const statusBody = z.strictObject({
  months: z
    .array(
      z.strictObject({
        period: month,
        closed: z.boolean().describe('已有归档'),
        files: count.nullable().describe('月份文件夹里的文件数；null 表示没有文件夹'),
        tables: kinds.nullable().describe('有哪几种表，按文件名或表头认出；null 表示没有看'),
        unknown: z.array(z.string()).describe('没有认出是什么表的文件'),
        missing: kinds.nullable().describe('缺少的必需的表；null 表示没有看'),
        problems: z
          .strictObject({ warning: count, notice: count })
          .nullable()
          .describe('最近一次生成文件时的警告和提示；null 表示还没有生成过'),
        outputs: z
          .array(
            z.strictObject({
              path: z.string(),
              state: z
                .enum(['current', 'outdated', 'edited'])
                .describe('current 与现在的输入一致，outdated 已过时，edited 生成以后被改过'),
            }),
          )
          .describe('已生成的文件'),
        changed: z.array(z.string()).describe('生成或关账以后有改动的输入文件'),
        stale: z
          .array(z.enum(['inputs', 'program', 'monthBefore']))
          .describe('过时的原因：inputs 输入有改动，program 程序已更新，monthBefore 上月已变动'),
        owing: z.array(z.strictObject({ ...person, amount: money })).describe('已离职、尚有结转没有扣回的人员'),
      }),
    )
    .describe('按月份'),
  next: z
    .strictObject({
      command: z.string().nullable().describe('下一步的命令，不含 wangge；null 表示下一步不是命令'),
      why: z.string(),
    })
    .describe('下一步'),
});

export const id = STATUS_SCHEMA;
const none = z.literal('');
export const schema = z.union([success(id, none, statusBody), failure(id, none)]);
