// 评分: members who do not know the duty list are listed; pay does not change (三（六）1, K28).
import { type Problem, problem } from '../../problems/problem.ts';
import { type Office, placeOf, type Subject } from '../office.ts';

export function checkMarks({ facts }: Office, subjects: readonly Subject[]): readonly Problem[] {
  return subjects
    .filter(({ role }) => role === 'fullTime')
    .flatMap(({ person, scores }) =>
      scores
        .filter(({ knowsDutyList }) => knowsDutyList === false)
        .map(({ origin }) =>
          problem('dutyListNotKnown', { id: person.id, name: person.name }, placeOf(facts, origin, 'knowsDutyList')),
        ),
    );
}
