// People on the roster (花名册): one person under two 工号, and work on days that no assignment covers (spec 3.0).
import type { Person } from '../../model/facts.ts';
import { ratioText } from '../../model/fraction.ts';
import { TABLE_KINDS } from '../../model/terms.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { daysBetween } from '../../scheme/calendar.ts';
import { type Office, placeOf, type Subject, tablesOf } from '../office.ts';
import { serviceOf } from '../service.ts';

const ENDING = 4;
const masked = (number: string): string =>
  number.length <= ENDING * 2 ? number : `${number.slice(0, 3)}…${number.slice(-ENDING)}`;

/** Two paid 工号 with one 身份证号 or one mobile number: one entry a number. */
export function checkSamePerson({ facts }: Office, subjects: readonly Subject[]): readonly Problem[] {
  const paid = [...new Set(subjects.map(({ person }) => person))];
  const told = new Set<string>();
  return (['idNumber', 'phone'] as const).flatMap((field) => {
    const byNumber = new Map<string, Person[]>();
    for (const person of paid) {
      const number = person[field];
      if (number !== null) byNumber.set(number, [...(byNumber.get(number) ?? []), person]);
    }
    return [...byNumber].flatMap(([number, people]) => {
      const ids = people.map(({ id }) => id).join();
      if (people.length < 2 || told.has(ids)) return [];
      told.add(ids);
      const last = people.at(-1) as Person;
      const origin = last.assignments[0]?.origin;
      const heading = field === 'idNumber' ? '身份证号' : '手机';
      const data = { heading, number: masked(number), people: people.map(({ id, name }) => ({ id, name })) };
      return [problem('samePersonTwice', data, origin ? placeOf(facts, origin, field) : undefined)];
    });
  });
}

/** The share as it would be if the days between the first and the last record were served. */
function sharesOf(office: Office, person: Person, first: string, last: string) {
  const role = person.assignments[0]?.role ?? 'fullTime';
  const days = daysBetween(first as never, last as never);
  const [origin] = person.assignments;
  const filled =
    origin === undefined
      ? person
      : {
          ...person,
          assignments: [...person.assignments, { ...origin, from: days[0] ?? null, to: days.at(-1) ?? null }],
        };
  const now = serviceOf(office, person, [role]);
  const then = serviceOf(office, filled, [role]);
  return { share: ratioText(now.share), shareWith: ratioText(then.share), days: then.shareOf.days - now.shareOf.days };
}

/** Work within employment but outside every assignment. */
export function checkAssignments(office: Office, _subjects: readonly Subject[]): readonly Problem[] {
  const people = office.facts.unassigned.flatMap(({ person: id, counts, first, last }) => {
    const person = office.facts.people.find((one) => one.id === id);
    if (!person) return [];
    const named = counts.map(([kind, count]) => [TABLE_KINDS[kind], count] as const);
    return [
      {
        id: person.id as string,
        name: person.name,
        counts: named,
        first,
        last,
        ...sharesOf(office, person, first, last),
      },
    ];
  });
  const [table] = tablesOf(office, 'roster');
  const { file = null, sheet = null } = office.facts.tables.find((one) => one.id === table) ?? {};
  return people.length > 0 ? [problem('outsideAssignments', { people }, { file, sheet, row: null, column: null })] : [];
}
