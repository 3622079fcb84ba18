// What the rules work on: the month's facts around each subject (a person in one role), the calendar and the history.
import type { Hold } from '../model/archive.ts';
import type { CivilDate, YearMonth } from '../model/civil.ts';
import type { Figures } from '../model/decision.ts';
import type {
  Facts,
  Grid,
  Leave,
  MeetingEntry,
  Person,
  PersonId,
  Report,
  Score,
  SpecialDuty,
  Task,
} from '../model/facts.ts';
import type { Fraction } from '../model/fraction.ts';
import type { GridRecord, MonthRecord, SurveyRecord } from '../model/record.ts';
import type { Origin, TableId } from '../model/source.ts';
import type { PatrolFigure, Role, TableKind } from '../model/terms.ts';
import type { ValueRules } from '../model/value-rules.ts';
import type { Place } from '../problems/problem.ts';
import type { WorkCalendar } from '../scheme/calendar.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { PatrolDay } from './measures/patrol-days.ts';

/** An earlier open month that cannot be computed for its errors: the chain ends there. */
export interface FailedMonth {
  readonly month: YearMonth;
  readonly count: number;
  /** The first of its errors, in words. */
  readonly first: string;
}

export interface Office {
  readonly period: YearMonth;
  readonly facts: Facts;
  readonly scheme: Scheme;
  readonly calendar: WorkCalendar;
  /** The last day looked at of a month in progress; null where the month is looked at whole. */
  readonly asOf: CivilDate | null;
  /** Figures of 巡查 that are due and that some table has. */
  readonly dueFigures: readonly PatrolFigure[];
  /** Workdays of the month in order. */
  readonly workdays: readonly CivilDate[];
  /** Records of the months right before this one, oldest first, without a gap up to this month. */
  readonly history: readonly MonthRecord[];
  /** The first month in which a scheme was in force. */
  readonly schemeStart: YearMonth;
  /** The nearest one, before this month; null where all of them hold. */
  readonly failedBefore: FailedMonth | null;
  readonly valueRules: ValueRules;
  /** 暂缓发放 */
  readonly holds: readonly Hold[];
  /** People on hold of whom rows in error were left out. */
  readonly uncertain: ReadonlySet<PersonId>;
}

/** A subject's days in the month (spec 4). */
export interface Service {
  /** Days in service in the role, workdays or not. */
  readonly days: ReadonlySet<CivilDate>;
  /** Days touched by leave of any kind. */
  readonly leaveDays: ReadonlySet<CivilDate>;
  /** 考核日, in order. */
  readonly assessable: readonly CivilDate[];
  /** 出勤份额 */
  readonly share: Fraction;
  /** What it is made of: workdays that count, days off them for leave, workdays of the month. */
  readonly shareOf: { readonly days: number; readonly reduced: Fraction; readonly workdays: number };
  /** 请假, and rows of 免考, that shaped these days. */
  readonly leaves: readonly Leave[];
  readonly exemptions: readonly Origin[];
}

/** A person in one role, with the month's facts that fall into the service in that role. */
export interface Subject {
  readonly person: Person;
  readonly role: Role;
  readonly service: Service;
  /** Days in service with patrol rows. */
  readonly patrolDays: ReadonlyMap<CivilDate, PatrolDay>;
  /** Made anew at each call: a subject may have a great many. */
  readonly reports: () => readonly Report[];
  /** Of the month by 截止时间, else 派单时间; withdrawn ones included. */
  readonly tasks: readonly Task[];
  readonly meetings: readonly MeetingEntry[];
  readonly scores: readonly Score[];
  /** The row of 测评 in force, and where it stands if that is in this month; null without one. */
  readonly survey: (SurveyRecord & { readonly origin: Origin | null }) | null;
  readonly specialDuties: readonly SpecialDuty[];
}

/** A grid with its team of the month. */
export interface GridUnit extends Pick<GridRecord, 'team'> {
  readonly grid: Grid;
}

/** Whom or what an item is about. */
export type RuleSubject = Subject | GridUnit;

const isGrid = (unit: RuleSubject): unit is GridUnit => 'grid' in unit;

/** Grids are always assessed, people in the months they serve in. */
export const isServing = (unit: RuleSubject): boolean => isGrid(unit) || unit.service.days.size > 0;

/** The name of a person; the number of a grid. */
export const nameOf = (unit: RuleSubject): string => (isGrid(unit) ? unit.grid.id : unit.person.name);

export type FiguresOf = (unit: RuleSubject) => Figures;

/** The tables of a kind: what an absence was searched in. */
export const tablesOf = (office: Office, kind: TableKind): readonly TableId[] =>
  office.facts.tables.filter((table) => table.kind === kind).map(({ id }) => id);

/** Where a fact stands, for a problem; `field` names the column where one is meant. */
export function placeOf(facts: Facts, origin: { table: TableId; row: number; column?: number }, field?: string): Place {
  const table = facts.tables.find(({ id }) => id === origin.table);
  const column = origin.column ?? (field === undefined ? undefined : table?.columns[field]);
  return { file: table?.file ?? null, sheet: table?.sheet ?? null, row: origin.row, column: column ?? null };
}

/** The roster row of a person. */
export const rosterPlace = (facts: Facts, person: Person): Place =>
  placeOf(facts, (person.assignments[0] as (typeof person.assignments)[number]).origin);
