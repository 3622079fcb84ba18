// What a problem may cost whom in its month (最多影响): an upper bound made of the items that rest on the table it is about, for the
// people it names or, where it is about a whole table, for everyone. Rankings of the quarter are not part of it.
import { type Fen, fen } from '../model/money.ts';
import { TABLE_KINDS, type TableKind } from '../model/terms.ts';
import type { Problem, Stake as ProblemStake } from '../problems/problem.ts';
import { severityOf } from '../problems/words.ts';
import type { Stake } from './kind.ts';
import type { Rule } from './kinds.ts';
import { tablesBehind } from './measures/index.ts';
import type { Office, Subject } from './office.ts';

/** Tables behind the share of attendance and the assessable days: all of a person's pay rests on them. */
const BEHIND_EVERYTHING: ReadonlySet<TableKind> = new Set(['roster', 'leave', 'excused', 'calendarDays']);

/** Problems of the rules that name no table and stand at none of its rows. */
const TABLE_OF: Readonly<Partial<Record<Problem['code'], TableKind>>> = {
  workdayWithoutPatrol: 'patrol',
  personWithoutPatrol: 'patrol',
  figuresBreakOff: 'patrol',
  figuresLacking: 'patrol',
  daysWithoutFigures: 'patrol',
  patrolRowsAlike: 'patrol',
  figureColumnMissing: 'patrol',
  figureColumnEmpty: 'patrol',
  patrolPastedTwice: 'patrol',
  rosterPoorer: 'roster',
  patrolNotFullTime: 'roster',
  leaveTooLong: 'leave',
  leaveOfOtherYear: 'leave',
  leaveWithFigures: 'leave',
  rosterLacksPeople: 'roster',
  nameMarked: 'roster',
  serviceDoubtful: 'roster',
  samePersonTwice: 'roster',
  outsideAssignments: 'roster',
  membersWithoutReports: 'reports',
  reportsBreakOff: 'reports',
  noTasksAssigned: 'tasks',
  absentFromMeetingList: 'meetings',
};

/** What costs nobody anything in its month: cards, accounts, what only the street owes. */
const COSTS_NOTHING: ReadonlySet<Problem['code']> = new Set([
  'redCardCheckIncomplete',
  'redCardStillServing',
  'redCardUnknown',
  'dispatchBelowMinimum',
  'bankAccountDoubtful',
  'idNumberDoubtful',
  'dimensionLeftOut',
  'rewardBelowZero',
]);

/** Somebody a problem is about; null events: all of the month may be wrong. */
interface Reached {
  readonly role: Subject['role'];
  readonly events: number | null;
}

/** What the data of a problem may say of whom it is about. */
interface ProblemData {
  readonly kind?: unknown;
  readonly kinds?: unknown;
  readonly id?: unknown;
  readonly name?: unknown;
  readonly names?: unknown;
  readonly people?: unknown;
  readonly count?: unknown;
  /** Fen. */
  readonly amount?: unknown;
}

const KIND_BY_TITLE: ReadonlyMap<unknown, TableKind> = new Map(
  (Object.entries(TABLE_KINDS) as [TableKind, string][]).map(([kind, title]) => [title, kind]),
);

function kindsOf({ code, place, data }: Problem, { facts }: Office): readonly TableKind[] {
  const { kind, kinds } = data as ProblemData;
  const told = [kind, ...(Array.isArray(kinds) ? kinds : [])].flatMap((title) => KIND_BY_TITLE.get(title) ?? []);
  if (told.length > 0) return told;
  const known = TABLE_OF[code];
  if (known !== undefined) return [known];
  const met = facts.tables.filter(
    (table) => table.file === place.file && (place.sheet === null || table.sheet === place.sheet),
  );
  return [...new Set(met.map((table) => table.kind))];
}

interface Member {
  readonly id?: string;
  readonly name?: string;
  readonly days?: number | readonly string[];
}

const eventsOf = (days: Member['days']): number | null =>
  days === undefined ? null : typeof days === 'number' ? days : days.length;

/** Whom a problem is about: those it names, one person for a row, everyone for a table. */
function reachedBy(
  { place, data }: Problem,
  { facts }: Office,
  subjects: readonly Subject[],
  rosterRows: readonly Reached[],
): readonly Reached[] {
  const members = subjects.filter(({ service }) => service.days.size > 0);
  const roleOf = (one: string | Member): Subject['role'] => {
    const { id, name } = typeof one === 'string' ? { id: undefined, name: one } : one;
    return (
      (members.find(({ person }) => person.id === id) ?? members.find(({ person }) => person.name === name))?.role ??
      'fullTime'
    );
  };
  const { kind, people, names, id, name, count } = data as ProblemData;
  if (Array.isArray(people) && people.length > 0)
    return people.map((one: string | Member) => ({
      role: roleOf(one),
      events: typeof one === 'string' ? null : eventsOf(one.days),
    }));
  if (Array.isArray(names)) {
    const times = new Map<string, number>();
    for (const one of names as readonly string[]) times.set(one, (times.get(one) ?? 0) + 1);
    return [...times].map(([one, events]) => ({ role: roleOf(one), events }));
  }
  if (typeof id === 'string' && typeof name === 'string') return [{ role: roleOf({ id, name }), events: null }];
  const everyone: readonly Reached[] =
    members.length > 0 ? members.map(({ role }) => ({ role, events: null })) : rosterRows;
  if (typeof count === 'number' && count > 1) return everyone.slice(0, count);
  const isHeader = facts.tables.some(
    ({ file, sheet, headerRow }) => file === place.file && sheet === place.sheet && headerRow === place.row,
  );
  return place.row === null || isHeader || typeof kind === 'string' ? everyone : [{ role: 'fullTime', events: 1 }];
}

interface Hanging {
  readonly rule: Rule;
  readonly stake: Stake;
  readonly tables: readonly TableKind[];
}

function hangingOn(office: Office, rules: readonly Rule[], [first]: readonly Subject[]): readonly Hanging[] {
  // Without anybody nothing is measured: everything may rest on any table.
  const behind = first ? tablesBehind(office, first) : null;
  const present = office.facts.tables.map(({ kind }) => kind);
  return rules.flatMap((rule) =>
    (rule.kind.stakes?.(rule.with) ?? []).map((stake) => ({
      rule,
      stake,
      tables:
        stake.figures === null
          ? ['patrol']
          : stake.figures.flatMap((figure) => behind?.get(figure) ?? (behind ? [] : present)),
    })),
  );
}

function costOf({ most, each, allAt }: Stake, events: number | null, isWhole: boolean): number {
  if (isWhole || events === null || each === null) return most ?? each ?? 0;
  const sum = each * events;
  if (most === null) return sum;
  return allAt !== undefined && events >= allAt ? most : Math.min(most, sum);
}

function stakeOf(
  problem: Problem,
  office: Office,
  subjects: readonly Subject[],
  hanging: readonly Hanging[],
): ProblemStake | null {
  const kinds = kindsOf(problem, office);
  const rows = office.facts.tables.reduce((sum, { kind, rows: { read } }) => sum + (kind === 'roster' ? read : 0), 0);
  const reached = reachedBy(
    problem,
    office,
    subjects,
    Array.from({ length: rows }, () => ({ role: 'fullTime', events: null })),
  );
  if (kinds.length === 0 || reached.length === 0) return null;
  const { amount } = problem.data as ProblemData;
  if (kinds.includes('adjustments'))
    return { people: reached.length, amount: typeof amount === 'number' ? fen(amount) : null };
  const present = office.facts.tables.map(({ kind }) => kind);
  const isWhole = kinds.some((kind) => BEHIND_EVERYTHING.has(kind));
  const sum = reached.reduce((total, { role, events }) => {
    const own = hanging.filter(
      ({ rule, tables }) =>
        rule.item.for.includes(role) && tables.some((kind) => (isWhole ? present : kinds).includes(kind)),
    );
    // Several stakes of one item have one limit.
    const byItem = new Map<Rule, number>();
    for (const { rule, stake } of own)
      byItem.set(rule, Math.max(byItem.get(rule) ?? 0, costOf(stake, events, isWhole)));
    return total + [...byItem.values()].reduce((more, cost) => more + cost, 0);
  }, 0);
  return sum === 0 ? null : { people: reached.length, amount: fen(sum) as Fen };
}

/** Errors and warnings with what they may cost whom, where that can be told. */
export function withStakes(
  problems: readonly Problem[],
  office: Office,
  rules: readonly Rule[],
  subjects: readonly Subject[],
): readonly Problem[] {
  if (problems.every((one) => severityOf(one) === 'notice')) return problems;
  const hanging = hangingOn(office, rules, subjects);
  return problems.map((one) => {
    const stake =
      severityOf(one) === 'notice' || COSTS_NOTHING.has(one.code) ? null : stakeOf(one, office, subjects, hanging);
    return stake === null ? one : { ...one, stake };
  });
}
