// The scheme as the month record keeps it.
import type { SchemeRecord, SubjectRecord } from '../model/record.ts';
import type { Rule } from '../rules/kinds.ts';
import type { Scheme } from '../scheme/scheme.ts';

export function schemeRecord(
  { edition, sha256, parameters, readings }: Scheme,
  rules: readonly Rule[],
  subjects: readonly SubjectRecord[],
): SchemeRecord {
  const { id, title, document, figures, lists } = edition;
  const paying = new Set(subjects.flatMap(({ decisions }) => decisions.map(({ item }) => item)));
  return {
    id,
    sha256,
    title,
    document: { title: document.title, issuer: document.issuer, date: document.date },
    items: rules.map(({ item, kind, with: rule }) => ({
      item: item.item,
      title: item.title,
      clause: item.clause,
      for: item.for,
      pays: paying.has(item.item),
      judgesDays: kind.judgesDays?.(rule) ?? null,
      givesCards: kind.givesCards === true,
      shows: item.shows,
    })),
    parameters: [...parameters.values()].map(({ key, title: name, unit, value, basis }) => ({
      key,
      title: name,
      unit,
      value,
      basis,
    })),
    interpretations: readings,
    lists,
    figures,
  };
}
