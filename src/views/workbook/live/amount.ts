// The amount of an item as one formula over its lines. A deduction that stops at what the lines before it leave reads
// MAX(0, before - owed), as the clause does: before - MIN(owed, before) is the same.
import type { Line } from '../../../model/decision.ts';
import type { Expression } from '../../../model/expression.ts';
import { call, type Formula, infix, number } from '../formula.ts';
import { expressionFormula, type LeafFormula } from './expression.ts';

/** Whether it is the sum of just these lines. */
function isSumOf(expression: Expression, lines: readonly Line[]): boolean {
  const last = lines.at(-1);
  if (last === undefined) return false;
  if (expression.op === 'line') return lines.length === 1 && expression.key === last.key;
  if (expression.op !== 'add' || expression.right.op !== 'line' || expression.right.key !== last.key) return false;
  return isSumOf(expression.left, lines.slice(0, -1));
}

/** What is taken off at the most down to zero; null where the line is something else. */
function owedOf({ expression }: Line, before: readonly Line[]): Expression | null {
  if (expression.op !== 'negate' || expression.of.op !== 'min') return null;
  return isSumOf(expression.of.right, before) ? expression.of.left : null;
}

/** Null where there are no lines. */
export function amountFormula(lines: readonly Line[], leafOf: LeafFormula): Formula | null {
  return lines.reduce<Formula | null>((before, line, index) => {
    const owed = owedOf(line, lines.slice(0, index));
    if (before === null) return expressionFormula(line.expression, leafOf);
    if (owed !== null) return call('MAX', number(0), infix('-', before, expressionFormula(owed, leafOf)));
    if (line.expression.op === 'negate') return infix('-', before, expressionFormula(line.expression.of, leafOf));
    return infix('+', before, expressionFormula(line.expression, leafOf));
  }, null);
}
