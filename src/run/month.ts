// A month of a workspace: as it was closed, as it was written where that still fits, or decided from its folder.
import { type Chain, type ClosedMonth, chainOf, closedPast, closedRecord, pastIn } from '../archive/chain.ts';
import { mergedAccounts, withRowsInError } from '../intake/reading.ts';
import type { YearMonth } from '../model/civil.ts';
import type { MonthRecord } from '../model/record.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import { inputsOf } from '../store/inputs.ts';
import { sealed } from '../store/seal.ts';
import type { Workspace } from '../store/workspace.ts';
import { changesSince } from './closed-changes.ts';
import { type ConditionChoices, conditionsOf, officeTables } from './conditions.ts';
import { type DecidedMonth, decide, readFacts } from './decide.ts';
import { failedIn, type Past, pastOf, storedRecord } from './past.ts';

/** A month run by the editions of the run, with its past. */
export interface MonthRun extends Omit<DecidedMonth, 'record' | 'progress'> {
  /** Sealed; null when an error stands in its way, or nobody asked for it. */
  readonly record: MonthRecord | null;
  readonly past: Past;
  readonly chain: Chain;
  /** The month is closed: its record is what its archive holds. */
  readonly closed: ClosedMonth | null;
  /** The record is as it was written: what it was made with was not read again, its issues stand in it alone. */
  readonly isStored: boolean;
}

/** How a month is asked for. */
export interface MonthChoices extends Pick<ConditionChoices, 'holds'> {
  /** A record that was written and still fits its inputs is taken as it is. */
  readonly acceptsStored?: true;
  /** The problems alone are asked for: no record is made. */
  readonly problemsOnly?: true;
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
function runOfClosed(closed: ClosedMonth, chain: Chain): MonthRun {
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
): Promise<MonthRun> {
  const chain = await chainOf(workspace);
  if (chain.problems.length > 0) return { ...NOTHING, period, problems: chain.problems, chain, closed: null };
  const closed = chain.closed.find((one) => one.period === period);
  return closed ? runOfClosed(closed, chain) : openMonthRun(workspace, editions, period, chain, choices);
}

/** The month's folder examined, whether it is closed or not; no record is made. */
export async function examinedMonth(
  workspace: Workspace,
  editions: readonly EditionSource[],
  period: YearMonth,
): Promise<MonthRun> {
  const chain = await chainOf(workspace);
  const closed = chain.closed.find((one) => one.period === period) ?? null;
  const holds = closed?.archive.manifest.holds ?? [];
  const run = await openMonthRun(workspace, editions, period, chain, { holds, problemsOnly: true });
  const own = closed === null ? [] : runOfClosed(closed, chain).problems;
  const since = await changesSince(workspace, chain.closed);
  return { ...run, problems: [...chain.problems, ...run.problems, ...own, ...since], closed };
}

async function openMonthRun(
  workspace: Workspace,
  editions: readonly EditionSource[],
  period: YearMonth,
  chain: Chain,
  choices: MonthChoices,
): Promise<MonthRun> {
  const tables = await officeTables(workspace);
  const conditions = await conditionsOf(tables, editions, period, choices);
  if ('code' in conditions) return { ...NOTHING, period, problems: [conditions], chain, closed: null };
  const past = await pastOf(workspace, editions, tables, period, conditions, chain);
  const inputs = await inputsOf(workspace, period);
  const stored = choices.acceptsStored ? await storedRecord(workspace, inputs, conditions, past.history) : null;
  if (stored && past.problems.length === 0)
    return { ...NOTHING, period, record: stored, problems: [], past, chain, closed: null, isStored: true };
  const facts = await readFacts(inputs, conditions, past.history);
  const { record: recordOf, progress: _, ...decided } = decide(inputs, facts, conditions, past.history, failedIn(past));
  const record = choices.problemsOnly || past.problems.length > 0 ? null : recordOf();
  return {
    ...decided,
    record: record && sealed(record),
    problems: [...past.problems, ...decided.problems],
    sheets: mergedAccounts(withRowsInError(tables.sheets, decided.problems), decided.sheets),
    past,
    chain,
    closed: null,
    isStored: false,
  };
}
