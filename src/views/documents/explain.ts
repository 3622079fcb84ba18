// `explain --json` (spec 9): the lines behind each amount, down to clause and cell.
import type { Assessment, Decision, Line, Note } from '../../model/decision.ts';
import { formulaText } from '../../model/expression.ts';
import { parseFraction, plainText } from '../../model/fraction.ts';
import { yuanNumber } from '../../model/money.ts';
import type { GridRecord, MonthRecord, SubjectRecord } from '../../model/record.ts';
import { unmetDays } from '../explanation/days.ts';
import { judgesDays } from '../explanation/month.ts';
import { monthsBehind } from '../explanation/notes.ts';
import { undoneTasks } from '../explanation/tasks.ts';
import type { DocumentBody } from '../schemas/common.ts';
import type { decided, gridBody, line, note, personBody } from '../schemas/explain.ts';
import type { assessment } from '../schemas/explain-assessment.ts';
import { namedSources, type TextAt } from '../sources.ts';

export const EXPLAIN_SCHEMA = 'explain/1';

/** A number where it has a short decimal text, else the ratio. */
const quantityOf = (text: string): number | string => {
  const value = parseFraction(text);
  if (value === null) return text;
  const plain = plainText(value);
  return plain.includes('/') ? plain : Number(plain);
};

function lineDocument(
  record: MonthRecord,
  subject: SubjectRecord,
  decidedLine: Line,
  textAt: TextAt,
): DocumentBody<typeof line> {
  const { label, quantity, rate, unit, expression, basis, interpretations, missing } = decidedLine;
  const tasks = undoneTasks(record, subject, decidedLine, textAt);
  return {
    label,
    amount: yuanNumber(decidedLine.amount),
    quantity: quantity === null ? null : quantityOf(quantity),
    rate: rate === null ? null : yuanNumber(rate),
    unit,
    formula: formulaText(expression),
    basis,
    interpretations,
    missing: missing && { quantity: quantityOf(missing.quantity), unit: missing.unit },
    sources: namedSources(record, decidedLine.sources, textAt),
    ...(tasks.length > 0 ? { tasks } : {}),
  };
}

const itemDocument = (
  record: MonthRecord,
  subject: SubjectRecord,
  decision: Decision,
  textAt: TextAt,
): DocumentBody<typeof decided> => ({
  item: decision.item,
  amount: yuanNumber(decision.amount),
  lines: decision.lines.map((line) => lineDocument(record, subject, line, textAt)),
  ...(judgesDays(record, decision.item) ? { unmetDays: unmetDays(record, subject.evidence, textAt) } : {}),
});

function noteDocument(
  record: MonthRecord,
  subject: SubjectRecord,
  decidedNote: Note,
  history: readonly MonthRecord[],
  textAt: TextAt,
): DocumentBody<typeof note> {
  const { item, label, reason, basis, interpretations, sources } = decidedNote;
  const months = monthsBehind(record, subject, decidedNote, history, textAt);
  return { item, label, reason, basis, interpretations, sources: namedSources(record, sources, textAt), months };
}

function assessmentDocument(
  record: MonthRecord,
  { item, title, score, findings }: Assessment,
  textAt: TextAt,
): DocumentBody<typeof assessment> {
  return {
    item,
    title,
    score: score && {
      value: score.value === null ? null : quantityOf(score.value),
      outOf: quantityOf(score.outOf),
      rank: score.rank,
      formula: score.expression && formulaText(score.expression),
      basis: score.basis,
      interpretations: score.interpretations,
    },
    findings: findings.map((finding) => ({
      key: finding.key,
      title: finding.title,
      clause: finding.clause,
      value: finding.value === null ? null : quantityOf(finding.value),
      unit: finding.unit,
      full: finding.full === null ? null : quantityOf(finding.full),
      required: finding.required && { ...finding.required, value: quantityOf(finding.required.value) },
      met: finding.met,
      days: finding.days,
      formula: finding.expression && formulaText(finding.expression),
      basis: finding.basis,
      interpretations: finding.interpretations,
      sources: namedSources(record, finding.sources, textAt),
    })),
  };
}

/** A grid's assessments, or one of them. */
export const explainGridDocument = (
  record: MonthRecord,
  grid: GridRecord,
  item: string | null,
  textAt: TextAt,
): DocumentBody<typeof gridBody> => ({
  scheme: { id: record.scheme.id, sha256: record.scheme.sha256 },
  grid: grid.id,
  name: grid.name,
  assessments: grid.assessments
    .filter((one) => item === null || one.item === item)
    .map((one) => assessmentDocument(record, one, textAt)),
});

/**
 * `subjects`: one person in each role of the month. `item` limits the document to one item of the edition; `history` holds
 * the months before.
 */
export function explainDocument(
  record: MonthRecord,
  subjects: readonly SubjectRecord[],
  item: string | null,
  history: readonly MonthRecord[],
  textAt: TextAt,
): DocumentBody<typeof personBody> {
  const [{ id, name }] = subjects as [SubjectRecord];
  const isWanted = (one: { readonly item: string }) => item === null || one.item === item;
  return {
    scheme: { id: record.scheme.id, sha256: record.scheme.sha256 },
    id,
    name,
    items: subjects.flatMap((subject, index) =>
      subject.decisions
        .filter((decision) => isWanted(decision) && (index === 0 || decision.lines.length > 0))
        .map((decision) => itemDocument(record, subject, decision, textAt)),
    ),
    notes: subjects.flatMap((subject) =>
      subject.notes.filter(isWanted).map((note) => noteDocument(record, subject, note, history, textAt)),
    ),
    assessments: subjects.flatMap((subject) =>
      subject.assessments.filter(isWanted).map((one) => assessmentDocument(record, one, textAt)),
    ),
  };
}
