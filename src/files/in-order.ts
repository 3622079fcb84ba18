// Rows and cells that a file writes out of order, or in several pieces.
import type { Cell, Row } from './sheet.ts';

const isSame = (a: Cell, b: Cell): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Cells of one row in column order. One cell with two values has none that is certain. */
export function orderedCells(cells: readonly Cell[]): Cell[] {
  const sorted: Cell[] = [];
  for (const cell of [...cells].sort((a, b) => a.column - b.column)) {
    const last = sorted.at(-1);
    if (last?.column !== cell.column) sorted.push(cell);
    else if (!isSame(last, cell)) sorted[sorted.length - 1] = { column: cell.column, kind: 'error', text: '#VALUE!' };
  }
  return sorted;
}

/** Rows by their numbers; the pieces of one row are one row. */
export function orderedRows(pieces: readonly Row[]): Row[] {
  const rows = new Map<number, Row>();
  for (const piece of pieces) {
    const { number, hidden, cells } = rows.get(piece.number) ?? { ...piece, cells: [] };
    rows.set(number, { number, hidden, cells: [...cells, ...piece.cells] });
  }
  return [...rows.values()]
    .sort((a, b) => a.number - b.number)
    .map((row) => ({ ...row, cells: orderedCells(row.cells) }));
}
