/**
 * Plain types of one made-up office. Dates are `YYYY-MM-DD`, moments are `YYYY-MM-DD HH:mm` or a date only,
 * money, rates and marks are decimal text, durations whole seconds, distances whole metres.
 */

export type Role = '专职网格员' | '网格长' | '兼职网格员' | '网格指导员';

export interface RosterRow {
  id: string;
  name: string;
  role: Role;
  grids: string[];
  party: boolean | null;
  hired: string | null;
  left: string | null;
  from: string | null;
  to: string | null;
}

export interface PatrolRow {
  date: string;
  id: string;
  /** In percent, such as `79.99`. Null in every row of a month: the table has no such column. */
  onlineRate: string | null;
  onlineSeconds: number | null;
  metres: number | null;
  keyPersons: number | null;
  keyPlaces: number | null;
}

export interface ReportRow {
  number: string;
  id: string;
  time: string;
  category: string;
  grid: string | null;
  valid: boolean | 'pending';
}

export interface TaskRow {
  number: string;
  type: '事件' | '任务' | '临时';
  id: string;
  dispatched: string;
  due: string | null;
  done: string | null;
  status: string;
}

export interface MeetingRow {
  date: string;
  name: string | null;
  id: string;
  attendance: '出席' | '迟到' | '请假' | '缺席';
}

export interface LeaveRow {
  id: string;
  from: string;
  to: string;
  kind: string;
  half: '全天' | '上午' | '下午' | null;
}

interface ExcusedRow {
  from: string;
  to: string;
  /** Null: everyone. */
  id: string | null;
  reason: string;
}

interface MissedIncidentRow {
  date: string;
  grid: string;
  kind: string;
  missed: boolean;
  note: string;
}

interface SpecialDutyRow {
  id: string;
  duty: '系统维护' | '牵头';
  done: boolean | null;
}

interface ScoreRow {
  id: string;
  patrolQuality: string | null;
  dutyKnown: boolean | null;
}

/** Percents; null is an empty cell. */
export interface SurveyRow {
  id: string;
  accuracy: string | null;
  keyPersonKnowledge: string | null;
  familiarity: string | null;
  satisfaction: string | null;
}

export interface GridRow {
  id: string;
  name: string;
}

export interface AdjustmentRow {
  id: string;
  item: string;
  amount: string;
  reason: string;
  approver: string;
}

export interface MonthData {
  month: string;
  /** The month's own roster wins over the office's. */
  roster?: RosterRow[];
  patrol: PatrolRow[];
  reports: ReportRow[];
  tasks: TaskRow[];
  meetings: MeetingRow[];
  leave: LeaveRow[];
  excused: ExcusedRow[];
  missedIncidents: MissedIncidentRow[];
  specialDuties: SpecialDutyRow[];
  scores: ScoreRow[];
  adjustments: AdjustmentRow[];
  survey?: SurveyRow[];
}

export interface Office {
  roster: RosterRow[];
  /** In time order; a month that is not here has no folder. */
  months: MonthData[];
  /** Of the root. */
  grids?: GridRow[];
}

export function emptyMonth(month: string): MonthData {
  return {
    month,
    patrol: [],
    reports: [],
    tasks: [],
    meetings: [],
    leave: [],
    excused: [],
    missedIncidents: [],
    specialDuties: [],
    scores: [],
    adjustments: [],
  };
}
