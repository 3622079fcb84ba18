// Who serves where, when and as what: read off the roster's assignments (spec 3 花名册, 4).
import type { CivilDate } from './civil.ts';
import type { Assignment, GridId, Person } from './facts.ts';
import { ROLES, type Role } from './terms.ts';

const covers = (from: CivilDate | null, to: CivilDate | null, day: CivilDate): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

/** 入职日期 to 离职日期, both included. */
export const isEmployed = (person: Person, day: CivilDate): boolean => covers(person.hired, person.left, day);

export const assignmentsOn = (person: Person, day: CivilDate): readonly Assignment[] =>
  person.assignments.filter((assignment) => covers(assignment.from, assignment.to, day));

const ROLE_ORDER = Object.keys(ROLES) as readonly Role[];

/** The first in the order of the glossary, so that the order of roster rows decides nothing. */
const foremost = (assignments: readonly Assignment[]): Role | undefined =>
  ROLE_ORDER.find((role) => assignments.some((assignment) => assignment.role === role));

/** The role held on a day: that of the assignments covering it, full-time before others; null where none does (spec 4). */
export const roleOn = (person: Person, day: CivilDate): Role | null => foremost(assignmentsOn(person, day)) ?? null;

/**
 * The days that no assignment covers as versions before 0.4.0 took them: of the role last held, before the first one of
 * the first, without a grid.
 */
export function withGapsHeld(person: Person): Person {
  const { assignments } = person;
  const starts = assignments.map(({ from }) => from ?? '').sort();
  const ends = [...new Set(assignments.flatMap(({ to }) => (to === null ? [] : [to])))].sort();
  const gap = (of: readonly Assignment[], from: CivilDate | null, to: CivilDate | null): Assignment[] => {
    const role = foremost(of);
    const [first] = of;
    return role && first ? [{ role, grids: [], from, to, origin: first.origin, isGap: true }] : [];
  };
  const before = assignments.filter(({ from }) => (from ?? '') === starts[0]);
  const gaps = [
    ...(starts[0] ? gap(before, null, dayBefore(starts[0] as CivilDate)) : []),
    ...ends.flatMap((end) => {
      const next = starts.find((start) => start > end);
      const isCovered = assignments.some(({ from, to }) => covers(from, to, dayAfter(end)));
      const until = next === undefined ? null : dayBefore(next as CivilDate);
      return isCovered
        ? []
        : gap(
            assignments.filter(({ to }) => to === end),
            dayAfter(end),
            until,
          );
    }),
  ];
  return gaps.length === 0 ? person : { ...person, assignments: [...assignments, ...gaps] };
}

const shifted = (day: CivilDate, by: number): CivilDate => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + by)).toISOString().slice(0, 10) as CivilDate;
};
const dayAfter = (day: CivilDate): CivilDate => shifted(day, 1);
const dayBefore = (day: CivilDate): CivilDate => shifted(day, -1);

/** The first day a person can have served in a role: 入职日期 or 任职开始, whichever is later; null is no limit. */
export function firstDayAs(person: Person, role: Role): CivilDate | null {
  const own = person.assignments.filter((one) => !one.isGap);
  const starts = own.filter((one) => one.role === role).map(({ from }) => later(from, person.hired));
  return starts.includes(null) ? null : (starts.map((start) => start as CivilDate).sort()[0] ?? null);
}

const later = (a: CivilDate | null, b: CivilDate | null): CivilDate | null =>
  a === null ? b : b === null || a > b ? a : b;

/** In service in some role (spec 4): employed, and covered by an assignment. */
export const serves = (person: Person, day: CivilDate): boolean =>
  isEmployed(person, day) && assignmentsOn(person, day).length > 0;

/** Employed on the day in this role. */
export const servesAs = (person: Person, role: Role, day: CivilDate): boolean =>
  isEmployed(person, day) && roleOn(person, day) === role;

/** The grids a person holds on a day in a role, distinct, in roster order. */
export function gridsOn(person: Person, role: Role, day: CivilDate): readonly GridId[] {
  if (!isEmployed(person, day)) return [];
  const grids = assignmentsOn(person, day)
    .filter((assignment) => assignment.role === role)
    .flatMap((assignment) => assignment.grids);
  return [...new Set(grids)];
}
