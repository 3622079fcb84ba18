// Columns no field takes (其他列): they tell apart rows that are otherwise alike.

import { digestOf } from './digest.ts';
import { normalHeading } from './heading.ts';
import type { Fit } from './recognise.ts';
import type { Cell } from './sheet.ts';
import { compact, shownText } from './values/text.ts';

const SERIAL_NUMBERS = new Set(['序号', '行号', '编号', 'NO', 'NO.', '№']);

/** Columns with a heading that no field takes; running numbers say nothing about a row. */
export function otherColumns(fit: Fit): ReadonlySet<number> {
  const taken = new Set([...fit.fields.values(), ...fit.dates].map(({ column }) => column));
  const others = fit.row.cells.filter(
    (cell) => cell.kind === 'text' && !taken.has(cell.column) && !SERIAL_NUMBERS.has(normalHeading(cell.text)),
  );
  return new Set(others.map(({ column }) => column));
}

/** A digest of these cells; it is only consulted where all fields are equal. */
export function otherCellsDigest(cells: readonly Cell[], others: ReadonlySet<number>): number {
  if (others.size === 0) return 0;
  let shown = '';
  for (const cell of cells) {
    if (!others.has(cell.column)) continue;
    const text = cell.kind === 'error' ? cell.text : cell.kind === 'pending' ? '' : compact(shownText(cell));
    shown += `${cell.column}\u0000${text}\u0001`;
  }
  return digestOf(shown);
}
