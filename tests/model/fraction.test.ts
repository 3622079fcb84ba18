import { describe, expect, test } from 'vitest';
import {
  ceil,
  decimalText,
  exactText,
  fraction,
  parseFraction,
  plainText,
  ratioText,
  roundHalfUp,
  roundTo,
} from '../../src/model/fraction.ts';

describe('reading numbers', () => {
  test.each([
    ['12', '12'],
    ['-0.5', '-1/2'],
    ['+.5', '1/2'],
    ['5.', '5'],
    ['1.2E-3', '3/2500'],
    ['1e2', '100'],
    ['19/22', '19/22'],
    ['38/44', '19/22'],
  ])('%s is %s', (text, exact) => {
    const value = parseFraction(text);
    expect(value && exactText(value)).toBe(exact);
  });
  test.each(['', '.', '-', '1/0', '1,5', '１', '0x10', 'NaN', '1e9999', ' 1'])('%j is no number', (text) => {
    expect(parseFraction(text)).toBeNull();
  });
});

describe('rounding half up', () => {
  test.each([
    [1, 2, 1n],
    [-1, 2, 0n],
    [3, 2, 2n],
    [249, 100, 2n],
    [250, 100, 3n],
    [-251, 100, -3n],
    [-250, 100, -2n],
  ])('%i/%i', (n, d, expected) => {
    expect(roundHalfUp(fraction(n, d))).toBe(expected);
  });
  test('to two decimals', () => {
    expect(exactText(roundTo(fraction(800 * 19, 22), 2))).toBe('69091/100');
  });
  test.each([
    [41, 2, 21n],
    [40, 2, 20n],
    [-41, 2, -20n],
  ])('ceil(%i/%i)', (n, d, expected) => {
    expect(ceil(fraction(n, d))).toBe(expected);
  });
});

describe('text', () => {
  test('ratios are in lowest terms with a positive denominator', () => {
    expect(ratioText(fraction(22, 22))).toBe('1/1');
    expect(ratioText(fraction(0, 22))).toBe('0/1');
    expect(ratioText(fraction(3, -6))).toBe('-1/2');
  });
  test('decimals', () => {
    expect(decimalText(fraction(-1, 200), 2)).toBe('0.00');
    expect(decimalText(fraction(-3, 200), 2)).toBe('-0.01');
    expect(decimalText(fraction(5, 1000), 2)).toBe('0.01');
    expect(decimalText(fraction(72500, 100), 2)).toBe('725.00');
    expect(plainText(fraction(195, 2))).toBe('97.5');
    expect(plainText(fraction(19, 22))).toBe('19/22');
  });
  test('division by zero is an error', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
  });
});
