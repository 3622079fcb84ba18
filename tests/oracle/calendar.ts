import { readFileSync } from 'node:fs';

const file = new URL('../../node_modules/chinese-days/dist/chinese-days.json', import.meta.url);
const data: { holidays: Record<string, string>; workdays: Record<string, string> } = JSON.parse(
  readFileSync(file, 'utf8'),
);

const DAY = 24 * 60 * 60 * 1000;

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

const workdays = new Map<string, boolean>();

/** Monday to Friday, less public holidays, plus make-up workdays. */
export function isWorkday(date: string): boolean {
  const known = workdays.get(date) ?? isWorkdayAnew(date);
  workdays.set(date, known);
  return known;
}

function isWorkdayAnew(date: string): boolean {
  if (data.workdays[date] !== undefined) return true;
  if (data.holidays[date] !== undefined) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

export function addMonths(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const index = year * 12 + (number - 1) + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

const months = new Map<string, string[]>();

export function daysOf(month: string): string[] {
  const known = months.get(month) ?? [];
  if (known.length === 0) {
    for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) known.push(day);
    months.set(month, known);
  }
  return [...known];
}

export function firstDay(month: string): string {
  return `${month}-01`;
}

export function lastDay(month: string): string {
  return daysOf(month).at(-1) ?? '';
}

export function workdaysOf(month: string): string[] {
  return daysOf(month).filter(isWorkday);
}

/** `2021-Q3` of `2021-07`. */
export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

export function monthsOfQuarter(quarter: string): string[] {
  const first = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}`;
  return [first, addMonths(first, 1), addMonths(first, 2)];
}
