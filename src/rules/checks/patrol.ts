// 巡查: a workday nobody recorded (a forgotten export must not cost everybody their subsidy), and people without any record.
import type { CivilDate } from '../../model/civil.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { type Office, rosterPlace, type Subject, tablesOf } from '../office.ts';

export function checkPatrol(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const { facts, workdays } = office;
  const members = subjects.filter(({ role }) => role === 'fullTime');
  const owed = new Set(members.flatMap(({ service }) => service.assessable));
  const recorded = new Set<CivilDate>();
  for (const { date } of facts.patrol) recorded.add(date);
  const forgotten = workdays.filter((day) => owed.has(day) && !recorded.has(day));
  const [table] = tablesOf(office, 'patrol');
  const { file = null, sheet = null } = facts.tables.find(({ id }) => id === table) ?? {};
  const place = { file, sheet, row: null, column: null };
  return [
    ...forgotten.map((date) => problem('workdayWithoutPatrol', { date }, place)),
    ...members
      .filter(({ service, patrol }) => service.assessable.length > 0 && patrol().length === 0)
      .map(({ person }) =>
        problem('personWithoutPatrol', { id: person.id, name: person.name }, rosterPlace(facts, person)),
      ),
  ];
}
