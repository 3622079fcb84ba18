// 三（六）4 排名奖励: dimensions, composite, ties and tiers, eligibility.
import { describe, expect, test } from 'vitest';
import type { Facts, PersonId } from '../../src/model/facts.ts';
import { fraction } from '../../src/model/fraction.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import { rulesOf } from '../../src/rules/kinds.ts';
import { rankAll } from '../../src/rules/ranking/rank.ts';
import type { RankingRule } from '../../src/rules/ranking/rule.ts';
import { scoreOf } from '../../src/rules/ranking/score.ts';
import {
  adjustment,
  amount,
  day,
  decide,
  leave,
  mark,
  patrols,
  person,
  recordOf,
  reports,
  SHIPPED,
  type SomeFacts,
  subjectOf,
  task,
} from './office.ts';

const rule = (await rulesOf(SHIPPED)).find(({ item }) => item.kind === 'rankTiers')?.with as RankingRule;

const PERFECT: Record<string, number> = {
  onlineDays: 66,
  assessableDays: 66,
  trackDays: 66,
  effectiveReports: 60,
  reportBase: 60,
  reports: 60,
  tasksDone: 24,
  tasksAssigned: 24,
  qualityMarks: 300,
  qualityMarkCount: 3,
  adHocDone: 3,
  adHocAssigned: 3,
  unmetDays: 0,
};
const score = (changes: Record<string, number>) => {
  const figures = { ...PERFECT, ...changes };
  const { composite, dimensions } = scoreOf(rule, (key) => fraction(figures[key] ?? 0));
  return [composite, ...dimensions.map((dimension) => dimension.score)];
};

describe('dimensions and composite, exact until the end', () => {
  test.each([
    ['perfect', {}, ['100', '100', '100', '100', '100', '100', '100']],
    ['one day offline of 66', { onlineDays: 65 }, ['997/10', '3250/33', '100', '100', '100', '100', '100']],
    ['half the base, half effective', { effectiveReports: 30 }, ['90', '100', '100', '50', '100', '100', '100']],
    [
      'more than the base is no more',
      { effectiveReports: 90, reports: 90 },
      ['100', '100', '100', '100', '100', '100', '100'],
    ],
    ['nothing reported', { effectiveReports: 0, reports: 0 }, ['80', '100', '100', '0', '100', '100', '100']],
    [
      'no marks: 85 of the weights left',
      { qualityMarks: 0, qualityMarkCount: 0, onlineDays: 33 },
      ['2206/25', '50', '100', '100', '100', null, '100'],
    ],
    [
      'no tasks of either kind',
      { tasksDone: 0, tasksAssigned: 0, adHocDone: 0, adHocAssigned: 0 },
      ['100', '100', '100', '100', null, '100', null],
    ],
  ] as [string, Record<string, number>, (string | null)[]][])('%s', (_, changes, expected) => {
    expect(score(changes)).toEqual(expected);
  });
});

const contender = (name: string, composite: string, ties: readonly string[]) => ({
  id: name as PersonId,
  name,
  composite,
  dimensions: [],
  ties,
});

describe('ranks (K17)', () => {
  test('composite, then fewer unmet days, more reports, more tasks; equals share and the next skips', () => {
    const all = [
      contender('A', '90', ['1', '60', '24']),
      contender('B', '90', ['0', '60', '24']),
      contender('C', '90', ['1', '61', '24']),
      contender('D', '90', ['1', '60', '25']),
      contender('E', '90', ['1', '60', '24']),
      contender('F', '9001/100', ['9', '0', '0']),
      contender('G', '10', ['0', '99', '99']),
    ];
    expect(rankAll(all, rule.ties).map(({ id, rank }) => `${rank}${id}`)).toEqual([
      '1F',
      '2B',
      '3C',
      '4D',
      '5A',
      '5E',
      '7G',
    ]);
  });
});

/** A whole quarter of people who differ in their reports only. */
async function quarter(people: Facts['people'], changes: (period: string) => SomeFacts = () => ({})) {
  let history: MonthRecord[] = [];
  let result = await decide({ period: '2021-07', facts: { people: [] } });
  for (const period of ['2021-07', '2021-08', '2021-09']) {
    const facts: SomeFacts = {
      people,
      patrol: people.flatMap(({ id }) => patrols(id, period)),
      reports: people.flatMap(({ id }, index) => reports(id, period, 60 - index)),
      tasks: people.flatMap(({ id }) => [
        task(id, `${period}-10`, `${period}-09`),
        task(id, `${period}-11`, `${period}-09`, { type: 'adHoc' }),
      ]),
      scores: people.map(({ id }) => mark(id, 100)),
      ...changes(period),
    };
    result = await decide({ period, facts, history, schemeStart: '2021-07' });
    history = [...history, recordOf(period, result)];
  }
  return result;
}
const names = (count: number) => Array.from({ length: count }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);

describe('tiers at 5, 10 and 15', () => {
  test('5 × 300, 5 × 200, 5 × 100, then nothing', async () => {
    const result = await quarter(names(17).map((name) => person(name)));
    expect(result.subjects.map((subject) => amount(subject, 'starReward') / 100)).toEqual([
      300, 300, 300, 300, 300, 200, 200, 200, 200, 200, 100, 100, 100, 100, 100, 0, 0,
    ]);
    expect(result.ranking?.ranked.map(({ stars }) => stars).join('')).toBe('33333222221111100');
  });
  test('two equals at 5 are both third-star, the next is 7th', async () => {
    const people = names(7).map((name) => person(name));
    const result = await quarter(people, (period) => ({
      reports: people.flatMap(({ id }, index) => reports(id, period, index === 5 ? 56 : 60 - index)),
    }));
    expect(result.ranking?.ranked.map(({ id, rank }) => `${rank}${id}`).slice(4)).toEqual(['5P05', '5P06', '7P07']);
    expect(amount(subjectOf(result, 'P06'), 'starReward')).toBe(30000);
  });
});

describe('eligibility (K18)', () => {
  test('gone by the end, a month without assessable days, a red card', async () => {
    const people = [
      person('A'),
      person('B', { left: day('2021-09-29') }),
      person('C'),
      person('D'),
      person('E', { hired: day('2021-08-02') }),
      person('F', { left: day('2021-09-30') }),
    ];
    const result = await quarter(people, (period) => ({
      patrol: people.filter(({ id }) => id !== 'D' || period === '2021-07').flatMap(({ id }) => patrols(id, period)),
      leave: period === '2021-08' ? [leave('C', '2021-08-01', '2021-08-31', '产假')] : [],
    }));
    expect(result.ranking?.ineligible).toEqual([
      { id: 'B', name: '人B', reason: 'notEmployedAtEnd' },
      { id: 'C', name: '人C', reason: 'noAssessableDays' },
      { id: 'D', name: '人D', reason: 'redCard' },
      { id: 'E', name: '人E', reason: 'noAssessableDays' },
    ]);
    expect(result.ranking?.ranked.map(({ id }) => id)).toEqual(['A', 'F']);
  });
  test('others than full-time members, and members out of service all quarter, are not named', async () => {
    const people = [
      person('A'),
      person('L', { role: 'gridLead' }),
      person('P', { role: 'partTime' }),
      person('X', { left: day('2021-06-30') }),
    ];
    const result = await quarter(people, () => ({ adjustments: [adjustment('X', 100)] }));
    expect(result.ranking?.ranked.map(({ id }) => id)).toEqual(['A']);
    expect(result.ranking?.ineligible).toEqual([]);
  });
  test('full-time in one month, part-time at the end: named, not employed at the end', async () => {
    const base = person('B');
    const [held] = base.assignments;
    if (held === undefined) throw new Error('no assignment');
    const moved = {
      ...base,
      assignments: [
        { ...held, to: day('2021-07-31') },
        { ...held, role: 'partTime' as const, from: day('2021-08-01') },
      ],
    };
    const result = await quarter([person('A'), moved]);
    expect(result.ranking?.ineligible).toEqual([{ id: 'B', name: '人B', reason: 'notEmployedAtEnd' }]);
  });
  test('the first day of the quarter counts', async () => {
    const people = [person('A'), person('B', { left: day('2021-07-01') }), person('C', { left: day('2021-06-30') })];
    const result = await quarter(people);
    expect(result.ranking?.ineligible.map(({ id }) => id)).toEqual(['B']);
  });
  test('a month of the quarter not to be had: no ranking, no stars, a warning', async () => {
    const result = await decide({ period: '2021-09', schemeStart: '2021-06', facts: { people: [person('A')] } });
    expect([result.ranking, amount(subjectOf(result, 'A'), 'starReward')]).toEqual([null, 0]);
    expect(result.problems.map(({ code }) => code)).toContain('quarterIncomplete');
  });
  test('months before the scheme was in force are not asked for', async () => {
    const result = await decide({
      period: '2021-06',
      schemeStart: '2021-06',
      facts: { people: [person('A')], patrol: patrols('A', '2021-06') },
    });
    expect(result.ranking?.ranked.map(({ id, rank, stars }) => [id, rank, stars])).toEqual([['A', 1, 3]]);
  });
});

describe('what the ranking warns about', () => {
  const found = async (...args: Parameters<typeof quarter>) =>
    (await quarter(...args)).problems
      .filter(({ code }) => code === 'dimensionLeftOut' || code === 'redCardUnknown')
      .map(({ code, data }) => [code, data]);
  test('nothing, when all is measured', async () => {
    expect(await found([person('A'), person('B')])).toEqual([]);
  });
  test('a dimension left out, with the names', async () => {
    const scores = () => ({ scores: [mark(person('A').id, 100)] });
    expect(await found([person('A'), person('B')], scores)).toEqual([
      ['dimensionLeftOut', { dimension: '巡查质量', names: ['人B'] }],
    ]);
  });
  test('a red card that would hang on a month not to be had counts as none', async () => {
    const people = [person('A'), person('B')];
    let history: MonthRecord[] = [];
    let result = await decide({ period: '2021-07', facts: { people: [] } });
    for (const period of ['2021-07', '2021-08', '2021-09']) {
      const failing = period === '2021-07' ? ['A'] : ['A', 'B'];
      const facts = { people, patrol: failing.flatMap((who) => patrols(who, period)) };
      result = await decide({ period, facts, history, schemeStart: '2021-06' });
      history = [...history, recordOf(period, result)];
    }
    expect(result.problems.filter(({ code }) => code === 'redCardUnknown').map(({ data }) => data)).toEqual([
      { names: ['人B'], month: '2021-06' },
    ]);
    expect(result.ranking?.ineligible).toEqual([]);
  });
});
