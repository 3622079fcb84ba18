// The schema of `check --json`.
import * as z from 'zod';
import { CHECK_SCHEMA } from '../documents/check.ts';
import { column, count, coverage, date, failure, month, place, success, tableKind } from './common.ts';

const file = {
  file: z.string().describe('文件，相对于工作目录'),
  sheet: z.string().nullable().describe('工作表；null 表示没有（如 CSV），或者整个文件没有读取'),
};

const columns = z
  .array(
    z.strictObject({
      column,
      heading: z.string().describe('列名，照原文'),
      field: z.string().nullable().describe('认作哪个字段；null 表示没有采用'),
      meaning: z.string().nullable().describe('认作什么；null 表示没有采用'),
      unit: z.string().nullable().describe('取值的单位；null 表示没有'),
      date: date.nullable().describe('每日一列的日期；null 表示不是'),
    }),
  )
  .describe('有列名的各列');

const table = z.strictObject({
  ...file,
  kind: tableKind,
  headerRow: place.describe('列名在第几行'),
  read: count.describe('读取的行数＝采用＋未计＋有误'),
  used: count.describe('采用的行数'),
  leftOut: z.record(z.string(), count).describe('未计的行数，按原因（如 合计行）'),
  inError: count.describe('有误的行数'),
  columns,
});

const other = z.strictObject({
  ...file,
  fate: z
    .enum([
      'read',
      'lookup',
      'superseded',
      'elsewhere',
      'notNeeded',
      'notRecognised',
      'ambiguous',
      'hidden',
      'empty',
      'ownOutput',
      'unreadable',
      'notUsed',
      'otherLayout',
    ])
    .describe(
      '去向：read 已读取，lookup 上月的表只用来查人，superseded 本月另有自己的表，elsewhere 不应放在这里，notNeeded 本月不用，' +
        'notRecognised 没有认出，ambiguous 同时符合几种表，hidden 隐藏的工作表，empty 空表，ownOutput 本程序生成的，unreadable 不能读取，' +
        'notUsed 本单位写明不用，otherLayout 不是本方案用的表',
    ),
  kind: tableKind.nullable(),
  headerRow: place.nullable(),
  columns,
});

const outputs = z.array(z.string()).describe('写出的文件（--annotate）').exactOptional();

export const checkBody = z.strictObject({
  tables: z.array(table).describe('作为数据的表'),
  others: z.array(other).describe('其他工作表'),
  coverage,
});

export const id = CHECK_SCHEMA;
export const schema = z.union([
  success(id, month, z.strictObject({ ...checkBody.shape, outputs })),
  failure(id, month, { outputs, coverage: coverage.exactOptional() }),
]);
