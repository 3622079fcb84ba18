// A file written so that it survives a crash: whole, flushed, measured.
import { dirname } from 'node:path';
import type { Disk } from './disk.ts';
import { StoreFailure } from './failure.ts';

/** Throws a StoreFailure when fewer bytes arrived than were sent, the system's own error otherwise. */
export async function writeWhole(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  const { size } = await disk.stat(path);
  if (size !== bytes.length) throw new StoreFailure(`写入 ${path} 不完整：请检查磁盘空间后重试`);
}

/** Makes renames in a folder last. Windows cannot open a folder, nor needs to. */
export async function flushFolder(disk: Disk, path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await disk.open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The folders that hold the paths, once each. */
export const foldersOf = (paths: readonly string[]): readonly string[] => [
  ...new Set(paths.map((path) => dirname(path))),
];
