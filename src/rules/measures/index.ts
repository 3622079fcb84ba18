// What is measured of a subject before any rule: one ordered list. Each measure yields named figures with their sources.
import type { Figures } from '../../model/decision.ts';
import type { Office, Subject } from '../office.ts';
import { measureAttendance } from './attendance.ts';
import { measureIncidents } from './incidents.ts';
import { measureMarks } from './marks.ts';
import { measureMeetings } from './meetings.ts';
import { measureReports } from './reports.ts';
import { measureSpecialDuties } from './special-duties.ts';
import { measureSurvey } from './survey.ts';
import { measureTasks } from './tasks.ts';

const MEASURES: readonly ((office: Office, subject: Subject) => Figures)[] = [
  measureAttendance,
  measureMeetings,
  measureReports,
  measureIncidents,
  measureTasks,
  measureSpecialDuties,
  measureMarks,
  measureSurvey,
];

export const measure = (office: Office, subject: Subject): Figures =>
  Object.assign({}, ...MEASURES.map((of) => of(office, subject)));
