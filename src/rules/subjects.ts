// The subjects of a month: each paid role a person held on any day of it, and full-time members with an adjustment or a
// carry-over although out of service (spec 5.6, 9).
import { type CivilDate, monthOf } from '../model/civil.ts';
import type { Person, Task } from '../model/facts.ts';
import type { SubjectRecord } from '../model/record.ts';
import { servesAs } from '../model/service.ts';
import type { Role } from '../model/terms.ts';
import { daysOfMonth } from '../scheme/calendar.ts';
import type { Office, Subject } from './office.ts';
import { serviceOf } from './service.ts';

const PAID_ROLES = ['fullTime', 'gridLead', 'partTime'] as const satisfies readonly Role[];

/** The day that places a task: 截止时间, else 派单时间 (spec 5.3). Throws when it has neither. */
export function taskDay(task: Task): NonNullable<Task['due']>['date'] {
  const moment = task.due ?? task.dispatched;
  if (moment === null) throw new RangeError(`task ${task.id} has no date`);
  return moment.date;
}

function subject(office: Office, person: Person, role: Role): Subject {
  const { facts, period } = office;
  const service = serviceOf(office, person, role);
  const own = <T extends { person: unknown }>(rows: readonly T[]) => rows.filter((row) => row.person === person.id);
  return {
    person,
    role,
    service,
    patrol: own(facts.patrol).filter(({ date }) => service.days.has(date)),
    reports: own(facts.reports).filter(({ at }) => service.days.has(at.date)),
    tasks: own(facts.tasks).filter((task) => monthOf(taskDay(task)) === period && service.days.has(taskDay(task))),
    meetings: own(facts.meetings).filter(({ date }) => service.days.has(date)),
    scores: own(facts.scores),
    specialDuties: own(facts.specialDuties),
  };
}

/** A member who still owes a carry-over but no longer stands on the roster: out of service, known from the last record. */
function formerMember(before: SubjectRecord): Person {
  const origin = { table: -1, row: 0 };
  return {
    id: before.id,
    name: before.name,
    assignments: [{ role: before.role, grids: before.grids, from: null, to: NEVER, origin }],
    hired: null,
    left: NEVER,
    partyMember: false,
    idNumber: null,
    phone: null,
    bankAccount: null,
    bankName: null,
  };
}

const NEVER = '1900-01-01' as CivilDate;

/** Full-time members first, each group by id. */
export function subjectsOf(office: Office): readonly Subject[] {
  const days = daysOfMonth(office.period);
  const owing = (office.history.at(-1)?.subjects ?? []).filter(({ carriedOut }) => carriedOut !== 0);
  const listed = new Set(office.facts.people.map(({ id }) => id));
  const people = [...office.facts.people, ...owing.filter(({ id }) => !listed.has(id)).map(formerMember)].sort(byId);
  const adjusted = new Set(office.facts.adjustments.map(({ person }) => person));

  const serves = (person: Person, role: Role) => days.some((day) => servesAs(person, role, day));
  const owes = (person: Person, role: Role) => owing.some((before) => before.id === person.id && before.role === role);
  const onlyAdjusted = (person: Person, role: Role) =>
    adjusted.has(person.id) && !PAID_ROLES.some((paid) => serves(person, paid)) && roleOfAdjustment(person) === role;
  return PAID_ROLES.flatMap((role) =>
    people
      .filter((person) => serves(person, role) || owes(person, role) || onlyAdjusted(person, role))
      .map((person) => subject(office, person, role)),
  );
}

const byId = (a: Person, b: Person): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The role whose pay an adjustment joins when the person is out of service: full-time, if ever so. */
const roleOfAdjustment = (person: Person): Role | undefined =>
  PAID_ROLES.find((role) => person.assignments.some((assignment) => assignment.role === role));
