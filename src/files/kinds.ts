// What a file is, by its first bytes.
import { encodingMark, utf16WithoutMark } from './encoding.ts';
import { MAX_PREFIX } from './limits.ts';

export type FileKind =
  | 'empty'
  | 'zip'
  | 'compound' // the container of .xls, of .et and of encrypted workbooks
  | 'biff' // .xls without the container
  | 'html'
  | 'xml2003'
  | 'flatOds'
  | 'legacy' // a spreadsheet in a form that is not read
  | 'other' // no table
  | 'text';

const HEAD = 4096;

const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;

const MAGIC: readonly (readonly [kind: FileKind, ...bytes: number[]])[] = [
  ['zip', 0x50, 0x4b, 0x05, 0x06], // without entries
  ['compound', 0xd0, 0xcf, 0x11, 0xe0],
  ['biff', 0x09, 0x00, 0x04, 0x00], // BIFF 2, 3, 4, 5 and 8
  ['biff', 0x09, 0x02, 0x06, 0x00],
  ['biff', 0x09, 0x04, 0x06, 0x00],
  ['biff', 0x09, 0x08, 0x08, 0x00],
  ['biff', 0x09, 0x08, 0x10, 0x00],
  ['legacy', 0x00, 0x00, 0x02, 0x00], // Lotus 1-2-3
  ['legacy', 0x00, 0x00, 0x1a, 0x00],
  ['other', 0x25, 0x50, 0x44, 0x46], // PDF
  ['other', 0x89, 0x50, 0x4e, 0x47], // PNG
  ['other', 0xff, 0xd8, 0xff], // JPEG
  ['other', 0x47, 0x49, 0x46, 0x38], // GIF
  ['other', 0x1f, 0x8b], // gzip
  ['other', 0x37, 0x7a, 0xbc, 0xaf], // 7z
  ['other', 0x52, 0x61, 0x72, 0x21], // RAR
  ['other', 0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** The beginning as text; marks of formats are ASCII, so a wrong guess between ASCII's relatives does not matter. */
function textHead(bytes: Uint8Array): string {
  const { encoding, start } = encodingMark(bytes) ?? { encoding: utf16WithoutMark(bytes) ?? 'latin1', start: 0 };
  return new TextDecoder(encoding).decode(bytes.subarray(start, start + HEAD));
}

/** The name of the root element, without prefix; what stands before it is passed over. */
function rootOf(text: string): string {
  const before = /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype[^>[]*>\s*)*/i.exec(text)?.[0] ?? '';
  return /^<(?:[a-z][\w.-]*:)?([a-z][\w-]*)/i.exec(text.slice(before.length))?.[1]?.toLowerCase() ?? '';
}

const HTML =
  /^<(?:!doctype\s+html|html|head|body|meta|style|script|table|thead|tbody|tr|div|center|span|font|p|br|h[1-6])\b/i;

function textKind(head: string): FileKind {
  const text = head.trimStart();
  if (/^(?:ID;P|MIME-Version:)/i.test(text)) return 'legacy'; // SYLK, a web archive
  if (/^[{[]\s*["{[\d]/.test(text)) return 'other'; // JSON
  if (!text.startsWith('<')) return 'text';
  const root = rootOf(text);
  if (root === 'workbook') return 'xml2003';
  if (root === 'document' && text.includes('application/vnd.oasis.opendocument.spreadsheet')) return 'flatOds';
  if (root === 'html' || HTML.test(text) || /^<!--[\s\S]*<(?:html|table|body|head)\b/i.test(text)) return 'html';
  return /^<[?!]/.test(text) ? 'other' : 'text';
}

/** Text with a few NUL characters among it is damaged text; anything else with NUL characters is no text. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD);
  const control = head.filter((byte) => byte < 32 && (byte < 9 || byte > 13)).length;
  return control * 20 > head.length;
}

/** White space and byte-order marks that a web page left before the file it sent. */
function blanksBefore(bytes: Uint8Array): number {
  const first = bytes.subarray(0, MAX_PREFIX).findIndex((byte) => ![0x20, 0x0a, 0x0d, 0xef, 0xbb, 0xbf].includes(byte));
  return Math.max(first, 0);
}

export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes.subarray(blanksBefore(bytes)), ZIP)) return 'zip';
  const known = MAGIC.find(([, ...magic]) => startsWith(bytes, magic));
  if (known !== undefined) return known[0];
  if (isBinary(bytes) && encodingMark(bytes) === null && utf16WithoutMark(bytes) === null) return 'other';
  return textKind(textHead(bytes));
}
