// What stands before a field but is no part of it: the `=` of ="0012", by which programs keep Excel from taking a code for
// a number, and byte-order marks of files that were put together.
import type { Encoding } from './encoding.ts';

const [QUOTE, EQUALS, LF, CR] = [0x22, 0x3d, 0x0a, 0x0d] as const;
const MARK = Buffer.from('\ufeff');
const GUARDS = ['="', '\ufeff'];

const MARK_IN_GB18030 = Buffer.from('84319533', 'hex');

function encoded(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  return encoding === 'gb18030' && text === '\ufeff' ? MARK_IN_GB18030 : Buffer.from(text);
}

/** Whether the bytes hold anything that could be one. */
export function hasGuards(bytes: Uint8Array, encoding: Encoding): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return GUARDS.some((guard) => buffer.includes(encoded(guard, encoding)));
}

/** The text in UTF-8 without them. `delimiter` is of one byte. */
export function* withoutGuards(chunks: Iterable<Buffer>, delimiter: string): Generator<Buffer> {
  const separator = delimiter.charCodeAt(0);
  let quoted = false;
  let begins = true;
  /** What may begin a guard, at the end of a chunk. */
  let rest = Buffer.alloc(0);
  for (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const pieces: Buffer[] = [];
    let from = 0;
    let at = 0;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (begins && (byte === EQUALS || byte === MARK[0])) {
        if (bytes.length - at < MARK.length) break;
        const isMark = byte === MARK[0] && bytes[at + 1] === MARK[1] && bytes[at + 2] === MARK[2];
        if (isMark || (byte === EQUALS && bytes[at + 1] === QUOTE)) {
          if (at > from) pieces.push(bytes.subarray(from, at));
          at += isMark ? MARK.length - 1 : 0;
          from = at + 1;
          continue;
        }
      }
      if (byte === QUOTE) quoted = !quoted;
      begins = !quoted && (byte === separator || byte === LF || byte === CR);
    }
    pieces.push(bytes.subarray(from, at));
    rest = Buffer.from(bytes.subarray(at));
    yield Buffer.concat(pieces);
  }
  yield rest;
}
