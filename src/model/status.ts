// How a workspace stands (status): what each month has, lacks and has produced, and the step to take next.
import type { YearMonth } from './civil.ts';
import type { TableKind } from './terms.ts';

/** `outdated`: made from other inputs, another program or another month before. `edited`: not as it was written. */
export type OutputState = 'current' | 'outdated' | 'edited';

/** Why outputs are outdated. */
export type Staleness = 'inputs' | 'program' | 'monthBefore';

export interface MonthStatus {
  readonly period: YearMonth;
  readonly closed: boolean;
  /** Files in the month's folder; null where it has none. */
  readonly files: number | null;
  /** Null: not looked at. */
  readonly tables: readonly TableKind[] | null;
  /** Files in which no table was seen. */
  readonly unknown: readonly string[];
  readonly missing: readonly TableKind[] | null;
  /** Of the last run that wrote; null where none did. */
  readonly problems: { readonly warning: number; readonly notice: number } | null;
  readonly outputs: readonly { readonly path: string; readonly state: OutputState }[];
  /** Inputs that are not what the outputs were made from. */
  readonly changed: readonly string[];
  readonly stale: readonly Staleness[];
  /** People out of service who still owe a carry-over after this month, in fen. */
  readonly owing: readonly { readonly id: string; readonly name: string; readonly amount: number }[];
}

export type NextStep =
  | { readonly type: 'firstFolder' }
  | { readonly type: 'nextFolder'; readonly month: YearMonth }
  | { readonly type: 'addTables'; readonly month: YearMonth; readonly missing: readonly TableKind[] }
  | { readonly type: 'check'; readonly month: YearMonth }
  | { readonly type: 'checkAgain'; readonly month: YearMonth }
  | { readonly type: 'pay'; readonly month: YearMonth }
  | { readonly type: 'close'; readonly month: YearMonth; readonly warnings: number; readonly isFirst: boolean };

export interface Status {
  readonly months: readonly MonthStatus[];
  readonly next: NextStep;
}
