// All table kinds, in one ordered list (表的种类).
import type { KindSpec } from '../kind.ts';
import { adjustments } from './adjustments.ts';
import { calendarDays } from './calendar-days.ts';
import { confirmations } from './confirmations.ts';
import { excused } from './excused.ts';
import { grids } from './grids.ts';
import { leave } from './leave.ts';
import { meetings, meetingsByDate } from './meetings.ts';
import { missedIncidents } from './missed-incidents.ts';
import { ownHeadings } from './own-headings.ts';
import { patrol } from './patrol.ts';
import { patrolByDate } from './patrol-by-date.ts';
import { quantifiedTargets } from './quantified-targets.ts';
import { reports } from './reports.ts';
import { roster } from './roster.ts';
import { scores } from './scores.ts';
import { settings } from './settings.ts';
import { specialDuties } from './special-duties.ts';
import { survey } from './survey.ts';
import { tasks } from './tasks.ts';
import { trackPoints } from './track-points.ts';

export const KINDS: readonly KindSpec[] = [
  roster,
  grids,
  patrol,
  patrolByDate,
  trackPoints,
  reports,
  tasks,
  meetings,
  meetingsByDate,
  leave,
  excused,
  missedIncidents,
  specialDuties,
  scores,
  survey,
  adjustments,
  settings,
  confirmations,
  calendarDays,
  ownHeadings,
  quantifiedTargets,
];
