// Facts that may turn out to be copies of each other: made from packed entries when they are asked for (候选记录).
import type { Person, PersonId } from '../../model/facts.ts';
import type { TableKind } from '../../model/terms.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Drafts } from '../kinds/drafts.ts';
import { digestOf, digestOfValues } from '../rows/digest.ts';
import type { Cursor } from '../rows/entries.ts';
import { Column, Numbers } from '../rows/packed.ts';
import type { Entry, ParsedTable } from '../table.ts';

export interface Candidate<F> {
  readonly fact: F;
  readonly table: ParsedTable;
  readonly entry: Pick<Entry<object>, 'row' | 'others' | 'problems'>;
}

export interface Candidates<F> {
  readonly length: number;
  readonly get: (index: number) => Candidate<F>;
  readonly tableAt: (index: number) => ParsedTable;
  /** A digest of what may occur once. */
  readonly digestAt: (index: number) => number;
  /** A digest of all that the row says. */
  readonly contentAt: (index: number) => number;
}

const contentOf = (fact: object, others: number): number => digestOfValues(fact, 'origin', others);

export const candidatesIn = <F extends object>(
  list: readonly Candidate<F>[],
  keyOf: (fact: F) => string,
): Candidates<F> => ({
  length: list.length,
  get: (index) => list[index] as Candidate<F>,
  tableAt: (index) => (list[index] as Candidate<F>).table,
  digestAt: (index) => digestOf(keyOf((list[index] as Candidate<F>).fact)),
  contentAt: (index) => contentOf((list[index] as Candidate<F>).fact, (list[index] as Candidate<F>).entry.others),
});

/** How the entries of one table become facts. `key` is a text of what may occur once. */
export interface FactMaker<F> {
  readonly factAt: (index: number, person: Person) => F;
  readonly keyAt: (index: number, person: Person) => string;
}

interface Opened<K extends TableKind, F> {
  readonly table: ParsedTable<K>;
  readonly cursor: Cursor<Drafts[K]>;
  readonly maker: FactMaker<F>;
}

/** Candidates of one table kind that each concern a person; entries with a draft only. */
export class PackedCandidates<K extends TableKind, F extends object> implements Candidates<F> {
  readonly #tables = new Column<ParsedTable<K>>();
  readonly #entries = new Numbers(Uint32Array);
  readonly #people = new Column<Person>();
  readonly #digests = new Numbers(Float64Array);
  /** The table last looked at. */
  #opened: Opened<K, F> | null = null;

  constructor(private readonly makerOf: (table: ParsedTable<K>) => FactMaker<F>) {}

  get length(): number {
    return this.#entries.length;
  }

  push(table: ParsedTable<K>, index: number, person: Person): void {
    this.#tables.push(table);
    this.#entries.push(index);
    this.#people.push(person);
    this.#digests.push(digestOf(this.#open(table).maker.keyAt(index, person)));
  }

  get(index: number): Candidate<F> {
    const { row, others, problems } = this.#entryAt(index);
    return { fact: this.factAt(index), table: this.tableAt(index), entry: { row, others, problems } };
  }

  factAt(index: number): F {
    const { maker } = this.#open(this.#tables.at(index));
    return maker.factAt(this.#entries.at(index), this.#people.at(index));
  }

  digestAt(index: number): number {
    return this.#digests.at(index);
  }

  contentAt(index: number): number {
    return contentOf(this.factAt(index), this.#entryAt(index).others);
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
    const { cursor } = this.#open(this.#tables.at(index));
    cursor.index = this.#entries.at(index);
    return cursor;
  }

  #open(table: ParsedTable<K>): Opened<K, F> {
    if (this.#opened?.table !== table) {
      this.#opened = { table, cursor: table.entries.cursor(), maker: this.makerOf(table) };
    }
    return this.#opened as Opened<K, F>;
  }
}
