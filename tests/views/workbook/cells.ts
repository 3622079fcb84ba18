// Reads cells of a workbook model by their headings.
import { type Cell, cellOf, type SheetModel, type WorkbookModel } from '../../../src/views/workbook/model.ts';

export function sheetNamed({ sheets }: WorkbookModel, name: string): SheetModel {
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

export const headings = ({ columns }: SheetModel): readonly string[] => columns.map(({ heading }) => heading);

export const valuesOf = (cells: readonly Cell[] | undefined | null) => (cells ?? []).map((cell) => cellOf(cell).value);

/** A row as heading → cell. */
export const rowAt = (sheet: SheetModel, index: number) =>
  new Map(headings(sheet).map((heading, at) => [heading, cellOf(sheet.rows[index]?.[at] ?? null)]));
