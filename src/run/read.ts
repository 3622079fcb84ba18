// A month's facts from the workspace: bytes → books → tables → facts, with every input's hash.
import { type InputFile, type MonthInput, type MonthRead, readMonth } from '../intake/read-month.ts';
import { addMonths, type YearMonth } from '../model/civil.ts';
import type { InputRecord } from '../model/record.ts';
import type { Input, Workspace } from '../store/workspace.ts';
import { openFile } from './open.ts';

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

export const opened = (inputs: readonly Input[]): InputFile[] =>
  inputs.map(({ path, read }) => ({ path, open: async () => openFile(await read(), path) }));

export const factsOf = (
  inputs: MonthInputs,
  ground: Pick<MonthInput, 'asOf' | 'scope' | 'switchedOff' | 'switches' | 'marksBy' | 'ownHeadings'>,
): Promise<MonthRead> =>
  readMonth({
    period: inputs.period,
    month: opened(inputs.month),
    previous: opened(inputs.previous),
    root: opened(inputs.root),
    ...ground,
  });
