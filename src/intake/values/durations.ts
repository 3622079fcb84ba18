// Durations as whole seconds, rounded half up row by row (时长).
import { type Fraction, fraction, mul, roundHalfUp, sum } from '../../model/fraction.ts';
import { type Bare, type ColumnContext, type Fault, fault, type Parser } from './fault.ts';
import { numberOfCell, numberOfText, TYPED_NUMBER } from './number.ts';
import { chineseNumber } from './numerals.ts';
import { secondsOfDays } from './serial.ts';
import { shownText } from './text.ts';
import { figureText } from './typed.ts';

const HOURS = /^(小时|时|个小时|钟头|h|hr|hrs|hour|hours)$/i;
const MINUTES = /^(分钟|分|min|mins|minute|minutes)$/i;
const SECONDS = /^(秒|秒钟|s|sec|second|seconds)$/i;
const CLOCK = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/;
const SPELLED = new RegExp(
  [
    `^(?:(${TYPED_NUMBER})(?:个?小时|个?钟头|时|hours?|hrs?|h))?`,
    `(?:(${TYPED_NUMBER})(?:分钟|分|minutes?|mins?|m))?`,
    `(?:(${TYPED_NUMBER})(?:秒钟?|s))?$`,
  ].join(''),
  'i',
);
const NUMERALS = /[〇零一二三四五六七八九十百千两]+(?=个?(?:半?小时|半?钟头)|时|分|秒)/g;

/** 两个半小时 and 四小时零五分 with Arabic digits and whole units: `2小时30分`, `4小时5分`. */
const withDigits = (text: string): string =>
  text
    .replace(/(小时|钟头|时)零/, '$1')
    .replace(NUMERALS, (numeral) => String(chineseNumber(numeral) ?? numeral))
    .replace(/^半个?(小时|钟头)$/, '30分')
    .replace(/^(\d+)(?:个半(?:小时|钟头)|(?:个?小时|个?钟头|时)半)$/, '$1小时30分');

export type DurationUnit = 'hours' | 'minutes' | 'seconds';
const SECONDS_OF = { hours: 3600, minutes: 60, seconds: 1 } as const;

/** The unit named in a heading, null when it names none that measures time. */
export function durationUnit(unit: string | null): DurationUnit | null {
  if (unit === null) return null;
  return HOURS.test(unit) ? 'hours' : MINUTES.test(unit) ? 'minutes' : SECONDS.test(unit) ? 'seconds' : null;
}

export const secondsOf = (value: Fraction, unit: DurationUnit): number =>
  Number(roundHalfUp(mul(value, fraction(SECONDS_OF[unit]))));

/** The unit of a column's bare numbers: hours if none is above 24, else minutes if none is above 1440, else none. */
export function inferDurationUnit(largest: Fraction): DurationUnit | null {
  if (largest.n <= 24n * largest.d) return 'hours';
  return largest.n <= 1440n * largest.d ? 'minutes' : null;
}

function spelledSeconds(found: string): number | null {
  const clock = CLOCK.exec(found);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const match = found === '' ? null : SPELLED.exec(withDigits(found));
  if (!match) return null;
  const units: readonly DurationUnit[] = ['hours', 'minutes', 'seconds'];
  const parts = units.flatMap((unit, index) => {
    const value = numberOfText(match[index + 1] ?? '');
    return value ? [mul(value, fraction(SECONDS_OF[unit]))] : [];
  });
  return Number(roundHalfUp(sum(parts)));
}

function measured(value: Fraction, found: string, column: ColumnContext): number | Bare | Fault {
  if (value.n < 0n) return fault('valueNegative', { heading: column.heading, found });
  const unit = durationUnit(column.unit);
  if (unit) return secondsOf(value, unit);
  return column.unit === null ? { bare: value } : fault('durationUnreadable', { heading: column.heading, found });
}

/** Whole seconds, or the bare number where neither cell nor heading names a unit. */
export const duration: Parser<number | Bare> = (cell, column) => {
  const found = shownText(cell);
  const unreadable = fault('durationUnreadable', { heading: column.heading, found });
  if (cell.kind === 'boolean') return unreadable;
  if (cell.kind === 'text') {
    const typed = figureText(cell.text);
    const seconds = spelledSeconds(typed);
    if (seconds !== null) return seconds;
    const value = numberOfText(typed);
    return value ? measured(value, found, column) : unreadable;
  }
  if (cell.format === 'time') {
    const seconds = secondsOfDays(cell.raw);
    if (seconds === null) return unreadable;
    return seconds < 0 ? fault('valueNegative', { heading: column.heading, found }) : seconds;
  }
  const value = cell.format === 'plain' ? numberOfCell(cell.raw) : null;
  return value ? measured(value, found, column) : unreadable;
};
