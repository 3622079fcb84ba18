// Whether a BIFF stream is whole. SheetJS leaves out without a word what a broken stream does not hold any more.

import { UnreadableFile } from '../sheet.ts';

const EOF = 0x000a;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
const BEGINNINGS: readonly number[] = [0x0009, 0x0209, 0x0409, 0x0809];

const damaged = (detail: string): UnreadableFile => new UnreadableFile('damaged', `BIFF: ${detail}`);

/** Throws where the stream is encrypted, breaks off, or lacks a sheet that its directory names. */
export function checkBiff(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const beginnings = new Set<number>();
  const sheets: number[] = [];
  let depth = 0;
  let at = 0;
  while (at + 4 <= stream.length) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const begins = BEGINNINGS.includes(type);
    if (depth === 0 && !begins) break; // what follows the last substream is no record
    if (at + 4 + length > stream.length) throw damaged('a record beyond the end');
    if (begins) {
      beginnings.add(at);
      depth++;
    } else if (type === EOF) depth--;
    else if (type === FILE_PASS) throw new UnreadableFile('encrypted', 'BIFF: FilePass');
    else if (type === BOUND_SHEET && length >= 4) sheets.push(view.getUint32(at + 4, true));
    at += 4 + length;
  }
  if (beginnings.size === 0) throw damaged('no beginning');
  if (depth > 0) throw damaged('no end');
  if (!sheets.every((position) => beginnings.has(position))) throw damaged('a sheet is missing');
}
