// Half days of leave and 免考 (K12, K37): each day has two halves; times of day count by the windows of the scheme.
import type { CivilDate } from '../model/civil.ts';
import type { DaySpan } from '../model/facts.ts';
import { type Fraction, fraction } from '../model/fraction.ts';
import type { DayPart } from '../model/terms.ts';
import { daysBetween } from '../scheme/calendar.ts';
import { canonicalOf, referred, type Scheme } from '../scheme/scheme.ts';

type Window = readonly [from: number, to: number];

/** Seconds of the day that a period must cover to take a half, and what is left over that is worth a question. */
export interface HalfDays {
  readonly windows: readonly [morning: Window, afternoon: Window];
  readonly rest: number;
}

const DAY = 24 * 3600;
/** Nobody works between them: what is left over is counted before and behind. */
const [NOON, ONE] = [12 * 3600, 13 * 3600];

/** Null where the edition knows no times of leave: then every day touched is taken. */
export function halfDaysOf(scheme: Scheme): HalfDays | null {
  const { halves } = scheme.edition.attendance;
  if (halves === undefined) return null;
  const secondsOf = (reference: string): number => Number(roundedDown(canonicalOf(referred(scheme, reference))));
  const windowOf = ({ from, to }: { from: string; to: string }): Window => [secondsOf(from), secondsOf(to)];
  return { windows: [windowOf(halves.morning), windowOf(halves.afternoon)], rest: secondsOf(halves.rest) };
}

const roundedDown = ({ n, d }: Fraction): bigint => n / d;

const secondsIn = (time: string | null, otherwise: number): number => {
  if (time === null) return otherwise;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
};

/** The seconds of a day that a period covers, before its 时段 is asked. */
function coveredOn({ from, to, begins, ends }: DaySpan, day: CivilDate): Window {
  return [day === from ? secondsIn(begins, 0) : 0, day === to ? secondsIn(ends, DAY) : DAY];
}

const HALVES: Readonly<Record<DayPart, readonly (0 | 1)[]>> = { full: [0, 1], morning: [0], afternoon: [1] };

export interface TakenDay {
  readonly day: CivilDate;
  readonly halves: readonly (0 | 1)[];
  /** Seconds beside a half that was taken; all seconds where none was. */
  readonly rest: number;
}

const overlap = ([a, b]: Window, [c, d]: Window): number => Math.max(0, Math.min(b, d) - Math.max(a, c));

/** What a period takes of each of its days. */
export function takenDays(span: DaySpan, by: HalfDays | null): readonly TakenDay[] {
  return daysBetween(span.from, span.to).map((day) => {
    const asked = HALVES[span.part];
    if (by === null || (span.begins === null && span.ends === null)) return { day, halves: asked, rest: 0 };
    const covered = coveredOn(span, day);
    const halves = asked.filter((half) => {
      const [from, to] = by.windows[half];
      return covered[0] <= from && covered[1] >= to;
    });
    const sides: readonly Window[] = [
      [0, NOON],
      [ONE, DAY],
    ];
    const rest = asked
      .filter((half) => !halves.includes(half))
      .reduce<number>((sum, half) => sum + overlap(covered, sides[half] as Window), 0);
    return { day, halves, rest };
  });
}

export const hoursOf = (seconds: number): Fraction => fraction(seconds, 3600);
