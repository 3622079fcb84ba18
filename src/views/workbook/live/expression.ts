// An expression as a live formula: the third rendering, beside the amount and the sentence.
import type { Expression, Leaf } from '../../../model/expression.ts';
import { call, type Formula, infix, minus, number } from '../formula.ts';

/** Where a named number stands on the sheets. */
export type LeafFormula = (leaf: Leaf) => Formula;

/** Rounding takes off what floating point leaves of an exact share, before a whole number is made of it. */
const DIGITS = number(9);

export function expressionFormula(expression: Expression, leafOf: LeafFormula): Formula {
  const of = (part: Expression): Formula => expressionFormula(part, leafOf);
  switch (expression.op) {
    case 'parameter':
    case 'figure':
    case 'line':
      return leafOf(expression);
    case 'number':
      return number(expression.value);
    case 'negate':
      return minus(of(expression.of));
    case 'ceil':
      return call('ROUNDUP', call('ROUND', of(expression.of), DIGITS), number(0));
    case 'roundToFen':
      return call('ROUND', of(expression.of), number(2));
    case 'if':
      return call('IF', of(expression.when), of(expression.then), of(expression.else));
    case 'atLeast':
      return infix('>=', of(expression.left), of(expression.right));
    case 'or':
      return call('OR', of(expression.left), of(expression.right));
    case 'and':
      return call('AND', of(expression.left), of(expression.right));
    case 'min':
      return call('MIN', of(expression.left), of(expression.right));
    case 'max':
      return call('MAX', of(expression.left), of(expression.right));
    case 'add':
      return infix('+', of(expression.left), of(expression.right));
    case 'subtract':
      return infix('-', of(expression.left), of(expression.right));
    case 'multiply':
      return infix('*', of(expression.left), of(expression.right));
    case 'divide':
      return infix('/', of(expression.left), of(expression.right));
  }
}

const CONDITIONS: ReadonlySet<Expression['op']> = new Set(['atLeast', 'or', 'and']);

/** A condition as 1 or 0, anything else as it is. */
export function numberFormula(expression: Expression, leafOf: LeafFormula): Formula {
  const formula = expressionFormula(expression, leafOf);
  return CONDITIONS.has(expression.op) ? call('IF', formula, number(1), number(0)) : formula;
}
