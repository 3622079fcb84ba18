// 量化指标 三（四）末段: an office's own targets by week and month (K35, K4).
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/facts.ts';
import type { QuantifiedTarget } from '../../src/scheme/targets.ts';
import { targetsInForce } from '../../src/scheme/targets.ts';
import { findingsOf, told } from './assessments.ts';
import {
  day,
  decide,
  leave,
  month,
  patrols,
  person,
  reports,
  SHIPPED,
  type SomeFacts,
  schemeWith,
  subjectOf,
  task,
} from './office.ts';

const REPORTS = {
  id: 0,
  file: '信息.csv',
  sheet: null,
  kind: 'reports',
  headerRow: 1,
  columns: { id: 0, category: 1 },
  rows: { read: 0, used: 0, leftOut: {}, inError: 0 },
} as const;

const target = (changes: Partial<QuantifiedTarget>): QuantifiedTarget => ({
  name: '指标',
  figure: 'keyPersonVisits',
  period: 'week',
  standard: 5,
  category: null,
  from: null,
  basis: null,
  approver: null,
  place: { file: '设置.xlsx', sheet: '量化指标', row: 2, column: 3 },
  columns: {},
  ...changes,
});

async function findings(targets: readonly QuantifiedTarget[], facts: SomeFacts = {}, scheme = SHIPPED) {
  const all = { people: [person('A')], patrol: patrols('A', '2021-07'), ...facts };
  const result = await decide({ period: '2021-07', facts: all, scheme: { ...scheme, targets } });
  return findingsOf(subjectOf(result, 'A'), 'quantifiedTargets');
}

const all = async (changes: Partial<QuantifiedTarget>, facts: SomeFacts = {}) =>
  (await findings([target(changes)], facts)).map((one) => `${one.days?.[0]?.slice(8) ?? 'month'} ${told(one)}`);

/** July 2021 begins on a Thursday and ends on a Saturday. */
describe('a target of every week', () => {
  test('weeks are Monday to Sunday in the month; a cut one owes its part, rounded up', async () =>
    expect(await all({})).toEqual([
      '01 2 of 2: met',
      '05 5 of 5: met',
      '12 5 of 5: met',
      '19 5 of 5: met',
      '26 5 of 5: met',
    ]));
  test('one visit less, one more', async () => {
    const short = { patrol: patrols('A', '2021-07', ['2021-07-06']) };
    expect((await all({}, short))[1]).toBe('05 4 of 5: missed');
    expect((await all({ standard: 4 }, short))[1]).toBe('05 4 of 4: met');
    expect((await all({ standard: 3 }, short))[1]).toBe('05 4 of 3: met');
  });
  test('leave takes its part of a week; a week without an assessable day is left open', async () => {
    const away = {
      leave: [leave('A', '2021-07-06', '2021-07-06', '年假'), leave('A', '2021-07-12', '2021-07-16', '事假')],
    };
    expect((await all({}, away)).slice(1, 3)).toEqual(['05 4 of 4: met', '12 - of 0: open']);
  });
  test('a week nobody recorded is no data', async () =>
    expect((await all({}, { patrol: [] }))[0]).toBe('01 - of 2: open'));
});

describe('what is measured', () => {
  const at = (date: string): Partial<Report> => ({ at: { date: day(date), time: null } });
  test.each([
    ['online time in hours', { figure: 'onlineTime', standard: 88 * 3600, period: 'month' }, 'month 88 of 88: met'],
    [
      'one second more than there is',
      { figure: 'onlineTime', standard: 88 * 3600 + 1, period: 'month' },
      'month 88 of 316801/3600: missed',
    ],
    [
      'mileage in kilometres',
      { figure: 'mileage', standard: 66_001, period: 'month' },
      'month 66 of 66001/1000: missed',
    ],
    ['places', { figure: 'keyPlaceVisits', standard: 22, period: 'month' }, 'month 22 of 22: met'],
  ] as const)('%s', async (_, changes, expected) => expect(await all(changes)).toEqual([expected]));
  test('effective reports, of all and of a 类别', async () => {
    const facts = {
      tables: [REPORTS],
      reports: [
        ...reports('A', '2021-07', 3),
        ...reports('A', '2021-07', 2, { category: '矛盾纠纷' }),
        ...reports('A', '2021-07', 1, { category: '矛盾纠纷', effective: false }),
        ...reports('A', '2021-07', 4, at('2021-07-31')),
      ],
    };
    const monthly = { figure: 'effectiveReports', period: 'month' } as const;
    expect(await all({ ...monthly, standard: 9 }, facts)).toEqual(['month 9 of 9: met']);
    const ofCategory = { ...monthly, standard: 3, category: '矛盾纠纷' };
    expect(await all(ofCategory, facts)).toEqual(['month 2 of 3: missed']);
    expect(await all(ofCategory, { ...facts, tables: [{ ...REPORTS, columns: { id: 0 } }] })).toEqual([
      'month - of 3: open',
    ]);
    expect((await all({ figure: 'effectiveReports', standard: 5 }, facts)).map((text) => text.slice(0, 4))).toEqual([
      '01 0',
      '05 5',
      '12 0',
      '19 0',
      '26 4',
    ]);
  });
  test('tasks done in time', async () => {
    const tasks = [task('A', '2021-07-09', '2021-07-09'), task('A', '2021-07-09', '2021-07-10')];
    expect(await all({ figure: 'tasksDone', standard: 2, period: 'month' }, { tasks })).toEqual([
      'month 1 of 2: missed',
    ]);
  });
});

test('what a target rests on: the office’s decision, else the clause; the cell that sets it', async () => {
  const [own] = await findings([target({ period: 'month', basis: '会议纪要', approver: '王主任' })]);
  expect(own?.basis).toEqual({ approver: '王主任', reason: '会议纪要' });
  expect(own?.sources).toContainEqual({
    type: 'setting',
    parameter: '量化指标.指标',
    value: '5次',
    cell: { file: '设置.xlsx', sheet: '量化指标', row: 2, column: 3 },
  });
  const [shipped] = await findings([target({ period: 'month' })]);
  expect(shipped?.basis).toMatchObject({ clause: '三（四）末段' });
  expect(shipped?.title).toBe('指标（每月重点人员走访）');
});

test('without targets, or where they are switched off, there is nothing', async () => {
  expect(await findings([])).toEqual([]);
  expect(await findings([target({})], {}, schemeWith({ 'duty.targets.checked': '否' }))).toEqual([]);
});

test('of a name the row with the latest month holds; 0 ends it; two for one month are an error', () => {
  const rows = [
    target({ standard: 5 }),
    target({ standard: 6, from: month('2021-08') }),
    target({ standard: 0, from: month('2021-10') }),
  ];
  const held = (period: string) => targetsInForce(rows, month(period)).targets.map(({ standard }) => standard);
  expect(['2021-07', '2021-08', '2021-09', '2021-10'].map(held)).toEqual([[5], [6], [6], []]);
  expect(targetsInForce([...rows, target({ standard: 7 })], month('2021-07')).problems.map(({ code }) => code)).toEqual(
    ['targetTwice'],
  );
});
