// 巡查: a workday nobody recorded (a forgotten export must not cost everybody their subsidy), and people without any record.
import type { CivilDate } from '../../model/civil.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { type Office, placeOf, rosterPlace, type Subject, tablesOf } from '../office.ts';

const EXAMPLES = 3;

/** Days of which two rows have the same online time: which rows, and where the second stands. */
const alikeDays = ({ person: { id, name }, patrolDays }: Subject) =>
  [...patrolDays].flatMap(([date, { alike }]) => {
    const [first, second] = alike;
    return first && second ? [{ id, name, date, rows: [first.row, second.row], at: second }] : [];
  });

export function checkPatrol(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const { facts, workdays, asOf } = office;
  const members = subjects.filter(({ role }) => role === 'fullTime');
  const owed = new Set(members.flatMap(({ service }) => service.assessable));
  const past = asOf === null ? workdays : workdays.filter((day) => day <= asOf);
  const forgotten = past.filter((day) => owed.has(day) && !facts.patrolDates.has(day));
  const [table] = tablesOf(office, 'patrol');
  const { file = null, sheet = null } = facts.tables.find(({ id }) => id === table) ?? {};
  const place = { file, sheet, row: null, column: null };
  const alike = members.flatMap(alikeDays);
  const [firstAlike] = alike;
  const lacking = members.flatMap(({ person, service, patrolDays }) => {
    if (patrolDays.size === 0) return [];
    const isPast = (day: CivilDate): boolean => asOf === null || day <= asOf;
    const days = service.assessable.filter((day) => isPast(day) && facts.patrolDates.has(day) && !patrolDays.has(day));
    return days.length === 0 ? [] : [{ id: person.id, name: person.name, days }];
  });
  return [
    ...(lacking.length > 0 ? [problem('daysWithoutData', { people: lacking }, place)] : []),
    ...(firstAlike
      ? [
          problem(
            'patrolRowsAlike',
            { count: alike.length, examples: alike.slice(0, EXAMPLES) },
            placeOf(facts, firstAlike.at, 'onlineTime'),
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
