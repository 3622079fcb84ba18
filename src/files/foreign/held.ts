// Sheets that were read as a whole, as a book.
import { BATCH_ROWS, MAX_CELL_CHARS, MAX_COLUMNS, MAX_HELD_CELLS, MAX_ROWS } from '../limits.ts';
import { type Book, type Cell, type Range, type Row, UnreadableFile } from '../sheet.ts';

export interface HeldSheet {
  readonly name: string | null;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
  readonly merges: readonly Range[];
}

async function* inBatches(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += BATCH_ROWS) yield rows.slice(at, at + BATCH_ROWS);
}

export const bookOf = (sheets: readonly HeldSheet[]): Book => ({
  ownOutput: false,
  sheets: sheets.map(({ name, hidden, rows, merges }) => ({
    name,
    hidden,
    rows: { [Symbol.asyncIterator]: () => inBatches(rows) },
    merges,
  })),
});

/** A text cell; null for an empty text. */
export function textCell(column: number, text: string, sheet: string | null): Cell | null {
  if (text.length > MAX_CELL_CHARS)
    throw new UnreadableFile('tooLarge', `${text.length} characters in one cell`, sheet);
  return text === '' ? null : { column, kind: 'text', text };
}

/** Keeps the rows of the sheets of one file within the bounds of a worksheet and of what may be held in memory. */
export function rowKeeper() {
  let kept = 0;
  return (rows: Row[], row: Row, sheet: string | null): void => {
    if (row.cells.length === 0) return;
    kept += row.cells.length;
    if (row.number > MAX_ROWS) throw new UnreadableFile('tooLarge', 'too many rows', sheet);
    if ((row.cells.at(-1)?.column ?? 0) >= MAX_COLUMNS) throw new UnreadableFile('tooLarge', 'too many columns', sheet);
    if (kept > MAX_HELD_CELLS) throw new UnreadableFile('tooLarge', 'too many cells', sheet);
    rows.push(row);
  };
}
