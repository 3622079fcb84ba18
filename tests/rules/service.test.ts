// Spec 3 花名册 and 4: who serves as what, on which days, and the half days of leave and 免考.
import { describe, expect, test } from 'vitest';
import { firstDayAs, gridsOn, roleOn, withGapsHeld } from '../../src/model/service.ts';
import type { Role } from '../../src/model/terms.ts';
import { day, decide, excused, figure, leave, patrols, person, type SomeFacts, subjectOf, task } from './office.ts';

/** A person of several assignments: role, from, to. */
function assigned(...spans: [Role, string | null, string | null][]) {
  const base = person('A');
  const [first] = base.assignments;
  if (first === undefined) throw new Error('no assignment');
  const date = (text: string | null) => (text === null ? null : day(text));
  return {
    ...base,
    assignments: spans.map(([role, from, to], index) => ({
      ...first,
      role,
      grids: [`G${index}` as (typeof first.grids)[number]],
      from: date(from),
      to: date(to),
    })),
  };
}

describe('the role of a day', () => {
  const moved = assigned(
    ['gridLead', '2021-07-02', '2021-07-03'],
    ['partTime', '2021-07-06', '2021-07-09'],
    ['adviser', '2021-07-20', '2021-07-25'],
  );
  test.each([
    ['before the first assignment: none', '2021-07-01', null],
    ['on its first day', '2021-07-02', 'gridLead'],
    ['on its last day', '2021-07-03', 'gridLead'],
    ['between two: none', '2021-07-05', null],
    ['between the next two: none', '2021-07-15', null],
    ['in the last', '2021-07-20', 'adviser'],
    ['after the last: none', '2021-08-01', null],
  ])('%s', (_, date, role) => {
    expect(roleOn(moved, day(date))).toBe(role);
  });
  test('a later assignment does not reach back', () => {
    const promoted = assigned(['partTime', '2021-07-10', '2021-07-19'], ['fullTime', '2021-07-20', null]);
    expect(['2021-07-05', '2021-07-19', '2021-07-20'].map((date) => roleOn(promoted, day(date)))).toEqual([
      null,
      'partTime',
      'fullTime',
    ]);
  });
  test('an earlier full-time assignment does not reach on', () => {
    const demoted = assigned(['fullTime', null, '2021-07-05'], ['partTime', '2021-07-06', '2021-07-10']);
    expect(roleOn(demoted, day('2021-07-15'))).toBeNull();
  });
  test('versions before 0.4.0: a role holds over gaps, the first before it, the last behind it', () => {
    const held = withGapsHeld(moved);
    const dates = ['2021-07-01', '2021-07-05', '2021-07-15', '2021-08-01'];
    expect(dates.map((date) => roleOn(held, day(date)))).toEqual(['gridLead', 'gridLead', 'partTime', 'adviser']);
  });
  test('two at once: full-time before others', () => {
    expect(roleOn(assigned(['partTime', null, null], ['fullTime', null, null]), day('2021-07-15'))).toBe('fullTime');
  });
  test('grids are those of the role, while employed', () => {
    const both = { ...assigned(['partTime', null, null], ['fullTime', null, null]), left: day('2021-07-15') };
    expect(['2021-07-15', '2021-07-16'].map((date) => gridsOn(both, 'fullTime', day(date)))).toEqual([['G1'], []]);
  });
});

describe('the first day in a role: 入职日期 or 任职开始, whichever is later', () => {
  test.each([
    [null, null, null],
    [null, '2021-07-05', '2021-07-05'],
    ['2021-07-06', null, '2021-07-06'],
    ['2021-07-06', '2021-07-05', '2021-07-06'],
    ['2021-07-04', '2021-07-05', '2021-07-05'],
  ])('from %s, hired %s', (from, hired, expected) => {
    const member = { ...assigned(['fullTime', from, null]), hired: hired === null ? null : day(hired) };
    expect(firstDayAs(member, 'fullTime')).toBe(expected);
  });
  test('of several assignments the earliest of that role', () => {
    const member = assigned(
      ['partTime', '2021-01-01', '2021-03-31'],
      ['fullTime', '2021-06-01', '2021-06-30'],
      ['fullTime', '2021-04-01', '2021-05-31'],
    );
    expect(firstDayAs(member, 'fullTime')).toBe('2021-04-01');
  });
});

const july = async (facts: SomeFacts) => decide({ period: '2021-07', facts: { people: [person('A')], ...facts } });

describe('half days and 免考', () => {
  test.each([
    ['morning', '22'],
    ['afternoon', '22'],
    ['full', '21'],
  ] as const)('年假 of a %s: %s assessable days', async (part, expected) => {
    const result = await july({ leave: [leave('A', '2021-07-05', '2021-07-05', '年假', part)] });
    expect(figure(subjectOf(result, 'A'), 'assessableDays')).toBe(expected);
  });
  test('免考 of one person is of nobody else', async () => {
    const facts = { people: [person('A'), person('B')], excused: [excused('A', '2021-07-05', '2021-07-06', '抽调')] };
    const result = await july(facts);
    expect(['A', 'B'].map((who) => figure(subjectOf(result, who), 'assessableDays'))).toEqual(['20', '22']);
  });
});

test('a task due before 入职日期 is not the joiner’s', async () => {
  const people = [person('A', { hired: day('2021-07-16') })];
  const tasks = [task('A', '2021-07-15', '2021-07-15'), task('A', '2021-07-16', '2021-07-16')];
  expect(figure(subjectOf(await july({ people, tasks }), 'A'), 'tasksAssigned')).toBe('1');
});

test('days with online time, and days on which time and mileage are both reached (spec 6)', async () => {
  const changes: Record<string, object> = {
    '2021-07-01': { onlineTime: 0 },
    '2021-07-02': { onlineTime: 1 },
    '2021-07-05': { onlineTime: 4 * 3600 - 1 },
    '2021-07-06': { mileage: 2999 },
    '2021-07-07': { mileage: null },
    '2021-07-08': { keyPersonVisits: 0 },
  };
  const patrol = patrols('A', '2021-07', ['2021-07-09']).map((row) => ({ ...row, ...changes[row.date] }));
  const subject = subjectOf(await july({ patrol }), 'A');
  expect([figure(subject, 'onlineDays'), figure(subject, 'trackDays')]).toEqual(['20', '16']);
});
