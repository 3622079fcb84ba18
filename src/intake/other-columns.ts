// Columns no field takes (其他列): they tell apart rows that are otherwise alike.

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

/** A 53-bit digest of these cells (cyrb53); it is only consulted where all fields are equal. */
export function otherCellsDigest(cells: readonly Cell[], others: ReadonlySet<number>): number {
  if (others.size === 0) return 0;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const mix = (text: string): void => {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
    }
  };
  for (const cell of cells) {
    if (!others.has(cell.column)) continue;
    const shown = cell.kind === 'error' ? cell.text : cell.kind === 'pending' ? '' : compact(shownText(cell));
    mix(`${cell.column}\u0000${shown}\u0001`);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
