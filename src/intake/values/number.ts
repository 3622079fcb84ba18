// Exact numbers from cells and text (数值).
import { type Fraction, fraction, parseFraction } from '../../model/fraction.ts';

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const SIGNIFICANT = 15;

/**
 * The number of a numeric cell. Files store binary doubles with up to 17 digits (`0.28999999999999998`); a spreadsheet
 * shows 15 significant ones, so more than 15 are rounded to 15, half up. Null when the text is no number.
 */
export function numberOfCell(raw: string): Fraction | null {
  const match = DECIMAL.exec(raw.trim());
  if (!match) return null;
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = match;
  const digits = `${whole}${decimals}`.replace(/^0+/, '');
  if (digits.length <= SIGNIFICANT) return parseFraction(raw.trim());
  const kept = BigInt(digits.slice(0, SIGNIFICANT)) + ((digits[SIGNIFICANT] as string) >= '5' ? 1n : 0n);
  const power = Number(exponent) - decimals.length + digits.length - SIGNIFICANT;
  const signed = sign === '-' ? -kept : kept;
  return power >= 0 ? fraction(signed * 10n ** BigInt(power)) : fraction(signed, 10n ** BigInt(-power));
}

/** A number as typed, as the source of a pattern: `3200`, `3.2`, thousands apart by commas or by spaces. */
export const TYPED_NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?`;
const GROUPED = new RegExp(`^[+-]?${TYPED_NUMBER}$`);

/** The number of a text such as `3,200.5`; commas and spaces only between thousands. Null when it is none. */
export function numberOfText(text: string): Fraction | null {
  if (GROUPED.test(text)) return parseFraction(text.replace(/[, ]/g, ''));
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? parseFraction(text) : null;
}
