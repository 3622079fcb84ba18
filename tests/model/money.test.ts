import { expect, test } from 'vitest';
import { fraction } from '../../src/model/fraction.ts';
import { addFen, fen, fenOfYuan, yuanNumber, yuanText } from '../../src/model/money.ts';

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
