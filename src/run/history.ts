// The records of the months before: read where a month's results.json still fits its inputs, else computed from its
// folder. A month without either, or with errors, ends the chain.
import type { WorkspaceTables } from '../intake/read-workspace.ts';
import { mergedAccounts, withRowsInError } from '../intake/reading.ts';
import { addMonths, type YearMonth } from '../model/civil.ts';
import type { MonthRecord } from '../model/record.ts';
import type { Problem } from '../problems/problem.ts';
import { severityOf, wordsOf } from '../problems/words.ts';
import { readRecord } from '../record/read.ts';
import type { FailedMonth } from '../rules/office.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import type { Workspace } from '../store/workspace.ts';
import { VERSION } from '../version.ts';
import { type Chain, type ClosedMonth, chainOf, closedPast, closedRecord, pastIn } from './archives.ts';
import { changesSince } from './closed-changes.ts';
import { type Ground, type GroundChoices, groundOf, officeTables } from './ground.ts';
import { inputRecords, inputsOf, type MonthInputs } from './inputs.ts';
import { computeMonth, examineMonth, type MonthRun } from './month.ts';
import { recordPath } from './paths.ts';
import { isWhole } from './seal.ts';

/** The stored record of a month if it is whole and was made of just these inputs, scheme, program and past. */
async function storedRecord(
  workspace: Workspace,
  inputs: MonthInputs,
  { scheme }: Ground,
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

/** What became of the months before: their records without a gap, and the runs that failed on the way. */
export interface Past {
  /** Of the months right before `period`, oldest first. */
  readonly history: readonly MonthRecord[];
  /** Runs of earlier months that have errors. */
  readonly failed: readonly MonthRun[];
  /** Of the closed months before. */
  readonly problems: readonly Problem[];
}

/** The months before one, as they were closed and, after the last closed one, as they are decided. */
export async function pastOf(
  workspace: Workspace,
  editions: readonly EditionSource[],
  tables: WorkspaceTables,
  period: YearMonth,
  { schemeStart }: Pick<Ground, 'schemeStart'>,
  chain: Chain,
): Promise<Past> {
  const closed = closedPast(chain, period);
  if (closed.problems.length > 0) return { ...closed, failed: [] };
  let { history } = closed;
  const from = history.at(-1)?.period;
  const earlier = workspace.months.filter(
    (month) => (from === undefined ? schemeStart <= month : from < month) && month < period,
  );
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
  return { history: history.at(-1)?.period === addMonths(period, -1) ? history : [], failed, problems: [] };
}

/** A month run by the editions of the run, with its past. */
export interface RunOfMonth extends MonthRun {
  readonly past: Past;
  readonly chain: Chain;
  /** The month is closed: its record is what its archive holds. */
  readonly closed: ClosedMonth | null;
  /** The record is as it was written: what it was made with was not read again, its issues stand in it alone. */
  readonly isStored: boolean;
}

/** How a month is asked for. */
export interface MonthChoices extends Pick<GroundChoices, 'holds'> {
  /** A record that was written and still fits its inputs is enough. */
  readonly storedWillDo?: true;
}

const NOTHING = {
  record: null,
  tables: [],
  sheets: [],
  coverage: [],
  roster: [],
  past: { history: [], failed: [], problems: [] },
  isStored: false,
};

/** A closed month as it was closed. */
function runOfClosed(closed: ClosedMonth, chain: Chain): RunOfMonth {
  const { period, archive } = closed;
  const [record, history] = [closedRecord(closed), pastIn(archive)];
  if (record === null || history === null)
    return {
      ...NOTHING,
      period,
      problems: closedPast({ closed: [closed], problems: [] }, NEVER).problems,
      chain,
      closed,
    };
  const past = { history, failed: [], problems: [] };
  return { ...NOTHING, period, record, problems: [], tables: record.tables, past, chain, closed, isStored: true };
}

/** After any month there is. */
const NEVER = '9999-12' as YearMonth;

/** A month with its past, by the editions of the run; a closed one as it was closed. */
export async function runMonth(
  workspace: Workspace,
  editions: readonly EditionSource[],
  period: YearMonth,
  choices: MonthChoices = {},
): Promise<RunOfMonth> {
  const chain = await chainOf(workspace);
  if (chain.problems.length > 0) return { ...NOTHING, period, problems: chain.problems, chain, closed: null };
  const closed = chain.closed.find((one) => one.period === period);
  return closed ? runOfClosed(closed, chain) : decideOpen(workspace, editions, period, chain, computeMonth, choices);
}

/** The month's folder examined, whether it is closed or not; no record is made. */
export async function examinedMonth(
  workspace: Workspace,
  editions: readonly EditionSource[],
  period: YearMonth,
): Promise<RunOfMonth> {
  const chain = await chainOf(workspace);
  const closed = chain.closed.find((one) => one.period === period) ?? null;
  const holds = closed?.archive.manifest.holds ?? [];
  const run = await decideOpen(workspace, editions, period, chain, examineMonth, { holds });
  const own = closed === null ? [] : runOfClosed(closed, chain).problems;
  const since = await changesSince(workspace, chain.closed);
  return { ...run, problems: [...chain.problems, ...run.problems, ...own, ...since], closed };
}

/** The nearest earlier month that cannot be computed: what is told of it in place of what follows. */
function failedIn({ failed }: Past): FailedMonth | null {
  const last = failed.at(-1);
  const errors = (last?.problems ?? []).filter((one) => severityOf(one) === 'error');
  const [first] = errors;
  return last && first ? { month: last.period, count: errors.length, first: wordsOf(first).message } : null;
}

async function decideOpen(
  workspace: Workspace,
  editions: readonly EditionSource[],
  period: YearMonth,
  chain: Chain,
  decide: typeof computeMonth,
  choices: MonthChoices,
): Promise<RunOfMonth> {
  const tables = await officeTables(workspace);
  const ground = await groundOf(tables, editions, period, choices);
  if ('code' in ground) return { ...NOTHING, period, problems: [ground], chain, closed: null };
  const past = await pastOf(workspace, editions, tables, period, ground, chain);
  const inputs = await inputsOf(workspace, period);
  const stored = choices.storedWillDo ? await storedRecord(workspace, inputs, ground, past.history) : null;
  if (stored && past.problems.length === 0)
    return { ...NOTHING, period, record: stored, problems: [], past, chain, closed: null, isStored: true };
  const run = await decide(inputs, ground, past.history, failedIn(past));
  const office = withRowsInError(tables.sheets, run.problems);
  const problems = [...past.problems, ...run.problems];
  const record = past.problems.length > 0 ? null : run.record;
  return {
    ...run,
    record,
    problems,
    sheets: mergedAccounts(office, run.sheets),
    past,
    chain,
    closed: null,
    isStored: false,
  };
}
