// The files a month is made of, by their bytes.
import { addMonths, type YearMonth } from '../model/civil.ts';
import type { InputRecord } from '../model/record.ts';
import type { Input, Workspace } from '../store/workspace.ts';

export interface MonthInputs {
  readonly period: YearMonth;
  readonly hasFolder: boolean;
  readonly month: readonly Input[];
  readonly previous: readonly Input[];
  readonly root: readonly Input[];
}

export async function inputsOf(workspace: Workspace, period: YearMonth): Promise<MonthInputs> {
  const [month, previous, root] = await Promise.all([
    workspace.monthInputs(period),
    workspace.monthInputs(addMonths(period, -1)),
    workspace.rootInputs(),
  ]);
  return { period, hasFolder: workspace.months.includes(period), month, previous, root };
}

/** Every file the month depends on, by path. */
export const inputRecords = ({ month, previous, root }: MonthInputs): readonly InputRecord[] =>
  [...month, ...previous, ...root]
    .map(({ path, sha256, size }) => ({ file: path, sha256, bytes: size }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
