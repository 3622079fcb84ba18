// Rates as exact fractions of 1 (在线率, 满意率 …).
import { type Fraction, fraction, mul } from '../../model/fraction.ts';
import { type Bare, type ColumnContext, type Fault, fault, type Parser } from './fault.ts';
import { numberOfCell, numberOfText } from './number.ts';
import { shownText } from './text.ts';
import { figureText } from './typed.ts';

const PERCENT = fraction(1, 100);

/** A bare column is fractions if none of it is above 1, else per cent (spec 3). */
export const inferRateUnit = (largest: Fraction): 'fraction' | 'percent' =>
  largest.n <= largest.d ? 'fraction' : 'percent';

export const rateOf = (value: Fraction, unit: 'fraction' | 'percent'): Fraction =>
  unit === 'percent' ? mul(value, PERCENT) : value;

/** The rate itself, or a fault when it is below 0 or above 100%. */
export function checkedRate(value: Fraction, found: string, column: ColumnContext): Fraction | Fault {
  if (value.n < 0n) return fault('valueNegative', { heading: column.heading, found });
  return value.n > value.d ? fault('rateAboveOne', { heading: column.heading, found }) : value;
}

/** A fraction of 1, or the bare number where neither cell nor heading says per cent. */
export const rate: Parser<Fraction | Bare> = (cell, column): Fraction | Bare | Fault => {
  const found = shownText(cell);
  const unreadable = fault('rateUnreadable', { heading: column.heading, found });
  if (cell.kind === 'boolean') return unreadable;
  if (cell.kind === 'number' && cell.format === 'percent') {
    const value = numberOfCell(cell.raw);
    return value ? checkedRate(value, found, column) : unreadable;
  }
  const typed = cell.kind === 'text' ? figureText(cell.text) : '';
  if (typed.endsWith('%')) {
    const value = numberOfText(typed.slice(0, -1));
    return value ? checkedRate(mul(value, PERCENT), found, column) : unreadable;
  }
  const plain = cell.kind === 'number' && cell.format === 'plain';
  const value = cell.kind === 'text' ? numberOfText(typed) : plain ? numberOfCell(cell.raw) : null;
  if (!value) return unreadable;
  if (value.n < 0n) return fault('valueNegative', { heading: column.heading, found });
  return column.unit === '%' ? checkedRate(mul(value, PERCENT), found, column) : { bare: value };
};
