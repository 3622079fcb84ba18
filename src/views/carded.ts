// Who is shown a card, with the months in a row that it rests on as far as the record knows them, and its ground.
import type { YearMonth } from '../model/civil.ts';
import type { DayVerdict, Note } from '../model/decision.ts';
import type { MonthRecord, SubjectRecord } from '../model/record.ts';
import type { Card } from '../model/terms.ts';
import { cardOf } from './assessed.ts';

export interface Carded {
  readonly subject: SubjectRecord;
  readonly card: Card;
  /** The months failed, this one last. */
  readonly months: readonly YearMonth[];
  /** Unmet days of this month. */
  readonly days: readonly DayVerdict[];
  readonly note: Note | null;
}

export function cardedOf(record: MonthRecord): readonly Carded[] {
  const items = new Set(record.scheme.items.filter(({ givesCards }) => givesCards).map(({ item }) => item));
  return record.subjects.flatMap((subject) => {
    const card = cardOf(subject);
    if (card === null) return [];
    const earlier = (subject.figures.card?.sources ?? []).flatMap((source) =>
      source.type === 'record' && items.has(source.item) ? [source.period] : [],
    );
    return [
      {
        subject,
        card,
        months: [...[...new Set(earlier)].sort(), record.period],
        days: subject.evidence.days.filter(({ unmet }) => unmet),
        note: subject.notes.find(({ item }) => items.has(item)) ?? null,
      },
    ];
  });
}
