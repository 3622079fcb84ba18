// Text after NFKC (全角半角统一); names and codes without any space.
import { momentText } from '../../model/civil.ts';
import { fraction, mul, plainText } from '../../model/fraction.ts';
import type { Parser, ValueCell } from './fault.ts';
import { numberOfCell } from './number.ts';
import { clockText, momentOfSerial, secondsOfDays } from './serial.ts';

/** Zero-width and direction marks, soft hyphens, variation selectors … */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const MIDDLE_DOTS = /[\u2022\u2027\u2219\u22c5\u30fb]|(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu;

/** NFKC, invisible characters and outer spaces removed. */
export const tidy = (text: string): string => text.normalize('NFKC').replace(INVISIBLE, '').trim();

/** `tidy` with inner spaces removed as well: "王　芳" is "王芳". */
export const compact = (text: string): string => tidy(text).replace(/\s+/g, '');

/** The text a reader sees in the cell, whatever its kind. */
export function shownText(cell: ValueCell): string {
  if (cell.kind === 'text') return tidy(cell.text);
  if (cell.kind === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  if (cell.format === 'date' || cell.format === 'date1904') {
    const moment = momentOfSerial(cell.raw, cell.format);
    return moment ? momentText(moment) : cell.raw;
  }
  if (cell.format === 'time') {
    const seconds = secondsOfDays(cell.raw);
    return seconds === null || seconds < 0 ? cell.raw : clockText(seconds);
  }
  const number = numberOfCell(cell.raw);
  if (number === null) return cell.raw;
  return cell.format === 'percent' ? `${plainText(mul(number, fraction(100)))}%` : plainText(number);
}

/** Any text as shown. */
export const text: Parser<string> = (cell) => shownText(cell);

/** What people write in their own words, as they wrote it; only outer spaces go. */
export const verbatim: Parser<string> = (cell) => {
  const shown = shownText(cell);
  return cell.kind === 'text' && shown !== '' ? cell.text.trim() : shown;
};

/** A person's name: no spaces, one kind of middle dot, however it is typed. */
export const nameText: Parser<string> = (cell) => compact(shownText(cell)).replace(MIDDLE_DOTS, '·');

/** Distinct names in the order written, separated by 、 ， , ； or ;. */
export const nameList: Parser<readonly string[]> = (cell) => [
  ...new Set(
    shownText(cell)
      .split(/[、,;]/)
      .map((part) => compact(part).replace(MIDDLE_DOTS, '·'))
      .filter((name) => name !== ''),
  ),
];
