// `wangge alert`: a month in progress, on small offices of two members whose days are told one by one, and on the sample
// office against a recount of its months by hand.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { SIGNED } from '../archive/office.ts';
import { SCHEMES, workdaysOf } from '../editions-office.ts';
import { folderOf, hashes, json, type Run, sampleCopy, temporaryFolder, wangge, wanggeAll } from './office.ts';
import { type Document, mistakesIn } from './published.ts';

interface Member {
  readonly hired?: string;
  readonly left?: string;
  /** Days with too little online time, and days without a row. */
  readonly unmet?: readonly string[];
  readonly missing?: readonly string[];
}

type Members = Readonly<Record<string, Member>>;

const lines = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;

/** All attend the first of two, A is absent from the second. */
const meetings = (period: string, ids: readonly string[]): string =>
  lines(
    '日期,工号,签到',
    ids.flatMap((id) => [`${period}-02,${id},出席`, `${period}-03,${id},${id === 'A' ? '缺席' : '出席'}`]),
  );

/** Members meet their targets on every day of the months but those named. */
function office(members: Members, files: Record<string, string | null> = {}, months = ['2021-06']): string {
  const told = Object.entries(members);
  const roster = told.map(([id, { hired = '', left = '' }]) => `${id},人${id},专职网格员,G${id},${hired},${left}`);
  const patrol = (period: string) =>
    told.flatMap(([id, { unmet = [], missing = [] }]) =>
      workdaysOf(period)
        .filter((day) => !missing.includes(day))
        .map((day) => `${day},${id},${unmet.includes(day) ? 3 : 5},4,1,1`),
    );
  const tables = months.flatMap((period) => [
    [
      `${period}/巡查.csv`,
      lines('日期,工号,在线时长（小时）,巡查里程（公里）,重点人员走访,重点场所走访', patrol(period)),
    ],
    [`${period}/信息.csv`, lines('编号,工号,上报时间,是否有效', [`X${period},A,${period}-02,是`])],
    [`${period}/派单.csv`, lines('编号,类型,工号,派单时间,截止时间,完成时间', [])],
    [
      `${period}/例会.csv`,
      meetings(
        period,
        told.map(([id]) => id),
      ),
    ],
  ]);
  return folderOf({
    '花名册.csv': lines('工号,姓名,角色,网格编号,入职日期,离职日期', roster),
    ...Object.fromEntries(tables),
    ...files,
  });
}

const june = (...days: readonly number[]): readonly string[] =>
  days.map((day) => `2021-06-${String(day).padStart(2, '0')}`);
const july = (...days: readonly number[]): readonly string[] => days.map((day) => `2021-07-${day}`);

interface Worker {
  readonly id: string;
  readonly daysToForfeit: number | null;
  readonly forfeited: boolean;
  readonly assessableDaysLeft: number;
  readonly unmetDays: number;
  readonly unmetRun: number;
  readonly noDataDays: number;
  readonly effectiveReports: number;
  readonly meetingAbsences: number;
}

interface AlertDocument extends Document {
  readonly workers: readonly Worker[];
  readonly workdaysLeft: number;
  readonly issues: readonly { readonly code: string; readonly severity: string }[];
}

const alertArgs = (asOf: string): readonly string[] => ['alert', asOf.slice(0, 7), '--as-of', asOf];

function alert(folder: string, asOf: string): AlertDocument {
  const run = wangge(folder, [...alertArgs(asOf), '--json']);
  const document: AlertDocument = json(run);
  expect([run.status, run.err, mistakesIn(document)]).toEqual([0, '', []]);
  return document;
}

const memberA = (folder: string, asOf: string): Worker => alert(folder, asOf).workers[0] as Worker;

function errorsOf(folder: string, args: readonly string[]): readonly string[] {
  const { status, out } = wangge(folder, [...args, '--json']);
  const document: AlertDocument = JSON.parse(out);
  expect([status, mistakesIn(document)]).toEqual([1, []]);
  return document.issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

const B: Member = {};

describe('how near a member is to losing the subsidy', () => {
  test.each<[string, Member, string, object, Record<string, string>?]>([
    ['nothing unmet', {}, '2021-06-11', { unmetDays: 0, unmetRun: 0, daysToForfeit: 3, forfeited: false }],
    ['two in a row', { unmet: june(9, 10) }, '2021-06-10', { unmetDays: 2, unmetRun: 2, daysToForfeit: 1 }],
    ['a day met after two', { unmet: june(9, 10) }, '2021-06-11', { unmetDays: 2, unmetRun: 0, daysToForfeit: 3 }],
    [
      'four in the month',
      { unmet: june(1, 3, 7, 9) },
      '2021-06-10',
      { unmetDays: 4, unmetRun: 0, daysToForfeit: 1, cardIfForfeited: 'yellow' },
    ],
    [
      'a weekend and leave in between',
      { unmet: june(4, 8) },
      '2021-06-08',
      { unmetDays: 2, unmetRun: 2, daysToForfeit: 1, assessableDays: 20 },
      { '2021-06/请假.csv': lines('工号,开始日期,结束日期,类型', ['A,2021-06-07,2021-06-07,年假']) },
    ],
    [
      'on the weekend after',
      { unmet: june(3, 4) },
      '2021-06-06',
      { unmetRun: 2, daysToForfeit: 1, assessableDays: 21, assessableDaysLeft: 17 },
    ],
    [
      'lost, three in a row',
      { unmet: june(1, 2, 3) },
      '2021-06-16',
      { unmetDays: 3, unmetRun: 0, daysToForfeit: 0, forfeited: true, cardIfForfeited: 'yellow' },
    ],
    [
      'lost, five in the month',
      { unmet: june(1, 3, 7, 9, 11) },
      '2021-06-11',
      { unmetDays: 5, unmetRun: 1, daysToForfeit: 0, forfeited: true },
    ],
    [
      'unmet only later',
      { unmet: june(17, 18, 21) },
      '2021-06-17',
      { unmetDays: 1, daysToForfeit: 2, forfeited: false },
    ],
    [
      'no data',
      { unmet: june(7), missing: june(8, 9, 16, 17, 18) },
      '2021-06-09',
      { unmetDays: 3, noDataDays: 2, unmetRun: 3, daysToForfeit: 0, forfeited: true },
    ],
    [
      'no data, read as no fault',
      { unmet: june(7), missing: june(8, 9) },
      '2021-06-09',
      { unmetDays: 1, noDataDays: 0, unmetRun: 0, daysToForfeit: 3 },
      { '设置.csv': '参数,取值\n无数据按未达标,否\n' },
    ],
    [
      'on the last day',
      { unmet: june(29, 30) },
      '2021-06-30',
      { unmetRun: 2, daysToForfeit: 1, assessableDaysLeft: 0, forfeited: false },
    ],
    [
      'thresholds of the office',
      { unmet: june(9, 10) },
      '2021-06-10',
      { daysToForfeit: 2 },
      { '设置.csv': '参数,取值\n连续未达标取消天数,4\n' },
    ],
    [
      'days of the calendar in a row: the weekend breaks the run',
      { unmet: june(3, 4) },
      '2021-06-04',
      { unmetRun: 2, daysToForfeit: 3 },
      { '设置.csv': '参数,取值\n连续未达标计算方式,自然日\n' },
    ],
    [
      'days of the calendar in a row: the shortest run begins next week',
      {},
      '2021-06-02',
      { unmetRun: 0, daysToForfeit: 3 },
      { '设置.csv': '参数,取值\n连续未达标计算方式,自然日\n' },
    ],
    [
      'left before: no day is left',
      { left: '2021-06-10', unmet: june(9, 10) },
      '2021-06-16',
      { unmetRun: 2, daysToForfeit: 1, assessableDays: 8, assessableDaysLeft: 0 },
    ],
  ])('%s', (_, member, asOf, expected, files = {}) => {
    expect(memberA(office({ A: member, B }, files), asOf)).toMatchObject(expected);
  });

  test('a target of the week is due when the week is over', () => {
    const row = (day: string, id: string) => `${day},${id},5,4,${id === 'B' ? 5 : 0},1`;
    const patrol = lines(
      '日期,工号,在线时长（小时）,巡查里程（公里）,重点人员走访,重点场所走访',
      workdaysOf('2021-06').flatMap((day) => [row(day, 'A'), row(day, 'B')]),
    );
    const folder = office(
      { A: {}, B },
      { '2021-06/巡查.csv': patrol, '设置.csv': '参数,取值\n目标.重点人员走访.周期,周\n' },
    );
    expect(memberA(folder, '2021-06-10')).toMatchObject({ unmetDays: 1, daysToForfeit: 3 });
    expect(memberA(folder, '2021-06-11')).toMatchObject({ unmetDays: 2, unmetRun: 1, daysToForfeit: 2 });
  });

  test('a run that goes on from the month before', () => {
    const members = { A: { unmet: [...june(29, 30), ...july(12)] }, B };
    const files = { '设置.csv': '参数,取值\n连续未达标跨月计算,是\n' };
    const folder = office(members, files, ['2021-06', '2021-07']);
    expect(memberA(folder, '2021-07-01')).toMatchObject({ unmetDays: 0, unmetRun: 0, daysToForfeit: 3 });
    const unmetFirst = office({ A: { unmet: [...june(29, 30), '2021-07-01'] }, B }, files, ['2021-06', '2021-07']);
    expect(memberA(unmetFirst, '2021-07-01')).toMatchObject({ unmetDays: 1, unmetRun: 3, daysToForfeit: 0 });
  });

  test('a member whose month before failed is one step from red', () => {
    const folder = office({ A: { unmet: [...june(1, 2, 3), ...july(14, 15)] }, B }, {}, ['2021-06', '2021-07']);
    const { workers } = alert(folder, '2021-07-15');
    expect(workers).toMatchObject([
      { daysToForfeit: 1, cardIfForfeited: 'red' },
      { daysToForfeit: 3, cardIfForfeited: 'yellow' },
    ]);
    expect(wangge(folder, alertArgs('2021-07-15')).out).toMatch(/人A .*再有1天 │ 红牌/);
  });

  test('a reading by which any unmet day fails the month', () => {
    const files = { '设置.csv': '参数,取值\n未达到巡查要求的认定,有未达标日\n' };
    const card = (unmet: readonly string[]) => memberA(office({ A: { unmet }, B }, files), '2021-06-10');
    expect(card(june(9, 10))).toMatchObject({ daysToForfeit: 1, cardIfForfeited: 'yellow' });
  });
});

describe('reports and meetings', () => {
  test('the base of a joiner, and of who is on leave, is their share of the whole month', () => {
    const leave = lines('工号,开始日期,结束日期,类型', ['A,2021-06-28,2021-06-30,事假']);
    const folder = office({ A: {}, B: { hired: '2021-06-16' } }, { '2021-06/请假.csv': leave });
    const { workers, workdaysLeft } = alert(folder, '2021-06-18');
    expect(workdaysLeft).toBe(8);
    expect(workers).toMatchObject([
      // ⌈20 × 18/21⌉
      { assessableDaysLeft: 5, effectiveReports: 1, reportBase: 18, reportsShort: 17, meetingAbsences: 1 },
      // ⌈20 × 11/21⌉
      { assessableDaysLeft: 8, effectiveReports: 0, reportBase: 11, reportsShort: 11, meetingAbsences: 0 },
    ]);
  });
  test('what is later is not counted', () => {
    expect(memberA(office({ A: {}, B }), '2021-06-02')).toMatchObject({ meetingAbsences: 0, effectiveReports: 1 });
    expect(memberA(office({ A: {}, B }), '2021-06-01')).toMatchObject({ effectiveReports: 0 });
  });
});

describe('rows after the day are not looked at', () => {
  const LATER: Record<string, string> = {
    '2021-06/补导.csv': lines('日期,工号,在线时长（小时）,巡查里程（公里）,重点人员走访,重点场所走访', [
      '2021-06-21,A,约5,4,1,1',
      '2021-06-22,Z9,5,4,1,1',
      '2021-06-23,A,3,4,1,1',
    ]),
    '2021-06/信息二.csv': lines('编号,工号,上报时间,是否有效', ['X9,Z9,2021-06-25,是', 'X10,A,2021-06-25,也许']),
    '2021-06/例会二.csv': lines('工号,2021-06-04,2021-06-25', ['A,出席,也许', 'B,出席,']),
    '2021-06/例会三.csv': lines('工号,2021-06-24,2021-06-28', ['A,也许,', 'Z9,出席,出席']),
    '2021-06/派单二.csv': lines('编号,类型,工号,派单时间,截止时间,完成时间', ['T1,怪事,A,2021-06-22,2021-06-24,']),
    '2021-06/漏报.csv': lines('发现日期,网格编号,类型,是否漏报', ['2021-06-24,G9,违法建设,是']),
  };
  test('whatever is wrong with them', () => {
    const { issues, workers } = alert(office({ A: {}, B }, LATER), '2021-06-18');
    expect(issues.filter(({ severity }) => severity !== 'notice')).toEqual([]);
    expect(issues.map(({ code }) => code)).not.toContain('otherPeriodLeftOut');
    expect(workers).toMatchObject([{ unmetDays: 0, effectiveReports: 1 }, { unmetDays: 0 }]);
  });
  test('they stop the alert of a later day, as they stop the check', () => {
    const folder = office({ A: {}, B }, LATER);
    expect(new Set(errorsOf(folder, alertArgs('2021-06-30')))).toEqual(new Set(errorsOf(folder, ['check', '2021-06'])));
  });
  test('a workday nobody has a record of is an error once it is over', () => {
    const folder = office({ A: { missing: june(17, 18, 21) }, B: { missing: june(17, 18, 21) } });
    expect(alert(folder, '2021-06-16').issues).toEqual([]);
    expect(errorsOf(folder, alertArgs('2021-06-17'))).toEqual(['workdayWithoutPatrol']);
  });
});

describe('what a month in progress need not have', () => {
  test('tables that are not there yet are one notice', () => {
    const files = { '2021-06/信息.csv': null, '2021-06/派单.csv': null, '2021-06/例会.csv': null };
    const { issues, workers } = alert(office({ A: {}, B }, files), '2021-06-10');
    expect(issues.map(({ code }) => code)).toEqual(['tableNotYet']);
    expect(workers[0]).toMatchObject({ effectiveReports: 0, reportsShort: 20, meetingAbsences: 0 });
  });
  test.each(['花名册.csv', '2021-06/巡查.csv'])('%s must be there', (path) => {
    expect(errorsOf(office({ A: {}, B }, { [path]: null }), alertArgs('2021-06-10'))).toContain('tableMissing');
  });
  test('no word of dispatches, rankings and cards of a month that is not over', () => {
    const folder = office({ A: { unmet: july(12, 13, 14) }, B }, {}, ['2021-07']);
    expect(alert(folder, '2021-07-15').issues.map(({ code }) => code)).toEqual(['monthBeforeMissing']);
  });
});

describe('how it is asked', () => {
  const folder = office({ A: { unmet: june(9, 10) }, B });
  test.each([
    ['no day', ['alert', '2021-06'], '--as-of'],
    ['a day of another month', ['alert', '2021-06', '--as-of', '2021-07-01'], '2021-07-01'],
    ['no date', ['alert', '2021-06', '--as-of', '2021-06-31'], '2021-06-31'],
  ])('%s', (_, args, words) => {
    const { status, out, err } = wangge(folder, args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });
  test('a month without a folder, and one before the scheme', () => {
    expect(errorsOf(folder, alertArgs('2021-08-10'))).toEqual(['monthFolderMissing']);
    expect(errorsOf(folder, alertArgs('2021-05-10'))).toEqual(['noEdition']);
  });
  test('a closed month is decided', () => {
    const closing = temporaryFolder();
    cpSync(join(import.meta.dirname, '../../fixtures/problems/office'), closing, { recursive: true });
    expect(wangge(closing, ['close', '2021-06', ...SIGNED]).status).toBe(0);
    expect(errorsOf(closing, alertArgs('2021-06-10'))).toEqual(['monthClosed']);
  });
  test('nothing is written', () => {
    const before = hashes(folder);
    alert(folder, '2021-06-10');
    wangge(folder, alertArgs('2021-06-10'));
    expect(hashes(folder)).toEqual(before);
  });
});

describe('what people read', () => {
  const reports = (ids: readonly string[]) =>
    lines(
      '编号,工号,上报时间,是否有效',
      ids.flatMap((id) => Array.from({ length: 20 }, (_, index) => `${id}${index},${id},2021-06-01,是`)),
    );
  test('the most urgent first, each class by 工号; the others are counted', () => {
    const members = {
      A: { unmet: june(1, 2, 3) },
      B,
      C: { unmet: june(9), missing: june(10) },
      D: {},
      E: { unmet: june(1, 3, 7, 9) },
    };
    const folder = office(members, { '2021-06/信息.csv': reports(['A', 'B', 'C', 'E']) });
    const { out, err, status } = wangge(folder, alertArgs('2021-06-10'));
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^2021-06 截至 2021-06-10：还有 13 个工作日\n/);
    expect([...out.matchAll(/人(\w) /g)].map(([, id]) => id)).toEqual(['C', 'E', 'A', 'D']);
    expect(out).toMatch(/人C +│ C +│ 2（无数据1） │ +2 │ 再有1天 │ 黄牌/);
    expect(out).toMatch(/人A +│ A +│ 3 +│ +0 │ 已取消/);
    expect(out.replaceAll('\n', '')).toContain('没有这些情况的 1 人');
  });
  test('nobody is concerned', () => {
    const folder = office({ A: {}, B }, { '2021-06/信息.csv': reports(['A', 'B']), '2021-06/例会.csv': null });
    expect(wangge(folder, [...alertArgs('2021-06-10'), '--quiet']).out).toBe(
      '2021-06 截至 2021-06-10：还有 13 个工作日\n在职的专职网格员 2 人，都没有需要提醒的情况。\n',
    );
  });
  test('an edition that judges no days and has no base for reports shows neither', () => {
    const scheme = ['--scheme', join(SCHEMES, 'points-town.yaml')];
    const folder = office({ A: { missing: june(1, 2) }, B }, {}, ['2021-08']);
    const run = wangge(folder, [...alertArgs('2021-08-10'), ...scheme, '--json']);
    expect([run.status, mistakesIn(json(run))]).toEqual([0, []]);
    expect(json(run).workers[0]).toMatchObject({
      unmetDays: null,
      noDataDays: null,
      unmetRun: null,
      daysToForfeit: null,
      forfeited: false,
      cardIfForfeited: null,
      reportBase: null,
      reportsShort: null,
    });
    expect(wangge(folder, [...alertArgs('2021-08-10'), ...scheme]).out).toContain('都没有需要提醒的情况');
  });
  test('no line is wider than 80 columns', () => {
    const folder = office({ A: { unmet: june(1, 3, 7, 9), missing: june(10) }, B });
    const roster = readFileSync(join(folder, '花名册.csv'), 'utf8');
    writeFileSync(join(folder, '花名册.csv'), roster.replace('人A', '买买提江·阿卜杜热合曼·吾买尔'));
    const widths = [folder, sampleCopy()].flatMap((each, index) =>
      wangge(each, alertArgs(index === 0 ? '2021-06-10' : '2021-07-20'))
        .out.split('\n')
        .map((line) => stringWidth(line)),
    );
    expect(Math.max(...widths)).toBeLessThanOrEqual(80);
  });
});

describe('the sample office, each member on its workdays, against the days of the finished months', () => {
  const MONTHS = ['2021-07', '2021-08', '2021-09'];
  // Every sixth workday, all of them with WANGGE_ALL=1.
  const daysAmong = (period: string) =>
    workdaysOf(period).filter((_, index) => index % 6 === 0 || process.env.WANGGE_ALL === '1');
  const [IN_A_ROW, IN_THE_MONTH] = [3, 5];
  const sample = sampleCopy();
  let runs: ReadonlyMap<string, Run>;
  beforeAll(() => {
    const paid = wanggeAll(MONTHS.map((period) => ({ folder: sample, args: ['pay', period, '--quiet'] })));
    expect(paid.map(({ status }) => status)).toEqual([0, 0, 0]);
    const days = MONTHS.flatMap(daysAmong);
    const told = wanggeAll(days.map((day) => ({ folder: sample, args: [...alertArgs(day), '--json'] })));
    runs = new Map(days.map((day, index) => [day, told[index] as Run]));
  }, 240_000);

  interface Day {
    readonly date: string;
    readonly unmet: boolean;
    readonly recorded: boolean;
  }
  interface Subject {
    readonly id: string;
    readonly role: string;
    readonly served: boolean;
    readonly evidence: {
      readonly days: readonly Day[];
      readonly reports: readonly { readonly at: { readonly date: string }; readonly status: string }[];
      readonly meetings: readonly { readonly date: string; readonly deducted: boolean }[];
    };
  }

  const expectedOf = ({ id, evidence: { days, reports, meetings } }: Subject, asOf: string) => {
    const past = days.filter(({ date }) => date <= asOf);
    let [run, longest] = [0, 0];
    for (const { unmet } of past) {
      run = unmet ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    const unmet = past.filter((day) => day.unmet);
    const forfeited = longest >= IN_A_ROW || unmet.length >= IN_THE_MONTH;
    return {
      id,
      assessableDays: days.length,
      assessableDaysLeft: days.length - past.length,
      unmetDays: unmet.length,
      noDataDays: unmet.filter(({ recorded }) => !recorded).length,
      unmetRun: run,
      daysToForfeit: forfeited ? 0 : Math.min(IN_A_ROW - run, IN_THE_MONTH - unmet.length),
      forfeited,
      effectiveReports: reports.filter(({ at, status }) => at.date <= asOf && status === 'effective').length,
      meetingAbsences: meetings.filter(({ date, deducted }) => date <= asOf && deducted).length,
    };
  };

  test.each(MONTHS)('%s', (period) => {
    const record = JSON.parse(readFileSync(join(sample, period, '输出/results.json'), 'utf8'));
    const members: readonly Subject[] = record.subjects.filter(
      ({ role, served }: Subject) => role === 'fullTime' && served,
    );
    for (const day of daysAmong(period)) {
      const { status, out } = runs.get(day) as Run;
      const document: AlertDocument = JSON.parse(out);
      expect([day, status, mistakesIn(document)]).toEqual([day, 0, []]);
      expect([day, document.workers]).toMatchObject([day, members.map((subject) => expectedOf(subject, day))]);
    }
  });
});
