// Reads cells of a workbook model by their headings.
import { type FormSheet, isForm } from '../../../src/views/workbook/form.ts';
import { type Cell, cellOf, type SheetModel, type WorkbookModel } from '../../../src/views/workbook/model.ts';

/** The sheets that are one table. */
export const tablesOf = ({ sheets }: WorkbookModel): readonly SheetModel[] =>
  sheets.filter((sheet): sheet is SheetModel => !isForm(sheet));

export function formNamed({ sheets }: WorkbookModel, name: string): FormSheet {
  const form = sheets.filter(isForm).find((one) => one.name === name);
  if (form === undefined) throw new Error(`no form ${name}`);
  return form;
}

export function sheetNamed(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = tablesOf(workbook).find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

export const headings = ({ columns }: SheetModel): readonly string[] => columns.map(({ heading }) => heading);

export const valuesOf = (cells: readonly Cell[] | undefined | null) => (cells ?? []).map((cell) => cellOf(cell).value);

/** A row as heading → cell. */
export const rowAt = (sheet: SheetModel, index: number) =>
  new Map(headings(sheet).map((heading, at) => [heading, cellOf(sheet.rows[index]?.[at] ?? null)]));
