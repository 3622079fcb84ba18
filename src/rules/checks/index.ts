// What the facts of a month should be asked before anybody is paid: one ordered list of checks. Checks find problems,
// they decide nothing.
import type { Problem } from '../../problems/problem.ts';
import type { Office, Subject } from '../office.ts';
import { checkDispatch } from './dispatch.ts';
import { checkHistory } from './history.ts';
import { checkUncertain, checkWithheld } from './holds.ts';
import { checkIncidents } from './incidents.ts';
import { checkMarks } from './marks.ts';
import { checkMeetings } from './meetings.ts';
import { checkPatrol } from './patrol.ts';
import { checkReporters } from './reporters.ts';
import { checkSpecialDuties } from './special-duties.ts';

const CHECKS: readonly ((office: Office, subjects: readonly Subject[]) => readonly Problem[])[] = [
  checkHistory,
  checkWithheld,
  checkUncertain,
  checkPatrol,
  checkReporters,
  checkIncidents,
  checkDispatch,
  checkMeetings,
  checkSpecialDuties,
  checkMarks,
];

export const checkMonth = (office: Office, subjects: readonly Subject[]): readonly Problem[] =>
  CHECKS.flatMap((check) => check(office, subjects));
