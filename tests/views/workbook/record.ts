// A month record of any size made by hand: figures and amounts by the shipped edition, evidence to match, from a seed.
import type { CivilDate, YearMonth } from '../../../src/model/civil.ts';
import type { DayVerdict, Figures } from '../../../src/model/decision.ts';
import type { GridId, PersonId } from '../../../src/model/facts.ts';
import { fen } from '../../../src/model/money.ts';
import type { MonthRecord, RankingRecord, SubjectRecord } from '../../../src/model/record.ts';
import type { TableInfo } from '../../../src/model/source.ts';
import type { Role, TableKind } from '../../../src/model/terms.ts';
import { rulesOf } from '../../../src/rules/kinds.ts';
import { schemeRecord } from '../../../src/run/scheme-record.ts';
import { schemeOf } from '../../../src/scheme/scheme.ts';
import { shippedEditions } from '../../../src/scheme/shipped.ts';

const WORKDAYS = [1, 2, 5, 6, 7, 8, 9, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30].map(
  (day) => `2021-07-${String(day).padStart(2, '0')}` as CivilDate,
);
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏';
const GIVEN = '建国秀英丽华志强海燕晓明文静雪梅浩然欧阳子涵';

/** Deterministic numbers below `limit`. */
const numbers = (seed: number) => {
  let state = seed;
  return (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
};

const table = (id: number, kind: TableKind, file: string, sheet: string | null, read: number): TableInfo => ({
  id,
  file: `2021-07/${file}`,
  sheet,
  kind,
  headerRow: 2,
  columns: {},
  rows: { read, used: read - 4, leftOut: { 合计行: 1, 完全相同的行: 2 }, inError: 1 },
});

export const TABLES: readonly TableInfo[] = [
  table(0, 'patrol', '平安系统_巡查统计_202107.xlsx', '巡查统计', 995),
  table(1, 'reports', '信息上报明细.csv', null, 1204),
  table(2, 'tasks', '派单台账.xlsx', '7月派单', 410),
  table(3, 'meetings', '例会签到.xlsx', '签到', 94),
];

const day = (next: (limit: number) => number, date: CivilDate, row: number, missRate: number): DayVerdict => {
  const missed = next(100) < missRate;
  const seconds = missed ? 14_399 - next(3000) : 14_400 + next(5000);
  const recorded = !missed || next(4) > 0;
  const verdict = (figure: DayVerdict['targets'][number]['figure'], value: string, owed: string, met: boolean) =>
    recorded
      ? ({ figure, value, result: met ? 'met' : 'missed', owed, reached: value, over: null } as const)
      : ({ figure, value: null, result: 'noData', owed, reached: null, over: null } as const);
  return {
    date,
    recorded,
    unmet: missed,
    follows: date !== WORKDAYS[0],
    targets: [
      verdict('onlineRate', '97/100', '4/5', true),
      verdict('onlineTime', String(seconds), '14400', !missed),
      verdict('mileage', String(missed ? 2999 : 3000 + next(3000)), '3000', !missed),
      verdict('keyPersonVisits', String(1 + next(3)), '1', true),
      verdict('keyPlaceVisits', '2', '1', true),
    ],
    sources: recorded ? [{ type: 'rows', table: 0, rows: [row], field: null }] : [],
  };
};

const longestRun = (days: readonly DayVerdict[]): number =>
  Math.max(0, ...days.map((_, index) => days.slice(index).findIndex(({ unmet }) => !unmet)).filter((run) => run > 0));

const number = (value: number) => ({ type: 'number', value: String(value), sources: [] }) as const;
const flag = (value: boolean) => ({ type: 'flag', value, sources: [] }) as const;

const decision = (item: string, title: string, yuan: number) => ({ item, title, amount: fen(yuan * 100), lines: [] });

function fullTime(index: number): SubjectRecord {
  const next = numbers(index + 1);
  const days = WORKDAYS.map((date, at) => day(next, date, 3 + index * 22 + at, index % 3 === 0 ? 14 : 2));
  const unmet = days.filter((one) => one.unmet).length;
  const longest = longestRun(days);
  const forfeited = unmet >= 5 || longest >= 3;
  const absences = index % 7 === 3 ? 1 : 0;
  const effective = 14 + next(10);
  const cancelled = index % 40 === 9;
  const done = index % 11 === 5 ? 7 : 8;
  const id = `YH${String(index + 1).padStart(4, '0')}` as PersonId;
  const grid = `330683001${String(index + 1).padStart(3, '0')}` as GridId;
  const decisions = [
    decision('patrolSubsidy', '巡查补贴', forfeited ? 0 : Math.max(0, 800 - 25 * unmet - 50 * absences)),
    decision('informationSubsidy', '信息补贴', cancelled ? 0 : 200 - 10 * Math.max(0, 20 - effective)),
    decision('taskReward', '任务奖励', done === 8 ? 200 : 0),
    decision('specialReward', '专项奖励', index === 2 ? 500 : 0),
    decision('starReward', '排名奖励', 0),
    decision('adjustments', '增减项', index === 1 ? -1700 : index === 4 ? 36.5 : 0),
    decision('carriedIn', '上月结转', 0),
  ];
  const sum = decisions.reduce((total, { amount }) => total + amount, 0);
  const figures: Figures = {
    assessableDays: number(22),
    share: { type: 'share', value: index === 3 ? '19/22' : '1/1', sources: [] },
    unmetDays: number(unmet),
    noDataDays: number(days.filter(({ recorded }) => !recorded).length),
    longestUnmetRun: number(longest),
    forfeited: flag(forfeited),
    meetingAbsences: number(absences),
    effectiveReports: number(effective),
    reportBase: number(20),
    informationCancelled: flag(cancelled),
    tasksAssigned: number(8),
    tasksDone: number(done),
    consecutiveFailedMonths: number(forfeited ? 1 + (index % 2) : 0),
    card: { type: 'text', value: forfeited ? (index % 2 === 0 ? 'yellow' : 'red') : '', sources: [] },
    cardIncomplete: flag(forfeited && index % 2 === 0),
  };
  return {
    id,
    name: nameOf(index),
    role: 'fullTime',
    grids: index % 10 === 0 ? [grid, `${grid}B` as GridId] : [grid],
    served: index !== 4,
    figures,
    decisions,
    notes: [],
    assessments: [],
    total: fen(Math.max(0, sum)),
    carriedOut: fen(Math.min(0, sum)),
    accountEnding: null,
    evidence: { days, ...listsOf(index, effective, done) },
  };
}

const listsOf = (index: number, effective: number, done: number) => ({
  reports: Array.from({ length: effective + 1 }, (_, at) => ({
    id: `XX2021070${index}${String(at).padStart(3, '0')}`,
    at: { date: WORKDAYS[at % 22] as CivilDate, time: '09:30:00' },
    category: at % 5 === 0 ? '矛盾纠纷' : '安全隐患',
    grid: `330683001${String(index + 1).padStart(3, '0')}` as GridId,
    status: at < effective ? ('effective' as const) : ('pending' as const),
    origin: { table: 1, row: 2 + index * 25 + at },
  })),
  tasks: Array.from({ length: 8 }, (_, at) => ({
    id: `PD${index}-${at}`,
    type: at % 2 === 0 ? ('event' as const) : ('task' as const),
    dispatched: { date: WORKDAYS[at] as CivilDate, time: null },
    due: { date: WORKDAYS[at + 5] as CivilDate, time: '18:00:00' },
    done: at < done ? { date: WORKDAYS[at + 2] as CivilDate, time: '10:05:00' } : null,
    result: at < done ? ('done' as const) : ('open' as const),
    origin: { table: 2, row: 3 + index * 8 + at },
  })),
  meetings: [9, 23].map((date) => ({
    date: `2021-07-${String(date).padStart(2, '0')}` as CivilDate,
    meeting: '网格员例会',
    attendance: index % 7 === 3 && date === 9 ? ('absent' as const) : ('present' as const),
    deducted: index % 7 === 3 && date === 9,
    origin: { table: 3, row: 2 + index, column: date },
  })),
});

const nameOf = (index: number): string => {
  const given = (index * 7) % (GIVEN.length - 1);
  return `${SURNAMES[index % SURNAMES.length]}${GIVEN.slice(given, given + 1 + (index % 2))}`;
};

function rewarded(index: number): SubjectRecord {
  const effective = index % 6;
  const role: Role = index % 2 === 0 ? 'gridLead' : 'partTime';
  return {
    id: `JZ${String(index + 1).padStart(4, '0')}` as PersonId,
    name: nameOf(index + 11),
    role,
    grids: [`330683001${String(index + 1).padStart(3, '0')}` as GridId],
    served: true,
    figures: { effectiveReports: number(effective) },
    notes: [],
    assessments: [],
    decisions: [
      decision('informationReward', '以奖代补', effective * 5),
      decision('adjustments', '增减项', 0),
      decision('carriedIn', '上月结转', 0),
    ],
    total: fen(effective * 500),
    carriedOut: fen(0),
    accountEnding: null,
    evidence: { days: [], ...listsOf(index + 500, effective, 0), tasks: [], meetings: [] },
  };
}

/** July 2021 of an office with so many full-time members. */
/** The shipped scheme's rules, loaded once. */
const [edition] = shippedEditions();
if (edition === undefined) throw new Error('no edition');
const SCHEME = schemeOf(edition.edition, 'ab'.repeat(32));
const RULES = await rulesOf(SCHEME);

export function monthRecord(people: number): MonthRecord {
  const subjects = [
    ...Array.from({ length: people }, (_, index) => fullTime(index)),
    ...Array.from({ length: Math.ceil(people / 2) }, (_, index) => rewarded(index)),
  ];
  return {
    schema: 'record/3',
    program: '0.1.0',
    period: '2021-07' as YearMonth,
    office: null,
    previous: null,
    scheme: schemeRecord(SCHEME, RULES, subjects),
    calendar: { source: 'chinese-days 1.5.7', workdays: WORKDAYS, overrides: [] },
    inputs: [...TABLES.map(({ file }) => file), '花名册.xlsx'].map((file, index) => ({
      file,
      sha256: `${index}f`.repeat(32),
      bytes: 40_960 + index,
    })),
    tables: TABLES,
    subjects,
    survey: [],
    grids: [],
    ranking: null,
    cardsIncomplete: true,
    issues: [
      {
        severity: 'warning',
        code: 'equalRows',
        file: '2021-07/平安系统_巡查统计_202107.xlsx',
        sheet: '巡查统计',
        row: 43,
        column: null,
        message: '第43行与第42行各列完全相同，按一行计算；如两行都应计入，王芳 7月9日的在线时长将增加 1:20:00',
        remedy: '请核对导出文件，重复的一行请删除',
      },
      {
        severity: 'notice',
        code: 'sheetLeftOut',
        file: '2021-07/派单台账.xlsx',
        sheet: '说明',
        row: null,
        column: 'C',
        message: '工作表“说明”不是需要的表，未采用',
        remedy: '无需处理',
      },
    ],
    clues: [],
    seal: '',
  };
}

const PARAMETERS = ['attendance', 'track', 'information', 'tasks', 'patrolQuality', 'adHoc'].map(
  (key) => `star.weight.${key}`,
);

/** The third quarter, ranked by number; the last one does not take part. */
export function rankingRecord({ subjects }: MonthRecord): RankingRecord {
  const people = subjects.filter(({ role }) => role === 'fullTime');
  const titles = ['上班工作到位', '巡查轨迹', '信息质量和数量', '完成派单任务', '巡查质量', '临时任务'];
  const dimensions = titles.map((title, index) => ({
    key: `dimension${index}`,
    title,
    weight: ['20', '20', '20', '15', '15', '10'][index] as string,
    parameter: PARAMETERS[index] as string,
    parts: [{ points: 100, of: 'tasksDone', per: 'tasksAssigned', capped: false }],
  }));
  return {
    item: 'starReward',
    quarter: '2021-Q3' as RankingRecord['quarter'],
    months: ['2021-07', '2021-08', '2021-09'] as YearMonth[],
    paidIn: '2021-09' as YearMonth,
    dimensions,
    ties: [
      { figure: 'unmetDays', title: '未达标日', better: 'fewer' },
      { figure: 'effectiveReports', title: '有效信息', better: 'more' },
    ],
    ranked: people.slice(0, -1).map(({ id, name }, index) => ({
      id,
      name,
      rank: index + 1,
      stars: index < 5 ? 3 : index < 10 ? 2 : index < 15 ? 1 : 0,
      reward: fen(index < 5 ? 30_000 : index < 10 ? 20_000 : index < 15 ? 10_000 : 0),
      composite: `${9900 - index}/100`,
      dimensions: titles.map((_, at) => ({ score: index % 4 === 1 && at === 5 ? null : '290/3', parts: [] })),
      ties: [String(index), '61'],
    })),
    ineligible: people.slice(-1).map(({ id, name }) => ({ id, name, reason: 'redCard' as const })),
  };
}
