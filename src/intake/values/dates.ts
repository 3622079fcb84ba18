// Dates, moments and months as spreadsheets spell them (日期, 时间, 月份).
import { type CivilDate, civilDate, type Moment, parseYearMonth, type YearMonth } from '../../model/civil.ts';
import { type ColumnContext, Fault, fault, type Parser, type ValueCell } from './fault.ts';
import { momentOfSerial } from './serial.ts';
import { shownText, tidy } from './text.ts';

const SEPARATED = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)(\S.*))?$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号](.*)$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:(?:T|\s+)(\S.*))?$/;
const NO_YEAR = /^(\d{1,2})月(\d{1,2})[日号](.*)$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;
const CHINESE_CLOCK = /^(\d{1,2})[时点](?:(\d{1,2})分)?(?:(\d{1,2})秒)?$/;

type Parts = readonly [year: number, month: number, day: number, clock: string];

function partsOf(text: string, year: number | null): Parts | null {
  const separated = SEPARATED.exec(text);
  if (separated) return [Number(separated[1]), Number(separated[3]), Number(separated[4]), separated[5] ?? ''];
  const full = CHINESE.exec(text) ?? DIGITS.exec(text);
  if (full) return [Number(full[1]), Number(full[2]), Number(full[3]), full[4] ?? ''];
  const short = year === null ? null : NO_YEAR.exec(text);
  return short && [year as number, Number(short[1]), Number(short[2]), short[3] ?? ''];
}

/** HH:MM:SS, null where there is no time, undefined where it cannot be read. */
function timeOf(clock: string): string | null | undefined {
  const text = clock.trim();
  if (text === '') return null;
  const match = CLOCK.exec(text) ?? CHINESE_CLOCK.exec(text.replace(/\s+/g, ''));
  if (!match) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return [hour, minute, second].map((n) => String(n).padStart(2, '0')).join(':');
}

function momentOfText(found: string, column: ColumnContext): Moment | Fault {
  const unreadable = fault('dateUnreadable', { heading: column.heading, found });
  const parts = partsOf(found.replace(/\s*([年月])\s*/g, '$1').replace(/\s+([日号])/, '$1'), column.year);
  if (!parts) return unreadable;
  const [year, month, day, clock] = parts;
  const date = civilDate(year, month, day);
  if (date === null) return fault('dateNotReal', { heading: column.heading, found });
  const time = timeOf(clock);
  return time === undefined ? unreadable : { date, time };
}

/** A date with or without a time of day; `time` null where none is written (spec 3). */
export const moment: Parser<Moment> = (cell: ValueCell, column) => {
  if (cell.kind === 'text') return momentOfText(tidy(cell.text), column);
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
  const match =
    /^(\d{4})\s*(?:[-/]|年)\s*(\d{1,2})\s*月?$/.exec(found) ??
    /^(\d{4})(\d{2})$/.exec(found) ??
    // A numeric 2021.1 may have been 2021.10: only text is trusted.
    (cell.kind === 'text' ? /^(\d{4})\.(\d{1,2})$/.exec(found) : null);
  if (match) {
    const parsed = parseYearMonth(`${match[1]}-${(match[2] as string).padStart(2, '0')}`);
    if (parsed) return parsed;
  } else {
    const day = date(cell, column);
    if (!(day instanceof Fault)) return day.slice(0, 7) as YearMonth;
  }
  return fault('monthUnreadable', { heading: column.heading, found });
};
