// Distances as whole metres, rounded half up row by row (里程).
import { add, type Fraction, fraction, mul, roundHalfUp, ZERO } from '../../model/fraction.ts';
import { type Bare, type ColumnContext, type Fault, fault, type Parser } from './fault.ts';
import { numberOfCell, numberOfText, TYPED_NUMBER } from './number.ts';
import { shownText } from './text.ts';
import { figureText } from './typed.ts';

const KILOMETRES = /^(kms?|公里|千米)$/i;
const METRES = /^(m|米|公尺)$/i;
/** `3.2公里`, `3200米`, `3公里200米` */
const SPELLED = new RegExp(`^(-?${TYPED_NUMBER})(?:(km|公里|千米)(?:(${TYPED_NUMBER})(?:m|米))?|(?:m|米))$`, 'i');

export type DistanceUnit = 'kilometres' | 'metres';

/** The unit named in a heading, null when it names none that measures length. */
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
  const typed = cell.kind === 'text' ? figureText(cell.text) : '';
  const spelled = SPELLED.exec(typed);
  if (spelled) {
    const [, number = '', kilometres, metres = '0'] = spelled;
    const whole = mul(numberOfText(number) ?? ZERO, fraction(kilometres ? 1000 : 1));
    return measured(add(whole, numberOfText(metres) ?? ZERO), 'metres', found, column);
  }
  const plain = cell.kind === 'text' || cell.format === 'plain';
  const value = cell.kind === 'text' ? numberOfText(typed) : plain ? numberOfCell(cell.raw) : null;
  const unit = distanceUnit(column.unit);
  return value && (unit || column.unit === null) ? measured(value, unit, found, column) : unreadable;
};
