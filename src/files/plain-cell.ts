// The form in which nearly every cell of a large sheet is written, read at one go: `<c r="B7" s="1" t="s"><v>12</v></c>`.
// Whatever is written otherwise goes through the scanner.
import { type CellPosition, type RawCell, readReferenceIn, toIndex } from './cells.ts';
import type { ByteRange } from './scan.ts';

const [LESS, GREATER, SPACE, QUOTE, EQUALS, AMPERSAND, RETURN] = [60, 62, 32, 34, 61, 38, 13] as const;
const [R, S, T] = [114, 115, 116] as const;
const BEFORE_VALUE = '<v>';
const BEHIND_VALUE = '</v></c>';
/** A longer value may be cut from its text in another way. */
const LONGEST = 40;

/**
 * Reads the cell at `from` into `place` and `cell`; where it ends, or -1 when it is written otherwise, is not all there, or
 * does not say where it stands.
 */
export function readPlainCell(text: string, from: number, span: ByteRange, place: CellPosition, cell: RawCell): number {
  let at = from + 2;
  let placed = false;
  let type: string | undefined;
  let style = 0;
  while (text.charCodeAt(at) === SPACE) {
    const name = text.charCodeAt(at + 1);
    if (text.charCodeAt(at + 2) !== EQUALS || text.charCodeAt(at + 3) !== QUOTE) return -1;
    const begin = at + 4;
    let end = begin;
    while (end < begin + LONGEST && text.charCodeAt(end) !== QUOTE) end++;
    if (text.charCodeAt(end) !== QUOTE) return -1;
    if (name === R) {
      span.text = text;
      span.from = begin;
      span.to = end;
      placed = readReferenceIn(span, place);
    } else if (name === T && end === begin + 1) type = text.charAt(begin);
    else if (name === S) style = toIndex(text, begin, end);
    else return -1;
    at = end + 1;
  }
  if (!placed || text.charCodeAt(at) !== GREATER || !text.startsWith(BEFORE_VALUE, at + 1)) return -1;
  const begin = at + 1 + BEFORE_VALUE.length;
  let end = begin;
  for (; end <= begin + LONGEST; end++) {
    const code = text.charCodeAt(end);
    if (code === LESS) break;
    if (code === AMPERSAND || code === RETURN) return -1;
  }
  if (!text.startsWith(BEHIND_VALUE, end)) return -1;
  cell.column = place.column;
  cell.type = type;
  cell.style = style;
  cell.value = text.slice(begin, end);
  cell.inline = false;
  cell.formula = false;
  cell.valued = true;
  cell.values = 1;
  return end + BEHIND_VALUE.length;
}
