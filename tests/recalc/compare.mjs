// What recalculating changed: every formula's value against the one cached before.
import { cellsOf } from './workbook.mjs';

/** Recalculated numbers carry 15 digits at the most. */
const isSame = (before, after) =>
  typeof before === 'number' && typeof after === 'number'
    ? Math.abs(before - after) <= 1e-12 * Math.max(1, Math.abs(before))
    : before === after;

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
