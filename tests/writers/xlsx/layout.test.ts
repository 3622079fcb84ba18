// Widths and heights: nothing is cut, numbers never wrap, lines share the width.
import { describe, expect, it } from 'vitest';
import { heightOf, layoutOf, shownText, spread } from '../../../src/writers/xlsx/layout.ts';
import { lineCount, textWidth } from '../../../src/writers/xlsx/measure.ts';
import { sheetOf } from './small.ts';

describe('text', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['王芳', 4],
    ['3×4', 4],
    ['“是”', 6],
    ['𠮷', 2],
    ['甲\n乙丙', 4],
  ])('%j is %i wide', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it.each([
    ['', 10, 1],
    ['一二三四五', 10, 1],
    ['一二三四五六', 10, 2],
    ['甲\n\n乙', 10, 3],
    ['在线时长 3:20:00', 10, 2],
    ['a'.repeat(25), 10, 3],
    ['甲'.repeat(25), 10, 5],
    ['一二 abcdefghijklmno', 10, 3],
  ])('%j at %i takes %i lines', (text, width, lines) => {
    expect(lineCount(text, width)).toBe(lines);
  });
});

describe('columns', () => {
  it('text wraps at the greatest width, numbers get what they need', () => {
    const { widths } = layoutOf(sheetOf([['甲'.repeat(30), 1_234_567_890_123.45]]));
    expect(widths).toEqual([14, '1,234,567,890,123.45'.length + 2]);
  });

  it('totals count', () => {
    const { widths } = layoutOf(sheetOf([['甲', 1]], { totals: ['合计', -123_456_789.5] }));
    expect(widths[1]).toBe('-123,456,789.50'.length + 2);
  });

  it.each([
    [0, '0.00'],
    [725, '725.00'],
    [1000, '1,000.00'],
    [-1234567.8, '-1,234,567.80'],
  ])('%d yuan is %s', (value, text) => {
    expect(shownText(value, 'money')).toBe(text);
  });
});

describe('rows', () => {
  it('grow with their text up to the highest there is', () => {
    expect(heightOf([['甲', 12]], 18)).toBe(19);
    expect(heightOf([['甲'.repeat(6), 12]], 18)).toBe(33);
    expect(heightOf([['甲'.repeat(600), 12]], 18)).toBe(409);
  });
});

describe('lines', () => {
  it('are spread over all columns, the last part to the right', () => {
    expect(spread(['单位：某某', '单位：元'], [10, 10, 10, 10])).toEqual([
      { text: '单位：某某', from: 0, to: 1, align: 'left' },
      { text: '单位：元', from: 2, to: 3, align: 'right' },
    ]);
  });

  it.each([1, 2, 3, 4])('leave no column out: %i parts', (parts) => {
    const spans = spread(Array(parts).fill('制表：'), [4, 20, 8, 30, 6]);
    expect(spans[0]?.from).toBe(0);
    expect(spans.at(-1)?.to).toBe(4);
    expect(spans.slice(1).every(({ from }, index) => from === (spans[index]?.to ?? 0) + 1)).toBe(true);
    expect(spans.every(({ from, to }) => from <= to)).toBe(true);
  });
});
