// 巡查: rows of one person and day that look as if one of them were there twice.
import { type Problem, problem } from '../../problems/problem.ts';
import { type Office, placeOf, type Subject } from '../office.ts';

const EXAMPLES = 3;

/** Days of which two rows have the same online time: which rows, and where the second stands. */
const alikeDays = ({ person: { id, name }, patrolDays }: Subject) =>
  [...patrolDays].flatMap(([date, { alike }]) => {
    const [first, second] = alike;
    return first && second ? [{ id, name, date, rows: [first.row, second.row], at: second }] : [];
  });

export function checkPatrol({ facts }: Office, subjects: readonly Subject[]): readonly Problem[] {
  const alike = subjects.filter(({ role }) => role === 'fullTime').flatMap(alikeDays);
  const [first] = alike;
  if (!first) return [];
  const examples = alike.slice(0, EXAMPLES);
  return [problem('patrolRowsAlike', { count: alike.length, examples }, placeOf(facts, first.at, 'onlineTime'))];
}
