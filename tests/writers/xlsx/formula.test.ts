// Formulas as text: precedence, quotes, references.
import { describe, expect, it } from 'vitest';
import { call, cells, type Formula, infix, minus, number, text, truth } from '../../../src/views/workbook/formula.ts';
import { formulaText, type Positions } from '../../../src/writers/xlsx/formula.ts';

const POSITIONS: Positions = {
  row: (_, row) => (row === 'totals' ? 99 : 10 + row),
  column: (_, key) => key.toUpperCase(),
};
const said = (formula: Formula): string => formulaText(formula, '表', POSITIONS);
const [a, b, c] = ['甲', '乙', '丙'].map((name): Formula => ({ name })) as [Formula, Formula, Formula];

describe('formulas', () => {
  it.each<[Formula, string]>([
    [infix('-', a, infix('-', b, c)), '甲-(乙-丙)'],
    [infix('-', infix('-', a, b), c), '甲-乙-丙'],
    [infix('*', infix('+', a, b), c), '(甲+乙)*丙'],
    [infix('/', a, infix('*', b, c)), '甲/(乙*丙)'],
    [infix('+', a, infix('*', b, c)), '甲+乙*丙'],
    [infix('>=', infix('+', a, b), c), '甲+乙>=丙'],
    [call('IF', infix('>=', a, infix('=', b, c)), a, b), 'IF(甲>=(乙=丙),甲,乙)'],
    [infix('*', number('19/22'), a), '(19/22)*甲'],
    [infix('*', a, number('19/22')), '甲*(19/22)'],
    [infix('-', a, number('-5')), '甲-(-5)'],
    [number('19/22'), '19/22'],
    [number('-12.5'), '-12.5'],
    [minus(infix('+', a, b)), '-(甲+乙)'],
    [minus(call('MIN', a, b)), '-MIN(甲,乙)'],
    [text('说"好"'), '"说""好"""'],
    [truth(true), 'TRUE'],
    [cells({ sheet: '表', row: 0, column: 'ab' }), 'AB10'],
    [cells({ sheet: '表', row: 'totals', column: 'a' }), 'A99'],
    [cells({ sheet: '明细', row: 1, toRow: 3, column: 'c' }), '明细!$C$11:$C$13'],
    [cells({ sheet: '明细', row: 1, column: 'c', toColumn: 'e' }), '明细!$C$11:$E$11'],
    [cells({ sheet: "O'B", row: 0, column: 'a' }), "'O''B'!$A$10"],
    [cells({ sheet: 'A1', row: 0, column: 'a' }), "'A1'!$A$10"],
    [cells({ sheet: '网格长 和兼职', row: 0, column: 'a' }), "'网格长 和兼职'!$A$10"],
  ])('%j', (formula, expected) => {
    expect(said(formula)).toBe(expected);
  });
});
