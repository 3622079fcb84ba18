// Sheets of detail with the rows of each person, so that formulas can count them.
import type { SubjectRecord } from '../../../model/record.ts';
import { type CellsRef, cells, type Formula } from '../formula.ts';
import type { Cell, RowLink, SheetModel } from '../model.ts';

/** Rows of one person, both included; a person without rows has no span. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Detail {
  readonly sheet: SheetModel;
  readonly spans: ReadonlyMap<SubjectRecord, Span>;
}

/** Where a person stands on the sheet that pays. */
export type BackLink = (subject: SubjectRecord) => RowLink | null;

/** The person's number as each row of detail begins, with the way back. */
export const idCell = (subject: SubjectRecord, back: BackLink): Cell => {
  const link = back(subject);
  return link === null ? subject.id : { value: subject.id, link };
};

/** The rows of all, one person after the other. */
export function rowsInSpans(
  subjects: readonly SubjectRecord[],
  rowsOf: (subject: SubjectRecord, firstRow: number) => readonly (readonly Cell[])[],
): { readonly rows: readonly (readonly Cell[])[]; readonly spans: ReadonlyMap<SubjectRecord, Span> } {
  const rows: (readonly Cell[])[] = [];
  const spans = new Map<SubjectRecord, Span>();
  for (const subject of subjects) {
    const own = rowsOf(subject, rows.length);
    if (own.length > 0) spans.set(subject, { from: rows.length, to: rows.length + own.length - 1 });
    for (const row of own) rows.push(row);
  }
  return { rows, spans };
}

/** Throws a RangeError for a heading that the sheet has not. */
export function columnOf({ name, columns }: SheetModel, heading: string): number {
  const column = columns.findIndex((one) => one.heading === heading);
  if (column < 0) throw new RangeError(`${name} has no column ${heading}`);
  return column;
}

/** The person's cells under a heading. */
export const cellsUnder = (sheet: SheetModel, heading: string, { from, to }: Span): Formula => {
  const ref: CellsRef = { sheet: sheet.name, row: from, toRow: to, column: columnOf(sheet, heading) };
  return cells(ref);
};
