// What a run wrote for a month or a quarter, in short (summary.json): enough to tell how things stand without reading the
// record and the tables again.
import type { Quarter, YearMonth } from './civil.ts';
import type { InputRecord } from './record.ts';
import type { TableKind } from './terms.ts';

export const SUMMARY_SCHEMA = 'summary/1';

/** A file as it was written, and the record it was made from, by its seal. */
export interface WrittenFile {
  readonly path: string;
  readonly sha256: string;
  readonly seal: string;
}

export interface Summary {
  readonly schema: typeof SUMMARY_SCHEMA;
  readonly period: YearMonth | Quarter;
  readonly program: string;
  /** Of the record that was written last. */
  readonly seal: string;
  /** Seal of the record of the month before; null when there was none. */
  readonly previous: string | null;
  readonly inputs: readonly InputRecord[];
  /** Kinds of the tables that were read. */
  readonly tables: readonly TableKind[];
  readonly issues: { readonly warning: number; readonly notice: number };
  /** People out of service who owe a carry-over, in fen; left out where nobody does. */
  readonly owing?: readonly { readonly id: string; readonly name: string; readonly amount: number }[];
  /** By path. */
  readonly outputs: readonly WrittenFile[];
}
