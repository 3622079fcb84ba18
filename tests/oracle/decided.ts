// The months of a workspace decided one after the other, each on the records of those right before it, which stay in memory.
import { addMonths, type YearMonth } from '../../src/model/civil.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { severityOf, wordsOf } from '../../src/problems/words.ts';
import { conditionsOf, officeTables } from '../../src/run/conditions.ts';
import { decide, readFacts } from '../../src/run/decide.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { inputsOf } from '../../src/store/inputs.ts';
import type { Workspace } from '../../src/store/workspace.ts';

/** Throws where a month has errors: these offices have none. */
export async function decidedMonths(workspace: Workspace): Promise<ReadonlyMap<YearMonth, MonthRecord>> {
  const tables = await officeTables(workspace);
  const records = new Map<YearMonth, MonthRecord>();
  let history: readonly MonthRecord[] = [];
  for (const month of workspace.months) {
    if (history.at(-1)?.period !== addMonths(month, -1)) history = [];
    const conditions = await conditionsOf(tables, shippedEditions(), month);
    if ('code' in conditions) throw new Error(conditions.code);
    const inputs = await inputsOf(workspace, month);
    const { problems, ...decided } = decide(inputs, await readFacts(inputs, conditions, history), conditions, history);
    const record = decided.record();
    if (record === null) throw new Error(`${month}: ${errorsOf(problems).join('; ')}`);
    records.set(month, record);
    history = [...history, record];
  }
  return records;
}

export const errorsOf = (problems: readonly Problem[]): readonly string[] =>
  problems
    .filter((problem) => severityOf(problem) === 'error')
    .map((problem) => `${problem.code} ${JSON.stringify(problem.place)} ${wordsOf(problem).message}`);
