// `warn --json` (spec 9): who is shown which card, and after how many failed months in a row; whom the office should look at
// for 四（二）.
import type { MonthRecord } from '../../model/record.ts';
import { removalsOf, spanOf } from '../assessed.ts';
import type { DocumentBody } from '../schemas/common.ts';
import type { warnBody } from '../schemas/warn.ts';

export const WARN_SCHEMA = 'warn/1';

export function warnDocument(record: MonthRecord): DocumentBody<typeof warnBody> {
  return {
    scheme: { id: record.scheme.id, sha256: record.scheme.sha256 },
    cards: record.subjects.flatMap(({ id, name, figures }) => {
      const card = figures.card?.value;
      const months = Number(figures.consecutiveFailedMonths?.value ?? 0);
      return card === 'yellow' || card === 'red' ? [{ id, name, card, consecutiveFailedMonths: months }] : [];
    }),
    incomplete: record.cardsIncomplete,
    removals: removalsOf(record).map(({ subject, isRed, failed }) => ({
      id: subject.id,
      name: subject.name,
      red: isRed,
      duties: failed.map((finding) => ({
        requirement: finding.clause,
        key: finding.key,
        title: finding.title,
        ...spanOf(finding),
      })),
    })),
  };
}
