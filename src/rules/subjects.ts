// The subjects of a month: whoever served in a paid role on any day of it, and full-time members with an adjustment, a
// carry-over or a reward still to be paid although out of service (spec 5.6, 9). 网格长 and 兼职 are one group: one row a person.
import { type CivilDate, monthOf } from '../model/civil.ts';
import type { Person, Survey } from '../model/facts.ts';
import type { SubjectRecord, SurveyRecord } from '../model/record.ts';
import { servesAs } from '../model/service.ts';
import type { Role } from '../model/terms.ts';
import { daysOfMonth } from '../scheme/calendar.ts';
import { switchOf } from '../scheme/scheme.ts';
import { patrolDays } from './measures/patrol-days.ts';
import { taskDay } from './measures/tasks.ts';
import type { Office, Subject } from './office.ts';
import { serviceOf } from './service.ts';
import { surveyInForce } from './survey.ts';

/** Roles paid alike; a person stands once in each group, under the first role held in the month. */
const PAY_GROUPS: readonly (readonly Role[])[] = [['fullTime'], ['gridLead', 'partTime']];

type Own = <T extends { readonly person: unknown }>(rows: readonly T[], person: Person) => readonly T[];

/** Each list of facts is gone through once, however many people there are. */
function rowsByPerson(): Own {
  const known = new Map<unknown, Map<unknown, unknown[]>>();
  return <T extends { readonly person: unknown }>(rows: readonly T[], { id }: Person) => {
    const byPerson = known.get(rows) ?? new Map<unknown, unknown[]>();
    if (!known.has(rows)) {
      known.set(rows, byPerson);
      for (const row of rows) {
        const own = byPerson.get(row.person);
        if (own) own.push(row);
        else byPerson.set(row.person, [row]);
      }
    }
    return (byPerson.get(id) ?? []) as T[];
  };
}

function subject(
  office: Office,
  person: Person,
  group: readonly Role[],
  own: Own,
  surveys: ReadonlyMap<string, SurveyRecord>,
): Subject {
  const { facts, period, scheme } = office;
  const service = serviceOf(office, person, group);
  const role =
    group.find((one) => holds(person, [one], daysOfMonth(period))) ?? everHeld(person, group) ?? (group[0] as Role);
  return {
    person,
    role,
    service,
    patrolDays: patrolDays(
      facts.patrol.of(person.id).filter(({ date }) => service.days.has(date)),
      switchOf(scheme, scheme.edition.measures.marksDecide, false),
    ),
    reports: () => facts.reports.of(person.id).filter(({ at }) => service.days.has(at.date)),
    tasks: own(facts.tasks, person).filter(
      (task) => monthOf(taskDay(task)) === period && service.days.has(taskDay(task)),
    ),
    meetings: own(facts.meetings, person).filter(({ date }) => service.days.has(date)),
    scores: own(facts.scores, person),
    survey: surveyOf(surveys.get(person.id), own(facts.survey, person)[0]),
    specialDuties: own(facts.specialDuties, person),
  };
}

const surveyOf = (inForce: SurveyRecord | undefined, own: Survey | undefined): Subject['survey'] =>
  inForce ? { ...inForce, origin: own?.origin ?? null } : null;

/** A member with whom something is unsettled and who no longer stands on the roster: out of service, known from the last record. */
function formerMember(before: SubjectRecord): Person {
  const origin = { table: -1, row: 0 };
  return {
    id: before.id,
    name: before.name,
    formerNames: [],
    assignments: [{ role: before.role, grids: before.grids, from: null, to: NEVER, origin }],
    hired: null,
    left: NEVER,
    partyMember: false,
    idNumber: null,
    phone: null,
    bankAccount: null,
    bankName: null,
    accountConfirmed: false,
  };
}

const NEVER = '1900-01-01' as CivilDate;

/** Who owes a carry-over from the month before, or whose reward of the quarter before is paid this month. */
function unsettled({ period, history }: Office): readonly SubjectRecord[] {
  const last = history.at(-1);
  if (last === undefined) return [];
  const rewarded = last.ranking?.paidIn === period ? last.ranking.ranked.filter(({ reward }) => reward > 0) : [];
  // A person's first subject of a month is the full-time one.
  const isRewarded = (subject: SubjectRecord) =>
    rewarded.some(({ id }) => last.subjects.find((one) => one.id === id) === subject);
  return last.subjects.filter((subject) => subject.carriedOut !== 0 || isRewarded(subject));
}

/** Full-time members first, each group by id. */
export function subjectsOf(office: Office): readonly Subject[] {
  const days = daysOfMonth(office.period);
  const own = rowsByPerson();
  const surveys = new Map(surveyInForce(office).map((row) => [row.person as string, row]));
  const owing = unsettled(office);
  const listed = new Set(office.facts.people.map(({ id }) => id));
  const people = [...office.facts.people, ...owing.filter(({ id }) => !listed.has(id)).map(formerMember)].sort(byId);
  const adjusted = new Set(office.facts.adjustments.map(({ person }) => person));

  const owes = (person: Person, group: readonly Role[]) =>
    owing.some((before) => before.id === person.id && group.includes(before.role));
  /** Out of service, an adjustment joins the first group the person ever belonged to. */
  const onlyAdjusted = (person: Person, group: readonly Role[]) =>
    adjusted.has(person.id) &&
    !PAY_GROUPS.some((paid) => holds(person, paid, days)) &&
    PAY_GROUPS.find((paid) => everHeld(person, paid) !== undefined) === group;
  return PAY_GROUPS.flatMap((group) =>
    people
      .filter((person) => holds(person, group, days) || owes(person, group) || onlyAdjusted(person, group))
      .map((person) => subject(office, person, group, own, surveys)),
  );
}

const byId = (a: Person, b: Person): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const holds = (person: Person, group: readonly Role[], days: readonly CivilDate[]): boolean =>
  days.some((day) => group.some((role) => servesAs(person, role, day)));

const everHeld = (person: Person, group: readonly Role[]): Role | undefined =>
  group.find((role) => person.assignments.some((assignment) => assignment.role === role));
