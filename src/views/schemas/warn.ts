// The schema of `warn --json`.
import * as z from 'zod';
import { WARN_SCHEMA } from '../documents/warn.ts';
import { card, count, failure, month, person, scheme, success } from './common.ts';
import { failedDuty } from './duties.ts';

export const warnBody = z.strictObject({
  scheme,
  cards: z
    .array(z.strictObject({ ...person, card, consecutiveFailedMonths: count.describe('连续未达标月数') }))
    .describe('黄牌、红牌，按工号'),
  incomplete: z.boolean().describe('有人本月未达标，但没有上月的考核结果，红牌核对不完整'),
  removals: z
    .array(
      z.strictObject({
        ...person,
        red: z.boolean().describe('本月为红牌'),
        duties: z.array(failedDuty).describe('未达到的工作要求'),
      }),
    )
    .describe('拟调整核查名单：红牌在前，其后按工号'),
});

export const id = WARN_SCHEMA;
export const schema = z.union([success(id, month, warnBody), failure(id, month)]);
