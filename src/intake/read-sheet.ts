// One sheet → one parsed table (读表): the header is found, then rows stream through once.
import { firstDay, lastDay, type YearMonth } from '../model/civil.ts';
import { PATROL_FIGURES, TABLE_KINDS, type TableKind } from '../model/terms.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { checkHeader, notRecognised, unusedColumns } from './header/check-header.ts';
import type { OwnHeadings } from './header/own-headings.ts';
import { type Fit, HEAD_ROWS, recognise } from './header/recognise.ts';
import type { KindSpec } from './kind.ts';
import { PERSON_FIELDS } from './kinds/common.ts';
import type { SheetFate, SheetReading } from './reading.ts';
import { Entries } from './rows/entries.ts';
import { openLedger } from './rows/ledger.ts';
import { type Filling, MergedCells, mergesMatter } from './rows/merged-cells.ts';
import { nonDataTest } from './rows/non-data.ts';
import { otherCellsDigest, otherColumns } from './rows/other-columns.ts';
import { REASONS } from './rows/reasons.ts';
import { RowReader } from './rows/row-reader.ts';
import type { Cell, Range, Row, Sheet } from './sheet.ts';
import { type ParsedTable, placeIn, type Side } from './table.ts';
import { isBlank } from './values/blank.ts';

export interface SheetContext {
  readonly file: string;
  readonly side: Side;
  /** Null for tables that belong to no month. */
  readonly period: YearMonth | null;
  /** Whether tables of a kind are read here, passed over silently, or left out with a notice. */
  readonly takes: (kind: TableKind) => 'read' | 'skip' | 'leaveOut';
  readonly ownHeadings: OwnHeadings;
  /** Problems of sheets that become no table. */
  readonly problems: Problem[];
  /** Tables, entered before their rows are read: a file may break off in the middle. */
  readonly tables: ParsedTable[];
  /** What became of each sheet. */
  readonly readings: SheetReading[];
}

/** Reads a sheet into `context.tables`; UnreadableFile passes through, what was read before it stays. */
export async function readSheet(sheet: Sheet, context: SheetContext): Promise<void> {
  const undo = undoing(context.problems, context.tables, context.readings);
  if (await readRows(sheet, sheetIntake(sheet.name, context, []), (table) => table.needs(sheet.merges))) return;
  // Only now is it known that cells among the data are merged: what was read without their values is read again.
  undo();
  await readRows(sheet, sheetIntake(sheet.name, context, sheet.merges), () => false);
}

/** Takes a list of lists back to the lengths they have now. */
function undoing(...lists: readonly unknown[][]): () => void {
  const lengths = lists.map((list) => list.length);
  return () => {
    for (const [index, list] of lists.entries()) list.length = lengths[index] as number;
  };
}

/** Reads the rows of a sheet once; false, and nothing finished, when they must be read again. */
async function readRows(sheet: Sheet, intake: SheetIntake, again: (table: OpenTable) => boolean): Promise<boolean> {
  let whole = false;
  let table: OpenTable | null = null;
  try {
    for await (const batch of sheet.rows) if (!intake.take(batch)) break;
    whole = true;
  } finally {
    table = intake.table();
    if (!whole) table?.close(false);
  }
  if (table && again(table)) return false;
  table?.close(true);
  return true;
}

interface SheetIntake {
  /** False when no more rows are wanted. */
  readonly take: (batch: readonly Row[]) => boolean;
  /** The table the sheet holds, with the rows taken so far; null when it holds none. */
  readonly table: () => OpenTable | null;
}

/** Gathers the head of a sheet, then passes rows on. */
function sheetIntake(sheet: string | null, context: SheetContext, merges: readonly Range[]): SheetIntake {
  const head: Row[] = [];
  let table: OpenTable | null | undefined;
  const open = (): OpenTable | null => {
    table = openTable(head, sheet, context, merges);
    for (const row of head) table?.accept(row);
    return table;
  };
  const take = (batch: readonly Row[]): boolean => {
    if (table) for (const row of batch) table.accept(row);
    else for (const row of batch) if (!row.cells.every(isBlank)) head.push(row);
    return table !== undefined || head.length < HEAD_ROWS || open() !== null;
  };
  return { take, table: () => (table === undefined ? open() : table) };
}

/** A table whose rows are streaming in. */
interface OpenTable {
  /** Takes a row; those up to the headings are passed over. */
  readonly accept: (row: Row) => void;
  /** Whether merged cells give rows of the table values that it does not know of yet. */
  readonly needs: (merges: readonly Range[]) => boolean;
  /** `whole` is false when the file broke off. */
  readonly close: (whole: boolean) => void;
}

/** Recognises the head of a sheet; null where no rows are to be read, with the problem that says why. */
function openTable(
  head: readonly Row[],
  sheet: string | null,
  context: SheetContext,
  merges: readonly Range[],
): OpenTable | null {
  const tell = (fate: SheetFate, kind: TableKind | null = null, table: ParsedTable | null = null): void => {
    context.readings.push({ file: context.file, sheet, fate, kind, table, why: null });
  };
  if (head.length === 0) {
    tell('empty');
    return null;
  }
  const at = (row: number | null) => placeIn({ file: context.file, sheet }, row, null);
  const { period, ownHeadings: own } = context;
  const recognition = recognise(head.slice(0, HEAD_ROWS), { period, own, sheet });
  if (recognition.type === 'none') {
    context.problems.push(notRecognised(recognition, at));
    tell('notRecognised');
    return null;
  }
  if (recognition.type === 'ambiguous') {
    const kinds = recognition.kinds.map((kind) => TABLE_KINDS[kind]);
    context.problems.push(problem('sheetAmbiguous', { kinds }, at(recognition.row.number)));
    tell('ambiguous');
    return null;
  }
  const { spec } = recognition.fit;
  const taking = context.takes(spec.kind);
  if (taking === 'leaveOut') {
    const where = context.side === 'root' ? 'root' : 'month';
    context.problems.push(problem('tableNotTaken', { kind: TABLE_KINDS[spec.kind], where }, at(null)));
  }
  if (taking !== 'read') {
    tell(taking === 'skip' ? 'notNeeded' : 'elsewhere', spec.kind);
    return null;
  }
  const table = emptyTable(recognition.fit, sheet, context);
  tell('read', spec.kind, table);
  context.tables.push(table);
  return startTable(recognition.fit, table, context, merges);
}

function startTable(fit: Fit, table: ParsedTable, context: SheetContext, merges: readonly Range[]): OpenTable {
  const readable = checkHeader(fit, table);
  if (!readable) table.incomplete = true;
  const reader = new RowReader(fit.fields, fit.dates, (row, column) => placeIn(table, row, column));
  const noData = nonDataTest(fit);
  const others = fit.spec.comparesOtherColumns ? otherColumns(fit) : null;
  const unreal = new Map(fit.matrix?.unreal.map(({ column, heading }) => [column, heading]));
  const filling = fillingOf(table);
  const merged = merges.length > 0 ? new MergedCells(merges, filling) : null;
  let hidden = 0;
  const accept = (row: Row): void => {
    const own = row.cells.some(isBlank) ? row.cells.filter((cell) => !isBlank(cell)) : row.cells;
    if (row.number <= table.headerRow || own.length === 0) return;
    const cells = merged ? merged.fill(row.number, own) : own;
    if (row.hidden) hidden += 1;
    table.ledger.enter(row.number);
    const reason = noData(cells);
    if (reason) table.ledger.settle(row.number, reason);
    else if (fit.spec.kind === 'trackPoints') table.ledger.settle(row.number, REASONS.trackPoint);
    else if (!readable) table.ledger.settle(row.number, 'error');
    else {
      if (unreal.size > 0) refuseUnreal(row.number, cells, unreal, table);
      reader.begin(row.number, cells);
      parseRow(fit.spec, reader, row.number, table, context.period, others ? otherCellsDigest(cells, others) : 0);
    }
  };
  const close = (whole: boolean): void => {
    if (!whole) table.incomplete = true;
    if (hidden > 0) table.problems.push(problem('hiddenRowsRead', { count: hidden }, placeIn(table, null, null)));
    if (merged) table.problems.push(...countedOnce(merged, table));
    fit.spec.finish(table);
  };
  return { accept, needs: (found) => mergesMatter(found, filling), close };
}

/** Cells below a heading like a date that does not exist cannot be told a day. */
function refuseUnreal(row: number, cells: readonly Cell[], unreal: ReadonlyMap<number, string>, table: ParsedTable) {
  for (const { column } of cells) {
    const found = unreal.get(column);
    if (found === undefined) continue;
    table.problems.push(problem('dateNotReal', { heading: '表头', found }, placeIn(table, row, column)));
    table.ledger.settle(row, 'error');
  }
}

function fillingOf({ kind, headerRow, fields, dates }: ParsedTable): Filling {
  const columns = (names: readonly string[]) => new Set(names.flatMap((name) => fields.get(name)?.column ?? []));
  return {
    headerRow,
    dateColumns: new Set(dates.map(({ column }) => column)),
    figures: columns(kind === 'patrol' ? Object.keys(PATROL_FIGURES) : []),
    occasion: columns([...Object.keys(PERSON_FIELDS), 'date']),
  };
}

const countedOnce = ({ counted }: MergedCells, table: ParsedTable): Problem[] =>
  [...table.fields.values()].flatMap(({ column, heading }) => {
    const count = counted.get(column);
    return count === undefined
      ? []
      : [problem('mergedFigureOnce', { heading, count }, placeIn(table, table.headerRow, column))];
  });

const emptyTable = (fit: Fit, sheet: string | null, context: SheetContext): ParsedTable => ({
  kind: fit.spec.kind,
  file: context.file,
  sheet,
  side: context.side,
  headerTop: (fit.rows[0] ?? fit.row).number,
  headerRow: fit.row.number,
  fields: fit.fields,
  dates: fit.dates,
  figures: new Map(),
  unused: unusedColumns(fit),
  entries: new Entries(),
  ledger: openLedger(),
  problems: [],
  otherPeriod: 0,
  incomplete: false,
  id: -1,
});

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
  const shared = { row, person, grids, township, key, inPeriod, others, problems: reader.problems };
  if (failed || !isSeveral(draft)) table.entries.push(failed ? null : (draft as object | null), shared);
  else if (draft.length === 0) table.ledger.settle(row, REASONS.noFigures);
  else for (const value of draft) table.entries.push(value, shared);
}

const isSeveral = (draft: object | readonly object[] | null): draft is readonly object[] => Array.isArray(draft);
