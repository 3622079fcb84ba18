// Text as workbooks write it: escaped control characters, bounded length, not tied to the buffer it was cut from.
import { MAX_CELL_CHARS } from './limits.ts';
import { UnreadableFile } from './sheet.ts';

/** `_x000D_` is a carriage return, `_x005F_` the underscore that keeps such a sequence literal. */
function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/**
 * The text of a cell. A slice of the parser's chunk would keep the whole chunk in memory as long as one cell of it is
 * kept; joining and cutting copies the characters.
 */
export function cellText(raw: string, sheet: string | null): string {
  if (raw.length > MAX_CELL_CHARS) {
    throw new UnreadableFile('tooLarge', `${raw.length} characters in one cell`, sheet);
  }
  return raw.length < 13 ? unescaped(raw) : ` ${unescaped(raw)}`.slice(1);
}
