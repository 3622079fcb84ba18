// Months and days as they are typed.
import { expect, test } from 'vitest';
import { daysArgument, monthsArgument } from '../../src/commands/arguments.ts';

test.each([
  ['2021-07', '2021-07', ['2021-07']],
  ['2021-07..2021-07', '2021-07', ['2021-07']],
  ['2021-11..2022-01', '2021-11..2022-01', ['2021-11', '2021-12', '2022-01']],
  ['2021-07至2021-08', '2021-07..2021-08', ['2021-07', '2021-08']],
  ['2021-Q3', '2021-Q3', ['2021-07', '2021-08', '2021-09']],
])('%s', (text, period, months) => {
  expect(monthsArgument(text)).toEqual({ period, months });
});

test('36 months are the most', () => {
  expect(monthsArgument('2021-01..2023-12').months).toHaveLength(36);
  expect(() => monthsArgument('2021-01..2024-01')).toThrow('36');
});

test.each([
  '',
  '2021',
  '2021-13',
  '2021-Q0',
  '2021-07..',
  '..2021-07',
  '2021-07..2021-08..2021-09',
  '2021-08..2021-07',
])('“%s” is refused', (text) => {
  expect(() => monthsArgument(text)).toThrow('“');
});

test.each([
  ['2021-08-02..2021-08-06', '2021-08-02', '2021-08-06'],
  ['2021-08-02至2021-08-02', '2021-08-02', '2021-08-02'],
])('days %s', (text, from, to) => {
  expect(daysArgument(text)).toEqual({ from, to });
});

test.each([
  '',
  '2021-08-02',
  '2021-08-02..',
  '2021-08-02..2021-08-32',
  '2021-02-28..2021-02-29',
  '2021-8-2..2021-8-6',
  '2021-08-02..2021-08-03..2021-08-04',
  '2021-08-06..2021-08-02',
])('days “%s” are refused', (text) => {
  expect(() => daysArgument(text)).toThrow(`“${text}”`);
});
