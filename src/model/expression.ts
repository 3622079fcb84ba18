// The small expression behind a line of pay. The amount, the sentence with the numbers filled in and (in the workbook)
// the spreadsheet formula are renderings of this one value, so they cannot drift apart. Amounts are exact yuan.
import {
  add,
  ceil,
  compare,
  div,
  type Fraction,
  fraction,
  isZero,
  maxOf,
  minOf,
  mul,
  ONE,
  parseFraction,
  plainText,
  roundTo,
  sub,
  ZERO,
} from './fraction.ts';

/** A named number: a scheme parameter, a measured figure, or the amount of an earlier line of the same item. */
export interface Leaf {
  readonly op: 'parameter' | 'figure' | 'line';
  readonly key: string;
  readonly title: string;
  /** Exact text (`exactText`). */
  readonly value: string;
  readonly unit: string;
}

type Binary = 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max';

/** The unit of a flag: 1 reads 是, 0 reads 否. */
export const FLAG_UNIT = '是否';

/** Conditions are expressions too: true is 1, false is 0. */
export type Expression =
  | Leaf
  | { readonly op: 'number'; readonly value: string }
  | { readonly op: Binary | 'atLeast' | 'or' | 'and'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'negate' | 'ceil'; readonly of: Expression }
  /** Half up to the fen. */
  | { readonly op: 'roundToFen'; readonly of: Expression }
  | { readonly op: 'if'; readonly when: Expression; readonly then: Expression; readonly else: Expression };

const truth = (holds: boolean): Fraction => (holds ? ONE : ZERO);

const BINARY: Record<Binary | 'atLeast' | 'or' | 'and', (a: Fraction, b: Fraction) => Fraction> = {
  add,
  subtract: sub,
  multiply: mul,
  divide: div,
  min: minOf,
  max: maxOf,
  atLeast: (a, b) => truth(compare(a, b) >= 0),
  or: (a, b) => truth(!isZero(a) || !isZero(b)),
  and: (a, b) => truth(!isZero(a) && !isZero(b)),
};

/** The exact value. Throws a RangeError on a leaf that is no number and on division by zero. */
export function evaluate(expression: Expression): Fraction {
  switch (expression.op) {
    case 'parameter':
    case 'figure':
    case 'line':
    case 'number': {
      const value = parseFraction(expression.value);
      if (value === null) throw new RangeError(`not a number: ${expression.value}`);
      return value;
    }
    case 'negate':
      return sub(ZERO, evaluate(expression.of));
    case 'ceil':
      return fraction(ceil(evaluate(expression.of)));
    case 'roundToFen':
      return roundTo(evaluate(expression.of), 2);
    case 'if':
      return isZero(evaluate(expression.when)) ? evaluate(expression.else) : evaluate(expression.then);
    default:
      return BINARY[expression.op](evaluate(expression.left), evaluate(expression.right));
  }
}

const INFIX: Record<string, { sign: string; rank: number }> = {
  or: { sign: '或', rank: 1 },
  and: { sign: '且', rank: 2 },
  atLeast: { sign: '≥', rank: 3 },
  add: { sign: '+', rank: 4 },
  subtract: { sign: '−', rank: 4 },
  multiply: { sign: '×', rank: 5 },
  divide: { sign: '÷', rank: 5 },
};

function render(expression: Expression, outer: number): string {
  switch (expression.op) {
    case 'parameter':
    case 'figure':
    case 'line':
    case 'number': {
      const value = parseFraction(expression.value);
      if (value === null) return expression.value;
      if (expression.op === 'figure' && expression.unit === FLAG_UNIT) return isZero(value) ? '否' : '是';
      return plainText(value).replace('-', '−');
    }
    case 'negate':
      return `−${render(expression.of, 6)}`;
    case 'ceil':
      return `进一取整(${render(expression.of, 0)})`;
    case 'roundToFen':
      return `四舍五入(${render(expression.of, 0)})`;
    case 'if':
      return `若(${render(expression.when, 0)}，${render(expression.then, 0)}，${render(expression.else, 0)})`;
    case 'min':
      return `取小(${render(expression.left, 0)}，${render(expression.right, 0)})`;
    case 'max':
      return `取大(${render(expression.left, 0)}，${render(expression.right, 0)})`;
    default: {
      const { sign, rank } = INFIX[expression.op] as { sign: string; rank: number };
      const text = `${render(expression.left, rank)} ${sign} ${render(expression.right, rank + 1)}`;
      return rank < outer ? `(${text})` : text;
    }
  }
}

/** The named numbers in it, in order. */
export function leavesOf(expression: Expression): readonly Leaf[] {
  switch (expression.op) {
    case 'parameter':
    case 'figure':
    case 'line':
      return [expression];
    case 'number':
      return [];
    case 'negate':
    case 'ceil':
    case 'roundToFen':
      return leavesOf(expression.of);
    case 'if':
      return [expression.when, expression.then, expression.else].flatMap(leavesOf);
    default:
      return [expression.left, expression.right].flatMap(leavesOf);
  }
}

/** The keys of the parameters in it. */
export const parameterKeys = (expression: Expression): readonly string[] =>
  leavesOf(expression).flatMap(({ op, key }) => (op === 'parameter' ? [key] : []));

/** The formula with its numbers filled in: `−取小(25 × 4，690.91)`. */
export const formulaText = (expression: Expression): string => render(expression, 0);

export const number = (value: number): Expression => ({ op: 'number', value: String(value) });
export const binary = (op: Binary | 'atLeast' | 'or' | 'and', left: Expression, right: Expression): Expression => ({
  op,
  left,
  right,
});
export const times = (left: Expression, right: Expression): Expression => binary('multiply', left, right);
export const negate = (of: Expression): Expression => ({ op: 'negate', of });
export const roundToFen = (of: Expression): Expression => ({ op: 'roundToFen', of });
export const when = (condition: Expression, then: Expression, otherwise: Expression): Expression => ({
  op: 'if',
  when: condition,
  then,
  else: otherwise,
});
