// 工作要求 三（四）要求1-8 and 清单掌握, each at n−1, n and n+1.
import { describe, expect, test } from 'vitest';
import type { PatrolRow, Survey } from '../../src/model/facts.ts';
import { fraction } from '../../src/model/fraction.ts';
import { requirement } from './assessments.ts';
import {
  decide,
  leave,
  mark,
  patrol,
  patrols,
  person,
  recordOf,
  reports,
  type SomeFacts,
  schemeWith,
  subjectOf,
  survey,
  task,
  workdaysOf,
} from './office.ts';

const TABLE = { id: 0, file: 'a.csv', sheet: null, headerRow: 1, rows: { read: 0, used: 0, leftOut: {}, inError: 0 } };
const columns = { party: 1, role: 2, missed: 3, date: 4, grid: 5, incident: 6 };
const missedTable = { ...TABLE, kind: 'missedIncidents', columns } as const;

async function member(facts: SomeFacts, more: Partial<Parameters<typeof decide>[0]> = {}) {
  const result = await decide({ period: '2021-07', facts: { people: [person('A')], ...facts }, ...more });
  return subjectOf(result, 'A');
}

/** July with so many days as `own` and the rest well above every target. */
const days = (own: Partial<PatrolRow>, count: number): PatrolRow[] =>
  workdaysOf('2021-07').map((date, index) =>
    patrol('A', date, index < count ? own : { onlineTime: 20_000, mileage: 9000 }),
  );

describe('三（四）要求1: half a day on duty', () => {
  test.each([
    [0, '22 of 22: met'],
    [1, '21 of 22: missed'],
  ])('%i days without online time', async (count, expected) =>
    expect(requirement(await member({ patrol: days({ onlineTime: 0 }, count) }), 'halfDay')).toBe(expected),
  );
  test('a day without a record has none', async () =>
    expect(requirement(await member({ patrol: days({}, 0).slice(1) }), 'halfDay')).toBe('21 of 22: missed'));
  test('without an assessable day nothing is said', async () => {
    const away = [leave('A', '2021-07-01', '2021-07-31', '年假')];
    expect(requirement(await member({ leave: away }), 'halfDay')).toBe('0 of 0: open');
  });
});

describe('三（四）要求2: 4 hours and 3 kilometres a day', () => {
  test.each([
    ['onlineTime', { onlineTime: 4 * 3600 - 1 }, '21 of 22: missed'],
    ['onlineTime', { onlineTime: 4 * 3600 }, '22 of 22: met'],
    ['onlineTime', { onlineTime: 4 * 3600 + 1 }, '22 of 22: met'],
    ['mileage', { mileage: 2999 }, '21 of 22: missed'],
    ['mileage', { mileage: 3000 }, '22 of 22: met'],
    ['mileage', { mileage: 3001 }, '22 of 22: met'],
  ])('%s %o', async (key, own, expected) =>
    expect(requirement(await member({ patrol: days(own, 1) }), key)).toBe(expected),
  );
});

test('a figure that no table tells of is no data; a target of the week counts the days of the weeks that met it', async () => {
  const patrolFigures = new Set(['onlineTime'] as const);
  const subject = await member({ patrol: days({ mileage: null }, 22), patrolFigures });
  expect([requirement(subject, 'onlineTime'), requirement(subject, 'mileage')]).toEqual([
    '22 of 22: met',
    '- of 22: open',
  ]);
  const weekly = schemeWith({ 'target.mileage.period': '周', 'target.mileage.threshold': '15' });
  const lazy = days({ mileage: 0 }, 3);
  expect(requirement(await member({ patrol: lazy }, { scheme: weekly }), 'mileage')).toBe('20 of 22: missed');
});

describe('三（四）要求3 and 要求5: rates of the survey', () => {
  const rates = (own: Partial<Survey>) => ({ survey: [survey('A', own)] });
  test.each([
    ['accuracy', fraction(9999, 10_000), '9999/100 of 100: missed'],
    ['accuracy', fraction(1), '100 of 100: met'],
    ['keyPersonKnowledge', fraction(99, 100), '99 of 100: missed'],
    ['keyPersonKnowledge', fraction(1), '100 of 100: met'],
    ['familiarity', fraction(8499, 10_000), '8499/100 of 85: missed'],
    ['familiarity', fraction(85, 100), '85 of 85: met'],
    ['familiarity', fraction(86, 100), '86 of 85: met'],
    ['satisfaction', fraction(84, 100), '84 of 85: missed'],
    ['satisfaction', fraction(85, 100), '85 of 85: met'],
    ['satisfaction', fraction(86, 100), '86 of 85: met'],
  ] as const)('%s', async (key, rate, expected) =>
    expect(requirement(await member(rates({ [key]: rate })), key)).toBe(expected),
  );
  test('an empty cell and no row are no data', async () => {
    expect(requirement(await member(rates({ accuracy: null })), 'accuracy')).toBe('- of 100: open');
    expect(requirement(await member({}), 'satisfaction')).toBe('- of 85: open');
  });
  test('the latest row of the quarter holds, whole, and ends with it', async () => {
    const july = await decide({ period: '2021-07', facts: { people: [person('A')], ...rates({ familiarity: null }) } });
    const history = [recordOf('2021-07', july)];
    const august = { period: '2021-08', history };
    expect(requirement(await member({}, august), 'accuracy')).toBe('100 of 100: met');
    const own = rates({ accuracy: null, familiarity: fraction(9, 10) });
    expect(requirement(await member(own, august), 'accuracy')).toBe('- of 100: open');
    expect(requirement(await member(own, august), 'familiarity')).toBe('90 of 85: met');
    const september = await decide({ period: '2021-09', facts: { people: [person('A')], ...rates({}) } });
    const october = { period: '2021-10', history: [recordOf('2021-09', september)] };
    expect(requirement(await member({}, october), 'accuracy')).toBe('- of 100: open');
  });
});

describe('三（四）要求4: nothing missed', () => {
  const incident = (missed: boolean, grid = 'G-A') =>
    ({ date: '2021-07-05', grid, incident: '违法建设', missed, note: null, origin: { table: 0, row: 2 } }) as never;
  const found = async (...incidents: never[]) =>
    requirement(await member({ tables: [missedTable], missedIncidents: incidents }), 'missedIncidents');
  test('none, one, two', async () => {
    expect(await found()).toBe('0 of 0: met');
    expect(await found(incident(false))).toBe('0 of 0: met');
    expect(await found(incident(true, 'G-B'))).toBe('0 of 0: met');
    expect(await found(incident(true))).toBe('1 of 0: missed');
    expect(await found(incident(true), incident(true))).toBe('2 of 0: missed');
  });
  test('without a table nobody has looked', async () =>
    expect(requirement(await member({}), 'missedIncidents')).toBe('- of 0: open'));
});

describe('三（四）要求6: 20 effective reports', () => {
  test.each([
    [19, '19 of 20: missed'],
    [20, '20 of 20: met'],
    [21, '21 of 20: met'],
  ])('%i', async (count, expected) =>
    expect(requirement(await member({ reports: reports('A', '2021-07', count) }), 'effectiveReports')).toBe(expected),
  );
  test('prorated like the base of pay', async () => {
    const away = [leave('A', '2021-07-01', '2021-07-15', '事假')];
    const subject = await member({ leave: away, reports: reports('A', '2021-07', 10) });
    expect(requirement(subject, 'effectiveReports')).toBe('10 of 10: met');
  });
});

describe('三（四）要求7 and 要求8: tasks', () => {
  const done = (type: 'event' | 'adHoc') => task('A', '2021-07-09', '2021-07-09', { type });
  const late = (type: 'event' | 'adHoc') => task('A', '2021-07-09', '2021-07-10', { type });
  test.each([
    ['tasks', 'event'],
    ['adHoc', 'adHoc'],
  ] as const)('%s', async (key, type) => {
    expect(requirement(await member({ tasks: [] }), key)).toBe('0 of 0: open');
    expect(requirement(await member({ tasks: [late(type)] }), key)).toBe('0 of 1: missed');
    expect(requirement(await member({ tasks: [done(type), late(type)] }), key)).toBe('1 of 2: missed');
    expect(requirement(await member({ tasks: [done(type), done(type)] }), key)).toBe('2 of 2: met');
  });
});

test('三（六）1: the duty list', async () => {
  const known = async (knowsDutyList: boolean | null) =>
    requirement(await member({ scores: [{ ...mark('A', 90), knowsDutyList }] }), 'dutyList');
  expect([await known(true), await known(false), await known(null)]).toEqual([
    '1 of 1: met',
    '0 of 1: missed',
    '- of 1: open',
  ]);
});

test('a requirement that the office does not check is not listed; its own threshold holds', async () => {
  const scheme = schemeWith({ 'duty.dutyList.checked': '否', 'duty.satisfaction.threshold': '90' });
  const subject = await member({ survey: [survey('A', { satisfaction: fraction(89, 100) })] }, { scheme });
  expect(requirement(subject, 'dutyList')).toBe('none');
  expect(requirement(subject, 'satisfaction')).toBe('89 of 90: missed');
});

test('who is no full-time member has no requirements; what is checked does not change pay', async () => {
  const lead = person('B', { role: 'gridLead' });
  const facts = { people: [person('A'), lead], patrol: patrols('A', '2021-07') };
  const result = await decide({ period: '2021-07', facts });
  expect(subjectOf(result, 'B', 'gridLead').assessments).toEqual([]);
  const scheme = schemeWith({ 'duty.halfDay.checked': '否' });
  const other = await decide({ period: '2021-07', facts, scheme });
  expect(other.subjects.map(({ total }) => total)).toEqual(result.subjects.map(({ total }) => total));
});
