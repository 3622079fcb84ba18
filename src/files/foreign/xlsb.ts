// An .xlsb as SheetJS may safely have it: every part inflated and verified here, packed again without compression.
import { type Zippable, zipSync } from 'fflate';
import { builtInFormat } from '../formats.ts';
import { MAX_FOREIGN_BYTES } from '../limits.ts';
import { UnreadableFile } from '../sheet.ts';
import type { Zip, ZipPart } from '../zip.ts';

const BRT_FMT = 0x2c;
const STYLES = 'xl/styles.bin';

/** Number formats without a code in the file, by what stands for them, since SheetJS does not know the Chinese ones. */
export function chineseFormats(): { readonly id: number; readonly code: string }[] {
  const codes = { date: 'yyyy-mm-dd', time: 'hh:mm', percent: '', plain: '' };
  return Array.from({ length: 32 }, (_, index) => ({ id: 27 + index, code: codes[builtInFormat(27 + index)] })).filter(
    ({ id, code }) => code !== '' && (id <= 36 || id >= 50),
  );
}

/** A number format as a record of the styles part. A definition of the file's own, further on, replaces it. */
function formatRecord(id: number, code: string): Buffer {
  const record = Buffer.alloc(8 + code.length * 2);
  record[0] = BRT_FMT;
  record[1] = record.length - 2;
  record.writeUInt16LE(id, 2);
  record.writeUInt32LE(code.length, 4);
  record.write(code, 8, 'utf16le');
  return record;
}

async function content(zip: Zip, part: ZipPart): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.chunks(part, MAX_FOREIGN_BYTES, null)) chunks.push(chunk.slice());
  return Buffer.concat(chunks);
}

const isNeeded = (path: string): boolean => /\.(?:bin|rels)$|^\[Content_Types\]\.xml$/i.test(path);

export async function repackXlsb(zip: Zip): Promise<Buffer> {
  const files: Zippable = {};
  let total = 0;
  for (const part of zip.parts) {
    if (!isNeeded(part.path)) continue;
    total += part.size;
    if (total > MAX_FOREIGN_BYTES) throw new UnreadableFile('tooLarge', `${total} bytes inflated`);
    const bytes = await content(zip, part);
    const records = part.path === STYLES ? chineseFormats().map(({ id, code }) => formatRecord(id, code)) : [];
    files[part.path] = Buffer.concat([...records, bytes]);
  }
  return Buffer.from(zipSync(files, { level: 0 }));
}
