// Facts of one person on one day: patrol and meetings (巡查, 例会).
import { firstDay, lastDay } from '../../model/civil.ts';
import type { Leave, MeetingEntry, PatrolRow, Person } from '../../model/facts.ts';
import { type PersonRows, personRows } from '../../model/person-rows.ts';
import { isEmployed } from '../../model/service.ts';
import { problem } from '../../problems/problem.ts';
import { type Candidate, PackedCandidates } from '../candidates.ts';
import { distinctOf, settleDuplicates, useAll, useKept } from '../duplicates.ts';
import type { MeetingMark } from '../kinds/meetings.ts';
import type { PatrolDraft } from '../kinds/patrol.ts';
import { REASONS } from '../reasons.ts';
import { type Admitted, admit, employedOn, type Run, reject } from '../run.ts';
import { type Entry, originOf, type ParsedTable, placeIn } from '../table.ts';
import { cellFigure, figuresTwice, hasRates, settlesOtherwise } from './patrol-matrix.ts';

/** What `finish` leaves: no bare numbers. */
type Settled = { readonly [F in keyof PatrolDraft]: Exclude<PatrolDraft[F], { readonly bare: unknown }> };

type RowOf = (entry: Entry<PatrolDraft>, person: Person, table: ParsedTable) => PatrolRow;

const patrolRow =
  (hasRateColumn: (table: ParsedTable) => boolean): RowOf =>
  ({ row, value }, person, table) => {
    const { date, onlineRate, onlineTime, mileage, keyPersonVisits, keyPlaceVisits, column } = value as Settled;
    return {
      person: person.id,
      date,
      onlineRate,
      onlineTime,
      mileage,
      keyPersonVisits,
      keyPlaceVisits,
      hasRateColumn: hasRateColumn(table),
      origin: column === undefined ? originOf(table, row) : { ...originOf(table, row), column },
    };
  };

/** Every row of the month; different rows of one person and day in one sheet stay apart, the rules add them up. */
export function patrolFacts(
  run: Run,
  tables: readonly ParsedTable<'patrol'>[],
  leave: readonly Leave[],
): PersonRows<PatrolRow> {
  const key = (row: PatrolRow) => `${row.person} ${row.date} ${cellFigure(row)}`;
  const candidates = new PackedCandidates<'patrol', PatrolRow>(patrolRow(hasRates(tables)), key);
  figuresTwice(run, tables);
  for (const table of tables) admitPatrol(run, table, leave, candidates);
  const kept = distinctOf(run, candidates, {
    key,
    addsUp: true,
    effect: '只按一行计算，时长、里程、走访不相加',
    what: ({ person, date }) => `${person} ${date} 的巡查数据`,
  });
  useKept(run, candidates, kept);
  return personRows(
    kept.length,
    (index) => candidates.personAt(kept.at(index)),
    (index) => candidates.factAt(kept.at(index)),
  );
}

function admitPatrol(
  run: Run,
  table: ParsedTable<'patrol'>,
  leave: readonly Leave[],
  candidates: PackedCandidates<'patrol', PatrolRow>,
): void {
  const entry = table.entries.cursor();
  let row = 0;
  let admitted: Admitted<'patrol'> | null = null;
  for (; entry.index < table.entries.length; entry.index++) {
    // The cells of one row of a matrix are entries about the same person.
    if (entry.row !== row) admitted = admit(run, table, entry);
    else if (entry.value === null) reject(run, table as ParsedTable, row, entry.problems);
    row = entry.row;
    const { person } = admitted ?? { person: null };
    const { value } = entry;
    if (!person || value === null || !employedOn(run, table as ParsedTable, row, person, value.date)) continue;
    if (!settlesOtherwise(run, table as ParsedTable, row, person, value, leave)) candidates.push(table, entry, person);
  }
}

/** One entry a person and meeting. In the wide form an empty cell is an error while the person is employed. */
export function meetingFacts(run: Run, tables: readonly ParsedTable<'meetings'>[]): MeetingEntry[] {
  const candidates: Candidate<MeetingEntry>[] = [];
  for (const typed of tables) {
    const table = typed as ParsedTable;
    for (const entry of typed.entries) {
      const admitted = admit(run, typed, entry);
      if (!admitted?.person) continue;
      for (const mark of admitted.value.marks) {
        const fact = meetingEntry(run, table, entry.row, admitted.person, mark);
        if (fact) candidates.push({ fact, table, entry });
      }
    }
  }
  const kept = settleDuplicates(run, candidates, {
    key: ({ person, date, meeting }) => JSON.stringify([person, date, meeting]),
    addsUp: false,
    effect: '只计一次',
    what: ({ person, date }) => `${person} ${date} 的例会签到`,
  });
  return useAll(run, kept);
}

function meetingEntry(
  run: Run,
  table: ParsedTable,
  row: number,
  person: Person,
  mark: MeetingMark,
): MeetingEntry | null {
  const { date, meeting, attendance, column } = mark;
  if (date < firstDay(run.period) || date > lastDay(run.period)) {
    table.otherPeriod += 1;
    table.ledger.settle(row, REASONS.otherPeriod);
    return null;
  }
  if (attendance === null) {
    const heading = `${date} 签到`;
    if (isEmployed(person, date))
      reject(run, table, row, [problem('cellEmpty', { heading }, placeIn(table, row, column))]);
    else table.ledger.settle(row, REASONS.outsideEmployment);
    return null;
  }
  if (!employedOn(run, table, row, person, date)) return null;
  const origin = column === null ? originOf(table, row) : { ...originOf(table, row), column };
  return { person: person.id, date, meeting, attendance, origin };
}
