// 考核日 and 出勤份额 (spec 4): workdays in service, less excusing leave, less 免考. Each workday is two half days, so
// that half-day leave, overlapping leave and the reducing kinds need one rule only (K11, K12).
import type { CivilDate } from '../model/civil.ts';
import type { Leave, Person } from '../model/facts.ts';
import { fraction, ZERO } from '../model/fraction.ts';
import { servesAs } from '../model/service.ts';
import type { Role } from '../model/terms.ts';
import { daysOfMonth } from '../scheme/calendar.ts';
import { type Scheme, switchOf } from '../scheme/scheme.ts';
import { type HalfDays, halfDaysOf, takenDays } from './half-days.ts';
import type { Office, Service } from './office.ts';

/** 0 worked, 1 excused, 2 excused and reducing. */
type Half = 0 | 1 | 2;

function leaveHalves(
  leaves: readonly Leave[],
  reducing: ReadonlySet<string>,
  by: HalfDays | null,
): Map<CivilDate, [Half, Half]> {
  const halves = new Map<CivilDate, [Half, Half]>();
  for (const leave of leaves) {
    const grade: Half = reducing.has(leave.kind) ? 2 : 1;
    for (const { day, halves: taken } of takenDays(leave, by)) {
      if (taken.length === 0) continue;
      const state = halves.get(day) ?? [0, 0];
      for (const half of taken) state[half] = Math.max(state[half], grade) as Half;
      halves.set(day, state);
    }
  }
  return halves;
}

/** Days of which 免考 takes both halves: half a day of it excuses nothing (spec 3.0). */
function excusedDays(exemptions: Office['facts']['excused'], by: HalfDays | null): ReadonlySet<CivilDate> {
  const halves = new Map<CivilDate, Set<0 | 1>>();
  for (const one of exemptions) {
    for (const { day, halves: taken } of takenDays(one, by)) {
      const known = halves.get(day) ?? new Set();
      halves.set(day, known);
      for (const half of taken) known.add(half);
    }
  }
  return new Set([...halves].filter(([, { size }]) => size === 2).map(([day]) => day));
}

const NO_LEAVE: readonly [Half, Half] = [0, 0];

/** The kinds of leave that lower the share. */
const reducingKinds = (scheme: Scheme): ReadonlySet<string> =>
  new Set(
    Object.entries(scheme.edition.attendance.reducing).flatMap(([kind, reference]) =>
      switchOf(scheme, reference, false) ? [kind] : [],
    ),
  );

/** The days of a person over the month in any of these roles. */
export function serviceOf(office: Office, person: Person, roles: readonly Role[]): Service {
  const { facts, period, workdays, scheme } = office;
  const { service, halfDayExcuses } = scheme.edition.attendance;
  const halfDaySuffices = switchOf(scheme, halfDayExcuses, false);
  const inRole = (day: CivilDate) => roles.some((role) => servesAs(person, role, day));
  const days = new Set(daysOfMonth(period).filter(inRole));
  const leaves = facts.leave.filter((leave) => leave.person === person.id);
  const byTimes = halfDaysOf(scheme);
  const halves = leaveHalves(leaves, reducingKinds(scheme), byTimes);
  const exemptions = facts.excused.filter(({ person: whom }) => whom === null || whom === person.id);
  const excused = excusedDays(exemptions, byTimes);

  const served = workdays.filter((day) => days.has(day));
  const assessable = served.filter((day) => {
    const [morning, afternoon] = halves.get(day) ?? NO_LEAVE;
    const onLeave = halfDaySuffices ? morning > 0 || afternoon > 0 : morning > 0 && afternoon > 0;
    return !onLeave && !excused.has(day);
  });
  const reducedHalves = served.flatMap((day) => halves.get(day) ?? NO_LEAVE).filter((half) => half === 2).length;
  const owed = switchOf(scheme, service, true) || served.length === 0 ? served : workdays;
  return {
    days,
    leaveDays: new Set(halves.keys()),
    assessable,
    share: workdays.length === 0 ? ZERO : fraction(2 * owed.length - reducedHalves, 2 * workdays.length),
    shareOf: { days: owed.length, reduced: fraction(reducedHalves, 2), workdays: workdays.length },
    leaves,
    exemptions: exemptions.map(({ origin }) => origin),
  };
}
