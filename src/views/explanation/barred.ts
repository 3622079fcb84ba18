// Why somebody does not take part in a quarter's ranking, with the evidence of the months.
import type { MonthRecord, RankingRecord, SubjectRecord } from '../../model/record.ts';
import type { IneligibleReason } from '../../model/terms.ts';
import { type NamedSource, namedSources, type TextAt } from '../sources.ts';
import { type MonthEvidence, monthsBehind } from './notes.ts';

export interface BarEvidence {
  readonly period: string;
  readonly what: string;
  readonly sources: readonly NamedSource[];
  /** Of a card: the unmet days of the months it rests on. */
  readonly months: readonly MonthEvidence[];
}

type Barred = RankingRecord['ineligible'][number];

const subjectIn = ({ subjects }: MonthRecord, id: string): SubjectRecord | undefined =>
  subjects.find((one) => one.id === id && one.figures.assessableDays !== undefined);

/** Service in the month, as the roster has it. */
function serviceIn(record: MonthRecord, id: string, what: string, textAt: TextAt): BarEvidence | null {
  const sources = subjectIn(record, id)?.figures.assessableDays?.sources;
  return sources === undefined
    ? null
    : { period: record.period, what, sources: namedSources(record, sources, textAt), months: [] };
}

function cardIn(
  record: MonthRecord,
  id: string,
  history: readonly MonthRecord[],
  textAt: TextAt,
): readonly BarEvidence[] {
  const subject = subjectIn(record, id);
  if (subject?.figures.card?.value !== 'red') return [];
  return subject.notes.map((note) => ({
    period: record.period,
    what: `${note.title}：${note.label}（${note.reason}）`,
    sources: namedSources(record, note.sources, textAt),
    months: monthsBehind(record, subject, note, history, textAt),
  }));
}

/** `months`: the records of the quarter; `history`: all records before each of them. */
export function barEvidence(
  { id, reason }: Barred,
  months: readonly MonthRecord[],
  history: readonly MonthRecord[],
  textAt: TextAt,
): readonly BarEvidence[] {
  const found: Record<IneligibleReason, () => readonly (BarEvidence | null)[]> = {
    redCard: () => months.flatMap((record) => cardIn(record, id, history, textAt)),
    notEmployedAtEnd: () => {
      const last = months.findLast((record) => subjectIn(record, id));
      return last ? [serviceIn(last, id, '花名册所载的在职日期', textAt)] : [];
    },
    noAssessableDays: () => {
      const known = months.find((record) => subjectIn(record, id));
      const without = months.filter((record) => (subjectIn(record, id)?.figures.assessableDays?.value ?? '0') === '0');
      return without.map((record) => {
        const what = `${record.period} 没有考核日`;
        const own = serviceIn(record, id, what, textAt) ?? (known ? serviceIn(known, id, what, textAt) : null);
        return own && { ...own, period: record.period };
      });
    },
  };
  return found[reason]().filter((one): one is BarEvidence => one !== null);
}
