// The schema of `rank --json`; the dimensions follow the edition.
import * as z from 'zod';
import { INELIGIBLE_REASONS } from '../../model/terms.ts';
import { RANK_SCHEMA } from '../documents/rank.ts';
import { type Body, count, failure, keysOf, money, person, place, quarter, score, success } from './common.ts';
import { otherScheme, shippedScheme } from './editions.ts';

const stars = count.describe('星级，0 为未获星');
const dimension = score.nullable();

const ranked = {
  ...person,
  rank: place.describe('名次'),
  stars,
  reward: money.describe('排名奖励'),
  composite: score.describe('综合得分'),
};

const dimensions = {
  attendance: dimension.describe('上班工作到位'),
  track: dimension.describe('巡查轨迹'),
  information: dimension.describe('信息质量和数量'),
  tasks: dimension.describe('完成派单任务'),
  patrolQuality: dimension.describe('巡查质量'),
  adHoc: dimension.describe('临时任务'),
};

const others = {
  ineligible: z
    .array(
      z.strictObject({
        ...person,
        reason: keysOf(INELIGIBLE_REASONS).describe(
          Object.entries(INELIGIBLE_REASONS)
            .map(([reason, title]) => `${reason} ${title}`)
            .join('，'),
        ),
      }),
    )
    .describe('不参加排名的人'),
  candidates: z.array(z.strictObject({ ...person, stars })).describe('后备干部候选名单'),
};

const ABOUT = '按名次，名次相同的按工号；各项得分为 null 的本季没有数据，不计入综合得分';

const shipped: Body = z.strictObject({
  scheme: shippedScheme,
  ranking: z.array(z.strictObject({ ...ranked, ...dimensions })).describe(ABOUT),
  ...others,
});

const other: Body = z.strictObject({
  scheme: otherScheme,
  ranking: z.array(z.object(ranked).catchall(dimension)).describe(ABOUT),
  ...others,
});

export const id = RANK_SCHEMA;
export const schema = z.union([success(id, quarter, shipped), success(id, quarter, other), failure(id, quarter)]);
