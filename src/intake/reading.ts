// What became of every sheet (读表情况): the kind it was taken for, what each column is, the sums of its rows.
import type { CivilDate } from '../model/civil.ts';
import type { RowBalance } from '../model/source.ts';
import { PATROL_FIGURES, type TableKind } from '../model/terms.ts';
import type { Problem } from '../problems/problem.ts';
import { severityOf } from '../problems/words.ts';
import { canonicalHeading } from './header/aliases.ts';
import { KINDS } from './kinds/index.ts';
import { MARK, type ParsedTable } from './table.ts';

/**
 * `lookup`: of the month before, only people are looked up there. `elsewhere`: it belongs into another folder. `notNeeded`:
 * of no use for this month. `superseded`: the month has a table of its own. `notUsed`: the office has said so. `otherLayout`:
 * known as none of ours.
 */
export type SheetFate =
  | 'read'
  | 'lookup'
  | 'superseded'
  | 'elsewhere'
  | 'notNeeded'
  | 'notRecognised'
  | 'notUsed'
  | 'otherLayout'
  | 'ambiguous'
  | 'hidden'
  | 'empty'
  | 'ownOutput'
  | 'unreadable';

/** A sheet as it was met; `table` where its rows were read, `why` what stood in the way. */
export interface SheetReading {
  readonly file: string;
  /** Null for CSV, and where it is the file that was not read. */
  readonly sheet: string | null;
  readonly fate: SheetFate;
  readonly kind: TableKind | null;
  readonly table: ParsedTable | null;
  readonly why: Problem | null;
}

/** A column with a heading. `meaning` is the canonical heading, or the date and its figure; null when it is not used. */
export interface ColumnAccount {
  /** 0-based. */
  readonly column: number;
  readonly heading: string;
  readonly field: string | null;
  readonly meaning: string | null;
  readonly unit: string | null;
  /** Of a column for one day. */
  readonly date: CivilDate | null;
}

/** A sheet when all is settled; `rows` where its rows went into the books. */
export interface SheetAccount {
  readonly file: string;
  readonly sheet: string | null;
  readonly fate: SheetFate;
  readonly kind: TableKind | null;
  /** First and last row of the header. */
  readonly headerTop: number | null;
  readonly headerRow: number | null;
  readonly columns: readonly ColumnAccount[];
  readonly rows: RowBalance | null;
  readonly why: Problem | null;
}

const specOf = (table: ParsedTable) =>
  KINDS.find(({ kind, dateColumns }) => kind === table.kind && dateColumns === table.dates.length > 0) ??
  KINDS.find(({ kind }) => kind === table.kind);

function columnsRead(table: ParsedTable): ColumnAccount[] {
  const spec = specOf(table);
  const taken = [...table.fields].map(([field, { column, heading, unit }]) => {
    const meaning = spec ? canonicalHeading(spec, field) : field;
    return { column, heading, field, meaning, unit, date: null };
  });
  const dates = table.dates.map(({ column, heading, date, figure, unit }) => {
    const what = figure === MARK ? '达标标记' : figure && PATROL_FIGURES[figure];
    const meaning = what === null ? date : `${date} ${what}`;
    return { column, heading, field: figure ?? 'date', meaning, unit, date };
  });
  const unused = table.unused.map(({ column, heading }) => {
    return { column, heading, field: null, meaning: null, unit: null, date: null };
  });
  return [...taken, ...dates, ...unused].sort((a, b) => a.column - b.column);
}

/** `fateOf` says what became of a table in the end; the books of those read balance. */
export const accountOf = (
  { file, sheet, fate, kind, table, why }: SheetReading,
  fateOf: (table: ParsedTable) => SheetFate,
): SheetAccount => {
  const settled = table ? fateOf(table) : fate;
  return {
    file,
    sheet,
    fate: settled,
    kind,
    headerTop: table?.headerTop ?? null,
    headerRow: table?.headerRow ?? null,
    columns: table ? columnsRead(table) : [],
    rows: table && settled === 'read' ? table.ledger.balance() : null,
    why,
  };
};

/** The books of the office's own tables: a row is read well before its value is found to be wrong. */
export function withRowsInError(accounts: readonly SheetAccount[], problems: readonly Problem[]): SheetAccount[] {
  const errors = problems.filter((found) => severityOf(found) === 'error').map(({ place }) => place);
  return accounts.map((account) => {
    const { file, sheet, rows, headerRow } = account;
    if (rows === null) return account;
    const wrong = errors.filter((place) => place.file === file && place.sheet === sheet && place.row !== null);
    const inError = new Set(wrong.flatMap(({ row }) => (row !== null && row > (headerRow ?? 0) ? [row] : []))).size;
    const used = rows.used + rows.inError - inError;
    return { ...account, rows: { ...rows, used, inError } };
  });
}

/** The root's sheets are met twice: for the office's own tables and for the month's. Each keeps the account of its reading. */
export function mergedAccounts(office: readonly SheetAccount[], month: readonly SheetAccount[]): SheetAccount[] {
  const own = office.filter(({ fate, kind }) => fate === 'read' && kind !== null);
  const isOwn = (one: SheetAccount) =>
    one.fate === 'notNeeded' && own.find(({ file, sheet }) => file === one.file && sheet === one.sheet);
  return month.map((one) => isOwn(one) || one);
}
