// The schema of `explain --json`: a person's month, whole or one item of it; a grid's month; a person's place in a quarter.
import * as z from 'zod';
import { TASK_TYPES } from '../../model/terms.ts';
import { EXPLAIN_SCHEMA } from '../documents/explain.ts';
import {
  basis,
  failure,
  interpretation,
  item,
  money,
  month,
  person,
  quantity,
  quarter,
  scheme,
  success,
} from './common.ts';
import { assessment } from './explain-assessment.ts';
import { unmetDay } from './explain-days.ts';
import { standing } from './explain-quarter.ts';
import { source } from './sources.ts';

const task = z.strictObject({
  id: z.string().describe('派单编号'),
  type: z.enum(Object.values(TASK_TYPES) as [string, ...string[]]),
  due: z.string().nullable().describe('截止时间；null 为未写，按月末'),
  done: z.string().nullable().describe('完成时间；null 为没有'),
  result: z
    .enum(['done', 'late', 'open', 'withdrawn'])
    .describe('done 按时办结，late 逾期办结，open 未办结，withdrawn 不计'),
  sources: z.array(source),
});

export const line = z.strictObject({
  label: z.string().describe('名称'),
  amount: money,
  quantity: quantity.nullable().describe('数量；null 为不按数量计'),
  rate: money.nullable().describe('每单位的金额；null 为不按数量计'),
  unit: z.string().nullable().describe('数量的单位'),
  formula: z.string().describe('算式，代入了数'),
  basis,
  interpretations: z.array(interpretation).describe('依据之外所凭的口径'),
  missing: z.strictObject({ quantity, unit: z.string() }).nullable().describe('还差多少；null 为不差'),
  sources: z.array(source),
  tasks: z.array(task).describe('未按时办结的派单；没有的不写').exactOptional(),
});

export const decided = z.strictObject({
  item,
  amount: money.describe('等于各行之和，与发放表相同'),
  lines: z.array(line),
  unmetDays: z.array(unmetDay).describe('未达标日；只在按日考核的项目里有').exactOptional(),
});

export const note = z.strictObject({
  item,
  label: z.string().describe('结论，如 红牌'),
  reason: z.string().describe('原因'),
  basis,
  interpretations: z.array(interpretation),
  sources: z.array(source),
  months: z.array(z.strictObject({ period: month, days: z.array(unmetDay) })).describe('所凭的各月和其中的未达标日'),
});

export const personBody = z.strictObject({
  scheme,
  ...person,
  items: z.array(decided).describe('有金额的项目'),
  notes: z.array(note).describe('没有金额的结论，如黄牌红牌'),
  assessments: z.array(assessment).describe('考核'),
});

export const gridBody = z.strictObject({
  scheme,
  grid: z.string().describe('网格编号'),
  name: z.string().nullable().describe('网格名称；null 表示没有'),
  assessments: z.array(assessment).describe('考核'),
});

const quarterBody = z.strictObject({ scheme, ...person, ranking: standing });

export const id = EXPLAIN_SCHEMA;
export const schema = z.union([
  success(id, month, personBody).describe('一个人的一个月'),
  success(id, month, gridBody).describe('一个网格的一个月（--grid）'),
  success(id, quarter, quarterBody).describe('一个人的季度排名（--quarter）'),
  failure(id, z.union([month, quarter])),
]);
