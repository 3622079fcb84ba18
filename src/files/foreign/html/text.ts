// The text of an HTML file: by byte-order mark, by the charset it declares, else UTF-8 if it is, else GB18030.

import { encodingMark, encodingOf, utf8Chunks } from '../../encoding.ts';
import { UnreadableFile } from '../../sheet.ts';

const HEAD = 4096;
const CHARSET =
  /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w-]+)|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)/i;

function decodedBy(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null; // no such encoding, or the bytes are not in it
  }
}

/** gb2312 and gbk are parts of gb18030; a declaration that can be read as ASCII is not in UTF-16, whatever it says. */
function declared(bytes: Uint8Array): string | null {
  const found = CHARSET.exec(Buffer.from(bytes.subarray(0, HEAD)).toString('latin1'));
  const label = (found?.[1] ?? found?.[2])?.toLowerCase();
  if (label === undefined || label.startsWith('utf-16')) return null;
  return /^gb/.test(label) ? 'gb18030' : label;
}

export function htmlText(bytes: Uint8Array): string {
  const label = encodingMark(bytes) === null ? declared(bytes) : null;
  const text = label === null ? null : decodedBy(label, bytes);
  if (text !== null) return text;
  const { encoding, start } = encodingOf(bytes);
  const utf8 = Buffer.concat([...utf8Chunks(bytes.subarray(start), encoding)]);
  if (utf8.length > 0x1fffffe8) throw new UnreadableFile('tooLarge', `${utf8.length} bytes of text`);
  return utf8.toString('utf8');
}
