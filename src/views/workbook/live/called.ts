// Which defined names the formulas of some sheets call.
import { type FormSheet, isForm } from '../form.ts';
import type { Formula } from '../formula.ts';
import { type Cell, cellOf, type SheetModel } from '../model.ts';

function namesIn(formula: Formula, found: Set<string>): void {
  if ('name' in formula) found.add(formula.name);
  if ('call' in formula) for (const part of formula.with) namesIn(part, found);
  if ('minus' in formula) namesIn(formula.minus, found);
  if ('infix' in formula) for (const part of [formula.left, formula.right]) namesIn(part, found);
}

const cellsIn = (sheet: SheetModel | FormSheet): readonly (readonly Cell[])[] =>
  isForm(sheet) ? [] : [...sheet.rows, sheet.totals ?? []];

export function namesCalled(sheets: readonly (SheetModel | FormSheet)[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const sheet of sheets)
    for (const row of cellsIn(sheet))
      for (const cell of row) {
        const { formula } = cellOf(cell);
        if (formula) namesIn(formula, found);
      }
  return found;
}
