// What most commands begin with: the editions of the run, the workspace, the month or quarter decided. Errors are reported here.

import type { ClosedMonth } from '../archive/chain.ts';
import { closedEvidence } from '../archive/workspace.ts';
import type { Quarter, YearMonth } from '../model/civil.ts';
import type { IssueRecord, MonthRecord } from '../model/record.ts';
import { issuesOf, underStrict } from '../problems/issues.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { editionsOf } from '../run/editions.ts';
import { examinedMonth, type MonthChoices, type MonthRun, runMonth } from '../run/month.ts';
import { type QuarterRun, runQuarter } from '../run/quarter.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import { namedText } from '../store/named-file.ts';
import type { Workspace } from '../store/workspace.ts';
import { type Context, EXIT, type ExitCode } from './context.ts';
import { failure, stops } from './report.ts';
import { readWorkspace, withTaken } from './workspace.ts';

/** What is being asked for: the schema of its document and the month or quarter. */
export interface DocumentRequest<P extends string = string> {
  readonly schema: string;
  readonly period: P;
  /** Writes the outputs of an open month: the workspace is taken from the start, and a closed month is refused. */
  readonly writes?: true;
}

/** The editions named by `--scheme`, else those shipped; null when their mistakes have been reported. */
export async function editionsFor(
  context: Context,
  { schema, period }: DocumentRequest,
): Promise<readonly EditionSource[] | null> {
  const files = await Promise.all(context.scheme.map(async (path) => ({ path, text: await namedText(path) })));
  const found = await editionsOf(files);
  if ('editions' in found) return found.editions;
  failure(context, schema, period, issuesOf(found.problems, context.strict));
  return null;
}

interface Decided {
  readonly workspace: Workspace;
  readonly editions: readonly EditionSource[];
  readonly record: MonthRecord;
  /** Of the months right before, oldest first. */
  readonly history: readonly MonthRecord[];
  readonly issues: readonly IssueRecord[];
  /** Where the cells stand that the month was made of. */
  readonly evidence: Workspace;
}

interface DecidedPeriod {
  readonly record: MonthRecord | null;
  readonly problems: readonly Problem[];
  readonly past: { readonly history: readonly MonthRecord[] };
  readonly closed: ClosedMonth | null;
  readonly isStored: boolean;
}

/** What a command does with its month or quarter once it stands without errors. */
export type Use<R> = (decided: Decided, run: R) => ExitCode | Promise<ExitCode>;

async function whenDecided<R extends DecidedPeriod>(
  context: Context,
  asked: DocumentRequest,
  decide: (workspace: Workspace, editions: readonly EditionSource[]) => Promise<R>,
  use: Use<R>,
): Promise<ExitCode> {
  const editions = await editionsFor(context, asked);
  if (editions === null) return EXIT.dataErrors;
  const inWorkspace = async (workspace: Workspace): Promise<ExitCode> => {
    const run = await decide(workspace, editions);
    const { record, past, closed, isStored } = run;
    const refused = closed !== null && asked.writes ? [problem('monthClosed', { month: closed.period })] : [];
    const found = issuesOf([...refused, ...run.problems], context.strict);
    const stored = isStored && record !== null ? underStrict(record.issues, context.strict && closed === null) : [];
    const issues = [...found, ...stored];
    if (record === null || stops(issues)) return failure(context, asked.schema, asked.period, issues);
    const evidence = closed === null ? workspace : closedEvidence(closed.archive, workspace);
    return use({ workspace, editions, record, history: past.history, issues, evidence }, run);
  };
  return asked.writes ? withTaken(context, inWorkspace) : inWorkspace(await readWorkspace(context));
}

/** Whoever writes the outputs of a month decides it; whoever tells of it does with what was written. */
const choicesOf = ({ writes }: DocumentRequest): MonthChoices => (writes ? {} : { acceptsStored: true });

export const withMonth = (context: Context, asked: DocumentRequest<YearMonth>, use: Use<MonthRun>): Promise<ExitCode> =>
  whenDecided<MonthRun>(
    context,
    asked,
    (workspace, editions) => runMonth(workspace, editions, asked.period, choicesOf(asked)),
    use,
  );

/** The record is that of the quarter's last month; its `ranking` is not null. */
export const withQuarter = (
  context: Context,
  asked: DocumentRequest<Quarter>,
  use: Use<QuarterRun>,
): Promise<ExitCode> =>
  whenDecided(
    context,
    asked,
    (workspace, editions) => runQuarter(workspace, editions, asked.period, choicesOf(asked)),
    use,
  );

/** The month as it was examined, with its errors; null when the editions' mistakes have been reported. */
export async function runFor(
  context: Context,
  asked: DocumentRequest<YearMonth>,
): Promise<{ readonly workspace: Workspace; readonly run: MonthRun } | null> {
  const editions = await editionsFor(context, asked);
  if (editions === null) return null;
  const workspace = await readWorkspace(context);
  return { workspace, run: await examinedMonth(workspace, editions, asked.period) };
}
