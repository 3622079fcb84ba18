// Figures of a day that no day has: another unit, most of all. They are read as they stand, with a warning for the column.
import { compare, type Fraction, fraction, isZero, ONE, plainText } from '../../model/fraction.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { type ParsedTable, placeIn } from '../table.ts';
import { distanceUnit } from '../values/distances.ts';
import { durationUnit } from '../values/durations.ts';
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

/** The settled values above 0 of a figure, in order. */
function settledValues({ entries }: ParsedTable<'patrol'>, figure: Figure): readonly number[] {
  const values: number[] = [];
  const valueAt = entries.reader(figure);
  for (let index = 0; index < entries.length; index++) {
    const value = valueAt(index);
    if (typeof value === 'number' && value > 0) values.push(value);
  }
  return values.sort((a, b) => a - b);
}

const medianOf = (sorted: readonly number[]): number => sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;

/** Sizes that do not fit a unit that the heading names: hours below 分钟, metres below 公里, parts of a day below 小时. */
function warnOfUnfitUnits(table: ParsedTable<'patrol'>): void {
  for (const figure of ['onlineTime', 'mileage'] as const) {
    const header = table.fields.get(figure) ?? table.figures.get(figure);
    const unit = header?.unit ?? table.dates.find((one) => one.figure === figure)?.unit ?? null;
    if (!header || unit === null || table.inferred.has(figure)) continue;
    const values = settledValues(table, figure);
    if (values.length === 0) continue;
    const [duration, distance] = [durationUnit(unit), distanceUnit(unit)];
    const scale =
      duration === null ? (distance === 'kilometres' ? 1000 : 1) : { hours: 3600, minutes: 60, seconds: 1 }[duration];
    const median = medianOf(values) / scale;
    const parts = values.filter((value) => (value / scale) * 24 >= 2 && (value / scale) * 24 <= 12).length;
    const isUnfit =
      duration === 'minutes'
        ? median <= 24
        : duration === 'hours'
          ? parts * 2 > values.length
          : distance === 'kilometres'
            ? median > 100
            : distance === 'metres' && median < 50;
    if (!isUnfit) continue;
    const data = {
      heading: header.heading,
      unit,
      median: plainText(fraction(Math.round(median * 100), 100)),
      count: values.length,
    };
    table.problems.push(problem('unitUnfit', data, placeIn(table as ParsedTable, table.headerRow, header.column)));
  }
}

/**
 * A file whose bare numbers, read by their own size, lie far from those of the files that name a unit, or of the first that
 * does not: its unit is another one, and an error asks (spec 3.0).
 */
export function unitsAgainstOthers(tables: readonly ParsedTable<'patrol'>[]): Problem[] {
  return (['onlineTime', 'mileage'] as const).flatMap((figure) => {
    const having = tables.filter((table) => settledValues(table, figure).length > 0);
    const named = having.filter((table) => !table.inferred.has(figure));
    const [first] = having;
    const references = named.length > 0 ? named : first ? [first] : [];
    const values = references.flatMap((table) => settledValues(table, figure));
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return having.flatMap((table) => {
      if (references.includes(table) || !table.inferred.has(figure) || table.valueRules === 1) return [];
      const own = settledValues(table, figure);
      // Read in the smaller unit the numbers can be no others: in the larger one they would be beyond any day.
      const isForced = table.inferred.get(figure) !== LARGER[figure];
      const odd = [...own, medianOf(own)].find(
        (value, index) => value > most * 2 || (index === own.length && value * 2 < least),
      );
      if (isForced || odd === undefined) return [];
      const header = table.fields.get(figure) ?? table.figures.get(figure);
      const shown = (value: number) => plainText(fraction(Math.round((value / SCALES[figure]) * 100), 100));
      const data = {
        heading: header?.heading ?? '',
        found: shown(odd),
        least: shown(least),
        most: shown(most),
        unit: figure === 'onlineTime' ? '小时' : '公里',
        at: placeIn(references[0] as ParsedTable<'patrol'>, null, null),
      };
      return [
        problem('unitAgainstOthers', data, placeIn(table as ParsedTable, table.headerRow, header?.column ?? null)),
      ];
    });
  });
}

/** Of the two units that bare numbers may be in. */
const LARGER = { onlineTime: 'hours', mileage: 'kilometres' } as const;
const SCALES = { onlineTime: 3600, mileage: 1000 } as const;

/** For durations and distances with their units settled. */
export function warnOfDoubtfulFigures(table: ParsedTable<'patrol'>): void {
  if (table.valueRules === 2) warnOfUnfitUnits(table);
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
