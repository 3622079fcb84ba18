// The schema of `simulate --json`: own values or another scheme, or readings of the interpretations.
import * as z from 'zod';
import { SIMULATE_SCHEMA } from '../documents/simulate.ts';
import {
  count,
  failure,
  interpretation,
  item,
  money,
  month,
  months,
  person,
  quarter,
  role,
  success,
} from './common.ts';

const itemAmounts = z.record(item, money);

const cost = {
  cost: money.describe('各月应发合计，包括以奖代补'),
  items: itemAmounts.describe('按项目分；合计等于 cost'),
  cards: z.strictObject({ yellow: count, red: count }).describe('得过黄牌、红牌的人数'),
};

const gainer = z.strictObject({
  ...person,
  role,
  base: money.describe('现行'),
  trial: money.describe('测算'),
  change: money.describe('增减：测算减现行'),
  items: itemAmounts.describe('增减，按项目；没有增减的不写'),
  months: z.record(month, money).describe('增减，按月份；没有增减的不写'),
});

const values = z.record(z.string(), z.string()).describe('改用的取值：参数编号 → 取值');

const own = {
  title: z.string().describe('名称'),
  kind: z.enum(['scheme', 'set']).describe('scheme 换方案，set 换参数'),
  values,
};

const reading = {
  title: z.string().describe('名称'),
  kind: z.literal('interpretation').describe('换一条口径的读法'),
  interpretation,
  label: z
    .string()
    .regex(/^[甲乙丙丁戊己庚辛壬癸]$/)
    .describe('读法的代号'),
  values,
};

const computed = {
  computed: z.literal(true),
  ...cost,
  change: money.describe('增减：cost 减现行的 cost'),
  people: z.array(gainer).describe('金额有增减的人，按工号'),
};

const notComputed = { computed: z.literal(false), reason: z.string().describe('未能测算的原因') };

const variant = z.union([
  z.strictObject({ ...own, ...computed }),
  z.strictObject({ ...own, ...notComputed }),
  z.strictObject({ ...reading, ...computed }),
  z.strictObject({ ...reading, ...notComputed }),
]);

const simulateBody = z.strictObject({
  trial: z.literal(true).describe('测算，不作发放依据'),
  months: z.array(month).describe('测算的月份'),
  base: z.strictObject({ title: z.string(), ...cost }).describe('现行方案'),
  variants: z.array(variant).describe('各个方案、取值或读法'),
});

const period = z.union([month, months, quarter]).describe('照命令所写');

export const id = SIMULATE_SCHEMA;
export const schema = z.union([success(id, period, simulateBody), failure(id, period)]);
