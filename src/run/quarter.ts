// A quarter's ranking stands in the record of its last month; every month in force must be to be had.
import type { ClosedMonth } from '../archive/chain.ts';
import { monthsOf, type Quarter } from '../model/civil.ts';
import type { MonthRecord } from '../model/record.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { severityOf } from '../problems/words.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import type { Workspace } from '../store/workspace.ts';
import { type MonthChoices, runMonth } from './month.ts';
import type { Past } from './past.ts';

export interface QuarterRun {
  /** The last month's record; its `ranking` is not null unless `problems` holds an error. */
  readonly record: MonthRecord | null;
  readonly problems: readonly Problem[];
  readonly past: Past;
  readonly closed: ClosedMonth | null;
  readonly isStored: boolean;
}

export async function runQuarter(
  workspace: Workspace,
  editions: readonly EditionSource[],
  quarter: Quarter,
  choices: MonthChoices = {},
): Promise<QuarterRun> {
  const months = monthsOf(quarter);
  const asStored = await runMonth(workspace, editions, months[2], choices);
  // Why there is no ranking is not in the record's own issues.
  const isIncomplete = asStored.isStored && asStored.closed === null && asStored.record?.ranking === null;
  const run = isIncomplete ? await runMonth(workspace, editions, months[2]) : asStored;
  const incomplete = run.problems.flatMap((one) => (one.code === 'quarterIncomplete' ? [one.data] : []));
  const others = run.problems.filter(({ code }) => code !== 'quarterIncomplete');
  const earlier = run.past.failed
    .filter(({ period }) => months.includes(period))
    .flatMap(({ problems }) => problems.filter((one) => severityOf(one) === 'error'));
  const { record } = run;
  const hasNone = record !== null && record.ranking === null && incomplete.length === 0;
  return {
    record,
    past: run.past,
    closed: run.closed,
    isStored: run.isStored,
    problems: [
      ...incomplete.map((data) => problem('quarterMonthMissing', data)),
      ...(hasNone ? [problem('schemeWithoutRanking', { quarter, scheme: record.scheme.title })] : []),
      ...(incomplete.length > 0 ? earlier : []),
      ...others,
    ],
  };
}
