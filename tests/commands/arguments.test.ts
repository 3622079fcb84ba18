// Months as they are typed.
import { expect, test } from 'vitest';
import { monthsArgument } from '../../src/commands/arguments.ts';

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
