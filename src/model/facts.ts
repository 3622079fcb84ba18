// What the spreadsheets say, typed and resolved: the only input of the rules besides edition, settings and history.
// Null is 无数据 (the cell was empty or the table lacks the column), never zero.
import type { CivilDate, Moment, YearMonth } from './civil.ts';
import type { Fraction } from './fraction.ts';
import type { Fen } from './money.ts';
import type { PersonRows } from './person-rows.ts';
import type { Origin, TableInfo } from './source.ts';
import type {
  Attendance,
  DayPart,
  Incident,
  LeaveKind,
  PatrolFigure,
  Role,
  SpecialDutyName,
  TableKind,
  TaskType,
} from './terms.ts';

/** 工号: people are keyed by it, never by name. */
export type PersonId = string & { readonly __brand: 'PersonId' };
/** 网格编号 */
export type GridId = string & { readonly __brand: 'GridId' };

/** One row of the roster: these grids in this role, from and to inclusive (null: no limit). */
export interface Assignment {
  readonly role: Role;
  readonly grids: readonly GridId[];
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly origin: Origin;
  /** No row of the roster: days that versions before 0.4.0 took for service; see `withGapsHeld`. */
  readonly isGap?: true;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** 曾用名: older exports may still bear them. */
  readonly formerNames: readonly string[];
  /** In roster order, at least one. */
  readonly assignments: readonly Assignment[];
  /** 入职日期, 离职日期, inclusive; null is no limit. */
  readonly hired: CivilDate | null;
  readonly left: CivilDate | null;
  readonly partyMember: boolean;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly bankAccount: string | null;
  readonly bankName: string | null;
  /** 账号已核对 */
  readonly accountConfirmed: boolean;
}

export interface Grid {
  readonly id: GridId;
  readonly name: string | null;
  readonly village: string | null;
  readonly households: number | null;
  readonly population: number | null;
  /** Of the grid table; null where only the roster names it. */
  readonly origin: Origin | null;
}

/** One row of 巡查. `onlineRate` is null both when empty and when its table has no such column; see `hasRateColumn`. */
export interface PatrolRow {
  readonly person: PersonId;
  readonly date: CivilDate;
  /** A fraction of 1, exact. */
  readonly onlineRate: Fraction | null;
  readonly hasRateColumn: boolean;
  /** Whole seconds. */
  readonly onlineTime: number | null;
  /** Whole metres. */
  readonly mileage: number | null;
  readonly keyPersonVisits: number | null;
  readonly keyPlaceVisits: number | null;
  /** √ or × in place of figures: whether the targets of the day were met. */
  readonly met: boolean | null;
  readonly origin: Origin;
}

/** One report, each 编号 once. */
export interface Report {
  readonly id: string;
  readonly person: PersonId;
  readonly at: Moment;
  readonly category: string | null;
  readonly grid: GridId | null;
  readonly effective: boolean;
  /** 待审核: not (yet) effective. */
  readonly pending: boolean;
  readonly text: string | null;
  readonly origin: Origin;
}

/** One task, each 编号 once; at least one of dispatched and due is known. */
export interface Task {
  readonly id: string;
  readonly type: TaskType;
  readonly person: PersonId;
  readonly dispatched: Moment | null;
  readonly due: Moment | null;
  readonly done: Moment | null;
  readonly state: string | null;
  /** 退回, 撤销, 转派 */
  readonly withdrawn: boolean;
  readonly origin: Origin;
}

export interface MeetingEntry {
  readonly person: PersonId;
  readonly date: CivilDate;
  /** 会议时间 and 会议名称, null where the table has none: with the date they tell one meeting from another. */
  readonly time: string | null;
  readonly meeting: string | null;
  readonly attendance: Attendance;
  readonly origin: Origin;
}

/** A stretch of days. Times are HH:MM:SS: from when on the first day and until when on the last; null is the whole day. */
export interface DaySpan {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly begins: string | null;
  readonly ends: string | null;
  /** 时段: of each day. */
  readonly part: DayPart;
}

/** Clipped to the month. */
export interface Leave extends DaySpan {
  readonly person: PersonId;
  readonly kind: LeaveKind;
  /** The row; the month in whose record it stands where no folder at hand has it. */
  readonly origin: Origin | YearMonth;
}

/** A period of leave that reaches past the month, or lies behind it: later months count it too. */
export interface LeaveAhead extends DaySpan {
  readonly person: PersonId;
  readonly kind: LeaveKind;
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
}

/** 免考, clipped to the month; `person` null is everyone. */
export interface Excused extends DaySpan {
  readonly person: PersonId | null;
  readonly reason: string;
  readonly origin: Origin;
}

/** 确无记录: `person` null is everyone, `figure` null all figures. */
export interface NoRecord {
  readonly person: PersonId | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly figure: PatrolFigure | null;
  readonly reason: string;
  readonly approver: string;
  readonly origin: Origin;
}

export interface MissedIncident {
  readonly date: CivilDate;
  readonly grid: GridId;
  readonly incident: Incident;
  readonly missed: boolean;
  readonly note: string | null;
  readonly id: string | null;
  readonly origin: Origin;
}

export interface SpecialDuty {
  readonly person: PersonId;
  readonly duty: SpecialDutyName;
  readonly done: boolean;
  readonly origin: Origin;
}

export interface Score {
  readonly person: PersonId;
  /** 巡查质量, 0-100, exact. */
  readonly patrolQuality: Fraction | null;
  /** 清单掌握 */
  readonly knowsDutyList: boolean | null;
  readonly origin: Origin;
}

/** 测评: quarterly rates as fractions of 1, exact. */
export interface Survey {
  readonly person: PersonId;
  readonly accuracy: Fraction | null;
  readonly keyPersonKnowledge: Fraction | null;
  readonly familiarity: Fraction | null;
  readonly satisfaction: Fraction | null;
  readonly origin: Origin;
}

export interface Adjustment {
  readonly person: PersonId;
  readonly title: string;
  readonly amount: Fen;
  readonly reason: string;
  readonly approver: string;
  /** The column that the amount stands in. */
  readonly field: 'amount' | 'added' | 'deducted';
  /** Another column than 金额 tells the sign. */
  readonly directed: boolean;
  readonly origin: Origin;
}

/** Work of somebody employed on days that no assignment covers. */
interface Unassigned {
  readonly person: PersonId;
  readonly counts: readonly (readonly [TableKind, number])[];
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/** All facts of one month. Lists are in file order; nothing depends on that order but sources. */
export interface Facts {
  readonly period: YearMonth;
  readonly tables: readonly TableInfo[];
  /** Roster order. */
  readonly people: readonly Person[];
  readonly grids: readonly Grid[];
  /** Figures that at least one patrol table of the month tells of. */
  readonly patrolFigures: ReadonlySet<PatrolFigure>;
  readonly patrol: PersonRows<PatrolRow>;
  /** Days on which anybody has a patrol row. */
  readonly patrolDates: ReadonlySet<CivilDate>;
  /** Of the month and, for the look-back of 漏报, of the 30 days before it. */
  readonly reports: PersonRows<Report>;
  /** Tasks of this month's folder and the one before. */
  readonly tasks: readonly Task[];
  readonly meetings: readonly MeetingEntry[];
  readonly leave: readonly Leave[];
  readonly leaveAhead: readonly LeaveAhead[];
  readonly excused: readonly Excused[];
  readonly noRecords: readonly NoRecord[];
  readonly missedIncidents: readonly MissedIncident[];
  readonly specialDuties: readonly SpecialDuty[];
  readonly scores: readonly Score[];
  readonly survey: readonly Survey[];
  readonly adjustments: readonly Adjustment[];
  /** By id. */
  readonly unassigned: readonly Unassigned[];
}
