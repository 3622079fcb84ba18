// A month's files → facts and problems (读取一个月): every problem is collected, none is thrown.
import type { CivilDate, YearMonth } from '../model/civil.ts';
import type { Facts, PersonId } from '../model/facts.ts';
import { type Place, type Problem, problem } from '../problems/problem.ts';
import { meetingFacts, patrolFacts } from './facts/dated.ts';
import { adjustmentFacts, scoreFacts, specialDutyFacts, surveyFacts } from './facts/monthly.ts';
import { reportFacts, taskFacts } from './facts/numbered.ts';
import { gridFacts, missedIncidentFacts } from './facts/places.ts';
import { type Books, type Run, tallies } from './facts/run.ts';
import { excusedFacts, leaveFacts } from './facts/spans.ts';
import { NO_OWN_HEADINGS, type OwnHeadings } from './header/own-headings.ts';
import { type MonthTables, readMonthTables } from './month-tables.ts';
import { type Roster, readRoster } from './people/read-roster.ts';
import type { RosterRow } from './people/roster.ts';
import { gridsElsewhere, type Scope, scopeTest } from './people/scope.ts';
import { orderProblems } from './problem-order.ts';
import type { InputFile } from './read-files.ts';
import { accountOf, type SheetAccount } from './reading.ts';
import { type Asked, missingInMonth, patrolFiguresOf } from './required-tables.ts';
import { infoOf, type ParsedTable, type PersonRef, tablesOf } from './table.ts';

export type { Scope } from './people/scope.ts';
export type { InputFile } from './read-files.ts';

export interface MonthInput extends Pick<Asked, 'switchedOff'>, Partial<Omit<Asked, 'switchedOff'>> {
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
}

export interface MonthRead {
  readonly facts: Facts;
  readonly problems: Problem[];
  /** Of the roster, row by row. */
  readonly roster: readonly RosterRow[];
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
  const { period, asOf = null, month, previous, root, scope } = input;
  const { switchedOff, switches = new Map(), marksBy = null } = input;
  const read = await readMonthTables({ period, asOf }, { root, month, previous }, input.ownHeadings ?? NO_OWN_HEADINGS);
  const { run, roster } = openRun(period, scope, read);
  const facts = factsOf(run, roster, read.tables);
  const sheets = read.readings.map((reading) => accountOf(reading, read.fateOf));
  const told = { facts, sheets, roster: roster.rows, personAt: personInError(read.tables) };
  if (month.length === 0) return { ...told, problems: [problem('monthFolderEmpty', { folder: period })] };
  const problems = [
    ...read.problems,
    ...run.problems,
    ...tallies(run, read.tables),
    ...missingInMonth({ period, asOf }, read.tables, facts, { switchedOff, switches, marksBy }, read.problems),
  ];
  return { ...told, problems: orderProblems(problems) };
}

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

function openRun(period: YearMonth, scope: Scope | null, read: MonthTables): { run: Run; roster: Roster } {
  const rosters = tablesOf(read.tables, 'roster');
  const located = [...rosters, ...tablesOf(read.tables, 'grids')].flatMap((table) => [
    ...(table as ParsedTable).entries,
  ]);
  const test = scopeTest(scope, gridsElsewhere(scope, located));
  const grids = new Set(located.flatMap((entry) => entry.grids));
  const rosterLacks = rosters.length === 0 || rosters.some(({ incomplete }) => incomplete);
  const books = openBooks();
  const roster = readRoster(rosters, test, books);
  const before = read.previousRoster;
  const run: Run = {
    ...books,
    period,
    scope: test,
    directory: roster.directory,
    previousDirectory: before.length > 0 ? readRoster(before, test, openBooks()).directory : null,
    knowsGrid: (grid) => rosterLacks || grids.has(grid),
    outsideEmployment: new Map<PersonId, never>(),
  };
  return { run, roster };
}

function factsOf(run: Run, roster: Roster, tables: readonly ParsedTable[]): Facts {
  const leave = leaveFacts(run, tablesOf(tables, 'leave'));
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
    excused: excusedFacts(run, tablesOf(tables, 'excused')),
    missedIncidents: missedIncidentFacts(run, tablesOf(tables, 'missedIncidents')),
    specialDuties: specialDutyFacts(run, tablesOf(tables, 'specialDuties')),
    scores: scoreFacts(run, tablesOf(tables, 'scores')),
    survey: surveyFacts(run, tablesOf(tables, 'survey')),
    adjustments: adjustmentFacts(run, tablesOf(tables, 'adjustments')),
  };
  return { ...facts, tables: tables.map(infoOf) };
}
