// Facts of one person on one day: patrol and meetings (巡查, 例会).
import { type CivilDate, firstDay, lastDay } from '../../model/civil.ts';
import type { Facts, Leave, MeetingEntry, PatrolRow, Person } from '../../model/facts.ts';
import { personRows } from '../../model/person-rows.ts';
import { isEmployed, serves } from '../../model/service.ts';
import type { Origin } from '../../model/source.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import type { MeetingMark } from '../kinds/meetings.ts';
import type { PatrolDraft } from '../kinds/patrol.ts';
import type { Entries } from '../rows/entries.ts';
import { leaveOutOtherPeriod } from '../rows/other-period.ts';
import { REASONS } from '../rows/reasons.ts';
import { originOf, type ParsedTable, placeIn } from '../table.ts';
import { type Candidate, type FactMaker, PackedCandidates } from './candidates.ts';
import { distinctOf, settleDuplicates, useAll, useKept } from './duplicates.ts';
import { cellFigure, figuresTwice, hasRates, settlesOtherwise } from './patrol-matrix.ts';
import { admit, admitRow, type Run, reject, servesOn } from './run.ts';

/** What `finish` leaves: no bare numbers. */
type Settled = { readonly [F in keyof PatrolDraft]: Exclude<PatrolDraft[F], { readonly bare: unknown }> };

/** A table's rows as facts; read by column, for there may be a million. */
const patrolRows =
  (hasRateColumn: (table: ParsedTable) => boolean) =>
  (table: ParsedTable<'patrol'>): FactMaker<PatrolRow> => {
    const { entries } = table as { readonly entries: Entries<Settled> };
    const [date, column] = [entries.reader('date'), entries.reader('column')];
    const [onlineRate, onlineTime, mileage] = [
      entries.reader('onlineRate'),
      entries.reader('onlineTime'),
      entries.reader('mileage'),
    ];
    const [persons, places] = [entries.reader('keyPersonVisits'), entries.reader('keyPlaceVisits')];
    const met = entries.reader('met');
    const hasRate = hasRateColumn(table as ParsedTable);
    const id = (table as ParsedTable).id;
    const cursor = entries.cursor();
    const originAt = (index: number): Origin => {
      cursor.index = index;
      const inColumn = column(index);
      return inColumn === undefined ? { table: id, row: cursor.row } : { table: id, row: cursor.row, column: inColumn };
    };
    const factAt = (index: number, person: Person): PatrolRow => ({
      person: person.id,
      date: date(index),
      onlineRate: onlineRate(index),
      onlineTime: onlineTime(index),
      mileage: mileage(index),
      keyPersonVisits: persons(index),
      keyPlaceVisits: places(index),
      met: met(index) ?? null,
      hasRateColumn: hasRate,
      origin: originAt(index),
    });
    const keyAt = (index: number, person: Person): string =>
      column(index) === undefined ? occasionKey(person.id, date(index), '') : keyOf(factAt(index, person));
    return { factAt, keyAt };
  };

const occasionKey = (person: string, date: string, figure: string): string => `${person} ${date} ${figure}`;
const keyOf = (row: PatrolRow): string => occasionKey(row.person, row.date, cellFigure(row));

/** Every row of the month; different rows of one person and day in one sheet stay apart, the rules add them up. */
export function patrolFacts(
  run: Run,
  tables: readonly ParsedTable<'patrol'>[],
  leave: readonly Leave[],
): Pick<Facts, 'patrol' | 'patrolDates'> {
  const candidates = new PackedCandidates<'patrol', PatrolRow>(patrolRows(hasRates(tables)));
  const patrolDates = new Set<CivilDate>();
  figuresTwice(run, tables);
  for (const table of tables) admitPatrol(run, table, leave, candidates, patrolDates);
  const kept = distinctOf(run, candidates, {
    key: keyOf,
    addsUp: ({ met }) => met === null,
    effect: '只按一行计算，时长、里程、走访不相加',
    what: ({ person, date }) => `${person} ${date} 的巡查数据`,
  });
  useKept(run, candidates, kept);
  return {
    patrol: personRows(
      kept.length,
      (index) => candidates.personAt(kept.at(index)),
      (index) => candidates.factAt(kept.at(index)),
    ),
    patrolDates,
  };
}

function admitPatrol(
  run: Run,
  table: ParsedTable<'patrol'>,
  leave: readonly Leave[],
  candidates: PackedCandidates<'patrol', PatrolRow>,
  dates: Set<CivilDate>,
): void {
  const known = table as ParsedTable;
  const { entries } = table;
  const entry = entries.cursor();
  const date = entries.reader('date');
  let row = 0;
  let admitted: { readonly person: Person | null } | null = null;
  for (; entry.index < entries.length; entry.index++) {
    // The cells of one row of a matrix are entries about the same person.
    if (entry.row !== row) admitted = admitRow(run, known, entry);
    else if (entry.failed) reject(run, known, row, entry.problems);
    row = entry.row;
    const person = admitted?.person;
    if (!person || entry.failed) continue;
    const day = date(entry.index);
    if (!servesOn(run, known, row, person, day)) continue;
    if (known.dates.length === 0 || !settlesOtherwise(run, known, row, person, entry.value as PatrolDraft, leave)) {
      candidates.push(table, entry.index, person);
      dates.add(day);
    }
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
  const shared = sharedIn(run, candidates);
  run.problems.push(...makeUps(run, candidates));
  const kept = settleDuplicates(run, candidates, {
    key: ({ person, date, time, meeting }) =>
      JSON.stringify([person, date, shared.time && time, shared.meeting && meeting]),
    within: ({ time, meeting }) => JSON.stringify([time, meeting]),
    says: ({ attendance }) => attendance,
    effect: '只计一次',
    what: ({ person, date }) => `${person} ${date} 的例会签到`,
  });
  run.problems.push(...meetingsOfOtherNames(run, kept));
  return useAll(run, kept);
}

type MeetingCandidates = readonly Candidate<MeetingEntry>[];

/** What all tables tell of a meeting beside its date: files are compared on what both have (spec 3.0). */
function sharedIn(
  { valueRules }: Run,
  candidates: MeetingCandidates,
): { readonly time: boolean; readonly meeting: boolean } {
  if (valueRules === 1) return { time: false, meeting: true };
  const tables = [...new Set(candidates.map(({ table }) => table))];
  const tell = (field: 'time' | 'meeting') =>
    tables.every((table) => candidates.some((one) => one.table === table && one.fact[field] !== null));
  return { time: tell('time'), meeting: tell('meeting') };
}

const MAKE_UP = /补[报签录登]/;

/** 补签 beside the same date: whether it is one meeting or two moves money. */
function makeUps({ valueRules }: Run, candidates: MeetingCandidates): Problem[] {
  if (valueRules === 1) return [];
  const told = new Set<string>();
  return candidates.flatMap(({ fact, table, entry }) => {
    const { date, meeting } = fact;
    if (meeting === null || !MAKE_UP.test(meeting) || told.has(`${date} ${meeting}`)) return [];
    const other = candidates.find((one) => one.fact.date === date && one.fact.meeting !== meeting);
    if (other === undefined) return [];
    told.add(`${date} ${meeting}`);
    const isWide = fact.origin.column !== undefined;
    const place = placeIn(
      table,
      isWide ? table.headerRow : entry.row,
      fact.origin.column ?? table.fields.get('meeting')?.column ?? null,
    );
    return [problem('meetingMakeUp', { date, meeting, other: other.fact.meeting }, place)];
  });
}

/** Meetings of one day that stand in different tables under different names: they may be one. */
function meetingsOfOtherNames({ valueRules }: Run, kept: MeetingCandidates): Problem[] {
  if (valueRules === 1) return [];
  const days = new Map<
    CivilDate,
    Map<string, { readonly name: string; readonly tables: Set<ParsedTable>; readonly first: Candidate<MeetingEntry> }>
  >();
  for (const candidate of kept) {
    const { date, time, meeting } = candidate.fact;
    const name = [time, meeting].filter((part) => part !== null).join(' ');
    const meetings = days.get(date) ?? new Map();
    days.set(date, meetings);
    const known = meetings.get(name) ?? { name, tables: new Set(), first: candidate };
    meetings.set(name, known);
    known.tables.add(candidate.table);
  }
  return [...days].flatMap(([date, meetings]) => {
    const [first, ...others] = meetings.values();
    if (first === undefined || others.length === 0) return [];
    const all = [first, ...others];
    const areApart =
      all.every((one) => one.tables.size === 1) && new Set(all.flatMap((one) => [...one.tables])).size === all.length;
    const last = all.at(-1) as typeof first;
    const names = all.map(({ name }) => (name === '' ? '（没有名称）' : name));
    return areApart
      ? [problem('meetingsOfOtherNames', { date, names }, placeIn(last.first.table, last.first.entry.row, null))]
      : [];
  });
}

function meetingEntry(
  run: Run,
  table: ParsedTable,
  row: number,
  person: Person,
  mark: MeetingMark,
): MeetingEntry | null {
  const { date, time, meeting, attendance, column } = mark;
  if (date < firstDay(run.period) || date > lastDay(run.period)) {
    leaveOutOtherPeriod(table, row, date);
    return null;
  }
  if (attendance === null) {
    const heading = `${date} 签到`;
    if (run.valueRules === 1 ? isEmployed(person, date) : serves(person, date))
      reject(run, table, row, [problem('cellEmpty', { heading }, placeIn(table, row, column))]);
    else table.ledger.settle(row, REASONS.outsideEmployment);
    return null;
  }
  if (!servesOn(run, table, row, person, date)) return null;
  const origin = column === null ? originOf(table, row) : { ...originOf(table, row), column };
  return { person: person.id, date, time, meeting, attendance, origin };
}
