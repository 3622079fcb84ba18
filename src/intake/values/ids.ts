// Codes that must not pass through a number: 工号, 编号, 身份证号, 手机, 银行账号.

import { isIdNumber, passesLuhn } from './check-digits.ts';
import { type Fault, fault, type Parser, type ValueCell } from './fault.ts';
import { masked } from './masked.ts';
import { numberOfCell } from './number.ts';
import { compact, shownText } from './text.ts';
import { typedText } from './typed.ts';

const SAFE_DIGITS = 15;

/** The digits of a numeric cell; null when it is no whole number that a spreadsheet keeps exactly. */
function digitsOf(cell: ValueCell & { readonly kind: 'number' }): string | null {
  const value = cell.format === 'plain' && !/e/i.test(cell.raw) ? numberOfCell(cell.raw) : null;
  if (value === null || value.d !== 1n || value.n < 0n) return null;
  const digits = value.n.toString();
  return digits.length <= SAFE_DIGITS ? digits : null;
}

const looksRounded = (code: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(code);

/** A 工号, 编号 or 网格编号: text without spaces, or the digits of a numeric cell (`1001.0` is 1001). */
export const code: Parser<string> = (cell, column): string | Fault => {
  const digits = cell.kind === 'number' ? digitsOf(cell) : compact(typedText(shownText(cell)));
  if (digits === null || cell.kind === 'boolean') {
    return fault('codeUnreadable', { heading: column.heading, found: shownText(cell) });
  }
  return digits;
};

function longCode(cell: ValueCell, heading: string): string | Fault {
  const wrecked = (found: string) => fault('numberWrecked', { heading, found: masked(found) });
  if (cell.kind === 'number') return digitsOf(cell) ?? wrecked(cell.raw);
  const typed = compact(typedText(shownText(cell))).toUpperCase();
  return looksRounded(typed) ? wrecked(typed) : typed;
}

/** 身份证号, upper case. A wreck (…000 with a wrong check digit, a rounded number) is an error (spec 3). */
export const idNumber: Parser<string> = (cell, column): string | Fault => {
  const read = longCode(cell, column.heading);
  if (typeof read !== 'string') return read;
  return /^\d{15}000$/.test(read) && !isIdNumber(read)
    ? fault('numberWrecked', { heading: column.heading, found: masked(read) })
    : read;
};

/**
 * 银行账号, without the hyphens it may be typed with. Zeros from the 16th digit on are what a spreadsheet leaves of a rounded number; a single one or two may be
 * true where the check digit agrees.
 */
export const bankAccount: Parser<string> = (cell, column): string | Fault => {
  const typed = longCode(cell, column.heading);
  if (typeof typed !== 'string') return typed;
  const read = typed.replace(/(?<=\d)-(?=\d)/g, '');
  const zeros = /^\d{15}(0+)$/.exec(read);
  return zeros && ((zeros[1] as string).length >= 3 || !passesLuhn(read))
    ? fault('numberWrecked', { heading: column.heading, found: masked(read) })
    : read;
};

/** 手机: digits only, separators removed. */
export const phone: Parser<string> = (cell, column): string | Fault => {
  const read = longCode(cell, column.heading);
  return typeof read === 'string' ? read.replace(/[-()]/g, '') : read;
};
