// One day of patrol: several rows of a day add up, the highest 在线率 counts (spec 3); null is 无数据.
import type { CivilDate } from '../../model/civil.ts';
import type { PatrolRow } from '../../model/facts.ts';
import { compare, type Fraction, fraction, maxOf, ONE, ZERO } from '../../model/fraction.ts';
import type { Origin } from '../../model/source.ts';
import type { PatrolFigure } from '../../model/terms.ts';

export interface PatrolDay {
  /** Rate of 1, seconds, metres, times. */
  readonly figures: Readonly<Record<PatrolFigure, Fraction | null>>;
  /** √ or × of the day: stands for figures that there are none of (K31). */
  readonly met: boolean | null;
  readonly origins: Iterable<Origin>;
  /** Rows of the day that have the same online time: one of them may be there twice. */
  readonly alike: readonly Origin[];
}

/** Whether a day's figure reaches a threshold; null is 无数据. A figure counts before the mark of the day. */
export function reaches(day: PatrolDay | undefined, figure: PatrolFigure, threshold: Fraction): boolean | null {
  const value = day?.figures[figure] ?? null;
  return value === null ? (day?.met ?? null) : compare(value, threshold) >= 0;
}

/** Without a 在线率 column the rate of a day is 100% when there is online time, else 0% (spec 5.1). */
const rateOf = (row: PatrolRow): Fraction | null => {
  if (row.hasRateColumn) return row.onlineRate;
  return row.onlineTime === null ? null : row.onlineTime > 0 ? ONE : ZERO;
};

const known = <T>(values: readonly (T | null)[]): readonly T[] => values.filter((value): value is T => value !== null);

function total(values: readonly (number | null)[]): Fraction | null {
  const numbers = known(values);
  return numbers.length === 0 ? null : fraction(numbers.reduce((sum, value) => sum + value, 0));
}

function highest(values: readonly (Fraction | null)[]): Fraction | null {
  const [first, ...rest] = known(values);
  return first === undefined ? null : rest.reduce(maxOf, first);
}

/** The rows' origins; of one table they are kept as row numbers, for a day may have a great many. */
function packed(list: readonly PatrolRow[]): Iterable<Origin> {
  const { table } = (list[0] as PatrolRow).origin;
  if (list.some(({ origin }) => origin.table !== table || origin.column !== undefined)) {
    return list.map(({ origin }) => origin);
  }
  const rows = Uint32Array.from(list, ({ origin }) => origin.row);
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield { table, row };
    },
  };
}

/** The first two rows that have the same online time. */
function alikeIn(list: readonly PatrolRow[]): readonly Origin[] {
  const met = new Map<number, Origin>();
  for (const { onlineTime, origin } of list) {
    if (onlineTime === null || onlineTime === 0) continue;
    const before = met.get(onlineTime);
    if (before) return [before, origin];
    met.set(onlineTime, origin);
  }
  return [];
}

/** A subject's patrol rows by day; rows that hold a mark only are left out where marks do not decide. */
export function patrolDays(rows: readonly PatrolRow[], marksDecide: boolean): ReadonlyMap<CivilDate, PatrolDay> {
  const byDay = new Map<CivilDate, PatrolRow[]>();
  for (const row of rows) {
    if (row.met !== null && !marksDecide) continue;
    const list = byDay.get(row.date);
    if (list) list.push(row);
    else byDay.set(row.date, [row]);
  }
  return new Map(
    [...byDay].map(([day, list]) => [
      day,
      {
        figures: {
          onlineRate: highest(list.map(rateOf)),
          onlineTime: total(list.map(({ onlineTime }) => onlineTime)),
          mileage: total(list.map(({ mileage }) => mileage)),
          keyPersonVisits: total(list.map(({ keyPersonVisits }) => keyPersonVisits)),
          keyPlaceVisits: total(list.map(({ keyPlaceVisits }) => keyPlaceVisits)),
        },
        met: list.find(({ met }) => met !== null)?.met ?? null,
        origins: packed(list),
        alike: alikeIn(list),
      },
    ]),
  );
}
