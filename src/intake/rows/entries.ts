// The entries of a table, packed: a table of a million rows must not be a million objects.
import type { Problem } from '../../problems/problem.ts';
import type { Entry } from '../table.ts';
import { Column, Numbers } from './packed.ts';

type Shared = Omit<Entry<object>, 'row' | 'value'>;

/** Why a value withdraws the draft of its row: told for the row it stands in. */
export class Withdrawal {
  constructor(readonly problemsAt: (row: number) => readonly Problem[]) {}
}

/** A field of the drafts. */
interface Field {
  readonly name: string;
  readonly values: Column<unknown>;
}

/** The entry at `index`, which may be moved. */
export interface Cursor<V> extends Entry<V> {
  index: number;
  /** Whether the row has no draft; asking for `value` would make one. */
  readonly failed: boolean;
}

const isProblems = (value: unknown): value is readonly Problem[] =>
  Array.isArray(value) && value.length > 0 && typeof value[0] === 'object' && value[0] !== null && 'code' in value[0];

/** A list of entries, each made anew when it is asked for. */
export class Entries<V extends object> implements Iterable<Entry<V>> {
  readonly #rows = new Numbers(Uint32Array);
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
  /** The fields of the drafts with their values; undefined where the row has no draft. */
  readonly #fields: Field[] = [];

  get length(): number {
    return this.#rows.length;
  }

  push(value: V | null, entry: Omit<Entry<V>, 'value'>): void {
    if (value !== null && this.#fields.length === 0) this.#learnFields(value);
    const { person, grids, township, key, inPeriod, others, problems } = this.#shared;
    this.#rows.push(entry.row);
    this.#valued.push(value !== null);
    person.push(entry.person);
    grids.push(entry.grids);
    township.push(entry.township);
    key.push(entry.key);
    inPeriod.push(entry.inPeriod);
    others.push(entry.others);
    problems.push(entry.problems);
    for (const { name, values } of this.#fields) values.push(value?.[name as keyof V]);
  }

  /** A view of one entry after another, for loops over many: nothing is made but what is looked at. Entries must not change meanwhile. */
  cursor(index = 0): Cursor<V> {
    const { person, grids, township, key, inPeriod, others, problems } = this.#shared;
    const [rows, valued] = [this.#rows, this.#valued];
    const draftAt = (at: number) => this.#draftAt(at);
    let madeFor = -1;
    let made: V | null = null;
    return {
      index,
      get row() {
        return rows.at(this.index);
      },
      get value() {
        if (madeFor !== this.index) {
          madeFor = this.index;
          made = valued.at(madeFor) ? draftAt(madeFor) : null;
        }
        return made;
      },
      get failed() {
        return !valued.at(this.index);
      },
      get person() {
        return person.at(this.index);
      },
      get grids() {
        return grids.at(this.index);
      },
      get township() {
        return township.at(this.index);
      },
      get key() {
        return key.at(this.index);
      },
      get inPeriod() {
        return inPeriod.at(this.index);
      },
      get others() {
        return others.at(this.index);
      },
      get problems() {
        return problems.at(this.index);
      },
    };
  }

  *[Symbol.iterator](): Iterator<Entry<V>> {
    const cursor = this.cursor();
    for (; cursor.index < this.length; cursor.index++) {
      const { row, value, person, grids, township, key, inPeriod, others, problems } = cursor;
      yield { row, value, person, grids, township, key, inPeriod, others, problems };
    }
  }

  flatMap<T>(make: (entry: Entry<V>) => T | readonly T[]): T[] {
    return [...this].flatMap(make);
  }

  /** Reads one field of the drafts by the index of the entry; undefined where there is no draft or no such field. */
  reader<F extends string & keyof V>(field: F): (index: number) => V[F] {
    const column = this.#columnOf(field);
    return (index) => column?.at(index) as V[F];
  }

  /** The distinct values of one field of the drafts. */
  distinct<F extends string & keyof V>(field: F): ReadonlySet<V[F]> {
    const column = this.#columnOf(field);
    const values = new Set<V[F]>();
    for (let index = 0; column && index < this.length; index++) {
      if (this.#valued.at(index)) values.add(column.at(index) as V[F]);
    }
    return values;
  }

  /** Replaces the values of a field, equal ones alike; a withdrawal takes back the drafts of the rows it stands in. */
  replace<F extends string & keyof V>(field: F, other: (value: V[F]) => V[F] | Withdrawal): void {
    const column = this.#columnOf(field) as Column<V[F] | Withdrawal | undefined> | undefined;
    if (!column) return;
    column.replace((value) => (value === undefined || value instanceof Withdrawal ? value : other(value)));
    for (let index = 0; index < this.length; index++) {
      const value = this.#valued.at(index) ? column.at(index) : undefined;
      if (!(value instanceof Withdrawal)) continue;
      this.#valued.set(index, false);
      this.#shared.problems.set(index, value.problemsAt(this.#rows.at(index)));
    }
  }

  /**
   * Replaces the values of a field row by row, of the rows that have a draft; problems in place of a value take the draft
   * back.
   */
  rewrite<F extends string & keyof V>(
    field: F,
    other: (value: V[F], index: number, row: number) => V[F] | readonly Problem[],
  ): void {
    const column = this.#columnOf(field) as Column<V[F]> | undefined;
    if (!column) return;
    for (let index = 0; index < this.length; index++) {
      if (!this.#valued.at(index)) continue;
      const made = other(column.at(index), index, this.#rows.at(index));
      if (isProblems(made)) {
        this.#valued.set(index, false);
        this.#shared.problems.set(index, made);
      } else column.set(index, made);
    }
  }

  /** Takes back the drafts of rows that another problem tells of. */
  withdraw(rows: ReadonlySet<number>): void {
    for (let index = 0; index < this.length; index++) {
      if (!rows.has(this.#rows.at(index))) continue;
      this.#valued.set(index, false);
      this.#shared.problems.set(index, []);
    }
  }

  #columnOf(field: string): Column<unknown> | undefined {
    return this.#fields.find(({ name }) => name === field)?.values;
  }

  #draftAt(index: number): V {
    const draft: Record<string, unknown> = {};
    for (let at = 0; at < this.#fields.length; at++) {
      const { name, values } = this.#fields[at] as Field;
      draft[name] = values.at(index);
    }
    return draft as V;
  }

  /** The first draft tells the fields; the rows before it have none. */
  #learnFields(draft: V): void {
    for (const name of Object.keys(draft)) {
      const values = new Column<unknown>();
      for (let row = 0; row < this.length; row++) values.push(undefined);
      this.#fields.push({ name, values });
    }
  }
}
