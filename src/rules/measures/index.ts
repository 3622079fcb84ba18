// What is measured of a subject before any rule: one ordered list. Each measure yields named figures with their sources.
import type { Figures } from '../../model/decision.ts';
import type { TableKind } from '../../model/terms.ts';
import type { Office, Subject } from '../office.ts';
import { measureAttendance } from './attendance.ts';
import { measureIncidents } from './incidents.ts';
import { measureMarks } from './marks.ts';
import { measureMeetings } from './meetings.ts';
import { measureReports } from './reports.ts';
import { measureSpecialDuties } from './special-duties.ts';
import { measureSurvey } from './survey.ts';
import { measureTasks } from './tasks.ts';

interface Measure {
  readonly of: (office: Office, subject: Subject) => Figures;
  /** The table it measures. */
  readonly table: TableKind;
}

const MEASURES: readonly Measure[] = [
  { of: measureAttendance, table: 'patrol' },
  { of: measureMeetings, table: 'meetings' },
  { of: measureReports, table: 'reports' },
  { of: measureIncidents, table: 'missedIncidents' },
  { of: measureTasks, table: 'tasks' },
  { of: measureSpecialDuties, table: 'specialDuties' },
  { of: measureMarks, table: 'scores' },
  { of: measureSurvey, table: 'survey' },
];

export const measure = (office: Office, subject: Subject): Figures =>
  Object.assign({}, ...MEASURES.map(({ of }) => of(office, subject)));

/** The table behind each measured figure, by its name. */
export const tablesBehind = (office: Office, subject: Subject): ReadonlyMap<string, TableKind> =>
  new Map(MEASURES.flatMap(({ of, table }) => Object.keys(of(office, subject)).map((key) => [key, table] as const)));
