// Months, quarters and dates as they are typed.
import {
  addMonths,
  type CivilDate,
  civilDate,
  monthsOf,
  parseQuarter,
  parseYearMonth,
  type Quarter,
  type YearMonth,
} from '../model/civil.ts';
import { UsageError } from './context.ts';

export function monthArgument(text: string): YearMonth {
  const month = parseYearMonth(text);
  if (month === null) throw new UsageError(`“${text}”不是月份，请写成 2021-07 这样的四位年和两位月`);
  return month;
}

export function quarterArgument(text: string): Quarter {
  const quarter = parseQuarter(text);
  if (quarter === null) throw new UsageError(`“${text}”不是季度，请写成 2021-Q3 这样的四位年和 Q1-Q4`);
  return quarter;
}

export interface Months {
  /** As it was asked for: a month, `2021-07..2021-09`, or a quarter. */
  readonly period: string;
  readonly months: readonly YearMonth[];
}

const MOST_MONTHS = 36;

/** `2021-07`, `2021-07..2021-09`, `2021-07至2021-09`, `2021-Q3` */
export function monthsArgument(text: string): Months {
  const quarter = parseQuarter(text);
  if (quarter !== null) return { period: quarter, months: monthsOf(quarter) };
  const [first = '', second = first, ...more] = text.split(/\.\.|至/);
  const [from, to] = [parseYearMonth(first), parseYearMonth(second)];
  if (from === null || to === null || more.length > 0)
    throw new UsageError(`“${text}”不是月份，请写成 2021-07、2021-07..2021-09 或 2021-Q3 这样`);
  if (to < from) throw new UsageError(`“${text}”的止月在起月之前`);
  if (addMonths(from, MOST_MONTHS) <= to) throw new UsageError(`“${text}”超过 ${MOST_MONTHS} 个月，请分几次测算`);
  const months = [from];
  for (let month = addMonths(from, 1); month <= to; month = addMonths(month, 1)) months.push(month);
  return { period: from === to ? from : `${from}..${to}`, months };
}

export function dateArgument(text: string): CivilDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = civilDate(Number(year), Number(month), Number(day));
  if (date === null) throw new UsageError(`“${text}”不是日期，请写成 2021-08-02 这样`);
  return date;
}
