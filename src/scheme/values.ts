// Reads a value of a parameter as an office or an edition writes it: `800`, `800元`, `80%`, `是`.
import { compare, exactText, fraction, parseFraction, plainText } from '../model/fraction.ts';
import type { ParameterDefinition } from './edition.ts';

/** Units whose values are words of the parameter's own choices. */
const WORD_UNITS = ['是否', '周期', '选项'];
export const isWordUnit = (unit: string): boolean => WORD_UNITS.includes(unit);

/** The value in the parameter's own unit, or why it is none. `range` is Chinese. */
export type ReadValue =
  | { readonly value: string }
  | { readonly fault: 'unreadable' }
  | { readonly fault: 'notAChoice'; readonly choices: readonly string[] }
  | { readonly fault: 'outOfRange'; readonly range: string };

/** NFKC without spaces: full-width digits and punctuation are the half-width ones. */
export const tidy = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** Units beside the parameter's own that mean the same. */
const UNIT_WORDS: Readonly<Record<string, readonly string[]>> = { 小时: ['h'], 公里: ['km', '千米'], '%': [] };

/** `30元/天`, `是` */
export const shownValue = (value: string, unit: string): string => (isWordUnit(unit) ? value : `${value}${unit}`);

/** Measured in parts; everything else that is no money is counted in whole numbers. */
const DIVISIBLE = new Set(['%', '小时', '公里', '倍']);

function withoutUnit(value: string, unit: string): string {
  const units = [unit, unit.split('/')[0] as string, ...(UNIT_WORDS[unit] ?? [])];
  const found = units.find((word) => value.toLowerCase().endsWith(word));
  return found === undefined ? value : value.slice(0, -found.length);
}

const isMoney = (unit: string): boolean => unit.startsWith('元');

/** What is neither money nor measured in parts. */
export const mustBeWhole = (unit: string): boolean => !isMoney(unit) && !DIVISIBLE.has(unit);

/** `0 至 100 之间的` */
function boundsText(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `${min} 至 ${max} 之间的`;
  if (min !== undefined) return `不小于 ${min} 的`;
  return max === undefined ? '' : `不大于 ${max} 的`;
}

/** What a value that is a number may be: `0 至 100 之间的整数`. */
export function rangeText({ unit, min, max }: Pick<ParameterDefinition, 'unit' | 'min' | 'max'>): string {
  const kind = mustBeWhole(unit) ? '整数' : isMoney(unit) ? '数（最多两位小数）' : '数';
  return `${boundsText(min, max)}${kind}`;
}

export function readValue(definition: ParameterDefinition, text: string): ReadValue {
  const { unit, choices, min, max } = definition;
  const found = tidy(text);
  if (choices) return choices.includes(found) ? { value: found } : { fault: 'notAChoice', choices };
  const digits = withoutUnit(found, unit);
  const value = /^-?\d+(\.\d+)?$/.test(digits) ? parseFraction(digits) : null;
  // A bare 0.8 may be meant as 80% or as 0.8%.
  const isDoubtful = unit === '%' && digits === found && value !== null && value.n > 0n && value.n <= value.d;
  if (value === null || isDoubtful) return { fault: 'unreadable' };
  const isBelow = min !== undefined && compare(value, fraction(min)) < 0;
  const isAbove = max !== undefined && compare(value, fraction(max)) > 0;
  if (isBelow || isAbove || (mustBeWhole(unit) && value.d !== 1n) || (isMoney(unit) && 100n % value.d !== 0n))
    return { fault: 'outOfRange', range: rangeText(definition) };
  return { value: value.d === 1n ? exactText(value) : plainText(value) };
}
