import { describe, expect, test } from 'vitest';
import {
  binary,
  type Expression,
  evaluate,
  formulaText,
  type Leaf,
  negate,
  number,
  roundToFen,
  times,
  when,
} from '../../src/model/expression.ts';
import { exactText } from '../../src/model/fraction.ts';

const leaf = (value: string): Leaf => ({ op: 'figure', key: 'x', title: 'x', value, unit: '' });
const value = (expression: Expression) => exactText(evaluate(expression));

describe('one expression, rendered as amount and as sentence', () => {
  const full = roundToFen(times(leaf('800'), leaf('19/22')));
  const cases: readonly [Expression, string, string][] = [
    [full, '69091/100', '四舍五入(800 × 19/22)'],
    [negate(binary('min', times(leaf('25'), leaf('4')), leaf('69091/100'))), '-100', '−取小(25 × 4，690.91)'],
    [
      when(
        binary('or', binary('atLeast', leaf('3'), leaf('3')), binary('atLeast', leaf('4'), leaf('5'))),
        number(0),
        full,
      ),
      '0',
      '若(3 ≥ 3 或 4 ≥ 5，0，四舍五入(800 × 19/22))',
    ],
    [
      times(binary('subtract', leaf('5'), binary('subtract', leaf('3'), leaf('1'))), number(2)),
      '6',
      '(5 − (3 − 1)) × 2',
    ],
    [
      binary('max', number(0), binary('subtract', { op: 'ceil', of: leaf('35/2') }, leaf('20'))),
      '0',
      '取大(0，进一取整(17.5) − 20)',
    ],
    [binary('divide', leaf('-1'), leaf('3')), '-1/3', '−1 ÷ 3'],
  ];
  test.each(cases)('%#', (expression, expected, sentence) => {
    expect(value(expression)).toBe(expected);
    expect(formulaText(expression)).toBe(sentence);
  });
  test('conditions at n−1, n, n+1', () => {
    expect(['2', '3', '4'].map((n) => value(binary('atLeast', leaf(n), number(3))))).toEqual(['0', '1', '1']);
    expect(value(binary('and', number(1), number(0)))).toBe('0');
  });
  test('a leaf that is no number is an error', () => {
    expect(() => evaluate(leaf('x'))).toThrow(RangeError);
  });
});
