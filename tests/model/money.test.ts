import { expect, test } from 'vitest';
import { fraction } from '../../src/model/fraction.ts';
import { addFen, fen, fenOfYuan, parseYuan, yuanNumber, yuanText } from '../../src/model/money.ts';

test.each([
  ['725', 72500],
  ['-12.5', -1250],
  ['0.01', 1],
  ['1e2', 10000],
  ['0.010', 1],
])('%s yuan', (text, expected) => {
  expect(parseYuan(text)).toBe(expected);
});

test.each(['0.001', '12元', '', '1/3'])('%j is no amount', (text) => {
  expect(parseYuan(text)).toBeNull();
});

test('text and JSON numbers', () => {
  expect(yuanText(fen(-1250))).toBe('-12.50');
  expect(yuanNumber(fen(69091))).toBe(690.91);
  expect(Object.is(fen(-0), 0)).toBe(true);
});

test('no parts of a fen', () => {
  expect(() => fenOfYuan(fraction(1, 3))).toThrow(RangeError);
  expect(() => fen(0.5)).toThrow(RangeError);
  expect(addFen(fen(1), fen(2))).toBe(3);
});
