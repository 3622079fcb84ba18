// Facts over a span of days, clipped to the month: leave, excused days and days truly without records (请假, 免考, 确无记录).
import { type CivilDate, firstDay, lastDay, type Moment, type YearMonth } from '../../model/civil.ts';
import type { DaySpan, Excused, Leave, LeaveAhead, NoRecord, PersonId } from '../../model/facts.ts';
import { add, compare, type Fraction, fraction, mul } from '../../model/fraction.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import type { LeaveDraft } from '../kinds/leave.ts';
import { leaveOutOtherPeriod } from '../rows/other-period.ts';
import { REASONS } from '../rows/reasons.ts';
import { type Entry, fieldPlace, originOf, type ParsedTable, placeIn } from '../table.ts';
import { addDays } from '../values/serial.ts';
import { isMidnight } from '../values/span-edges.ts';
import type { Candidate } from './candidates.ts';
import { settleDuplicates, signature, useAll } from './duplicates.ts';
import { admit, type Run, reject } from './run.ts';

const EFFECT = '只按一行计算，不影响天数';

/** The span from one moment to another, both included. */
const spanOf = (from: Moment, to: Moment, part: DaySpan['part']): DaySpan => ({
  from: from.date,
  to: to.date,
  begins: from.time,
  ends: to.time,
  part,
});

/** The part of a span that lies in the month; null where none does. */
function clip<S extends DaySpan>(period: YearMonth, span: S): S | null {
  const [first, last] = [firstDay(period), lastDay(period)];
  if (span.to < first || span.from > last) return null;
  const [isEarlier, isLater] = [span.from < first, span.to > last];
  return {
    ...span,
    from: isEarlier ? first : span.from,
    begins: isEarlier ? null : span.begins,
    to: isLater ? last : span.to,
    ends: isLater ? null : span.ends,
  };
}

/** How midnights of a table of leave are meant: dates, ends included, or moments. */
type Midnights = 'dates' | 'moments' | 'unknown';

const daysIn = (from: CivilDate, to: CivilDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;

/** Both ends as they are meant; null where a midnight leaves nothing between them. */
function meantBy(
  midnights: Midnights,
  { from, to }: Pick<LeaveDraft, 'from' | 'to'>,
): readonly [Moment, Moment] | null {
  const start = isMidnight(from) ? { date: from.date, time: null } : from;
  if (!isMidnight(to)) return [start, to];
  const end = { date: midnights === 'dates' ? to.date : addDays(to.date, -1), time: null };
  return end.date < start.date ? null : [start, end];
}

/** Where no start or end of a table is another time than 00:00 they are dates, unless the lengths fit only the other reading (spec 3.0). */
function midnightsOf(run: Run, drafts: readonly Omit<LeaveDraft, 'kind'>[]): Midnights {
  const isDate = (moment: Moment): boolean => moment.time === null || isMidnight(moment);
  const edges = drafts.flatMap(({ from, to }) => [from, to]);
  if (!edges.every(isDate) || !edges.some(isMidnight)) return 'moments';
  const measured = drafts.filter(({ length }) => length !== null && 'value' in length);
  if (measured.length === 0) return 'dates';
  const agree = (midnights: Midnights) =>
    measured.every((draft) => {
      const ends = meantBy(midnights, draft);
      return ends !== null && agrees(run, spanOf(...ends, draft.part), draft.length);
    });
  return agree('dates') ? 'dates' : agree('moments') ? 'moments' : 'unknown';
}

const HOURS_A_DAY = [fraction(7), fraction(15, 2), fraction(8)];
const HALF = fraction(1, 2);
const NOON = '12:00:00';

/** Days of a span: whole ones, and halves where it begins or ends at noon; of `counts` only those that count. */
function halvesIn({ from, to, begins, ends, part }: DaySpan, counts: (day: CivilDate) => boolean): Fraction {
  let total = fraction(0);
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!counts(day)) continue;
    const isMorningLost = day === from && begins !== null && begins >= NOON;
    const isAfternoonLost = day === to && ends !== null && ends <= '13:30:00';
    const isHalf = part !== 'full' || isMorningLost || isAfternoonLost;
    total = add(total, isHalf ? HALF : fraction(1));
  }
  return total;
}

const secondsIn = (time: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
};

/** Hours from the beginning to the end; null where no times are told. */
function hoursIn({ from, to, begins, ends }: DaySpan): Fraction | null {
  if (begins === null && ends === null) return null;
  const last = ends === null ? 24 * 3600 : secondsIn(ends);
  const first = begins === null ? 0 : secondsIn(begins);
  return fraction((daysIn(from, to) - 1) * 24 * 3600 + last - first, 3600);
}

/** Equal as far as it is written: 0.13 days for 0.125. */
function isAbout(written: Fraction, exact: Fraction): boolean {
  const distance = add(written, mul(exact, fraction(-1)));
  const close = { n: distance.n < 0n ? -distance.n : distance.n, d: distance.d };
  return compare(close, fraction(1, 100)) < 0;
}

/** 时长 agrees if it is the whole period in calendar days, in workdays, or in hours ÷ 7, 7.5 or 8 (spec 3.0). */
function agrees(run: Run, span: DaySpan, length: LeaveDraft['length']): boolean {
  if (length === null) return true;
  if (!('value' in length)) return false;
  const { value, unit } = length;
  const calendar = fraction(daysIn(span.from, span.to));
  let workdays = 0;
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) if (run.isWorkday(day)) workdays += 1;
  const days = [
    ...(span.part === 'full' ? [calendar, fraction(workdays)] : []),
    halvesIn(span, () => true),
    halvesIn(span, run.isWorkday),
  ];
  const hours = hoursIn(span);
  const perDay = (of: Fraction) => HOURS_A_DAY.map((one) => mul(of, one));
  const inDays = [...days, ...(hours ? HOURS_A_DAY.map((one) => mul(hours, fraction(one.d, one.n))) : [])];
  const inHours = [...days.flatMap(perDay), ...(hours ? [hours] : [])];
  const fits = (all: readonly Fraction[]) => all.some((one) => isAbout(value, one));
  return (unit !== 'hours' && fits(inDays)) || (unit !== 'days' && fits(inHours));
}

/** Half a day beside dates only: which half is not told. */
function isHalfOfDates(span: DaySpan, length: LeaveDraft['length']): boolean {
  if (length === null || !('value' in length) || span.begins !== null || span.ends !== null || span.part !== 'full')
    return false;
  const { value, unit } = length;
  const whole = daysIn(span.from, span.to);
  const isHalf = (days: Fraction) => days.d === 2n && compare(days, fraction(whole)) < 0;
  if (unit !== 'hours' && isHalf(value)) return true;
  return unit === 'hours' && HOURS_A_DAY.some((one) => isHalf(mul(value, fraction(one.d, one.n))));
}

/** A row of 请假 with its whole period, not clipped to the month. */
interface WholeLeave extends DaySpan {
  readonly person: PersonId;
  readonly kind: Leave['kind'];
  readonly origin: Leave['origin'];
}

interface Period extends Candidate<WholeLeave & { readonly origin: Exclude<Leave['origin'], YearMonth> }> {}

/** What is wrong with the length that a row gives for its period. */
function lengthProblem(
  run: Run,
  table: ParsedTable,
  row: number,
  span: DaySpan,
  length: LeaveDraft['length'],
): Problem | null {
  if (length === null || agrees(run, span, length)) return null;
  const place = fieldPlace(table, row, 'length');
  const data = {
    heading: table.fields.get('length')?.heading ?? '',
    found: length.shown,
    days: daysIn(span.from, span.to),
  };
  return problem(isHalfOfDates(span, length) ? 'leaveHalfOfDates' : 'leaveLengthDiffers', data, place);
}

/** The periods of one table, all rows settled but those of the month. */
function periodsIn(run: Run, typed: ParsedTable<'leave'>): Period[] {
  const table = typed as ParsedTable;
  const entries = [...typed.entries];
  const midnights = midnightsOf(
    run,
    entries.flatMap(({ value }) => value ?? []),
  );
  return entries.flatMap((entry) => {
    if (isOfNoUse(run, table, entry)) return [];
    const admitted = admit(run, typed, entry);
    if (!admitted?.person) return [];
    const { value, person } = admitted;
    const ends = meantBy(midnights, value);
    // A row of earlier days counts no more; it may correct one of an earlier folder.
    const isOver = value.to.date < firstDay(run.period);
    if ((midnights === 'unknown' || ends === null) && isOver) {
      leaveOutOtherPeriod(table, entry.row);
      return [];
    }
    if (midnights === 'unknown' || ends === null) {
      const data = { from: value.from.date, to: value.to.date };
      reject(run, table, entry.row, [problem('leaveMidnights', data, fieldPlace(table, entry.row, 'to'))]);
      return [];
    }
    const span = spanOf(...ends, value.part);
    const wrong = run.valueRules === 1 || isOver ? null : lengthProblem(run, table, entry.row, span, value.length);
    if (wrong?.code === 'leaveHalfOfDates') {
      reject(run, table, entry.row, [wrong]);
      return [];
    }
    const fact = { ...span, person: person.id, kind: value.kind, origin: originOf(table, entry.row) };
    return [{ fact, table, entry: wrong ? { ...entry, problems: [...entry.problems, wrong] } : entry }];
  });
}

/** Rows of the month before that end before this one, and rows that cannot be read of another month. */
function isOfNoUse(run: Run, table: ParsedTable, entry: Entry<LeaveDraft>): boolean {
  if (table.side === 'previous') {
    if (entry.inPeriod === true) return false;
    table.ledger.settle(entry.row, REASONS.notNeeded);
    return true;
  }
  const isBefore = entry.value !== null && entry.value.to.date < firstDay(run.period);
  const isOld = run.valueRules === 1 && (isBefore || entry.inPeriod === false);
  if (!isOld) return false;
  leaveOutOtherPeriod(table, entry.row);
  return true;
}

const overlap = (a: DaySpan, b: DaySpan): boolean => a.from === b.from || (a.from <= b.to && b.from <= a.to);

const sameDays = (period: YearMonth, a: WholeLeave, b: WholeLeave): boolean => {
  const told = ({ from, to, begins, ends, part, kind }: WholeLeave) =>
    JSON.stringify([clip(period, { from, to, begins, ends, part }), kind]);
  return told(a) === told(b);
};

export interface LeaveFacts {
  readonly leave: Leave[];
  readonly ahead: LeaveAhead[];
}

/**
 * Leave of the month, of whatever folder or archive: a row of a later folder that begins the same or overlaps replaces an
 * earlier one (spec 3.0). `ahead`: the periods that reach past the month.
 */
export function leaveFacts(run: Run, tables: readonly ParsedTable<'leave'>[]): LeaveFacts {
  const periods = tables.flatMap((table) => periodsIn(run, table));
  const bySide = (isEarlier: boolean) => periods.filter(({ table }) => (table.side === 'previous') === isEarlier);
  const key = (fact: object) => signature(fact);
  const [before, own] = [bySide(true), bySide(false)].map((list) =>
    settleDuplicates(run, list, { key, effect: EFFECT, what: () => '' }),
  ) as [Period[], Period[]];
  const kept = before.filter((earlier) => !replacedBy(run, earlier, own));
  const carried = run.leaveBefore.flatMap(({ leave, month }): (WholeLeave & LeaveAhead)[] => {
    const isReplaced = [...before, ...own].some(({ fact }) => fact.person === leave.person && overlap(fact, leave));
    return isReplaced || !run.directory.has(leave.person) ? [] : [{ ...leave, origin: month }];
  });
  const used = [...kept, ...own].filter((period) => inMonth(run, period));
  const facts: readonly WholeLeave[] = [...useAll(run, used), ...carried];
  return {
    leave: facts.flatMap((fact): Leave[] => {
      const clipped = clip(run.period, fact);
      return clipped ? [clipped] : [];
    }),
    ahead: [...kept, ...own]
      .map(({ fact: { origin, ...fact }, table, entry }) => {
        return { ...fact, file: table.file, sheet: table.sheet, row: entry.row };
      })
      .concat(carried.map(({ origin: _, ...leave }) => leave))
      .filter(({ to }) => to > lastDay(run.period)),
  };
}

/** False, and the row settled, where a period lies behind the month: it is kept for later ones. */
function inMonth(run: Run, { fact, table, entry }: Period): boolean {
  if (clip(run.period, fact) !== null) return true;
  if (table.side === 'previous') table.ledger.settle(entry.row, REASONS.notNeeded);
  else leaveOutOtherPeriod(table, entry.row);
  return false;
}

function replacedBy(run: Run, earlier: Period, own: readonly Period[]): boolean {
  const later = own.find(({ fact }) => fact.person === earlier.fact.person && overlap(fact, earlier.fact));
  if (later === undefined) return false;
  earlier.table.ledger.settle(earlier.entry.row, REASONS.replaced);
  if (!sameDays(run.period, earlier.fact, later.fact)) {
    const at = placeIn(earlier.table, earlier.entry.row, null);
    run.problems.push(problem('leaveReplaced', { at }, placeIn(later.table, later.entry.row, null)));
  }
  return true;
}

/** A row that names nobody is for everyone. */
export function excusedFacts(run: Run, tables: readonly ParsedTable<'excused'>[]): Excused[] {
  const candidates = tables.flatMap((typed) => {
    const entries = [...typed.entries];
    const midnights = midnightsOf(
      run,
      entries.flatMap(({ value }) => (value === null ? [] : [{ ...value, length: null }])),
    );
    return entries.flatMap((entry): Candidate<Excused>[] => {
      const admitted = admit(run, typed, entry);
      if (!admitted) return [];
      const table = typed as ParsedTable;
      const { value, person } = admitted;
      const ends = meantBy(midnights, value);
      const span = ends && clip(run.period, spanOf(...ends, value.part));
      if (span === null) {
        leaveOutOtherPeriod(table, entry.row);
        return [];
      }
      const fact = { ...span, reason: value.reason, person: person?.id ?? null, origin: originOf(table, entry.row) };
      return [{ fact, table, entry }];
    });
  });
  return useAll(run, settleDuplicates(run, candidates, { key: signature, effect: EFFECT, what: () => '' }));
}

/** A row that names nobody is about everyone. */
export function noRecordFacts(run: Run, tables: readonly ParsedTable<'noRecords'>[]): NoRecord[] {
  const candidates = tables.flatMap((typed) =>
    typed.entries.flatMap((entry): Candidate<NoRecord>[] => {
      const admitted = admit(run, typed, entry);
      if (!admitted) return [];
      const table = typed as ParsedTable;
      const { value, person } = admitted;
      return [{ fact: { ...value, person: person?.id ?? null, origin: originOf(table, entry.row) }, table, entry }];
    }),
  );
  return useAll(run, settleDuplicates(run, candidates, { key: signature, effect: EFFECT, what: () => '' }));
}
