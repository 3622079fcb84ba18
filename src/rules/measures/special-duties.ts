// 专项: completed special duties of the month (三（六）5).
import type { Figures } from '../../model/decision.ts';
import { rowsOf } from '../../model/source.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { count, counted } from './figure.ts';

export function measureSpecialDuties(office: Office, subject: Subject): Figures {
  const done = subject.specialDuties.filter((duty) => duty.done);
  const absence = { type: 'absence', what: '完成的专项职责', searched: tablesOf(office, 'specialDuties') } as const;
  return {
    specialDutiesDone: count(
      done.length,
      counted(
        rowsOf(
          done.map(({ origin }) => origin),
          'done',
        ),
        absence,
      ),
    ),
  };
}
