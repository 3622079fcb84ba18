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
import { MonthWithoutYear, UsageError } from './context.ts';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** `7`, `07`, `七`, `十二`; 0 for anything else. */
const monthNumber = (text: string): number => (/^\d+$/.test(text) ? Number(text) : NUMERALS.indexOf(text) + 1);

/** A month that is not written as it should be: the month that is meant, and the year where it is there. */
function meantMonth(text: string): { readonly year: string | null; readonly month: number } | null {
  const plain = text.normalize('NFKC').trim();
  const [, year = null, named] =
    /^(?:(\d{4})\s*[-/.年]?\s*)?(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月?份?$/.exec(plain) ?? [];
  const month = monthNumber(named ?? '');
  return month >= 1 && month <= 12 ? { year, month } : null;
}

/** A month, or what somebody may have meant to be one. */
export const isMonthLike = (text: string): boolean =>
  parseYearMonth(text) !== null || meantMonth(text) !== null || /^\d{4}-/.test(text);

export function monthArgument(text: string): YearMonth {
  const month = parseYearMonth(text);
  if (month !== null) return month;
  const meant = meantMonth(text);
  if (meant?.year === null) throw new MonthWithoutYear(text, meant.month);
  if (meant === null) throw new UsageError(`“${text}”不是月份，请写成 2021-07 这样的四位年和两位月`);
  throw new UsageError(
    `月份写成四位年和两位月：“${text}”是不是 ${meant.year}-${String(meant.month).padStart(2, '0')}？`,
  );
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
