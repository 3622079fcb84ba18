/** Files by SheetJS: .xlsx, .xls, .xlsb, .ods, SpreadsheetML 2003 and HTML. */
import * as XLSX from '@e965/xlsx';
import type { MessCell, MessSheet } from '../model.ts';
import { serialOf, type Writer } from './writer.ts';

function cellObject(cell: MessCell, plainDates: boolean): XLSX.CellObject {
  switch (cell.kind) {
    case 'text':
      return { t: 's', v: cell.text };
    case 'number':
      return { t: 'n', v: cell.value, z: cell.format };
    case 'boolean':
      return { t: 'b', v: cell.value };
    case 'date': {
      const plain = cell.minutes === null ? 'yyyy/m/d' : 'yyyy/m/d" "h:mm';
      return { t: 'n', v: serialOf(cell.day, cell.minutes), z: plainDates ? plain : cell.format };
    }
  }
}

/** Cells by row and column: with cells by address SheetJS takes ten times as long to write .xlsb. */
function worksheet(sheet: MessSheet, plainDates: boolean): XLSX.WorkSheet {
  const data = sheet.rows.map((cells) => {
    const line: XLSX.CellObject[] = [];
    for (const [column, cell] of cells.entries()) if (cell) line[column] = cellObject(cell, plainDates);
    return line;
  });
  const below = Array.from({ length: Math.max(1 - data.length, sheet.styledRows) }, (): XLSX.CellObject[] => []);
  const target: XLSX.DenseWorkSheet = { '!data': [...data, ...below] };
  const width = Math.max(1, ...sheet.rows.map((cells) => cells.length));
  const last = { r: data.length + below.length - 1, c: width - 1 };
  target['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: last });
  target['!merges'] = sheet.merges.map(({ top, bottom, left, right }) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }));
  const rows: XLSX.RowInfo[] = [];
  for (const index of sheet.hiddenRows) rows[index] = { hidden: true };
  target['!rows'] = rows;
  return target;
}

function write(sheets: readonly MessSheet[], bookType: XLSX.BookType): Uint8Array {
  const book: XLSX.WorkBook = {
    SheetNames: sheets.map(({ name }) => name),
    Sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, worksheet(sheet, bookType === 'ods')])),
    Workbook: { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) },
  };
  const bytes: unknown = XLSX.write(book, { type: 'buffer', bookType, bookSST: bookType === 'xlsx' });
  return new Uint8Array(bytes as Buffer);
}

const sheetjs = (name: string, bookType: XLSX.BookType, extension: string, keeps: Partial<Writer> = {}): Writer => ({
  name,
  typed: true,
  merges: true,
  hiddenRows: true,
  manySheets: true,
  hiddenSheets: true,
  extension,
  write: (sheets) => write(sheets, bookType),
  ...keeps,
});

export const sheetjsXlsx = sheetjs('SheetJS .xlsx', 'xlsx', 'xlsx');
export const sheetjsXls = sheetjs('SheetJS .xls', 'biff8', 'xls', { slow: true });
export const sheetjsXlsb = sheetjs('SheetJS .xlsb', 'xlsb', 'xlsb', { slow: true });
export const sheetjsOds = sheetjs('SheetJS .ods', 'ods', 'ods', { hiddenRows: false, hiddenSheets: false });
export const sheetjsXml = sheetjs('SheetJS XML 2003', 'xlml', 'xls');
export const sheetjsHtml = sheetjs('SheetJS HTML', 'html', 'xls', {
  typed: false,
  hiddenRows: false,
  manySheets: false,
});
