// A month's files → facts and problems (读取一个月): every problem is collected, none is thrown.
import { type CivilDate, firstDay, type YearMonth } from '../model/civil.ts';
import type { Facts, PersonId } from '../model/facts.ts';
import type { AnsweredRecord } from '../model/record.ts';
import { VALUE_RULES_NOW, type ValueRules } from '../model/value-rules.ts';
import { type Place, type Problem, problem } from '../problems/problem.ts';
import { type Answers, AnswersInForce, NO_ANSWERS } from './answers.ts';
import { meetingFacts, patrolFacts } from './facts/dated.ts';
import { adjustmentFacts, scoreFacts, specialDutyFacts, surveyFacts } from './facts/monthly.ts';
import { reportFacts, taskFacts } from './facts/numbered.ts';
import { gridFacts, missedIncidentFacts } from './facts/places.ts';
import { type Books, type KeptLeave, type Run, tallies, unassignedIn } from './facts/run.ts';
import { excusedFacts, leaveFacts, noRecordFacts } from './facts/spans.ts';
import { NO_OWN_HEADINGS, type OwnHeadings } from './header/own-headings.ts';
import { type MonthTables, readMonthTables } from './month-tables.ts';
import { type Roster, readRoster } from './people/read-roster.ts';
import type { RosterRow } from './people/roster.ts';
import { gridsElsewhere, type Scope, scopeTest } from './people/scope.ts';
import { orderProblems } from './problem-order.ts';
import {
  leaveOfOtherYears,
  otherMonthProblems,
  plannedTables,
  unreadProblems,
  unsaidKinds,
  validityProblems,
} from './questions.ts';
import type { InputFile } from './read-files.ts';
import { accountOf, type SheetAccount } from './reading.ts';
import { type FigureDemands, missingInMonth, patrolFiguresOf } from './required-tables.ts';
import { unitsAgainstOthers } from './rows/doubtful-figures.ts';
import { infoOf, type ParsedTable, type PersonRef, tablesOf } from './table.ts';

export type { Scope } from './people/scope.ts';
export type { InputFile } from './read-files.ts';

export interface MonthInput extends Pick<FigureDemands, 'switchedOff'>, Partial<Omit<FigureDemands, 'switchedOff'>> {
  readonly period: YearMonth;
  /** The last day looked at of a month in progress; the whole month without it. */
  readonly asOf?: CivilDate | null;
  /** Files of the month's folder. */
  readonly month: readonly InputFile[];
  /** Files of the month folder before: tasks due this month, reports of the last 30 days. */
  readonly previous: readonly InputFile[];
  /** Files of the workspace's root: a roster and grids that serve every month. */
  readonly root: readonly InputFile[];
  readonly scope: Scope | null;
  /** Headings of the office's own exports. */
  readonly ownHeadings?: OwnHeadings;
  /** 不用 and 用词, and what of them the month before used. */
  readonly answers?: Answers;
  readonly answeredBefore?: readonly AnsweredRecord[];
  /** 工号位数 */
  readonly idDigits?: number | null;
  readonly valueRules?: ValueRules;
  /** By the working calendar; Monday to Friday without one. */
  readonly isWorkday?: (day: CivilDate) => boolean;
  /** Leave that the months before have kept for this one. */
  readonly leaveBefore?: readonly KeptLeave[];
}

export interface MonthRead {
  readonly facts: Facts;
  readonly problems: Problem[];
  /** Of the roster, row by row. */
  readonly roster: readonly RosterRow[];
  /** Rows of 不用 that were asked for. */
  readonly answered: readonly AnsweredRecord[];
  /** Every sheet of the folders, by path. */
  readonly sheets: readonly SheetAccount[];
  /** Whom a row in error is about, as it says itself; null where the place is no such row. */
  readonly personAt: (place: Place) => PersonRef | null;
}

/**
 * Facts of the month (spec 3) with their rows, and the problems by place. Durations are whole seconds, distances whole
 * metres, money fen, rates exact fractions. Rejects only for a defect, never for what the files hold.
 */
export async function readMonth(input: MonthInput): Promise<MonthRead> {
  const { period, asOf = null, month, previous, root } = input;
  const { switchedOff, switches = new Map(), marksBy = null } = input;
  const { valueRules = VALUE_RULES_NOW, idDigits = null, ownHeadings = NO_OWN_HEADINGS } = input;
  const answers = new AnswersInForce(input.answers ?? NO_ANSWERS, period, input.answeredBefore ?? []);
  const within = { period, asOf, valueRules, idDigits, answers, ownHeadings };
  const read = await readMonthTables(within, { root, month, previous });
  const { run, roster } = openRun(input, valueRules, read);
  const facts = factsOf(run, roster, read.tables);
  const sheets = read.readings.map((reading) => accountOf(reading, read.fateOf));
  const answered = [...answers.used.values()];
  const told = { facts, sheets, answered, roster: roster.rows, personAt: personInError(read.tables) };
  if (month.length === 0) return { ...told, problems: [problem('monthFolderEmpty', { folder: period })] };
  const taken = new Set(read.tables.map(({ file }) => file));
  const found = unreadProblems(read.unread, read.problems, taken, period, roster.people);
  const misplaced = otherMonthProblems(read.tables, period);
  const units = unitsAgainstOthers(tablesOf(read.tables, 'patrol'));
  const missing = missingInMonth({ period, asOf }, read.tables, facts, { switchedOff, switches, marksBy }, found);
  const problems = [
    ...found.filter((one) => !isToldByUnits(one, units) && !isToldByMissing(one, missing)),
    ...misplaced,
    ...run.problems,
    ...validityProblems(read.tables),
    ...unsaidKinds(read.tables),
    ...plannedTables(read.tables),
    ...leaveOfOtherYears(read.tables, period),
    ...units,
    ...tallies(run, read.tables, roster.people).filter((one) => !isToldOf(one, misplaced)),
    ...missing.filter((one) => !isToldByUnread(one, found)),
  ];
  return { ...told, problems: orderProblems(problems) };
}

/** That rows of another month were left out is told by the question whether the whole file is one of another month. */
const isToldOf = ({ code, place }: Problem, misplaced: readonly Problem[]): boolean =>
  code === 'otherPeriodLeftOut' &&
  misplaced.some((one) => one.place.file === place.file && one.place.sheet === place.sheet);

/** A unit that is in error is not also asked about. */
const isToldByUnits = ({ code, place }: Problem, units: readonly Problem[]): boolean =>
  (code === 'unitDoubtful' || code === 'unitInferred') &&
  units.some((one) => JSON.stringify(one.place) === JSON.stringify(place));

/** The table that is missing names the sheet that is nearest to it: the sheet is not also told to be of no kind. */
const isToldByMissing = ({ code, place }: Problem, missing: readonly Problem[]): boolean =>
  (code === 'sheetNotTaken' || code === 'sheetNotRecognised') &&
  missing.some(
    (one) =>
      one.code === 'tableMissing' &&
      one.data.near.some((near) => near.place.file === place.file && near.place.sheet === place.sheet),
  );

/** A table is missing because its sheet was not recognised, which is an error of its own. */
const isToldByUnread = (one: Problem, found: readonly Problem[]): boolean =>
  one.code === 'tableMissing' &&
  found.some((other) => other.code === 'sheetUnread' && other.data.kind === one.data.kind);

/** Rows are looked through when somebody asks: hardly any run does. */
const personInError =
  (tables: readonly ParsedTable[]): MonthRead['personAt'] =>
  ({ file, sheet, row }) => {
    const table = tables.find((one) => one.file === file && one.sheet === sheet);
    for (const entry of table?.entries ?? []) {
      if (entry.row === row && entry.value === null) return entry.person;
    }
    return null;
  };

const openBooks = (): Books => ({ problems: [], outOfScope: new Map(), copies: new Map() });

function openRun(
  { period, scope, isWorkday = isMondayToFriday, leaveBefore = [] }: MonthInput,
  valueRules: ValueRules,
  read: MonthTables,
): { run: Run; roster: Roster } {
  const rosters = tablesOf(read.tables, 'roster');
  const located = [...rosters, ...tablesOf(read.tables, 'grids')].flatMap((table) => [
    ...(table as ParsedTable).entries,
  ]);
  const test = scopeTest(scope, gridsElsewhere(scope, located));
  const grids = new Set(located.flatMap((entry) => entry.grids));
  const rosterLacks = rosters.length === 0 || rosters.some(({ incomplete }) => incomplete);
  const books = openBooks();
  const first = firstDay(period);
  const replaced = valueRules === 1 ? [] : read.replacedRoster;
  const roster = readRoster(rosters, test, books, { valueRules, first, replaced });
  const before = read.previousRoster;
  const run: Run = {
    ...books,
    period,
    scope: test,
    directory: roster.directory,
    previousDirectory:
      before.length > 0 ? readRoster(before, test, openBooks(), { valueRules, first }).directory : null,
    knowsGrid: (grid) => rosterLacks || grids.has(grid),
    outsideEmployment: new Map<PersonId, never>(),
    outsideAssignments: new Map<PersonId, never>(),
    valueRules,
    isWorkday,
    leaveBefore,
    zerosLost: new Map(),
    rosterLacks: new Map(),
  };
  return { run, roster };
}

const isMondayToFriday = (day: CivilDate): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0;

function factsOf(run: Run, roster: Roster, tables: readonly ParsedTable[]): Facts {
  const { leave, ahead } = leaveFacts(run, tablesOf(tables, 'leave'));
  const facts = {
    period: run.period,
    people: roster.people,
    grids: gridFacts(run, tablesOf(tables, 'grids'), roster.rows),
    patrolFigures: patrolFiguresOf(tables),
    ...patrolFacts(run, tablesOf(tables, 'patrol'), leave),
    reports: reportFacts(run, tablesOf(tables, 'reports')),
    tasks: taskFacts(run, tablesOf(tables, 'tasks')),
    meetings: meetingFacts(run, tablesOf(tables, 'meetings')),
    leave,
    leaveAhead: ahead,
    noRecords: noRecordFacts(run, tablesOf(tables, 'noRecords')),
    excused: excusedFacts(run, tablesOf(tables, 'excused')),
    missedIncidents: missedIncidentFacts(run, tablesOf(tables, 'missedIncidents')),
    specialDuties: specialDutyFacts(run, tablesOf(tables, 'specialDuties')),
    scores: scoreFacts(run, tablesOf(tables, 'scores')),
    survey: surveyFacts(run, tablesOf(tables, 'survey')),
    adjustments: adjustmentFacts(run, tablesOf(tables, 'adjustments')),
  };
  return { ...facts, unassigned: unassignedIn(run), tables: tables.map(infoOf) };
}
