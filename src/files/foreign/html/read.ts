// Tables in HTML, saved as .xls by many export pages, as one sheet without a name.
import { encodingMark, encodingOf, utf8Chunks } from '../../encoding.ts';
import { MAX_COLUMNS, MAX_FOREIGN_BYTES, MAX_MERGES } from '../../limits.ts';
import { type Cell, type Range, type Row, UnreadableFile } from '../../sheet.ts';
import { isErrorText } from '../error-text.ts';
import { type HeldSheet, rowKeeper, textCell } from '../held.ts';
import { type HtmlCell, type HtmlRow, htmlRows } from './tables.ts';
import { tokensOf } from './tokens.ts';

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

/** By byte-order mark, by the charset it declares, else UTF-8 if it is, else GB18030. */
function htmlText(bytes: Uint8Array): string {
  const label = encodingMark(bytes) === null ? declared(bytes) : null;
  const text = label === null ? null : decodedBy(label, bytes);
  if (text !== null) return text;
  const { encoding, start } = encodingOf(bytes);
  const utf8 = Buffer.concat([...utf8Chunks(bytes.subarray(start), encoding)]);
  if (utf8.length > 0x1fffffe8) throw new UnreadableFile('tooLarge', `${utf8.length} bytes of text`);
  return utf8.toString('utf8');
}

const isSpan = ({ columns, rows }: HtmlCell): boolean => columns > 1 || rows > 1;

const spanAt = ({ columns, rows }: HtmlCell, row: number, column: number): Range => ({
  firstRow: row,
  lastRow: row + rows - 1,
  firstColumn: column,
  lastColumn: Math.min(column + columns, MAX_COLUMNS) - 1,
});

/** Gives cells their columns: those that a cell of a row above reaches into are taken. */
class Grid {
  readonly merges: Range[] = [];
  /** By column: the last row taken, and the last column taken by the same cell. */
  readonly #takenRow = new Int32Array(MAX_COLUMNS);
  readonly #takenColumn = new Int32Array(MAX_COLUMNS);

  place(row: number, { cells }: HtmlRow): Cell[] {
    const placed: Cell[] = [];
    let column = 0;
    for (const cell of cells) {
      while (column < MAX_COLUMNS && (this.#takenRow[column] as number) >= row) {
        column = (this.#takenColumn[column] as number) + 1;
      }
      if (column >= MAX_COLUMNS) throw new UnreadableFile('tooLarge', 'too many columns');
      const made = cellAt(column, cell);
      if (made !== null) placed.push(made);
      if (isSpan(cell)) this.#merge(spanAt(cell, row, column));
      column += cell.columns;
    }
    return placed;
  }

  #merge(range: Range): void {
    if (this.merges.length >= MAX_MERGES) throw new UnreadableFile('tooLarge', 'too many spanning cells');
    this.merges.push(range);
    if (range.lastRow === range.firstRow) return;
    this.#takenRow.fill(range.lastRow, range.firstColumn, range.lastColumn + 1);
    this.#takenColumn.fill(range.lastColumn, range.firstColumn, range.lastColumn + 1);
  }
}

function cellAt(column: number, { text, number }: HtmlCell): Cell | null {
  if (number !== null) return { column, kind: 'number', ...number };
  return isErrorText(text) ? { column, kind: 'error', text } : textCell(column, text, null);
}

export function readHtml(bytes: Uint8Array): readonly HeldSheet[] {
  if (bytes.length > MAX_FOREIGN_BYTES) throw new UnreadableFile('tooLarge', `${bytes.length} bytes`);
  const keep = rowKeeper();
  const grid = new Grid();
  const rows: Row[] = [];
  const html = htmlText(bytes);
  if (!/<(?:table|tr)\b/i.test(html)) throw new UnreadableFile('notATable', 'HTML without a table');
  let number = 0;
  for (const row of htmlRows(tokensOf(html))) {
    number += 1;
    keep(rows, { number, hidden: row.hidden, cells: grid.place(number, row) }, null);
  }
  return [{ name: null, hidden: false, rows, merges: grid.merges }];
}
