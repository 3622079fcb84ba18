// The files a month is made of, by their bytes.
import { addMonths, type YearMonth } from '../model/civil.ts';
import type { InputRecord } from '../model/record.ts';
import type { Input, StrayLink, Workspace } from './workspace.ts';

export interface MonthInputs {
  readonly period: YearMonth;
  readonly hasFolder: boolean;
  readonly month: readonly Input[];
  readonly previous: readonly Input[];
  readonly root: readonly Input[];
  readonly links: readonly StrayLink[];
}

export async function inputsOf(workspace: Workspace, period: YearMonth): Promise<MonthInputs> {
  const [month, previous, root, links] = await Promise.all([
    workspace.monthInputs(period),
    workspace.monthInputs(addMonths(period, -1)),
    workspace.rootInputs(),
    workspace.strayLinks(period),
  ]);
  return { period, hasFolder: workspace.months.includes(period), month, previous, root, links };
}

/** Every file the month depends on, by path. */
export const inputRecords = ({ month, previous, root }: MonthInputs): readonly InputRecord[] =>
  [...month, ...previous, ...root]
    .map(({ path, sha256, size }) => ({ file: path, sha256, bytes: size }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));

/** Files that were changed, came or went since. */
export function changedFiles(before: readonly InputRecord[], now: readonly InputRecord[]): readonly string[] {
  const hashes = (inputs: readonly InputRecord[]) => new Map(inputs.map(({ file, sha256 }) => [file, sha256]));
  const [then, today] = [hashes(before), hashes(now)];
  return [...new Set([...then.keys(), ...today.keys()])].filter((file) => then.get(file) !== today.get(file)).sort();
}
