// A month's facts from the workspace: bytes → books → tables → facts, with every input's hash.
import { type InputFile, type MonthInput, type MonthRead, readMonth } from '../intake/read-month.ts';
import type { MonthInputs } from '../store/inputs.ts';
import type { Input } from '../store/workspace.ts';
import { openFile } from './open.ts';

export const opened = (inputs: readonly Input[]): InputFile[] =>
  inputs.map(({ path, read }) => ({ path, open: async () => openFile(await read(), path) }));

export const factsOf = (
  inputs: MonthInputs,
  conditions: Omit<MonthInput, 'period' | 'month' | 'previous' | 'root'>,
): Promise<MonthRead> =>
  readMonth({
    period: inputs.period,
    month: opened(inputs.month),
    previous: opened(inputs.previous),
    root: opened(inputs.root),
    ...conditions,
  });
