// What should be there and is not, and what contradicts itself (该问的): asked by the rules, each with its edge (spec 3.0).
import { describe, expect, test } from 'vitest';
import type { Adjustment, NoRecord, PersonId, Task } from '../../src/model/facts.ts';
import { fen } from '../../src/model/money.ts';
import type { PatrolFigure } from '../../src/model/terms.ts';
import {
  adjustment,
  day,
  decide,
  patrol,
  patrols,
  person,
  reports,
  type SomeFacts,
  task,
  workdaysOf,
} from './office.ts';

const PERIOD = '2021-07';
const DAYS = workdaysOf(PERIOD);
const IDS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/** What is asked of an office, without what follows from it or belongs to a first month. */
async function asked(facts: SomeFacts, ...codes: readonly string[]) {
  const { problems } = await decide({ period: PERIOD, facts });
  return problems.filter(({ code }) => codes.includes(code));
}
const codesOf = (found: Awaited<ReturnType<typeof asked>>): readonly string[] => found.map(({ code }) => code);

const GAPS = ['workdayWithoutPatrol', 'figuresBreakOff', 'figuresLacking', 'daysWithoutFigures', 'personWithoutPatrol'];

/** Rows of so many people, some of which lack a figure. */
const officeOf = (count: number, lacks: (who: number, date: string) => boolean, figure: PatrolFigure = 'mileage') => {
  const ids = IDS.slice(0, count);
  return {
    people: ids.map((id) => person(id)),
    patrol: ids.flatMap((id, who) => DAYS.map((date) => patrol(id, date, lacks(who, date) ? { [figure]: null } : {}))),
  };
};

const noRecord = (who: string | null, from: string, figure: PatrolFigure | null = null): NoRecord => ({
  person: who as PersonId | null,
  from: day(from),
  to: day(from),
  figure,
  reason: '平台停机',
  approver: '李强',
  origin: { table: 0, row: 1 },
});

describe('a figure that many lack', () => {
  const [fifth, last] = [DAYS[4] as string, DAYS.at(-1) as string];
  test.each([
    [
      'three of six on a day: a warning',
      6,
      (who: number, date: string) => who < 3 && date === fifth,
      ['figuresLacking'],
    ],
    ['two of four: nobody is asked', 4, (who: number, date: string) => who < 2 && date === fifth, []],
    ['three of seven are less than half', 7, (who: number, date: string) => who < 3 && date === fifth, []],
    ['five: an error', 8, (who: number, date: string) => who < 5 && date === fifth, ['figuresBreakOff']],
    ['on the last day: an error', 6, (who: number, date: string) => who < 3 && date === last, ['figuresBreakOff']],
  ])('%s', async (_, count, lacks, expected) => {
    expect(codesOf(await asked(officeOf(count, lacks), ...GAPS))).toEqual(expected);
  });
  test('which begins late, or ends early, for nearly everybody, however few they are and however long', async () => {
    for (const people of [1, 2, 6]) {
      const late = officeOf(people, (_, date) => date < (DAYS[14] as string));
      const early = officeOf(people, (_, date) => date > (DAYS[6] as string));
      expect((await asked(late, ...GAPS)).map(({ data }) => (data as { days?: string[] }).days?.length)).toContain(14);
      expect((await asked(early, ...GAPS)).map(({ data }) => (data as { days?: string[] }).days?.length)).toContain(15);
    }
  });
  test('which is usual on no day is no gap', async () => {
    expect(
      await asked(
        officeOf(6, (who, date) => (who + Number(date.slice(-1))) % 2 === 0, 'keyPlaceVisits'),
        ...GAPS,
      ),
    ).toEqual([]);
  });
  test('确无记录 answers for the figure, for all figures, and for nobody else', async () => {
    const office = officeOf(6, (who, date) => who < 3 && date === fifth);
    const answered = async (...rows: NoRecord[]) => codesOf(await asked({ ...office, noRecords: rows }, ...GAPS));
    expect(await answered(noRecord(null, fifth, 'mileage'))).toEqual([]);
    expect(await answered(noRecord(null, fifth))).toEqual([]);
    expect(await answered(noRecord('A', fifth))).toEqual([]);
    expect(await answered(noRecord('F', fifth))).toEqual(['figuresLacking']);
    expect(await answered(noRecord(null, fifth, 'onlineTime'))).toEqual(['figuresLacking']);
    expect(await answered(noRecord(null, DAYS[5] as string))).toEqual(['figuresLacking']);
  });
});

describe('one person', () => {
  const other = patrols('B', PERIOD);
  const people = [person('A'), person('B')];
  test.each([
    [2, []],
    [3, ['daysWithoutFigures']],
  ])('without any row on %d days in a row', async (count, expected) => {
    const rows = [...patrols('A', PERIOD, DAYS.slice(5, 5 + count)), ...other];
    expect(codesOf(await asked({ people, patrol: rows }, ...GAPS))).toEqual(expected);
  });
  test.each([
    ['onlineTime' as const, ['daysWithoutFigures']],
    ['mileage' as const, ['daysWithoutFigures']],
    ['keyPersonVisits' as const, []],
  ])('without %s three days in a row', async (figure, expected) => {
    const rows = DAYS.map((date, index) => patrol('A', date, index > 4 && index < 8 ? { [figure]: null } : {}));
    expect(codesOf(await asked({ people, patrol: [...rows, ...other] }, ...GAPS))).toEqual(expected);
  });
  test('without dates and without a word in any table at an end of the month: asked about service instead', async () => {
    const rows = [...patrols('A', PERIOD, DAYS.slice(0, 6)), ...other];
    const found = await asked({ people, patrol: rows }, ...GAPS, 'serviceDoubtful');
    expect(codesOf(found)).toEqual(['serviceDoubtful']);
    const told = [reports('A', PERIOD, 1, { at: { date: DAYS[1] as never, time: null } })].flat();
    expect(codesOf(await asked({ people, patrol: rows, reports: told }, ...GAPS, 'serviceDoubtful'))).toEqual([
      'daysWithoutFigures',
    ]);
  });
});

describe('an export below another', () => {
  const twice = (second: (date: string) => number) => [
    ...DAYS.map((date) => patrol('A', date)),
    ...DAYS.map((date) => patrol('A', date, { onlineTime: second(date) })),
  ];
  test('is asked about, once', async () => {
    const found = await asked(
      { people: [person('A')], patrol: twice(() => 3600) },
      'patrolPastedTwice',
      'patrolRowsAlike',
    );
    expect(codesOf(found)).toEqual(['patrolPastedTwice']);
  });
  test('rows of one walk lie together', async () => {
    const rows = DAYS.flatMap((date) => [patrol('A', date), patrol('A', date, { onlineTime: 3600 })]);
    expect(await asked({ people: [person('A')], patrol: rows }, 'patrolPastedTwice')).toEqual([]);
  });
});

describe('信息', () => {
  const people = [person('A'), person('B')];
  const patrol = [...patrols('A', PERIOD), ...patrols('B', PERIOD)];
  const on = (who: string, ...dates: readonly string[]) =>
    dates.flatMap((date) => reports(who, PERIOD, 1, { at: { date: day(date), time: null } }));
  const every = (who: string, last: number) => on(who, ...DAYS.slice(0, last));
  const tables = [
    {
      id: 0,
      file: 'r.csv',
      sheet: null,
      kind: 'reports' as const,
      headerRow: 1,
      columns: {},
      rows: { read: 1, used: 1, leftOut: {}, inError: 0 },
    },
  ];
  test.each([
    ['five workdays before the end', DAYS.length - 5, ['reportsBreakOff']],
    ['four', DAYS.length - 4, []],
  ])('breaks off %s', async (_, last, expected) => {
    const facts = { people, patrol, tables, reports: [...every('A', last), ...every('B', last)] };
    expect(codesOf(await asked(facts, 'reportsBreakOff'))).toEqual(expected);
  });
  test('an office that leaves out weeks is not asked', async () => {
    const facts = {
      people,
      patrol,
      tables,
      reports: [...on('A', '2021-07-01', '2021-07-20'), ...on('B', '2021-07-02')],
    };
    expect(await asked(facts, 'reportsBreakOff')).toEqual([]);
  });
  test('a member without any', async () => {
    const facts = { people, patrol, tables, reports: every('A', DAYS.length) };
    const [found] = await asked(facts, 'membersWithoutReports');
    expect(found?.data).toMatchObject({ people: [{ id: 'B' }] });
  });
});

describe('增减项 whose words say that money is taken', () => {
  const row = (title: string, reason: string, changes: Partial<Adjustment> = {}): Adjustment => ({
    ...adjustment('A', 5000),
    title,
    reason,
    ...changes,
  });
  test.each([
    ['扣款', '迟到', true],
    ['罚款', '', true],
    ['追缴补贴', '', false],
    ['扣回误发返还', '', false],
    ['退役慰问', '八一', false],
    ['考核', '扣发三天', true],
    ['补贴', '扣发后重发', false],
    ['慰问', '高温', false],
  ])('%s / %s', async (title, reason, isAsked) => {
    const found = await asked({ people: [person('A')], adjustments: [row(title, reason)] }, 'deductionPositive');
    expect(found.length > 0).toBe(isAsked);
  });
  test('not of a negative amount, nor of one whose direction a column tells', async () => {
    const rows = [row('扣款', 'a', { amount: fen(-100) }), row('扣款', 'b', { directed: true })];
    expect(await asked({ people: [person('A')], adjustments: rows }, 'deductionPositive')).toEqual([]);
  });
});

describe('派单 in an impossible order', () => {
  const at = (text: string) => ({ date: day(text), time: null });
  const odd = async (changes: Partial<Task>) =>
    (
      await asked(
        { people: [person('A')], tasks: [{ ...task('A', '2021-07-10', '2021-07-09'), ...changes }] },
        'taskTimesReversed',
      )
    ).length;
  test.each([
    [
      'done before it was dispatched',
      { dispatched: at('2021-07-10'), due: at('2021-07-12'), done: at('2021-07-09') },
      1,
    ],
    ['due before it was dispatched', { dispatched: at('2021-07-10'), due: at('2021-07-09'), done: null }, 1],
    ['all on one day', { dispatched: at('2021-07-10'), due: at('2021-07-10'), done: at('2021-07-10') }, 0],
    ['due more than a year later', { dispatched: at('2021-07-10'), due: at('2022-07-20'), done: null }, 1],
    ['withdrawn', { dispatched: at('2021-07-10'), due: at('2021-07-09'), done: null, withdrawn: true }, 0],
    ['of other months', { dispatched: at('2021-05-10'), due: at('2021-05-09'), done: null }, 0],
  ])('%s', async (_, changes, expected) => {
    expect(await odd(changes)).toBe(expected);
  });
});

describe('one person under two 工号', () => {
  const twice = (changes: object, role: 'fullTime' | 'partTime' = 'fullTime') => ({
    people: [person('A', changes), person('B', { ...changes, role })],
    patrol: patrols('A', PERIOD),
  });
  test('one entry a number of people, whichever numbers they share', async () => {
    const [found, ...others] = await asked(
      twice({ idNumber: '110101199001011234', phone: '13800000000' }),
      'samePersonTwice',
    );
    expect([others, found?.data]).toMatchObject([[], { heading: '身份证号', people: [{ id: 'A' }, { id: 'B' }] }]);
  });
  test('a mobile number alone; none', async () => {
    expect(codesOf(await asked(twice({ phone: '13800000000' }), 'samePersonTwice'))).toEqual(['samePersonTwice']);
    expect(await asked(twice({}), 'samePersonTwice')).toEqual([]);
  });
});
