// Marks from 0 to 100 (评分).
import { compare, type Fraction, fraction } from '../../model/fraction.ts';
import { type Fault, fault, type Parser } from './fault.ts';
import { numberOfCell, numberOfText } from './number.ts';
import { shownText } from './text.ts';
import { figureText } from './typed.ts';

/** An exact mark, 0 to 100; `95分` is 95. */
export const score: Parser<Fraction> = (cell, column): Fraction | Fault => {
  const found = shownText(cell);
  const unreadable = fault('scoreUnreadable', { heading: column.heading, found });
  if (cell.kind === 'boolean') return unreadable;
  const plain = cell.kind === 'number' && cell.format === 'plain';
  const value =
    cell.kind === 'text'
      ? numberOfText(figureText(cell.text).replace(/分$/, ''))
      : plain
        ? numberOfCell(cell.raw)
        : null;
  if (!value || value.n < 0n || compare(value, fraction(100)) > 0) return unreadable;
  return value;
};
