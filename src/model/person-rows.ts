// Facts of many people, a person's own at hand (按人取记录).
import type { PersonId } from './facts.ts';

/** A list of facts; an implementation may make each fact anew when it is asked for. */
export interface PersonRows<T> extends Iterable<T> {
  readonly length: number;
  /** The person's facts, in list order. */
  readonly of: (person: PersonId) => readonly T[];
}

/** Rows that are made by `at`, indexed by whom they concern. */
export function personRows<T>(
  length: number,
  personAt: (index: number) => PersonId,
  at: (index: number) => T,
): PersonRows<T> {
  let byPerson: Map<PersonId, number[]> | null = null;
  const indexed = (): Map<PersonId, number[]> => {
    const rows = new Map<PersonId, number[]>();
    for (let index = 0; index < length; index++) {
      const person = personAt(index);
      const own = rows.get(person);
      if (own) own.push(index);
      else rows.set(person, [index]);
    }
    return rows;
  };
  return {
    length,
    of: (person) => {
      byPerson ??= indexed();
      return (byPerson.get(person) ?? []).map(at);
    },
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index++) yield at(index);
    },
  };
}

export const personRowsOf = <T extends { readonly person: PersonId }>(rows: readonly T[]): PersonRows<T> =>
  personRows(
    rows.length,
    (index) => (rows[index] as T).person,
    (index) => rows[index] as T,
  );
