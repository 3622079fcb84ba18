// Targets of a day, week or month (spec 5.1): when each is due, what is owed, what was reached.
import type { CivilDate } from '../model/civil.ts';
import type { DayVerdict, TargetVerdict } from '../model/decision.ts';
import { add, ceil, compare, exactText, type Fraction, fraction, mul } from '../model/fraction.ts';
import { rowsOf } from '../model/source.ts';
import type { PatrolFigure } from '../model/terms.ts';
import { daysBetween, plusDays, type WorkCalendar, weekOf } from '../scheme/calendar.ts';
import type { PatrolDay } from './measures/patrol-days.ts';

export interface Target {
  readonly figure: PatrolFigure;
  /** Rate of 1, seconds, metres or times. */
  readonly threshold: Fraction;
  readonly period: 'day' | 'week' | 'month';
}

type Days = ReadonlyMap<CivilDate, PatrolDay>;

const reachedOver = (days: Days, span: readonly CivilDate[], figure: PatrolFigure): Fraction | null =>
  span
    .map((day) => days.get(day)?.figures[figure] ?? null)
    .reduce((total, value) => (value === null ? total : total === null ? value : add(total, value)), null);

/** A week cut by the month's ends or by leave owes its part, rounded up; a month owes all (K4). */
function owedBy(target: Target, span: readonly CivilDate[], calendar: WorkCalendar): Fraction {
  if (target.period !== 'week') return target.threshold;
  const monday = weekOf(span[0] as CivilDate);
  const workdays = daysBetween(monday, plusDays(monday, 6)).filter(calendar.isWorkday).length;
  if (span.length === workdays) return target.threshold;
  return fraction(ceil(mul(target.threshold, fraction(span.length, workdays))));
}

/** The assessable days over which a target due on `day` is measured; null when it is not due that day. */
function spanDueOn(target: Target, day: CivilDate, assessable: readonly CivilDate[]): readonly CivilDate[] | null {
  if (target.period === 'day') return [day];
  const span = target.period === 'month' ? assessable : assessable.filter((other) => weekOf(other) === weekOf(day));
  return span.at(-1) === day ? span : null;
}

function verdictOn(
  target: Target,
  day: CivilDate,
  assessable: readonly CivilDate[],
  days: Days,
  calendar: WorkCalendar,
): TargetVerdict {
  const own = days.get(day)?.figures[target.figure] ?? null;
  const value = own === null ? null : exactText(own);
  const span = spanDueOn(target, day, assessable);
  if (span === null) return { figure: target.figure, value, result: 'notDue', owed: null, reached: null };
  const owed = owedBy(target, span, calendar);
  const reached = reachedOver(days, span, target.figure);
  const result = reached === null ? 'noData' : compare(reached, owed) >= 0 ? 'met' : 'missed';
  return {
    figure: target.figure,
    value,
    result,
    owed: exactText(owed),
    reached: reached === null ? null : exactText(reached),
  };
}

/** Every assessable day against every target. A day on which any due target is missed or without data is unmet. */
export function judgeDays(
  assessable: readonly CivilDate[],
  days: Days,
  targets: readonly Target[],
  calendar: WorkCalendar,
): readonly DayVerdict[] {
  return assessable.map((date) => {
    const verdicts = targets.map((target) => verdictOn(target, date, assessable, days, calendar));
    return {
      date,
      recorded: days.has(date),
      unmet: verdicts.some(({ result }) => result === 'missed' || result === 'noData'),
      targets: verdicts,
      sources: rowsOf(days.get(date)?.origins ?? []),
    };
  });
}

/** The longest run of consecutive unmet assessable days, and the run that the last day ends (K1, K2). */
export function unmetRuns(days: readonly DayVerdict[]): { readonly longest: number; readonly trailing: number } {
  let [longest, trailing] = [0, 0];
  for (const { unmet } of days) {
    trailing = unmet ? trailing + 1 : 0;
    longest = Math.max(longest, trailing);
  }
  return { longest, trailing };
}
