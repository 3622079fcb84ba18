// Facts that may turn out to be copies of each other: made from packed entries when they are asked for (候选记录).
import type { Person, PersonId } from '../model/facts.ts';
import type { TableKind } from '../model/terms.ts';
import type { Problem } from '../problems/problem.ts';
import { digestOf } from './digest.ts';
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
  readonly #entries = new Numbers();
  readonly #people = new Column<Person>();
  readonly #digests = new Column<number>();

  constructor(
    private readonly factOf: FactOf<K, F>,
    private readonly keyOf: (fact: F) => string,
  ) {}

  get length(): number {
    return this.#entries.length;
  }

  /** Takes the entry at an index of the table. */
  push(table: ParsedTable<K>, index: number, entry: Entry<Drafts[K]>, person: Person): void {
    this.#tables.push(table);
    this.#entries.push(index);
    this.#people.push(person);
    this.#digests.push(digestOf(this.keyOf(this.factOf(entry, person, table as ParsedTable))));
  }

  get(index: number): Candidate<F> {
    const table = this.#tables.at(index);
    const entry = table.entries.at(this.#entries.at(index));
    return {
      fact: this.factOf(entry, this.#people.at(index), table as ParsedTable),
      table: table as ParsedTable,
      entry,
    };
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
    return this.#tables.at(index).entries.rowAt(this.#entries.at(index));
  }

  problemsAt(index: number): readonly Problem[] {
    return this.#tables.at(index).entries.problemsAt(this.#entries.at(index));
  }
}
