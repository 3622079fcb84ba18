// Columns no field takes (其他列): they tell apart rows that are otherwise alike.
import type { Cell } from '../../files/sheet.ts';
import { normalHeading } from '../header/heading.ts';
import type { Fit } from '../header/recognise.ts';
import { compact, shownText } from '../values/text.ts';
import { digestOf } from './digest.ts';

const SERIAL_NUMBERS = new Set(['序号', '行号', '编号', 'NO']);

/**
 * Columns with a heading that no field takes; running numbers say nothing about a row. A row of a matrix is only like
 * another when it is so on every date.
 */
export function otherColumns({ unknown, spare, dates }: Fit): ReadonlySet<number> {
  const others = [...unknown, ...spare.map(({ column }) => column), ...dates];
  return new Set(
    others.filter(({ heading }) => !SERIAL_NUMBERS.has(normalHeading(heading))).map(({ column }) => column),
  );
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
