// What a month's archive keeps of the months before it: those it rests on as they were closed, of the others what later
// months can still ask for.
import { addMonths, type YearMonth } from '../model/civil.ts';
import type { Figures } from '../model/decision.ts';
import type { MonthRecord, SubjectRecord } from '../model/record.ts';

const withoutSources = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(
      ([key, { expression: _, ...figure }]: [string, Figures[string] & { expression?: unknown }]) => [
        key,
        { ...figure, sources: [] },
      ],
    ),
  ) as Figures;

const figuresOfSubject = (subject: SubjectRecord): SubjectRecord => ({
  ...subject,
  figures: withoutSources(subject.figures),
  decisions: subject.decisions.map((decision) => ({ ...decision, lines: [] })),
  notes: [],
  assessments: [],
  evidence: {
    days: subject.evidence.days.slice(-1).map((day) => ({ ...day, targets: [], sources: [] })),
    reports: [],
    tasks: [],
    meetings: [],
  },
});

/** A record with figures and amounts and without what they were read from; its seal is still that of the whole one. */
export const figuresOnly = (record: MonthRecord): MonthRecord => ({
  ...record,
  inputs: [],
  tables: [],
  subjects: record.subjects.map(figuresOfSubject),
  grids: [],
  issues: [],
  clues: [],
});

/** Months that a record names as a source. */
function citedMonths(record: MonthRecord): ReadonlySet<YearMonth> {
  const cited = new Set<YearMonth>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) look(one);
    else if (typeof value === 'object' && value !== null) {
      const source = value as { readonly type?: unknown; readonly period?: unknown };
      if (source.type === 'record') cited.add(source.period as YearMonth);
      for (const one of Object.values(value)) look(one);
    }
  };
  look(record.subjects);
  look(record.clues);
  return cited;
}

/** Months of a quarter before its last one. */
const QUARTER_REACH = 2;

export interface KeptPast {
  /** As they were closed, oldest first. */
  readonly whole: readonly MonthRecord[];
  /** `figuresOnly`, oldest first. */
  readonly figures: readonly MonthRecord[];
}

/** `history`: the months before the record, oldest first. */
export function keptPast(record: MonthRecord, history: readonly MonthRecord[]): KeptPast {
  const cited = citedMonths(record);
  const reach = addMonths(record.period, -QUARTER_REACH);
  const isWhole = ({ period, inputs }: MonthRecord): boolean =>
    inputs.length > 0 && (period >= reach || cited.has(period));
  return {
    whole: history.filter(isWhole),
    figures: history.filter((one) => !isWhole(one)).map(figuresOnly),
  };
}

/** The past of the next month, from what was kept. */
export const historyOf = ({ whole, figures }: KeptPast): readonly MonthRecord[] =>
  [...figures, ...whole].sort((a, b) => (a.period < b.period ? -1 : 1));
