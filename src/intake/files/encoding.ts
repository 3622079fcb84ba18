// The encoding of a text file, decided by its bytes, and its text in pieces.

import { isUtf8 } from 'node:buffer';
import { UnreadableFile } from '../sheet.ts';

const CHUNK = 64 * 1024;

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** By byte-order mark, else UTF-8 if the bytes are, else GB18030. `start` is where the text begins. */
export function encodingOf(bytes: Uint8Array): { readonly encoding: Encoding; readonly start: number } {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', start: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', start: 2 };
  const start = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  if (isUtf8(bytes)) return { encoding: 'utf-8', start };
  if (start > 0) throw new UnreadableFile('encoding', 'a UTF-8 mark before text that is not UTF-8');
  return { encoding: 'gb18030', start };
}

function* decoded(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    }
    yield decoder.decode();
  } catch {
    throw new UnreadableFile('encoding', encoding === 'gb18030' ? 'neither UTF-8 nor GB18030' : `not ${encoding}`);
  }
}

/** The first piece of the text. */
export function headOf(bytes: Uint8Array, encoding: Encoding): string {
  const [head = ''] = decoded(bytes.subarray(0, CHUNK), encoding);
  return head;
}

/** The whole text in UTF-8. */
export function* utf8Chunks(bytes: Uint8Array, encoding: Encoding): Generator<Buffer> {
  if (encoding !== 'utf-8') {
    for (const text of decoded(bytes, encoding)) yield Buffer.from(text);
    return;
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < buffer.length; at += CHUNK) yield buffer.subarray(at, at + CHUNK);
}
