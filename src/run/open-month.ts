// The month that is being worked on (未关账的月份): the first with a folder that no archive closes.
import { parseYearMonth, type YearMonth } from '../model/civil.ts';
import type { Workspace } from '../store/workspace.ts';

/** Months with an archive, ascending. */
export const closedMonths = async (workspace: Workspace): Promise<readonly YearMonth[]> =>
  (await workspace.archiveNames())
    .map((name) => (name.endsWith('.zip') ? parseYearMonth(name.slice(0, -'.zip'.length)) : null))
    .filter((month) => month !== null);

/** Months before the first archive stay as they are. */
export const firstOpen = (periods: readonly YearMonth[], closed: readonly YearMonth[]): YearMonth | undefined =>
  periods.find((month) => !closed.includes(month) && (closed[0] === undefined || month > closed[0]));

/** Null where every month with a folder is closed. */
export const openMonth = async (workspace: Workspace): Promise<YearMonth | null> =>
  firstOpen(workspace.months, await closedMonths(workspace)) ?? null;
