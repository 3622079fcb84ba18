// One sheet → one parsed table (读表): the header is found, then rows stream through once.
import { firstDay, lastDay, type YearMonth, yearOf } from '../model/civil.ts';
import { TABLE_KINDS, type TableKind } from '../model/terms.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { KindSpec } from './kind.ts';
import { openLedger } from './ledger.ts';
import { headingsByColumn, nonDataReason } from './non-data.ts';
import { otherCellsDigest, otherColumns } from './other-columns.ts';
import { REASONS } from './reasons.ts';
import { type Fit, recognise } from './recognise.ts';
import { RowReader } from './row-reader.ts';
import type { Row, Sheet } from './sheet.ts';
import { type ParsedTable, placeIn, type Side } from './table.ts';
import { isBlank } from './values/blank.ts';

/** How many rows are searched for the headings. */
const HEADER_SEARCH = 20;

export interface SheetContext {
  readonly file: string;
  readonly side: Side;
  /** Null for tables that belong to no month. */
  readonly period: YearMonth | null;
  /** Whether tables of a kind are read here, passed over silently, or left out with a notice. */
  readonly takes: (kind: TableKind) => 'read' | 'skip' | 'leaveOut';
  /** Problems of sheets that become no table. */
  readonly problems: Problem[];
  /** Tables, entered before their rows are read: a file may break off in the middle. */
  readonly tables: ParsedTable[];
}

/** Reads a sheet into `context.tables`; UnreadableFile passes through, what was read before it stays. */
export async function readSheet(sheet: Sheet, context: SheetContext): Promise<void> {
  const intake = sheetIntake(sheet.name, context);
  let whole = false;
  try {
    for await (const batch of sheet.rows) if (!intake.take(batch)) break;
    whole = true;
  } finally {
    intake.end(whole);
  }
}

/** Gathers the head of a sheet, then passes rows on; `take` is false when no more are wanted. */
function sheetIntake(sheet: string | null, context: SheetContext) {
  const head: Row[] = [];
  let table: OpenTable | null | undefined;
  const open = (): OpenTable | null => {
    table = openTable(head, sheet, context);
    for (const row of head) table?.accept(row);
    return table;
  };
  const take = (batch: readonly Row[]): boolean => {
    if (table) for (const row of batch) table.accept(row);
    else for (const row of batch) if (!row.cells.every(isBlank)) head.push(row);
    return table !== undefined || head.length < HEADER_SEARCH || open() !== null;
  };
  const end = (whole: boolean): void => (table === undefined ? open() : table)?.close(whole);
  return { take, end };
}

/** A table whose rows are streaming in. */
interface OpenTable {
  /** Takes a row; those up to the headings are passed over. */
  readonly accept: (row: Row) => void;
  /** `whole` is false when the file broke off. */
  readonly close: (whole: boolean) => void;
}

/** Recognises the head of a sheet; null where no rows are to be read, with the problem that says why. */
function openTable(head: readonly Row[], sheet: string | null, context: SheetContext): OpenTable | null {
  if (head.length === 0) return null;
  const at = (row: number | null) => placeIn({ file: context.file, sheet }, row, null);
  const year = context.period && yearOf(context.period);
  const recognition = recognise(head.slice(0, HEADER_SEARCH), year);
  if (recognition.type === 'none') {
    context.problems.push(problem('sheetNotRecognised', { headings: recognition.headings }, at(null)));
    return null;
  }
  if (recognition.type === 'ambiguous') {
    const kinds = recognition.kinds.map((kind) => TABLE_KINDS[kind]);
    context.problems.push(problem('sheetAmbiguous', { kinds }, at(recognition.row.number)));
    return null;
  }
  const { spec } = recognition.fit;
  const taking = context.takes(spec.kind);
  if (taking === 'leaveOut') {
    const where = context.side === 'root' ? 'root' : 'month';
    context.problems.push(problem('tableNotTaken', { kind: TABLE_KINDS[spec.kind], where }, at(null)));
  }
  return taking === 'read' ? startTable(recognition.fit, sheet, context) : null;
}

function startTable(fit: Fit, sheet: string | null, context: SheetContext): OpenTable {
  const table = emptyTable(fit, sheet, context);
  context.tables.push(table);
  const readable = checkHeader(fit, table);
  if (!readable) table.incomplete = true;
  const reader = new RowReader(fit.fields, fit.dates, (row, column) => placeIn(table, row, column));
  const headings = headingsByColumn(fit.fields);
  const others = fit.spec.comparesOtherColumns ? otherColumns(fit) : null;
  let hidden = 0;
  const accept = (row: Row): void => {
    const cells = row.cells.filter((cell) => !isBlank(cell));
    if (row.number <= table.headerRow || cells.length === 0) return;
    if (row.hidden) hidden += 1;
    table.ledger.enter(row.number);
    const reason = nonDataReason(cells, headings);
    if (reason) table.ledger.settle(row.number, reason);
    else if (fit.spec.kind === 'trackPoints') table.ledger.settle(row.number, REASONS.trackPoint);
    else if (!readable) table.ledger.settle(row.number, 'error');
    else {
      reader.begin(row.number, cells);
      parseRow(fit.spec, reader, row.number, table, context.period, others ? otherCellsDigest(cells, others) : 0);
    }
  };
  const close = (whole: boolean): void => {
    if (!whole) table.incomplete = true;
    if (hidden > 0) table.problems.push(problem('hiddenRowsRead', { count: hidden }, placeIn(table, null, null)));
    fit.spec.finish(table);
  };
  return { accept, close };
}

const emptyTable = (fit: Fit, sheet: string | null, context: SheetContext): ParsedTable => ({
  kind: fit.spec.kind,
  file: context.file,
  sheet,
  side: context.side,
  headerRow: fit.row.number,
  fields: fit.fields,
  entries: [],
  ledger: openLedger(),
  problems: [],
  otherPeriod: 0,
  incomplete: false,
  id: -1,
});

/** Whether the rows can be read: every required column is there, none twice. */
function checkHeader(fit: Fit, table: ParsedTable): boolean {
  const place = (column: number | null) => placeIn(table, table.headerRow, column);
  const kind = TABLE_KINDS[fit.spec.kind];
  const missing = fit.spec.required.filter((group) => !group.some((field) => fit.fields.has(field)));
  for (const group of missing) {
    const headings = group.flatMap((field) => fit.spec.fields[field] as readonly string[]);
    table.problems.push(problem('columnMissing', { kind, headings }, place(null)));
  }
  for (const { column, used, equal } of fit.spare) {
    const found = equal
      ? problem('headingTwice', { heading: column.heading }, place(column.column))
      : problem('columnNotUsed', { heading: column.heading, used: used.heading }, place(column.column));
    table.problems.push(found);
  }
  const twice = fit.dates.filter(({ date }, index) => fit.dates.findIndex((other) => other.date === date) < index);
  for (const { heading, column } of twice) table.problems.push(problem('headingTwice', { heading }, place(column)));
  return missing.length === 0 && twice.length === 0 && !fit.spare.some(({ equal }) => equal);
}

function parseRow(
  spec: KindSpec,
  reader: RowReader<string>,
  row: number,
  table: ParsedTable,
  period: YearMonth | null,
  others: number,
): void {
  const draft = spec.parse(reader);
  const { person, grids, township, span, key, failed } = reader;
  const inPeriod = span && period && span[0] <= lastDay(period) && span[1] >= firstDay(period);
  if (inPeriod === false && (failed || !spec.keepsOtherPeriods)) {
    table.otherPeriod += 1;
    table.ledger.settle(row, REASONS.otherPeriod);
    return;
  }
  const value = failed ? null : draft;
  const problems = reader.problems;
  table.entries.push({ row, value, person, grids, township, key, inPeriod, others, problems });
}
