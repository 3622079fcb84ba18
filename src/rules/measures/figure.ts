// Builders for measured figures.
import type { Figure } from '../../model/decision.ts';
import type { Expression } from '../../model/expression.ts';
import { exactText, type Fraction, fraction } from '../../model/fraction.ts';
import type { Source } from '../../model/source.ts';

export const count = (value: number | Fraction, sources: readonly Source[], expression?: Expression): Figure => ({
  type: 'number',
  value: exactText(typeof value === 'number' ? fraction(value) : value),
  sources,
  ...(expression && { expression }),
});

export const flag = (value: boolean, sources: readonly Source[], expression?: Expression): Figure => ({
  type: 'flag',
  value,
  sources,
  ...(expression && { expression }),
});

/** 无数据: what a figure would have been read from was searched, or its cell is empty. */
export const noData = (sources: readonly Source[]): Figure => ({ type: 'text', value: '', sources });

/** Rows that were counted, or else the tables that were searched in vain. */
export const counted = (rows: readonly Source[], absence: Source): readonly Source[] =>
  rows.length > 0 ? rows : [absence];
