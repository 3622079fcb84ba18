// Who serves where, when and as what: read off the roster's assignments (spec 3 花名册, 4).
import type { CivilDate } from './civil.ts';
import type { Assignment, GridId, Person } from './facts.ts';
import type { Role } from './terms.ts';

const covers = (from: CivilDate | null, to: CivilDate | null, day: CivilDate): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

/** 入职日期 to 离职日期, both included. */
export const isEmployed = (person: Person, day: CivilDate): boolean => covers(person.hired, person.left, day);

export const assignmentsOn = (person: Person, day: CivilDate): readonly Assignment[] =>
  person.assignments.filter((assignment) => covers(assignment.from, assignment.to, day));

/**
 * The role held on a day: that of the assignments covering it (full-time before others, then roster order); in a gap
 * between assignments the role last held, before the first one the first. Says nothing about employment.
 */
export function roleOn(person: Person, day: CivilDate): Role {
  const current = assignmentsOn(person, day);
  const held = current.find(({ role }) => role === 'fullTime') ?? current[0];
  if (held) return held.role;
  const past = person.assignments.filter(({ to }) => to !== null && to < day);
  const last = past.reduce<Assignment | undefined>(
    (latest, next) => (latest === undefined || (next.to as string) > (latest.to as string) ? next : latest),
    undefined,
  );
  return (last ?? (person.assignments[0] as Assignment)).role;
}

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
