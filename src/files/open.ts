// Opens a file by what its bytes are; the extension of its name decides nothing. What only some files need is loaded
// when one of them comes.
import { openCsv } from './csv.ts';
import type { HeldSheet } from './foreign/held.ts';
import type { ForeignFormat, ForeignReader } from './foreign/reader.ts';
import { kindOf } from './kinds.ts';
import { MAX_PART_BYTES } from './limits.ts';
import { type Book, UnreadableFile } from './sheet.ts';
import { openXlsx } from './xlsx.ts';
import { openZip, type Zip } from './zip.ts';

/** The `mimetype` entry by which OpenDocument files are known. */
async function mediaType(zip: Zip): Promise<string | null> {
  const part = zip.find('mimetype');
  if (part === undefined) return null;
  const pieces: Uint8Array[] = [];
  for await (const chunk of zip.chunks(part, MAX_PART_BYTES, null)) pieces.push(chunk);
  return Buffer.concat(pieces).toString('latin1');
}

async function held(sheets: readonly HeldSheet[]): Promise<Book> {
  const { bookOf } = await import('./foreign/held.ts');
  return bookOf(sheets);
}

async function openZipped(bytes: Uint8Array, foreign: (format: ForeignFormat) => Promise<Book>): Promise<Book> {
  const zip = await openZip(bytes);
  if (zip.find('xl/workbook.bin') !== undefined) return foreign('xlsb');
  const type = await mediaType(zip);
  if (type?.startsWith('application/vnd.oasis.opendocument.spreadsheet')) {
    return held(await (await import('./foreign/ods/read.ts')).readOds(zip));
  }
  return openXlsx(zip);
}

/**
 * Throws UnreadableFile, now or while the rows are iterated. `name` only serves the details of errors; `read` is asked
 * for the formats that need a reader of their own, which are refused without one.
 */
export async function openBook(bytes: Uint8Array, name: string, read?: ForeignReader): Promise<Book> {
  const foreign = async (format: ForeignFormat): Promise<Book> => {
    if (read === undefined) throw new UnreadableFile('legacyFormat', `${name}: ${format}`);
    return (await import('./foreign/reader.ts')).openForeign(bytes, format, read);
  };
  const kind = kindOf(bytes);
  switch (kind) {
    case 'empty':
      throw new UnreadableFile('empty', name);
    case 'zip':
      return openZipped(bytes, foreign);
    case 'compound':
    case 'biff':
      return foreign(kind);
    case 'html':
      return held((await import('./foreign/html/read.ts')).readHtml(bytes));
    case 'xml2003':
      return held((await import('./foreign/xml2003.ts')).readXml2003(bytes, name));
    case 'flatOds':
      return held((await import('./foreign/ods/read.ts')).readFlatOds(bytes, name));
    case 'legacy':
      throw new UnreadableFile('legacyFormat', `${name}: a spreadsheet of another format`);
    case 'other':
      throw new UnreadableFile('notATable', `${name}: no table`);
    case 'text':
      return openCsv(bytes);
  }
}
