// Distances as whole metres, rounded half up row by row (里程).
import { type Fraction, fraction, mul, parseFraction, roundHalfUp } from '../../model/fraction.ts';
import { type Bare, type ColumnContext, type Fault, fault, type Parser } from './fault.ts';
import { numberOfCell, numberOfText } from './number.ts';
import { compact, shownText } from './text.ts';

const KILOMETRES = /^(km|公里|千米)$/i;
const METRES = /^(m|米)$/i;
const SPELLED = /^(-?\d+(?:\.\d+)?)(km|公里|千米|m|米)$/i;

export type DistanceUnit = 'kilometres' | 'metres';

/** The unit named in a heading, null when it names none. */
export function distanceUnit(unit: string | null): DistanceUnit | null {
  if (unit === null) return null;
  return KILOMETRES.test(unit) ? 'kilometres' : METRES.test(unit) ? 'metres' : null;
}

export const metresOf = (value: Fraction, unit: DistanceUnit): number =>
  Number(roundHalfUp(unit === 'metres' ? value : mul(value, fraction(1000))));

/** The unit of a column's bare numbers: km if none is above 100, else m. */
export const inferDistanceUnit = (largest: Fraction): DistanceUnit =>
  largest.n <= 100n * largest.d ? 'kilometres' : 'metres';

function measured(value: Fraction, unit: DistanceUnit | null, found: string, column: ColumnContext) {
  if (value.n < 0n) return fault('valueNegative', { heading: column.heading, found });
  return unit ? metresOf(value, unit) : { bare: value };
}

/** Whole metres, or the bare number where neither cell nor heading names a unit. */
export const distance: Parser<number | Bare> = (cell, column): number | Bare | Fault => {
  const found = shownText(cell);
  const unreadable = fault('distanceUnreadable', { heading: column.heading, found });
  if (cell.kind === 'boolean') return unreadable;
  const spelled = cell.kind === 'text' ? SPELLED.exec(compact(cell.text)) : null;
  if (spelled) {
    const value = parseFraction(spelled[1] as string) as Fraction;
    return measured(value, distanceUnit(spelled[2] as string), found, column);
  }
  const plain = cell.kind === 'text' || cell.format === 'plain';
  const value = cell.kind === 'text' ? numberOfText(compact(cell.text)) : plain ? numberOfCell(cell.raw) : null;
  return value ? measured(value, distanceUnit(column.unit), found, column) : unreadable;
};
