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
  | { readonly type: 'setting'; readonly parameter: string; readonly origin: Origin | null };

/** One source per table for a list of facts, rows ascending and distinct. */
export function rowsOf(origins: Iterable<Origin>, field: string | null = null): Source[] {
  const byTable = new Map<TableId, Set<number>>();
  for (const { table, row } of origins) {
    const rows = byTable.get(table) ?? new Set();
    byTable.set(table, rows.add(row));
  }
  return [...byTable]
    .sort(([a], [b]) => a - b)
    .map(([table, rows]) => ({ type: 'rows', table, rows: [...rows].sort((a, b) => a - b), field }));
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter;
}
