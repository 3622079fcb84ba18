// `alert --json` (spec 9): how every full-time member in service stands while the month goes on.
import type { CivilDate } from '../../model/civil.ts';
import type { Prospect } from '../../rules/prospects.ts';
import { reportsShort } from '../prospects.ts';
import type { alertBody } from '../schemas/alert.ts';
import type { DocumentBody } from '../schemas/common.ts';

export const ALERT_SCHEMA = 'alert/1';

export const alertDocument = (
  asOf: CivilDate,
  workdaysLeft: number,
  members: readonly Prospect[],
): DocumentBody<typeof alertBody> => ({
  asOf,
  workdaysLeft,
  workers: members.map((member) => ({
    id: member.id,
    name: member.name,
    grids: member.grids,
    assessableDays: member.assessableDays,
    assessableDaysLeft: member.assessableDaysLeft,
    unmetDays: member.patrol?.unmetDays ?? null,
    noDataDays: member.patrol?.noDataDays ?? null,
    unmetRun: member.patrol?.unmetRun ?? null,
    daysToForfeit: member.patrol?.daysToForfeit ?? null,
    forfeited: member.patrol?.forfeited ?? false,
    cardIfForfeited: member.patrol?.cardIfForfeited ?? null,
    effectiveReports: member.effectiveReports,
    reportBase: member.reportBase,
    reportsShort: reportsShort(member),
    meetingAbsences: member.meetingAbsences,
  })),
});
