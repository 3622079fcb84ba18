// 信息 reported by an adviser earns nothing and is listed (三（二）, spec 5.7); money adjusted for one is a mistake.
import { monthOf } from '../../model/civil.ts';
import { roleOn } from '../../model/service.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { type Office, placeOf, type Subject } from '../office.ts';

export function checkReporters(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const { facts, period } = office;
  const paid = new Set(subjects.map(({ person }) => person.id));
  const byAdvisers = facts.people
    .filter(({ assignments }) => assignments.some(({ role }) => role === 'adviser'))
    .flatMap((person) =>
      facts.reports
        .of(person.id)
        .filter(({ at }) => monthOf(at.date) === period && roleOn(person, at.date) === 'adviser')
        .map((report) =>
          problem(
            'reportByAdviser',
            { id: person.id, name: person.name, report: report.id },
            placeOf(facts, report.origin, 'person'),
          ),
        ),
    );
  const forAdvisers = facts.adjustments
    .filter(({ person }) => !paid.has(person))
    .map(({ person, origin }) => problem('adjustmentForAdviser', { id: person }, placeOf(facts, origin, 'amount')));
  return [...byAdvisers, ...forAdvisers];
}
