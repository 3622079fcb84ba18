// 预警: a month that is still going on, looked at up to a day. Nothing of it is decided and nothing written.
import { chainOf } from '../archive/chain.ts';
import type { CivilDate, YearMonth } from '../model/civil.ts';
import { type Code, type Problem, problem } from '../problems/problem.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import { inputsOf } from '../store/inputs.ts';
import type { Workspace } from '../store/workspace.ts';
import { conditionsOf, officeTables } from './conditions.ts';
import { decide, type MonthProgress, readFacts } from './decide.ts';
import { pastOf } from './past.ts';

/** `progress` is null when an error stands in its way. */
export interface Alert {
  readonly progress: MonthProgress | null;
  readonly problems: readonly Problem[];
}

/** What can only be said of a month that is over, or is said of days to come. */
const OF_A_FINISHED_MONTH: ReadonlySet<Code> = new Set([
  'daysWithoutData',
  'personWithoutPatrol',
  'noTasksAssigned',
  'dispatchBelowMinimum',
  'dimensionLeftOut',
  'quarterIncomplete',
  'redCardCheckIncomplete',
  'redCardUnknown',
  'rewardBelowZero',
]);

const stopped = (problems: readonly Problem[]): Alert => ({ progress: null, problems });

export async function alertOf(
  workspace: Workspace,
  editions: readonly EditionSource[],
  period: YearMonth,
  asOf: CivilDate,
): Promise<Alert> {
  const chain = await chainOf(workspace);
  if (chain.problems.length > 0) return stopped(chain.problems);
  if (chain.closed.some((month) => month.period === period))
    return stopped([problem('monthClosed', { month: period })]);
  const tables = await officeTables(workspace);
  const conditions = await conditionsOf(tables, editions, period, { asOf });
  if ('code' in conditions) return stopped([conditions]);
  const past = await pastOf(workspace, editions, tables, period, conditions, chain);
  const inputs = await inputsOf(workspace, period);
  const { progress, problems } = decide(
    inputs,
    await readFacts(inputs, conditions, past.history),
    conditions,
    past.history,
  );
  const told = [...past.problems, ...problems.filter(({ code }) => !OF_A_FINISHED_MONTH.has(code))];
  return { progress: past.problems.length > 0 ? null : progress(), problems: told };
}
