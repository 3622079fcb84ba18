// What the facts of a month should be asked before anybody is paid: one ordered list of checks. Checks find problems,
// they decide nothing.
import type { Problem } from '../../problems/problem.ts';
import type { Office, Subject } from '../office.ts';
import { checkCoverage, checkReportCoverage, checkSingleDays } from './coverage.ts';
import { checkDispatch } from './dispatch.ts';
import { checkHistory } from './history.ts';
import { checkUncertain, checkWithheld } from './holds.ts';
import { checkIncidents } from './incidents.ts';
import { checkLeave, checkWorkOnLeave } from './leave.ts';
import { checkMarks } from './marks.ts';
import { checkMeetings } from './meetings.ts';
import { checkPatrol } from './patrol.ts';
import { checkAssignments, checkSamePerson } from './people.ts';
import { checkReporters } from './reporters.ts';
import { checkSigns } from './signs.ts';
import { checkSpecialDuties } from './special-duties.ts';
import { checkTaskTimes } from './task-times.ts';

const CHECKS: readonly ((office: Office, subjects: readonly Subject[]) => readonly Problem[])[] = [
  checkHistory,
  checkWithheld,
  checkUncertain,
  checkCoverage,
  checkSingleDays,
  checkPatrol,
  checkReportCoverage,
  checkSamePerson,
  checkAssignments,
  checkLeave,
  checkWorkOnLeave,
  checkSigns,
  checkTaskTimes,
  checkReporters,
  checkIncidents,
  checkDispatch,
  checkMeetings,
  checkSpecialDuties,
  checkMarks,
];

export const checkMonth = (office: Office, subjects: readonly Subject[]): readonly Problem[] =>
  CHECKS.flatMap((check) => check(office, subjects));
