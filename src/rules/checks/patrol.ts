// 巡查: a workday nobody recorded (a forgotten export must not cost everybody their subsidy), and people without any record.
import type { CivilDate } from '../../model/civil.ts';
import type { PersonId } from '../../model/facts.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { type Office, rosterPlace, type Subject, tablesOf } from '../office.ts';

export function checkPatrol(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const { facts, workdays } = office;
  const members = subjects.filter(({ role }) => role === 'fullTime');
  const owed = new Set(members.flatMap(({ service }) => service.assessable));
  const services = new Map(members.map(({ person, service }) => [person.id, service]));
  const recorded = new Set<CivilDate>();
  const met = new Set<PersonId>();
  for (const { person, date } of facts.patrol) {
    recorded.add(date);
    if (services.get(person)?.days.has(date)) met.add(person);
  }
  const forgotten = workdays.filter((day) => owed.has(day) && !recorded.has(day));
  const [table] = tablesOf(office, 'patrol');
  const { file = null, sheet = null } = facts.tables.find(({ id }) => id === table) ?? {};
  const place = { file, sheet, row: null, column: null };
  return [
    ...forgotten.map((date) => problem('workdayWithoutPatrol', { date }, place)),
    ...members
      .filter(({ person, service }) => service.assessable.length > 0 && !met.has(person.id))
      .map(({ person }) =>
        problem('personWithoutPatrol', { id: person.id, name: person.name }, rosterPlace(facts, person)),
      ),
  ];
}
