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

/**
 * The role held on a day: that of the assignments covering it, full-time before others; in a gap between assignments the
 * role last held, before the first one the first. Says nothing about employment.
 */
export function roleOn(person: Person, day: CivilDate): Role {
  const { assignments } = person;
  const ended = assignments.filter(({ to }) => to !== null && to < day).map(({ to }) => to as CivilDate);
  const lastEnd = ended.sort().at(-1);
  const firstStart = assignments.map(({ from }) => from ?? '').sort()[0];
  return (
    foremost(assignmentsOn(person, day)) ??
    foremost(assignments.filter(({ to }) => to !== null && to === lastEnd)) ??
    foremost(assignments.filter(({ from }) => (from ?? '') === firstStart)) ??
    'adviser'
  );
}

/** The first day a person can have served in a role: 入职日期 or 任职开始, whichever is later; null is no limit. */
export function firstDayAs(person: Person, role: Role): CivilDate | null {
  const starts = person.assignments.filter((one) => one.role === role).map(({ from }) => later(from, person.hired));
  return starts.includes(null) ? null : (starts.map((start) => start as CivilDate).sort()[0] ?? null);
}

const later = (a: CivilDate | null, b: CivilDate | null): CivilDate | null =>
  a === null ? b : b === null || a > b ? a : b;

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
