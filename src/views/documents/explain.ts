// `explain --json` (spec 9): the lines behind each amount, down to clause and cell.
import type { Decision, Line } from '../../model/decision.ts';
import { formulaText } from '../../model/expression.ts';
import { parseFraction, plainText } from '../../model/fraction.ts';
import { yuanNumber } from '../../model/money.ts';
import type { MonthRecord, SubjectRecord } from '../../model/record.ts';
import { namedSources } from '../sources.ts';

export const EXPLAIN_SCHEMA = 'explain/1';

const quantityOf = (text: string | null): number | string | null => {
  const value = text === null ? null : parseFraction(text);
  if (value === null) return text;
  const plain = plainText(value);
  return plain.includes('/') ? plain : Number(plain);
};

const lineDocument = (record: MonthRecord, line: Line) => ({
  label: line.label,
  amount: yuanNumber(line.amount),
  quantity: quantityOf(line.quantity),
  rate: line.rate === null ? null : yuanNumber(line.rate),
  unit: line.unit,
  formula: formulaText(line.expression),
  basis: line.basis,
  interpretations: line.interpretations,
  sources: namedSources(record, line.sources),
});

/** `item` limits the document to one item of the edition. */
export function explainDocument(record: MonthRecord, subject: SubjectRecord, item: string | null) {
  const wanted = subject.decisions.filter((decision: Decision) => item === null || decision.item === item);
  return {
    scheme: { id: record.scheme.id, sha256: record.scheme.sha256 },
    id: subject.id,
    name: subject.name,
    items: wanted.map((decision) => ({
      item: decision.item,
      amount: yuanNumber(decision.amount),
      lines: decision.lines.map((line) => lineDocument(record, line)),
    })),
  };
}
