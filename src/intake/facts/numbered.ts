// Facts that bear a number: reports and tasks (信息, 派单), each 编号 once.
import { firstDay, monthOf, type YearMonth } from '../../model/civil.ts';
import type { GridId, PersonId, Report, Task } from '../../model/facts.ts';
import { type PersonRows, personRows } from '../../model/person-rows.ts';
import type { ReportDraft } from '../kinds/reports.ts';
import { leaveOutOtherPeriod } from '../rows/other-period.ts';
import { REASONS } from '../rows/reasons.ts';
import { type Entry, originOf, type ParsedTable } from '../table.ts';
import { addDays } from '../values/serial.ts';
import { type Candidate, type FactMaker, PackedCandidates } from './candidates.ts';
import { distinctOf, settleDuplicates, signature, useAll, useKept } from './duplicates.ts';
import { admit, employedOn, type Run } from './run.ts';

/** Days before the month in which an earlier report of the kind speaks against a 漏报 (spec 5.2). */
const LOOK_BACK_DAYS = 30;

/** Reports of the month, and of the 30 days before it what the look-back of 漏报 needs. */
export function reportFacts(run: Run, tables: readonly ParsedTable<'reports'>[]): PersonRows<Report> {
  const candidates = new PackedCandidates<'reports', Report>(reportsOf);
  const earlier: Candidate<Report>[] = [];
  for (const typed of tables) {
    const table = typed as ParsedTable;
    const entry = typed.entries.cursor();
    for (; entry.index < typed.entries.length; entry.index++) {
      if (table.side === 'previous' || entry.inPeriod === false) {
        const fact = lookBackReport(run, table, entry);
        if (fact) earlier.push({ fact, table, entry: { ...entry } });
        leaveOutEarlier(table, entry.row, fact !== null);
        continue;
      }
      const admitted = admit(run, typed, entry);
      if (!admitted?.person) continue;
      const { person, value } = admitted;
      if (employedOn(run, table, entry.row, person, value.at.date)) candidates.push(typed, entry.index, person);
    }
  }
  const kept = distinctOf(run, candidates, {
    key: ({ id }) => id,
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

function reportsOf(typed: ParsedTable<'reports'>): FactMaker<Report> {
  const table = typed as ParsedTable;
  const id = typed.entries.reader('id');
  const cursor = typed.entries.cursor();
  return {
    factAt: (index, person) => {
      cursor.index = index;
      return reportOf(cursor.value as ReportDraft, person.id, cursor.grids, originOf(table, cursor.row));
    },
    keyAt: (index) => id(index),
  };
}

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
function leaveOutEarlier(table: ParsedTable, row: number, looksBack: boolean): void {
  if (table.side === 'previous') {
    table.ledger.settle(row, looksBack ? 'used' : REASONS.notNeeded);
    return;
  }
  leaveOutOtherPeriod(table, row);
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
      if (day === undefined || !employedOn(run, table, entry.row, person, day)) continue;
      candidates.push({ fact: { ...value, person: person.id, origin: originOf(table, entry.row) }, table, entry });
    }
  }
  const kept = settleDuplicates(run, candidates, {
    key: ({ id }) => id,
    effect: '只计一件任务',
    what: ({ id }) => `任务 ${id} 的内容`,
  });
  return useAll(run, kept);
}

function leaveOutTask(run: Run, table: ParsedTable, entry: Entry<object>, newer: ReadonlySet<string>): boolean {
  if (table.side !== 'previous') {
    if (entry.inPeriod !== false || dispatchedIn(run.period, entry)) return false;
    leaveOutOtherPeriod(table, entry.row);
    return true;
  }
  const replaced = entry.key !== null && newer.has(entry.key);
  if (entry.inPeriod === true && !replaced) return false;
  table.ledger.settle(entry.row, replaced ? REASONS.newerRow : REASONS.notNeeded);
  return true;
}

function dispatchedIn(period: YearMonth, entry: Entry<object>): boolean {
  const { dispatched } = (entry.value ?? { dispatched: null }) as Pick<Task, 'dispatched'>;
  return dispatched !== null && monthOf(dispatched.date) === period;
}
