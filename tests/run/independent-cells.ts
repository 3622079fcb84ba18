// Cells of the sample office as another reader sees them: exceljs for workbooks, csv-parse for text. Nothing of src/intake.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS, { type Cell, type CellValue } from 'exceljs';

const SAMPLE = join(import.meta.dirname, '../../fixtures/sample');

/** Text at a 1-based row and a column letter; null when the cell is empty. */
type Reader = (row: number, column: string) => string | null;
type Sheets = (sheet: string | null) => Reader;

const pad = (value: number): string => String(value).padStart(2, '0');

function dateText(value: Date, format: string): string {
  const seconds = Math.round(value.getTime() / 1000);
  if (format.startsWith('[h]')) {
    const elapsed = seconds - Date.UTC(1899, 11, 30) / 1000;
    return `${Math.floor(elapsed / 3600)}:${pad(Math.floor(elapsed / 60) % 60)}:${pad(elapsed % 60)}`;
  }
  const [day, time] = new Date(seconds * 1000).toISOString().slice(0, 19).split('T') as [string, string];
  return time === '00:00:00' ? day : `${day} ${time}`;
}

function valueText(value: CellValue, format: string): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return dateText(value, format);
  if (typeof value === 'number') {
    const shown = (number: number) => String(Number(number.toPrecision(15)));
    return format.includes('%') ? `${shown(value * 100)}%` : shown(value);
  }
  if (typeof value === 'object' && 'richText' in value) return value.richText.map(({ text }) => text).join('');
  return String(value);
}

const cellText = ({ value, numFmt }: Cell): string | null => valueText(value, numFmt ?? '');

async function workbook(path: string): Promise<Sheets> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return (sheet) => (row, column) => {
    const worksheet = book.getWorksheet(sheet ?? '');
    if (worksheet === undefined) throw new Error(`no sheet ${sheet} in ${path}`);
    return cellText(worksheet.getRow(row).getCell(column));
  };
}

function text(path: string): Sheets {
  const bytes = readFileSync(path);
  const decoded = ['utf-8', 'gb18030'].flatMap((encoding) => {
    try {
      return [new TextDecoder(encoding, { fatal: true }).decode(bytes)];
    } catch {
      return [];
    }
  })[0] as string;
  const rows: string[][] = parse(decoded, { relax_column_count: true });
  return () => (row, column) => rows[row - 1]?.[column.charCodeAt(0) - 65] || null;
}

const opened = new Map<string, Promise<Sheets>>();

/** A file of the sample office, read whole once. */
export function independent(file: string): Promise<Sheets> {
  const path = join(SAMPLE, file);
  const found = opened.get(file) ?? (file.endsWith('.csv') ? Promise.resolve(text(path)) : workbook(path));
  opened.set(file, found);
  return found;
}
