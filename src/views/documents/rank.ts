// `rank --json` (spec 9): dimensions to two decimals, one left out is null.
import { decimalText, parseFraction } from '../../model/fraction.ts';
import { yuanNumber } from '../../model/money.ts';
import type { MonthRecord, RankingRecord } from '../../model/record.ts';
import { candidatesOf } from '../assessed.ts';

const twoDecimals = (exact: string): number => {
  const value = parseFraction(exact);
  if (value === null) throw new RangeError(`not a number: ${exact}`);
  return Number(decimalText(value, 2));
};

export const RANK_SCHEMA = 'rank/1';

export function rankDocument(record: MonthRecord, ranking: RankingRecord) {
  return {
    scheme: { id: record.scheme.id, sha256: record.scheme.sha256 },
    ranking: ranking.ranked.map((one) => ({
      id: one.id,
      name: one.name,
      rank: one.rank,
      stars: one.stars,
      reward: yuanNumber(one.reward),
      composite: twoDecimals(one.composite),
      ...Object.fromEntries(
        ranking.dimensions.map(({ key }, index) => {
          const score = one.dimensions[index]?.score ?? null;
          return [key, score === null ? null : twoDecimals(score)];
        }),
      ),
    })),
    ineligible: ranking.ineligible,
    candidates: candidatesOf(ranking.ranked).map(({ id, name, stars }) => ({ id, name, stars })),
  };
}
