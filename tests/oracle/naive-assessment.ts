/**
 * The plain reading of what is assessed beside the pay: monthly scores (5.8), grids and the duty checklist (8).
 * Like `naive.ts` it goes over all rows again for every question.
 */
import { addMonths, daysOf, quarterOf } from './calendar.ts';
import { add, compare, decimal, divide, type Fraction, fraction, multiply, roundHalfUp } from './fraction.ts';
import {
  assessableDays,
  assignmentsOn,
  byCodeUnit,
  distinct,
  figuresOf,
  findMonth,
  fullTimeOn,
  idsOf,
  isTaskDone,
  nameOf,
  needMonth,
  type PatrolDay,
  patrolDay,
  rosterOf,
  taskDay,
  taskRows,
} from './naive.ts';
import type { Office, Role, RosterRow, SurveyRow } from './office.ts';

const TEAM_REPORTS = 20;

export type RoleKey = 'fullTime' | 'gridLead' | 'partTime' | 'adviser';

export interface ExpectedScore {
  id: string;
  name: string;
  score: number | null;
  rank: number | null;
  contents: {
    training: number | null;
    dataEntry: number | null;
    patrol: number | null;
    knowledge: number | null;
    reports: number | null;
    tasks: number | null;
  };
}

interface Departure {
  rule: 'gridLead' | 'fullTime' | 'adviser' | 'partTime' | 'partyMember';
  found: number;
  required: number;
  days: number;
}

export interface ExpectedGrid {
  id: string;
  name: string | null;
  score: number;
  rank: number;
  assessableDays: number;
  metDays: number;
  effectiveReports: number;
  reportsByRole: Record<RoleKey, number>;
  tasksAssigned: number;
  tasksDone: number;
  missedIncidents: number;
  departures: Departure[];
}

export interface ExpectedDuty {
  id: string;
  name: string;
  requirement: string;
  key: string;
  figure: number | null;
  threshold: number;
  unit: string;
  met: boolean | null;
}

// ---------------------------------------------------------------- shared

const ZERO = fraction(0);
const HUNDRED = fraction(100);

function twoDecimals(value: Fraction): number {
  return roundHalfUp(multiply(value, HUNDRED)) / 100;
}

function shown(value: Fraction | null): number | null {
  return value === null ? null : twoDecimals(value);
}

function percent(part: number, whole: number): Fraction | null {
  return whole === 0 ? null : fraction(100 * part, whole);
}

/** Of the ones that have data; null when none has. */
function mean(values: (Fraction | null)[]): Fraction | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : divide(known.reduce(add), fraction(known.length));
}

function rankOf(score: number | null, all: (number | null)[]): number | null {
  if (score === null) return null;
  return 1 + all.filter((other) => other !== null && other > score).length;
}

function fullTimers(office: Office, month: string): string[] {
  const roster = rosterOf(office, month);
  return idsOf(roster).filter((id) => daysOf(month).some((day) => fullTimeOn(roster, id, day)));
}

function patrolDays(office: Office, month: string, id: string): (PatrolDay & { day: string })[] {
  const { patrol } = needMonth(office, month);
  const hasRateColumn = patrol.some((row) => row.onlineRate !== null);
  const own = patrol.filter((row) => row.id === id);
  return assessableDays(office, month, id).map((day) => ({ day, ...patrolDay(own, hasRateColumn, day) }));
}

/** The survey row that holds: the latest of the quarter up to the month, no farther than an unbroken row of folders. */
function surveyRow(office: Office, month: string, id: string): SurveyRow | undefined {
  for (let at = month; quarterOf(at) === quarterOf(month); at = addMonths(at, -1)) {
    const data = findMonth(office, at);
    if (data === undefined) return undefined;
    const row = (data.survey ?? []).find((other) => other.id === id);
    if (row !== undefined) return row;
  }
  return undefined;
}

function surveyFigure(office: Office, month: string, id: string, figure: Exclude<keyof SurveyRow, 'id'>) {
  const text = surveyRow(office, month, id)?.[figure] ?? null;
  return text === null ? null : decimal(text);
}

/** 清单掌握; null when there is no row of the person. The column is there whenever the table is. */
function dutyKnown(office: Office, month: string, id: string): boolean | null {
  const row = needMonth(office, month).scores.find((other) => other.id === id);
  return row === undefined ? null : row.dutyKnown === true;
}

// ---------------------------------------------------------------- 5.8 scores

function training(office: Office, month: string, id: string): Fraction | null {
  const roster = rosterOf(office, month);
  const attended = new Map<string, boolean>();
  for (const row of needMonth(office, month).meetings) {
    if (row.id !== id || !row.date.startsWith(month) || !fullTimeOn(roster, id, row.date)) continue;
    attended.set(JSON.stringify([row.date, row.name]), row.attendance === '出席');
  }
  return percent([...attended.values()].filter((isPresent) => isPresent).length, attended.size);
}

export function expectedScores(office: Office, month: string): ExpectedScore[] {
  const roster = rosterOf(office, month);
  const list = fullTimers(office, month).map((id): ExpectedScore => {
    const figures = figuresOf(office, month, id);
    const known = dutyKnown(office, month, id);
    const contents: Record<keyof ExpectedScore['contents'], Fraction | null> = {
      training: training(office, month, id),
      dataEntry: surveyFigure(office, month, id, 'accuracy'),
      patrol: percent(figures.assessable - figures.unmet, figures.assessable),
      knowledge: mean([
        surveyFigure(office, month, id, 'keyPersonKnowledge'),
        known === null ? null : known ? HUNDRED : ZERO,
      ]),
      reports: percent(Math.min(figures.effective, figures.base), figures.base),
      tasks: percent(figures.tasks.done, figures.tasks.assigned),
    };
    return {
      id,
      name: nameOf(roster, id),
      score: shown(mean(Object.values(contents))),
      rank: null,
      contents: {
        training: shown(contents.training),
        dataEntry: shown(contents.dataEntry),
        patrol: shown(contents.patrol),
        knowledge: shown(contents.knowledge),
        reports: shown(contents.reports),
        tasks: shown(contents.tasks),
      },
    };
  });
  const scores = list.map((line) => line.score);
  return list.map((line) => ({ ...line, rank: rankOf(line.score, scores) }));
}

// ---------------------------------------------------------------- 8 grids

const ROLES: [RoleKey, Role][] = [
  ['fullTime', '专职网格员'],
  ['gridLead', '网格长'],
  ['partTime', '兼职网格员'],
  ['adviser', '网格指导员'],
];

function gridsHeld(roster: RosterRow[], id: string, day: string): string[] {
  return [...new Set(assignmentsOn(roster, id, day).flatMap((row) => row.grids))];
}

/** In the order of `ROLES`; empty when the person does not hold the grid that day. */
function rolesIn(roster: RosterRow[], id: string, day: string, grid: string): RoleKey[] {
  const rows = assignmentsOn(roster, id, day).filter((row) => row.grids.includes(grid));
  return ROLES.filter(([, role]) => rows.some((row) => row.role === role)).map(([key]) => key);
}

/** The grid's effective reports of the month by the role in which each counts. */
export function teamReports(office: Office, month: string, grid: string): Record<RoleKey, number> {
  const roster = rosterOf(office, month);
  const byRole: Record<RoleKey, number> = { fullTime: 0, gridLead: 0, partTime: 0, adviser: 0 };
  const numbers = new Set<string>();
  for (const row of needMonth(office, month).reports) {
    const day = row.time.slice(0, 10);
    if (row.valid !== true || !day.startsWith(month) || numbers.has(row.number)) continue;
    numbers.add(row.number);
    const role = rolesIn(roster, row.id, day, grid)[0];
    if (role === undefined) continue;
    const namesAnotherOfTheirs =
      row.grid !== null && row.grid !== grid && gridsHeld(roster, row.id, day).includes(row.grid);
    if (!namesAnotherOfTheirs) byRole[role] += 1;
  }
  return byRole;
}

function departuresOf(office: Office, month: string, grid: string): Departure[] {
  const roster = rosterOf(office, month);
  const ids = idsOf(roster).filter((id) => roster.some((row) => row.id === id && row.grids.includes(grid)));
  const isParty = (id: string) => roster.some((row) => row.id === id && row.party === true);
  const rules: { rule: Departure['rule']; counts: (id: string, roles: RoleKey[]) => boolean; exact: boolean }[] = [
    { rule: 'gridLead', counts: (_, roles) => roles.includes('gridLead'), exact: true },
    { rule: 'fullTime', counts: (_, roles) => roles.includes('fullTime'), exact: true },
    { rule: 'adviser', counts: (_, roles) => roles.includes('adviser'), exact: true },
    { rule: 'partTime', counts: (_, roles) => roles.includes('partTime'), exact: false },
    { rule: 'partyMember', counts: (id, roles) => roles.length > 0 && isParty(id), exact: false },
  ];
  const days = daysOf(month).map((day) => ids.map((id) => ({ id, roles: rolesIn(roster, id, day, grid) })));
  const departures: Departure[] = [];
  for (const { rule, counts, exact } of rules) {
    const daysByFound = new Map<number, number>();
    for (const members of days) {
      const found = members.filter(({ id, roles }) => counts(id, roles)).length;
      if (found === 1 || (found > 1 && !exact)) continue;
      daysByFound.set(found, (daysByFound.get(found) ?? 0) + 1);
    }
    for (const [found, count] of [...daysByFound].sort((a, b) => a[0] - b[0])) {
      departures.push({ rule, found, required: 1, days: count });
    }
  }
  return departures;
}

export function expectedGrids(office: Office, month: string): ExpectedGrid[] {
  const data = needMonth(office, month);
  const roster = rosterOf(office, month);
  const days = daysOf(month);
  const ids = idsOf(roster);
  const held = new Set(ids.flatMap((id) => days.flatMap((day) => gridsHeld(roster, id, day))));
  const grids = [...new Set([...(office.grids ?? []).map((row) => row.id), ...held])].sort(byCodeUnit);
  const patrol = ids.flatMap((id) => patrolDays(office, month, id).map((day) => ({ id, ...day })));
  const tasks = taskRows(office, month).filter(
    (row) =>
      ['事件', '任务'].includes(row.type) &&
      !['退回', '撤销', '转派'].includes(row.status) &&
      taskDay(row).startsWith(month),
  );

  const list = grids.map((id): ExpectedGrid => {
    const due = patrol.filter((day) => rolesIn(roster, day.id, day.day, id).includes('fullTime'));
    const met = due.filter((day) => day.met).length;
    const reportsByRole = teamReports(office, month, id);
    const effective = Object.values(reportsByRole).reduce((a, b) => a + b, 0);
    const assigned = tasks.filter((row) => gridsHeld(roster, row.id, taskDay(row)).includes(id));
    const done = assigned.filter((row) => isTaskDone(row, month)).length;
    const missed = distinct(data.missedIncidents).filter(
      (row) => row.missed && row.grid === id && row.date.startsWith(month),
    ).length;
    const departures = departuresOf(office, month, id);

    const parts: [number, Fraction | null][] = [
      [30, due.length === 0 ? null : fraction(met, due.length)],
      [30, held.has(id) ? fraction(Math.min(effective, TEAM_REPORTS), TEAM_REPORTS) : null],
      [30, assigned.length === 0 ? null : fraction(done, assigned.length)],
      [10, fraction(Math.max(0, 4 - departures.length), 4)],
    ];
    let points = 0;
    let sum = ZERO;
    for (const [weight, part] of parts) {
      if (part === null) continue;
      points += weight;
      sum = add(sum, multiply(fraction(weight), part));
    }
    const score = add(divide(multiply(sum, HUNDRED), fraction(points)), fraction(-20 * missed));
    return {
      id,
      name: (office.grids ?? []).find((row) => row.id === id)?.name ?? null,
      score: twoDecimals(compare(score, ZERO) < 0 ? ZERO : score),
      rank: 0,
      assessableDays: due.length,
      metDays: met,
      effectiveReports: effective,
      reportsByRole,
      tasksAssigned: assigned.length,
      tasksDone: done,
      missedIncidents: missed,
      departures,
    };
  });
  const scores = list.map((line) => line.score);
  return list.map((line) => ({ ...line, rank: rankOf(line.score, scores) ?? 0 }));
}

// ---------------------------------------------------------------- 8 duties

/** Null when the month's folder has no 漏报 table. */
// reading: a table whose rows are all of other months is a table.
function missedIncidentsOf(office: Office, month: string, id: string): number | null {
  const roster = rosterOf(office, month);
  const rows = distinct(needMonth(office, month).missedIncidents);
  if (rows.length === 0) return null;
  return rows.filter(
    (row) => row.missed && row.date.startsWith(month) && rolesIn(roster, id, row.date, row.grid).includes('fullTime'),
  ).length;
}

export function expectedDuties(office: Office, month: string): ExpectedDuty[] {
  const roster = rosterOf(office, month);
  return fullTimers(office, month).flatMap((id): ExpectedDuty[] => {
    const name = nameOf(roster, id);
    const figures = figuresOf(office, month, id);
    const days = patrolDays(office, month, id);
    const row = (
      requirement: string,
      key: string,
      figure: number | null,
      threshold: number,
      unit: string,
      met: boolean | null,
    ) => ({ id, name, requirement, key, figure, threshold, unit, met });

    const counted = (requirement: string, key: string, figure: number, threshold: number, unit: string) =>
      row(requirement, key, figure, threshold, unit, threshold === 0 ? null : figure >= threshold);
    const surveyed = (requirement: string, key: Exclude<keyof SurveyRow, 'id'>, threshold: number) => {
      const figure = surveyFigure(office, month, id, key);
      const met = figure === null ? null : compare(figure, fraction(threshold)) >= 0;
      return row(requirement, key, shown(figure), threshold, '%', met);
    };
    const patrolled = (requirement: string, key: string, isMet: (day: PatrolDay) => boolean) =>
      counted(requirement, key, days.filter(isMet).length, days.length, '天');

    const missed = missedIncidentsOf(office, month, id);
    const known = dutyKnown(office, month, id);
    return [
      patrolled('三（四）要求1', 'halfDay', (day) => day.online),
      patrolled('三（四）要求2', 'onlineTime', (day) => day.timeMet),
      patrolled('三（四）要求2', 'mileage', (day) => day.distanceMet),
      surveyed('三（四）要求3', 'accuracy', 100),
      surveyed('三（四）要求3', 'keyPersonKnowledge', 100),
      row('三（四）要求4', 'missedIncidents', missed, 0, '起', missed === null ? null : missed <= 0),
      surveyed('三（四）要求5', 'familiarity', 85),
      surveyed('三（四）要求5', 'satisfaction', 85),
      counted('三（四）要求6', 'effectiveReports', figures.effective, figures.base, '条'),
      counted('三（四）要求7', 'tasks', figures.tasks.done, figures.tasks.assigned, '件'),
      counted('三（四）要求8', 'adHoc', figures.adHoc.done, figures.adHoc.assigned, '件'),
      row('三（六）1', 'dutyList', known === null ? null : known ? 1 : 0, 1, '是否', known),
    ];
  });
}
