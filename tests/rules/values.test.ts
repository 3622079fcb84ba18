// The values the rules stand on, at their edges: days that exist, moments, exact numbers, columns.
import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, momentText } from '../../src/model/civil.ts';
import { fraction, plainText } from '../../src/model/fraction.ts';
import { columnLetter } from '../../src/model/source.ts';

describe('a day that exists, of the years 1900-2999', () => {
  test.each([
    [1899, 12, 31, null],
    [1900, 1, 1, '1900-01-01'],
    [2999, 12, 31, '2999-12-31'],
    [3000, 1, 1, null],
    [2021, 0, 5, null],
    [2021, 13, 1, null],
    [2021, 1, 0, null],
    [2021, 1, 31, '2021-01-31'],
    [2021, 1, 32, null],
    [2021, 4, 30, '2021-04-30'],
    [2021, 4, 31, null],
    [2021, 2, 28, '2021-02-28'],
    [2021, 2, 29, null],
    [2024, 2, 29, '2024-02-29'],
    [2024, 2, 30, null],
    [1900, 2, 29, null],
    [2000, 2, 29, '2000-02-29'],
  ])('%i-%i-%i', (year, month, day, expected) => {
    expect(civilDate(year, month, day)).toBe(expected);
  });
});

test('a moment without a time of day is its date', () => {
  const date = '2021-07-01' as CivilDate;
  expect([momentText({ date, time: null }), momentText({ date, time: '08:30:00' })]).toEqual([
    '2021-07-01',
    '2021-07-01 08:30:00',
  ]);
});

test('six decimals are shown, a seventh is a ratio', () => {
  expect([plainText(fraction(1, 1000000)), plainText(fraction(1, 10000000))]).toEqual(['0.000001', '1/10000000']);
});

test('columns after Z', () => {
  expect([0, 25, 26, 27, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
});
