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

/** What the cell shows where its number format pads it (000, "W"000), else its digits. */
const shownDigits = (cell: ValueCell & { readonly kind: 'number' }): string | null =>
  cell.shows === undefined ? digitsOf(cell) : compact(cell.shows);

const looksRounded = (code: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(code);

/** A 工号, 编号 or 网格编号: text without spaces, or the digits of a numeric cell (`1001.0` is 1001). */
export const code: Parser<string> = (cell, column): string | Fault => {
  const digits = cell.kind === 'number' ? shownDigits(cell) : compact(typedText(shownText(cell)));
  if (digits === null || cell.kind === 'boolean') {
    return fault('codeUnreadable', { heading: column.heading, found: shownText(cell) });
  }
  return digits;
};

/** Before a number of which a spreadsheet keeps only the first 15 digits. */
const ROUNDED = '≈';

/** The number of a report or task. What a spreadsheet has rounded is kept, marked: one problem tells of the column. */
export const recordNumber: Parser<string> = (cell, column): string | Fault => {
  if (cell.kind !== 'number' || cell.format !== 'plain') {
    const read = code(cell, column);
    return typeof read === 'string' && looksRounded(read) ? `${ROUNDED}${read}` : read;
  }
  const digits = shownDigits(cell);
  if (digits !== null) return digits;
  const value = numberOfCell(cell.raw);
  return value !== null && value.d === 1n && value.n > 0n ? `${ROUNDED}${value.n}` : code(cell, column);
};

/** Whether a number may have been rounded: certainly, where it was a number when it was read; else only if several have it. */
export const isRounded = (number: string): boolean => number.startsWith(ROUNDED);
export const mayBeRounded = (number: string): boolean => /^[1-9]\d{14}0+$/.test(number);
export const withoutMark = (number: string): string => number.replace(ROUNDED, '');

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

/** 银行账号, without the hyphens it may be typed with. */
export const bankAccount: Parser<string> = (cell, column): string | Fault => {
  const typed = longCode(cell, column.heading);
  return typeof typed === 'string' ? typed.replace(/(?<=\d)-(?=\d)/g, '') : typed;
};

/** An account that has no valid check digit, or ends in zeros as one does that a spreadsheet has rounded. */
export const isDoubtfulAccount = (account: string): boolean => !passesLuhn(account) || endsInZeros(account);

/** Zeros from the 16th digit on are what a spreadsheet leaves of a rounded number; one or two may be true where the check digit agrees. */
function endsInZeros(account: string): boolean {
  const zeros = /^\d{15}(0+)$/.exec(account);
  return zeros !== null && ((zeros[1] as string).length >= 3 || !passesLuhn(account));
}

/** As versions before 0.4.0 took it: such zeros were an error. */
export const bankAccountBefore: Parser<string> = (cell, column): string | Fault => {
  const read = bankAccount(cell, column);
  return typeof read === 'string' && endsInZeros(read)
    ? fault('numberWrecked', { heading: column.heading, found: masked(read) })
    : read;
};

/** 手机: digits only, separators removed. */
export const phone: Parser<string> = (cell, column): string | Fault => {
  const read = longCode(cell, column.heading);
  return typeof read === 'string' ? read.replace(/[-()]/g, '') : read;
};
