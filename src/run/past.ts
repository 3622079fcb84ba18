// The records of the months before: read where a month's results.json still fits its inputs, else decided from its
// folder. A month without either, or with errors, ends the chain.
import { type Chain, closedPast } from '../archive/chain.ts';
import type { WorkspaceTables } from '../intake/read-workspace.ts';
import { addMonths, type YearMonth } from '../model/civil.ts';
import type { MonthRecord } from '../model/record.ts';
import type { Problem } from '../problems/problem.ts';
import { severityOf, wordsOf } from '../problems/words.ts';
import { readRecord } from '../record/read.ts';
import type { FailedMonth } from '../rules/office.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import { inputRecords, inputsOf, type MonthInputs } from '../store/inputs.ts';
import { isWhole, sealed } from '../store/seal.ts';
import type { Workspace } from '../store/workspace.ts';
import { VERSION } from '../version.ts';
import { conditionsOf, type MonthConditions } from './conditions.ts';
import { decide, readFacts } from './decide.ts';
import { recordPath } from './paths.ts';

/** The stored record of a month if it is whole and was made of just these inputs, scheme, program and past. */
export async function storedRecord(
  workspace: Workspace,
  inputs: MonthInputs,
  { scheme }: MonthConditions,
  history: readonly MonthRecord[],
): Promise<MonthRecord | null> {
  const bytes = await workspace.readIfThere(recordPath(inputs.period));
  const record = bytes && readRecord(bytes);
  if (!record || record.period !== inputs.period || !isWhole(record)) return null;
  const fits =
    record.program === VERSION &&
    record.scheme.sha256 === scheme.sha256 &&
    record.previous === (history.at(-1)?.seal ?? null) &&
    JSON.stringify(record.inputs) === JSON.stringify(inputRecords(inputs));
  return fits ? record : null;
}

/** An earlier month that has errors. */
interface FailedDecision {
  readonly period: YearMonth;
  readonly problems: readonly Problem[];
}

/** What became of the months before: their records without a gap, and the runs that failed on the way. */
export interface Past {
  /** Of the months right before `period`, oldest first. */
  readonly history: readonly MonthRecord[];
  /** Earlier months that have errors. */
  readonly failed: readonly FailedDecision[];
  /** Of the closed months before. */
  readonly problems: readonly Problem[];
}

/** The months before one, as they were closed and, after the last closed one, as they are decided. */
export async function pastOf(
  workspace: Workspace,
  editions: readonly EditionSource[],
  tables: WorkspaceTables,
  period: YearMonth,
  { schemeStart }: Pick<MonthConditions, 'schemeStart'>,
  chain: Chain,
): Promise<Past> {
  const closed = closedPast(chain, period);
  if (closed.problems.length > 0) return { ...closed, failed: [] };
  let { history } = closed;
  const from = history.at(-1)?.period;
  const earlier = workspace.months.filter(
    (month) => (from === undefined ? schemeStart <= month : from < month) && month < period,
  );
  const failed: FailedDecision[] = [];
  for (const month of earlier) {
    if (history.at(-1)?.period !== addMonths(month, -1)) history = [];
    const conditionsThen = await conditionsOf(tables, editions, month);
    if ('code' in conditionsThen) continue;
    const inputs = await inputsOf(workspace, month);
    const stored = await storedRecord(workspace, inputs, conditionsThen, history);
    if (stored) {
      history = [...history, stored];
      continue;
    }
    const decided = decide(inputs, await readFacts(inputs, conditionsThen, history), conditionsThen, history);
    const record = decided.record();
    if (record) history = [...history, sealed(record)];
    else failed.push(decided);
  }
  return { history: history.at(-1)?.period === addMonths(period, -1) ? history : [], failed, problems: [] };
}

/** The nearest earlier month that cannot be computed: what is told of it in place of what follows. */
export function failedIn({ failed }: Past): FailedMonth | null {
  const last = failed.at(-1);
  const errors = (last?.problems ?? []).filter((one) => severityOf(one) === 'error');
  const [first] = errors;
  return last && first ? { month: last.period, count: errors.length, first: wordsOf(first).message } : null;
}
