// Which tables a month is made of (本月用到的表): its own, the root's roster and grids, the month before's tasks and reports.
import type { YearMonth } from '../model/civil.ts';
import { TABLE_KINDS, type TableKind } from '../model/terms.ts';
import type { ValueRules } from '../model/value-rules.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { severityOf } from '../problems/words.ts';
import { adviceFor } from './answers.ts';
import type { OwnHeadings } from './header/own-headings.ts';
import { isOfficeKind } from './office-kinds.ts';
import { type InputFile, readFile, sortedFiles } from './read-files.ts';
import type { SheetContext } from './read-sheet.ts';
import type { SheetFate, SheetReading } from './reading.ts';
import type { Within } from './rows/open-table.ts';
import { type ParsedTable, placeIn, type Side, tablesOf } from './table.ts';
import type { UnreadSheet } from './unread.ts';

const SERVES_EVERY_MONTH: ReadonlySet<TableKind> = new Set(['roster', 'grids', 'noRecords']);

/** Tasks may be due, leave may last, reports are looked back at, people are looked up. */
const OF_THE_MONTH_BEFORE: ReadonlySet<TableKind> = new Set(['tasks', 'reports', 'roster', 'leave']);

const TAKES: Readonly<Record<Side, SheetContext['takes']>> = {
  root: (kind) => (SERVES_EVERY_MONTH.has(kind) ? 'read' : isOfficeKind(kind) ? 'skip' : 'leaveOut'),
  month: (kind) => (isOfficeKind(kind) ? 'leaveOut' : 'read'),
  previous: (kind) => (OF_THE_MONTH_BEFORE.has(kind) ? 'read' : 'skip'),
};

/** Fields that say from when to when somebody serves. */
const SERVICE_FIELDS = ['hired', 'left', 'from', 'to'] as const;

/** A month's roster without the dates of service that the root's has: one made for another purpose, maybe. */
function poorerRoster(root: ParsedTable, read: readonly ParsedTable[]): Problem | null {
  const own = read.filter(({ side, kind }) => side === 'month' && kind === root.kind);
  const [first] = own;
  const lost = SERVICE_FIELDS.flatMap((field) => {
    const column = root.fields.get(field);
    return column === undefined || own.some(({ fields }) => fields.has(field)) ? [] : [column.heading];
  });
  if (root.kind !== 'roster' || root.valueRules === 1 || first === undefined || lost.length === 0) return null;
  const data = { columns: lost, answer: adviceFor(first.file, first.sheet, null) };
  return problem('rosterPoorer', data, placeIn(first, first.headerRow, null));
}

export interface MonthTables {
  /** The tables facts are made of, by path and sheet order; `id` is the index. */
  readonly tables: readonly ParsedTable[];
  /** The roster of the month before: people are looked up there, no facts come from it. */
  readonly previousRoster: readonly ParsedTable<'roster'>[];
  /** The workspace's roster where the month has its own. */
  readonly replacedRoster: readonly ParsedTable<'roster'>[];
  readonly problems: readonly Problem[];
  readonly readings: readonly SheetReading[];
  /** Sheets of the month's folder and the root that no kind took. */
  readonly unread: readonly UnreadSheet[];
  /** What became of a table. */
  readonly fateOf: (table: ParsedTable) => SheetFate;
}

/** The month, and how its files are to be read. */
export interface MonthWithin extends Within {
  readonly period: YearMonth;
  readonly ownHeadings: OwnHeadings;
}

/** Reads all files, one after another. Throws what is no UnreadableFile. */
export async function readMonthTables(
  within: MonthWithin,
  files: Readonly<Record<Side, readonly InputFile[]>>,
): Promise<MonthTables> {
  const { period, valueRules } = within;
  const tagged = (Object.keys(files) as Side[]).flatMap((side) => files[side].map((file) => ({ ...file, side })));
  const read: ParsedTable[] = [];
  const problems: Problem[] = [];
  const readings: SheetReading[] = [];
  const unread: UnreadSheet[] = [];
  for (const file of sortedFiles(tagged)) {
    const found: Problem[] = [];
    const { side } = file;
    const takes = takesOf(side, valueRules);
    await readFile(file, { ...within, side, takes, problems: found, tables: read, readings, unread });
    problems.push(...(file.side === 'previous' ? found.filter(hidesRows) : found));
  }
  const superseded = read.filter(
    (table) => table.side === 'root' && table.kind !== 'noRecords' && hasOwn(read, table.kind),
  );
  for (const table of superseded) {
    const data = { kind: TABLE_KINDS[table.kind], period };
    problems.push(poorerRoster(table, read) ?? problem('tableSuperseded', data, placeIn(table, null, null)));
  }
  const previousRoster = read.filter(
    (table): table is ParsedTable<'roster'> & ParsedTable => table.side === 'previous' && table.kind === 'roster',
  );
  const left = new Set<ParsedTable>([...superseded, ...previousRoster]);
  const tables = read.filter((table) => !left.has(table));
  for (const [index, table] of tables.entries()) {
    table.id = index;
    problems.push(...(table.side === 'previous' ? previousTableProblems(table) : table.problems));
  }
  const fateOf = (table: ParsedTable): SheetFate =>
    superseded.includes(table) ? 'superseded' : left.has(table) ? 'lookup' : 'read';
  const isBefore = (path: string) => files.previous.some((file) => file.path === path);
  const replacedRoster = tablesOf(superseded, 'roster');
  return {
    tables,
    previousRoster,
    replacedRoster,
    problems,
    readings,
    unread: unread.filter(({ file }) => !isBefore(file)),
    fateOf,
  };
}

/** Versions before 0.4.0 looked for no leave in the month before. */
const takesOf = (side: Side, rules: ValueRules): SheetContext['takes'] =>
  rules === 1 && side === 'previous' ? (kind) => (kind === 'leave' ? 'skip' : TAKES.previous(kind)) : TAKES[side];

const hasOwn = (tables: readonly ParsedTable[], kind: TableKind): boolean =>
  tables.some((table) => table.side === 'month' && table.kind === kind);

/** A file of the month before that cannot be read may hold a task due this month. */
const hidesRows = (found: Problem): boolean => found.code.startsWith('file') && severityOf(found) === 'error';

const previousTableProblems = (table: ParsedTable): Problem[] =>
  table.kind === 'tasks' || table.kind === 'leave'
    ? table.problems.filter((found) => severityOf(found) === 'error')
    : [];
