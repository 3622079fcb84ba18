// The kinds of columns that are filled in (填写栏): how they look, and what a spreadsheet lets be typed there.
import { NUMBER_HEADING } from '../../intake/rows/example.ts';
import type { Column } from '../workbook/model.ts';

/** A column without its heading. */
export type InputColumn = Omit<Column, 'heading'>;

/** Names, sentences, and numbers that no spreadsheet may take for figures. */
export const textEntry = (least: number, most: number): InputColumn => ({
  align: 'left',
  kind: 'text',
  width: [least, most],
});

export const wordEntry = (words: readonly string[], open?: true): InputColumn => ({
  align: 'center',
  kind: 'text',
  width: [8, 12],
  validation: { type: 'list', words, ...(open && { open }) },
});

export const dateEntry: InputColumn = { align: 'center', kind: 'date', width: [11, 11], validation: { type: 'date' } };
export const momentEntry: InputColumn = {
  align: 'center',
  kind: 'moment',
  width: [16, 16],
  validation: { type: 'date' },
};
export const monthEntry: InputColumn = { align: 'center', kind: 'text', width: [8, 8], validation: { type: 'month' } };

const numberEntry = (whole: boolean, least: number | null, most: number | null): InputColumn => ({
  align: 'center',
  kind: 'number',
  width: [8, 12],
  validation: { type: 'number', whole, least, most },
});

export const countEntry = numberEntry(true, 0, null);
export const amountEntry = numberEntry(false, null, null);
export const measureEntry = (most: number): InputColumn => ({ ...numberEntry(false, 0, most), width: [16, 16] });
export const rateEntry: InputColumn = { ...numberEntry(false, 0, 1), kind: 'rate', decimals: 1 };

/** 序号, which says 示例 in the row that is not read. */
export const serialColumn: Column = {
  heading: NUMBER_HEADING,
  align: 'center',
  kind: 'number',
  width: [5, 5],
  note: '可不填。写着“示例”的一行只说明怎样填，不计入，可以删除。',
};

const DAY = 86_400_000;

/** A date, or an hour of it, as a spreadsheet keeps it. */
export const serialOf = (date: string, hour = 0): number =>
  (Date.parse(`${date}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / DAY + hour / 24;
