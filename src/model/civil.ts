// Civil dates as ISO text: no time zone, ordered by code unit. Day arithmetic lives in scheme/calendar.

export type CivilDate = string & { readonly __brand: 'CivilDate' }; // 2021-07-01
export type YearMonth = string & { readonly __brand: 'YearMonth' }; // 2021-07
export type Quarter = string & { readonly __brand: 'Quarter' }; // 2021-Q3

/** A moment of a day; `time` is HH:MM:SS (24:00:00 is the end of the day), or null where the record has no time of day. */
export interface Moment {
  readonly date: CivilDate;
  readonly time: string | null;
}

const two = (n: number): string => String(n).padStart(2, '0');
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** A date of the years 1900-2999 that exists, else null. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  const valid =
    year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return valid ? (`${year}-${two(month)}-${two(day)}` as CivilDate) : null;
}

export const parseYearMonth = (text: string): YearMonth | null =>
  /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text) ? (text as YearMonth) : null;

export const parseQuarter = (text: string): Quarter | null =>
  /^[12]\d{3}-Q[1-4]$/.test(text) ? (text as Quarter) : null;

export const yearOf = (period: CivilDate | YearMonth | Quarter): number => Number(period.slice(0, 4));
export const monthOf = (date: CivilDate): YearMonth => date.slice(0, 7) as YearMonth;

const monthNumber = (month: YearMonth): number => Number(month.slice(5, 7));

/** The month `count` months later (or earlier, when negative). */
export function addMonths(month: YearMonth, count: number): YearMonth {
  const index = yearOf(month) * 12 + monthNumber(month) - 1 + count;
  return `${Math.floor(index / 12)}-${two((index % 12) + 1)}` as YearMonth;
}

export const quarterOf = (month: YearMonth): Quarter =>
  `${yearOf(month)}-Q${Math.ceil(monthNumber(month) / 3)}` as Quarter;

/** The three months of a quarter in order. */
export function monthsOf(quarter: Quarter): readonly [YearMonth, YearMonth, YearMonth] {
  const first = (Number(quarter.slice(6)) - 1) * 3 + 1;
  const month = (n: number) => `${quarter.slice(0, 4)}-${two(n)}` as YearMonth;
  return [month(first), month(first + 1), month(first + 2)];
}

export const firstDay = (month: YearMonth): CivilDate => `${month}-01` as CivilDate;
export const lastDay = (month: YearMonth): CivilDate =>
  `${month}-${two(daysInMonth(yearOf(month), monthNumber(month)))}` as CivilDate;

/** −1, 0, 1; where either side has no time of day, days are compared (spec 3). */
export function compareMoments(a: Moment, b: Moment): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.time === null || b.time === null || a.time === b.time) return 0;
  return a.time < b.time ? -1 : 1;
}

/** As `compareMoments`, to the minute: due 23:59 and done 23:59:30 are the same (spec 3.0). */
export const compareMinutes = (a: Moment, b: Moment): number => compareMoments(toTheMinute(a), toTheMinute(b));
const toTheMinute = ({ date, time }: Moment): Moment => ({ date, time: time?.slice(0, 5) ?? null });

/** `2021-07-01` or `2021-07-01 08:30:00` */
export const momentText = (moment: Moment): string =>
  moment.time === null ? moment.date : `${moment.date} ${moment.time}`;
