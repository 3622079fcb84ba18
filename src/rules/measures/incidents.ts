// 漏报: incidents found in a grid whose full-time worker on that day is the subject, and who had not reported them
// (三（六）2, K15).
import type { Figures } from '../../model/decision.ts';
import { gridsOn } from '../../model/service.ts';
import { rowsOf } from '../../model/source.ts';
import { cellsIfThere } from '../cells.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { count, counted, noData } from './figure.ts';

export function measureIncidents(office: Office, subject: Subject): Figures {
  const missed = office.facts.missedIncidents.filter(
    ({ missed: isMissed, date, grid }) =>
      isMissed && subject.service.days.has(date) && gridsOn(subject.person, subject.role, date).includes(grid),
  );
  const absence = { type: 'absence', what: '认定为漏报的记录', searched: tablesOf(office, 'missedIncidents') } as const;
  const rows = missed.map(({ origin }) => origin);
  // 认定 first: it is what is counted; the other cells say what was missed where.
  const cells = ['missed', 'date', 'grid', 'incident'].flatMap((field) =>
    field === 'missed' ? rowsOf(rows, field) : cellsIfThere(office, rows, field),
  );
  const missedIncidents = count(missed.length, counted(cells, absence));
  // Without a table nobody has looked for incidents: that is no data, not none missed.
  return { missedIncidents, missedListed: absence.searched.length === 0 ? noData([absence]) : missedIncidents };
}
