// A sheet of an input as a workbook holds it again (标注副本): the cells as they were read, problems marked and noted.
import type { Severity } from '../../problems/definition.ts';

export type CopyFormat = 'text' | 'general' | 'percent' | 'date' | 'dateTime' | 'time';

export interface CopyCell {
  /** 0-based. */
  readonly column: number;
  readonly value: string | number | boolean | null;
  readonly format: CopyFormat;
  readonly mark: Severity | null;
  readonly note: string | null;
}

export interface CopyRow {
  /** 1-based, in the copy. */
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly CopyCell[];
}

/** A merged range: 1-based rows, 0-based columns. */
export interface CopyRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface CopySheet {
  /** The tab, as a workbook can hold it. */
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly CopyRow[];
  readonly merges: readonly CopyRange[];
  /** Rows that stay in sight; 0 for none. */
  readonly frozenRows: number;
}

export interface CopyModel {
  readonly title: string;
  readonly sheets: readonly CopySheet[];
}
