// 巡查: a workday nobody recorded (a forgotten export must not cost everybody their subsidy), and people without any record.
import type { CivilDate } from '../../model/civil.ts';
import type { Origin } from '../../model/source.ts';
import { type Place, type Problem, problem } from '../../problems/problem.ts';
import { type Office, rosterPlace, type Subject, tablesOf } from '../office.ts';

const EXAMPLES = 3;

function placeOf({ facts }: Office, alike: { readonly at: Origin } | undefined): Place {
  const table = facts.tables.find(({ id }) => id === alike?.at.table);
  return { file: table?.file ?? null, sheet: table?.sheet ?? null, row: alike?.at.row ?? null, column: null };
}

export function checkPatrol(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const { facts, workdays, asOf } = office;
  const members = subjects.filter(({ role }) => role === 'fullTime');
  const owed = new Set(members.flatMap(({ service }) => service.assessable));
  const past = asOf === null ? workdays : workdays.filter((day) => day <= asOf);
  const forgotten = past.filter((day) => owed.has(day) && !facts.patrolDates.has(day));
  const [table] = tablesOf(office, 'patrol');
  const { file = null, sheet = null } = facts.tables.find(({ id }) => id === table) ?? {};
  const place = { file, sheet, row: null, column: null };
  const alike = members.flatMap(({ person, patrolDays }) =>
    [...patrolDays].flatMap(
      ([
        date,
        {
          alike: [first, second],
        },
      ]) =>
        first && second ? [{ id: person.id, name: person.name, date, rows: [first.row, second.row], at: second }] : [],
    ),
  );
  const lacking = members.flatMap(({ person, service, patrolDays }) => {
    if (patrolDays.size === 0) return [];
    const isPast = (day: CivilDate): boolean => asOf === null || day <= asOf;
    const days = service.assessable.filter((day) => isPast(day) && facts.patrolDates.has(day) && !patrolDays.has(day));
    return days.length === 0 ? [] : [{ id: person.id, name: person.name, days }];
  });
  return [
    ...(lacking.length > 0 ? [problem('daysWithoutData', { people: lacking }, place)] : []),
    ...(alike.length > 0
      ? [
          problem(
            'patrolRowsAlike',
            { count: alike.length, examples: alike.slice(0, EXAMPLES) },
            placeOf(office, alike[0]),
          ),
        ]
      : []),
    ...forgotten.map((date) => problem('workdayWithoutPatrol', { date }, place)),
    ...members
      .filter(({ service, patrolDays }) => service.assessable.length > 0 && patrolDays.size === 0)
      .map(({ person }) =>
        problem('personWithoutPatrol', { id: person.id, name: person.name }, rosterPlace(facts, person)),
      ),
  ];
}
