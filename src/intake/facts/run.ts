// What the stages of one month's intake share: the directory, the scope, the tallies and the problems found.
import type { CivilDate, YearMonth } from '../../model/civil.ts';
import type { Facts, LeaveAhead, Person, PersonId } from '../../model/facts.ts';
import { assignmentsOn, isEmployed, serves } from '../../model/service.ts';
import { TABLE_KINDS, type TableKind } from '../../model/terms.ts';
import type { ValueRules } from '../../model/value-rules.ts';
import { type Place, type Problem, problem } from '../../problems/problem.ts';
import type { Drafts } from '../kinds/drafts.ts';
import type { Directory } from '../people/people.ts';
import type { ScopeTest } from '../people/scope.ts';
import { REASONS } from '../rows/reasons.ts';
import { type Entry, fieldPlace, type ParsedTable, placeIn } from '../table.ts';

/** What settling rows writes to. */
export interface Books {
  readonly problems: Problem[];
  readonly outOfScope: Map<ParsedTable, number>;
  readonly copies: Map<ParsedTable, number>;
}

export interface Run extends Books {
  readonly period: YearMonth;
  readonly scope: ScopeTest;
  readonly directory: Directory;
  /** The directory of the month before, where that folder has its own roster. */
  readonly previousDirectory: Directory | null;
  readonly knowsGrid: (grid: string) => boolean;
  readonly outsideEmployment: Map<PersonId, { readonly name: string; readonly counts: Map<TableKind, number> }>;
  /** Work within employment that no assignment covers. */
  readonly outsideAssignments: Map<PersonId, Unassigned>;
  readonly valueRules: ValueRules;
  readonly isWorkday: (day: CivilDate) => boolean;
  /** Leave that the months before have kept for this one. */
  readonly leaveBefore: readonly KeptLeave[];
  /** 工号 that are one of the roster's but for zeros in front; the first row of each. */
  readonly zerosLost: Map<string, { readonly id: PersonId; readonly place: Place }>;
  readonly rosterLacks: Map<string, Lacking>;
}

/** Somebody whom the month's roster lacks, though the workspace's has them: rows of the month that say so. */
interface Lacking {
  readonly name: string | null;
  rows: number;
}

/** Leave in the record of a month. */
export interface KeptLeave {
  readonly leave: LeaveAhead;
  readonly month: YearMonth;
}

interface Unassigned {
  readonly name: string;
  readonly counts: Map<TableKind, number>;
  readonly days: Set<CivilDate>;
}

export interface Admitted<K extends TableKind> {
  readonly entry: Entry<Drafts[K]>;
  readonly value: Drafts[K];
  /** Null where the row names nobody. */
  readonly person: Person | null;
}

export const countUp = <T>(counts: Map<T, number>, key: T, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

export const leaveOutOfScope = (run: Books, table: ParsedTable, row: number): void => {
  countUp(run.outOfScope, table);
  table.ledger.settle(row, REASONS.outOfScope);
};

/** Puts a row in error; without problems where another row's problem already tells the cause. */
export const reject = (run: Books, table: ParsedTable, row: number, problems: readonly Problem[]): void => {
  run.problems.push(...problems);
  table.ledger.settle(row, 'error');
};

/** Counts a record dated outside the person's employment towards the one warning of the run. */
function leaveOutUnemployed(run: Run, table: ParsedTable, row: number, { id, name }: Person): void {
  const tally = run.outsideEmployment.get(id) ?? { name, counts: new Map() };
  countUp(tally.counts, table.kind);
  run.outsideEmployment.set(id, tally);
  table.ledger.settle(row, REASONS.outsideEmployment);
}

/** True when the person is in service on the day; else the row is left out, and asked about where they are employed. */
export function servesOn(run: Run, table: ParsedTable, row: number, person: Person, day: CivilDate): boolean {
  const isListed = run.directory.has(person.id);
  if (isListed && serves(person, day)) return true;
  if (isListed && isEmployed(person, day) && assignmentsOn(person, day).length === 0) {
    const tally = run.outsideAssignments.get(person.id) ?? { name: person.name, counts: new Map(), days: new Set() };
    countUp(tally.counts, table.kind);
    tally.days.add(day);
    run.outsideAssignments.set(person.id, tally);
    table.ledger.settle(row, REASONS.outsideAssignments);
  } else leaveOutUnemployed(run, table, row, person);
  return false;
}

/** Looks up whom an entry concerns and where; null when the row is left out or in error, which is then settled. */
export function admit<K extends TableKind>(
  run: Run,
  table: ParsedTable<K>,
  entry: Entry<Drafts[K]>,
): Admitted<K> | null {
  const { value, row, person, grids, township, problems } = entry;
  const whom = admitRow(run, table as ParsedTable, { row, person, grids, township, problems, failed: value === null });
  return whom && value !== null ? { entry, value, person: whom.person } : null;
}

/** What of an entry tells whether its row is admitted. */
export interface Applicant extends Pick<Entry<object>, 'row' | 'person' | 'grids' | 'township' | 'problems'> {
  readonly failed: boolean;
}

/** As `admit`, without a look at the draft. */
export function admitRow(
  run: Run,
  table: ParsedTable,
  applicant: Applicant,
): { readonly person: Person | null } | null {
  const { row, failed } = applicant;
  const found = applicant.person && lookUp(run, table, applicant.person);
  if (run.scope.isOutside(applicant) || found?.type === 'outside') {
    leaveOutOfScope(run, table, row);
    return null;
  }
  const faults: Problem[] = failed ? [...applicant.problems] : [];
  if (found?.type === 'zerosLost' && applicant.person?.id) {
    const lost = { id: found.id, place: personPlace(table, row, 'person') };
    if (!run.zerosLost.has(applicant.person.id)) run.zerosLost.set(applicant.person.id, lost);
  }
  if (found?.type === 'elsewhere') {
    const lacking = run.rosterLacks.get(found.found) ?? { name: applicant.person?.name ?? null, rows: 0 };
    lacking.rows += 1;
    run.rosterLacks.set(found.found, lacking);
  }
  const place = found?.type === 'fault' ? personPlace(table, row, found.field) : null;
  // A cell that could not be read is not also told to be nobody's.
  if (found?.type === 'fault' && place && !faults.some((one) => one.place.column === place.column)) {
    faults.push(found.fault.at(place));
  }
  const stranger = applicant.grids.find((grid) => !run.knowsGrid(grid) && !run.scope.gridIsOutside(grid));
  if (stranger !== undefined && found?.type !== 'elsewhere')
    faults.push(problem('gridUnknown', { found: stranger }, fieldPlace(table, row, 'grid')));
  if (!failed && faults.length === 0 && (found === null || found.type === 'person')) {
    return found ?? NOBODY;
  }
  reject(run, table, row, faults);
  return null;
}

const NOBODY = { person: null };

function lookUp(run: Run, table: ParsedTable, ref: NonNullable<Entry<object>['person']>) {
  const before = table.side === 'previous' ? run.previousDirectory?.resolve(ref) : null;
  if (before?.type !== 'person') return run.directory.resolve(ref);
  const now = run.directory.resolve({ id: before.person.id, name: null, idNumber: null, phone: null });
  return now.type === 'fault' ? before : now;
}

function personPlace(table: ParsedTable, row: number, field: string) {
  const known = table.fields.has(field)
    ? field
    : ['person', 'name', 'idNumber', 'phone'].find((f) => table.fields.has(f));
  return known === undefined ? placeIn(table, row, null) : fieldPlace(table, row, known);
}

/** Work within employment that no assignment covers, by id: what it would have counted for, the rules say. */
export const unassignedIn = (run: Run): Facts['unassigned'] =>
  [...run.outsideAssignments]
    .map(([person, { counts, days }]) => {
      const sorted = [...days].sort();
      const first = sorted[0] as CivilDate;
      return { person, counts: [...counts], first, last: sorted.at(-1) ?? first };
    })
    .sort((a, b) => (a.person < b.person ? -1 : 1));

const EXAMPLES = 3;

function zerosLost({ zerosLost: lost }: Run): readonly Problem[] {
  const [first] = [...lost.values()];
  if (first === undefined) return [];
  const all = [...lost].map(([found, { id }]) => ({ found, id: id as string }));
  const digits = Math.max(...all.flatMap(({ found, id }) => [found.length, id.length]));
  return [problem('zerosLost', { examples: all.slice(0, EXAMPLES), count: all.length, digits }, first.place)];
}

function rosterLacking({ rosterLacks }: Run, tables: readonly ParsedTable[]): readonly Problem[] {
  const roster = tables.find(({ kind }) => kind === 'roster');
  if (rosterLacks.size === 0 || roster === undefined) return [];
  const people = [...rosterLacks]
    .map(([id, { name, rows }]) => ({ id, name: name ?? id, rows }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return [problem('rosterLacksPeople', { people }, placeIn(roster, null, null))];
}

const HAS_LEFT = /离职|离岗|离开|辞职|辞退|调出|调离|调走|退休|停职|停薪|除名/;

/** 刘强（离职） where the roster has no date of that. */
function namesMarked(
  { directory }: Run,
  tables: readonly ParsedTable[],
  people: readonly Person[],
): readonly Problem[] {
  const roster = tables.find(({ kind, valueRules }) => kind === 'roster' && valueRules === 2);
  if (roster === undefined) return [];
  return people.flatMap(({ id, name, left }) => {
    const mark = directory.marks.get(id) ?? '';
    const said = HAS_LEFT.test(mark) ? mark : HAS_LEFT.exec(name)?.[0];
    return said === undefined || left !== null
      ? []
      : [problem('nameMarked', { id, name, mark: said }, placeIn(roster, null, null))];
  });
}

/** The notices and warnings that count what was left out. */
export function tallies(run: Run, tables: readonly ParsedTable[], roster: readonly Person[]): Problem[] {
  const notices = tables.flatMap((table) => {
    const place = placeIn(table, null, null);
    const [scope, copies] = [run.outOfScope.get(table) ?? 0, run.copies.get(table) ?? 0];
    const other = table.side === 'previous' ? 0 : table.otherPeriod;
    return [
      ...(other > 0
        ? [problem('otherPeriodLeftOut', { count: other, period: run.period, row: table.otherPeriodRow }, place)]
        : []),
      ...(scope > 0 ? [problem('outOfScopeLeftOut', { count: scope }, place)] : []),
      ...(copies > 0 ? [problem('copiesLeftOut', { count: copies, kind: TABLE_KINDS[table.kind] }, place)] : []),
    ];
  });
  const people = [...run.outsideEmployment]
    .map(([id, { name, counts }]) => ({
      id: id as string,
      name,
      counts: [...counts].map(([kind, count]) => [TABLE_KINDS[kind], count] as const),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    ...rosterLacking(run, tables),
    ...zerosLost(run),
    ...namesMarked(run, tables, roster),
    ...notices,
    ...(people.length > 0 ? [problem('outsideEmployment', { people })] : []),
  ];
}
