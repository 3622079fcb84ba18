// Files that are only written where nothing is: whatever stands there may have been filled in by somebody.
import { join } from 'node:path';
import { DISK, isThere } from './disk.ts';
import { StoreFailure } from './failure.ts';
import type { Workspace } from './workspace.ts';

/** Throws a StoreFailure that names the first of the paths that is there, and says `what` to do. */
export async function refuseWhereThere(
  { folder }: Pick<Workspace, 'folder'>,
  paths: readonly string[],
  what: string,
): Promise<void> {
  for (const path of paths) {
    if (await isThere(DISK, join(folder, path))) throw new StoreFailure(`${path} 已经有了，不覆盖：${what}`);
  }
}
