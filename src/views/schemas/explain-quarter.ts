// A person's place in a quarter's ranking, or why there is none, as `explain --quarter --json` tells it.
import * as z from 'zod';
import { INELIGIBLE_REASONS } from '../../model/terms.ts';
import { count, keysOf, money, month, person, place, quantity, quarter, score } from './common.ts';
import { unmetDay } from './explain-days.ts';
import { source } from './sources.ts';

const decidedBy = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('dimension'),
      key: z.string().describe('内容的编号'),
      title: z.string().describe('内容的名称'),
      own: score.nullable().describe('本人得分；null 为没有数据'),
      theirs: score.nullable().describe('对方得分；null 为没有数据'),
      difference: z.number().describe('折合综合得分相差多少，最多两位小数'),
    })
    .describe('综合得分不同：差得最多的一项内容'),
  z
    .strictObject({
      type: z.literal('tie'),
      figure: z.string().describe('指标的编号'),
      title: z.string().describe('指标的名称'),
      own: quantity.describe('本人'),
      theirs: quantity.describe('对方'),
    })
    .describe('综合得分相同：分出先后的指标'),
]);

export const neighbour = z
  .strictObject({
    ...person,
    rank: place.describe('名次'),
    composite: score.describe('综合得分'),
    decidedBy: decidedBy.nullable().describe('名次由什么分出；null 为名次并列，或没有比得出的'),
  })
  .meta({ id: 'neighbour', description: '名次相邻的人' });

const ranked = {
  rank: place.describe('名次'),
  stars: count.describe('星级，0 为未获星'),
  reward: money.describe('排名奖励'),
  composite: score.describe('综合得分'),
  formula: z.string().describe('综合得分的算式'),
  dimensions: z.array(
    z.strictObject({
      key: z.string().describe('内容的编号'),
      title: z.string().describe('内容的名称'),
      weight: quantity.describe('权重'),
      score: score.nullable().describe('得分；null 为没有数据，不计分'),
      contribution: score.nullable().describe('计入综合得分的分数'),
      formula: z.string().nullable().describe('算式'),
    }),
  ),
  ties: z
    .array(
      z.strictObject({
        figure: z.string().describe('指标的编号'),
        title: z.string().describe('指标的名称'),
        better: z.enum(['fewer', 'more']).describe('fewer 少的在前，more 多的在前'),
        value: quantity,
      }),
    )
    .describe('综合得分相同时依次比较的指标'),
  above: z.array(neighbour).describe('前一名'),
  level: z.array(neighbour).describe('名次相同的人'),
  below: z.array(neighbour).describe('后一名'),
};

export const rankedFields = z.strictObject(ranked);

const barred = {
  reason: keysOf(INELIGIBLE_REASONS).describe('不参加排名的原因'),
  evidence: z.array(
    z.strictObject({
      period: month,
      what: z.string().describe('依据'),
      sources: z.array(source),
      months: z.array(z.strictObject({ period: month, days: z.array(unmetDay) })).describe('红牌所凭的各月未达标日'),
    }),
  ),
};

const head = {
  quarter,
  months: z.array(month).describe('季度的各月'),
  paidIn: month.describe('排名奖励随哪个月发放'),
};

const figures = z
  .array(
    z.strictObject({
      figure: z.string().describe('指标的编号'),
      title: z.string().describe('指标的名称'),
      months: z.array(z.strictObject({ period: month, value: quantity, sources: z.array(source) })),
      sum: quantity.describe('各月合计'),
    }),
  )
  .describe('排名所用的各项指标');

export const standing = z.union([
  z.strictObject({ ...head, ...ranked, figures }),
  z.strictObject({ ...head, ...barred, figures }),
]);
