// A quarter's ranking stands in the record of its last month; every month in force must be to be had.
import { monthsOf, type Quarter } from '../model/civil.ts';
import type { MonthRecord } from '../model/record.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { severityOf } from '../problems/words.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import type { Workspace } from '../store/workspace.ts';
import type { ClosedMonth } from './archives.ts';
import { type Past, runMonth } from './history.ts';

export interface QuarterRun {
  /** The last month's record; its `ranking` is not null unless `problems` holds an error. */
  readonly record: MonthRecord | null;
  readonly problems: readonly Problem[];
  readonly past: Past;
  readonly closed: ClosedMonth | null;
}

export async function runQuarter(
  workspace: Workspace,
  editions: readonly EditionSource[],
  quarter: Quarter,
): Promise<QuarterRun> {
  const months = monthsOf(quarter);
  const run = await runMonth(workspace, editions, months[2]);
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
    problems: [
      ...incomplete.map((data) => problem('quarterMonthMissing', data)),
      ...(hasNone ? [problem('schemeWithoutRanking', { quarter, scheme: record.scheme.title })] : []),
      ...(incomplete.length > 0 ? earlier : []),
      ...others,
    ],
  };
}
