/** What the generator moves from stage to stage: plain tables, columns as spelled, sheets, files. */
import type { YearMonth } from '../../src/model/civil.ts';
import type { TableKind } from '../../src/model/terms.ts';

/** The months of the sample office. */
export const MONTHS = ['2021-07', '2021-08', '2021-09'] as YearMonth[];

/** What a field holds, in one plain form; null is an empty cell. */
export type Value = string | number | boolean | null;

/**
 * The plain forms: `date` 2021-07-01, `moment` the same with or without ` 09:05`, `rate` per cent, `duration` minutes,
 * `distance` metres, `money` fen, `codes` separated by 、, `effective` yes, no or pending.
 */
export type ValueType =
  | 'code'
  | 'codes'
  | 'longCode'
  | 'name'
  | 'text'
  | 'word'
  | 'date'
  | 'moment'
  | 'rate'
  | 'duration'
  | 'distance'
  | 'count'
  | 'mark'
  | 'money'
  | 'yesNo'
  | 'effective'
  | 'attendance';

export type PlainRow = Readonly<Record<string, Value>>;

/** A table of the clean office. `folder` is empty for the workspace's own folder. */
export interface PlainTable {
  readonly kind: TableKind;
  readonly folder: YearMonth | '';
  readonly fields: readonly string[];
  readonly rows: readonly PlainRow[];
}

/** A cell before any writer. `format` is a number format of spreadsheets; `minutes` of a date is its time of day. */
export type MessCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly format: string }
  | { readonly kind: 'date'; readonly day: string; readonly minutes: number | null; readonly format: string }
  | { readonly kind: 'boolean'; readonly value: boolean };

export const textCell = (text: string): MessCell => ({ kind: 'text', text });
export const numberCell = (value: number, format = 'General'): MessCell => ({ kind: 'number', value, format });

/** A column as it will stand in a sheet. */
export interface MessColumn {
  /** The field it holds, null for an extra column. */
  readonly field: string | null;
  readonly heading: MessCell;
  /** Whether a total of it makes sense. */
  readonly summable: boolean;
  /** The title above in a header of two rows, the heading below it. */
  readonly group: { readonly title: string; readonly below: string } | null;
  readonly cells: readonly (MessCell | null)[];
}

/** Rows and columns 0-based, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface MessSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly (MessCell | null)[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  /** Empty rows below that bear a style. */
  readonly styledRows: number;
}

export interface MessFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Another program has to convert the bytes first. */
  readonly convertTo?: 'xlsx' | 'xls' | 'ods' | undefined;
}
