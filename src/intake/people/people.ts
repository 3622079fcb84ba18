// The directory (人员对照): who a row is about, by 工号, else 身份证号 or 手机, else a name only one person bears or bore (spec 3).
import type { Person, PersonId } from '../../model/facts.ts';
import type { PersonRef } from '../table.ts';
import { type Fault, fault } from '../values/fault.ts';
import { withoutPhones } from '../values/masked.ts';

export type Resolution =
  | { readonly type: 'person'; readonly person: Person }
  /** On the roster, in no grid of the office's scope. */
  | { readonly type: 'outside' }
  /** A 工号 of the roster but for zeros in front: one problem tells of all. */
  | { readonly type: 'zerosLost'; readonly id: PersonId }
  /** The roster row that would tell is itself in error, or there is no roster: one problem is enough. */
  | { readonly type: 'doubtful' }
  | { readonly type: 'fault'; readonly fault: Fault; readonly field: 'person' | 'idNumber' | 'phone' | 'name' };

export interface Directory {
  readonly resolve: (ref: PersonRef) => Resolution;
  readonly has: (id: PersonId) => boolean;
}

export interface DirectoryInput {
  readonly people: readonly Person[];
  readonly outside: ReadonlySet<PersonId>;
  /** 工号 and names of roster rows in error. */
  readonly doubtful: ReadonlySet<string>;
  /** False when rows of the roster are lacking altogether. */
  readonly complete: boolean;
}

function groupBy(
  people: readonly Person[],
  keysOf: (person: Person) => readonly (string | null)[],
): ReadonlyMap<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    for (const key of new Set(keysOf(person))) {
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), person]);
    }
  }
  return groups;
}

/** Digits without the zeros in front; null for what is no number. */
const bareDigits = (id: string): string | null => (/^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : null);

const namesOf = ({ name, formerNames }: Person): readonly string[] => [name, ...formerNames];

export function directoryOf({ people, outside, doubtful, complete }: DirectoryInput): Directory {
  const byId = new Map(people.map((person) => [person.id as string, person]));
  const byIdNumber = groupBy(people, ({ idNumber }) => [idNumber]);
  const byPhone = groupBy(people, ({ phone }) => [phone]);
  const byName = groupBy(people, namesOf);
  const byBareId = groupBy(people, ({ id }) => [bareDigits(id)]);
  const known = new Map<PersonRef, Resolution>();

  const candidates = (ref: PersonRef): readonly [Person[], 'person' | 'idNumber' | 'phone' | 'name', string] => {
    if (ref.id !== null) {
      const person = byId.get(ref.id);
      return [person ? [person] : [], 'person', ref.id];
    }
    const number = ref.idNumber === null ? [] : (byIdNumber.get(ref.idNumber) ?? []);
    if (number.length > 0) return [number, 'idNumber', ref.name ?? '身份证号'];
    const phone = ref.phone === null ? [] : (byPhone.get(ref.phone) ?? []);
    if (phone.length > 0) return [phone, 'phone', ref.name ?? (ref.phone as string)];
    // Another 身份证号 is another person, whatever the name.
    const differs = (person: Person) =>
      ref.idNumber !== null && person.idNumber !== null && person.idNumber !== ref.idNumber;
    const named = ref.name === null ? [] : (byName.get(ref.name) ?? []);
    return [named.filter((person) => !differs(person)), 'name', ref.name ?? ref.phone ?? '身份证号'];
  };

  const look = (ref: PersonRef): Resolution => {
    if (ref.id === null && ref.idNumber === null && ref.phone === null && ref.name === null) {
      return { type: 'fault', fault: fault('personMissing', {}), field: 'person' };
    }
    const [found, field, shown] = candidates(ref);
    const [person, ...others] = found;
    if (!person) {
      const bare = ref.id === null ? null : bareDigits(ref.id);
      const [alike, ...more] = bare === null ? [] : (byBareId.get(bare) ?? []);
      const isNamed = ref.name === null || alike === undefined || namesOf(alike).includes(ref.name);
      if (alike && more.length === 0 && isNamed) return { type: 'zerosLost', id: alike.id };
      const covered =
        !complete || [ref.id, ref.id === null ? ref.name : null].some((key) => key !== null && doubtful.has(key));
      return covered
        ? { type: 'doubtful' }
        : { type: 'fault', fault: fault('personUnknown', { found: withoutPhones(shown) }), field };
    }
    if (others.length > 0) {
      const bearers = found.map(({ id, name }) => ({ id: id as string, name }));
      return {
        type: 'fault',
        fault: fault('personAmbiguous', { found: withoutPhones(shown), people: bearers }),
        field,
      };
    }
    if (ref.name !== null && !namesOf(person).includes(ref.name)) {
      const data = { id: person.id as string, found: withoutPhones(ref.name), name: person.name };
      return { type: 'fault', fault: fault('personContradicted', data), field: 'name' };
    }
    return outside.has(person.id) ? { type: 'outside' } : { type: 'person', person };
  };

  return {
    has: (id) => byId.has(id) && !outside.has(id),
    resolve: (ref) => {
      const held = known.get(ref) ?? look(ref);
      known.set(ref, held);
      return held;
    },
  };
}
