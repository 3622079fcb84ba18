// Grids (三（二）, 三（六）, spec 8): who is lacking in the team, what the team did, and the score.
import { describe, expect, test } from 'vitest';
import type { Grid, GridId, MissedIncident, Person } from '../../src/model/facts.ts';
import { findingsOf, scoreOf, told } from './assessments.ts';
import { day, decide, patrols, person, reports, type SomeFacts, schemeWith, task, workdaysOf } from './office.ts';

const TABLE = { id: 0, file: 'a.csv', sheet: null, headerRow: 1, rows: { read: 0, used: 0, leftOut: {}, inError: 0 } };
const roster = { ...TABLE, kind: 'roster', columns: { role: 1, party: 2 } } as const;
const grid = (id: string): Grid => ({
  id: id as GridId,
  name: null,
  village: null,
  households: null,
  population: null,
  origin: { table: 0, row: 9 },
});

type Changes = Parameters<typeof person>[1];
/** 1+1+1+N of G1, one of them of the party. */
const whole = (changes: Readonly<Record<string, Changes | null>> = {}): Person[] =>
  (
    [
      ['F', { grids: ['G1'], partyMember: true }],
      ['L', { role: 'gridLead', grids: ['G1'] }],
      ['V', { role: 'adviser', grids: ['G1'] }],
      ['P', { role: 'partTime', grids: ['G1'] }],
    ] as const
  ).flatMap(([id, own]) =>
    changes[id] === null ? [] : [person(id, { ...own, grids: [...own.grids], ...changes[id] })],
  );

async function gridOf(
  people: readonly Person[],
  facts: SomeFacts = {},
  scheme?: Parameters<typeof decide>[0]['scheme'],
  id = 'G1',
) {
  const grids = facts.grids ?? [grid('G1')];
  const result = await decide({
    period: '2021-07',
    facts: { tables: [roster], people, ...facts, grids },
    ...(scheme ? { scheme } : {}),
  });
  const found = result.grids.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no grid ${id}`);
  return found;
}

/** `gridLead 0 1-15` of each departure. */
const departures = (record: Awaited<ReturnType<typeof gridOf>>) =>
  findingsOf(record, 'gridTeam')
    .filter(({ met }) => met === false)
    .map(
      ({ key, value, days }) => `${key} ${value} ${days?.[0]?.slice(8)}-${days?.at(-1)?.slice(8)} (${days?.length})`,
    );

const until = (date: string) => ({ left: day(date) });
const since = (date: string) => ({ hired: day(date) });

describe('1+1+1+N and a party member (三（二）, K32)', () => {
  test('a whole team departs in nothing', async () => expect(departures(await gridOf(whole()))).toEqual([]));
  test.each([
    ['L', ['gridLead 0 01-31 (31)']],
    ['F', ['fullTime 0 01-31 (31)', 'partyMember 0 01-31 (31)']],
    ['V', ['adviser 0 01-31 (31)']],
    ['P', ['partTime 0 01-31 (31)']],
  ])('without %s', async (id, expected) => expect(departures(await gridOf(whole({ [id]: null })))).toEqual(expected));
  test.each([
    ['gridLead', ['gridLead 2 01-31 (31)']],
    ['fullTime', ['fullTime 2 01-31 (31)']],
    ['adviser', ['adviser 2 01-31 (31)']],
    ['partTime', []],
  ] as const)('two %s', async (role, expected) => {
    const second = person('X', { role, grids: ['G1'] });
    expect(departures(await gridOf([...whole(), second]))).toEqual(expected);
  });
  test('vacant for half a month, and one too many on a day', async () => {
    expect(departures(await gridOf(whole({ L: since('2021-07-16') })))).toEqual(['gridLead 0 01-15 (15)']);
    const next = (from: string) => person('M', { role: 'gridLead', grids: ['G1'], ...since(from) });
    const left = whole({ L: until('2021-07-15') });
    expect(departures(await gridOf([...left, next('2021-07-16')]))).toEqual([]);
    expect(departures(await gridOf([...left, next('2021-07-20')]))).toEqual(['gridLead 0 16-19 (4)']);
    expect(departures(await gridOf([...left, next('2021-07-15')]))).toEqual(['gridLead 2 15-15 (1)']);
  });
  test('only the last day counts where the office says so', async () => {
    const scheme = schemeWith({ 'grid.asOf': '月末' });
    expect(departures(await gridOf(whole({ L: since('2021-07-16') }), {}, scheme))).toEqual([]);
    expect(departures(await gridOf(whole({ L: until('2021-07-30') }), {}, scheme))).toEqual(['gridLead 0 31-31 (1)']);
  });
  test('one adviser for several grids lacks in none', async () => {
    const people = whole({ V: { role: 'adviser', grids: ['G1', 'G2'] } });
    const grids = [grid('G1'), grid('G2')];
    expect(departures(await gridOf(people, { grids }))).toEqual([]);
    expect(departures(await gridOf(people, { grids }, undefined, 'G2'))).toEqual([
      'gridLead 0 01-31 (31)',
      'fullTime 0 01-31 (31)',
      'partTime 0 01-31 (31)',
      'partyMember 0 01-31 (31)',
    ]);
  });
  test('a roster without 党员 says nothing about the party', async () => {
    const people = whole({ F: { grids: ['G1'], partyMember: false } });
    expect(departures(await gridOf(people))).toEqual(['partyMember 0 01-31 (31)']);
    const record = await gridOf(people, { tables: [{ ...roster, columns: { role: 1 } }] });
    expect(departures(record)).toEqual([]);
    expect(findingsOf(record, 'gridTeam').find(({ key }) => key === 'partyMember')).toMatchObject({
      value: null,
      met: null,
    });
  });
  test('a grid that nobody holds is known from the grid table only', async () => {
    const grids = [grid('G1'), grid('G2'), { ...grid('G3'), origin: null }];
    const { grids: found } = await decide({ period: '2021-07', facts: { tables: [roster], people: whole(), grids } });
    expect(found.map(({ id, team }) => [id, team.length])).toEqual([
      ['G1', 4],
      ['G2', 0],
    ]);
  });
});

const missed = (id: string): MissedIncident => ({
  date: day('2021-07-05'),
  grid: id as GridId,
  incident: '违法建设',
  missed: true,
  note: null,
  id: null,
  origin: { table: 0, row: 5 },
});

describe('the score of a grid (K33)', () => {
  const good = (): SomeFacts => ({
    patrol: patrols('F', '2021-07'),
    reports: [...reports('F', '2021-07', 15), ...reports('P', '2021-07', 5)],
    tasks: [task('F', '2021-07-09', '2021-07-09')],
  });
  const score = async (facts: SomeFacts, people = whole()) => scoreOf(await gridOf(people, facts), 'gridScore')?.[0];
  test('everything done: 30 + 30 + 30 + 10', async () => expect(await score(good())).toBe('100'));
  test.each([
    ['19 of 20 reports: 30 × 19 ÷ 20', { reports: reports('F', '2021-07', 19) }, '197/2'],
    ['21 reports count as 20', { reports: reports('F', '2021-07', 21) }, '100'],
    ['11 of 22 days met: 15', { patrol: patrols('F', '2021-07').slice(11) }, '85'],
    ['one of two tasks: 15', { tasks: [task('F', '2021-07-09', '2021-07-09'), task('F', '2021-07-09', null)] }, '85'],
    ['no task: 70 of 70', { tasks: [] }, '100'],
    ['one incident missed', { missedIncidents: [missed('G1')] }, '80'],
    ['another grid’s incident', { missedIncidents: [missed('G2')] }, '100'],
    ['five incidents missed', { missedIncidents: Array(5).fill(missed('G1')) }, '0'],
    ['six are not below 0', { missedIncidents: Array(6).fill(missed('G1')) }, '0'],
  ] as const)('%s', async (_, changes, expected) => expect(await score({ ...good(), ...changes })).toBe(expected));
  test('each departure takes a quarter of the ten points', async () => {
    expect(await score(good(), whole({ L: null }))).toBe('195/2');
    expect(await score(good(), whole({ L: null, V: null }))).toBe('95');
  });
  test('without data: nobody there, no days, no tasks', async () => {
    const grids = [grid('G1'), grid('G2')];
    const result = await decide({ period: '2021-07', facts: { tables: [roster], people: whole(), grids, ...good() } });
    expect(result.grids.map((one) => [one.id, ...(scoreOf(one, 'gridScore') ?? [])])).toEqual([
      ['G1', '100', 1],
      ['G2', '0', 2],
    ]);
    const empty = result.grids[1];
    if (empty === undefined) throw new Error('no G2');
    expect(findingsOf(empty, 'gridScore').map(({ value }) => value)).toEqual([null, null, null, '0', '0']);
  });
  test('equal scores share the rank', async () => {
    const people = ['G1', 'G2', 'G3'].flatMap((id, index) => [
      person(`F${index}`, { grids: [id], partyMember: true }),
      person(`L${index}`, { role: 'gridLead', grids: [id] }),
      person(`P${index}`, { role: 'partTime', grids: [id] }),
    ]);
    const adviser = person('V', { role: 'adviser', grids: ['G1', 'G2'] });
    const grids = [grid('G1'), grid('G2'), grid('G3')];
    const facts = { tables: [roster], people: [...people, adviser], grids, reports: reports('F0', '2021-07', 20) };
    const result = await decide({
      period: '2021-07',
      facts: { ...facts, reports: [0, 1, 2].flatMap((index) => reports(`F${index}`, '2021-07', 20)) },
    });
    expect(result.grids.map((one) => scoreOf(one, 'gridScore')?.[1])).toEqual([1, 1, 3]);
  });
});

describe('the office’s own duty: four 事件 and four 任务 to each grid (K29)', () => {
  const dispatched = (type: 'event' | 'task', count: number) =>
    Array.from({ length: count }, () => task('F', '2021-07-09', '2021-07-09', { type }));
  const duties = async (tasks: SomeFacts['tasks'], people = whole()) =>
    findingsOf(await gridOf(people, tasks ? { tasks } : {}), 'gridDispatch').map(told);
  test.each([
    [3, 5, ['3 of 4: missed', '5 of 4: met']],
    [4, 4, ['4 of 4: met', '4 of 4: met']],
    [5, 3, ['5 of 4: met', '3 of 4: missed']],
  ] as const)('%i and %i', async (events, tasks, expected) =>
    expect(await duties([...dispatched('event', events), ...dispatched('task', tasks)])).toEqual(expected),
  );
  test('withdrawn ones and those of another month are none', async () => {
    const withdrawn = dispatched('event', 4).map((one) => ({ ...one, withdrawn: true }));
    const june = dispatched('task', 4).map((one) => ({ ...one, dispatched: { date: day('2021-06-30'), time: null } }));
    expect(await duties([...withdrawn, ...june])).toEqual(['0 of 4: missed', '0 of 4: missed']);
  });
  test('to a grid without a full-time member nothing can be dispatched', async () =>
    expect(await duties([], whole({ F: null }))).toEqual(['- of 4: open', '- of 4: open']));
});

describe('who counts where', () => {
  test('a member who changes grids in the month takes the days along', async () => {
    const moved = person('F', {});
    const [first] = moved.assignments;
    if (first === undefined) throw new Error('no assignment');
    const assignments = [
      { ...first, grids: ['G1' as GridId], to: day('2021-07-15') },
      { ...first, grids: ['G2' as GridId], from: day('2021-07-16') },
    ];
    const facts = {
      tables: [roster],
      people: [{ ...moved, assignments }],
      grids: [grid('G1'), grid('G2')],
      patrol: patrols('F', '2021-07', ['2021-07-01', '2021-07-30']),
      reports: [
        ...reports('F', '2021-07', 3),
        ...reports('F', '2021-07', 2, { at: { date: day('2021-07-20'), time: null } }),
      ],
      tasks: [task('F', '2021-07-15', '2021-07-15'), task('F', '2021-07-16', null)],
    };
    const { grids } = await decide({ period: '2021-07', facts });
    const july = workdaysOf('2021-07');
    const before = july.filter((date) => date <= '2021-07-15').length;
    const figures = ['assessableDays', 'metDays', 'effectiveReports', 'tasksAssigned', 'tasksDone'];
    expect(grids.map((one) => figures.map((key) => one.figures[key]?.value))).toEqual([
      [String(before), String(before - 1), '3', '1', '1'],
      [String(july.length - before), String(july.length - before - 1), '2', '1', '0'],
    ]);
  });
  test('of several grids a report counts where it says, else in each; tasks in each', async () => {
    const people = [person('F', { grids: ['G1', 'G2'] })];
    const facts = {
      tables: [roster],
      people,
      grids: [grid('G1'), grid('G2')],
      reports: [
        ...reports('F', '2021-07', 1, { grid: 'G1' as GridId }),
        ...reports('F', '2021-07', 2),
        ...reports('F', '2021-07', 4, { grid: 'G9' as GridId }),
      ],
      tasks: [task('F', '2021-07-09', '2021-07-09')],
    };
    const { grids } = await decide({ period: '2021-07', facts });
    expect(grids.map(({ figures }) => [figures.effectiveReports?.value, figures.tasksAssigned?.value])).toEqual([
      ['7', '1'],
      ['6', '1'],
    ]);
  });
  test('reports are told by the role of the reporter, an adviser’s too', async () => {
    const facts = { reports: ['F', 'L', 'L', 'P', 'V'].flatMap((who) => reports(who, '2021-07', 1)) };
    const { figures } = await gridOf(whole(), facts);
    expect(['fullTime', 'gridLead', 'partTime', 'adviser'].map((role) => figures[`reports.${role}`]?.value)).toEqual([
      '1',
      '2',
      '1',
      '1',
    ]);
  });
});
