// The workspace of a run: read as it stands, or taken for writing.
import { openWorkspace, type Workspace } from '../store/workspace.ts';
import { makeGood, takeWorkspace } from '../store/write.ts';

/** A workspace as a run that reads finds it. */
export async function readWorkspace(path: string): Promise<Workspace> {
  const workspace = await openWorkspace(path);
  await makeGood(workspace.folder);
  return openWorkspace(path);
}

/** A workspace taken for writing until `use` has ended. */
export async function withTaken<T>(path: string, use: (workspace: Workspace) => Promise<T>): Promise<T> {
  const { folder } = await openWorkspace(path);
  const lock = await takeWorkspace(folder);
  try {
    return await use(await openWorkspace(path, lock));
  } finally {
    await lock.release();
  }
}
