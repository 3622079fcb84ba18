/** How the cells of a column are written: a spelling says the same value in its own way. */
import type { Dice } from '../dice.ts';
import type { MessCell, Value } from '../model.ts';

export interface SpellingContext {
  readonly dice: Dice;
  /** Of the month's folder, null for tables of the workspace's own folder. */
  readonly year: string | null;
}

export interface Spelling<V extends Value> {
  readonly name: string;
  readonly weight: number;
  /** It needs cells with number formats. */
  readonly typed?: true;
  /** The heading must bear one of these. */
  readonly units?: readonly string[];
  /** The unit is inferred from the column: every cell must be written so. */
  readonly inferred?: true;
  /** Null where this value cannot be said so. */
  readonly write: (value: V, context: SpellingContext) => MessCell | null;
}

/** Spellings of one kind of value; the first can write every value and needs nothing. */
export type Spellings<V extends Value> = readonly Spelling<V>[];

/** Full-width digits, letters and signs. */
export const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** The exact decimal of a quotient by a power of ten, without needless zeros. */
export function decimal(value: number, digits: number): string {
  const text = String(Math.abs(value)).padStart(digits + 1, '0');
  const cut = text.length - digits;
  const fraction = text.slice(cut).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${text.slice(0, cut)}${fraction ? `.${fraction}` : ''}`;
}

const DIGITS = [...'零一二三四五六七八九'];

/** 1 to 99 in Chinese numerals. */
export function chineseNumeral(n: number): string {
  if (n < 10) return DIGITS[n] as string;
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}十${n % 10 > 0 ? DIGITS[n % 10] : ''}`;
}

/** 二〇二一 */
export const chineseYear = (year: string): string =>
  [...year].map((d) => (d === '0' ? '〇' : DIGITS[Number(d)])).join('');
