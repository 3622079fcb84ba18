// 工作日历: the official Chinese working calendar (spec 4), from chinese-days' data files, overridden by the office's
// own 日历 table. date-fns does the day arithmetic, in UTC only.
import { utc } from '@date-fns/utc';
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import chineseDaysPackage from 'chinese-days/package.json' with { type: 'json' };
import { addDays } from 'date-fns/addDays';
import { eachDayOfInterval } from 'date-fns/eachDayOfInterval';
import { formatISO } from 'date-fns/formatISO';
import { getISODay } from 'date-fns/getISODay';
import { parseISO } from 'date-fns/parseISO';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import * as z from 'zod';
import { type CivilDate, firstDay, lastDay, type YearMonth, yearOf } from '../model/civil.ts';

const inUtc = { in: utc } as const;
const parse = (day: CivilDate): Date => parseISO(day, inUtc);
const civil = (date: Date): CivilDate => formatISO(date, { representation: 'date', ...inUtc }) as CivilDate;

export const plusDays = (day: CivilDate, count: number): CivilDate => civil(addDays(parse(day), count, inUtc));

/** Every day from `from` to `to`, both included; none when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): readonly CivilDate[] =>
  from > to ? [] : eachDayOfInterval({ start: parse(from), end: parse(to) }, inUtc).map(civil);

/** Days are few and asked about for every person. */
function once<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key) ?? compute(key);
    known.set(key, found);
    return found;
  };
}

export const daysOfMonth = once((month: YearMonth): readonly CivilDate[] =>
  daysBetween(firstDay(month), lastDay(month)),
);

/** 1 Monday … 7 Sunday. */
export const weekday = once((day: CivilDate): number => getISODay(parse(day), inUtc));

/** Monday of the day's week. */
export const weekOf = once((day: CivilDate): CivilDate => civil(startOfISOWeek(parse(day), inUtc)));

/** One row of the office's 日历 table. */
export interface CalendarOverride {
  readonly date: CivilDate;
  readonly workday: boolean;
}

export interface WorkCalendar {
  /** Of the official days. */
  readonly source: string;
  readonly isWorkday: (day: CivilDate) => boolean;
  /** Whether the year's public holidays are known. */
  readonly covers: (year: number) => boolean;
  /** How many days of the year the office's own table holds, where nothing else is known of it; else null. */
  readonly onlyOwnDays: (year: number) => number | null;
  readonly overrides: readonly CalendarOverride[];
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const officialDays = z.object({
  /** Recorded with every run. */
  source: z.string(),
  holidays: z.array(day).readonly(),
  makeUpDays: z.array(day).readonly(),
});

/** The official days, as data: an archive keeps those it was computed with. */
export type OfficialDays = Readonly<z.infer<typeof officialDays>>;

/** Null for a text that is none. */
export function readOfficialDays(text: string): OfficialDays | null {
  try {
    return officialDays.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export const OFFICIAL_DAYS: OfficialDays = {
  source: `chinese-days ${chineseDaysPackage.version}`,
  holidays: Object.keys(chineseDays.holidays),
  makeUpDays: Object.keys(chineseDays.workdays),
};

/** The calendar with an office's own days; a year is also covered when the office supplied any day of it. */
export function workCalendar(
  overrides: readonly CalendarOverride[],
  official: OfficialDays = OFFICIAL_DAYS,
): WorkCalendar {
  const holidays = new Set(official.holidays);
  const makeUpDays = new Set(official.makeUpDays);
  const coveredYears = new Set(official.holidays.map((day) => Number(day.slice(0, 4))));
  const own = new Map(overrides.map(({ date, workday }) => [date, workday]));
  const ownYears = new Set(overrides.map(({ date }) => yearOf(date)));
  return {
    source: official.source,
    isWorkday: (day) => own.get(day) ?? (makeUpDays.has(day) || (weekday(day) <= 5 && !holidays.has(day))),
    covers: (year) => coveredYears.has(year) || ownYears.has(year),
    onlyOwnDays: (year) =>
      coveredYears.has(year) || !ownYears.has(year)
        ? null
        : [...own.keys()].filter((day) => yearOf(day) === year).length,
    overrides,
  };
}
