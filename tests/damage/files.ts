// Tables as files: CSV, or a workbook whose cells have types and formats.
import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import type { MemoryFile } from '../memory-workspace.ts';
import type { Table } from './office.ts';

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const csvText = ({ headings, rows }: Table): string =>
  `${[headings, ...rows].map((row) => row.map(quoted).join(',')).join('\n')}\n`;

export const csvFile = (table: Table): MemoryFile => ({ path: table.path, text: csvText(table) });

export interface SheetSpec {
  readonly name: string;
  readonly table: Table;
  readonly hidden?: boolean;
  /** A number, its format, or the text as it is. */
  readonly cell?: (heading: string, text: string) => CellObject | null;
}

const asText = (text: string): CellObject => ({ t: 's', v: text });

function worksheet({ table, cell = () => null }: SheetSpec): WorkSheet {
  const cells = [
    table.headings.map(asText),
    ...table.rows.map((row) =>
      row.map(
        (text, at) => cell(table.headings[at] as string, text) ?? (text === '' ? { t: 'z' as const } : asText(text)),
      ),
    ),
  ];
  return utils.aoa_to_sheet(cells);
}

export function bookFile(path: string, sheets: readonly SheetSpec[]): MemoryFile {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  book.Workbook = { Sheets: sheets.map(({ name, hidden }) => ({ name, Hidden: hidden ? 1 : 0 })) };
  return { path, bytes: new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })) };
}
