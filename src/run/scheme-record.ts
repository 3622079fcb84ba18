// The scheme as the month record keeps it.
import type { SchemeRecord, SubjectRecord } from '../model/record.ts';
import type { Scheme } from '../scheme/scheme.ts';

export function schemeRecord(
  { edition, sha256, parameters }: Scheme,
  subjects: readonly SubjectRecord[],
): SchemeRecord {
  const { id, title, document, items, interpretations } = edition;
  const paying = new Set(subjects.flatMap(({ decisions }) => decisions.map(({ item }) => item)));
  return {
    id,
    sha256,
    title,
    document: { title: document.title, issuer: document.issuer, date: document.date },
    items: items.map((item) => ({
      item: item.item,
      title: item.title,
      clause: item.clause,
      for: item.for,
      pays: paying.has(item.item),
      shows: item.shows,
    })),
    parameters: [...parameters.values()],
    interpretations: Object.entries(interpretations).map(([number, { question, clause, reading }]) => ({
      number,
      question,
      clause: clause ?? null,
      reading,
    })),
  };
}
