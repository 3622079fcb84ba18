// All table kinds, in one ordered list (表的种类).
import type { ValueRules } from '../../model/value-rules.ts';
import type { Kind, KindSpec } from '../kind.ts';
import { adjustments } from './adjustments.ts';
import { calendarDays } from './calendar-days.ts';
import { confirmations } from './confirmations.ts';
import { excused } from './excused.ts';
import { grids } from './grids.ts';
import { leave } from './leave.ts';
import { meetings, meetingsByDate } from './meetings.ts';
import { missedIncidents } from './missed-incidents.ts';
import { noRecords } from './no-records.ts';
import { notUsed } from './not-used.ts';
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
import { wordings } from './wordings.ts';

const ALL: readonly Kind[] = [
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
  noRecords,
  notUsed,
  wordings,
];

/** Kinds that versions before 0.4.0 did not know. */
const NEW: ReadonlySet<unknown> = new Set([noRecords, notUsed, wordings]);

export const KINDS: readonly KindSpec[] = ALL;
const KINDS_BEFORE: readonly KindSpec[] = ALL.filter((kind) => !NEW.has(kind)).map(({ before }) => before);

export const kindsOf = (rules: ValueRules): readonly KindSpec[] => (rules === 1 ? KINDS_BEFORE : KINDS);
