// Where a period of leave or 免考 begins and ends (起止时刻), and how long it says it is (时长、天数).
import type { Moment } from '../../model/civil.ts';
import { add, type Fraction, fraction, mul, ZERO } from '../../model/fraction.ts';
import { moment } from './dates.ts';
import { Fault, type Parser } from './fault.ts';
import { numberOfCell, numberOfText } from './number.ts';
import { chineseNumber } from './numerals.ts';
import { shownText, tidy } from './text.ts';
import { figureText } from './typed.ts';

const NOON = '12:00:00';
const HALF = /^(.*\S)\s*\(?(上午|下午|全天|AM|PM)\)?$/i;

/** The date alone where 上午, 下午 or 全天 stands behind it without a time. */
function behindDate(text: string): readonly [date: string, half: string] | null {
  const found = HALF.exec(tidy(text).replace(/[()]$/, ')'));
  return found ? [found[1] as string, (found[2] as string).toUpperCase()] : null;
}

/**
 * The first or last moment of a period; `time` null is the whole day. 上午 and 下午 behind a date are halves: 下午 begins, 上午
 * ends at noon (spec 3.0).
 */
const edge =
  (half: 'begins' | 'ends'): Parser<Moment> =>
  (cell, column) => {
    const read = moment(cell, column);
    if (!(read instanceof Fault) || cell.kind !== 'text') return read;
    const split = behindDate(cell.text);
    const day = split && moment({ ...cell, text: split[0] }, column);
    if (!split || day === null || day instanceof Fault || day.time !== null) return read;
    const isMorning = split[1] === '上午' || split[1] === 'AM';
    const isAfternoon = split[1] === '下午' || split[1] === 'PM';
    const atNoon = half === 'begins' ? isAfternoon : isMorning;
    return { date: day.date, time: atNoon ? NOON : null };
  };

export const beginning = edge('begins');
export const ending = edge('ends');

/** A length as written: `days` where it says so, null where it may be days or hours. */
export interface WrittenLength {
  readonly value: Fraction;
  readonly unit: 'days' | 'hours' | null;
  readonly shown: string;
}

const LENGTH = /^(?:(\d+(?:\.\d+)?|[一二三四五六七八九十两半]+)(个?(?:天|日|工作日|小时|时|H|分钟))?(半)?)$/i;
const DAYS = /天|日/;
const HOUR = fraction(1, 60);
const HALF_ONE = fraction(1, 2);

function unitOf(text: string | null): { readonly unit: 'days' | 'hours'; readonly times: Fraction } | null {
  if (text === null) return null;
  if (DAYS.test(text)) return { unit: 'days', times: fraction(1) };
  if (/分/.test(text)) return { unit: 'hours', times: HOUR };
  return /时|^h/i.test(text) ? { unit: 'hours', times: fraction(1) } : null;
}

function numberWritten(text: string): Fraction | null {
  if (text === '半') return HALF_ONE;
  const spelled = chineseNumber(text);
  return spelled === null ? numberOfText(text) : fraction(spelled);
}

/** `0.5`, `3天`, `7.5小时`, 半天; a length that cannot be read is kept as it is shown, without a value. */
export const writtenLength: Parser<WrittenLength | { readonly shown: string }> = (cell, column) => {
  const shown = shownText(cell);
  const own = unitOf(column.unit);
  const bare = (value: Fraction) =>
    own === null ? { value, unit: null, shown } : { value: mul(value, own.times), unit: own.unit, shown };
  if (cell.kind === 'number') {
    const value = cell.format === 'plain' ? numberOfCell(cell.raw) : null;
    return value ? bare(value) : { shown };
  }
  const match = cell.kind === 'text' ? LENGTH.exec(figureText(cell.text)) : null;
  const number = match && numberWritten(match[1] as string);
  if (!match || !number) return { shown };
  const value = add(number, match[3] === undefined ? ZERO : HALF_ONE);
  const unit = unitOf(match[2] ?? null);
  return unit === null ? bare(value) : { value: mul(value, unit.times), unit: unit.unit, shown };
};

export const isMidnight = ({ time }: Moment): boolean => time === '00:00:00';
