// On what ground: the clause with its own words, the interpretation taken and who confirmed it, or somebody's approval.
import type { Basis } from '../../model/decision.ts';
import type { InterpretationRecord, MonthRecord } from '../../model/record.ts';

function standing({ taken, others, confirmed }: InterpretationRecord): string {
  const choice = others.length === 0 || taken === null ? '' : `，${others.length + 1} 种解释中取${taken}`;
  if (confirmed === null) return `街道自定${choice}，未确认`;
  const since = confirmed.from === null ? '' : ` ${confirmed.from} 起`;
  return `街道自定${choice}，已确认：${confirmed.approver ?? '批准人未注明'}${since}`;
}

/** `口径 K11（街道自定，已确认：王主任 2021-07 起）：…`; the number alone where the record does not know it. */
function readingText({ scheme }: MonthRecord, number: string, clause?: string): string {
  const found = scheme.interpretations.find((one) => one.number === number);
  if (found === undefined) return `口径 ${number}`;
  return `口径 ${number}（${clause === undefined ? '' : `${clause}，`}${standing(found)}）：${found.reading}`;
}

function basisText(record: MonthRecord, basis: Basis): string {
  if ('quote' in basis) return `依据 ${basis.clause}：“${basis.quote}”`;
  if ('interpretation' in basis) return `依据 ${readingText(record, basis.interpretation, basis.clause)}`;
  return `依据 ${basis.approver} 批准：${basis.reason}`;
}

/** The basis, then the other interpretations it rests on. */
export function groundTexts(record: MonthRecord, basis: Basis, interpretations: readonly string[]): readonly string[] {
  const own = 'interpretation' in basis ? basis.interpretation : null;
  return [
    basisText(record, basis),
    ...interpretations.filter((number) => number !== own).map((number) => readingText(record, number)),
  ];
}
