// 作废: a month closed by mistake, before anything was paid by it. Its archive is kept, whole, beside what was said of it.
import { jsonBytes, readVoided } from '../archive/archive.ts';
import { archivePath, chainOf } from '../archive/chain.ts';
import type { Manifest, Statement } from '../model/archive.ts';
import type { YearMonth } from '../model/civil.ts';
import { NOWHERE, type Problem, problem } from '../problems/problem.ts';
import { recordPath, summaryPath } from '../run/paths.ts';
import { ARCHIVE_FOLDER, type Workspace } from '../store/workspace.ts';
import { writeChanges } from '../store/write.ts';

/** What is said of a voided close: its manifest by SHA-256. */
type Voided = NonNullable<Manifest['replaces']>;

const voidedPath = (period: YearMonth, revision: number, extension: 'zip' | 'json'): string =>
  `${ARCHIVE_FOLDER}/作废/${period}-${revision}.${extension}`;

/** The number of the next close of a month, and the voided one it stands for; or what is wrong with what was kept of that. */
export async function replacedBy(
  workspace: Workspace,
  period: YearMonth,
): Promise<Pick<Manifest, 'revision' | 'replaces'> | Problem> {
  let replaces: Voided | null = null;
  for (let revision = 1; ; revision++) {
    const path = voidedPath(period, revision, 'json');
    const bytes = await workspace.readIfThere(path);
    const isKept = (await workspace.readIfThere(voidedPath(period, revision, 'zip'))) !== null;
    if (bytes === null && !isKept) return { revision, replaces };
    replaces = bytes && readVoided(bytes);
    if (replaces === null) return problem('voidedUnreadable', { month: period }, { ...NOWHERE, file: path });
  }
}

/** Takes the month off the end of the chain, its record with it; the path of the archive kept. */
export async function voidMonth(
  workspace: Workspace,
  period: YearMonth,
  statement: Statement,
): Promise<{ readonly problems: readonly Problem[] } | { readonly path: string }> {
  const { closed, problems } = await chainOf(workspace);
  if (problems.length > 0) return { problems };
  const found = closed.find((one) => one.period === period);
  const bytes = await workspace.readIfThere(archivePath(period));
  if (found === undefined || bytes === null) return { problems: [problem('monthNotClosed', { month: period })] };
  const last = closed.at(-1)?.period ?? period;
  if (last !== period) return { problems: [problem('laterMonthClosed', { month: period, later: last })] };
  const { revision } = found.archive.manifest;
  const path = voidedPath(period, revision, 'zip');
  if ((await workspace.readIfThere(path)) !== null)
    return { problems: [problem('voidedThere', { month: period }, { ...NOWHERE, file: path })] };
  const voided: Voided = { ...statement, manifest: found.archive.manifestHash };
  await writeChanges(workspace, [
    { path, bytes },
    { path: voidedPath(period, revision, 'json'), bytes: jsonBytes(voided) },
    { path: archivePath(period), bytes: null },
    // It may withhold somebody's pay: of an open month nothing is.
    { path: recordPath(period), bytes: null },
    { path: summaryPath(period), bytes: null },
  ]);
  return { path };
}
