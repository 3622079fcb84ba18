// Bare numbers of a column: their unit is settled when the whole column has been read (单位推断, spec 3).
import { compare, type Fraction, fraction, isZero, maxOf, mul, ONE, plainText, ZERO } from '../../model/fraction.ts';
import type { TableKind } from '../../model/terms.ts';
import { problem } from '../../problems/problem.ts';
import type { Drafts } from '../kinds/drafts.ts';
import { type HeaderColumn, type ParsedTable, placeIn } from '../table.ts';
import { inferDistanceUnit, metresOf } from '../values/distances.ts';
import { inferDurationUnit, secondsOf } from '../values/durations.ts';
import { Fault, isBare } from '../values/fault.ts';
import { checkedRate, inferRateUnit, rateOf } from '../values/rates.ts';
import { clockText } from '../values/serial.ts';
import { Withdrawal } from './entries.ts';

type Convert<T> = (bare: Fraction) => T | Fault;

/** Chooses how the column's numbers convert from the largest of them. */
type Choose<T> = (bares: Bares, header: HeaderColumn, table: ParsedTable) => Convert<T> | null;

/** The bare numbers of a column: the largest, and the median of those that are not 0 (0 where there is none). */
interface Bares {
  readonly largest: Fraction;
  readonly median: Fraction;
  /** How many are above 0. */
  readonly count: number;
}

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
  const bares = baresIn(table, field, bareOf);
  if (bares === null) return;
  const convert = choose(bares, header, table as ParsedTable);
  table.entries.replace(field, (value) => {
    const bare = bareOf(value);
    if (bare === null) return value;
    const settled = convert ? convert(bare) : null;
    if (settled === null) return new Withdrawal(() => []);
    if (settled instanceof Fault) return new Withdrawal((row) => [settled.at(placeIn(table, row, column))]);
    return settled as Drafts[K][typeof field];
  });
}

/** Null where no number of the column is bare. */
function baresIn<K extends TableKind>(
  { entries }: ParsedTable<K>,
  field: string & keyof Drafts[K],
  bareOf: (value: unknown) => Fraction | null,
): Bares | null {
  let largest: Fraction | null = null;
  for (const value of entries.distinct(field)) {
    const bare = bareOf(value);
    if (bare !== null) largest = maxOf(largest ?? ZERO, bare);
  }
  if (largest === null) return null;
  const counts = new Map<Fraction, number>();
  const valueAt = entries.reader(field);
  let count = 0;
  for (let index = 0; index < entries.length; index++) {
    const bare = bareOf(valueAt(index));
    if (bare === null || isZero(bare)) continue;
    counts.set(bare, (counts.get(bare) ?? 0) + 1);
    count += 1;
  }
  return { largest, median: medianOf(counts, count), count };
}

/** The lower median of values by how often they occur. */
function medianOf(counts: ReadonlyMap<Fraction, number>, count: number): Fraction {
  let left = Math.ceil(count / 2);
  for (const [value, times] of [...counts].sort(([a], [b]) => compare(a, b))) {
    left -= times;
    if (left <= 0) return value;
  }
  return ZERO;
}

/** What a day of patrol usually is, by the unit of a bare column: another size may be another unit (spec 3.0). */
const USUAL: Readonly<
  Record<'hours' | 'minutes' | 'kilometres' | 'metres', readonly [from: number, to: number] | null>
> = {
  hours: [2, 12],
  minutes: [120, 720],
  kilometres: [1, 30],
  metres: null,
};

const isUsual = (unit: keyof typeof USUAL, { median, count }: Bares): boolean => {
  const usual = USUAL[unit];
  if (count === 0) return true;
  return usual !== null && compare(median, fraction(usual[0])) >= 0 && compare(median, fraction(usual[1])) <= 0;
};

const headerPlace = (table: ParsedTable, header: HeaderColumn) => placeIn(table, table.headerRow, header.column);

function notice(table: ParsedTable, header: HeaderColumn, unit: string, isDoubtful: boolean, median: Fraction): void {
  const data = { heading: header.heading, unit, median: plainText(median) };
  const place = headerPlace(table, header);
  const isAsked = isDoubtful && table.valueRules === 2;
  table.problems.push(isAsked ? problem('unitDoubtful', data, place) : problem('unitInferred', data, place));
}

/** Times pasted without their format: three values and more, all parts of a day. */
const FEWEST_PARTS = 3;
const arePartsOfDay = ({ largest, count }: Bares): boolean => count >= FEWEST_PARTS && compare(largest, ONE) < 0;

/** Bare durations become whole seconds: hours, else minutes, else one error for the column. */
export const settleDurations = (table: ParsedTable<'patrol'>, field: 'onlineTime'): void =>
  settleColumn<'patrol', number>(table, field, (bares, header, known) => {
    const { largest, median } = bares;
    if (known.valueRules === 2 && arePartsOfDay(bares)) {
      const data = {
        heading: header.heading,
        found: plainText(median),
        clock: clockText(secondsOf(mul(median, fraction(24)), 'hours')),
      };
      known.problems.push(problem('durationPartsOfDay', data, headerPlace(known, header)));
      return null;
    }
    const unit = inferDurationUnit(largest);
    if (unit === null) {
      const data = { heading: header.heading, largest: plainText(largest) };
      known.problems.push(problem('unitUnknown', data, headerPlace(known, header)));
      return null;
    }
    known.inferred.set(field, unit);
    notice(
      known,
      header,
      unit === 'hours' ? '小时' : '分钟',
      !isUsual(unit === 'hours' ? 'hours' : 'minutes', bares),
      median,
    );
    return (bare) => secondsOf(bare, unit);
  });

/** Bare mileages become whole metres. */
export const settleDistances = (table: ParsedTable<'patrol'>, field: 'mileage'): void =>
  settleColumn<'patrol', number>(table, field, (bares, header, known) => {
    const unit = inferDistanceUnit(bares.largest);
    known.inferred.set(field, unit);
    notice(known, header, unit === 'kilometres' ? '公里' : '米', !isUsual(unit, bares), bares.median);
    return (bare) => metresOf(bare, unit);
  });

/** Bare rates become fractions of 1. */
export const settleRates = <K extends 'patrol' | 'survey'>(
  table: ParsedTable<K>,
  field: string & keyof Drafts[K],
): void =>
  settleColumn<K, Fraction>(table, field, ({ largest }, header) => {
    const unit = inferRateUnit(largest);
    return (bare) => checkedRate(rateOf(bare, unit), plainText(bare), header);
  });
