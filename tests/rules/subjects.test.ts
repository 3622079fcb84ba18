// Spec 5.6, 9: who stands on the month's list, in which role, with which grids, and what is carried over.
import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/model/facts.ts';
import { adjustment, amount, day, decide, figure, patrols, person, recordOf, reports, subjectOf } from './office.ts';

const july = (facts: Parameters<typeof decide>[0]['facts']) => decide({ period: '2021-07', facts });
const listed = ({ subjects }: Awaited<ReturnType<typeof july>>) => subjects.map(({ id, role }) => `${id} ${role}`);
const codes = ({ problems }: Awaited<ReturnType<typeof july>>) => problems.map(({ code }) => code);
const LEFT = { left: day('2021-06-30') };

describe('who is listed', () => {
  test('whoever served a day; who left before only with a 增减项', async () => {
    const people = [
      person('A'),
      person('B', { left: day('2021-07-01') }),
      person('C', LEFT),
      person('D', LEFT),
      person('E', { role: 'partTime', ...LEFT }),
      person('F', { role: 'partTime', ...LEFT }),
      person('G', { role: 'gridLead' }),
      person('H', { role: 'adviser' }),
    ];
    const adjustments = [adjustment('D', 100), adjustment('F', 200), adjustment('H', 300)];
    const result = await july({ people, adjustments });
    expect(listed(result)).toEqual(['A fullTime', 'B fullTime', 'D fullTime', 'F partTime', 'G gridLead']);
    expect(result.subjects.map((one) => [one.served, amount(one, 'adjustments')])).toEqual([
      [true, 0],
      [true, 0],
      [false, 100],
      [false, 200],
      [true, 0],
    ]);
    expect(codes(result).filter((code) => code === 'adjustmentForAdviser')).toHaveLength(1);
  });
  test('out of service once part-time, once full-time: a 增减项 is full-time', async () => {
    const base = person('A', LEFT);
    const [held] = base.assignments;
    if (held === undefined) throw new Error('no assignment');
    const people: Person[] = [
      {
        ...base,
        assignments: [
          { ...held, role: 'partTime', to: day('2021-03-31') },
          { ...held, from: day('2021-04-01') },
        ],
      },
    ];
    expect(listed(await july({ people, adjustments: [adjustment('A', 100)] }))).toEqual(['A fullTime']);
  });
  test('out of service nobody is asked for tasks', async () => {
    const result = await july({ people: [person('A', LEFT)], adjustments: [adjustment('A', 100)] });
    expect(codes(result)).toEqual([]);
  });
  test('in service without a task: a warning', async () => {
    expect(codes(await july({ people: [person('A')] }))).toContain('noTasksAssigned');
  });
});

describe('grids of the month', () => {
  test.each([
    [null, '2021-07-01', ['G-A']],
    ['2021-07-31', null, ['G-A']],
    [null, null, ['G-A']],
  ])('assigned from %s to %s', async (from, to, grids) => {
    const base = person('A');
    const assignments = base.assignments.map((one) => ({
      ...one,
      from: from === null ? null : day(from),
      to: to === null ? null : day(to),
    }));
    expect(subjectOf(await july({ people: [{ ...base, assignments }] }), 'A').grids).toEqual(grids);
  });
  test.each([
    [null, '2021-06-30'],
    ['2021-08-01', null],
  ])('assigned from %s to %s: not in the month', async (from, to) => {
    const base = person('A');
    const assignments = base.assignments.map((one) => ({
      ...one,
      from: from === null ? null : day(from),
      to: to === null ? null : day(to),
    }));
    expect((await july({ people: [{ ...base, assignments }] })).subjects).toEqual([]);
  });
});

describe('上月结转 (K30)', () => {
  const people = [person('A'), person('B'), person('P', { role: 'partTime' }), person('V', { role: 'adviser' })];
  test('is taken off whoever owes it, and off nobody else', async () => {
    const before = await july({ people, adjustments: [adjustment('B', -300)] });
    expect(before.subjects.map(({ carriedOut }) => carriedOut)).toEqual([0, -300, 0]);
    const result = await decide({
      period: '2021-08',
      history: [recordOf('2021-07', before)],
      schemeStart: '2021-07',
      facts: { people: [...people, person('Z')], patrol: patrols('B', '2021-08') },
    });
    expect(listed(result)).toEqual(['A fullTime', 'B fullTime', 'Z fullTime', 'P partTime']);
    const carried = result.subjects.map((one) => one.decisions.find(({ item }) => item === 'carriedIn'));
    expect(carried.map((decision) => [decision?.amount, decision?.lines.length])).toEqual([
      [0, 0],
      [-300, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(subjectOf(result, 'B').total).toBe(80000 - 300);
  });
  test('of 兼职 nothing is carried: what is below zero is a problem', async () => {
    const result = await july({ people, adjustments: [adjustment('A', -100), adjustment('P', -100)] });
    expect(result.subjects.map(({ total, carriedOut }) => [total, carriedOut])).toEqual([
      [0, -100],
      [0, 0],
      [0, 0],
    ]);
    const below = result.problems.filter(({ code }) => code === 'rewardBelowZero');
    expect(below.map(({ data }) => data)).toEqual([{ id: 'P', name: '人P', left: '1.00' }]);
  });
});

test('a person of two roles: one 增减项, on the full-time row', async () => {
  const base = person('A');
  const [held] = base.assignments;
  if (held === undefined) throw new Error('no assignment');
  const assignments = [
    { ...held, to: day('2021-07-15') },
    { ...held, role: 'partTime' as const, from: day('2021-07-16') },
  ];
  const list = [
    ...reports('A', '2021-07', 1, { at: { date: day('2021-07-15'), time: null } }),
    ...reports('A', '2021-07', 2, { at: { date: day('2021-07-16'), time: null } }),
  ];
  const result = await july({ people: [{ ...base, assignments }], reports: list, adjustments: [adjustment('A', 100)] });
  expect(listed(result)).toEqual(['A fullTime', 'A partTime']);
  const [fullTime, partTime] = result.subjects;
  if (!fullTime || !partTime) throw new Error('two subjects');
  expect([fullTime, partTime].map((one) => [amount(one, 'adjustments'), figure(one, 'effectiveReports')])).toEqual([
    [100, '1'],
    [0, '2'],
  ]);
});
