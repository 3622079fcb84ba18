// Where a figure comes from, as the documents of `explain` name it.
import * as z from 'zod';
import { column, count, item, month, place } from './common.ts';

const text = z.string().nullable().describe('单元格里的文字；null 表示空');

const file = {
  file: z.string().describe('文件，相对于工作目录'),
  sheet: z.string().nullable().describe('工作表；null 表示没有（如 CSV）'),
};

export const source = z
  .discriminatedUnion('type', [
    z
      .strictObject({
        type: z.literal('rows'),
        ...file,
        column: column.nullable(),
        rows: z.array(place),
        values: z.array(text).describe('各行该列的文字；没有列时为空'),
      })
      .describe('一张表的若干行'),
    z.strictObject({ type: z.literal('cell'), ...file, row: place, column, value: text }).describe('一个单元格'),
    z
      .strictObject({
        type: z.literal('absence'),
        what: z.string().describe('没有什么'),
        searched: z.array(z.strictObject({ ...file, rows: count })).describe('查过的表和行数'),
      })
      .describe('查无记录'),
    z
      .strictObject({ type: z.literal('record'), period: month, item, title: z.string().describe('项目名称') })
      .describe('以前月份的结果'),
    z.strictObject({ type: z.literal('ledger'), entry: z.string() }).describe('台账的一条'),
    z
      .strictObject({
        type: z.literal('setting'),
        parameter: z.string().describe('参数编号'),
        title: z.string().describe('参数名称'),
        value: z.string().describe('取值'),
        unit: z.string().describe('单位；没有单位的为空文字'),
        cell: z
          .strictObject({ ...file, row: place, column, value: text })
          .nullable()
          .describe('本单位设置所在的单元格；null 表示方案自己的值'),
      })
      .describe('一个参数'),
  ])
  .meta({ id: 'source', description: '来历：单元格、行、查无记录、以前的结果或参数' });
