// One sheet → one parsed table (读表): the header is found, then rows stream through once.
import type { Range, Row, Sheet } from '../files/sheet.ts';
import { TABLE_KINDS, type TableKind } from '../model/terms.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { notRecognised, unusedColumns } from './header/check-header.ts';
import { unitInTitles } from './header/figures.ts';
import { nameOf } from './header/matrix.ts';
import { otherLayout } from './header/other-layouts.ts';
import type { OwnHeadings } from './header/own-headings.ts';
import { type Fit, HEAD_ROWS, recognise, widestRow } from './header/recognise.ts';
import type { SheetFate, SheetReading } from './reading.ts';
import { Entries } from './rows/entries.ts';
import { openLedger } from './rows/ledger.ts';
import { type OpenTable, startTable, type Within } from './rows/open-table.ts';
import { type ParsedTable, placeIn, type Side } from './table.ts';
import { UnreadRows, type UnreadSheet } from './unread.ts';
import { isBlank } from './values/blank.ts';
import { MONEY_UNITS } from './values/money.ts';
import { compact } from './values/text.ts';

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
  /** Sheets that no kind took, to be judged when people are known. */
  readonly unread: UnreadSheet[];
}

/** Reads a sheet into `context.tables`; UnreadableFile passes through, what was read before it stays. */
export async function readSheet(sheet: Sheet, context: SheetContext): Promise<void> {
  const undo = undoing(context.problems, context.tables, context.readings, context.unread);
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
    intake.end();
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
  /** Enters a sheet that is no table among those to be judged. */
  readonly end: () => void;
}

/** Gathers the head of a sheet, then passes rows on. */
function sheetIntake(sheet: string | null, context: SheetContext, merges: readonly Range[]): SheetIntake {
  const head: Row[] = [];
  let table: OpenTable | null | undefined;
  let unread: UnreadRows | null = null;
  const open = (): OpenTable | null => {
    const opened = openTable(head, sheet, context, merges);
    table = opened === 'unread' ? null : opened;
    if (opened === 'unread') unread = new UnreadRows(context.period, head);
    for (const row of head) table?.accept(row);
    return table;
  };
  const take = (batch: readonly Row[]): boolean => {
    if (unread) return unread.accept(batch);
    if (table) for (const row of batch) table.accept(row);
    else for (const row of batch) if (!row.cells.every(isBlank)) head.push(row);
    if (table !== undefined || head.length < HEAD_ROWS) return true;
    return open() !== null || unread !== null;
  };
  return {
    take,
    table: () => (table === undefined ? open() : table),
    end: () => {
      if (unread) context.unread.push(unread.done(context.file, sheet));
    },
  };
}

/** Recognises the head of a sheet; null where no rows are to be read, with the problem that says why, `unread` where no kind takes it. */
function openTable(
  head: readonly Row[],
  sheet: string | null,
  context: SheetContext,
  merges: readonly Range[],
): OpenTable | 'unread' | null {
  const tell = (fate: SheetFate, kind: TableKind | null = null, table: ParsedTable | null = null): void => {
    context.readings.push({ file: context.file, sheet, fate, kind, table, why: null });
  };
  if (head.length === 0) {
    tell('empty');
    return null;
  }
  const at = (row: number | null) => placeIn({ file: context.file, sheet }, row, null);
  const { period, ownHeadings: own, valueRules, file } = context;
  const recognition = recognise(head.slice(0, HEAD_ROWS), { period, own, sheet, file, valueRules });
  const headings = recognition.type === 'found' ? headingsOf(recognition.fit) : widestRow(head.slice(0, HEAD_ROWS));
  if (context.answers.isSheetNotUsed(file, sheet, headings)) {
    tell('notUsed');
    return null;
  }
  if (recognition.type === 'none') {
    context.problems.push(notRecognised(recognition, at));
    tell('notRecognised');
    return valueRules === 1 ? null : 'unread';
  }
  if (recognition.type === 'ambiguous') {
    const kinds = recognition.kinds.map((kind) => TABLE_KINDS[kind]);
    context.problems.push(problem('sheetAmbiguous', { kinds }, at(recognition.row.number)));
    tell('ambiguous');
    return null;
  }
  const { spec } = recognition.fit;
  if (valueRules === 2 && isOtherList(recognition.fit, sheet, context)) {
    tell('otherLayout');
    return null;
  }
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

const headingsOf = ({ rows }: Fit): readonly string[] => rows.flatMap(({ cells }) => textsIn(cells));
const textsIn = (cells: Row['cells']): readonly string[] =>
  cells.flatMap((cell) => (cell.kind === 'text' && !isBlank(cell) ? [compact(cell.text)] : []));

const titlesOf = ({ above }: Fit, sheet: string | null, file: string): readonly string[] => [
  ...above.flatMap(({ cells }) => textsIn(cells)),
  sheet ?? '',
  nameOf(file),
];

/** Kinds whose headings other lists have too. */
const ALIKE: ReadonlySet<TableKind> = new Set(['meetings', 'adjustments', 'excused']);

/** A list of 签到, or of days and reasons, below titles of another matter: 疫苗接种, 值班 … Told by name, never taken. */
function isOtherList(fit: Fit, sheet: string | null, { file, problems }: SheetContext): boolean {
  if (!ALIKE.has(fit.spec.kind)) return false;
  const layout = otherLayout({ titles: titlesOf(fit, sheet, file), headings: headingsOf(fit) });
  if (layout === null) return false;
  problems.push(problem('sheetOfOtherLayout', { layout }, placeIn({ file, sheet }, null, null)));
  return true;
}

/** Amounts below a title such as 单位：千元 are measured in it. */
function withTitleUnits({ spec, fields, above }: Fit): Fit['fields'] {
  const amounts = ['amount', 'added', 'deducted'];
  if (spec.kind !== 'adjustments') return fields;
  const titles = above.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : [])));
  const unit = unitInTitles(titles);
  if (unit === null || !MONEY_UNITS.has(unit)) return fields;
  return new Map(
    [...fields].map(([field, column]) =>
      amounts.includes(field) && column.unit === null ? [field, { ...column, unit }] : [field, column],
    ),
  );
}

const emptyTable = (fit: Fit, sheet: string | null, context: SheetContext): ParsedTable => ({
  kind: fit.spec.kind,
  file: context.file,
  sheet,
  side: context.side,
  titles: titlesOf(fit, sheet, context.file),
  headerTop: (fit.rows[0] ?? fit.row).number,
  headerRow: fit.row.number,
  fields: context.valueRules === 1 ? fit.fields : withTitleUnits(fit),
  dates: fit.dates,
  figures: new Map(),
  unused: unusedColumns(fit),
  entries: new Entries(),
  ledger: openLedger(),
  problems: [],
  valueRules: context.valueRules,
  voided: [],
  pending: [],
  otherPeriod: 0,
  otherPeriodRow: null,
  otherDates: new Set(),
  incomplete: false,
  inferred: new Map(),
  profiles: new Map(),
  id: -1,
});
