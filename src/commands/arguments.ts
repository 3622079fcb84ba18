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
import type { CsvEncoding } from '../writers/csv.ts';
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

function parseDate(text: string): CivilDate | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return civilDate(Number(year), Number(month), Number(day));
}

export function dateArgument(text: string): CivilDate {
  const date = parseDate(text);
  if (date === null) throw new UsageError(`“${text}”不是日期，请写成 2021-08-02 这样`);
  return date;
}

export interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** `2021-08-02..2021-08-06`, `2021-08-02至2021-08-06` */
export function daysArgument(text: string): Days {
  const [from, to, ...more] = text.split(/\.\.|至/).map(parseDate);
  if (!from || !to || more.length > 0)
    throw new UsageError(`“${text}”不是起止日期，请写成 2021-08-02..2021-08-06 这样`);
  if (to < from) throw new UsageError(`“${text}”的止日在起日之前`);
  return { from, to };
}

export function csvEncodingArgument(text: string): CsvEncoding {
  if (text !== 'utf8' && text !== 'gb18030') throw new UsageError(`“${text}”不是可选的编码，请写 utf8 或 gb18030`);
  return text;
}
