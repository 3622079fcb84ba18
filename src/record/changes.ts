// What months cost, and who gains or loses how much between the same months decided in two ways.
import type { YearMonth } from '../model/civil.ts';
import type { PersonId } from '../model/facts.ts';
import { addFen, type Fen, fen } from '../model/money.ts';
import type { MonthRecord, SubjectRecord } from '../model/record.ts';
import { CARDS } from '../model/terms.ts';
import type { Cost, ItemAmounts, PersonChange } from './simulation.ts';

/** What a month's items are below zero and nobody is asked to pay in it: the items and this sum to the total. */
const BELOW_ZERO = { item: 'belowZero', title: '当月未扣足部分' };

interface ItemAmount {
  readonly month: YearMonth;
  readonly subject: SubjectRecord;
  readonly item: string;
  readonly title: string;
  readonly amount: Fen;
}

const entriesOf = (records: readonly MonthRecord[]): readonly ItemAmount[] =>
  records.flatMap(({ period: month, subjects }) =>
    subjects.flatMap((subject) => {
      const left = fen(subject.total - addFen(...subject.decisions.map(({ amount }) => amount)));
      const rest = left === 0 ? [] : [{ ...BELOW_ZERO, amount: left }];
      return [...subject.decisions, ...rest].map(({ item, title, amount }) => ({
        month,
        subject,
        item,
        title,
        amount,
      }));
    }),
  );

function summedBy<K>(entries: readonly ItemAmount[], keyOf: (entry: ItemAmount) => K): ReadonlyMap<K, Fen> {
  const sums = new Map<K, Fen>();
  for (const entry of entries) sums.set(keyOf(entry), addFen(sums.get(keyOf(entry)) ?? fen(0), entry.amount));
  return sums;
}

const totalOf = (entries: readonly ItemAmount[]): Fen => addFen(...entries.map(({ amount }) => amount));

export function costOf(records: readonly MonthRecord[]): Cost {
  const entries = entriesOf(records);
  const shown = (card: string) =>
    new Set(
      records.flatMap(({ subjects }) =>
        subjects.filter(({ figures }) => figures.card?.value === card).map(({ id }) => id),
      ),
    ).size;
  const cards = Object.fromEntries(Object.keys(CARDS).map((card) => [card, shown(card)]));
  return {
    total: totalOf(entries),
    items: summedBy(entries, ({ item }) => item),
    titles: new Map(entries.map(({ item, title }) => [item, title])),
    cards: cards as Cost['cards'],
  };
}

/** a − b where they differ, in the order of both. */
function difference<K>(a: ReadonlyMap<K, Fen>, b: ReadonlyMap<K, Fen>): ReadonlyMap<K, Fen> {
  const keys = new Set([...a.keys(), ...b.keys()]);
  const changes = [...keys].map((key) => [key, fen((a.get(key) ?? 0) - (b.get(key) ?? 0))] as const);
  return new Map(changes.filter(([, change]) => change !== 0));
}

export const itemChanges = (base: Cost, trial: Cost): ItemAmounts => difference(trial.items, base.items);

function byPerson(entries: readonly ItemAmount[]): ReadonlyMap<PersonId, readonly ItemAmount[]> {
  const people = new Map<PersonId, ItemAmount[]>();
  for (const entry of entries) {
    const own = people.get(entry.subject.id);
    if (own) own.push(entry);
    else people.set(entry.subject.id, [entry]);
  }
  return people;
}

/** Everybody of whom an item or a month changes, by id; the role is the first one held. */
export function changesOf(base: readonly MonthRecord[], trial: readonly MonthRecord[]): readonly PersonChange[] {
  const [before, after] = [byPerson(entriesOf(base)), byPerson(entriesOf(trial))];
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.flatMap((id) => {
    const [was, is] = [before.get(id) ?? [], after.get(id) ?? []];
    const { name, role } = (was[0] ?? (is[0] as ItemAmount)).subject;
    const items = difference(
      summedBy(is, ({ item }) => item),
      summedBy(was, ({ item }) => item),
    );
    const months = difference(
      summedBy(is, ({ month }) => month),
      summedBy(was, ({ month }) => month),
    );
    if (items.size === 0 && months.size === 0) return [];
    const [total, tried] = [totalOf(was), totalOf(is)];
    return [{ id, name, role, base: total, trial: tried, change: fen(tried - total), items, months }];
  });
}
