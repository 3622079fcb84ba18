// What a run writes into its workspace: all of it or nothing, by one writer at a time.
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Change, change, OWN_FOLDER, recover } from './change.ts';
import { DISK, isAbsent, isThere } from './disk.ts';
import { StoreFailure } from './failure.ts';
import { type Lock, takeLock } from './lock.ts';
import type { Workspace } from './workspace.ts';

export interface Output {
  /** Relative to the workspace, forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What Excel, WPS and LibreOffice leave beside a file that they have open. */
const openMarks = (name: string): readonly string[] => [`~$${name}`, `.~lock.${name}#`];

async function refuseOpenFiles(root: string, changes: readonly Change[]): Promise<void> {
  for (const { path } of changes) {
    const folder = join(root, dirname(path));
    const names = await readdir(folder).catch((cause): string[] => {
      if (isAbsent(cause)) return [];
      throw cause;
    });
    const mark = openMarks(basename(path)).find((one) => names.includes(one));
    if (mark !== undefined)
      throw new StoreFailure(
        `写入 ${path} 失败：请先关闭 Excel 或 WPS 中打开的这个文件（已经关闭的，请删除同一文件夹中的 ${mark}）`,
      );
  }
}

/** The lock of this run; what it is doing to the disk just now, and whether that is a change. */
let held: Lock | null = null;
let underWay: Promise<unknown> | null = null;
let isWriting = false;
let isEnding = false;

/** Lets nobody end the run in the middle of `effect`. */
async function uninterrupted<T>(effect: () => Promise<T>): Promise<T> {
  if (isEnding) throw new StoreFailure('已中断，没有写入');
  const doing = effect();
  underWay = doing;
  try {
    return await doing;
  } finally {
    underWay = null;
  }
}

/** Somebody wants the run to end: what has begun is made whole, the workspace is left free. Whether a change was made. */
export async function releaseOnExit(): Promise<boolean> {
  isEnding = true;
  const wasWriting = isWriting;
  await underWay?.catch(() => {});
  await held?.release();
  return wasWriting;
}

/**
 * Makes all changes or none; the workspace is taken for it where the run has not taken it already. Throws a StoreFailure, with
 * the old files in their places, when any file cannot be written.
 */
export async function writeChanges(workspace: Workspace, changes: readonly Change[]): Promise<void> {
  const lock = workspace.lock ?? (await uninterrupted(() => takeLock(workspace.folder)));
  held = lock;
  try {
    await refuseOpenFiles(workspace.folder, changes);
    isWriting = true;
    await uninterrupted(() => change(DISK, workspace.folder, changes, lock.assertHeld));
  } finally {
    isWriting = false;
    if (workspace.lock === null) await lock.release();
  }
}

/** Takes the workspace and makes good what an earlier run left unfinished. */
export const takeWorkspace = (root: string): Promise<Lock> =>
  uninterrupted(async () => {
    const lock = await takeLock(root);
    held = lock;
    try {
      await recover(DISK, root);
      return lock;
    } catch (cause) {
      await lock.release();
      throw cause;
    }
  });

/** As a run that only reads begins: what was left unfinished is made good, unless somebody is writing just now. */
export async function recoverWorkspace(root: string): Promise<void> {
  if (!(await isThere(DISK, join(root, OWN_FOLDER)))) return;
  const isUnfinished = await isThere(DISK, join(root, OWN_FOLDER, 'journal.json'));
  try {
    const lock = await takeWorkspace(root);
    await lock.release();
  } catch (cause) {
    if (isUnfinished && !(await isThere(DISK, join(root, OWN_FOLDER, 'lock')))) throw cause;
  }
}
