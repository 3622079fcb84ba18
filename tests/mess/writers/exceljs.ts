/** Workbooks by exceljs: rich text, formulas with cached values, hyperlinks, styled empty rows, either date system. */
import ExcelJS from 'exceljs';
import type { Dice } from '../dice.ts';
import type { MessCell, MessSheet } from '../model.ts';
import type { Writer } from './writer.ts';

interface Habits {
  readonly formulas: boolean;
  readonly richText: boolean;
  readonly links: boolean;
}

function fill(target: ExcelJS.Cell, cell: MessCell, habits: Habits): void {
  switch (cell.kind) {
    case 'text': {
      const { text } = cell;
      if (text === '') return;
      target.numFmt = '@';
      if (habits.richText && text.length > 1) {
        target.value = { richText: [{ text: text.slice(0, 1), font: { bold: true } }, { text: text.slice(1) }] };
      } else if (habits.links && !/[^\w]/.test(text))
        target.value = { text, hyperlink: `https://example.invalid/${text}` };
      else target.value = text;
      return;
    }
    case 'number':
      target.value = habits.formulas ? { formula: `1*${cell.value}`, result: cell.value } : cell.value;
      if (cell.format !== 'General') target.numFmt = cell.format;
      return;
    case 'date':
      target.value = new Date(Date.parse(`${cell.day}T00:00:00Z`) + (cell.minutes ?? 0) * 60_000);
      target.numFmt = cell.format;
      return;
    case 'boolean':
      target.value = cell.value;
  }
}

function addSheet(book: ExcelJS.Workbook, sheet: MessSheet, habits: Habits): void {
  const target = book.addWorksheet(sheet.name, { state: sheet.hidden ? 'hidden' : 'visible' });
  for (const [index, cells] of sheet.rows.entries()) {
    const row = target.getRow(index + 1);
    for (const [column, cell] of cells.entries()) if (cell) fill(row.getCell(column + 1), cell, habits);
    if (sheet.hiddenRows.has(index)) row.hidden = true;
  }
  for (const { top, bottom, left, right } of sheet.merges) target.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  for (let index = 0; index < sheet.styledRows; index++) {
    target.getRow(sheet.rows.length + index + 1).getCell(1).border = { top: { style: 'thin' } };
  }
}

async function write(sheets: readonly MessSheet[], dice: Dice, date1904: boolean): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = date1904;
  const habits = {
    formulas: dice.does('cells', 'formulas with cached values', 0.15),
    richText: dice.does('cells', 'rich text', 0.15),
    links: dice.does('cells', 'hyperlinks', 0.1),
  };
  for (const sheet of sheets) addSheet(book, sheet, habits);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const exceljs = (name: string, date1904: boolean): Writer => ({
  name,
  typed: true,
  merges: true,
  hiddenRows: true,
  manySheets: true,
  hiddenSheets: true,
  extension: 'xlsx',
  write: (sheets, dice) => write(sheets, dice, date1904),
});

export const exceljsWriter = exceljs('exceljs .xlsx', false);
export const exceljs1904Writer = exceljs('exceljs .xlsx, dates from 1904', true);
