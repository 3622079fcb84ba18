// Facts that may turn out to be copies of each other: made from packed entries when they are asked for (候选记录).
import type { Person, PersonId } from '../model/facts.ts';
import type { TableKind } from '../model/terms.ts';
import type { Problem } from '../problems/problem.ts';
import { digestOf } from './digest.ts';
import type { Cursor } from './entries.ts';
import type { Drafts } from './kinds/drafts.ts';
import { Column, Numbers } from './packed.ts';
import type { Entry, ParsedTable } from './table.ts';

export interface Candidate<F> {
  readonly fact: F;
  readonly table: ParsedTable;
  readonly entry: Pick<Entry<object>, 'row' | 'others' | 'problems'>;
}

export interface Candidates<F> {
  readonly length: number;
  readonly get: (index: number) => Candidate<F>;
  /** A digest of what may occur once. */
  readonly digestAt: (index: number) => number;
}

export const candidatesIn = <F>(list: readonly Candidate<F>[], keyOf: (fact: F) => string): Candidates<F> => ({
  length: list.length,
  get: (index) => list[index] as Candidate<F>,
  digestAt: (index) => digestOf(keyOf((list[index] as Candidate<F>).fact)),
});

type FactOf<K extends TableKind, F> = (entry: Entry<Drafts[K]>, person: Person, table: ParsedTable) => F;

/** Candidates of one table kind that each concern a person. `entry.value` is never null in `factOf`. */
export class PackedCandidates<K extends TableKind, F> implements Candidates<F> {
  readonly #tables = new Column<ParsedTable<K>>();
  readonly #entries = new Numbers(Uint32Array);
  readonly #people = new Column<Person>();
  #lookedAt: { readonly table: ParsedTable<K>; readonly cursor: Cursor<Drafts[K]> } | null = null;
  readonly #digests = new Numbers(Float64Array);

  constructor(
    private readonly factOf: FactOf<K, F>,
    private readonly keyOf: (fact: F) => string,
  ) {}

  get length(): number {
    return this.#entries.length;
  }

  push(table: ParsedTable<K>, entry: Cursor<Drafts[K]>, person: Person): void {
    this.#tables.push(table);
    this.#entries.push(entry.index);
    this.#people.push(person);
    this.#digests.push(digestOf(this.keyOf(this.factOf(entry, person, table as ParsedTable))));
  }

  get(index: number): Candidate<F> {
    const { row, others, problems } = this.#entryAt(index);
    return { fact: this.factAt(index), table: this.tableAt(index), entry: { row, others, problems } };
  }

  factAt(index: number): F {
    return this.factOf(this.#entryAt(index), this.#people.at(index), this.tableAt(index));
  }

  digestAt(index: number): number {
    return this.#digests.at(index);
  }

  personAt(index: number): PersonId {
    return this.#people.at(index).id;
  }

  tableAt(index: number): ParsedTable {
    return this.#tables.at(index) as ParsedTable;
  }

  rowAt(index: number): number {
    return this.#entryAt(index).row;
  }

  /** 编号 of a report or task. */
  keyAt(index: number): string | null {
    return this.#entryAt(index).key;
  }

  problemsAt(index: number): readonly Problem[] {
    return this.#entryAt(index).problems;
  }

  #entryAt(index: number): Entry<Drafts[K]> {
    const table = this.#tables.at(index);
    if (this.#lookedAt?.table !== table) this.#lookedAt = { table, cursor: table.entries.cursor() };
    const { cursor } = this.#lookedAt;
    cursor.index = this.#entries.at(index);
    return cursor;
  }
}
