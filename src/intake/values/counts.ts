// Whole numbers of things: visits, households, people (次数, 户数, 人口).
import { type Fault, fault, type Parser } from './fault.ts';
import { numberOfCell, numberOfText } from './number.ts';
import { compact, shownText } from './text.ts';

const UNIT = /(次|人|处|家|个|户|人次)$/;

/** A whole number, not negative; `3次` is 3. */
export const count: Parser<number> = (cell, column): number | Fault => {
  const found = shownText(cell);
  const unreadable = fault('countUnreadable', { heading: column.heading, found });
  if (cell.kind === 'boolean') return unreadable;
  const plain = cell.kind === 'number' && cell.format === 'plain';
  const value =
    cell.kind === 'text' ? numberOfText(compact(cell.text).replace(UNIT, '')) : plain ? numberOfCell(cell.raw) : null;
  if (!value) return unreadable;
  if (value.n < 0n) return fault('valueNegative', { heading: column.heading, found });
  return value.d === 1n && value.n <= 1_000_000_000n ? Number(value.n) : unreadable;
};
