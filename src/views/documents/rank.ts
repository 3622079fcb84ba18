// `rank --json` (spec 9): dimensions to two decimals, one left out is null.
import { yuanNumber } from '../../model/money.ts';
import type { MonthRecord, RankingRecord } from '../../model/record.ts';
import { candidatesOf, scoreNumber, twoDecimals } from '../assessed.ts';

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
          return [key, scoreNumber(score)];
        }),
      ),
    })),
    ineligible: ranking.ineligible,
    candidates: candidatesOf(ranking.ranked, record).map(({ id, name, stars }) => ({ id, name, stars })),
  };
}
