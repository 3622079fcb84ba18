// What recalculating changed: every formula's value against the one cached before.
import { cellsOf } from './workbook.mjs';

/** Recalculated numbers carry 15 digits at the most. */
function isSame(cached, after) {
  // LibreOffice saves a truth in a format of its own as 1 or 0.
  const before = typeof cached === 'boolean' && typeof after === 'number' ? Number(cached) : cached;
  if (typeof before !== 'number' || typeof after !== 'number') return before === after;
  return Math.abs(before - after) <= 1e-12 * Math.max(1, Math.abs(before));
}

/** `{formulas, differing: [{cell, formula, cached, recalculated}]}` */
export function comparison(before, after) {
  const now = cellsOf(after);
  const formulas = [...cellsOf(before)].filter(([, { formula }]) => formula !== null);
  const differing = formulas.flatMap(([cell, { formula, value }]) => {
    const result = now.get(cell)?.value ?? null;
    return isSame(value, result) ? [] : [{ cell, formula, cached: value, recalculated: result }];
  });
  return { formulas: formulas.length, differing };
}
