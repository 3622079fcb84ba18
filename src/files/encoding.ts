// The encoding of a text file, decided by its bytes, and its text in pieces.
import { isUtf8 } from 'node:buffer';
import { UnreadableFile } from './sheet.ts';

const CHUNK = 64 * 1024;
const HEAD = 4096;

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface TextEncoding {
  readonly encoding: Encoding;
  /** Where the text begins. */
  readonly start: number;
}

/** By the byte-order mark. */
export function encodingMark([a, b, c]: Uint8Array): TextEncoding | null {
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', start: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', start: 2 };
  return a === 0xef && b === 0xbb && c === 0xbf ? { encoding: 'utf-8', start: 3 } : null;
}

/** Letters, digits and punctuation of ASCII and Chinese, line breaks and tabs. */
const USUAL = /[\t\r\n\x20-\x7e\u00b7\u2010-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g;

/**
 * UTF-16 without a mark: ASCII characters, line breaks at least, show as NUL bytes on one side, and what is decoded is
 * nearly all of the characters that tables are made of.
 */
export function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0 || !bytes.subarray(0, HEAD).includes(0)) return null;
  const head = bytes.subarray(0, HEAD);
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(head);
    if ((text.match(USUAL)?.length ?? 0) >= text.length * 0.95) return encoding;
  }
  return null;
}

/** By byte-order mark; UTF-16 where it looks like it; else UTF-8 if the bytes are, else GB18030. */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  const mark = encodingMark(bytes);
  if (mark !== null && mark.encoding !== 'utf-8') return mark;
  const start = mark?.start ?? 0;
  const utf16 = mark === null ? utf16WithoutMark(bytes) : null;
  if (utf16 !== null) return { encoding: utf16, start };
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
