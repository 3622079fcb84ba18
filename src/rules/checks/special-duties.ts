// 专项: only full-time members in service may have one (spec 5.4).
import { type Problem, problem } from '../../problems/problem.ts';
import { type Office, placeOf, type Subject } from '../office.ts';

export function checkSpecialDuties({ facts }: Office, subjects: readonly Subject[]): readonly Problem[] {
  const serving = new Set(
    subjects.filter(({ role, service }) => role === 'fullTime' && service.days.size > 0).map(({ person }) => person.id),
  );
  return facts.specialDuties
    .filter(({ person }) => !serving.has(person))
    .map(({ person, origin }) => problem('specialDutyNotFullTime', { id: person }, placeOf(facts, origin, 'person')));
}
