/** What a foreign program can keep of a sheet, and how it writes one. */
import type { Dice } from '../dice.ts';
import type { MessSheet } from '../model.ts';

export interface Writer {
  readonly name: string;
  /** Keeps number formats: dates, times, per cent, booleans. */
  readonly typed: boolean;
  readonly merges: boolean;
  readonly hiddenRows: boolean;
  readonly manySheets: boolean;
  readonly hiddenSheets: boolean;
  /** Takes long for tables of many rows. */
  readonly slow?: boolean;
  readonly extension: string;
  /** The format to which another program converts what is written. */
  readonly convertTo?: 'xlsx' | 'xls' | 'ods';
  readonly write: (sheets: readonly MessSheet[], dice: Dice) => Promise<Uint8Array> | Uint8Array;
}

const EPOCH = Date.UTC(1899, 11, 30);

/** The serial number of a day and a time of day, in the 1900 system. */
export const serialOf = (day: string, minutes: number | null): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - EPOCH) / 86_400_000) + (minutes ?? 0) / 1440;
