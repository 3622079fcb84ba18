// One form (strips to cut apart, notices) into an exceljs worksheet.
import type { Workbook, Worksheet } from 'exceljs';
import { columnLetter } from '../../model/source.ts';
import type { FormRow, FormSheet } from '../../views/workbook/form.ts';
import { type FormLayout, placesIn } from './form-layout.ts';
import type { Positions } from './formula.ts';
import { A4, MARGINS } from './pages.ts';
import { excelValue, footerText } from './sheet.ts';
import { formStyle } from './styles.ts';

const LAST_COLUMN = 16_384;

function writeFormRow(worksheet: Worksheet, number: number, row: FormRow, height: number, positions: Positions): void {
  for (const [cell, column] of placesIn(row)) {
    const target = worksheet.getCell(number, column + 1);
    target.value = excelValue(cell, worksheet.name, positions);
    target.style = formStyle(cell);
    if (cell.span > 1) worksheet.mergeCells(number, column + 1, number, column + cell.span);
  }
  worksheet.getRow(number).height = height;
}

export function addForm(workbook: Workbook, form: FormSheet, layout: FormLayout, positions: Positions): void {
  const worksheet = workbook.addWorksheet(form.name, {
    properties: { defaultColWidth: 9 },
    views: [{ state: 'normal', showGridLines: false }],
    headerFooter: { oddFooter: footerText(form.footerTitle) },
    pageSetup: {
      paperSize: A4,
      orientation: form.landscape ? 'landscape' : 'portrait',
      scale: layout.scale,
      horizontalCentered: true,
      margins: MARGINS,
      printArea: `A$1:${columnLetter(form.widths.length - 1)}$${layout.lastRow}`,
    },
  });
  layout.widths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width;
  });
  form.blocks.forEach((block, index) => {
    const first = layout.firstRows[index] as number;
    block.forEach((row, at) => {
      writeFormRow(worksheet, first + at, row, layout.heights[index]?.[at] as number, positions);
    });
  });
  // exceljs counts the columns of a break from 1.
  for (const row of layout.breaks) worksheet.getRow(row).addPageBreak(1, LAST_COLUMN);
}
