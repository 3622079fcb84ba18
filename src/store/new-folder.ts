// A folder for a new workspace: made with those above it, and gone again where nothing came of it.
import { mkdir, rmdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { onDisk } from './failure.ts';

/** Runs `use` with the folder there. Throws a StoreFailure when it cannot be made, and what `use` throws. */
export async function inNewFolder<T>(path: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = resolve(path);
  const first = await onDisk('新建', path, () => mkdir(folder, { recursive: true }));
  try {
    return await use(folder);
  } catch (cause) {
    if (first !== undefined) await removeEmpty(folder, resolve(first));
    throw cause;
  }
}

/** From `folder` up to `first`, as far as nothing else is in them. */
async function removeEmpty(folder: string, first: string): Promise<void> {
  for (let next = folder; next.length >= first.length; next = dirname(next)) {
    const isGone = await rmdir(next).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}
