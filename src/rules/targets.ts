// Targets of a day, week or month (spec 5.1): when each is due, what is owed, what was reached.
import type { CivilDate } from '../model/civil.ts';
import type { DayVerdict, TargetVerdict } from '../model/decision.ts';
import { add, ceil, compare, exactText, type Fraction, fraction, mul, ratioText } from '../model/fraction.ts';
import { rowsOf, type Source, type TableId } from '../model/source.ts';
import type { PatrolFigure } from '../model/terms.ts';
import { daysBetween, plusDays, type WorkCalendar, weekOf } from '../scheme/calendar.ts';
import type { PatrolDay } from './measures/patrol-days.ts';

export interface Target {
  readonly figure: PatrolFigure;
  /** Rate of 1, seconds, metres or times. */
  readonly threshold: Fraction;
  readonly period: 'day' | 'week' | 'month';
}

/** What a run of unmet days is made of (K1): assessable days, workdays, or days of the calendar, one after the other. */
type RunBasis = '考核日' | '工作日' | '自然日';

/** The unmet run that the days before this month end with. */
export interface RunBefore {
  readonly length: number;
  readonly lastDay: CivilDate;
}

type Days = ReadonlyMap<CivilDate, PatrolDay>;

const reachedOver = (days: Days, span: readonly CivilDate[], figure: PatrolFigure): Fraction | null =>
  span
    .map((day) => days.get(day)?.figures[figure] ?? null)
    .reduce((total, value) => (value === null ? total : total === null ? value : add(total, value)), null);

/** What the marks of days without figures say together: met when each is √, missed when one is ×, else nothing. */
function markedOver(days: Days, span: readonly CivilDate[]): boolean | null {
  const marks = span.map((day) => days.get(day)?.met ?? null);
  return marks.includes(false) ? false : marks.includes(null) ? null : true;
}

type Due = Pick<Target, 'threshold' | 'period'>;

/** The share of the threshold that a week cut by the month's ends or by leave owes (K4); null where all of it is owed. */
function partOwed({ period }: Due, span: readonly CivilDate[], calendar: WorkCalendar): Fraction | null {
  if (period !== 'week') return null;
  const monday = weekOf(span[0] as CivilDate);
  const workdays = daysBetween(monday, plusDays(monday, 6)).filter(calendar.isWorkday).length;
  return span.length === workdays ? null : fraction(span.length, workdays);
}

/** A cut week owes its part, rounded up; a month owes all (K4). `span` are the assessable days, at least one. */
export function owedOver(target: Due, span: readonly CivilDate[], calendar: WorkCalendar): Fraction {
  const part = partOwed(target, span, calendar);
  return part === null ? target.threshold : fraction(ceil(mul(target.threshold, part)));
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
  const mark = own === null ? (days.get(day)?.met ?? null) : null;
  const ofDay = {
    figure: target.figure,
    value: own === null ? null : exactText(own),
    ...(mark === null ? {} : { mark }),
  };
  const span = spanDueOn(target, day, assessable);
  if (span === null) return { ...ofDay, result: 'notDue', owed: null, reached: null, over: null };
  const part = partOwed(target, span, calendar);
  const owed = owedOver(target, span, calendar);
  const reached = reachedOver(days, span, target.figure);
  const marked = reached === null ? markedOver(days, span) : null;
  const isMet = reached === null ? marked : compare(reached, owed) >= 0;
  return {
    ...ofDay,
    result: isMet === null ? 'noData' : isMet ? 'met' : 'missed',
    owed: exactText(owed),
    reached: reached === null ? null : exactText(reached),
    over: target.period === 'day' ? null : span,
    ...(part === null ? {} : { part: ratioText(part) }),
    ...(marked === null ? {} : { marked: true }),
  };
}

const absenceOn = (date: CivilDate, searched: readonly TableId[]): Source => ({
  type: 'absence',
  what: `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日的巡查记录`,
  searched,
});

export interface Judging {
  readonly targets: readonly Target[];
  readonly calendar: WorkCalendar;
  readonly noDataIsUnmet: boolean;
  readonly runBasis: RunBasis;
  readonly before: RunBefore | null;
  /** The tables of patrol rows. */
  readonly searched: readonly TableId[];
}

/** Every assessable day against every target. A day on which any due target is missed (or without data, K24) is unmet. */
export function judgeDays(assessable: readonly CivilDate[], days: Days, by: Judging): readonly DayVerdict[] {
  const { targets, calendar, noDataIsUnmet, runBasis, before, searched } = by;
  return assessable.map((date, index) => {
    const verdicts = targets.map((target) => verdictOn(target, date, assessable, days, calendar));
    const last = index === 0 ? (before?.lastDay ?? null) : (assessable[index - 1] ?? null);
    return {
      date,
      recorded: days.has(date),
      unmet: verdicts.some(({ result }) => result === 'missed' || (noDataIsUnmet && result === 'noData')),
      follows: last !== null && adjoins(last, date, runBasis, calendar),
      targets: verdicts,
      sources: days.has(date) ? rowsOf(days.get(date)?.origins ?? [], 'date') : [absenceOn(date, searched)],
    };
  });
}

/** Whether nothing of the basis lies between two assessable days in order. */
function adjoins(before: CivilDate, day: CivilDate, basis: RunBasis, calendar: WorkCalendar): boolean {
  if (basis === '考核日') return true;
  const between = daysBetween(plusDays(before, 1), plusDays(day, -1));
  return basis === '自然日' ? between.length === 0 : !between.some(calendar.isWorkday);
}

/** The longest run of consecutive unmet days, and the run that the last day ends (K1, K2). */
export function unmetRuns(
  days: readonly DayVerdict[],
  before: RunBefore | null,
): { readonly longest: number; readonly trailing: number } {
  let [longest, trailing] = [0, before?.length ?? 0];
  for (const { unmet, follows } of days) {
    trailing = unmet ? (follows ? trailing : 0) + 1 : 0;
    longest = Math.max(longest, trailing);
  }
  return { longest, trailing };
}
