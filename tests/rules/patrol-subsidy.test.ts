// 三（六）1 巡查补贴: 800 a month, 25 off a day, forfeited at 3 in a row or 5 in the month, 50 off a meeting missed.
import { describe, expect, test } from 'vitest';
import type { PatrolRow } from '../../src/model/facts.ts';
import { fraction } from '../../src/model/fraction.ts';
import type { SubjectRecord } from '../../src/model/record.ts';
import type { Scheme } from '../../src/scheme/scheme.ts';
import {
  amount,
  day,
  decide,
  excused,
  figure,
  leave,
  meeting,
  patrol,
  patrols,
  person,
  schemeWith,
  subjectOf,
  workdaysOf,
} from './office.ts';

const ITEM = 'patrolSubsidy';

async function subsidyWithout(unmet: readonly string[], period = '2021-07') {
  const result = await decide({ period, facts: { people: [person('A')], patrol: patrols('A', period, unmet) } });
  return subjectOf(result, 'A');
}

describe('三（六）1 未完成的扣减25元/天', () => {
  test.each([
    [[], 80000],
    [['2021-07-01'], 77500],
    [['2021-07-01', '2021-07-05'], 75000],
    [['2021-07-01', '2021-07-05', '2021-07-07', '2021-07-09'], 70000],
  ])('%j', async (unmet, expected) => {
    expect(amount(await subsidyWithout(unmet), ITEM)).toBe(expected);
  });
});

describe('三（六）1 连续3天未达标或当月累计5天未达标的，当月不给予', () => {
  test.each([
    ['two in a row', ['2021-07-01', '2021-07-02'], 75000, false, '2'],
    ['three in a row', ['2021-07-06', '2021-07-07', '2021-07-08'], 0, true, '3'],
    ['over a weekend: Friday, Monday, Tuesday', ['2021-07-02', '2021-07-05', '2021-07-06'], 0, true, '3'],
    ['five scattered', ['2021-07-01', '2021-07-05', '2021-07-07', '2021-07-09', '2021-07-13'], 0, true, '1'],
  ])('%s', async (_, unmet, expected, forfeited, run) => {
    const subject = await subsidyWithout(unmet);
    expect([amount(subject, ITEM), figure(subject, 'forfeited'), figure(subject, 'longestUnmetRun')]).toEqual([
      expected,
      forfeited,
      run,
    ]);
  });
  test('over 中秋: the make-up Saturday counts, the three days off do not', async () => {
    const subject = await subsidyWithout(['2021-09-17', '2021-09-18', '2021-09-22'], '2021-09');
    expect([amount(subject, ITEM), figure(subject, 'longestUnmetRun')]).toEqual([0, '3']);
  });
  test('leave inside a run neither breaks nor lengthens it', async () => {
    const result = await decide({
      period: '2021-07',
      facts: {
        people: [person('A')],
        patrol: patrols('A', '2021-07', ['2021-07-06', '2021-07-07', '2021-07-08']),
        leave: [leave('A', '2021-07-07', '2021-07-07', '年假')],
      },
    });
    const subject = subjectOf(result, 'A');
    expect([figure(subject, 'longestUnmetRun'), figure(subject, 'unmetDays'), amount(subject, ITEM)]).toEqual([
      '2',
      '2',
      75000,
    ]);
  });
  test('every pattern of a short month against a plain second count', async () => {
    const days = workdaysOf('2021-02').slice(0, 9);
    for (let pattern = 0; pattern < 2 ** days.length; pattern += 1) {
      const unmet = days.filter((_, index) => pattern & (1 << index));
      const runs = days
        .map((_, index) => (pattern & (1 << index) ? 'x' : '.'))
        .join('')
        .split('.');
      const forfeited = unmet.length >= 5 || runs.some((run) => run.length >= 3);
      const expected = forfeited ? 0 : 80000 - 2500 * unmet.length;
      expect(amount(await subsidyWithout(unmet, '2021-02'), ITEM), runs.join('.')).toBe(expected);
    }
  });
});

describe('三（四）要求2 and 三（六）1: the five targets at n−1, n, n+1', () => {
  const cases: readonly [string, Partial<PatrolRow>, boolean][] = [
    ['online rate 79.99%', { onlineRate: fraction(7999, 10000) }, false],
    ['online rate 80%', { onlineRate: fraction(8, 10) }, true],
    ['online time 3:59:59', { onlineTime: 4 * 3600 - 1 }, false],
    ['online time 4:00:00', { onlineTime: 4 * 3600 }, true],
    ['mileage 2,999 m', { mileage: 2999 }, false],
    ['mileage 3,000 m', { mileage: 3000 }, true],
    ['no key person visited', { keyPersonVisits: 0 }, false],
    ['one key person visited', { keyPersonVisits: 1 }, true],
    ['no key place visited', { keyPlaceVisits: 0 }, false],
    ['no figure for mileage', { mileage: null }, false],
    ['no rate in the row', { onlineRate: null }, false],
    ['no rate column, online time', { onlineRate: null, hasRateColumn: false }, true],
    ['no rate column, no online time', { onlineRate: null, hasRateColumn: false, onlineTime: 0 }, false],
  ];
  test.each(cases)('%s', async (_, changes, met) => {
    const rows = [...patrols('A', '2021-07', ['2021-07-01']), patrol('A', '2021-07-01', changes)];
    const subject = subjectOf(await decide({ period: '2021-07', facts: { people: [person('A')], patrol: rows } }), 'A');
    expect([figure(subject, 'unmetDays'), figure(subject, 'noDataDays')]).toEqual([met ? '0' : '1', '0']);
  });
  test.each([
    [0, '0', 'missed'],
    [1, '1', 'met'],
    [null, null, 'noData'],
  ])('no rate column: of %s seconds online the rate is %s', async (onlineTime, value, result) => {
    const rows = [patrol('A', '2021-07-01', { onlineRate: null, hasRateColumn: false, onlineTime })];
    const subject = subjectOf(await decide({ period: '2021-07', facts: { people: [person('A')], patrol: rows } }), 'A');
    const target = subject.evidence.days[0]?.targets.find((one) => one.figure === 'onlineRate');
    expect([target?.value, target?.result]).toEqual([value, result]);
  });
  test('several rows of a day add up, the highest rate counts', async () => {
    const half = { onlineTime: 2 * 3600, mileage: 1500, keyPersonVisits: 1, keyPlaceVisits: 0 };
    const rows = [
      ...patrols('A', '2021-07', ['2021-07-01']),
      patrol('A', '2021-07-01', { ...half, onlineRate: fraction(1, 2) }),
      patrol('A', '2021-07-01', { ...half, keyPlaceVisits: 1, keyPersonVisits: null }),
    ];
    const subject = subjectOf(await decide({ period: '2021-07', facts: { people: [person('A')], patrol: rows } }), 'A');
    expect(figure(subject, 'unmetDays')).toBe('0');
  });
});

describe('√ and × in place of figures (K31)', () => {
  const NOTHING = {
    onlineRate: null,
    hasRateColumn: false,
    onlineTime: null,
    mileage: null,
    keyPersonVisits: null,
    keyPlaceVisits: null,
  };
  const mark = (date: string, met: boolean) => patrol('A', date, { ...NOTHING, met });
  const marked = (unmet: readonly string[], days = workdaysOf('2021-07')) =>
    days.map((date) => mark(date, !unmet.includes(date)));
  const decided = async (rows: readonly PatrolRow[], scheme?: Scheme) =>
    subjectOf(
      await decide({
        period: '2021-07',
        facts: { people: [person('A')], patrol: rows },
        ...(scheme ? { scheme } : {}),
      }),
      'A',
    );
  test.each([
    [0, 80000, '22', '22'],
    [1, 77500, '21', '21'],
    [2, 75000, '20', '20'],
    [3, 0, '19', '19'],
  ])('%i days of ×', async (days, paid, online, track) => {
    const subject = await decided(marked(workdaysOf('2021-07').slice(0, days)));
    expect([amount(subject, ITEM), figure(subject, 'onlineDays'), figure(subject, 'trackDays')]).toEqual([
      paid,
      online,
      track,
    ]);
    expect(figure(subject, 'noDataDays')).toBe('0');
  });
  test('the lines name the reading where a mark decided, and only there', async () => {
    const readings = ({ decisions }: { decisions: SubjectRecord['decisions'] }) =>
      decisions.find(({ item }) => item === ITEM)?.lines.map(({ interpretations }) => interpretations.includes('K31'));
    expect(new Set(readings(await decided(marked([]))))).toEqual(new Set([true]));
    expect(new Set(readings(await decided(patrols('A', '2021-07'))))).toEqual(new Set([false]));
  });
  test('a day without either is no data', async () => {
    const subject = await decided(marked([]).slice(1));
    expect([figure(subject, 'unmetDays'), figure(subject, 'noDataDays')]).toEqual(['1', '1']);
  });
  test('a figure counts before the mark, the mark for what has none', async () => {
    const [first = '', second = ''] = workdaysOf('2021-07');
    const short = patrol('A', first, { ...NOTHING, mileage: 2999 });
    const long = patrol('A', second, { ...NOTHING, mileage: 3000 });
    const subject = await decided([...marked([second]), short, long]);
    const results = subject.evidence.days
      .slice(0, 2)
      .map(({ unmet, targets }) => [
        unmet,
        ...targets.map(({ result, marked: byMark }) => `${result}${byMark ? ' by mark' : ''}`),
      ]);
    expect(results).toEqual([
      [true, 'met by mark', 'met by mark', 'missed', 'met by mark', 'met by mark'],
      [true, 'missed by mark', 'missed by mark', 'met', 'missed by mark', 'missed by mark'],
    ]);
  });
  test('a week is met when each of its days is √, missed when one is ×', async () => {
    const weekly = schemeWith({ 'target.mileage.period': '周' });
    const results = async (rows: readonly PatrolRow[]) =>
      (await decided(rows, weekly)).evidence.days
        .flatMap(({ date, targets }) => targets.map((target) => ({ date, ...target })))
        .filter(({ figure: own, result }) => own === 'mileage' && result !== 'notDue')
        .map(({ date, result }) => `${date.slice(8)} ${result}`);
    expect(await results(marked(['2021-07-05']))).toEqual(['02 met', '09 missed', '16 met', '23 met', '30 met']);
    expect((await results(marked([]).slice(1)))[0]).toBe('02 noData');
  });
  test('where marks do not count, the days have no data', async () => {
    const subject = await decided(marked([]), schemeWith({ 'patrol.marksDecide': '否' }));
    expect([amount(subject, ITEM), figure(subject, 'noDataDays'), figure(subject, 'onlineDays')]).toEqual([
      0,
      '22',
      '0',
    ]);
  });
});

describe('targets of a week or month (K3, K4)', () => {
  const weekly = schemeWith({ 'target.keyPersonVisits.period': '周', 'target.keyPersonVisits.threshold': '5' });
  const monthly = schemeWith({ 'target.mileage.period': '月', 'target.mileage.threshold': '66' });
  /** 2021-07-01 is a Thursday: the first week of July has two of five workdays. */
  test.each([
    ['cut week owes ⌈5 × 2 ÷ 5⌉ = 2: one visit', { '2021-07-01': 1, '2021-07-02': 0 }, '1'],
    ['cut week owes 2: two visits', { '2021-07-01': 1, '2021-07-02': 1 }, '0'],
    [
      'whole week owes 5: four visits',
      { '2021-07-05': 4, '2021-07-06': 0, '2021-07-07': 0, '2021-07-08': 0, '2021-07-09': 0 },
      '1',
    ],
    [
      'whole week owes 5: five visits on one day',
      { '2021-07-05': 5, '2021-07-06': 0, '2021-07-07': 0, '2021-07-08': 0, '2021-07-09': 0 },
      '0',
    ],
  ])('%s', async (_, visits, unmet) => {
    const rows = patrols('A', '2021-07').map((one) => ({
      ...one,
      keyPersonVisits: (visits as Record<string, number>)[one.date] ?? one.keyPersonVisits,
    }));
    const result = await decide({ period: '2021-07', scheme: weekly, facts: { people: [person('A')], patrol: rows } });
    expect(figure(subjectOf(result, 'A'), 'unmetDays')).toBe(unmet);
  });
  test('a week cut by leave owes ⌈5 × 3 ÷ 5⌉ = 3, due on its last assessable day', async () => {
    const rows = patrols('A', '2021-07');
    const result = await decide({
      period: '2021-07',
      scheme: weekly,
      facts: { people: [person('A')], patrol: rows, leave: [leave('A', '2021-07-08', '2021-07-09', '年假')] },
    });
    const subject = subjectOf(result, 'A');
    const due = subject.evidence.days
      .find(({ date }) => date === '2021-07-07')
      ?.targets.find((t) => t.figure === 'keyPersonVisits');
    expect([due?.result, due?.owed, due?.reached, figure(subject, 'unmetDays')]).toEqual(['met', '3', '3', '0']);
  });
  test.each([
    [66000, '0'],
    [65999, '1'],
  ])('%i m in the month against 66 km', async (metres, unmet) => {
    const rows = patrols('A', '2021-07').map((one, index) => ({ ...one, mileage: index === 0 ? metres : 0 }));
    const result = await decide({ period: '2021-07', scheme: monthly, facts: { people: [person('A')], patrol: rows } });
    expect(figure(subjectOf(result, 'A'), 'unmetDays')).toBe(unmet);
  });
  test('a target switched off is not asked for', async () => {
    const rows = patrols('A', '2021-07').map((one) => ({ ...one, keyPlaceVisits: null }));
    const scheme = schemeWith({ 'target.keyPlaceVisits.enabled': '否' });
    const result = await decide({ period: '2021-07', scheme, facts: { people: [person('A')], patrol: rows } });
    expect(figure(subjectOf(result, 'A'), 'unmetDays')).toBe('0');
  });
});

describe('会议无故缺席的扣除50元/次', () => {
  const meetings = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      meeting('A', `2021-07-${String(index + 1).padStart(2, '0')}`, 'absent'),
    );
  test.each([
    [1, 75000],
    [16, 0],
    [17, 0],
  ])('%i missed: the deduction stops at 0', async (count, expected) => {
    const facts = { people: [person('A')], patrol: patrols('A', '2021-07'), meetings: meetings(count) };
    expect(amount(subjectOf(await decide({ period: '2021-07', facts }), 'A'), ITEM)).toBe(expected);
  });
  test('late, on leave, and absent on a day of half-day leave are not deducted', async () => {
    const facts = {
      people: [person('A')],
      patrol: patrols('A', '2021-07'),
      meetings: [
        meeting('A', '2021-07-01', 'late'),
        meeting('A', '2021-07-02', 'onLeave'),
        meeting('A', '2021-07-05', 'absent'),
      ],
      leave: [leave('A', '2021-07-05', '2021-07-05', '年假', 'morning')],
    };
    const subject = subjectOf(await decide({ period: '2021-07', facts }), 'A');
    expect([amount(subject, ITEM), figure(subject, 'meetingAbsences')]).toEqual([80000, '0']);
  });
  test('免考 does not excuse a meeting', async () => {
    const facts = {
      people: [person('A')],
      patrol: patrols('A', '2021-07', ['2021-07-05']),
      meetings: [meeting('A', '2021-07-05', 'absent')],
      excused: [excused(null, '2021-07-05')],
    };
    const subject = subjectOf(await decide({ period: '2021-07', facts }), 'A');
    expect([amount(subject, ITEM), figure(subject, 'unmetDays')]).toEqual([75000, '0']);
  });
});

describe('出勤份额 (K11, K12): July 2021 has 22 workdays', () => {
  test.each([
    ['三天病假', [leave('A', '2021-07-05', '2021-07-07', '病假')], '19/22', '19', 69091],
    ['三天年假 reduces nothing', [leave('A', '2021-07-05', '2021-07-07', '年假')], '1/1', '19', 80000],
    [
      '病假 over a weekend counts workdays only',
      [leave('A', '2021-07-02', '2021-07-05', '病假')],
      '10/11',
      '20',
      72727,
    ],
    [
      'half a day of 事假 does not excuse',
      [leave('A', '2021-07-05', '2021-07-05', '事假', 'afternoon')],
      '43/44',
      '22',
      78182,
    ],
    [
      'two halves are a day',
      [
        leave('A', '2021-07-05', '2021-07-05', '事假', 'morning'),
        leave('A', '2021-07-05', '2021-07-05', '事假', 'afternoon'),
      ],
      '21/22',
      '21',
      76364,
    ],
    [
      'overlapping: the reducing kind wins, each day once',
      [leave('A', '2021-07-05', '2021-07-07', '年假'), leave('A', '2021-07-07', '2021-07-08', '事假')],
      '10/11',
      '18',
      72727,
    ],
  ])('%s', async (_, leaves, share, assessable, expected) => {
    const facts = { people: [person('A')], patrol: patrols('A', '2021-07'), leave: leaves };
    const subject = subjectOf(await decide({ period: '2021-07', facts }), 'A');
    expect([figure(subject, 'share'), figure(subject, 'assessableDays'), amount(subject, ITEM)]).toEqual([
      share,
      assessable,
      expected,
    ]);
  });
  test('a joiner on the 16th and a leaver on the 16th', async () => {
    const people = [person('A', { hired: day('2021-07-16') }), person('B', { left: day('2021-07-16') })];
    const result = await decide({
      period: '2021-07',
      facts: { people, patrol: [...patrols('A', '2021-07'), ...patrols('B', '2021-07')] },
    });
    expect([figure(subjectOf(result, 'A'), 'share'), figure(subjectOf(result, 'B'), 'share')]).toEqual(['1/2', '6/11']);
  });
});
