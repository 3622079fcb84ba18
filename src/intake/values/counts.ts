// Whole numbers of things: visits, households, people (次数, 户数, 人口).
import { fraction } from '../../model/fraction.ts';
import { type Fault, fault, type Parser } from './fault.ts';
import { numberOfCell, numberOfText } from './number.ts';
import { chineseNumber } from './numerals.ts';
import { shownText } from './text.ts';
import { figureText } from './typed.ts';

const UNIT = /([人户家处]次|[次条人户件起处份家个名宗项所位])$/;

function countOfText(text: string) {
  const number = figureText(text).replace(UNIT, '');
  const spelled = chineseNumber(number);
  return spelled === null ? numberOfText(number) : fraction(spelled);
}

/** A whole number, not negative; `3次` is 3, 二十条 is 20. */
export const count: Parser<number> = (cell, column): number | Fault => {
  const found = shownText(cell);
  const unreadable = fault('countUnreadable', { heading: column.heading, found });
  if (cell.kind === 'boolean') return unreadable;
  const plain = cell.kind === 'number' && cell.format === 'plain';
  const value = cell.kind === 'text' ? countOfText(cell.text) : plain ? numberOfCell(cell.raw) : null;
  if (!value) return unreadable;
  if (value.n < 0n) return fault('valueNegative', { heading: column.heading, found });
  return value.d === 1n && value.n <= 1_000_000_000n ? Number(value.n) : unreadable;
};
