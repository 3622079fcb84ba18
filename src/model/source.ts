// Where a fact or a figure comes from. A fact keeps table and row only; columns come from the table's header map.
import type { YearMonth } from './civil.ts';
import type { TableKind } from './terms.ts';

/** Index into the run's list of tables. */
export type TableId = number;

/** A table that was read: its file (relative to the workspace, forward slashes), sheet (null for CSV) and header. */
export interface TableInfo {
  readonly id: TableId;
  readonly file: string;
  readonly sheet: string | null;
  readonly kind: TableKind;
  /** 1-based row of the headings. */
  readonly headerRow: number;
  /** Field name → 0-based column. */
  readonly columns: Readonly<Record<string, number>>;
  readonly rows: RowBalance;
}

/** The books of a table: read = used + Σ leftOut + inError. The keys of `leftOut` are Chinese reasons. */
export interface RowBalance {
  readonly read: number;
  readonly used: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly inError: number;
}

/** The row (and, in matrices, the 0-based column) a fact stands in. */
export interface Origin {
  readonly table: TableId;
  readonly row: number;
  readonly column?: number;
}

export type Source =
  | { readonly type: 'rows'; readonly table: TableId; readonly rows: readonly number[]; readonly field: string | null }
  | { readonly type: 'cell'; readonly table: TableId; readonly row: number; readonly column: number }
  /** Evidence that something is missing: the tables that were searched, all their rows. `what` is Chinese. */
  | { readonly type: 'absence'; readonly what: string; readonly searched: readonly TableId[] }
  | { readonly type: 'record'; readonly period: YearMonth; readonly person: string; readonly item: string }
  | { readonly type: 'ledger'; readonly entry: string }
  /** A parameter's value: the office's own from a cell of its settings, or the edition's where there is none. */
  | { readonly type: 'setting'; readonly parameter: string; readonly value: string; readonly cell: SettingCell | null };

export interface SettingCell {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number | null;
}

/** Distinct and in order, as most lists of rows are from the start. */
const ascending = (rows: readonly number[]): readonly number[] =>
  rows.every((row, index) => index === 0 || (rows[index - 1] as number) < row)
    ? rows
    : [...new Set(rows)].sort((a, b) => a - b);

/** One source per table for a list of facts, rows ascending and distinct; facts of a matrix are cells of their own. */
export function rowsOf(origins: Iterable<Origin>, field: string | null = null): Source[] {
  const cells: Source[] = [];
  const byTable = new Map<TableId, number[]>();
  for (const { table, row, column } of origins) {
    if (column !== undefined) {
      cells.push({ type: 'cell', table, row, column });
      continue;
    }
    const rows = byTable.get(table);
    if (rows) rows.push(row);
    else byTable.set(table, [row]);
  }
  const rows = [...byTable]
    .sort(([a], [b]) => a - b)
    .map(([table, found]): Source => ({ type: 'rows', table, rows: ascending(found), field }));
  return [...rows, ...cells];
}

/** A → 0, Z → 25, AA → 26. */
export const columnIndex = (letters: string): number =>
  [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter;
}
