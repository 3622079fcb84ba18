// The amounts of people as columns: the edition's items that pay them, what else was added or taken, and the sum.
import { type Fen, fen } from '../../model/money.ts';
import type { MonthRecord, SubjectRecord } from '../../model/record.ts';

export interface MoneyColumn {
  /** The item it is about; TOTAL and CARRIED_OUT are the sums. */
  readonly item: string;
  readonly title: string;
  readonly amountOf: (subject: SubjectRecord) => Fen;
}

export const TOTAL = 'total';
export const CARRIED_OUT = 'carriedOut';
const CARRIED_IN = 'carriedIn';

const amountIn = (subject: SubjectRecord, item: string): Fen =>
  subject.decisions.find((decision) => decision.item === item)?.amount ?? fen(0);

/** 上月结转 and 结转追扣 only where somebody has one. */
export function moneyColumns({ scheme }: MonthRecord, subjects: readonly SubjectRecord[]): readonly MoneyColumn[] {
  const roles = new Set(subjects.map(({ role }) => role));
  const items = scheme.items.filter(({ pays, for: about }) => pays && [...roles].some((role) => about.includes(role)));
  const known = new Set(items.map(({ item }) => item));
  const others = new Map(
    subjects.flatMap(({ decisions }) => decisions.map(({ item, title }) => [item, title] as const)),
  );
  const carries = (item: string) => item !== CARRIED_IN || subjects.some((subject) => amountIn(subject, item) !== 0);
  const column = ([item, title]: readonly [string, string]): MoneyColumn => ({
    item,
    title,
    amountOf: (subject) => amountIn(subject, item),
  });
  return [
    ...items.map(({ item, title }) => column([item, title])),
    ...[...others].filter(([item]) => !known.has(item) && carries(item)).map(column),
    { item: TOTAL, title: '应发合计', amountOf: ({ total }) => total },
    ...(subjects.some(({ carriedOut }) => carriedOut !== 0)
      ? [{ item: CARRIED_OUT, title: '结转追扣', amountOf: ({ carriedOut }: SubjectRecord) => carriedOut }]
      : []),
  ];
}
