// 专项: completed special duties of the month (三（六）5).
import type { Figures } from '../../model/decision.ts';
import type { SpecialDuty } from '../../model/facts.ts';
import { rowsOf } from '../../model/source.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { count } from './figure.ts';

export function measureSpecialDuties(office: Office, subject: Subject): Figures {
  const done = subject.specialDuties.filter((duty) => duty.done);
  const absence = { type: 'absence', what: '完成的专项职责', searched: tablesOf(office, 'specialDuties') } as const;
  const cells = (duties: readonly SpecialDuty[]) =>
    rowsOf(
      duties.map(({ origin }) => origin),
      'done',
    );
  const sources = done.length > 0 ? cells(done) : [absence, ...cells(subject.specialDuties)];
  return { specialDutiesDone: count(done.length, sources) };
}
