// Dates, moments and months as spreadsheets spell them (日期, 时间, 月份).
import { type CivilDate, civilDate, type Moment, parseYearMonth, type YearMonth } from '../../model/civil.ts';
import { timeOfDay } from './clock.ts';
import { type ColumnContext, Fault, fault, type Parser, type ValueCell } from './fault.ts';
import { chineseNumber, chineseYear } from './numerals.ts';
import { momentOfSerial } from './serial.ts';
import { shownText, tidy } from './text.ts';
import { dateText } from './typed.ts';

const DAYS = '日一二三四五六';
/** A day of the week within a text, in parentheses or not. */
const WEEKDAY = /\(?(?:星期|周|礼拜)([一二三四五六日天])\)?/;

/** Whether a date falls on the day named by the last sign of 星期四. */
const fallsOn = (date: CivilDate, sign: string): boolean =>
  DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] === sign.replace('天', '日');

const SEPARATED = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+|(?=[凌清早上中下傍晚]))(\S.*))?$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号](.*)$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:(?:T|\s+)(\S.*))?$/;
const NO_YEAR = /^(\d{1,2})月(\d{1,2})[日号](.*)$/;
const NUMERAL_YEAR = /^([〇零○O0一二三四五六七八九]{4})(?=年)/i;
const NUMERALS = /[一二三四五六七八九十廿卅]+(?=[月日号])/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const ZONE = /^(.*\d)\s*(Z|[+-]\d{2}(?::?\d{2})?)$/;
const BEIJING = /^\+08(:?00)?$/;

type Parts = readonly [year: number, month: number, day: number, clock: string];

/** One way to write the signs between the parts, and Arabic digits in a date in Chinese numerals. */
const withDigits = (text: string): string =>
  text
    .replace(DASHES, '-')
    .replace(/\s*([年月])\s*/g, '$1')
    .replace(/\s+([日号])/, '$1')
    .replace(/^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(?=\d)/, '$1$2$3$2')
    .replace(NUMERAL_YEAR, (year) => chineseYear(year) ?? year)
    .replace(NUMERALS, (numeral) => String(chineseNumber(numeral) ?? numeral));

function partsOf(text: string, year: number | null): Parts | null {
  const separated = SEPARATED.exec(text);
  if (separated) return [Number(separated[1]), Number(separated[3]), Number(separated[4]), separated[5] ?? ''];
  const full = CHINESE.exec(text) ?? DIGITS.exec(text);
  if (full) return [Number(full[1]), Number(full[2]), Number(full[3]), full[4] ?? ''];
  const short = year === null ? null : NO_YEAR.exec(text);
  return short && [year as number, Number(short[1]), Number(short[2]), short[3] ?? ''];
}

function momentOfText(text: string, column: ColumnContext): Moment | Fault {
  const found = tidy(text);
  const unreadable = fault('dateUnreadable', { heading: column.heading, found });
  const typed = withDigits(dateText(text));
  const weekday = WEEKDAY.exec(typed);
  const parts = partsOf(typed.replace(WEEKDAY, ' ').trim(), column.year);
  if (!parts) return unreadable;
  const [year, month, day, behind] = parts;
  const date = civilDate(year, month, day);
  if (date === null) return fault('dateNotReal', { heading: column.heading, found });
  if (weekday && !fallsOn(date, weekday[1] as string)) return unreadable;
  const [, clock = behind, zone = '+08'] = ZONE.exec(behind) ?? [];
  const time = timeOfDay(clock);
  if (time === undefined) return unreadable;
  return BEIJING.test(zone) ? { date, time } : fault('timeZoneOther', { heading: column.heading, found });
}

/** A date with or without a time of day; `time` null where none is written (spec 3). */
export const moment: Parser<Moment> = (cell: ValueCell, column) => {
  if (cell.kind === 'text') return momentOfText(cell.text, column);
  const unreadable = fault('dateUnreadable', { heading: column.heading, found: shownText(cell) });
  if (cell.kind === 'boolean') return unreadable;
  if (cell.format === 'date' || cell.format === 'date1904') {
    return momentOfSerial(cell.raw, cell.format) ?? fault('dateNotReal', { heading: column.heading, found: cell.raw });
  }
  return cell.format === 'plain' && /^\d{8}(\.0+)?$/.test(cell.raw)
    ? momentOfText(cell.raw.slice(0, 8), column)
    : unreadable;
};

/** The day of a date; a time of day beside it is read and dropped. */
export const date: Parser<CivilDate> = (cell, column) => {
  const read = moment(cell, column);
  return read instanceof Fault ? read : read.date;
};

/** A month: `2021-07`, `2021/7`, `2021.7`, `2021年7月`, `202107`, or any date in it. */
export const month: Parser<YearMonth> = (cell, column) => {
  const found = shownText(cell);
  const typed = cell.kind === 'text' ? withDigits(dateText(cell.text)) : found;
  const match =
    /^(\d{4})\s*(?:[-/]|年)\s*(\d{1,2})\s*月?$/.exec(typed) ??
    /^(\d{4})(\d{2})$/.exec(typed) ??
    // A numeric 2021.1 may have been 2021.10: only text is trusted.
    (cell.kind === 'text' ? /^(\d{4})\.(\d{1,2})$/.exec(typed) : null);
  if (match) {
    const parsed = parseYearMonth(`${match[1]}-${(match[2] as string).padStart(2, '0')}`);
    if (parsed) return parsed;
  } else {
    const day = date(cell, column);
    if (!(day instanceof Fault)) return day.slice(0, 7) as YearMonth;
  }
  return fault('monthUnreadable', { heading: column.heading, found });
};
