// Roster rows → people and their assignments (花名册 → 人员).
import type { Assignment, GridId, Person, PersonId } from '../../model/facts.ts';
import type { Origin } from '../../model/source.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import type { Candidate } from '../facts/candidates.ts';
import type { RosterDraft } from '../kinds/roster.ts';
import { fieldPlace, originOf, type ParsedTable, placeIn } from '../table.ts';
import { masked } from '../values/masked.ts';
import type { ScopeTest } from './scope.ts';

/** A roster row with whom it names. */
export interface RosterRow extends RosterDraft {
  readonly id: PersonId;
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly grids: readonly GridId[];
  readonly outside: boolean;
  readonly origin: Origin;
}

/** Rows without problems, not yet looked at for duplicates. */
export function rosterCandidates(tables: readonly ParsedTable<'roster'>[], scope: ScopeTest): Candidate<RosterRow>[] {
  return tables.flatMap((table) =>
    table.entries.flatMap((entry) => {
      const { value, person, grids, row } = entry;
      if (value === null || !person || person.name === null) return [];
      // A roster without 工号 is refused; until then a name stands for one.
      const id = person.id ?? (table.fields.has('person') ? null : person.name);
      if (id === null) return [];
      const outside = scope.isOutside(entry);
      const who = { id: id as PersonId, name: person.name, idNumber: person.idNumber, phone: person.phone };
      const served = outside ? grids : grids.filter((grid) => !scope.gridIsOutside(grid));
      const fact = {
        ...value,
        ...who,
        grids: served as GridId[],
        outside,
        origin: originOf(table as ParsedTable, row),
      };
      return [{ fact, table: table as ParsedTable, entry }];
    }),
  );
}

/** Attributes in which all rows of a person must agree; an empty cell says nothing. Field names of the kind. */
const AGREEING = ['name', 'hired', 'left', 'idNumber', 'phone', 'bankAccount', 'bankName'] as const;
const SHOWN: Readonly<Record<(typeof AGREEING)[number], string>> = {
  name: '姓名',
  hired: '入职日期',
  left: '离职日期',
  idNumber: '身份证号',
  phone: '手机',
  bankAccount: '银行账号',
  bankName: '开户行',
};

/** Numbers that no sentence tells whole. */
const MASKED: ReadonlySet<string> = new Set<(typeof AGREEING)[number]>(['idNumber', 'phone', 'bankAccount']);

export interface MergedRoster {
  /** In roster order. */
  readonly people: readonly Person[];
  readonly outside: ReadonlySet<PersonId>;
  readonly problems: readonly Problem[];
  /** Rows that contradict an earlier row of the person. */
  readonly inError: ReadonlySet<Candidate<RosterRow>>;
}

/** Several rows of one 工号 become one person with several assignments. */
export function mergeRoster(candidates: readonly Candidate<RosterRow>[]): MergedRoster {
  const byId = new Map<PersonId, Candidate<RosterRow>[]>();
  for (const candidate of candidates) {
    const rows = byId.get(candidate.fact.id);
    if (rows) rows.push(candidate);
    else byId.set(candidate.fact.id, [candidate]);
  }
  const problems: Problem[] = [];
  const inError = new Set<Candidate<RosterRow>>();
  const outside = new Set<PersonId>();
  const people = [...byId].map(([id, rows]) => {
    for (const [row, found] of disagreements(rows)) {
      problems.push(found);
      inError.add(row);
    }
    const inside = rows.filter(({ fact }) => !fact.outside);
    if (inside.length === 0) outside.add(id);
    return personOf(
      id,
      (inside.length > 0 ? inside : rows).map(({ fact }) => fact),
      rows.map(({ fact }) => fact),
    );
  });
  return { people, outside, problems, inError };
}

/** All 曾用名 that rows of a person tell. */
const formerNamesIn = (rows: readonly RosterRow[]): readonly string[] => [
  ...new Set(rows.flatMap(({ formerNames }) => formerNames)),
];

function disagreements(rows: readonly Candidate<RosterRow>[]): [Candidate<RosterRow>, Problem][] {
  const former = new Set(formerNamesIn(rows.map(({ fact }) => fact)));
  return AGREEING.flatMap((field) => {
    const says = ({ fact }: Candidate<RosterRow>) =>
      fact[field] !== null && !(field === 'name' && former.has(fact.name));
    const [first, ...others] = rows.filter(says);
    return others.flatMap((row): [Candidate<RosterRow>, Problem][] => {
      if (!first || row.fact[field] === first.fact[field]) return [];
      const told = (value: string) => (MASKED.has(field) ? masked(value) : value);
      const data = {
        id: row.fact.id as string,
        heading: SHOWN[field],
        found: told(row.fact[field] as string),
        other: told(first.fact[field] as string),
        at: placeIn(first.table, first.entry.row, null),
      };
      return [[row, problem('rosterRowsDisagree', data, fieldPlace(row.table, row.entry.row, field))]];
    });
  });
}

function personOf(id: PersonId, inside: readonly RosterRow[], all: readonly RosterRow[]): Person {
  const known = <T>(pick: (row: RosterRow) => T | null): T | null => {
    for (const row of all) {
      const value = pick(row);
      if (value !== null) return value;
    }
    return null;
  };
  const former = formerNamesIn(all);
  const current = all.find(({ name }) => !former.includes(name)) ?? (all[0] as RosterRow);
  return {
    id,
    name: current.name,
    formerNames: former.filter((name) => name !== current.name),
    assignments: inside.map(({ role, grids, from, to, origin }): Assignment => ({ role, grids, from, to, origin })),
    hired: known((row) => row.hired),
    left: known((row) => row.left),
    partyMember: all.some((row) => row.party === true),
    idNumber: known((row) => row.idNumber),
    phone: known((row) => row.phone),
    bankAccount: known((row) => row.bankAccount),
    bankName: known((row) => row.bankName),
    accountConfirmed: all.some((row) => row.accountConfirmed),
  };
}
