// What every file reader yields: sheets as streams of rows, cells as they stand in the file.
// Nothing is interpreted here; `intake/values` gives cells a meaning.

/**
 * One non-empty cell. `column` is 0-based.
 * A number keeps the text of the file (`raw`); `format` is what its number format makes of it:
 * `date`/`date1904` are serial days of the two Excel date systems, `time` is a fraction of a day
 * (h:mm and [h]:mm), `percent` is a fraction shown as per cent.
 * `pending` is a formula that was saved without a value.
 */
export type Cell =
  | { readonly column: number; readonly kind: 'text'; readonly text: string }
  | {
      readonly column: number;
      readonly kind: 'number';
      readonly raw: string;
      readonly format: NumberFormat;
      /** What the cell shows where its number format pads it or puts letters around it (`000`, `"W"000`). */
      readonly shows?: string;
    }
  | { readonly column: number; readonly kind: 'boolean'; readonly value: boolean }
  | { readonly column: number; readonly kind: 'error'; readonly text: string }
  | { readonly column: number; readonly kind: 'pending' };

export type NumberFormat = 'plain' | 'percent' | 'date' | 'date1904' | 'time';

/** A row as it stands in the file: 1-based number, its non-empty cells in column order. */
export interface Row {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
}

/** A merged range: 1-based rows, 0-based columns, both ends included. Only its first cell has a value in the file. */
export interface Range {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/**
 * A sheet. `rows` yields batches of non-empty rows in file order; each iteration reads from the start. `name` is null for
 * CSV. A workbook names its merged ranges behind the rows: `merges` holds them once an iteration came to its end.
 */
export interface Sheet {
  readonly name: string | null;
  readonly hidden: boolean;
  readonly rows: AsyncIterable<readonly Row[]>;
  readonly merges: readonly Range[];
}

/** A file opened. `ownOutput` is true for a workbook that this program wrote: it is never input. */
export interface Book {
  readonly ownOutput: boolean;
  readonly sheets: readonly Sheet[];
}

/** Why a file cannot be read. Thrown by the readers, also while rows are iterated. */
export type UnreadableReason =
  | 'empty' // no bytes
  | 'damaged' // a zip, XML, checksum or CSV structure that does not hold
  | 'tooLarge' // beyond the bounds on sizes, entries, cells
  | 'encrypted' // password-protected
  | 'tooSlow' // not read within the time a file of a foreign format is given
  | 'legacyFormat' // a spreadsheet, but of a format not read
  | 'notATable' // no spreadsheet at all
  | 'encoding'; // text that is neither UTF-8 nor GB18030

export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  /** `detail` is English, for developers; `sheet` and `line` say where, if known. */
  constructor(
    readonly reason: UnreadableReason,
    readonly detail: string,
    readonly sheet: string | null = null,
    readonly line: number | null = null,
  ) {
    super(`${reason}: ${detail}`);
  }
}

/** The value of `cp:keywords` in docProps/core.xml by which a workbook of this program is known. */
export const OWN_OUTPUT_MARK = 'wangge-output';
