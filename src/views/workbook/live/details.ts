// Sheets of detail with the rows of each person, so that formulas can count them.
import type { SubjectRecord } from '../../../model/record.ts';
import { cells, type Formula } from '../formula.ts';
import type { Cell, RowLink, SheetModel } from '../model.ts';

/** Rows of one person, both included; a person without rows has no span. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

export interface Detail {
  readonly sheet: SheetModel;
  readonly spans: ReadonlyMap<SubjectRecord, RowSpan>;
}

/** Where a person stands on the sheet that pays. */
export type BackLink = (subject: SubjectRecord) => RowLink | null;

/** The person's number as each row of detail begins, with the way back. */
export const idCell = (subject: SubjectRecord, back: BackLink): Cell => {
  const link = back(subject);
  return link === null ? subject.id : { value: subject.id, link };
};

/** What all have, one person after the other, and the rows of each. */
export function rowsInSpans<Row>(
  subjects: readonly SubjectRecord[],
  rowsOf: (subject: SubjectRecord, firstRow: number) => readonly Row[],
): { readonly rows: readonly Row[]; readonly spans: ReadonlyMap<SubjectRecord, RowSpan> } {
  const rows: Row[] = [];
  const spans = new Map<SubjectRecord, RowSpan>();
  for (const subject of subjects) {
    const own = rowsOf(subject, rows.length);
    if (own.length > 0) spans.set(subject, { from: rows.length, to: rows.length + own.length - 1 });
    for (const row of own) rows.push(row);
  }
  return { rows, spans };
}

/** 0-based. Throws a RangeError for a column that the sheet has not. */
export function columnOf({ name, columns }: SheetModel, key: string): number {
  const column = columns.findIndex((one) => one.key === key);
  if (column < 0) throw new RangeError(`${name} has no column ${key}`);
  return column;
}

/** The person's cells of a column. */
export const cellsOf = (sheet: SheetModel, column: string, { from, to }: RowSpan): Formula =>
  cells({ sheet: sheet.name, row: from, toRow: to, column });
