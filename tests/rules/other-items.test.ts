// 三（六）2, 3, 5 and 三（二）: information subsidy, task reward, special reward, information reward.
import { describe, expect, test } from 'vitest';
import type { Task } from '../../src/model/facts.ts';
import {
  adjustment,
  amount,
  day,
  decide,
  duty,
  figure,
  leave,
  missed,
  patrols,
  person,
  recordOf,
  reports,
  subjectOf,
  task,
} from './office.ts';

const codes = (result: Awaited<ReturnType<typeof decide>>) => result.problems.map(({ code }) => code);

describe('三（六）2 月上报有效信息达到考核基数的，补助200元/月，每少1条扣10元', () => {
  test.each([
    [0, 0],
    [1, 1000],
    [19, 19000],
    [20, 20000],
    [21, 20000],
  ])('%i effective reports', async (count, expected) => {
    const facts = { people: [person('A')], reports: reports('A', '2021-07', count) };
    const subject = subjectOf(await decide({ period: '2021-07', facts }), 'A');
    expect([amount(subject, 'informationSubsidy'), figure(subject, 'reportBase')]).toEqual([expected, '20']);
  });
  test('reports that are not effective do not count', async () => {
    const list = [...reports('A', '2021-07', 19), ...reports('A', '2021-07', 3, { effective: false })];
    const subject = subjectOf(
      await decide({ period: '2021-07', facts: { people: [person('A')], reports: list } }),
      'A',
    );
    expect([amount(subject, 'informationSubsidy'), figure(subject, 'reports')]).toEqual([19000, '22']);
  });
  test('the base is ⌈20 × share⌉: 19/22 owes 18', async () => {
    const facts = {
      people: [person('A')],
      reports: reports('A', '2021-07', 17),
      leave: [leave('A', '2021-07-05', '2021-07-07', '病假')],
    };
    const subject = subjectOf(await decide({ period: '2021-07', facts }), 'A');
    expect([figure(subject, 'reportBase'), amount(subject, 'informationSubsidy')]).toEqual(['18', 17273 - 1000]);
  });
});

describe('三（六）2 网格员未掌握情况并及时上报信息的，取消该项补贴', () => {
  test.each([
    ['found missed in the own grid', missed('G-A', '2021-07-10', true), 0, true],
    ['found not missed', missed('G-A', '2021-07-10', false), 20000, false],
    ['missed in another grid', missed('G-B', '2021-07-10', true), 20000, false],
  ])('%s', async (_, incident, expected, cancelled) => {
    const facts = { people: [person('A')], reports: reports('A', '2021-07', 20), missedIncidents: [incident] };
    const subject = subjectOf(await decide({ period: '2021-07', facts }), 'A');
    expect([amount(subject, 'informationSubsidy'), figure(subject, 'informationCancelled')]).toEqual([
      expected,
      cancelled,
    ]);
  });
  test('whoever held the grid on the day it was found', async () => {
    const base = person('A', { grids: ['G1'] });
    const [held] = base.assignments;
    if (held === undefined) throw new Error('no assignment');
    const before = { ...base, assignments: [{ ...held, to: day('2021-07-09') }] };
    const after = person('B', { grids: ['G1'] });
    const people = [
      before,
      { ...after, assignments: after.assignments.map((one) => ({ ...one, from: day('2021-07-10') })) },
    ];
    const result = await decide({
      period: '2021-07',
      facts: { people, missedIncidents: [missed('G1', '2021-07-10', true)] },
    });
    expect(['A', 'B'].map((who) => figure(subjectOf(result, who), 'informationCancelled'))).toEqual([false, true]);
  });
  test.each([
    ['是 although reported 30 days before', true, '2021-07-01', 'missedAlthoughReported'],
    ['否 without a report within 30 days', false, '2021-06-30', 'notMissedWithoutReport'],
  ])('%s', async (_, isMissed, reportedOn, code) => {
    const facts = {
      people: [person('A')],
      missedIncidents: [missed('G-A', '2021-07-31', isMissed)],
      reports: reports('A', '2021-07', 1, { category: '违法建设', at: { date: day(reportedOn), time: null } }),
    };
    expect(codes(await decide({ period: '2021-07', facts }))).toContain(code);
  });
});

describe('三（六）3 每月完成相关派单任务的，给予奖励200元/月', () => {
  const cases: readonly [string, readonly Task[], number][] = [
    ['done on the minute', [task('A', '2021-07-10 12:00:00', '2021-07-10 12:00:00')], 20000],
    ['a minute late', [task('A', '2021-07-10 12:00:00', '2021-07-10 12:01:00')], 0],
    ['date-only deadline, done in the evening', [task('A', '2021-07-10', '2021-07-10 23:30:00')], 20000],
    ['done on a date, due at noon of it', [task('A', '2021-07-10 12:00:00', '2021-07-10')], 20000],
    ['a day late', [task('A', '2021-07-10', '2021-07-11 00:00:00')], 0],
    [
      'no deadline, done on the last day',
      [task('A', null, '2021-07-31', { dispatched: { date: day('2021-07-30'), time: null } })],
      20000,
    ],
    [
      'no deadline, done after the month',
      [task('A', null, '2021-08-01', { dispatched: { date: day('2021-07-30'), time: null } })],
      0,
    ],
    ['not done', [task('A', '2021-07-10', null)], 0],
    ['one of two not done', [task('A', '2021-07-10', '2021-07-09'), task('A', '2021-07-11', null)], 0],
    [
      'a withdrawn one does not count',
      [task('A', '2021-07-10', '2021-07-09'), task('A', '2021-07-11', null, { withdrawn: true })],
      20000,
    ],
    [
      'an open 临时 task does not count',
      [task('A', '2021-07-10', '2021-07-09'), task('A', '2021-07-11', null, { type: 'adHoc' })],
      20000,
    ],
    ['due next month', [task('A', '2021-07-10', '2021-07-09'), task('A', '2021-08-01', null)], 20000],
    ['none assigned', [], 0],
  ];
  test.each(cases)('%s', async (_, tasks, expected) => {
    const result = await decide({ period: '2021-07', facts: { people: [person('A')], tasks } });
    expect(amount(subjectOf(result, 'A'), 'taskReward')).toBe(expected);
    expect(codes(result).includes('noTasksAssigned')).toBe(tasks.length === 0);
  });
  test('fewer than four 事件 and four 任务 dispatched to a grid: one warning', async () => {
    const tasks = (events: number, works: number) => [
      ...Array.from({ length: events }, () => task('A', '2021-07-10', '2021-07-09')),
      ...Array.from({ length: works }, () => task('A', '2021-07-10', '2021-07-09', { type: 'task' })),
    ];
    for (const [events, works, short] of [
      [4, 4, false],
      [3, 5, true],
      [5, 3, true],
    ] as const) {
      const result = await decide({ period: '2021-07', facts: { people: [person('A')], tasks: tasks(events, works) } });
      expect(codes(result).includes('dispatchBelowMinimum'), `${events} and ${works}`).toBe(short);
    }
  });
});

describe('三（六）5 给予500元的专项奖励', () => {
  test.each([
    ['done', [duty('A', true)], 50000],
    ['two duties, once', [duty('A', true), duty('A', true, '系统维护')], 50000],
    ['not done', [duty('A', false)], 0],
    ['none', [], 0],
  ])('%s', async (_, specialDuties, expected) => {
    const facts = { people: [person('A')], specialDuties, leave: [leave('A', '2021-07-05', '2021-07-16', '事假')] };
    expect(amount(subjectOf(await decide({ period: '2021-07', facts }), 'A'), 'specialReward')).toBe(expected);
  });
  test('for somebody not full-time it is an error', async () => {
    const facts = { people: [person('A'), person('P', { role: 'partTime' })], specialDuties: [duty('P', true)] };
    expect(codes(await decide({ period: '2021-07', facts }))).toContain('specialDutyNotFullTime');
  });
});

describe('三（二）以奖代补', () => {
  test('网格长 and 兼职 by effective report, an adviser nothing', async () => {
    const people = [
      person('L', { role: 'gridLead' }),
      person('P', { role: 'partTime' }),
      person('V', { role: 'adviser' }),
    ];
    const list = [...reports('L', '2021-07', 3), ...reports('V', '2021-07', 2)];
    const result = await decide({ period: '2021-07', facts: { people, reports: list } });
    expect(result.subjects.map(({ id, role, total }) => [id, role, total])).toEqual([
      ['L', 'gridLead', 1500],
      ['P', 'partTime', 0],
    ]);
    expect(codes(result).filter((code) => code === 'reportByAdviser')).toHaveLength(2);
  });
});

describe('合计与结转 (K30)', () => {
  const people = [person('A')];
  const patrol = patrols('A', '2021-07');
  test('what is below zero is carried out, taken off first next month, and listed for leavers', async () => {
    const july = await decide({ period: '2021-07', facts: { people, patrol, adjustments: [adjustment('A', -50000)] } });
    const before = subjectOf(july, 'A');
    expect([before.total, before.carriedOut]).toEqual([30000, 0]);
    const deep = await decide({ period: '2021-07', facts: { people, patrol, adjustments: [adjustment('A', -80001)] } });
    expect([subjectOf(deep, 'A').total, subjectOf(deep, 'A').carriedOut]).toEqual([0, -1]);
    const history = [recordOf('2021-07', deep)];
    const august = await decide({
      period: '2021-08',
      history,
      schemeStart: '2021-07',
      facts: { people: [], adjustments: [] },
    });
    const owing = subjectOf(august, 'A');
    expect([amount(owing, 'carriedIn'), owing.total, owing.carriedOut, figure(owing, 'share')]).toEqual([
      -1,
      0,
      -1,
      '0/1',
    ]);
  });
});
