// Decisions that pay nothing: 黄牌, 红牌 or none, with the unmet days of every month they rest on.
import type { Note } from '../../model/decision.ts';
import type { MonthRecord, SubjectRecord } from '../../model/record.ts';
import { namedSources, type TextAt } from '../sources.ts';
import { toldDays, type UnmetDay, unmetDays } from './days.ts';
import { groundTexts } from './grounds.ts';
import { type ExplanationNode, explanationNode } from './node.ts';
import { sourceTexts } from './source-texts.ts';

export interface MonthEvidence {
  readonly period: string;
  readonly days: readonly UnmetDay[];
}

/** Of the earlier months whose decision on the same item is a source, and of this month, in order. */
export function monthsBehind(
  record: MonthRecord,
  subject: SubjectRecord,
  note: Note,
  history: readonly MonthRecord[],
  textAt: TextAt,
): readonly MonthEvidence[] {
  const named = new Set(
    note.sources.flatMap((source) => (source.type === 'record' && source.item === note.item ? [source.period] : [])),
  );
  const months = [...history.filter(({ period }) => named.has(period)), record];
  return months.flatMap((month) => {
    const then = month.subjects.find(({ id, role }) => id === subject.id && role === subject.role);
    const days = then ? unmetDays(month, then.evidence, textAt) : [];
    return days.length > 0 ? [{ period: month.period, days }] : [];
  });
}

/** Sources that the months' days tell better are left to them. */
export function toldNote(
  record: MonthRecord,
  note: Note,
  months: readonly MonthEvidence[],
  textAt: TextAt,
): ExplanationNode {
  const covered = (type: string) => months.length > 0 && type !== 'setting';
  const sources = note.sources.filter(({ type }) => !covered(type));
  return explanationNode(`${note.title}：${note.label}（${note.reason}）`, {
    grounds: groundTexts(record, note.basis, note.interpretations),
    sources: sourceTexts(namedSources(record, sources, textAt)),
    below: months.flatMap(({ period, days }) => toldDays(period, days)),
  });
}
