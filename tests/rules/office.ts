// Builds small offices of facts for the rules: one full-time worker who does everything right, changed where a test says.
import { type CivilDate, parseYearMonth, type YearMonth } from '../../src/model/civil.ts';
import type {
  Adjustment,
  Excused,
  Facts,
  GridId,
  Leave,
  MeetingEntry,
  MissedIncident,
  PatrolRow,
  Person,
  PersonId,
  Report,
  Score,
  SpecialDuty,
  Survey,
  Task,
} from '../../src/model/facts.ts';
import { fraction } from '../../src/model/fraction.ts';
import { fen } from '../../src/model/money.ts';
import { personRowsOf } from '../../src/model/person-rows.ts';
import type { GridRecord, MonthRecord, SubjectRecord } from '../../src/model/record.ts';
import { PATROL_FIGURES, type PatrolFigure, type Role } from '../../src/model/terms.ts';
import { rulesOf } from '../../src/rules/kinds.ts';
import { decideMonth, type MonthResult } from '../../src/rules/month.ts';
import { daysOfMonth, workCalendar } from '../../src/scheme/calendar.ts';
import { type Parameter, type Scheme, schemeOf } from '../../src/scheme/scheme.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';

const [shipped] = shippedEditions();
if (shipped === undefined) throw new Error('no edition');
export const SHIPPED: Scheme = schemeOf(shipped.edition, 'sha');

/** The shipped scheme with some parameters set otherwise. */
export function schemeWith(values: Readonly<Record<string, string>>): Scheme {
  const parameters = new Map(SHIPPED.parameters);
  for (const [key, value] of Object.entries(values)) {
    parameters.set(key, { ...(SHIPPED.parameters.get(key) as Parameter), value });
  }
  return schemeOf(SHIPPED.edition, 'sha', parameters);
}

const CALENDAR = workCalendar([]);
let row = 1;
const origin = () => ({ table: 0, row: ++row });

export const day = (text: string): CivilDate => text as CivilDate;
export const month = (text: string): YearMonth => parseYearMonth(text) as YearMonth;
const id = (text: string): PersonId => text as PersonId;

export function person(
  personId: string,
  changes: Partial<Omit<Person, 'id'>> & { role?: Role; grids?: string[] } = {},
): Person {
  const { role = 'fullTime', grids = [`G-${personId}`], ...rest } = changes;
  return {
    id: id(personId),
    name: `人${personId}`,
    assignments: [{ role, grids: grids as GridId[], from: null, to: null, origin: origin() }],
    hired: null,
    left: null,
    partyMember: false,
    idNumber: null,
    phone: null,
    bankAccount: null,
    bankName: null,
    accountConfirmed: false,
    formerNames: [],
    ...rest,
  };
}

/** Exactly on every target. */
export const patrol = (who: string, date: string, changes: Partial<PatrolRow> = {}): PatrolRow => ({
  person: id(who),
  date: day(date),
  onlineRate: fraction(80, 100),
  hasRateColumn: true,
  met: null,
  onlineTime: 4 * 3600,
  mileage: 3000,
  keyPersonVisits: 1,
  keyPlaceVisits: 1,
  origin: origin(),
  ...changes,
});

export const workdaysOf = (text: string): CivilDate[] => daysOfMonth(month(text)).filter(CALENDAR.isWorkday);

/** Every workday of the month, but for the days named. */
export const patrols = (who: string, period: string, except: readonly string[] = []): PatrolRow[] =>
  workdaysOf(period)
    .filter((date) => !except.includes(date))
    .map((date) => patrol(who, date));

export const reports = (who: string, period: string, count: number, changes: Partial<Report> = {}): Report[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `R-${who}-${period}-${row}-${index}`,
    person: id(who),
    at: { date: day(`${period}-05`), time: null },
    category: null,
    grid: null,
    effective: true,
    pending: false,
    text: null,
    origin: origin(),
    ...changes,
  }));

export const task = (who: string, due: string | null, done: string | null, changes: Partial<Task> = {}): Task => {
  const moment = (text: string | null) => {
    if (text === null) return null;
    const [date, time] = text.split(' ');
    return { date: day(date as string), time: time ?? null };
  };
  return {
    id: `T-${++row}`,
    type: 'event',
    person: id(who),
    dispatched: moment([due, done].filter((one) => one !== null).sort()[0] ?? null),
    due: moment(due),
    done: moment(done),
    state: null,
    withdrawn: false,
    origin: origin(),
    ...changes,
  };
};

export const meeting = (who: string, date: string, attendance: MeetingEntry['attendance']): MeetingEntry => ({
  person: id(who),
  date: day(date),
  time: null,
  meeting: null,
  attendance,
  origin: origin(),
});

export const leave = (
  who: string,
  from: string,
  to: string,
  kind: Leave['kind'],
  part: Leave['part'] = 'full',
): Leave => ({ person: id(who), from: day(from), to: day(to), begins: null, ends: null, kind, part, origin: origin() });

/** 免考 of whole days; `who` null is everyone. */
export const excused = (who: string | null, from: string, to = from, reason = '台风'): Excused => ({
  person: who === null ? null : id(who),
  from: day(from),
  to: day(to),
  begins: null,
  ends: null,
  part: 'full',
  reason,
  origin: origin(),
});

export const missed = (grid: string, date: string, isMissed: boolean): MissedIncident => ({
  date: day(date),
  grid: grid as GridId,
  incident: '违法建设',
  missed: isMissed,
  note: null,
  id: null,
  origin: origin(),
});

export const duty = (who: string, done: boolean, name: SpecialDuty['duty'] = '牵头'): SpecialDuty => ({
  person: id(who),
  duty: name,
  done,
  origin: origin(),
});

export const mark = (who: string, patrolQuality: number | null): Score => ({
  person: id(who),
  patrolQuality: patrolQuality === null ? null : fraction(patrolQuality),
  knowsDutyList: true,
  origin: origin(),
});

export const survey = (who: string, changes: Partial<Survey> = {}): Survey => ({
  person: id(who),
  accuracy: fraction(1),
  keyPersonKnowledge: fraction(1),
  familiarity: fraction(85, 100),
  satisfaction: fraction(85, 100),
  origin: origin(),
  ...changes,
});

export const adjustment = (who: string, amount: number): Adjustment => ({
  person: id(who),
  title: '补发',
  amount: fen(amount),
  reason: '漏计',
  approver: '王主任',
  field: 'amount',
  directed: false,
  origin: origin(),
});

/** Facts as a test writes them: patrol rows and reports as plain lists. */
export type SomeFacts = Partial<Omit<Facts, 'patrol' | 'patrolDates' | 'reports'>> & {
  readonly patrol?: readonly PatrolRow[];
  readonly reports?: readonly Report[];
};

export interface OfficeParts {
  readonly period: string;
  readonly facts: SomeFacts;
  readonly scheme?: Scheme;
  readonly history?: readonly MonthRecord[];
  readonly schemeStart?: string;
}

/** A month decided, with its records. */
export interface Decided extends Omit<MonthResult, 'subjects' | 'grids'> {
  readonly subjects: readonly SubjectRecord[];
  readonly grids: readonly GridRecord[];
}

/** Decides a month of these facts by the shipped scheme. */
export async function decide({
  period,
  facts,
  scheme = SHIPPED,
  history = [],
  schemeStart,
}: OfficeParts): Promise<Decided> {
  const complete: Facts = {
    period: month(period),
    tables: [],
    people: [],
    grids: [],
    patrolFigures: new Set(Object.keys(PATROL_FIGURES) as PatrolFigure[]),
    tasks: [],
    meetings: [],
    leave: [],
    leaveAhead: [],
    noRecords: [],
    unassigned: [],
    excused: [],
    missedIncidents: [],
    specialDuties: [],
    scores: [],
    survey: [],
    adjustments: [],
    ...facts,
    patrol: personRowsOf(facts.patrol ?? []),
    patrolDates: new Set((facts.patrol ?? []).map(({ date }) => date)),
    reports: personRowsOf(facts.reports ?? []),
  };
  const office = {
    period: month(period),
    facts: complete,
    scheme,
    calendar: CALENDAR,
    asOf: null,
    failedBefore: null,
    valueRules: 2 as const,
    dueFigures: [...complete.patrolFigures],
    workdays: workdaysOf(period),
    history,
    schemeStart: month(schemeStart ?? period),
    holds: [],
    uncertain: new Set<PersonId>(),
  };
  const result = decideMonth(office, await rulesOf(scheme));
  return { ...result, subjects: result.subjects(), grids: result.grids() };
}

/** A decided month as the history of the next. */
export const recordOf = (period: string, { subjects, survey, ranking, cardsIncomplete }: Decided): MonthRecord =>
  ({ period: month(period), subjects, survey, ranking, cardsIncomplete }) as MonthRecord;

export const subjectOf = (result: Decided, who: string, role: Role = 'fullTime'): SubjectRecord => {
  const found = result.subjects.find((subject) => subject.id === who && subject.role === role);
  if (found === undefined) throw new Error(`no subject ${who}`);
  return found;
};

/** Fen of an item. */
export const amount = (subject: SubjectRecord, item: string): number =>
  subject.decisions.find((decision) => decision.item === item)?.amount ?? Number.NaN;

export const figure = (subject: SubjectRecord, key: string): string | boolean | undefined =>
  subject.figures[key]?.value;
