// What a row of each table kind parses to, before people, grids and units are settled.
import type { TableKind } from '../../model/terms.ts';
import type { AdjustmentDraft } from './adjustments.ts';
import type { CalendarDayDraft } from './calendar-days.ts';
import type { ConfirmationDraft } from './confirmations.ts';
import type { ExcusedDraft } from './excused.ts';
import type { GridDraft } from './grids.ts';
import type { LeaveDraft } from './leave.ts';
import type { MeetingsDraft } from './meetings.ts';
import type { MissedIncidentDraft } from './missed-incidents.ts';
import type { NoRecordDraft } from './no-records.ts';
import type { NotUsedDraft } from './not-used.ts';
import type { OwnHeadingDraft } from './own-headings.ts';
import type { PatrolDraft } from './patrol.ts';
import type { QuantifiedTargetDraft } from './quantified-targets.ts';
import type { ReportDraft } from './reports.ts';
import type { RosterDraft } from './roster.ts';
import type { ScoreDraft } from './scores.ts';
import type { SettingDraft } from './settings.ts';
import type { SpecialDutyDraft } from './special-duties.ts';
import type { SurveyDraft } from './survey.ts';
import type { TaskDraft } from './tasks.ts';
import type { WordingDraft } from './wordings.ts';

export interface Drafts extends Record<TableKind, object> {
  readonly roster: RosterDraft;
  readonly grids: GridDraft;
  readonly patrol: PatrolDraft;
  readonly trackPoints: Record<never, never>;
  readonly reports: ReportDraft;
  readonly tasks: TaskDraft;
  readonly meetings: MeetingsDraft;
  readonly leave: LeaveDraft;
  readonly excused: ExcusedDraft;
  readonly missedIncidents: MissedIncidentDraft;
  readonly specialDuties: SpecialDutyDraft;
  readonly scores: ScoreDraft;
  readonly survey: SurveyDraft;
  readonly adjustments: AdjustmentDraft;
  readonly settings: SettingDraft;
  readonly confirmations: ConfirmationDraft;
  readonly calendarDays: CalendarDayDraft;
  readonly ownHeadings: OwnHeadingDraft;
  readonly quantifiedTargets: QuantifiedTargetDraft;
  readonly noRecords: NoRecordDraft;
  readonly notUsed: NotUsedDraft;
  readonly wordings: WordingDraft;
}
