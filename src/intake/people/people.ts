// The directory (人员对照): who a row is about, by 工号, else 身份证号 or 手机, else a name only one person bears or bore (spec 3).
import type { Person, PersonId } from '../../model/facts.ts';
import type { PersonRef } from '../table.ts';
import { type Fault, fault } from '../values/fault.ts';
import { withoutPhones } from '../values/masked.ts';

type Resolution =
  | { readonly type: 'person'; readonly person: Person }
  /** On the roster, in no grid of the office's scope. */
  | { readonly type: 'outside' }
  /** A 工号 of the roster but for zeros in front: one problem tells of all. */
  | { readonly type: 'zerosLost'; readonly id: PersonId }
  /** Not on the month's roster, but on the one of the workspace that it takes the place of: one problem tells of all. */
  | { readonly type: 'elsewhere'; readonly found: string }
  /** The roster row that would tell is itself in error, or there is no roster: one problem is enough. */
  | { readonly type: 'doubtful' }
  | { readonly type: 'fault'; readonly fault: Fault; readonly field: 'person' | 'idNumber' | 'phone' | 'name' };

export interface Directory {
  readonly resolve: (ref: PersonRef) => Resolution;
  readonly has: (id: PersonId) => boolean;
  /** What rows say behind the names of people: 离职 of 刘强（离职）; known when they are resolved. */
  readonly marks: ReadonlyMap<PersonId, string>;
}

export interface DirectoryInput {
  readonly people: readonly Person[];
  readonly outside: ReadonlySet<PersonId>;
  /** 工号 and names of roster rows in error. */
  readonly doubtful: ReadonlySet<string>;
  /** 工号 and names on a roster that another took the place of. */
  readonly elsewhere?: ReadonlySet<string>;
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

/** 刘强（离职）, [组长]李娜: a name and what stands beside it in brackets. */
const MARKED = /^(?:[([【〔]([^)\]】〕]*)[)\]】〕])?(.*?)(?:[([【〔]([^)\]】〕]*)[)\]】〕])?$/;

/** A name without what stands beside it in brackets. */
function bareName(name: string): { readonly bare: string; readonly mark: string | null } {
  const [, before, bare = '', behind] = MARKED.exec(name.normalize('NFKC')) ?? [];
  return bare.trim() === '' ? { bare: name, mark: null } : { bare: bare.trim(), mark: behind ?? before ?? null };
}

export function directoryOf({ people, outside, doubtful, elsewhere, complete }: DirectoryInput): Directory {
  const byId = new Map(people.map((person) => [person.id as string, person]));
  const byIdNumber = groupBy(people, ({ idNumber }) => [idNumber]);
  const byPhone = groupBy(people, ({ phone }) => [phone]);
  const byName = groupBy(people, namesOf);
  const byBareId = groupBy(people, ({ id }) => [bareDigits(id)]);
  const byBareName = groupBy(people, (person) => namesOf(person).map((name) => bareName(name).bare));
  const known = new Map<PersonRef, Resolution>();
  const marks = new Map<PersonId, string>();

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
    const exact = ref.name === null ? [] : (byName.get(ref.name) ?? []);
    const { bare, mark } = bareName(ref.name ?? '');
    const named = exact.length > 0 || mark === null ? exact : (byBareName.get(bare) ?? []);
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
      if (!covered && elsewhere?.has(ref.id ?? ref.name ?? ''))
        return { type: 'elsewhere', found: ref.id ?? ref.name ?? '' };
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
    const { bare, mark } = bareName(ref.name ?? '');
    if (mark !== null) marks.set(person.id, mark);
    if (ref.name !== null && !namesOf(person).some((name) => name === ref.name || bareName(name).bare === bare)) {
      const data = { id: person.id as string, found: withoutPhones(ref.name), name: person.name };
      return { type: 'fault', fault: fault('personContradicted', data), field: 'name' };
    }
    return outside.has(person.id) ? { type: 'outside' } : { type: 'person', person };
  };

  return {
    marks,
    has: (id) => byId.has(id) && !outside.has(id),
    resolve: (ref) => {
      const held = known.get(ref) ?? look(ref);
      known.set(ref, held);
      return held;
    },
  };
}
