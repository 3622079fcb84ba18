// 连续3天未达标 read otherwise: counted by workdays or days of the calendar (K1), going on over the month's end (K2).
import { describe, expect, test } from 'vitest';
import type { Excused, Leave } from '../../src/model/facts.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import {
  amount,
  day,
  decide,
  figure,
  leave,
  patrols,
  person,
  recordOf,
  SHIPPED,
  schemeWith,
  subjectOf,
} from './office.ts';

const ITEM = 'patrolSubsidy';
type Basis = '考核日' | '工作日' | '自然日';

interface Situation {
  readonly period?: string;
  readonly leave?: readonly Leave[];
  readonly excused?: readonly Excused[];
}

/** Short of the mileage on these days. */
const short = (period: string, unmet: readonly string[]) =>
  patrols('A', period).map((row) => (unmet.includes(row.date) ? { ...row, mileage: 2999 } : row));

const excusedOn = (date: string): Excused => ({
  person: null,
  from: day(date),
  to: day(date),
  begins: null,
  ends: null,
  part: 'full',
  reason: '台风',
  origin: { table: 0, row: 2 },
});

async function judged(basis: Basis, unmet: readonly string[], { period = '2021-07', ...rest }: Situation) {
  const facts = { people: [person('A')], patrol: short(period, unmet), ...rest };
  const subject = subjectOf(await decide({ period, facts, scheme: schemeWith({ 'patrol.runBasis': basis }) }), 'A');
  return [figure(subject, 'longestUnmetRun'), amount(subject, ITEM)];
}

const days = (period: string, ...dates: number[]) => dates.map((date) => `${period}-${String(date).padStart(2, '0')}`);
const july = (...dates: number[]) => days('2021-07', ...dates);
const september = (...dates: number[]) => days('2021-09', ...dates);
const annual = (from: string, to = from) => [leave('A', from, to, '年假')];

/** July 2021 begins on a Thursday. 18 and 26 September are make-up workdays, 20 and 21 holidays. */
const SITUATIONS: readonly [string, readonly string[], Situation, ...(readonly [string, number])[]][] = [
  ['two days side by side', july(6, 7), {}, ['2', 75000], ['2', 75000], ['2', 75000]],
  ['three', july(6, 7, 8), {}, ['3', 0], ['3', 0], ['3', 0]],
  ['four', july(6, 7, 8, 9), {}, ['4', 0], ['4', 0], ['4', 0]],
  ['a day between that was met', july(6, 8, 9), {}, ['2', 72500], ['2', 72500], ['2', 72500]],
  ['over a weekend: Friday, Monday, Tuesday', july(2, 5, 6), {}, ['3', 0], ['3', 0], ['2', 72500]],
  ['over a weekend: Thursday, Friday, Monday', july(1, 2, 5), {}, ['3', 0], ['3', 0], ['2', 72500]],
  ['over two weekends: Friday to Monday', july(2, 5, 6, 7, 8, 9, 12), {}, ['7', 0], ['7', 0], ['5', 0]],
  ['leave between', july(6, 8, 9), { leave: annual('2021-07-07') }, ['3', 0], ['2', 72500], ['2', 72500]],
  ['leave between two', july(6, 8), { leave: annual('2021-07-07') }, ['2', 75000], ['1', 75000], ['1', 75000]],
  ['免考 between', july(6, 8, 9), { excused: [excusedOn('2021-07-07')] }, ['3', 0], ['2', 72500], ['2', 72500]],
  [
    'leave on the Monday after a weekend',
    july(2, 6, 7),
    { leave: annual('2021-07-05') },
    ['3', 0],
    ['2', 72500],
    ['2', 72500],
  ],
  [
    'leave on the days off only',
    july(2, 5, 6),
    { leave: annual('2021-07-03', '2021-07-04') },
    ['3', 0],
    ['3', 0],
    ['2', 72500],
  ],
  [
    'over 中秋: Friday, the make-up Saturday, Wednesday',
    september(17, 18, 22),
    { period: '2021-09' },
    ['3', 0],
    ['3', 0],
    ['2', 72500],
  ],
  ['Thursday to the make-up Saturday', september(16, 17, 18), { period: '2021-09' }, ['3', 0], ['3', 0], ['3', 0]],
  [
    'Friday, the make-up Sunday, Monday',
    september(24, 26, 27),
    { period: '2021-09' },
    ['3', 0],
    ['3', 0],
    ['2', 72500],
  ],
];

describe.each([
  ['考核日', 0],
  ['工作日', 1],
  ['自然日', 2],
] as const)('K1: in a row by %s', (basis, index) => {
  test.each(SITUATIONS)('%s', async (_, unmet, situation, ...expected) => {
    expect(await judged(basis, unmet, situation)).toEqual(expected[index]);
  });
});

interface Month {
  readonly unmet?: readonly string[];
  readonly leave?: readonly Leave[];
  /** The month has no record. */
  readonly missing?: true;
  /** The person is not on the roster. */
  readonly away?: true;
}

/** The months from June in order: run and subsidy of each. */
async function over(values: Record<string, string>, ...months: readonly Month[]) {
  let history: MonthRecord[] = [];
  const found: unknown[] = [];
  for (const [index, { unmet = [], leave: leaves = [], missing, away }] of months.entries()) {
    const period = `2021-${String(index + 6).padStart(2, '0')}`;
    if (missing) history = [];
    if (missing) continue;
    const facts = { people: away ? [] : [person('A')], patrol: short(period, unmet), leave: leaves };
    const scheme = Object.keys(values).length > 0 ? schemeWith(values) : SHIPPED;
    const result = await decide({ period, facts, history, schemeStart: '2021-06', scheme });
    const [subject] = result.subjects;
    found.push(subject && [figure(subject, 'longestUnmetRun'), amount(subject, ITEM)]);
    history = [...history, recordOf(period, result)];
  }
  return found;
}

const ACROSS = { 'patrol.runAcrossMonths': '是' };
const byBasis = (basis: Basis) => ({ ...ACROSS, 'patrol.runBasis': basis });
const june = (...dates: number[]) => days('2021-06', ...dates);
const august = (...dates: number[]) => days('2021-08', ...dates);
const MET: Month = {};

/** 30 July is a Friday, 2 August the Monday after it; 30 June is a Wednesday. */
describe('K2: a run going on over the month’s end', () => {
  test.each([
    ['the shipped reading: within the month', {}, july(29, 30), august(2), ['2', 75000], ['1', 77500]],
    ['one and one', ACROSS, july(30), august(2), ['1', 77500], ['2', 77500]],
    ['two and one', ACROSS, july(29, 30), august(2), ['2', 75000], ['3', 0]],
    ['one and two', ACROSS, july(30), august(2, 3), ['1', 77500], ['3', 0]],
    ['two and two', ACROSS, july(29, 30), august(2, 3), ['2', 75000], ['4', 0]],
    ['the last day of July was met', ACROSS, july(28, 29), august(2, 3), ['2', 75000], ['2', 75000]],
    ['the first day of August was met', ACROSS, july(29, 30), august(3), ['2', 75000], ['1', 77500]],
    ['nothing in August', ACROSS, july(29, 30), [], ['2', 75000], ['0', 80000]],
    ['after a forfeited July the run goes on', ACROSS, july(28, 29, 30), august(2), ['3', 0], ['4', 0]],
    ['after a forfeited July nothing in August', ACROSS, july(28, 29, 30), [], ['3', 0], ['0', 80000]],
    ['by 工作日: the weekend does not break it', byBasis('工作日'), july(29, 30), august(2), ['2', 75000], ['3', 0]],
    ['by 自然日: the weekend breaks it', byBasis('自然日'), july(29, 30), august(2), ['2', 75000], ['1', 77500]],
  ] as const)('%s', async (_, values, inJuly, inAugust, ...expected) => {
    expect(await over(values, MET, { unmet: inJuly }, { unmet: inAugust })).toEqual([['0', 80000], ...expected]);
  });
  test.each(['考核日', '工作日', '自然日'] as const)('by %s: Tuesday and Wednesday, then Thursday', async (basis) => {
    expect(await over(byBasis(basis), { unmet: june(29, 30) }, { unmet: july(1) })).toEqual([
      ['2', 75000],
      ['3', 0],
    ]);
  });
  test.each([
    ['考核日', ['3', 0]],
    ['工作日', ['1', 77500]],
    ['自然日', ['1', 77500]],
  ] as const)('by %s: leave until the 20th, so that the first assessable day is the 23rd', async (basis, expected) => {
    const late: Month = { unmet: august(23), leave: annual('2021-08-02', '2021-08-20') };
    expect((await over(byBasis(basis), MET, { unmet: july(29, 30) }, late))[2]).toEqual(expected);
  });
  test.each([
    ['考核日', ['3', 0]],
    ['工作日', ['1', 77500]],
    ['自然日', ['1', 77500]],
  ] as const)('by %s: a month without an assessable day between', async (basis, expected) => {
    const away: Month = { leave: annual('2021-07-01', '2021-07-31') };
    const found = await over(byBasis(basis), { unmet: june(29, 30) }, away, { unmet: august(2) });
    expect(found.slice(1)).toEqual([['0', 80000], expected]);
  });
  test('a month off the roster between', async () => {
    const found = await over(ACROSS, { unmet: june(29, 30) }, { away: true }, { unmet: august(2) });
    expect(found.slice(1)).toEqual([undefined, ['3', 0]]);
  });
  test('a month of one assessable day passes the run on', async () => {
    const oneDay: Month = { unmet: july(1), leave: annual('2021-07-02', '2021-07-31') };
    expect(await over(ACROSS, { unmet: june(30) }, oneDay, { unmet: august(2) })).toEqual([
      ['1', 77500],
      ['2', 77500],
      ['3', 0],
    ]);
  });
  test('a month not to be had between: nothing is known', async () => {
    expect(await over(ACROSS, { unmet: june(29, 30) }, { missing: true }, { unmet: august(2) })).toEqual([
      ['2', 75000],
      ['1', 77500],
    ]);
  });
  test('the run of somebody else is not taken over; the record before is named', async () => {
    const people = [person('A'), person('B')];
    const rows = (period: string, unmet: readonly string[]) => [
      ...short(period, unmet),
      ...patrols('B', period, period === '2021-08' ? ['2021-08-02'] : []),
    ];
    const scheme = schemeWith(ACROSS);
    const first = await decide({ period: '2021-07', scheme, facts: { people, patrol: rows('2021-07', july(29, 30)) } });
    const history = [recordOf('2021-07', first)];
    const second = await decide({
      period: '2021-08',
      scheme,
      history,
      schemeStart: '2021-07',
      facts: { people, patrol: rows('2021-08', august(2)) },
    });
    const record = { type: 'record', period: '2021-07', person: 'A', item: 'trailingUnmetRun' };
    const named = (who: string) =>
      subjectOf(second, who).figures.longestUnmetRun?.sources.filter((one) => one.type === 'record');
    expect(['A', 'B'].map((who) => figure(subjectOf(second, who), 'longestUnmetRun'))).toEqual(['3', '1']);
    expect(['A', 'B'].map(named)).toEqual([[record], []]);
  });
});
