// A folder of outputs made anew: its files are written like all outputs, then what an earlier run left there is removed.
import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk } from './failure.ts';
import type { Workspace } from './workspace.ts';
import { type Output, writeChanges } from './write.ts';

/** Files below a folder, relative to the workspace; none when it is not there. Links are not followed. */
async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const nested = entries.map((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, path) : entry.isFile() ? [path] : [];
  });
  return (await Promise.all(nested)).flat().sort();
}

/** Removes the folders below one that hold nothing any more. */
async function removeEmpty(root: string, folder: string): Promise<boolean> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const emptied = await Promise.all(
    entries.map(async (entry) => entry.isDirectory() && (await removeEmpty(root, `${folder}/${entry.name}`))),
  );
  if (!emptied.every(Boolean)) return false;
  await rmdir(join(root, folder));
  return true;
}

/**
 * Writes all outputs or none; then removes from the folder the other files that `isOwn` knows as the program's. What
 * somebody else put there stays.
 */
export async function replaceOutputs(
  workspace: Workspace,
  folder: string,
  outputs: readonly Output[],
  isOwn: (bytes: Uint8Array, path: string) => Promise<boolean>,
): Promise<void> {
  await writeChanges(workspace, outputs);
  const { folder: root } = workspace;
  // A disk may take 巡查.XLSX and 巡查.xlsx for one file.
  const written = new Set(outputs.map(({ path }) => path.toLowerCase()));
  const found = await onDisk('读取', folder, () => filesBelow(root, folder));
  const others = found.filter((path) => !written.has(path.toLowerCase()));
  for (const path of others) {
    const bytes = await onDisk('读取', path, () => readFile(join(root, path)));
    if (await isOwn(bytes, path)) await onDisk('删除', path, () => rm(join(root, path)));
  }
  await onDisk('读取', folder, () => removeEmpty(root, folder));
}
