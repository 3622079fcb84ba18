// The entries of a table, packed: a table of a million rows must not be a million objects.
import type { Problem } from '../problems/problem.ts';
import { Column, Numbers } from './packed.ts';
import type { Entry } from './table.ts';

type Shared = Omit<Entry<object>, 'row' | 'value'>;
const SHARED = ['person', 'grids', 'township', 'key', 'inPeriod', 'others', 'problems'] as const;

/** Why a value withdraws the draft of its row: told for the row it stands in. */
export class Withdrawal {
  constructor(readonly problemsAt: (row: number) => readonly Problem[]) {}
}

/** A list of entries, each made anew when it is asked for. */
export class Entries<V extends object> implements Iterable<Entry<V>> {
  readonly #rows = new Numbers();
  readonly #valued = new Column<boolean>();
  readonly #shared: { readonly [N in keyof Shared]: Column<Shared[N]> } = {
    person: new Column(),
    grids: new Column(),
    township: new Column(),
    key: new Column(),
    inPeriod: new Column(),
    others: new Column(),
    problems: new Column(),
  };
  /** Field of the drafts → its values; undefined where the row has no draft. */
  readonly #fields = new Map<string, Column<unknown>>();

  get length(): number {
    return this.#rows.length;
  }

  push(entry: Entry<V>): void {
    const { row, value } = entry;
    if (value !== null && this.#fields.size === 0) this.#learnFields(value);
    this.#rows.push(row);
    this.#valued.push(value !== null);
    for (const name of SHARED) (this.#shared[name] as Column<unknown>).push(entry[name]);
    for (const [field, column] of this.#fields) column.push(value?.[field as keyof V]);
  }

  at(index: number): Entry<V> {
    const { person, grids, township, key, inPeriod, others, problems } = this.#shared;
    return {
      row: this.#rows.at(index),
      value: this.#valued.at(index) ? this.#draftAt(index) : null,
      person: person.at(index),
      grids: grids.at(index),
      township: township.at(index),
      key: key.at(index),
      inPeriod: inPeriod.at(index),
      others: others.at(index),
      problems: problems.at(index),
    };
  }

  rowAt(index: number): number {
    return this.#rows.at(index);
  }

  problemsAt(index: number): readonly Problem[] {
    return this.#shared.problems.at(index);
  }

  *[Symbol.iterator](): Iterator<Entry<V>> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  flatMap<T>(make: (entry: Entry<V>) => T | readonly T[]): T[] {
    return [...this].flatMap(make);
  }

  /** The distinct values of one field of the drafts. */
  distinct<F extends string & keyof V>(field: F): ReadonlySet<V[F]> {
    const column = this.#fields.get(field);
    const values = new Set<V[F]>();
    for (let index = 0; column && index < this.length; index++) {
      if (this.#valued.at(index)) values.add(column.at(index) as V[F]);
    }
    return values;
  }

  /** Replaces the values of a field, equal ones alike; a withdrawal takes back the drafts of the rows it stands in. */
  replace<F extends string & keyof V>(field: F, other: (value: V[F]) => V[F] | Withdrawal): void {
    const column = this.#fields.get(field) as Column<V[F] | Withdrawal | undefined> | undefined;
    if (!column) return;
    column.replace((value) => (value === undefined || value instanceof Withdrawal ? value : other(value)));
    for (let index = 0; index < this.length; index++) {
      const value = this.#valued.at(index) ? column.at(index) : undefined;
      if (!(value instanceof Withdrawal)) continue;
      this.#valued.set(index, false);
      this.#shared.problems.set(index, value.problemsAt(this.#rows.at(index)));
    }
  }

  #draftAt(index: number): V {
    const draft: Record<string, unknown> = {};
    for (const [field, column] of this.#fields) draft[field] = column.at(index);
    return draft as V;
  }

  /** The first draft tells the fields; the rows before it have none. */
  #learnFields(draft: V): void {
    for (const field of Object.keys(draft)) {
      const column = new Column<unknown>();
      for (let row = 0; row < this.length; row++) column.push(undefined);
      this.#fields.set(field, column);
    }
  }
}
