// The workbook of a template: headings with notes, drop-downs and checks, and an example that is not read.
import { EXAMPLE } from '../../../intake/rows/example.ts';
import { cellColumns, tableSheet } from '../../workbook/columns.ts';
import { type CellValue, type Column, type SheetModel, styled, type WorkbookModel } from '../../workbook/model.ts';
import { serialColumn } from '../input-column.ts';
import { templateName } from './index.ts';
import type { Template } from './template.ts';

/** Rows that are prepared: more than an office fills in by hand in a month. */
const ROWS = 2000;

/** A row of an example, behind 示例. */
const exampleRow = (cells: readonly CellValue[]) => [EXAMPLE, ...cells].map((cell) => styled(cell, 'example'));

/** A sheet to fill in, with an example. */
export const entrySheet = (
  name: string,
  title: string,
  help: string,
  columns: readonly (Column & { readonly example: CellValue })[],
): SheetModel =>
  tableSheet({
    name,
    title,
    subtitle: [[help]],
    columns: cellColumns([serialColumn, ...columns]),
    rows: [exampleRow(columns.map(({ example }) => example))],
    frozenColumns: 1,
    entryRows: ROWS,
  });

export function templateWorkbook(template: Template): WorkbookModel {
  const name = templateName(template);
  const help = '橙色、带 * 的列必填；鼠标停在列名上有说明。灰色斜体的示例行不计入，可以删除；从它下面一行填起。';
  return { title: name, isInput: true, sheets: [entrySheet(name, name, help, template.columns)] };
}
