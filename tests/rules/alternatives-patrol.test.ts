// 巡查补贴 read otherwise: days without data (K24), lateness (K8), where the deduction for meetings stops (K7), and what
// makes a failed month (K21).
import { describe, expect, test } from 'vitest';
import type { MonthRecord } from '../../src/model/record.ts';
import {
  amount,
  day,
  decide,
  figure,
  leave,
  meeting,
  patrol,
  patrols,
  person,
  recordOf,
  reports,
  type SHIPPED,
  schemeWith,
  subjectOf,
  workdaysOf,
} from './office.ts';

const ITEM = 'patrolSubsidy';
type Facts = Parameters<typeof decide>[0]['facts'];

async function july(scheme: typeof SHIPPED, facts: Facts) {
  const complete = { people: [person('A')], patrol: patrols('A', '2021-07'), ...facts };
  return subjectOf(await decide({ period: '2021-07', scheme, facts: complete }), 'A');
}
const lineOf = (subject: Awaited<ReturnType<typeof july>>, key: string) =>
  subject.decisions.flatMap(({ lines }) => lines).find((line) => line.key === key)?.amount;

describe('K24: what has no data is not unmet', () => {
  const scheme = schemeWith({ 'patrol.noDataIsUnmet': '否' });
  const judged = async (...rows: ReturnType<typeof patrol>[]) => {
    const others = patrols(
      'A',
      '2021-07',
      rows.map(({ date }) => date),
    );
    const subject = await july(scheme, { patrol: [...others, ...rows] });
    return [figure(subject, 'unmetDays'), figure(subject, 'noDataDays'), amount(subject, ITEM)];
  };
  test.each([
    [1, '1'],
    [3, '3'],
    [22, '22'],
  ])('%i days without a record', async (count, noDataDays) => {
    const subject = await july(scheme, { patrol: patrols('A', '2021-07', workdaysOf('2021-07').slice(0, count)) });
    expect([figure(subject, 'unmetDays'), figure(subject, 'noDataDays'), amount(subject, ITEM)]).toEqual([
      '0',
      noDataDays,
      80000,
    ]);
  });
  test('a mileage left empty', async () => {
    expect(await judged(patrol('A', '2021-07-01', { mileage: null }))).toEqual(['0', '0', 80000]);
  });
  test('a mileage left empty on a day short of another target', async () => {
    expect(await judged(patrol('A', '2021-07-01', { mileage: null, keyPersonVisits: 0 }))).toEqual(['1', '0', 77500]);
  });
  test('a mileage of 0 is a figure', async () => {
    expect(await judged(patrol('A', '2021-07-01', { mileage: 0 }))).toEqual(['1', '0', 77500]);
  });
  test('a day without data breaks a run', async () => {
    const unmet = ['2021-07-06', '2021-07-08', '2021-07-09'];
    const rows = patrols('A', '2021-07', [...unmet, '2021-07-07']);
    const subject = await july(scheme, {
      patrol: [...rows, ...unmet.map((date) => patrol('A', date, { mileage: 0 }))],
    });
    expect([figure(subject, 'longestUnmetRun'), amount(subject, ITEM)]).toEqual(['2', 72500]);
  });
  test.each([
    ['no visit known in the week', null, '0'],
    ['one day of it says 0', 0, '1'],
  ])('a target of a week: %s', async (_, monday, unmet) => {
    const weekly = schemeWith({ 'patrol.noDataIsUnmet': '否', 'target.keyPersonVisits.period': '周' });
    const rows = patrols('A', '2021-07').map((row) => {
      if (row.date < '2021-07-05' || row.date > '2021-07-09') return row;
      return { ...row, keyPersonVisits: row.date === '2021-07-05' ? monday : null };
    });
    expect(figure(await july(weekly, { patrol: rows }), 'unmetDays')).toBe(unmet);
  });
  test('unmet days do not rest on days without a record', async () => {
    const subject = await july(scheme, { patrol: patrols('A', '2021-07', ['2021-07-20']) });
    const absences = (key: string) =>
      subject.figures[key]?.sources.map((source) => (source.type === 'absence' ? source.what : source.type));
    expect([absences('unmetDays'), absences('noDataDays')]).toEqual([['未达标的考核日'], ['20日的巡查记录']]);
  });
  test('a month with every record', async () => {
    const subject = await july(scheme, {});
    expect(subject.figures.noDataDays?.sources).toEqual([
      { type: 'absence', what: '没有巡查记录的考核日', searched: [] },
    ]);
  });
  test('a day’s target is measured over that day, a week’s over its assessable days', async () => {
    const subject = await july(schemeWith({ 'target.mileage.period': '周' }), {});
    const targets = subject.evidence.days.find(({ date }) => date === '2021-07-02')?.targets;
    expect(['onlineTime', 'mileage'].map((key) => targets?.find(({ figure: one }) => one === key)?.over)).toEqual([
      null,
      ['2021-07-01', '2021-07-02'],
    ]);
  });
});

describe('K8: lateness is deducted', () => {
  const days = workdaysOf('2021-07');
  const late = (count: number) => days.slice(0, count).map((date) => meeting('A', date, 'late'));
  test.each([
    ['50', 0, 80000],
    ['50', 1, 75000],
    ['50', 2, 70000],
    ['50', 15, 5000],
    ['50', 16, 0],
    ['50', 17, 0],
    ['20', 1, 78000],
    ['12.5', 3, 76250],
  ])('%s yuan, late %i times', async (rate, count, expected) => {
    const subject = await july(schemeWith({ 'meeting.lateDeduction': rate }), { meetings: late(count) });
    expect([amount(subject, ITEM), figure(subject, 'meetingLates')]).toEqual([expected, String(count)]);
  });
  test('beside an absence, each its own line', async () => {
    const meetings = [meeting('A', '2021-07-01', 'late'), meeting('A', '2021-07-02', 'absent')];
    const subject = await july(schemeWith({ 'meeting.lateDeduction': '20' }), { meetings });
    expect([lineOf(subject, 'meetingAbsences'), lineOf(subject, 'meetingLates'), amount(subject, ITEM)]).toEqual([
      -5000, -2000, 73000,
    ]);
  });
  test('absences first: what is left stops the lateness', async () => {
    const meetings = [...days.slice(0, 15).map((date) => meeting('A', date, 'absent')), ...late(0)];
    const both = [...meetings, meeting('A', '2021-07-29', 'late'), meeting('A', '2021-07-30', 'late')];
    const subject = await july(schemeWith({ 'meeting.lateDeduction': '30' }), { meetings: both });
    expect([lineOf(subject, 'meetingAbsences'), lineOf(subject, 'meetingLates')]).toEqual([-75000, -5000]);
  });
  test('on a day of leave, of half a day too, it is excused like an absence', async () => {
    const subject = await july(schemeWith({ 'meeting.lateDeduction': '50' }), {
      meetings: [meeting('A', '2021-07-05', 'late'), meeting('A', '2021-07-06', 'late')],
      leave: [leave('A', '2021-07-05', '2021-07-05', '年假', 'morning')],
    });
    expect([amount(subject, ITEM), figure(subject, 'meetingLates')]).toEqual([75000, '1']);
  });
});

describe('K7: the deduction for meetings goes on below zero', () => {
  const scheme = schemeWith({ 'meeting.stopsAtZero': '否' });
  const absent = (count: number) =>
    workdaysOf('2021-07')
      .slice(0, count)
      .map((date) => meeting('A', date, 'absent'));
  const forfeited = patrols('A', '2021-07', ['2021-07-06', '2021-07-07', '2021-07-08']);
  const settled = (subject: Awaited<ReturnType<typeof july>>) => [
    amount(subject, ITEM),
    subject.total,
    subject.carriedOut,
  ];
  test.each([
    [15, [5000, 25000, 0]],
    [16, [0, 20000, 0]],
    [17, [-5000, 15000, 0]],
    [20, [-20000, 0, 0]],
    [21, [-25000, 0, -5000]],
  ])('%i absences beside 200 for reports', async (count, expected) => {
    expect(settled(await july(scheme, { meetings: absent(count), reports: reports('A', '2021-07', 20) }))).toEqual(
      expected,
    );
  });
  test('forfeited and absent once: −50, taken off the other items', async () => {
    const facts = { patrol: forfeited, meetings: absent(1), reports: reports('A', '2021-07', 20) };
    expect(settled(await july(scheme, facts))).toEqual([-5000, 15000, 0]);
  });
  test('forfeited, absent and late', async () => {
    const meetings = [...absent(1), meeting('A', '2021-07-02', 'late')];
    const both = schemeWith({ 'meeting.stopsAtZero': '否', 'meeting.lateDeduction': '20' });
    expect(settled(await july(both, { patrol: forfeited, meetings }))).toEqual([-7000, 0, -7000]);
  });
  test('unmet days still stop at zero', async () => {
    const small = schemeWith({ 'meeting.stopsAtZero': '否', 'patrol.amount': '20' });
    const subject = await july(small, { patrol: patrols('A', '2021-07', ['2021-07-06']), meetings: absent(1) });
    expect([lineOf(subject, 'unmetDays'), lineOf(subject, 'meetingAbsences'), amount(subject, ITEM)]).toEqual([
      -2000, -5000, -5000,
    ]);
  });
  test('nothing else that month: carried out, and in next month', async () => {
    const facts = { people: [person('A')], patrol: forfeited, meetings: absent(1) };
    const first = await decide({ period: '2021-07', scheme, facts });
    const second = await decide({
      period: '2021-08',
      scheme,
      history: [recordOf('2021-07', first)],
      schemeStart: '2021-07',
      facts: { people: [person('A')], patrol: patrols('A', '2021-08') },
    });
    const after = subjectOf(second, 'A');
    expect([subjectOf(first, 'A').carriedOut, amount(after, 'carriedIn'), after.total]).toEqual([-5000, -5000, 75000]);
  });
});

describe('K21: any unmet day fails the month', () => {
  const scheme = schemeWith({ 'card.failedBy': '有未达标日' });
  /** Unmet days of each month from July; null: no assessable day. */
  async function cards(...months: readonly (number | null)[]) {
    let history: MonthRecord[] = [];
    const found: unknown[] = [];
    for (const [index, unmet] of months.entries()) {
      const period = `2021-${String(index + 7).padStart(2, '0')}`;
      const facts = {
        people: [person('A')],
        patrol: patrols('A', period, workdaysOf(period).slice(0, unmet ?? 0)),
        leave: unmet === null ? [{ ...leave('A', `${period}-01`, `${period}-28`, '产假'), to: day('2021-12-31') }] : [],
      };
      const result = await decide({ period, scheme, history, schemeStart: '2021-07', facts });
      const subject = subjectOf(result, 'A');
      found.push([figure(subject, 'card'), figure(subject, 'consecutiveFailedMonths'), figure(subject, 'forfeited')]);
      history = [...history, recordOf(period, result)];
    }
    return found;
  }
  test.each([
    ['none', [0], [['', '0', false]]],
    ['one', [1], [['yellow', '1', false]]],
    ['three in a row', [3], [['yellow', '1', true]]],
    [
      'one in each of two months',
      [1, 1],
      [
        ['yellow', '1', false],
        ['red', '2', false],
      ],
    ],
    [
      'a month met between',
      [1, 0, 1],
      [
        ['yellow', '1', false],
        ['', '0', false],
        ['yellow', '1', false],
      ],
    ],
    [
      'a month without an assessable day between',
      [1, null, 1],
      [
        ['yellow', '1', false],
        ['', '0', false],
        ['red', '2', false],
      ],
    ],
  ])('%s', async (_, months, expected) => {
    expect(await cards(...months)).toEqual(expected);
  });
});
