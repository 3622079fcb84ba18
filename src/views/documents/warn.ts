// `warn --json` (spec 9): who is shown which card, and after how many failed months in a row.
import type { MonthRecord } from '../../model/record.ts';

export const WARN_SCHEMA = 'warn/1';

export function warnDocument(record: MonthRecord) {
  return {
    scheme: { id: record.scheme.id, sha256: record.scheme.sha256 },
    cards: record.subjects.flatMap(({ id, name, figures }) => {
      const card = figures.card?.value;
      const months = Number(figures.consecutiveFailedMonths?.value ?? 0);
      return card === 'yellow' || card === 'red' ? [{ id, name, card, consecutiveFailedMonths: months }] : [];
    }),
    incomplete: record.cardsIncomplete,
  };
}
