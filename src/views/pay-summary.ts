// What a month pays, in short: people and sums beside those of the month before, and who got a card.
import { addFen, type Fen, fen, yuanText } from '../model/money.ts';
import type { MonthRecord, SubjectRecord } from '../model/record.ts';
import { CARDS, type Card } from '../model/terms.ts';

/** Chinese. */
export interface PaySummary {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly sentences: readonly string[];
}

const paidIn = (record: MonthRecord | undefined): readonly SubjectRecord[] =>
  (record?.subjects ?? []).filter(({ role }) => role === 'fullTime');

/** Items by their titles, in the order in which they are first met. */
function sumsOf(subjects: readonly SubjectRecord[]): ReadonlyMap<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const { title, amount } of subjects.flatMap(({ decisions }) => decisions))
    sums.set(title, addFen(sums.get(title) ?? fen(0), amount));
  return sums;
}

const signed = (amount: Fen): string => (amount > 0 ? `+${yuanText(amount)}` : yuanText(amount));

function cardsText(subjects: readonly SubjectRecord[], card: Card): readonly string[] {
  const people = subjects.filter(({ figures }) => figures.card?.value === card);
  return people.length === 0
    ? []
    : [`${CARDS[card]} ${people.length} 人：${people.map(({ id, name }) => `${name}（${id}）`).join('、')}`];
}

/** `before`: the record of the month right before, where it is to be had. */
export function paySummary(record: MonthRecord, before: MonthRecord | undefined): PaySummary {
  const [now, then] = [paidIn(record), paidIn(before)];
  const [sums, earlier] = [sumsOf(now), sumsOf(then)];
  const total = (subjects: readonly SubjectRecord[]): Fen => addFen(...subjects.map((one) => one.total));
  const row = (title: string, amount: Fen, was: Fen): readonly string[] =>
    before === undefined
      ? [title, yuanText(amount)]
      : [title, yuanText(amount), yuanText(was), signed(fen(amount - was))];
  const titles = [...new Set([...sums.keys(), ...earlier.keys()])].filter(
    (title) => (sums.get(title) ?? 0) !== 0 || (earlier.get(title) ?? 0) !== 0,
  );
  const more = now.length - then.length;
  const people = [`${now.length}`, ...(before ? [`${then.length}`, more > 0 ? `+${more}` : `${more}`] : [])];
  const others = record.subjects.filter(({ role, total: sum }) => role !== 'fullTime' && sum > 0);
  return {
    head: ['专职网格员', record.period, ...(before ? [before.period, '增减'] : [])],
    rows: [
      ['人数', ...people],
      ...titles.map((title) => row(title, sums.get(title) ?? fen(0), earlier.get(title) ?? fen(0))),
      row('应发合计', total(now), total(then)),
    ],
    sentences: [
      ...(others.length > 0
        ? [`以奖代补 ${others.length} 人，合计 ${yuanText(addFen(...others.map((one) => one.total)))} 元`]
        : []),
      ...(Object.keys(CARDS) as Card[]).flatMap((card) => cardsText(now, card)),
    ],
  };
}
