// Figures of a day that no day has: another unit, most of all. They are read as they stand, with a warning for the column.
import { compare, type Fraction, fraction, isZero, ONE, plainText } from '../../model/fraction.ts';
import { problem } from '../../problems/problem.ts';
import { type ParsedTable, placeIn } from '../table.ts';
import { isBare } from '../values/fault.ts';

const SECONDS_A_DAY = 24 * 60 * 60;
/** No threshold of any rule: further than anybody walks or rides about a few villages. */
const METRES_BEYOND_REACH = 150_000;

type Figure = 'onlineTime' | 'mileage';

/** How many there are beyond the limit, the largest, and the first row. */
function beyond(table: ParsedTable<'patrol'>, field: Figure, limit: number) {
  let [count, largest, row] = [0, 0, 0];
  for (const entry of table.entries) {
    const value = entry.value?.[field];
    if (typeof value !== 'number' || value <= limit) continue;
    if (count === 0) row = entry.row;
    count += 1;
    largest = Math.max(largest, value);
  }
  return { count, largest, row };
}

function warnBeyond(
  table: ParsedTable<'patrol'>,
  field: Figure,
  limit: number,
  code: 'durationBeyondDay' | 'mileageBeyondReach',
  unit: number,
): void {
  let isBeyond = false;
  for (const value of table.entries.distinct(field)) isBeyond ||= typeof value === 'number' && value > limit;
  const header = table.fields.get(field) ?? table.figures.get(field);
  if (!isBeyond || !header) return;
  const { count, largest, row } = beyond(table, field, limit);
  const data = { heading: header.heading, count, largest: plainText(fraction(largest, unit)) };
  table.problems.push(problem(code, data, placeIn(table as ParsedTable, row, table.fields.get(field)?.column ?? null)));
}

/** For durations and distances with their units settled. */
export function warnOfDoubtfulFigures(table: ParsedTable<'patrol'>): void {
  warnBeyond(table, 'onlineTime', SECONDS_A_DAY, 'durationBeyondDay', 60 * 60);
  warnBeyond(table, 'mileage', METRES_BEYOND_REACH, 'mileageBeyondReach', 1000);
}

/** Bare rates of two kinds in one column, before it is settled which they are. */
export function warnOfMixedRates(table: ParsedTable<'patrol'>): void {
  let low: Fraction | null = null;
  let high: Fraction | null = null;
  for (const value of table.entries.distinct('onlineRate')) {
    if (!isBare(value) || isZero(value.bare)) continue;
    if (compare(value.bare, ONE) < 0) low = value.bare;
    if (compare(value.bare, ONE) > 0) high = value.bare;
  }
  const header = table.fields.get('onlineRate') ?? table.figures.get('onlineRate');
  if (low === null || high === null || !header) return;
  const data = { heading: header.heading, low: plainText(low), high: plainText(high) };
  table.problems.push(problem('ratesMixed', data, placeIn(table as ParsedTable, table.headerRow, header.column)));
}
