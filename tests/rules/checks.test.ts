// The problems a month is asked about before anybody is paid: exactly these, where they stand, and no others.
import { describe, expect, test } from 'vitest';
import type { Task } from '../../src/model/facts.ts';
import type { TableInfo } from '../../src/model/source.ts';
import type { TableKind } from '../../src/model/terms.ts';
import {
  adjustment,
  day,
  decide,
  duty,
  excused,
  leave,
  mark,
  meeting,
  missed,
  patrol,
  patrols,
  person,
  recordOf,
  reports,
  type SomeFacts,
  task,
} from './office.ts';

/** Eight tasks done, four of each type: no check of 派单 finds anything. */
const dispatched = (who: string, changes: Partial<Task> = {}) =>
  Array.from({ length: 8 }, (_, index) =>
    task(who, '2021-07-10', '2021-07-09', { type: index % 2 ? 'event' : 'task', ...changes }),
  );

/** July of A, who gives no cause for any problem, with other facts laid over. */
const july = (facts: SomeFacts = {}) =>
  decide({
    period: '2021-07',
    facts: { people: [person('A')], patrol: patrols('A', '2021-07'), tasks: dispatched('A'), ...facts },
  });
const found = async (facts: SomeFacts) => (await july(facts)).problems.map(({ code, data }) => ({ code, data }));
const codes = async (facts: SomeFacts) => (await found(facts)).map(({ code }) => code);

test('an office without a fault has no problem', async () => {
  expect(await codes({})).toEqual([]);
});

describe('the month before, where a scheme was in force', () => {
  const at = async (period: string, schemeStart: string, history: Parameters<typeof decide>[0]['history'] = []) => {
    const result = await decide({ period, schemeStart, history, facts: {} });
    return result.problems.map(({ code, data }) => [code, data]);
  };
  test('is missing', async () => {
    expect(await at('2021-07', '2021-06')).toEqual([['monthBeforeMissing', { month: '2021-06' }]]);
  });
  test('is there', async () => {
    const june = await decide({ period: '2021-06', facts: {} });
    expect(await at('2021-07', '2021-06', [recordOf('2021-06', june)])).toEqual([]);
  });
  test('was before the scheme', async () => {
    expect(await at('2021-06', '2021-06')).toEqual([]);
  });
});

describe('三（六）3 每月分别不少于四次 (K29)', () => {
  const eight = dispatched('A');
  const [first, second] = eight as [Task, Task];
  const others = eight.slice(2);
  const pair = (changes: Partial<Task>) => [
    { ...first, ...changes },
    { ...second, ...changes },
  ];
  const moment = (date: string) => ({ date: day(date), time: null });
  test.each([
    ['four of each', eight, []],
    ['two withdrawn', [...others, ...pair({ withdrawn: true })], ['G-A']],
    ['two without 派单时间', [...others, ...pair({ dispatched: null })], ['G-A']],
    ['two dispatched in June', [...others, ...pair({ dispatched: moment('2021-06-30') })], ['G-A']],
    ['dispatched in July, due in August', [...others, ...pair({ due: moment('2021-08-02') })], []],
    ['two of somebody else', [...others, ...pair({ person: person('Z').id })], ['G-A']],
  ])('%s', async (_, tasks, grids) => {
    const problems = (await found({ tasks })).filter(({ code }) => code === 'dispatchBelowMinimum');
    expect(problems.map(({ data }) => data)).toEqual(
      grids.length > 0 ? [{ month: '2021-07', grids, wanted: '事件4次、任务4次' }] : [],
    );
  });
  test('of full-time members’ grids only', async () => {
    expect(await codes({ people: [person('A'), person('L', { role: 'gridLead' })] })).toEqual([]);
  });
});

describe('漏报 against the reports of 30 days (spec 5.2)', () => {
  const by = (date: string, changes: object = {}) =>
    reports('A', '2021-07', 1, { category: '违法建设', at: { date: day(date), time: null }, ...changes });
  test.each([
    ['是, not reported', true, [], []],
    ['是, reported on the day', true, by('2021-07-31'), ['missedAlthoughReported']],
    ['是, reported 30 days before', true, by('2021-07-01'), ['missedAlthoughReported']],
    ['是, reported 31 days before', true, by('2021-06-30'), []],
    ['是, reported after', true, by('2021-08-01'), []],
    ['是, another kind reported', true, by('2021-07-20', { category: '山林破坏' }), []],
    ['是, reported but not effective', true, by('2021-07-20', { effective: false }), []],
    ['是, another grid reported', true, by('2021-07-20', { grid: 'G-B' }), []],
    [
      '是, reported for the grid by another',
      true,
      by('2021-07-20', { grid: 'G-A', person: person('Z').id }),
      ['missedAlthoughReported'],
    ],
    ['否, not reported', false, [], ['notMissedWithoutReport']],
    ['否, reported', false, by('2021-07-20'), []],
  ])('%s', async (_, isMissed, list, expected) => {
    expect(await codes({ missedIncidents: [missed('G-A', '2021-07-31', isMissed)], reports: list })).toEqual(expected);
  });
  test('是 in a grid without a full-time worker', async () => {
    const people = [person('A'), person('L', { role: 'gridLead', grids: ['G-L'] })];
    expect(await codes({ people, missedIncidents: [missed('G-L', '2021-07-31', true)] })).toEqual([
      'missedWithoutMember',
    ]);
  });
  test('found in another month', async () => {
    expect(await codes({ missedIncidents: [missed('G-A', '2021-06-30', false)] })).toEqual([]);
  });
});

describe('评分: 清单掌握 (K28)', () => {
  test.each([
    [true, []],
    [null, []],
    [false, ['dutyListNotKnown']],
  ])('%s', async (knowsDutyList, expected) => {
    expect(await codes({ scores: [{ ...mark('A', 90), knowsDutyList }] })).toEqual(expected);
  });
  test('of others it is not asked', async () => {
    const people = [person('A'), person('L', { role: 'gridLead' })];
    expect(await codes({ people, scores: [{ ...mark('L', 90), knowsDutyList: false }] })).toEqual([]);
  });
});

describe('例会 (K8)', () => {
  const B = person('B', { hired: day('2021-07-05') });
  const people = [person('A'), B, person('L', { role: 'gridLead' })];
  const both = { people, patrol: [...patrols('A', '2021-07'), ...patrols('B', '2021-07')] };
  const tasks = [...dispatched('A'), ...dispatched('B')];
  test.each([
    ['everybody listed', [meeting('A', '2021-07-05', 'present'), meeting('B', '2021-07-05', 'absent')], []],
    ['B not listed', [meeting('A', '2021-07-05', 'present')], ['absentFromMeetingList']],
    ['B not yet hired', [meeting('A', '2021-07-02', 'present')], []],
    ['B late', [meeting('A', '2021-07-05', 'present'), meeting('B', '2021-07-05', 'late')], ['lateForMeeting']],
    ['网格长 late', [meeting('A', '2021-07-02', 'present'), meeting('L', '2021-07-02', 'late')], []],
  ] as const)('%s', async (_, meetings, expected) => {
    expect(await codes({ ...both, tasks, meetings })).toEqual(expected);
  });
  test('not listed on a day of leave', async () => {
    const meetings = [meeting('A', '2021-07-05', 'present')];
    const leaves = [leave('B', '2021-07-05', '2021-07-05', '年假', 'morning')];
    expect(await codes({ ...both, tasks, meetings, leave: leaves })).toEqual([]);
  });
});

describe('巡查', () => {
  test('a workday nobody recorded', async () => {
    const problems = await found({ patrol: patrols('A', '2021-07', ['2021-07-06']) });
    expect(problems).toEqual([
      { code: 'workdayWithoutPatrol', data: { dates: ['2021-07-06'], people: [{ id: 'A', name: '人A', days: 1 }] } },
    ]);
  });
  test.each([
    ['on leave', { leave: [leave('A', '2021-07-06', '2021-07-06', '年假')] }],
    ['免考', { excused: [excused(null, '2021-07-06')] }],
  ])('nobody owed it: %s', async (_, facts) => {
    expect(await codes({ patrol: patrols('A', '2021-07', ['2021-07-06']), ...facts })).toEqual([]);
  });
  test('a person without any record', async () => {
    const people = [person('A'), person('B'), person('L', { role: 'gridLead' })];
    const tasks = [...dispatched('A'), ...dispatched('B')];
    expect(await found({ people, tasks })).toEqual([
      { code: 'personWithoutPatrol', data: { people: [{ id: 'B', name: '人B', days: 22 }] } },
    ]);
  });
  test('a person without any record or assessable day', async () => {
    const people = [person('A'), person('B')];
    const tasks = [...dispatched('A'), ...dispatched('B')];
    const leaves = [leave('B', '2021-07-01', '2021-07-31', '产假')];
    expect(await codes({ people, tasks, leave: leaves })).toEqual([]);
  });
});

describe('三（二） advisers', () => {
  const people = [person('A'), person('V', { role: 'adviser' }), person('L', { role: 'gridLead' })];
  test('a report by one is listed, of this month only', async () => {
    const june = reports('V', '2021-06', 1);
    const list = [
      ...reports('V', '2021-07', 1, { id: 'R1' }),
      ...june,
      ...reports('A', '2021-07', 20),
      ...reports('L', '2021-07', 1),
    ];
    expect(await found({ people, reports: list })).toEqual([
      { code: 'reportByAdviser', data: { id: 'V', name: '人V', report: 'R1' } },
    ]);
  });
  test('a report by nobody on the roster is none by an adviser', async () => {
    expect(await codes({ people, reports: reports('Z', '2021-07', 1) })).toEqual([]);
  });
  test('money adjusted for one', async () => {
    expect(await found({ people, adjustments: [adjustment('V', 100), adjustment('L', 100)] })).toEqual([
      { code: 'adjustmentForAdviser', data: { id: 'V' } },
    ]);
  });
});

describe('三（六）5 专项: full-time members in service only', () => {
  const people = [person('A'), person('B', { left: day('2021-06-30') }), person('L', { role: 'gridLead' })];
  test.each([
    ['A', []],
    ['B', ['specialDutyNotFullTime']],
    ['L', ['specialDutyNotFullTime']],
  ])('%s', async (who, expected) => {
    const facts = { people, specialDuties: [duty(who, true)], adjustments: [adjustment('B', 100)] };
    expect(await codes(facts)).toEqual(expected);
  });
});

describe('a red card and still serving', () => {
  /** June and July failed, then August. */
  async function august(left: string | null) {
    const people = [person('A')];
    const june = await decide({ period: '2021-06', facts: { people } });
    const history = [recordOf('2021-06', june)];
    const second = await decide({ period: '2021-07', history, schemeStart: '2021-06', facts: { people } });
    const result = await decide({
      period: '2021-08',
      schemeStart: '2021-06',
      history: [...history, recordOf('2021-07', second)],
      facts: {
        people: [person('A', { left: left === null ? null : day(left) })],
        patrol: patrols('A', '2021-08'),
        tasks: [],
        adjustments: [adjustment('A', 100)],
      },
    });
    return result.problems.filter(({ code }) => code === 'redCardStillServing').map(({ data }) => data);
  }
  test('is a warning', async () => {
    expect(await august(null)).toEqual([{ id: 'A', name: '人A', month: '2021-07' }]);
  });
  test('gone since, it is none', async () => {
    expect(await august('2021-07-31')).toEqual([]);
  });
  test('a yellow card is none', async () => {
    const june = await decide({ period: '2021-06', facts: { people: [person('A')] } });
    const result = await decide({
      period: '2021-07',
      schemeStart: '2021-06',
      history: [recordOf('2021-06', june)],
      facts: { people: [person('A')], patrol: patrols('A', '2021-07') },
    });
    expect(result.problems.map(({ code }) => code)).not.toContain('redCardStillServing');
  });
});

describe('where a problem stands', () => {
  const table = (id: number, kind: TableKind, columns: Record<string, number>): TableInfo => ({
    id,
    file: `2021-07/${kind}.xlsx`,
    sheet: kind,
    kind,
    headerRow: 1,
    columns,
    rows: { read: 0, used: 0, leftOut: {}, inError: 0 },
  });
  const tables = [
    table(0, 'roster', { id: 0 }),
    table(1, 'patrol', { date: 0 }),
    table(2, 'meetings', { attendance: 3 }),
  ];
  const places = async (facts: SomeFacts) => (await july({ tables, ...facts })).problems.map(({ place }) => place);
  const late = (origin: object) => [{ ...meeting('A', '2021-07-05', 'late'), origin: { table: 2, row: 7, ...origin } }];
  const MEETINGS = { file: '2021-07/meetings.xlsx', sheet: 'meetings' };
  test('file, sheet, row and the column of the field', async () => {
    expect(await places({ meetings: late({}) })).toEqual([{ ...MEETINGS, row: 7, column: 3 }]);
  });
  test('the column of the cell in a matrix', async () => {
    expect(await places({ meetings: late({ column: 9 }) })).toEqual([{ ...MEETINGS, row: 7, column: 9 }]);
  });
  test('a whole row: no column', async () => {
    expect(
      await places({ patrol: [patrol('Z', '2021-07-01')], leave: [leave('A', '2021-07-02', '2021-07-31', '年假')] }),
    ).toEqual([{ file: '2021-07/roster.xlsx', sheet: 'roster', row: expect.any(Number), column: null }]);
  });
  test('a whole table: no row', async () => {
    expect(await places({ patrol: patrols('A', '2021-07', ['2021-07-06']) })).toEqual([
      { file: '2021-07/patrol.xlsx', sheet: 'patrol', row: null, column: null },
    ]);
  });
});
