// Hand-made workbooks, and books read to the end.
import { strToU8, type Zippable, zipSync } from 'fflate';
import { type Cell, type Range, type Row, UnreadableFile } from '../../src/files/sheet.ts';
import { openFile } from '../../src/run/open.ts';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export type Parts = Record<string, string | Uint8Array | null>;

interface ReadSheet {
  readonly name: string | null;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
}

export interface ReadBook {
  readonly ownOutput: boolean;
  readonly sheets: readonly ReadSheet[];
}

/** The merged ranges of each sheet, once its rows are read. */
export async function mergesOf(bytes: Uint8Array): Promise<readonly (readonly Range[])[]> {
  const { sheets } = await openFile(bytes, 'x');
  for (const { rows } of sheets) for await (const _ of rows);
  return sheets.map(({ merges }) => merges);
}

export function relationships(...links: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = links.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

export function workbookXml(sheets: string, rest = ''): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${rest}<sheets>${sheets}</sheets></workbook>`;
}

export function sheetXml(rows: string): string {
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

export function stylesXml(xfs: string, formats = ''): string {
  return `<styleSheet xmlns="${MAIN}"><numFmts>${formats}</numFmts><cellXfs>${xfs}</cellXfs></styleSheet>`;
}

/** A workbook of one sheet 甲; `parts` replace or, with null, remove parts. */
export function workbook(rows: string, parts: Parts = {}): Uint8Array {
  const all: Parts = {
    '_rels/.rels': relationships(['r1', `${OFFICE}/officeDocument`, 'xl/workbook.xml']),
    'xl/workbook.xml': workbookXml('<sheet name="甲" sheetId="1" r:id="r1"/>'),
    'xl/_rels/workbook.xml.rels': relationships(['r1', `${OFFICE}/worksheet`, 'worksheets/sheet1.xml']),
    'xl/worksheets/sheet1.xml': sheetXml(rows),
    ...parts,
  };
  return zipped(all);
}

export function zipped(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [path, content] of Object.entries(parts)) {
    if (content !== null) files[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files, { mtime: new Date(2024, 0, 1) });
}

export async function read(bytes: Uint8Array, name = 'x.xlsx'): Promise<ReadBook> {
  const book = await openFile(bytes, name);
  const sheets: ReadSheet[] = [];
  for (const sheet of book.sheets) {
    const rows: Row[] = [];
    for await (const batch of sheet.rows) rows.push(...batch);
    sheets.push({ name: sheet.name, hidden: sheet.hidden, rows });
  }
  return { ownOutput: book.ownOutput, sheets };
}

export async function rowsOf(bytes: Uint8Array): Promise<readonly Row[]> {
  const { sheets } = await read(bytes);
  if (sheets.length !== 1) throw new Error(`${sheets.length} sheets`);
  return sheets[0]?.rows ?? [];
}

/** All cells of the only sheet. */
export async function cellsOfBook(bytes: Uint8Array): Promise<readonly Cell[]> {
  return (await rowsOf(bytes)).flatMap(({ cells }) => cells);
}

/** The cells of all rows of a workbook made of `rows`. */
export async function cellsOf(rows: string, parts: Parts = {}): Promise<readonly Cell[]> {
  return (await rowsOf(workbook(rows, parts))).flatMap((row) => row.cells);
}

/** The error with which reading ends; anything but UnreadableFile is thrown on. */
export async function failure(bytes: Uint8Array): Promise<UnreadableFile> {
  try {
    await read(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return error;
    throw error;
  }
  throw new Error('the file was read');
}

export async function reason(bytes: Uint8Array): Promise<string> {
  return (await failure(bytes)).reason;
}

export const text = (column: number, value: string): Cell => ({ column, kind: 'text', text: value });
