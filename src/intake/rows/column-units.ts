// Bare numbers of a column: their unit is settled when the whole column has been read (单位推断, spec 3).
import { type Fraction, maxOf, plainText, ZERO } from '../../model/fraction.ts';
import type { TableKind } from '../../model/terms.ts';
import { problem } from '../../problems/problem.ts';
import type { Drafts } from '../kinds/drafts.ts';
import { type HeaderColumn, type ParsedTable, placeIn } from '../table.ts';
import { inferDistanceUnit, metresOf } from '../values/distances.ts';
import { inferDurationUnit, secondsOf } from '../values/durations.ts';
import { Fault, isBare } from '../values/fault.ts';
import { checkedRate, inferRateUnit, rateOf } from '../values/rates.ts';
import { Withdrawal } from './entries.ts';

type Convert<T> = (bare: Fraction) => T | Fault;

/** Chooses how the column's numbers convert from the largest of them. */
type Choose<T> = (largest: Fraction, header: HeaderColumn, table: ParsedTable) => Convert<T> | null;

/**
 * Converts the bare numbers of one field in place. Where no unit fits, or a converted value is refused, the row is in
 * error.
 */
function settleColumn<K extends TableKind, T extends object | number>(
  table: ParsedTable<K>,
  field: string & keyof Drafts[K],
  choose: Choose<T>,
): void {
  const header = table.fields.get(field) ?? table.figures.get(field);
  if (!header) return;
  const column = table.fields.get(field)?.column ?? null;
  const bareOf = (value: unknown): Fraction | null => (isBare(value) ? value.bare : null);
  let largest: Fraction | null = null;
  for (const value of table.entries.distinct(field)) {
    const bare = bareOf(value);
    if (bare !== null) largest = maxOf(largest ?? ZERO, bare);
  }
  if (largest === null) return;
  const convert = choose(largest, header, table as ParsedTable);
  table.entries.replace(field, (value) => {
    const bare = bareOf(value);
    if (bare === null) return value;
    const settled = convert ? convert(bare) : null;
    if (settled === null) return new Withdrawal(() => []);
    if (settled instanceof Fault) return new Withdrawal((row) => [settled.at(placeIn(table, row, column))]);
    return settled as Drafts[K][typeof field];
  });
}

const headerPlace = (table: ParsedTable, header: HeaderColumn) => placeIn(table, table.headerRow, header.column);

function notice(table: ParsedTable, header: HeaderColumn, unit: string): void {
  table.problems.push(problem('unitInferred', { heading: header.heading, unit }, headerPlace(table, header)));
}

/** Bare durations become whole seconds: hours, else minutes, else one error for the column. */
export const settleDurations = (table: ParsedTable<'patrol'>, field: 'onlineTime'): void =>
  settleColumn<'patrol', number>(table, field, (largest, header, known) => {
    const unit = inferDurationUnit(largest);
    if (unit === null) {
      const data = { heading: header.heading, largest: plainText(largest) };
      known.problems.push(problem('unitUnknown', data, headerPlace(known, header)));
      return null;
    }
    notice(known, header, unit === 'hours' ? '小时' : '分钟');
    return (bare) => secondsOf(bare, unit);
  });

/** Bare mileages become whole metres. */
export const settleDistances = (table: ParsedTable<'patrol'>, field: 'mileage'): void =>
  settleColumn<'patrol', number>(table, field, (largest, header, known) => {
    const unit = inferDistanceUnit(largest);
    notice(known, header, unit === 'kilometres' ? '公里' : '米');
    return (bare) => metresOf(bare, unit);
  });

/** Bare rates become fractions of 1. */
export const settleRates = <K extends 'patrol' | 'survey'>(
  table: ParsedTable<K>,
  field: string & keyof Drafts[K],
): void =>
  settleColumn<K, Fraction>(table, field, (largest, header) => {
    const unit = inferRateUnit(largest);
    return (bare) => checkedRate(rateOf(bare, unit), plainText(bare), header);
  });
