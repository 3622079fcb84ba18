// Who is shown a card, with the months in a row that it rests on, the unmet days of those that are at hand, and its ground.
import type { YearMonth } from '../model/civil.ts';
import type { DayVerdict, Note } from '../model/decision.ts';
import type { MonthRecord, SubjectRecord } from '../model/record.ts';
import type { Card } from '../model/terms.ts';
import { cardOf } from './assessed.ts';

export interface UnmetDays {
  readonly record: MonthRecord;
  readonly days: readonly DayVerdict[];
}

export interface Carded {
  readonly subject: SubjectRecord;
  readonly card: Card;
  /** The months failed, this one last. */
  readonly months: readonly YearMonth[];
  /** Unmet days by month, this one last; an earlier month whose record is not at hand has none here. */
  readonly unmet: readonly UnmetDays[];
  readonly note: Note | null;
}

const unmetIn = (record: MonthRecord, { id, role }: SubjectRecord): UnmetDays => {
  const subject = record.subjects.find((one) => one.id === id && one.role === role);
  return { record, days: subject?.evidence.days.filter(({ unmet }) => unmet) ?? [] };
};

/** `history` holds the records of the months before, oldest first. */
export function cardedOf(record: MonthRecord, history: readonly MonthRecord[]): readonly Carded[] {
  const items = new Set(record.scheme.items.filter(({ givesCards }) => givesCards).map(({ item }) => item));
  return record.subjects.flatMap((subject) => {
    const card = cardOf(subject);
    if (card === null) return [];
    const earlier = (subject.figures.card?.sources ?? []).flatMap((source) =>
      source.type === 'record' && items.has(source.item) ? [source.period] : [],
    );
    const months = [...[...new Set(earlier)].sort(), record.period];
    const known = [...history.filter(({ period }) => period < record.period), record];
    return [
      {
        subject,
        card,
        months,
        unmet: known.filter(({ period }) => months.includes(period)).map((one) => unmetIn(one, subject)),
        note: subject.notes.find(({ item }) => items.has(item)) ?? null,
      },
    ];
  });
}
