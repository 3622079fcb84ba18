// Facts that bear a number: reports and tasks (信息, 派单), each 编号 once.
import { type CivilDate, compareMoments, firstDay, monthOf, type YearMonth } from '../../model/civil.ts';
import type { GridId, PersonId, Report, Task } from '../../model/facts.ts';
import { type PersonRows, personRows } from '../../model/person-rows.ts';
import { TABLE_KINDS } from '../../model/terms.ts';
import { problem } from '../../problems/problem.ts';
import type { ReportDraft } from '../kinds/reports.ts';
import { leaveOutOtherPeriod } from '../rows/other-period.ts';
import { REASONS } from '../rows/reasons.ts';
import { type Entry, originOf, type ParsedTable, placeIn } from '../table.ts';
import { addDays } from '../values/serial.ts';
import { compact } from '../values/text.ts';
import { type Candidate, type FactMaker, PackedCandidates } from './candidates.ts';
import { distinctOf, settleDuplicates, signature, useAll, useKept } from './duplicates.ts';
import { admit, type Run, servesOn } from './run.ts';

/** Days before the month in which an earlier report of the kind speaks against a 漏报 (spec 5.2). */
const LOOK_BACK_DAYS = 30;

/** Reports of the month, and of the 30 days before it what the look-back of 漏报 needs. */
export function reportFacts(run: Run, tables: readonly ParsedTable<'reports'>[]): PersonRows<Report> {
  const isWithinPerson = numbersWithinPerson(run, tables);
  const candidates = new PackedCandidates<'reports', Report>(reportsOf(isWithinPerson));
  const earlier: Candidate<Report>[] = [];
  for (const typed of tables) {
    const table = typed as ParsedTable;
    const entry = typed.entries.cursor();
    for (; entry.index < typed.entries.length; entry.index++) {
      if (table.side === 'previous' || entry.inPeriod === false) {
        const fact = lookBackReport(run, table, entry);
        if (fact) earlier.push({ fact, table, entry: { ...entry } });
        leaveOutEarlier(table, entry.row, fact !== null, entry.failed ? null : (entry.value?.at.date ?? null));
        continue;
      }
      const admitted = admit(run, typed, entry);
      if (!admitted?.person) continue;
      const { person, value } = admitted;
      if (servesOn(run, table, entry.row, person, value.at.date)) candidates.push(typed, entry.index, person);
    }
  }
  const kept = distinctOf(run, candidates, {
    key: ({ id, person }) => (isWithinPerson ? `${person} ${id}` : id),
    effect: '只计一条信息',
    what: ({ id }) => `信息 ${id} 的内容`,
  });
  useKept(run, candidates, kept);
  const lookedBack = firstOfEach(earlier, idsAmong(new Set(earlier.map(({ fact }) => fact.id)), candidates));
  const before = (index: number) => lookedBack[index - kept.length] as Report;
  return personRows(
    kept.length + lookedBack.length,
    (index) => (index < kept.length ? candidates.personAt(kept.at(index)) : before(index).person),
    (index) => (index < kept.length ? candidates.factAt(kept.at(index)) : before(index)),
  );
}

const reportsOf =
  (isWithinPerson: boolean) =>
  (typed: ParsedTable<'reports'>): FactMaker<Report> => {
    const table = typed as ParsedTable;
    const id = typed.entries.reader('id');
    const cursor = typed.entries.cursor();
    return {
      factAt: (index, person) => {
        cursor.index = index;
        return reportOf(cursor.value as ReportDraft, person.id, cursor.grids, originOf(table, cursor.row));
      },
      keyAt: (index, person) => (isWithinPerson ? `${person.id} ${id(index)}` : id(index)),
    };
  };

/** Which of the ids the month's own reports have. */
function idsAmong(ids: ReadonlySet<string>, candidates: PackedCandidates<'reports', Report>): ReadonlySet<string> {
  const found = new Set<string>();
  for (let index = 0; ids.size > 0 && index < candidates.length; index++) {
    const key = candidates.keyAt(index);
    if (key !== null && ids.has(key)) found.add(key);
  }
  return found;
}

const reportOf = (
  value: ReportDraft,
  person: PersonId,
  grids: readonly string[],
  origin: Report['origin'],
): Report => ({
  ...value,
  person,
  grid: (grids[0] ?? null) as GridId | null,
  origin,
});

/** Rows of the month's own files stay left out of the month; those of the folder before are used for the look-back. */
function leaveOutEarlier(table: ParsedTable, row: number, looksBack: boolean, date: CivilDate | null): void {
  if (table.side === 'previous') {
    table.ledger.settle(row, looksBack ? 'used' : REASONS.notNeeded);
    return;
  }
  leaveOutOtherPeriod(table, row, date);
}

function lookBackReport(run: Run, table: ParsedTable, entry: Entry<ReportDraft | object>): Report | null {
  const value = entry.value as ReportDraft | null;
  const [grid, ...more] = entry.grids;
  if (!value?.effective || value.category === null || grid === undefined || more.length > 0) return null;
  const first = firstDay(run.period);
  if (value.at.date >= first || value.at.date < addDays(first, -LOOK_BACK_DAYS)) return null;
  if (run.scope.isOutside(entry) || !run.knowsGrid(grid)) return null;
  const directory = run.previousDirectory ?? run.directory;
  const found = entry.person && directory.resolve(entry.person);
  // Only grid and category matter to the look-back: a 工号 that has left the roster is kept as written.
  const id = found?.type === 'person' ? found.person.id : (entry.person?.id as PersonId | null | undefined);
  return id ? reportOf(value, id, entry.grids, originOf(table, entry.row)) : null;
}

/** Each 编号 once: the month's own row before the folder before's; of rows that disagree the one any row order gives. */
function firstOfEach(candidates: readonly Candidate<Report>[], known: ReadonlySet<string>): Report[] {
  const rank = ({ table, fact }: Candidate<Report>) => `${table.side === 'month' ? 0 : 1}${signature(fact)}`;
  const reports = new Map<string, Candidate<Report>>();
  for (const candidate of candidates) {
    const { id } = candidate.fact;
    const held = reports.get(id);
    if (!known.has(id) && (!held || rank(candidate) < rank(held))) reports.set(id, candidate);
  }
  return [...reports.values()].map(({ fact }) => fact);
}

/**
 * Tasks whose 截止时间 (else 派单时间) lies in the month, of both folders; the later folder's row holds. Also those that
 * were dispatched in the month and are due later: they count for the office's own duty to dispatch (spec 5.3).
 */
export function taskFacts(run: Run, tables: readonly ParsedTable<'tasks'>[]): Task[] {
  const months = tables.filter(({ side }) => side !== 'previous');
  const newer = new Set(months.flatMap(({ entries }) => entries.flatMap(({ key }) => key ?? [])));
  const candidates: Candidate<Task>[] = [];
  for (const typed of tables) {
    const table = typed as ParsedTable;
    for (const entry of typed.entries) {
      if (leaveOutTask(run, table, entry, newer)) continue;
      const admitted = admit(run, typed, entry);
      if (!admitted?.person) continue;
      const { person, value } = admitted;
      const day = (entry.inPeriod === false ? value.dispatched : (value.due ?? value.dispatched))?.date;
      if (day === undefined || !servesOn(run, table, entry.row, person, day)) continue;
      candidates.push({ fact: { ...value, person: person.id, origin: originOf(table, entry.row) }, table, entry });
    }
  }
  const isWithinPerson = numbersWithinPerson(run, tables);
  const chained = isWithinPerson || run.valueRules === 1 ? new Set<string>() : chainsIn(run, candidates);
  const kept = settleDuplicates(run, candidates, {
    key: ({ id, person, dispatched, state }) => {
      if (chained.has(id)) return JSON.stringify([id, person, dispatched, state]);
      return isWithinPerson ? `${person} ${id}` : id;
    },
    effect: '只计一件任务',
    what: ({ id }) => `任务 ${id} 的内容`,
  });
  return useAll(run, kept);
}

/** A table whose people each count from 1 has as many numbers used by several as by one, and more than one. */
const FEWEST_SHARED = 2;

/**
 * Whether 编号 are keys within the person: only where at least half of them are used by two people or more (spec 3.0); told
 * by a notice.
 */
function numbersWithinPerson<K extends 'reports' | 'tasks'>(run: Run, tables: readonly ParsedTable<K>[]): boolean {
  if (run.valueRules === 1) return false;
  const users = new Map<string, Set<string>>();
  for (const { entries } of tables.filter(({ side }) => side !== 'previous')) {
    const entry = entries.cursor();
    for (; entry.index < entries.length; entry.index++) {
      const who = entry.person?.id ?? entry.person?.name ?? entry.person?.phone ?? entry.person?.idNumber;
      if (entry.key === null || who == null) continue;
      const known = users.get(entry.key) ?? new Set();
      users.set(entry.key, known);
      known.add(who);
    }
  }
  const shared = [...users.values()].filter(({ size }) => size > 1).length;
  const isWithin = shared >= FEWEST_SHARED && shared * 2 >= users.size;
  const [table] = tables.filter(({ side }) => side !== 'previous') as ParsedTable[];
  if (isWithin && table) {
    const data = { kind: TABLE_KINDS[table.kind], shared, all: users.size };
    run.problems.push(problem('numbersWithinPerson', data, placeIn(table, null, null)));
  }
  return isWithin;
}

const HANDED_ON = /^已?转派$/;

/** 编号 of tasks that went from hand to hand: every holder but the last says 转派. Each is told. */
function chainsIn(run: Run, candidates: readonly Candidate<Task>[]): ReadonlySet<string> {
  const byId = new Map<string, Candidate<Task>[]>();
  for (const candidate of candidates) byId.set(candidate.fact.id, [...(byId.get(candidate.fact.id) ?? []), candidate]);
  const chains = [...byId].flatMap(([id, all]) => {
    if (new Set(all.map(({ fact }) => fact.person)).size < 2) return [];
    const isHandedOn = ({ fact: { state } }: Candidate<Task>) => state !== null && HANDED_ON.test(compact(state));
    const [holder, ...others] = all.filter((one) => !isHandedOn(one));
    const holders = new Set([holder, ...others].map((one) => one?.fact.person));
    if (holder === undefined || holders.size > 1) return [];
    const momentOf = ({ fact: { dispatched } }: Candidate<Task>) => dispatched;
    const last = momentOf(holder);
    const isLast = all.every((one) => {
      const moment = momentOf(one);
      return one === holder || last === null || moment === null || compareMoments(moment, last) <= 0;
    });
    return isLast ? [{ id, all: [...all.filter((one) => one !== holder), holder] }] : [];
  });
  for (const { id, all } of chains) {
    const last = all.at(-1) as Candidate<Task>;
    const people = [...new Set(all.map(({ fact }) => fact.person as string))];
    run.problems.push(problem('taskHandedOn', { id, people }, placeIn(last.table, last.entry.row, null)));
  }
  return new Set(chains.map(({ id }) => id));
}

function leaveOutTask(run: Run, table: ParsedTable, entry: Entry<object>, newer: ReadonlySet<string>): boolean {
  if (table.side !== 'previous') {
    if (entry.inPeriod !== false || dispatchedIn(run.period, entry)) return false;
    leaveOutOtherPeriod(table, entry.row, dayOf(entry));
    return true;
  }
  const replaced = entry.key !== null && newer.has(entry.key);
  if (entry.inPeriod === true && !replaced) return false;
  table.ledger.settle(entry.row, replaced ? REASONS.newerRow : REASONS.notNeeded);
  return true;
}

/** 截止时间, else 派单时间. */
function dayOf(entry: Entry<object>): CivilDate | null {
  const { due, dispatched } = (entry.value ?? { due: null, dispatched: null }) as Pick<Task, 'due' | 'dispatched'>;
  return (due ?? dispatched)?.date ?? null;
}

function dispatchedIn(period: YearMonth, entry: Entry<object>): boolean {
  const { dispatched } = (entry.value ?? { dispatched: null }) as Pick<Task, 'dispatched'>;
  return dispatched !== null && monthOf(dispatched.date) === period;
}
