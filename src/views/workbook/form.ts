// A sheet made of blocks instead of one table: strips to cut apart, notices of a page each. All blocks share the columns;
// a writer sees to it that no page break cuts one.
import type { Column, NumberKind, SheetModel, StyledCell } from './model.ts';

export type FormLook = 'text' | 'heading' | 'title';

/** `box` on all sides, `line` to write on, `cut` for scissors, both below the cell. */
export type FormBorder = 'none' | 'box' | 'line' | 'cut';

export interface FormCell extends StyledCell {
  /** Columns it covers. */
  readonly span: number;
  readonly kind: NumberKind;
  readonly align: Column['align'];
  readonly look: FormLook;
  readonly border: FormBorder;
}

export interface FormRow {
  /** From the first column on; columns not covered stay empty. */
  readonly cells: readonly FormCell[];
  /** In points, at the least; rows of wrapped text grow. */
  readonly height: number;
}

export type FormBlock = readonly FormRow[];

export interface FormSheet {
  /** The tab, unique in the workbook, at most 31 characters. */
  readonly name: string;
  /** What the footer of each page says beside its number. */
  readonly footerTitle: string;
  readonly landscape: boolean;
  /** Of the text of cells of one column: at least, and at most before it wraps. */
  readonly widths: readonly Column['width'][];
  /** A page for each block, or as many blocks a page as it holds. */
  readonly pages: 'oneEach' | 'packed';
  readonly blocks: readonly FormBlock[];
}

export const isForm = (sheet: SheetModel | FormSheet): sheet is FormSheet => 'blocks' in sheet;

/** Plain text over so many columns. */
export const formCell = (value: StyledCell['value'], span: number, change: Partial<FormCell> = {}): FormCell => ({
  value,
  span,
  kind: 'text',
  align: 'left',
  look: 'text',
  border: 'none',
  ...change,
});

export const formRow = (height: number, ...cells: readonly FormCell[]): FormRow => ({ cells, height });
