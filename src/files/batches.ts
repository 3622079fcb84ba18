// Gathers rows into batches.
import { BATCH_CELLS, BATCH_ROWS } from './limits.ts';
import type { Row } from './sheet.ts';

export interface Batches {
  /** Keeps the row unless it is empty. */
  add(row: Row): void;
  /** The batches that are full, with `last` the rest too. */
  take(last: boolean): Generator<readonly Row[]>;
}

export function gatherBatches(): Batches {
  let rows: Row[] = [];
  let cells = 0;
  return {
    add(row) {
      if (row.cells.length === 0) return;
      cells += row.cells.length;
      rows.push(row);
    },
    *take(last) {
      const all = last || cells >= BATCH_CELLS;
      const count = all ? rows.length : rows.length - (rows.length % BATCH_ROWS);
      if (count === 0) return;
      const ready = rows;
      rows = ready.slice(count);
      cells = 0;
      for (let at = 0; at < count; at += BATCH_ROWS) yield ready.slice(at, Math.min(at + BATCH_ROWS, count));
    },
  };
}
