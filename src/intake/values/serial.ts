// Serial days of spreadsheets and day arithmetic on civil dates (序列日期).
import { type CivilDate, civilDate, type Moment } from '../../model/civil.ts';
import { fraction, mul, roundHalfUp } from '../../model/fraction.ts';
import { numberOfCell } from './number.ts';

const DAY = 86_400;
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS_1904 = 1_462;

const two = (n: number): string => String(n).padStart(2, '0');

/** A number of days as whole seconds, half up; null when the text is no number or beyond any calendar. */
export function secondsOfDays(raw: string): number | null {
  const days = numberOfCell(raw);
  if (days === null) return null;
  const seconds = Number(roundHalfUp(mul(days, fraction(DAY))));
  return Math.abs(seconds) < 3_000_000 * DAY ? seconds : null;
}

/** `4:05:00` for seconds, hours not limited to a day. */
export const clockText = (seconds: number): string =>
  `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;

function dateOfDay(day: number): CivilDate | null {
  const date = new Date(EPOCH + day * DAY * 1000);
  return civilDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/**
 * The moment of a date cell; without a fraction of a day it has no time (spec 3). Rounded to whole seconds first. Null
 * for what no calendar has, among them day 60 of the 1900 system (1900-02-29).
 */
export function momentOfSerial(raw: string, system: 'date' | 'date1904'): Moment | null {
  const seconds = secondsOfDays(raw);
  if (seconds === null || seconds < 0) return null;
  const serial = Math.floor(seconds / DAY) + (system === 'date1904' ? DAYS_1904 : 0);
  if (serial < 1 || serial === 60) return null;
  const date = dateOfDay(serial < 60 ? serial + 1 : serial);
  const rest = seconds % DAY;
  return date && { date, time: rest === 0 ? null : clockText(rest).padStart(8, '0') };
}

/** The date `count` days later (or earlier, when negative). */
export function addDays(date: CivilDate, count: number): CivilDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return dateOfDay(Math.round((Date.UTC(year, month - 1, day) - EPOCH) / (DAY * 1000)) + count) as CivilDate;
}
