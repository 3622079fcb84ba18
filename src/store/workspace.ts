// The workspace on disk (spec 3): which files are inputs of which month, as bytes. Outputs, archives, hidden files and
// lock files of office programs are never inputs.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseYearMonth, type YearMonth } from '../model/civil.ts';
import { onDisk, StoreFailure } from './failure.ts';

export const OUTPUT_FOLDER = '输出';
const ARCHIVE_FOLDER = '归档';

export interface InputBytes {
  /** Relative to the workspace, forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A workspace as the runs see it; `openWorkspace` makes one of a folder. */
export interface Workspace {
  readonly folder: string;
  /** Months that have a folder, ascending. */
  readonly months: readonly YearMonth[];
  /** The inputs of a month, by path; none when the month has no folder. */
  readonly monthInputs: (month: YearMonth) => Promise<readonly InputBytes[]>;
  /** The files in the workspace's own folder, by path: settings, and a roster that serves every month. */
  readonly rootInputs: () => Promise<readonly InputBytes[]>;
  /** A file of the workspace, or null when it is not there. */
  readonly readIfThere: (path: string) => Promise<Uint8Array | null>;
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const isIgnored = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || name === OUTPUT_FOLDER || name === ARCHIVE_FOLDER;

/** Opens a workspace. Throws a StoreFailure when the folder does not exist, later when a file cannot be read. */
export async function openWorkspace(path: string): Promise<Workspace> {
  const folder = resolve(path);
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new StoreFailure(`没有工作目录 ${path}，请用 -C 指定存放各月份文件夹的目录`);
  const entries = await onDisk('读取', path, () => readdir(folder, { withFileTypes: true }));
  const months = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => parseYearMonth(name))
    .filter((month) => month !== null);
  const rootFiles = entries.filter((entry) => entry.isFile() && !isIgnored(entry.name)).map(({ name }) => name);
  return {
    folder,
    months: months.sort(),
    monthInputs: async (month) => (months.includes(month) ? load(folder, await pathsBelow(folder, month)) : []),
    rootInputs: () => load(folder, rootFiles),
    readIfThere: (file) => readIfThere(folder, file),
  };
}

async function pathsBelow(root: string, folder: string): Promise<string[]> {
  const entries = await onDisk('读取', folder, () => readdir(join(root, folder), { withFileTypes: true }));
  const nested = entries
    .filter(({ name }) => !isIgnored(name))
    .map((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? pathsBelow(root, path) : [path];
    });
  return (await Promise.all(nested)).flat();
}

const load = (root: string, paths: readonly string[]): Promise<readonly InputBytes[]> =>
  Promise.all(
    [...paths].sort().map(async (path) => {
      const bytes = await onDisk('读取', path, () => readFile(join(root, path)));
      return { path, bytes, sha256: sha256(bytes) };
    }),
  );

const readIfThere = (root: string, path: string): Promise<Uint8Array | null> =>
  readFile(join(root, path)).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
    throw new StoreFailure(`读取 ${path} 失败：${cause.code}`, { cause });
  });
