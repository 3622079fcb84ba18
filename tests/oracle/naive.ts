/**
 * A second, deliberately plain reading of the scheme, for the shipped edition and its default parameters.
 * Nothing here is fast or shared with the program: it goes over all rows again for every question.
 * Where the contract is silent, a `reading:` comment says what was taken.
 */
import { addMonths, daysOf, firstDay, lastDay, monthsOfQuarter, quarterOf, workdaysOf } from './calendar.ts';
import { add, ceiling, compare, decimal, divide, type Fraction, fraction, multiply, roundHalfUp } from './fraction.ts';
import type { LeaveRow, MonthData, Office, PatrolRow, ReportRow, Role, RosterRow, TaskRow } from './office.ts';

const IN_FORCE_FROM = '2021-06';
const PATROL = 80000;
const INFORMATION = 20000;
const TASK = 20000;
const SPECIAL = 50000;
const PER_UNMET_DAY = 2500;
const PER_MEETING = 5000;
const PER_REPORT_SHORT = 1000;
const REPORT_BASE = 20;
const PER_REWARDED_REPORT = 500;
const REDUCING_LEAVE = ['事假', '病假'];

export interface PayWorker {
  id: string;
  name: string;
  grids: string[];
  assessableDays: number;
  unmetDays: number;
  noDataDays: number;
  longestUnmetRun: number;
  forfeited: boolean;
  share: string;
  meetingAbsences: number;
  patrolSubsidy: number;
  effectiveReports: number;
  reportBase: number;
  informationCancelled: boolean;
  informationSubsidy: number;
  tasksAssigned: number;
  tasksDone: number;
  taskReward: number;
  specialReward: number;
  starReward: number;
  adjustments: number;
  carriedIn: number;
  carriedOut: number;
  total: number;
}

interface InformationReward {
  id: string;
  name: string;
  role: 'gridLead' | 'partTime';
  effectiveReports: number;
  amount: number;
  adjustments: number;
  total: number;
}

interface PayTotals {
  people: number;
  patrolSubsidy: number;
  informationSubsidy: number;
  taskReward: number;
  specialReward: number;
  starReward: number;
  adjustments: number;
  carriedIn: number;
  carriedOut: number;
  total: number;
}

export interface PayDocument {
  period: string;
  workers: PayWorker[];
  informationRewards: InformationReward[];
  totals: PayTotals;
}

export interface WarnDocument {
  period: string;
  cards: { id: string; name: string; card: 'yellow' | 'red'; consecutiveFailedMonths: number }[];
  incomplete: boolean;
}

interface Ranked {
  id: string;
  name: string;
  rank: number;
  stars: number;
  reward: number;
  composite: number;
  attendance: number | null;
  track: number | null;
  information: number | null;
  tasks: number | null;
  patrolQuality: number | null;
  adHoc: number | null;
}

export interface RankDocument {
  period: string;
  ranking: Ranked[];
  ineligible: { id: string; name: string; reason: 'notEmployedAtEnd' | 'noAssessableDays' | 'redCard' }[];
}

// ---------------------------------------------------------------- looking things up

export function findMonth(office: Office, month: string): MonthData | undefined {
  if (month < IN_FORCE_FROM) return undefined;
  return office.months.find((data) => data.month === month);
}

export function needMonth(office: Office, month: string): MonthData {
  const data = findMonth(office, month);
  if (data === undefined) throw new Error(`no month ${month}`);
  return data;
}

export function rosterOf(office: Office, month: string): RosterRow[] {
  return needMonth(office, month).roster ?? office.roster;
}

function inRange(day: string, from: string | null, to: string | null): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function idsOf(roster: RosterRow[]): string[] {
  return [...new Set(roster.map((row) => row.id))].sort(byCodeUnit);
}

export function nameOf(roster: RosterRow[], id: string): string {
  return roster.find((row) => row.id === id)?.name ?? '';
}

/** Two rows alike in every field are one row. */
export function distinct<T>(rows: T[]): T[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(row);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The assignments a person holds on a day within employment. */
export function assignmentsOn(roster: RosterRow[], id: string, day: string): RosterRow[] {
  return roster.filter((row) => row.id === id && inRange(day, row.hired, row.left) && inRange(day, row.from, row.to));
}

export function hasRoleOn(roster: RosterRow[], id: string, day: string, role: Role): boolean {
  return assignmentsOn(roster, id, day).some((row) => row.role === role);
}

// reading: for the rules about full-time workers, "within employment" is "employed and full-time on that day": days
// as 兼职网格员 before a change of role are not assessable, do not count in the share, and carry no facts of theirs.
export function fullTimeOn(roster: RosterRow[], id: string, day: string): boolean {
  return hasRoleOn(roster, id, day, '专职网格员');
}

function fullTimeInMonth(office: Office, month: string, id: string): boolean {
  const roster = rosterOf(office, month);
  return daysOf(month).some((day) => fullTimeOn(roster, id, day));
}

// ---------------------------------------------------------------- leave, assessable days

type Half = 'none' | 'excusing' | 'reducing';

/** Leave of the month's folder, and what earlier folders have that reaches into it: a row that begins the same day or overlaps stands in its place. */
function leaveRows(office: Office, month: string): LeaveRow[] {
  const own = needMonth(office, month).leave;
  const before = addMonths(month, -1);
  if (findMonth(office, before) === undefined) return own;
  const isCorrected = (row: LeaveRow) =>
    own.some((one) => one.id === row.id && (one.from === row.from || (one.from <= row.to && row.from <= one.to)));
  return [...leaveRows(office, before).filter((row) => row.to >= `${month}-01` && !isCorrected(row)), ...own];
}

function halfOf(office: Office, month: string, id: string, day: string, half: '上午' | '下午'): Half {
  let state: Half = 'none';
  for (const row of leaveRows(office, month)) {
    if (row.id !== id || !inRange(day, row.from, row.to)) continue;
    // reading: an empty 时段 is the whole day; 上午 or 下午 over several days is that half of each of them.
    if (row.half !== null && row.half !== '全天' && row.half !== half) continue;
    // Where leave overlaps, the reducing kind wins.
    // reading: it wins half by half, so a morning of 事假 on a day of 年假 reduces by half a day.
    if (REDUCING_LEAVE.includes(row.kind)) state = 'reducing';
    else if (state === 'none') state = 'excusing';
  }
  return state;
}

function isLeaveDay(office: Office, month: string, id: string, day: string): boolean {
  return halfOf(office, month, id, day, '上午') !== 'none' && halfOf(office, month, id, day, '下午') !== 'none';
}

// reading: a meeting on a day with leave of only half a day is not missed either.
function hasAnyLeaveOn(office: Office, month: string, id: string, day: string): boolean {
  return leaveRows(office, month).some((row) => row.id === id && inRange(day, row.from, row.to));
}

function isExcused(data: MonthData, id: string, day: string): boolean {
  return data.excused.some((row) => (row.id === null || row.id === id) && inRange(day, row.from, row.to));
}

export function assessableDays(office: Office, month: string, id: string): string[] {
  const data = needMonth(office, month);
  const roster = rosterOf(office, month);
  return workdaysOf(month).filter(
    (day) => fullTimeOn(roster, id, day) && !isLeaveDay(office, month, id, day) && !isExcused(data, id, day),
  );
}

function shareOf(office: Office, month: string, id: string): Fraction {
  const roster = rosterOf(office, month);
  let halves = 0;
  for (const day of workdaysOf(month)) {
    if (!fullTimeOn(roster, id, day)) continue;
    halves += 2;
    if (halfOf(office, month, id, day, '上午') === 'reducing') halves -= 1;
    if (halfOf(office, month, id, day, '下午') === 'reducing') halves -= 1;
  }
  return fraction(halves, 2 * workdaysOf(month).length);
}

export function reportBaseOf(office: Office, month: string, id: string): number {
  return ceiling(multiply(fraction(REPORT_BASE), shareOf(office, month, id)));
}

// ---------------------------------------------------------------- patrol

export interface PatrolDay {
  recorded: boolean;
  online: boolean;
  rateMet: boolean;
  timeMet: boolean;
  distanceMet: boolean;
  met: boolean;
}

/** The sum of the figures that are there; null when none is. */
// reading: of several rows of a day, an empty figure adds nothing; a target has no data when all rows are empty in it.
function sum(figures: (number | null)[]): number | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}

export function patrolDay(own: PatrolRow[], hasRateColumn: boolean, day: string): PatrolDay {
  const rows = distinct(own.filter((row) => row.date === day));
  const seconds = sum(rows.map((row) => row.onlineSeconds));
  const metres = sum(rows.map((row) => row.metres));
  const persons = sum(rows.map((row) => row.keyPersons));
  const places = sum(rows.map((row) => row.keyPlaces));
  const online = seconds !== null && seconds > 0;
  const rateMet = hasRateColumn
    ? rows.some((row) => row.onlineRate !== null && compare(decimal(row.onlineRate), fraction(80)) >= 0)
    : online;
  const timeMet = seconds !== null && seconds >= 4 * 3600;
  const distanceMet = metres !== null && metres >= 3000;
  const visitsMet = persons !== null && persons >= 1 && places !== null && places >= 1;
  return {
    recorded: rows.length > 0,
    online,
    rateMet,
    timeMet,
    distanceMet,
    met: rateMet && timeMet && distanceMet && visitsMet,
  };
}

// ---------------------------------------------------------------- reports

/** A person's reports of the month on days chosen by `counts`, each 编号 once. */
function reportsOf(data: MonthData, id: string, counts: (day: string) => boolean): ReportRow[] {
  const reports: ReportRow[] = [];
  for (const row of data.reports) {
    const day = row.time.slice(0, 10);
    if (row.id !== id || !day.startsWith(data.month) || !counts(day)) continue;
    if (!reports.some((other) => other.number === row.number)) reports.push(row);
  }
  return reports;
}

// reading: every full-time worker whose grid it was on 发现日期 loses the subsidy, on leave or not.
function isInformationCancelled(office: Office, month: string, id: string): boolean {
  const roster = rosterOf(office, month);
  return needMonth(office, month).missedIncidents.some(
    (row) =>
      row.missed &&
      row.date.startsWith(month) &&
      assignmentsOn(roster, id, row.date).some(
        (assignment) => assignment.role === '专职网格员' && assignment.grids.includes(row.grid),
      ),
  );
}

// ---------------------------------------------------------------- tasks

/** 00:00 as 截止时间 is a date where all of a table that have a time are so, or where it lies before its own 派单时间. */
function withDates(table: TaskRow[]): TaskRow[] {
  const isMidnight = (due: string | null) => due?.endsWith(' 00:00') ?? false;
  const timed = table.filter((row) => row.due !== null && row.due.length > 10);
  const areAll = timed.every((row) => isMidnight(row.due));
  return table.map((row) => {
    if (row.due === null || !isMidnight(row.due)) return row;
    const day = row.due.slice(0, 10);
    const isBefore = row.dispatched.length > 10 ? row.due < row.dispatched : day < row.dispatched;
    return areAll || isBefore ? { ...row, due: day } : row;
  });
}

/** The tasks of the month's folder and of the one before it; of a task in both, the later folder's row. */
export function taskRows(office: Office, month: string): TaskRow[] {
  const own = withDates(needMonth(office, month).tasks);
  const before = withDates(findMonth(office, addMonths(month, -1))?.tasks ?? []);
  const rows: TaskRow[] = [];
  for (const row of [...own, ...before]) {
    if (!rows.some((other) => other.number === row.number)) rows.push(row);
  }
  return rows;
}

export function taskDay(row: TaskRow): string {
  return (row.due ?? row.dispatched).slice(0, 10);
}

export function isTaskDone(row: TaskRow, month: string): boolean {
  if (row.done === null) return false;
  if (row.due === null) return row.done.slice(0, 10) <= lastDay(month);
  const bothHaveTimes = row.done.length > 10 && row.due.length > 10;
  return bothHaveTimes ? row.done <= row.due : row.done.slice(0, 10) <= row.due.slice(0, 10);
}

function tasksOf(office: Office, month: string, id: string, types: string[]): { assigned: number; done: number } {
  const roster = rosterOf(office, month);
  const rows = taskRows(office, month).filter(
    (row) =>
      row.id === id &&
      types.includes(row.type) &&
      !['退回', '撤销', '转派'].includes(row.status) &&
      taskDay(row).startsWith(month) &&
      fullTimeOn(roster, id, taskDay(row)),
  );
  return { assigned: rows.length, done: rows.filter((row) => isTaskDone(row, month)).length };
}

// ---------------------------------------------------------------- one person, one month

export interface Figures {
  assessable: number;
  unmet: number;
  noData: number;
  longestRun: number;
  forfeited: boolean;
  onlineDays: number;
  trackDays: number;
  share: Fraction;
  meetingAbsences: number;
  effective: number;
  reported: number;
  base: number;
  cancelled: boolean;
  tasks: { assigned: number; done: number };
  adHoc: { assigned: number; done: number };
  marks: Fraction[];
}

export function figuresOf(office: Office, month: string, id: string): Figures {
  const data = needMonth(office, month);
  const roster = rosterOf(office, month);
  const isFullTime = (day: string) => fullTimeOn(roster, id, day);

  const hasRateColumn = data.patrol.some((row) => row.onlineRate !== null);
  const own = data.patrol.filter((row) => row.id === id);
  const days = assessableDays(office, month, id).map((day) => patrolDay(own, hasRateColumn, day));
  let run = 0;
  let longestRun = 0;
  for (const day of days) {
    run = day.met ? 0 : run + 1;
    longestRun = Math.max(longestRun, run);
  }
  const unmet = days.filter((day) => !day.met).length;

  const meetings = new Set<string>();
  for (const row of data.meetings) {
    if (row.id !== id || !row.date.startsWith(month) || !isFullTime(row.date)) continue;
    if (row.attendance === '缺席' && !hasAnyLeaveOn(office, month, id, row.date))
      meetings.add(`${row.date} ${row.name}`);
  }

  const reports = reportsOf(data, id, isFullTime);
  return {
    assessable: days.length,
    unmet,
    // reading: days without any record; a record with an empty figure is a day that falls short.
    noData: days.filter((day) => !day.recorded).length,
    longestRun,
    forfeited: longestRun >= 3 || unmet >= 5,
    onlineDays: days.filter((day) => day.online).length,
    trackDays: days.filter((day) => day.timeMet && day.distanceMet).length,
    share: shareOf(office, month, id),
    meetingAbsences: meetings.size,
    effective: reports.filter((row) => row.valid === true).length,
    // reading: "reported" is every report, also those 无效 and 待审核.
    reported: reports.length,
    base: reportBaseOf(office, month, id),
    cancelled: isInformationCancelled(office, month, id),
    tasks: tasksOf(office, month, id, ['事件', '任务']),
    adHoc: tasksOf(office, month, id, ['临时']),
    marks: distinct(data.scores)
      .filter((row) => row.id === id && row.patrolQuality !== null)
      .map((row) => decimal(row.patrolQuality ?? '0')),
  };
}

// ---------------------------------------------------------------- cards

/** The first day somebody can have been employed as a full-time worker; empty when nothing limits it. */
// reading: for somebody who became full-time later, that day ends the walk back as 入职 does.
function fullTimeSince(roster: RosterRow[], id: string): string {
  const starts = roster
    .filter((row) => row.id === id && row.role === '专职网格员')
    .map((row) => [row.hired ?? '', row.from ?? ''].sort(byCodeUnit)[1] ?? '');
  return starts.sort(byCodeUnit)[0] ?? '';
}

/** Null when the person does not fail this month. */
function cardOf(office: Office, month: string, id: string): { failedMonths: number; incomplete: boolean } | null {
  if (!figuresOf(office, month, id).forfeited) return null;
  const since = fullTimeSince(rosterOf(office, month), id);
  let failedMonths = 1;
  let incomplete = false;
  for (let before = addMonths(month, -1); ; before = addMonths(before, -1)) {
    if (before < IN_FORCE_FROM || lastDay(before) < since) break;
    if (findMonth(office, before) === undefined) {
      // reading: a month not to be had farther back than the month that already made the card red does not matter.
      if (failedMonths === 1) incomplete = true;
      break;
    }
    const figures = figuresOf(office, before, id);
    if (figures.assessable === 0) continue;
    if (!figures.forfeited) break;
    failedMonths += 1;
  }
  return { failedMonths, incomplete };
}

export function expectedWarn(office: Office, month: string): WarnDocument {
  const roster = rosterOf(office, month);
  const cards: WarnDocument['cards'] = [];
  let incomplete = false;
  for (const id of idsOf(roster)) {
    const card = cardOf(office, month, id);
    if (card === null) continue;
    cards.push({
      id,
      name: nameOf(roster, id),
      card: card.failedMonths >= 2 ? 'red' : 'yellow',
      consecutiveFailedMonths: card.failedMonths,
    });
    if (card.incomplete) incomplete = true;
  }
  return { period: month, cards, incomplete };
}

// ---------------------------------------------------------------- ranking

const ZERO = fraction(0);

function total(list: Figures[], pick: (figures: Figures) => number): number {
  return list.map(pick).reduce((a, b) => a + b, 0);
}

function percent(part: number, whole: number): Fraction {
  return fraction(100 * part, whole);
}

/** Hundredths of a point, halves up. */
function hundredths(score: Fraction): number {
  return roundHalfUp(multiply(score, fraction(100)));
}

/** Null when a month of the quarter, in force, is not to be had. */
export function expectedRank(office: Office, quarter: string): RankDocument | null {
  const months = monthsOfQuarter(quarter).filter((month) => month >= IN_FORCE_FROM);
  const last = months.at(-1);
  if (last === undefined || months.some((month) => findMonth(office, month) === undefined)) return null;
  const lastRoster = rosterOf(office, last);

  // reading: "employed on any day of the quarter" is as a full-time worker; days of the quarter before the scheme was in
  // force are days of the quarter too, and are looked up in the last roster.
  const daysBefore = monthsOfQuarter(quarter)
    .filter((month) => month < IN_FORCE_FROM)
    .flatMap((month) => daysOf(month));
  const ids = [...new Set(months.flatMap((month) => idsOf(rosterOf(office, month))))]
    .filter(
      (id) =>
        months.some((month) => fullTimeInMonth(office, month, id)) ||
        daysBefore.some((day) => fullTimeOn(lastRoster, id, day)),
    )
    .sort(byCodeUnit);

  const ineligible: RankDocument['ineligible'] = [];
  const entries: { ranked: Ranked; order: number[] }[] = [];
  for (const id of ids) {
    const roster = months.map((month) => rosterOf(office, month)).findLast((rows) => rows.some((row) => row.id === id));
    const name = nameOf(roster ?? [], id);
    const list = months.map((month) => figuresOf(office, month, id));

    if (!fullTimeOn(lastRoster, id, lastDay(last))) {
      ineligible.push({ id, name, reason: 'notEmployedAtEnd' });
      continue;
    }
    if (list.some((figures) => figures.assessable === 0)) {
      ineligible.push({ id, name, reason: 'noAssessableDays' });
      continue;
    }
    if (months.some((month) => (cardOf(office, month, id)?.failedMonths ?? 0) >= 2)) {
      ineligible.push({ id, name, reason: 'redCard' });
      continue;
    }

    const assessable = total(list, (figures) => figures.assessable);
    const effective = total(list, (figures) => figures.effective);
    const reported = total(list, (figures) => figures.reported);
    const base = total(list, (figures) => figures.base);
    const assigned = total(list, (figures) => figures.tasks.assigned);
    const done = total(list, (figures) => figures.tasks.done);
    const adHocAssigned = total(list, (figures) => figures.adHoc.assigned);
    const adHocDone = total(list, (figures) => figures.adHoc.done);
    const marks = list.flatMap((figures) => figures.marks);
    const quantity = effective >= base ? fraction(50) : fraction(50 * effective, base);
    const quality = reported === 0 ? ZERO : fraction(50 * effective, reported);

    const attendance = percent(
      total(list, (figures) => figures.onlineDays),
      assessable,
    );
    const track = percent(
      total(list, (figures) => figures.trackDays),
      assessable,
    );
    const information = add(quantity, quality);
    const tasks = assigned === 0 ? null : percent(done, assigned);
    const patrolQuality = marks.length === 0 ? null : divide(marks.reduce(add), fraction(marks.length));
    const adHoc = adHocAssigned === 0 ? null : percent(adHocDone, adHocAssigned);

    const weighted: [number, Fraction | null][] = [
      [20, attendance],
      [20, track],
      [20, information],
      [15, tasks],
      [15, patrolQuality],
      [10, adHoc],
    ];
    let sumOfWeights = 0;
    let sumOfScores = ZERO;
    for (const [weight, score] of weighted) {
      if (score === null) continue;
      sumOfWeights += weight;
      sumOfScores = add(sumOfScores, multiply(fraction(weight), score));
    }
    const composite = hundredths(divide(sumOfScores, fraction(sumOfWeights)));
    const shown = (score: Fraction | null) => (score === null ? null : hundredths(score) / 100);

    entries.push({
      ranked: {
        id,
        name,
        rank: 0,
        stars: 0,
        reward: 0,
        composite: composite / 100,
        attendance: shown(attendance),
        track: shown(track),
        information: shown(information),
        tasks: shown(tasks),
        patrolQuality: shown(patrolQuality),
        adHoc: shown(adHoc),
      },
      // Smaller is better in each place.
      order: [-composite, total(list, (figures) => figures.unmet), -effective, -done],
    });
  }

  for (const entry of entries) {
    const better = entries.filter((other) => isBetter(other.order, entry.order)).length;
    const rank = better + 1;
    const stars = rank <= 5 ? 3 : rank <= 10 ? 2 : rank <= 15 ? 1 : 0;
    entry.ranked.rank = rank;
    entry.ranked.stars = stars;
    entry.ranked.reward = stars * 100;
  }
  const ranking = entries.map((entry) => entry.ranked);
  ranking.sort((a, b) => a.rank - b.rank || byCodeUnit(a.id, b.id));
  return { period: quarter, ranking, ineligible };
}

function isBetter(a: number[], b: number[]): boolean {
  for (let i = 0; i < a.length; i += 1) {
    const left = a[i] ?? 0;
    const right = b[i] ?? 0;
    if (left !== right) return left < right;
  }
  return false;
}

/** Fen. Paid in the quarter's last month only; nothing when a month of the quarter is not to be had. */
function starRewards(office: Office, month: string): Map<string, number> {
  const rewards = new Map<string, number>();
  const quarter = quarterOf(month);
  if (monthsOfQuarter(quarter)[2] !== month) return rewards;
  for (const ranked of expectedRank(office, quarter)?.ranking ?? []) rewards.set(ranked.id, ranked.reward * 100);
  return rewards;
}

// ---------------------------------------------------------------- pay

/** Round a full amount in fen times the share, halves up. */
function prorated(amount: number, share: Fraction): number {
  return roundHalfUp(multiply(fraction(amount), share));
}

/** Fen of decimal yuan. */
function fen(amount: string): number {
  const value = multiply(decimal(amount), fraction(100));
  if (value.d !== 1n) throw new Error(`not whole fen: ${amount}`);
  return Number(value.n);
}

function adjustmentsOf(data: MonthData, id: string): number {
  return data.adjustments.filter((row) => row.id === id).reduce((sumSoFar, row) => sumSoFar + fen(row.amount), 0);
}

const MONEY_FIELDS = [
  'patrolSubsidy',
  'informationSubsidy',
  'taskReward',
  'specialReward',
  'starReward',
  'adjustments',
  'carriedIn',
  'carriedOut',
  'total',
] as const;

export function expectedPay(office: Office, month: string): PayDocument {
  const data = needMonth(office, month);
  const roster = rosterOf(office, month);
  const previous = addMonths(month, -1);
  const carried = new Map<string, PayWorker>();
  if (findMonth(office, previous) !== undefined) {
    for (const worker of expectedPay(office, previous).workers) {
      if (worker.carriedOut < 0) carried.set(worker.id, worker);
    }
  }
  const stars = starRewards(office, month);

  const workers: PayWorker[] = [];
  const informationRewards: InformationReward[] = [];
  // reading: somebody owing from last month who is no longer on this month's roster is still listed.
  const ids = [...new Set([...idsOf(roster), ...carried.keys()])].sort(byCodeUnit);
  for (const id of ids) {
    const isWorker = daysOf(month).some((day) => fullTimeOn(roster, id, day));
    const isLead = (day: string) => hasRoleOn(roster, id, day, '网格长');
    const isPartTime = (day: string) => hasRoleOn(roster, id, day, '兼职网格员');
    const isRewarded = daysOf(month).some((day) => isLead(day) || isPartTime(day));
    const adjustments = adjustmentsOf(data, id);
    const hasAdjustment = data.adjustments.some((row) => row.id === id);
    const isFullTimeMember = roster.some((row) => row.id === id && row.role === '专职网格员');

    if (isRewarded) {
      // reading: a report counts in the role held on its day, so one person's report is never paid twice.
      const effective = reportsOf(
        data,
        id,
        (day) => (isLead(day) || isPartTime(day)) && !fullTimeOn(roster, id, day),
      ).filter((row) => row.valid === true).length;
      const amount = effective * PER_REWARDED_REPORT;
      // reading: 增减项 of somebody who is full-time on any day of the month stand with the workers, not here.
      const own = isWorker ? 0 : adjustments;
      informationRewards.push({
        id,
        name: nameOf(roster, id),
        // reading: with both roles in one month, 网格长 is named.
        role: daysOf(month).some(isLead) ? 'gridLead' : 'partTime',
        effectiveReports: effective,
        amount: amount / 100,
        adjustments: own / 100,
        total: Math.max(0, amount + own) / 100,
      });
    }

    const owing = carried.get(id);
    const onlyByAdjustment = hasAdjustment && isFullTimeMember && !isRewarded;
    if (!isWorker && !onlyByAdjustment && owing === undefined) continue;

    const figures = figuresOf(office, month, id);
    const patrolSubsidy = figures.forfeited
      ? 0
      : Math.max(
          0,
          prorated(PATROL, figures.share) - PER_UNMET_DAY * figures.unmet - PER_MEETING * figures.meetingAbsences,
        );
    const short = Math.max(0, figures.base - figures.effective);
    const informationSubsidy = figures.cancelled
      ? 0
      : Math.max(0, prorated(INFORMATION, figures.share) - PER_REPORT_SHORT * short);
    const allDone = figures.tasks.assigned > 0 && figures.tasks.done === figures.tasks.assigned;
    const taskReward = allDone ? prorated(TASK, figures.share) : 0;
    const specialReward = data.specialDuties.some((row) => row.id === id && row.done === true) ? SPECIAL : 0;
    const starReward = stars.get(id) ?? 0;
    const carriedIn = owing === undefined ? 0 : Math.round(owing.carriedOut * 100);
    const ownAdjustments = isRewarded && !isWorker ? 0 : adjustments;
    const result =
      patrolSubsidy + informationSubsidy + taskReward + specialReward + starReward + ownAdjustments + carriedIn;
    // reading: `grids` are those of the full-time assignments whose 任职 touches the month, whatever the employment,
    // so a leaver listed for a correction still shows the grid of the roster row.
    const grids = roster
      .filter(
        (row) =>
          row.id === id &&
          row.role === '专职网格员' &&
          (row.from === null || row.from <= lastDay(month)) &&
          (row.to === null || row.to >= firstDay(month)),
      )
      .flatMap((row) => row.grids);
    workers.push({
      id,
      name: nameOf(roster, id) || (owing?.name ?? ''),
      grids: [...new Set(grids)].sort(byCodeUnit),
      assessableDays: figures.assessable,
      unmetDays: figures.unmet,
      noDataDays: figures.noData,
      longestUnmetRun: figures.longestRun,
      forfeited: figures.forfeited,
      share: `${figures.share.n}/${figures.share.d}`,
      meetingAbsences: figures.meetingAbsences,
      patrolSubsidy: patrolSubsidy / 100,
      effectiveReports: figures.effective,
      reportBase: figures.base,
      informationCancelled: figures.cancelled,
      informationSubsidy: informationSubsidy / 100,
      tasksAssigned: figures.tasks.assigned,
      tasksDone: figures.tasks.done,
      taskReward: taskReward / 100,
      specialReward: specialReward / 100,
      starReward: starReward / 100,
      adjustments: ownAdjustments / 100,
      carriedIn: carriedIn / 100,
      carriedOut: Math.min(0, result) / 100,
      total: Math.max(0, result) / 100,
    });
  }

  const totals: PayTotals = {
    people: workers.length,
    patrolSubsidy: 0,
    informationSubsidy: 0,
    taskReward: 0,
    specialReward: 0,
    starReward: 0,
    adjustments: 0,
    carriedIn: 0,
    carriedOut: 0,
    total: 0,
  };
  for (const field of MONEY_FIELDS) {
    totals[field] = workers.reduce((sumSoFar, worker) => sumSoFar + Math.round(worker[field] * 100), 0) / 100;
  }
  return { period: month, workers, informationRewards, totals };
}
