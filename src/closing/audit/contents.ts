// What an archive holds against what one of its month can hold: an entry too many or too few is a difference, whatever it says.
import { type Archive, MANIFEST, SUMS } from '../../archive/archive.ts';
import { CALENDAR, NOTE } from '../../archive/archive-contents.ts';
import { FOLDERS } from '../../archive/archive-text.ts';
import { EARLIER, pastPath, RESULTS } from '../../archive/archives.ts';
import { VERSION } from '../../version.ts';
import { causeOf, type Difference } from './causes.ts';
import type { Rerun } from './rerun.ts';

/** Inputs are whatever was in the office's folders: the results name them. */
const isInput = (path: string): boolean => path.startsWith(`${FOLDERS.inputs}/`);
const isOutput = (path: string): boolean => path.startsWith(`${FOLDERS.outputs}/`);

export function compareContents({ manifest, paths }: Archive, { record, outputs }: Rerun): readonly Difference[] {
  const { history, editions, program } = manifest;
  const needed = [
    MANIFEST,
    SUMS,
    RESULTS,
    NOTE,
    CALENDAR,
    ...editions.map(({ entry }) => entry),
    ...history.whole.map(pastPath),
    ...(history.figures.length > 0 ? [EARLIER] : []),
  ];
  // Another version may write other files.
  const knowsOutputs = record !== null && program === VERSION;
  const expected = new Set([...needed, ...(knowsOutputs ? outputs.map(({ path }) => path) : [])]);
  const there = new Set(paths);
  const told = (file: string, archived: string): Difference => ({
    file,
    sheet: null,
    cell: null,
    archived,
    recomputed: null,
    cause: causeOf(file),
  });
  return [
    ...[...expected].filter((path) => !there.has(path)).map((path) => told(path, '缺少这一项')),
    ...[...there]
      .filter((path) => !expected.has(path) && !isInput(path) && !(isOutput(path) && !knowsOutputs))
      .map((path) => told(path, '这个月的归档里没有这样一项')),
  ];
}
