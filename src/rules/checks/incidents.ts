// 漏报 against reports of the 30 days before: 是 although the grid had reported it, 否 although it had not (spec 5.2).
import { type CivilDate, monthOf } from '../../model/civil.ts';
import type { GridId, MissedIncident, Report } from '../../model/facts.ts';
import { gridsOn } from '../../model/service.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { plusDays } from '../../scheme/calendar.ts';
import { type Office, placeOf, type Subject } from '../office.ts';

const LOOK_BACK_DAYS = 30;

/** The grid a report is about: its own, else those of its reporter that day. */
function gridsOfReport({ facts }: Office, report: Report): readonly GridId[] {
  if (report.grid !== null) return [report.grid];
  const person = facts.people.find(({ id }) => id === report.person);
  return person?.assignments.flatMap(({ grids }) => grids) ?? [];
}

/** The effective reports of a kind of which an incident was found. */
function reportsOfIncidents({ facts }: Office): readonly Report[] {
  const kinds = new Set<string | null>(facts.missedIncidents.map(({ incident }) => incident));
  const found: Report[] = [];
  if (kinds.size === 0) return found;
  for (const report of facts.reports) if (report.effective && kinds.has(report.category)) found.push(report);
  return found;
}

function wasReported(office: Office, reports: readonly Report[], { date, grid, incident }: MissedIncident): boolean {
  const from: CivilDate = plusDays(date, -LOOK_BACK_DAYS);
  return reports.some(
    (report) =>
      report.category === incident &&
      report.at.date >= from &&
      report.at.date <= date &&
      gridsOfReport(office, report).includes(grid),
  );
}

export function checkIncidents(office: Office, _subjects: readonly Subject[]): readonly Problem[] {
  const { facts, period } = office;
  const reports = reportsOfIncidents(office);
  return facts.missedIncidents
    .filter(({ date }) => monthOf(date) === period)
    .flatMap((incident) => {
      const { date, grid, missed } = incident;
      const data = { grid, date, incident: incident.incident };
      const place = placeOf(facts, incident.origin, 'missed');
      const reported = wasReported(office, reports, incident);
      const responsible = facts.people.some((person) => gridsOn(person, 'fullTime', date).includes(grid));
      return [
        ...(missed && reported ? [problem('missedAlthoughReported', data, place)] : []),
        ...(!missed && !reported ? [problem('notMissedWithoutReport', data, place)] : []),
        ...(missed && !responsible ? [problem('missedWithoutMember', data, place)] : []),
      ];
    });
}
