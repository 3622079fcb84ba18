// 考核日 and 出勤份额 (spec 4): workdays in service, less excusing leave, less 免考. Each workday is two half days, so
// that half-day leave, overlapping leave and the reducing kinds need one rule only (K11, K12).
import type { CivilDate } from '../model/civil.ts';
import type { Leave, Person } from '../model/facts.ts';
import { fraction, ZERO } from '../model/fraction.ts';
import { servesAs } from '../model/service.ts';
import type { DayPart, Role } from '../model/terms.ts';
import { daysBetween, daysOfMonth } from '../scheme/calendar.ts';
import { type Scheme, switchOf } from '../scheme/scheme.ts';
import type { Office, Service } from './office.ts';

/** 0 worked, 1 excused, 2 excused and reducing. */
type Half = 0 | 1 | 2;

const HALVES: Record<DayPart, readonly (0 | 1)[]> = { full: [0, 1], morning: [0], afternoon: [1] };

function leaveHalves(leaves: readonly Leave[], reducing: ReadonlySet<string>): Map<CivilDate, [Half, Half]> {
  const halves = new Map<CivilDate, [Half, Half]>();
  for (const leave of leaves) {
    const grade: Half = reducing.has(leave.kind) ? 2 : 1;
    for (const day of daysBetween(leave.from, leave.to)) {
      const state = halves.get(day) ?? [0, 0];
      for (const half of HALVES[leave.part]) state[half] = Math.max(state[half], grade) as Half;
      halves.set(day, state);
    }
  }
  return halves;
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
  const halves = leaveHalves(leaves, reducingKinds(scheme));
  const exemptions = facts.excused.filter(({ person: whom }) => whom === null || whom === person.id);
  const excused = new Set(exemptions.flatMap(({ from, to }) => daysBetween(from, to)));

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
    leaves: leaves.map(({ origin }) => origin),
    exemptions: exemptions.map(({ origin }) => origin),
  };
}
