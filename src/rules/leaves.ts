// Leaves of expressions: figures and earlier lines.
import type { Figures, Line } from '../model/decision.ts';
import { binary, type Expression, FLAG_UNIT, type Leaf } from '../model/expression.ts';
import { exactText, type Fraction, parseFraction } from '../model/fraction.ts';
import { yuanOf } from '../model/money.ts';
import { figureOf, flagOf, UnfitFigure } from './kind.ts';

/** A numeric figure. Throws an UnfitFigure when it is absent or no number. */
export function numberIn(figures: Figures, key: string): Fraction {
  const figure = figureOf(figures, key);
  const value = figure.type === 'flag' ? null : parseFraction(figure.value);
  if (value === null) throw new UnfitFigure(key, 'noNumber');
  return value;
}

/** A numeric figure, or null for 无数据. Throws an UnfitFigure when it is absent or no number. */
export function valueIn(figures: Figures, key: string): Fraction | null {
  const figure = figureOf(figures, key);
  return figure.type === 'text' && figure.value === '' ? null : numberIn(figures, key);
}

export const figureLeaf = (figures: Figures, key: string, title: string, unit: string): Leaf => ({
  op: 'figure',
  key,
  title,
  value: exactText(numberIn(figures, key)),
  unit,
});

/** A flag as a condition. */
export const flagLeaf = (figures: Figures, key: string, title: string): Leaf => ({
  op: 'figure',
  key,
  title,
  value: flagOf(figures, key) ? '1' : '0',
  unit: FLAG_UNIT,
});

/** The amount of an earlier line of the same item. */
const lineLeaf = (line: Line): Leaf => ({
  op: 'line',
  key: line.key,
  title: line.label,
  value: exactText(yuanOf(line.amount)),
  unit: '元',
});

/** What earlier lines leave: their sum. */
export const remaining = (lines: readonly [Line, ...Line[]]): Expression => {
  const [first, ...rest] = lines;
  return rest.reduce<Expression>((total, line) => binary('add', total, lineLeaf(line)), lineLeaf(first));
};
