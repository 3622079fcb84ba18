// 巡查: rows of one person and day that look as if one of them were there twice, or a whole export below another.
import { ROLES } from '../../model/terms.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { type Office, placeOf, rosterPlace, type Subject } from '../office.ts';

const EXAMPLES = 3;

/** Days of which two rows have the same online time: which rows, and where the second stands. */
const alikeDays = ({ person: { id, name }, patrolDays }: Subject) =>
  [...patrolDays].flatMap(([date, { alike }]) => {
    const [first, second] = alike;
    return first && second ? [{ id, name, date, rows: [first.row, second.row], at: second }] : [];
  });

const FEWEST = 10;

/** Days of somebody that have two rows in one table. */
function pairsIn(subjects: readonly Subject[]): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const pairs = new Map<number, [number, number][]>();
  for (const { patrolDays } of subjects)
    for (const { origins } of patrolDays.values()) {
      const [first, second, third] = origins;
      if (!first || !second || third || first.table !== second.table) continue;
      const known = pairs.get(first.table) ?? [];
      pairs.set(first.table, known);
      known.push([Math.min(first.row, second.row), Math.max(first.row, second.row)]);
    }
  return pairs;
}

/** Tables that begin anew: of every day that is there twice one row lies above, one below. Rows of one walk lie together. */
function pastedTwice({ facts }: Office, subjects: readonly Subject[]): readonly Problem[] {
  return [...pairsIn(subjects)].flatMap(([table, pairs]) => {
    const above = pairs.reduce((last, [row]) => Math.max(last, row), 0);
    const below = pairs.reduce((first, [, row]) => Math.min(first, row), Number.POSITIVE_INFINITY);
    if (pairs.length < FEWEST || above >= below) return [];
    return [
      problem('patrolPastedTwice', { count: pairs.length, row: below }, placeOf(facts, { table, row: below }, 'date')),
    ];
  });
}

const MANY = 3;

/** Who has patrol days and is nobody's full-time worker this month: a role that was mistyped, maybe. */
function notFullTime({ facts }: Office, subjects: readonly Subject[]): readonly Problem[] {
  const members = new Set(subjects.flatMap(({ role, person }) => (role === 'fullTime' ? [person.id] : [])));
  const found = facts.people.flatMap((person) => {
    const days = members.has(person.id) ? 0 : new Set(facts.patrol.of(person.id).map(({ date }) => date)).size;
    return days < MANY ? [] : [{ person, days }];
  });
  const [first] = found;
  if (first === undefined) return [];
  const people = found.map(({ person: { id, name, assignments }, days }) => {
    return { id: id as string, name, days, roles: [...new Set(assignments.map(({ role }) => ROLES[role]))] };
  });
  return [problem('patrolNotFullTime', { people }, rosterPlace(facts, first.person))];
}

export function checkPatrol(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const members = subjects.filter(({ role }) => role === 'fullTime');
  const [others, pasted] = [notFullTime(office, subjects), pastedTwice(office, members)];
  const alike = pasted.length > 0 ? [] : members.flatMap(alikeDays);
  const [first] = alike;
  if (!first) return [...others, ...pasted];
  const examples = alike.slice(0, EXAMPLES);
  const place = placeOf(office.facts, first.at, 'onlineTime');
  return [...others, problem('patrolRowsAlike', { count: alike.length, examples }, place)];
}
