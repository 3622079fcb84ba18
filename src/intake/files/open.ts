// Opens a file by what its bytes are; the extension of its name decides nothing.

import { type Book, UnreadableFile, type UnreadableReason } from '../sheet.ts';
import { openCsv } from './csv.ts';
import { kindOf } from './kinds.ts';
import { MAX_PART_BYTES } from './limits.ts';
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

async function openZipped(bytes: Uint8Array, name: string): Promise<Book> {
  const zip = await openZip(bytes);
  if (zip.find('xl/workbook.bin') !== undefined) throw new UnreadableFile('legacyFormat', `${name}: xlsb`);
  const type = await mediaType(zip);
  if (type?.startsWith('application/vnd.oasis.opendocument.spreadsheet')) {
    throw new UnreadableFile('legacyFormat', `${name}: OpenDocument`);
  }
  return openXlsx(zip);
}

function openCompound(bytes: Uint8Array, name: string): never {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encrypted = buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  const reason: UnreadableReason = encrypted ? 'encrypted' : 'legacyFormat';
  throw new UnreadableFile(reason, `${name}: a compound file`);
}

/** Throws UnreadableFile, now or while the rows are iterated. `name` only serves the details of errors. */
export async function openBook(bytes: Uint8Array, name: string): Promise<Book> {
  switch (kindOf(bytes)) {
    case 'empty':
      throw new UnreadableFile('empty', name);
    case 'zip':
      return openZipped(bytes, name);
    case 'compound':
      return openCompound(bytes, name);
    case 'legacy':
      throw new UnreadableFile('legacyFormat', `${name}: a spreadsheet of another format`);
    case 'other':
      throw new UnreadableFile('notATable', `${name}: no table`);
    case 'text':
      return openCsv(bytes);
  }
}
