// All outputs of a run or none: every file is written whole to a temporary neighbour, flushed and measured, and only when
// all of them stand are they renamed over the old ones.
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onDisk, StoreFailure } from './failure.ts';
import type { Workspace } from './workspace.ts';

export interface Output {
  /** Relative to the workspace, forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const temporary = (path: string): string => join(dirname(path), `.${process.pid}-${path.split(/[\\/]/).at(-1)}.tmp`);

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  const { size } = await stat(path);
  if (size !== bytes.length) throw new StoreFailure(`写入 ${path} 不完整：请检查磁盘空间后重试`);
}

/** Throws a StoreFailure, with the old files untouched, when any file cannot be written. */
export async function writeOutputs(workspace: Workspace, outputs: readonly Output[]): Promise<void> {
  const plans = outputs.map(({ path, bytes }) => {
    const target = join(workspace.folder, path);
    return { path, bytes, target, temp: temporary(target) };
  });
  try {
    for (const { path, bytes, temp } of plans) await onDisk('写入', path, () => writeWhole(temp, bytes));
    for (const { path, temp, target } of plans) await onDisk('写入', path, () => rename(temp, target));
  } finally {
    await Promise.all(plans.map(({ temp }) => rm(temp, { force: true })));
  }
}
