import { describe, expect, test } from 'vitest';
import type { CivilDate, YearMonth } from '../../src/model/civil.ts';
import { daysBetween, daysOfMonth, plusDays, weekday, weekOf, workCalendar } from '../../src/scheme/calendar.ts';

const day = (text: string) => text as CivilDate;

/** Workdays a month by the State Council's notices. */
const WORKDAYS: Record<string, readonly number[]> = {
  2021: [20, 17, 23, 22, 19, 21, 22, 22, 22, 17, 22, 23],
  2022: [21, 16, 23, 21, 20, 21, 21, 23, 21, 18, 22, 22],
  2024: [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22],
  2025: [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23],
  2026: [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23],
};

describe('the official working calendar', () => {
  const { isWorkday, covers } = workCalendar([]);
  test.each(Object.entries(WORKDAYS))('workdays of %s', (year, expected) => {
    const months = expected.map((_, index) => `${year}-${String(index + 1).padStart(2, '0')}` as YearMonth);
    expect(months.map((month) => daysOfMonth(month).filter(isWorkday).length)).toEqual(expected);
  });
  test('中秋 2021: a make-up Saturday, three days off, a make-up Sunday', () => {
    const days = daysBetween(day('2021-09-17'), day('2021-09-22')).concat(day('2021-09-26'));
    expect(days.filter(isWorkday)).toEqual(['2021-09-17', '2021-09-18', '2021-09-22', '2021-09-26']);
  });
  test('years beyond the data are not covered', () => {
    expect([2021, 2026, 2027, 2030].map(covers)).toEqual([true, true, false, false]);
  });
});

describe("an office's own days", () => {
  const { isWorkday, covers, onlyOwnDays } = workCalendar([
    { date: day('2021-07-26'), workday: false },
    { date: day('2027-01-02'), workday: true },
  ]);
  test('override the calendar and cover their year', () => {
    expect([isWorkday(day('2021-07-26')), isWorkday(day('2027-01-02')), covers(2027)]).toEqual([false, true, true]);
    expect([2021, 2027, 2028].map(onlyOwnDays)).toEqual([null, 1, null]);
  });
});

describe('days', () => {
  test('across months, years and leap days', () => {
    expect(plusDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(plusDays(day('2021-01-01'), -1)).toBe('2020-12-31');
    expect(daysBetween(day('2021-07-02'), day('2021-07-01'))).toEqual([]);
    expect(daysOfMonth('2021-02' as YearMonth).length).toBe(28);
  });
  test('weeks start on Monday; summer time of 1986-1991 shifts nothing', () => {
    expect(weekday(day('2021-07-04'))).toBe(7);
    expect(weekOf(day('2021-07-04'))).toBe('2021-06-28');
    expect(daysBetween(day('1986-05-03'), day('1986-05-05'))).toEqual(['1986-05-03', '1986-05-04', '1986-05-05']);
  });
});
