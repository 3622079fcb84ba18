// A workbook as every view builds it: titles, columns, rows of cells, lines above and below the table. Knows nothing of
// files; a writer turns it into bytes.
import type { FormSheet } from './form.ts';
import type { Formula } from './formula.ts';
import type { Validation } from './validation.ts';

export type CellValue = string | number | boolean | null;

/** What a cell looks like: 达标 is plain, 未达标 `bad`, 无数据 `warn`, what does not count `muted`, what can be followed `link`, what only shows how to fill in `example`. */
export type CellStyle = 'strong' | 'muted' | 'warn' | 'bad' | 'link' | 'example';

/**
 * `money` in yuan, `score` with two decimals, `number` as it stands, `share` as a ratio, `duration` in days, `rate` of 1,
 * `kilometres`, `date` and `moment` in days since the end of 1899; `count` is an integer that shows nothing for 0; a `truth`
 * that is FALSE stands out.
 */
export type NumberKind =
  | 'text'
  | 'integer'
  | 'count'
  | 'money'
  | 'score'
  | 'number'
  | 'share'
  | 'duration'
  | 'rate'
  | 'kilometres'
  | 'date'
  | 'moment'
  | 'truth';

/** A row of another sheet, counted from 0 in its `rows`. */
export interface RowLink {
  readonly sheet: string;
  readonly row: number;
}

/** `path` is relative to the workbook's own folder, `cell` such as D5. */
export interface FileLink {
  readonly path: string;
  readonly sheet: string;
  readonly cell: string;
}

/** A cell that is more than its value. `formula` is live; `value` is then its cached result. */
export interface StyledCell {
  readonly value: CellValue;
  readonly style?: CellStyle;
  /** Where it is another than its column's. */
  readonly kind?: NumberKind;
  /** Of a rate's per cent, or of kilometres. */
  readonly decimals?: number;
  readonly link?: RowLink;
  /** A cell of another file. */
  readonly href?: FileLink;
  readonly formula?: Formula;
  /** In place of its column's. */
  readonly validation?: Validation;
  /** Whom and which item or figure it tells of. */
  readonly about?: readonly [id: string, item: string];
}

export type Cell = CellValue | StyledCell;

export interface Column {
  /** By which formulas ask for it; unique on its sheet. */
  readonly key?: string;
  readonly heading: string;
  readonly align: 'left' | 'center' | 'right';
  readonly kind: NumberKind;
  /** Of the text in half-width characters: at least, and at most before it wraps. */
  readonly width: readonly [number, number];
  /** Bars in the cells behind their numbers, full at `max`. */
  readonly bar?: { readonly max: number };
  /** Of a rate's per cent, in the cells that are still empty. */
  readonly decimals?: number;
  /** On the heading: what is to be filled in. */
  readonly note?: string;
  /** The heading stands out: no row goes without. */
  readonly required?: true;
  readonly validation?: Validation;
}

/** Text that a formula may replace when somebody changes the workbook. */
export interface LiveText {
  readonly text: string;
  readonly formula: Formula;
}

/** A line above or below the table; its parts are spread over the width of the table. */
export type SheetLine = readonly (string | LiveText)[];

export const plainOf = (part: string | LiveText): string => (typeof part === 'string' ? part : part.text);

export interface SheetModel {
  /** The tab, unique in the workbook, at most 31 characters. */
  readonly name: string;
  readonly title: string;
  /** What the title says when somebody changes the workbook. */
  readonly liveTitle?: Formula;
  readonly subtitle: readonly SheetLine[];
  readonly columns: readonly Column[];
  /** One cell a column. */
  readonly rows: readonly (readonly Cell[])[];
  /** One cell a column, below the rows. */
  readonly totals: readonly Cell[] | null;
  readonly footer: readonly SheetLine[];
  /** `whenWide`: only where the columns would be too small to read on an upright page. */
  readonly landscape: boolean | 'whenWide';
  /** Against typing by mistake; there is no password. */
  readonly locked?: true;
  /** Columns that stay in sight; the rows down to the headings always do. */
  readonly frozenColumns: number;
  /** In points; rows of wrapped text grow. */
  readonly rowHeight: number;
  /** Empty rows below the rows, to be filled in: they have the formats and validations of the columns. */
  readonly entryRows?: number;
}

/** A name for one cell, by which formulas call it. */
export interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  /** The key of its column. */
  readonly column: string;
}

export interface WorkbookModel {
  readonly title: string;
  /** To be filled in and read: it does not bear the mark of the program's outputs, which are never read. */
  readonly isInput?: true;
  readonly names?: readonly DefinedName[];
  readonly sheets: readonly (SheetModel | FormSheet)[];
}

export const cellOf = (cell: Cell): StyledCell => (typeof cell === 'object' && cell !== null ? cell : { value: cell });

export const styled = (value: CellValue, style: CellStyle): StyledCell => ({ value, style });
