// The records of the months before: read where a month's results.json still fits its inputs, else computed from its
// folder. A month without either, or with errors, ends the chain.
import type { WorkspaceTables } from '../intake/read-workspace.ts';
import { mergedAccounts, withRowsInError } from '../intake/reading.ts';
import { addMonths, type YearMonth } from '../model/civil.ts';
import type { MonthRecord } from '../model/record.ts';
import { readRecord } from '../record/read.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import type { Workspace } from '../store/workspace.ts';
import { VERSION } from '../version.ts';
import { type Ground, groundOf, officeTables } from './ground.ts';
import { computeMonth, type MonthRun, sealOf } from './month.ts';
import { recordPath } from './paths.ts';
import { inputRecords, inputsOf, type MonthInputs } from './read.ts';

/** The stored record of a month if it is whole and was made of just these inputs, scheme, program and past. */
async function storedRecord(
  workspace: Workspace,
  inputs: MonthInputs,
  { scheme }: Ground,
  history: readonly MonthRecord[],
): Promise<MonthRecord | null> {
  const bytes = await workspace.readIfThere(recordPath(inputs.period));
  const record = bytes && readRecord(bytes);
  if (!record || record.period !== inputs.period || record.seal !== sealOf(record)) return null;
  const fits =
    record.program === VERSION &&
    record.scheme.sha256 === scheme.sha256 &&
    record.previous === (history.at(-1)?.seal ?? null) &&
    JSON.stringify(record.inputs) === JSON.stringify(inputRecords(inputs));
  return fits ? record : null;
}

/** What became of the months before: their records without a gap, and the runs that failed on the way. */
export interface Past {
  /** Of the months right before `period`, oldest first. */
  readonly history: readonly MonthRecord[];
  /** Runs of earlier months that have errors. */
  readonly failed: readonly MonthRun[];
}

/** The months before one, as they were decided. */
export async function pastOf(
  workspace: Workspace,
  editions: readonly EditionSource[],
  tables: WorkspaceTables,
  period: YearMonth,
  { schemeStart }: Ground,
): Promise<Past> {
  const earlier = workspace.months.filter((month) => schemeStart <= month && month < period);
  let history: readonly MonthRecord[] = [];
  const failed: MonthRun[] = [];
  for (const month of earlier) {
    if (history.at(-1)?.period !== addMonths(month, -1)) history = [];
    const groundThen = await groundOf(tables, editions, month);
    if ('code' in groundThen) continue;
    const inputs = await inputsOf(workspace, month);
    const stored = await storedRecord(workspace, inputs, groundThen, history);
    const run = stored ? null : await computeMonth(inputs, groundThen, history);
    const record = stored ?? run?.record ?? null;
    if (record) history = [...history, record];
    else if (run) failed.push(run);
  }
  return { history: history.at(-1)?.period === addMonths(period, -1) ? history : [], failed };
}

/** A month with its past, by the editions of the run. `decide` may also be `examineMonth`. */
export async function runMonth(
  workspace: Workspace,
  editions: readonly EditionSource[],
  period: YearMonth,
  decide: typeof computeMonth = computeMonth,
): Promise<MonthRun & { readonly past: Past }> {
  const tables = await officeTables(workspace);
  const ground = await groundOf(tables, editions, period);
  if ('code' in ground) {
    const nothing = { tables: [], sheets: [], roster: [] };
    return { period, record: null, problems: [ground], ...nothing, past: { history: [], failed: [] } };
  }
  const past = await pastOf(workspace, editions, tables, period, ground);
  const inputs = await inputsOf(workspace, period);
  const run = await decide(inputs, ground, past.history);
  const office = withRowsInError(tables.sheets, run.problems);
  return { ...run, sheets: mergedAccounts(office, run.sheets), past };
}
