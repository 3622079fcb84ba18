// How things stand in a workspace (status): what each month has, lacks and has produced. Told by summaries and by a look at
// the files of the month that is next; nothing is decided, nothing is written.
import { addMonths, monthsOf, quarterOf, type YearMonth } from '../model/civil.ts';
import type { MonthStatus, NextStep, OutputState, Staleness, Status } from '../model/status.ts';
import type { Summary, WrittenFile } from '../model/summary.ts';
import { changedFiles, inputRecords, inputsOf } from '../store/inputs.ts';
import { sha256, type Workspace } from '../store/workspace.ts';
import { VERSION } from '../version.ts';
import { type Seen, seenByName } from './named-tables.ts';
import { closedMonths, firstOpen } from './open-month.ts';
import { outputPath, PAY_SHEET } from './paths.ts';
import { summaryOf } from './summary.ts';

async function stateOf(workspace: Workspace, one: WrittenFile, seal: string | null): Promise<OutputState | null> {
  const bytes = await workspace.readIfThere(one.path);
  if (bytes === null) return null;
  if (sha256(bytes) !== one.sha256) return 'edited';
  return one.seal === seal ? 'current' : 'outdated';
}

async function outputsOf(workspace: Workspace, summaries: readonly Summary[], seal: string | null) {
  const states = await Promise.all(
    summaries
      .flatMap(({ outputs }) => outputs)
      .map(async (one) => ({ path: one.path, state: await stateOf(workspace, one, seal) })),
  );
  return states.flatMap(({ path, state }) => (state === null ? [] : [{ path, state }]));
}

const NOT_LOOKED_AT: Seen = { tables: null, missing: null, unknown: [] };

interface MonthStanding {
  readonly status: MonthStatus;
  readonly summary: Summary | null;
}

async function standingOf(
  workspace: Workspace,
  period: YearMonth,
  closed: boolean,
  before: Summary | null,
  isNext: boolean,
): Promise<MonthStanding> {
  const quarter = quarterOf(period);
  const isLast = monthsOf(quarter)[2] === period;
  const [summary, ofQuarter, inputs] = await Promise.all([
    summaryOf(workspace, period),
    isLast ? summaryOf(workspace, quarter) : null,
    inputsOf(workspace, period),
  ]);
  const known = summary ?? ofQuarter;
  const changed = known === null ? [] : changedFiles(known.inputs, inputRecords(inputs));
  const stale: readonly Staleness[] =
    known === null || closed
      ? []
      : [
          ...(changed.length > 0 ? (['inputs'] as const) : []),
          ...(known.program === VERSION ? [] : (['program'] as const)),
          ...(before !== null && known.previous !== before.seal ? (['monthBefore'] as const) : []),
        ];
  const seal = known !== null && stale.length === 0 ? known.seal : null;
  const summaries = [summary, ofQuarter].filter((one) => one !== null);
  const seen =
    known !== null && changed.length === 0
      ? { tables: known.tables, missing: [], unknown: [] }
      : (seenByName(inputs) ?? (isNext ? await (await import('./look.ts')).seenIn(inputs) : NOT_LOOKED_AT));
  const status: MonthStatus = {
    period,
    closed,
    files: inputs.hasFolder ? inputs.month.length : null,
    ...seen,
    problems: known === null ? null : known.issues,
    outputs: await outputsOf(workspace, summaries, seal),
    changed,
    stale,
    owing: known?.owing ?? [],
  };
  return { status, summary: known };
}

function nextStep(months: readonly MonthStatus[], isNext: (month: MonthStatus) => boolean): NextStep {
  const last = months.at(-1);
  if (last === undefined) return { type: 'firstFolder' };
  const one = months.find(isNext);
  if (one === undefined) return { type: 'nextFolder', month: addMonths(last.period, 1) };
  const { period: month, missing, problems, stale } = one;
  if (missing !== null && missing.length > 0) return { type: 'addTables', month, missing };
  if (problems === null) return { type: 'check', month };
  if (stale.length > 0) return { type: 'checkAgain', month };
  const isPaid = one.outputs.some(({ path }) => path === outputPath(month, PAY_SHEET));
  if (!isPaid) return { type: 'pay', month };
  return { type: 'close', month, warnings: problems.warning, isFirst: !months.some(({ closed }) => closed) };
}

export async function statusOf(workspace: Workspace): Promise<Status> {
  const closed = await closedMonths(workspace);
  const periods = [...new Set([...workspace.months, ...closed])].sort();
  const open = firstOpen(periods, closed);
  const found: MonthStanding[] = [];
  for (const period of periods) {
    const before = found.at(-1);
    const isFollowing = before?.status.period === addMonths(period, -1);
    const summary = isFollowing ? before.summary : null;
    found.push(await standingOf(workspace, period, closed.includes(period), summary, period === open));
  }
  const months = found.map(({ status }) => status);
  return { months, next: nextStep(months, ({ period }) => period === open) };
}
