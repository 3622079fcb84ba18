// What a number format makes of a number: a date, a time, a per cent, or just a number.

import type { NumberFormat } from '../sheet.ts';

export type FormatClass = Exclude<NumberFormat, 'date1904'>;

/**
 * The formats without a code in the file. 27-36 and 50-58 are the Chinese ones; 32-35, 55 and 56 are times of day
 * (h时mm分) in the list for zh-CN.
 */
const BUILT_IN: readonly (readonly [from: number, to: number, format: FormatClass])[] = [
  [9, 10, 'percent'],
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
];

export function builtInFormat(id: number): FormatClass {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'plain';
}

/** Literals: "quoted", \escaped (and ! as Chinese Excel writes it), _ and * with the character they take. */
const LITERAL = /"[^"]*(?:"|$)|[\\!_*].?/gsu;
const ELAPSED = /\[(?:h+|m+|s+)\]/iu;
const BRACKETS = /\[[^\]]*(?:\]|$)/gu;
const GENERAL = /general|g\/[^0#?;]*/giu;

export function classifyFormat(code: string): FormatClass {
  const [first = ''] = code.replace(LITERAL, '').split(';', 1);
  const letters = first.replace(BRACKETS, '').replace(GENERAL, '');
  // An `e` before a sign is an exponent, else the year of an era; three and more `m` or `a` name a month or a weekday.
  if (/[yd]|e(?![+-])|m{3}|a{3}/iu.test(letters)) return 'date';
  if (ELAPSED.test(first) || /[hs]/iu.test(letters)) return 'time';
  if (/m/iu.test(letters)) return 'date';
  return letters.includes('%') ? 'percent' : 'plain';
}
