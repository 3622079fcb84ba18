// The workspace of a run: read as it stands, or taken for writing; the files read are what its progress is told by.
import { type Input, openWorkspace, type Workspace } from '../store/workspace.ts';
import { recoverWorkspace, takeWorkspace } from '../store/write.ts';
import type { Progress } from '../writers/progress.ts';
import type { Context } from './context.ts';

type WorkspaceOptions = Pick<Context, 'dir' | 'progress'>;

/** Shows each file as it is read. */
function watched(workspace: Workspace, progress: Progress): Workspace {
  const listed = new Set<string>();
  const read = new Set<string>();
  const watch = (inputs: readonly Input[]): readonly Input[] => {
    for (const { path } of inputs) listed.add(path);
    return inputs.map((input) => ({
      ...input,
      read: () => {
        read.add(input.path);
        progress.show(`读取 ${input.path}`, read.size, listed.size);
        return input.read();
      },
    }));
  };
  return {
    ...workspace,
    monthInputs: async (month) => watch(await workspace.monthInputs(month)),
    rootInputs: async () => watch(await workspace.rootInputs()),
  };
}

/** As a run that reads finds it. */
export async function readWorkspace({ dir, progress }: WorkspaceOptions): Promise<Workspace> {
  const workspace = await openWorkspace(dir);
  await recoverWorkspace(workspace.folder);
  return watched(await openWorkspace(dir), progress);
}

/** Taken for writing until `use` has ended. */
export async function withTaken<T>(
  { dir, progress }: WorkspaceOptions,
  use: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const { folder } = await openWorkspace(dir);
  const lock = await takeWorkspace(folder);
  try {
    return await use(watched(await openWorkspace(dir, lock), progress));
  } finally {
    await lock.release();
  }
}
