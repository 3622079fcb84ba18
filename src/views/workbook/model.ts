// A workbook as every view builds it: titles, columns, rows of cells, lines above and below the table. Knows nothing of
// files; a writer turns it into bytes.

export type CellValue = string | number | null;

/** What a cell looks like: 达标 is plain, 未达标 `bad`, 无数据 `warn`, what does not count `muted`, what can be followed `link`. */
export type CellStyle = 'strong' | 'muted' | 'warn' | 'bad' | 'link';

/** `money` in yuan, `score` with two decimals, `number` as it stands. */
export type NumberKind = 'text' | 'integer' | 'money' | 'score' | 'number';

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

/** A cell that is more than its value. `formula` (without `=`) is live; `value` is then its cached result. */
export interface StyledCell {
  readonly value: CellValue;
  readonly style?: CellStyle;
  readonly link?: RowLink;
  /** A cell of another file. */
  readonly href?: FileLink;
  readonly formula?: string;
}

export type Cell = CellValue | StyledCell;

export interface Column {
  readonly heading: string;
  readonly align: 'left' | 'center' | 'right';
  readonly kind: NumberKind;
  /** Of the text in half-width characters: at least, and at most before it wraps. */
  readonly width: readonly [number, number];
}

/** A line above or below the table; its parts are spread over the width of the table. */
export type SheetLine = readonly string[];

export interface SheetModel {
  /** The tab, unique in the workbook, at most 31 characters. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: readonly SheetLine[];
  readonly columns: readonly Column[];
  /** One cell a column. */
  readonly rows: readonly (readonly Cell[])[];
  /** One cell a column, below the rows. */
  readonly totals: readonly Cell[] | null;
  readonly footer: readonly SheetLine[];
  readonly landscape: boolean;
  /** Columns that stay in sight; the rows down to the headings always do. */
  readonly frozenColumns: number;
  /** In points; rows of wrapped text grow. */
  readonly rowHeight: number;
}

export interface WorkbookModel {
  readonly title: string;
  readonly sheets: readonly SheetModel[];
}

export const cellOf = (cell: Cell): StyledCell => (typeof cell === 'object' && cell !== null ? cell : { value: cell });

export const styled = (value: CellValue, style: CellStyle): StyledCell => ({ value, style });
