// The grids of a month and who holds them: every grid of the grid table, and every one that somebody holds on any day (spec 8).
import type { CivilDate } from '../model/civil.ts';
import type { GridId, Person } from '../model/facts.ts';
import type { TeamMember } from '../model/record.ts';
import { assignmentsOn, gridsOn } from '../model/service.ts';
import { ROLES, type Role } from '../model/terms.ts';
import { daysOfMonth } from '../scheme/calendar.ts';
import type { GridUnit, Office } from './office.ts';

const ROLE_ORDER = Object.keys(ROLES) as readonly Role[];

/** Grid → the days on which a person holds it in a role. */
function heldIn(person: Person, role: Role, days: readonly CivilDate[]): ReadonlyMap<GridId, readonly CivilDate[]> {
  const held = new Map<GridId, CivilDate[]>();
  if (!person.assignments.some((assignment) => assignment.role === role)) return held;
  for (const day of days)
    for (const grid of gridsOn(person, role, day)) held.set(grid, [...(held.get(grid) ?? []), day]);
  return held;
}

const memberOf = (person: Person, role: Role, grid: GridId, days: readonly CivilDate[]): TeamMember => ({
  id: person.id,
  name: person.name,
  role,
  partyMember: person.partyMember,
  days,
  origins: person.assignments
    .filter((one) => one.role === role && one.grids.includes(grid))
    .filter((one) => days.some((day) => assignmentsOn(person, day).includes(one)))
    .map(({ origin }) => origin),
});

/** By id. */
export function gridUnits({ facts, period }: Office): readonly GridUnit[] {
  const days = daysOfMonth(period);
  const people = [...facts.people].sort((a, b) => (a.id < b.id ? -1 : 1));
  const teams = new Map<GridId, TeamMember[]>();
  for (const role of ROLE_ORDER) {
    for (const person of people) {
      for (const [grid, held] of heldIn(person, role, days)) {
        const member = memberOf(person, role, grid, held);
        teams.set(grid, [...(teams.get(grid) ?? []), member]);
      }
    }
  }
  return facts.grids
    .filter(({ id, origin }) => origin !== null || teams.has(id))
    .map((grid) => ({ grid, team: teams.get(grid.id) ?? [] }))
    .sort((a, b) => (a.grid.id < b.grid.id ? -1 : 1));
}
