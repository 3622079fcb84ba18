// What was read of each kind of table (覆盖): how many files and rows, of how many people, from when to when, and the days on
// which there is nothing (spec 3.0). It decides nothing.
import { type CivilDate, monthOf } from '../model/civil.ts';
import type { PersonId } from '../model/facts.ts';
import type { CoverageRecord } from '../model/record.ts';
import type { TableInfo } from '../model/source.ts';
import { REQUIRED_TABLES, TABLE_KINDS, type TableKind } from '../model/terms.ts';
import type { Office, Subject } from './office.ts';

/** What a record of a kind is about: somebody, on a day where it has one. */
interface Occurrence {
  readonly person: PersonId | null;
  readonly date: CivilDate | null;
}

function* entriesOf({ facts, period }: Office, kind: TableKind): Iterable<Occurrence> {
  const inMonth = (date: CivilDate): boolean => monthOf(date) === period;
  const own = (rows: readonly { readonly person: PersonId | null }[]): Occurrence[] =>
    rows.map(({ person }) => ({ person, date: null }));
  if (kind === 'patrol') yield* facts.patrol;
  if (kind === 'reports')
    for (const { person, at } of facts.reports) if (inMonth(at.date)) yield { person, date: at.date };
  if (kind === 'tasks')
    for (const { person, due, dispatched } of facts.tasks) {
      const date = (due ?? dispatched)?.date ?? null;
      if (date !== null && inMonth(date)) yield { person, date };
    }
  if (kind === 'meetings') yield* facts.meetings;
  if (kind === 'leave' || kind === 'excused')
    for (const { person, from, to } of kind === 'leave' ? facts.leave : facts.excused) {
      yield { person, date: from };
      yield { person, date: to };
    }
  if (kind === 'missedIncidents')
    for (const { date } of facts.missedIncidents) if (inMonth(date)) yield { person: null, date };
  if (kind === 'specialDuties') yield* own(facts.specialDuties);
  if (kind === 'scores') yield* own(facts.scores);
  if (kind === 'survey') yield* own(facts.survey);
  if (kind === 'adjustments') yield* own(facts.adjustments);
  if (kind === 'roster') yield* facts.people.map(({ id }) => ({ person: id, date: null }));
}

/** Days without a record are told of tables that every working day fills. */
const DAILY: ReadonlySet<TableKind> = new Set(['patrol', 'reports']);

function coverageOf(
  office: Office,
  members: readonly Subject[],
  kind: TableKind,
  tables: readonly TableInfo[],
): CoverageRecord {
  const sum = (count: (table: TableInfo) => number): number => tables.reduce((total, one) => total + count(one), 0);
  const due = kind === 'patrol' ? members.filter(({ service }) => service.assessable.length > 0) : members;
  const people = new Set<PersonId>();
  const days = new Set<CivilDate>();
  for (const { person, date } of entriesOf(office, kind)) {
    if (person !== null) people.add(person);
    if (date !== null) days.add(date);
  }
  const told = [...days].sort();
  const { asOf } = office;
  const expected = office.workdays.filter(
    (day) => (asOf === null || day <= asOf) && members.some(({ service }) => service.assessable.includes(day)),
  );
  return {
    table: kind,
    files: new Set(tables.map(({ file }) => file)).size,
    read: sum(({ rows }) => rows.read),
    used: sum(({ rows }) => rows.used),
    leftOut: sum(({ rows }) => Object.values(rows.leftOut).reduce((total, count) => total + count, 0)),
    wrong: sum(({ rows }) => rows.inError),
    people: due.filter(({ person }) => people.has(person.id)).length,
    of: due.length,
    first: told[0] ?? null,
    last: told.at(-1) ?? null,
    missing: DAILY.has(kind) ? expected.filter((day) => !days.has(day)) : [],
  };
}

/** Required tables, there or not, and the others that are there, in the order of the glossary; the month before's are not counted. */
export function coverage(office: Office, subjects: readonly Subject[]): readonly CoverageRecord[] {
  const members = subjects.filter(({ role, service }) => role === 'fullTime' && service.days.size > 0);
  const own = office.facts.tables.filter(({ file }) => !file.includes('/') || file.startsWith(`${office.period}/`));
  return (Object.keys(TABLE_KINDS) as TableKind[]).flatMap((kind) => {
    const tables = own.filter((table) => table.kind === kind);
    return tables.length > 0 || REQUIRED_TABLES.includes(kind) ? [coverageOf(office, members, kind, tables)] : [];
  });
}
