// ISO 8601 cells (`t="d"`) as the serial numbers that other date cells hold.
import type { NumberFormat } from './sheet.ts';

const TIME = String.raw`(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?`;
const DATE_TIME = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})(?:T${TIME})?Z?$`);
const TIME_ONLY = new RegExp(`^T?${TIME}Z?$`);

const DAY_MS = 86_400_000;
const DAY_NS = 86_400_000_000_000n;
const DIGITS = 18;

/** Nanoseconds of a day, or null for an hour 25. */
function nanoseconds(hours = '0', minutes = '0', seconds = '0', fraction = ''): bigint | null {
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return BigInt(whole) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
}

/** In decimal, not through a double, so that nothing is lost before the number is judged. */
function decimal(days: number, time: bigint): string {
  const scaled = (time * 10n ** BigInt(DIGITS) + DAY_NS / 2n) / DAY_NS;
  return scaled === 0n ? `${days}` : `${days}.${String(scaled).padStart(DIGITS, '0').replace(/0+$/, '')}`;
}

function serialDay(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const days = (date.getTime() - Date.UTC(1899, 11, 30)) / DAY_MS;
  // The 1900 date system counts a 29 February 1900, so January and February of that year lie one lower.
  const serial = days < 61 ? days - 1 : days;
  return serial < 1 ? null : serial;
}

/** The serial of the 1900 date system, also in 1904 workbooks; null if the text is no date that it knows. */
export function isoSerial(text: string): { readonly raw: string; readonly format: NumberFormat } | null {
  const time = TIME_ONLY.exec(text);
  if (time) {
    const fraction = nanoseconds(...time.slice(1));
    return fraction === null ? null : { raw: decimal(0, fraction), format: 'time' };
  }
  const match = DATE_TIME.exec(text);
  if (!match) return null;
  const days = serialDay(Number(match[1]), Number(match[2]), Number(match[3]));
  const fraction = nanoseconds(...match.slice(4));
  return days === null || fraction === null ? null : { raw: decimal(days, fraction), format: 'date' };
}
