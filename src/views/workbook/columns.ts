// The columns every sheet is made of, and the defaults of a sheet.
import { type Cell, type Column, type SheetModel, styled } from './model.ts';

type Width = Column['width'];

/** Names, numbers of documents, sentences: left; wraps above the greater width. */
export const textColumn = (heading: string, ...width: Width): Column => ({
  heading,
  align: 'left',
  kind: 'text',
  width,
});

/** Short words and dates, centred. */
export const wordColumn = (heading: string, ...width: Width): Column => ({
  heading,
  align: 'center',
  kind: 'text',
  width,
});

export const countColumn = (heading: string): Column => ({ heading, align: 'center', kind: 'integer', width: [3, 12] });

export const moneyColumn = (heading: string): Column => ({ heading, align: 'right', kind: 'money', width: [7, 18] });

export const scoreColumn = (heading: string): Column => ({ heading, align: 'center', kind: 'score', width: [8, 14] });

/** What was not measured is a dash. */
export const scoreCell = (value: number | null): Cell => (value === null ? styled('—', 'muted') : value);

/** 序号, 工号, 姓名 */
export const PERSON_COLUMNS: readonly Column[] = [
  countColumn('序号'),
  textColumn('工号', 4, 18),
  textColumn('姓名', 6, 14),
];

type Required = Pick<SheetModel, 'name' | 'title' | 'columns' | 'rows'>;

/** A sheet of detail: landscape, low rows, nothing above or below unless given. */
export const detailSheet = (sheet: Required & Partial<SheetModel>): SheetModel => ({
  subtitle: [],
  totals: null,
  footer: [],
  landscape: true,
  frozenColumns: 0,
  rowHeight: 18,
  ...sheet,
});
