// What a file is, by its first bytes.

import { isUtf8 } from 'node:buffer';

export type FileKind =
  | 'empty'
  | 'zip'
  | 'compound' // the container of .xls, of .et and of encrypted workbooks
  | 'legacy' // a spreadsheet in another form: BIFF without container, HTML, XML 2003, SYLK, web archive
  | 'other' // no table
  | 'text';

const HEAD = 4096;

const MAGIC: readonly (readonly [kind: FileKind, ...bytes: number[]])[] = [
  ['zip', 0x50, 0x4b, 0x03, 0x04],
  ['zip', 0x50, 0x4b, 0x05, 0x06], // without entries
  ['compound', 0xd0, 0xcf, 0x11, 0xe0],
  ['legacy', 0x09, 0x00, 0x04, 0x00], // BIFF 2, 3, 4 and 5
  ['legacy', 0x09, 0x02, 0x06, 0x00],
  ['legacy', 0x09, 0x04, 0x06, 0x00],
  ['legacy', 0x09, 0x08, 0x08, 0x00],
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

/** The beginning as text; marks of other formats are ASCII, so a wrong guess does not matter. */
function textHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD);
  if (startsWith(head, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(head);
  if (startsWith(head, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'latin1').decode(head);
}

function textKind(head: string): FileKind {
  const text = head.trimStart();
  if (/^(?:ID;P|MIME-Version:)/.test(text)) return 'legacy';
  if (/^<(?:\?xml|(?:[a-z]+:)?workbook)\b/i.test(text) && !/<(?:!doctype\s+)?html\b/i.test(text)) {
    return /<(?:[a-z]+:)?workbook\b/i.test(text) ? 'legacy' : 'other';
  }
  return /^<(?:!doctype|!--|\?xml|html|head|body|meta|style|script|table|div)\b/i.test(text) ? 'legacy' : 'text';
}

export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const known = MAGIC.find(([, ...magic]) => startsWith(bytes, magic));
  if (known !== undefined) return known[0];
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (!utf16 && bytes.includes(0)) return 'other';
  return textKind(textHead(bytes));
}
