// Who stands next in a ranking, and what decided.
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../src/model/facts.ts';
import { fraction } from '../../../src/model/fraction.ts';
import { fen } from '../../../src/model/money.ts';
import type { RankedRecord, RankingRecord } from '../../../src/model/record.ts';
import { neighboursOf } from '../../../src/views/explanation/neighbours.ts';

type Row = readonly [
  id: string,
  rank: number,
  composite: string,
  scores: readonly (string | null)[],
  ties: readonly string[],
];

const ranked = ([id, rank, composite, scores, ties]: Row): RankedRecord => ({
  id: id as PersonId,
  name: id,
  rank,
  stars: 0,
  reward: fen(0),
  composite,
  dimensions: scores.map((score) => ({ score, parts: [] })),
  ties,
});

/** Two dimensions of weight 60 and 40; fewer 未达标日, then more 有效信息. */
const ranking = (...rows: readonly Row[]): RankingRecord => ({
  item: 'starReward',
  quarter: '2021-Q3' as RankingRecord['quarter'],
  months: [],
  paidIn: '2021-09' as RankingRecord['paidIn'],
  dimensions: [
    { key: 'a', title: '甲项', weight: '60', parameter: 'w', parts: [] },
    { key: 'b', title: '乙项', weight: '40', parameter: 'w', parts: [] },
  ],
  ties: [
    { figure: 'unmetDays', title: '未达标日', better: 'fewer' },
    { figure: 'effectiveReports', title: '有效信息', better: 'more' },
  ],
  ranked: rows.map(ranked),
  ineligible: [],
});

function seenBy(record: RankingRecord, id: string) {
  const own = record.ranked.find((one) => one.id === id);
  if (own === undefined) throw new Error(id);
  const { above, level, below } = neighboursOf(record, own);
  const brief = (list: typeof above) =>
    list.map(({ id: other, rank, decidedBy }) => {
      const by = decidedBy?.type === 'tie' ? decidedBy.figure : (decidedBy?.key ?? null);
      return [other, rank, by];
    });
  return [brief(above), brief(level), brief(below)];
}

describe('next above, level and next below', () => {
  const record = ranking(
    ['A', 1, '95', ['95', '95'], ['0', '60']],
    ['B', 2, '90', ['90', '90'], ['0', '60']],
    ['C', 2, '90', ['90', '90'], ['0', '60']],
    ['D', 4, '90', ['90', '90'], ['0', '59']],
    ['E', 5, '90', ['90', '90'], ['1', '80']],
  );
  test('the first has nobody above, the last nobody below', () => {
    expect(seenBy(record, 'A')).toEqual([
      [],
      [],
      [
        ['B', 2, 'a'],
        ['C', 2, 'a'],
      ],
    ]);
    expect(seenBy(record, 'E')).toEqual([[['D', 4, 'unmetDays']], [], []]);
  });
  test('shared ranks stand level; equal composites go by the first figure that differs', () => {
    expect(seenBy(record, 'B')).toEqual([[['A', 1, 'a']], [['C', 2, null]], [['D', 4, 'effectiveReports']]]);
  });
});

describe('which dimension decided', () => {
  test('the greatest difference by weight, not by points', () => {
    const record = ranking(['A', 1, '98', ['100', '95'], []], ['B', 2, '92', ['92', '92'], []]);
    expect(seenBy(record, 'B')[0]).toEqual([['A', 1, 'a']]);
    const other = ranking(['A', 1, '95', ['99', '89'], []], ['B', 2, '90', ['97', '79'], []]);
    expect(seenBy(other, 'A')[2]).toEqual([['B', 2, 'b']]);
  });
  test('one in which the better of the two is worse never did', () => {
    const record = ranking(['A', 1, '80', ['100', '50'], []], ['B', 2, '76', ['60', '100'], []]);
    expect(seenBy(record, 'B')[0]).toEqual([['A', 1, 'a']]);
    expect(seenBy(record, 'A')[2]).toEqual([['B', 2, 'a']]);
  });
  test('what is left out of a composite loses nothing; the others weigh more', () => {
    const record = ranking(['A', 1, '99', ['99', null], []], ['B', 2, '95', ['99', '89'], []]);
    const [own] = record.ranked.slice(1) as [RankedRecord];
    const [{ decidedBy }] = neighboursOf(record, own).above as [ReturnType<typeof neighboursOf>['above'][number]];
    // 40 × (100 − 89) ÷ 100
    expect(decidedBy).toMatchObject({ type: 'dimension', key: 'b', theirs: null, difference: fraction(22, 5) });
  });
});
