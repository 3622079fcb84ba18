// One sheet → one parsed table (读表): the header is found, then rows stream through once.
import { TABLE_KINDS, type TableKind } from '../model/terms.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { notRecognised, unusedColumns } from './header/check-header.ts';
import type { OwnHeadings } from './header/own-headings.ts';
import { type Fit, HEAD_ROWS, recognise } from './header/recognise.ts';
import type { SheetFate, SheetReading } from './reading.ts';
import { Entries } from './rows/entries.ts';
import { openLedger } from './rows/ledger.ts';
import { type OpenTable, startTable, type Within } from './rows/open-table.ts';
import type { Range, Row, Sheet } from './sheet.ts';
import { type ParsedTable, placeIn, type Side } from './table.ts';
import { isBlank } from './values/blank.ts';

export interface SheetContext extends Within {
  readonly file: string;
  readonly side: Side;
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
  otherPeriodRow: null,
  incomplete: false,
  id: -1,
});
