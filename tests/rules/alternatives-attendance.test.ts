// 出勤份额 and 考核日 read otherwise: kinds of leave and service that do not reduce (K11), half days that excuse (K12).
import { describe, expect, test } from 'vitest';
import {
  adjustment,
  amount,
  day,
  decide,
  figure,
  leave,
  patrols,
  person,
  reports,
  type SomeFacts,
  schemeWith,
  subjectOf,
  task,
  workdaysOf,
} from './office.ts';

const SICK = { 'leave.sick.reduces': '否' };
const PERSONAL = { 'leave.personal.reduces': '否' };
const SERVICE = { 'service.reduces': '否' };

/** Share, assessable days, base, and the three prorated amounts: July 2021 has 22 workdays. */
async function july(values: Record<string, string>, facts: SomeFacts) {
  const complete = {
    people: [person('A')],
    patrol: patrols('A', '2021-07'),
    reports: reports('A', '2021-07', 20, { at: { date: day('2021-07-16'), time: null } }),
    tasks: [task('A', '2021-07-16', '2021-07-16')],
    ...facts,
  };
  const result = await decide({ period: '2021-07', scheme: schemeWith(values), facts: complete });
  const subject = subjectOf(result, 'A');
  return [
    ...['share', 'assessableDays', 'reportBase'].map((key) => figure(subject, key)),
    ...['patrolSubsidy', 'informationSubsidy', 'taskReward'].map((item) => amount(subject, item)),
  ];
}

const threeDays = (kind: '病假' | '事假') => [leave('A', '2021-07-05', '2021-07-07', kind)];
const REDUCED = ['19/22', '19', '18', 69091, 17273, 17273];
const WHOLE = ['1/1', '19', '20', 80000, 20000, 20000];

describe('K11: leave that does not reduce', () => {
  test.each([
    ['as shipped: 病假', {}, threeDays('病假'), REDUCED],
    ['as shipped: 事假', {}, threeDays('事假'), REDUCED],
    ['病假 does not', SICK, threeDays('病假'), WHOLE],
    ['病假 does not, 事假 still does', SICK, threeDays('事假'), REDUCED],
    ['事假 does not', PERSONAL, threeDays('事假'), WHOLE],
    ['事假 does not, 病假 still does', PERSONAL, threeDays('病假'), REDUCED],
    ['neither does', { ...SICK, ...PERSONAL }, [...threeDays('病假'), ...threeDays('事假')], WHOLE],
    [
      'overlapping: the one that still reduces wins its day',
      SICK,
      [...threeDays('病假'), leave('A', '2021-07-07', '2021-07-08', '事假')],
      ['10/11', '18', '19', 72727, 18182, 18182],
    ],
    [
      'half a day that does not reduce',
      PERSONAL,
      [leave('A', '2021-07-05', '2021-07-05', '事假', 'morning')],
      ['1/1', '22', '20', 80000, 20000, 20000],
    ],
    [
      'the whole month',
      SICK,
      [leave('A', '2021-07-01', '2021-07-31', '病假')],
      ['1/1', '0', '20', 80000, 20000, 20000],
    ],
  ])('%s', async (_, values, leaves, expected) => {
    expect(await july(values, { leave: leaves })).toEqual(expected);
  });
});

describe('K11: joining and leaving do not reduce', () => {
  const joins = (date: string) => ({ people: [person('A', { hired: day(date) })] });
  test.each([
    ['as shipped: joins on the 16th', {}, joins('2021-07-16'), ['1/2', '11', '10', 40000, 10000, 10000]],
    ['joins on the 16th', SERVICE, joins('2021-07-16'), ['1/1', '11', '20', 80000, 20000, 20000]],
    [
      'leaves on the 16th',
      SERVICE,
      { people: [person('A', { left: day('2021-07-16') })] },
      ['1/1', '12', '20', 80000, 20000, 20000],
    ],
    [
      'joins on the 16th, 事假 on two workdays',
      SERVICE,
      { ...joins('2021-07-16'), leave: [leave('A', '2021-07-19', '2021-07-20', '事假')] },
      ['10/11', '9', '19', 72727, 18182, 18182],
    ],
    [
      '事假 before joining takes nothing off',
      SERVICE,
      { ...joins('2021-07-16'), leave: [leave('A', '2021-07-01', '2021-07-15', '事假')] },
      ['1/1', '11', '20', 80000, 20000, 20000],
    ],
    [
      'joins on the last workday',
      SERVICE,
      { ...joins('2021-07-30'), reports: [], tasks: [] },
      ['1/1', '1', '20', 80000, 0, 0],
    ],
    [
      'joins on the Saturday after it: no workday, no share',
      SERVICE,
      { ...joins('2021-07-31'), reports: [], tasks: [] },
      ['0/1', '0', '0', 0, 0, 0],
    ],
  ])('%s', async (_, values, facts, expected) => {
    expect(await july(values, facts)).toEqual(expected);
  });
  test('out of service with a 增减项 only', async () => {
    const facts = { people: [person('A', { left: day('2021-06-30') })], adjustments: [adjustment('A', 100)] };
    expect(await july(SERVICE, facts)).toEqual(['0/1', '0', '0', 0, 0, 0]);
  });
});

describe('K12: half a day of leave excuses the day', () => {
  const values = { 'leave.halfDayExcuses': '是' };
  /** No patrol on the 5th. */
  const absent = patrols('A', '2021-07', ['2021-07-05']);
  const half = (kind: '年假' | '事假', part: 'morning' | 'afternoon') => [
    leave('A', '2021-07-05', '2021-07-05', kind, part),
  ];
  test.each([
    ['as shipped: it does not', {}, half('年假', 'morning'), ['1/1', '22', '20', 77500, 20000, 20000]],
    ['年假, morning', values, half('年假', 'morning'), ['1/1', '21', '20', 80000, 20000, 20000]],
    ['年假, afternoon', values, half('年假', 'afternoon'), ['1/1', '21', '20', 80000, 20000, 20000]],
    ['事假 still counts half a day', values, half('事假', 'afternoon'), ['43/44', '21', '20', 78182, 19545, 19545]],
    [
      'both halves are one day',
      values,
      [...half('事假', 'morning'), ...half('事假', 'afternoon')],
      ['21/22', '21', '20', 76364, 19091, 19091],
    ],
  ])('%s', async (_, with_, leaves, expected) => {
    expect(await july(with_, { patrol: absent, leave: leaves })).toEqual(expected);
  });
  test('a run goes over it, and it can keep a month from being forfeited', async () => {
    const patrol = patrols('A', '2021-07', ['2021-07-05', '2021-07-06', '2021-07-07']);
    const found = async (scheme: Record<string, string>) =>
      (await july(scheme, { patrol, leave: half('年假', 'morning') }))[3];
    expect([await found({}), await found(values)]).toEqual([0, 75000]);
  });
  test('the day before it and the day after it are in a row', async () => {
    const unmet = ['2021-07-02', '2021-07-06', '2021-07-07'];
    expect((await july(values, { patrol: patrols('A', '2021-07', unmet), leave: half('年假', 'morning') }))[3]).toBe(0);
  });
  test('every day a half day: nothing is assessed', async () => {
    const leaves = workdaysOf('2021-07').map((date) => leave('A', date, date, '公假', 'morning'));
    expect(await july(values, { patrol: [], leave: leaves })).toEqual(['1/1', '0', '20', 80000, 20000, 20000]);
  });
});
