// The workspace on disk (spec 3): which files are inputs of which month, as bytes. Outputs, archives, hidden files and
// lock files of office programs are never inputs.
import { createHash } from 'node:crypto';
import { createReadStream, type Dirent, type Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { parseYearMonth, type YearMonth } from '../model/civil.ts';
import { onDisk, reasonOf, StoreFailure } from './failure.ts';
import type { Lock } from './lock.ts';

export const OUTPUT_FOLDER = '输出';
export const ARCHIVE_FOLDER = '归档';

export interface Input {
  /** Relative to the workspace, forward slashes. */
  readonly path: string;
  /** Of the file when the workspace was looked at. */
  readonly size: number;
  readonly sha256: string;
  /** The bytes that have this size and hash, read when they are asked for; nobody need hold all files at once. */
  readonly read: () => Promise<Uint8Array>;
}

/** A link that is not followed, or whose file is not the workspace's own: what it holds would move with somebody else's folder. */
export interface StrayLink {
  /** Relative to the workspace, forward slashes. */
  readonly path: string;
  readonly leads: 'outside' | 'nowhere' | 'folder';
}

/** A workspace as the runs see it; `openWorkspace` makes one of a folder. */
export interface Workspace {
  readonly folder: string;
  /** Taken for the whole run; null where a run only reads, or writes at its end. */
  readonly lock: Lock | null;
  /** Months that have a folder, ascending. */
  readonly months: readonly YearMonth[];
  /** The inputs of a month, by path; none when the month has no folder. */
  readonly monthInputs: (month: YearMonth) => Promise<readonly Input[]>;
  /** The files in the workspace's own folder, by path: settings, and a roster that serves every month. */
  readonly rootInputs: () => Promise<readonly Input[]>;
  /** Links in the workspace's own folder and in the month's. */
  readonly strayLinks: (month: YearMonth) => Promise<readonly StrayLink[]>;
  /** A file of the workspace, or null when it is not there. */
  readonly readIfThere: (path: string) => Promise<Uint8Array | null>;
  /** Names in the archive's folder, sorted; none when it is not there. */
  readonly archiveNames: () => Promise<readonly string[]>;
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const isIgnored = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || name === OUTPUT_FOLDER || name === ARCHIVE_FOLDER;

/** Opens a workspace, taken for writing by `lock`. Throws a StoreFailure when the folder does not exist, later when a file cannot be read. */
export async function openWorkspace(path: string, lock: Lock | null = null): Promise<Workspace> {
  const folder = resolve(path);
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new StoreFailure(`没有工作目录 ${path}，请用 -C 指定存放各月份文件夹的目录`);
  const entries = await onDisk('读取', path, () => readdir(folder, { withFileTypes: true }));
  const kinds = await kindsOf(folder, entries);
  const rootLinks = (await strayLinks(folder, '', entries)).filter(({ path: name, leads }) =>
    parseYearMonth(name) === null ? leads !== 'folder' && isTableName(name) : leads !== 'folder',
  );
  const months = kinds.folders.map(parseYearMonth).filter((month) => month !== null);
  const rootFiles = kinds.files.filter((name) => !isIgnored(name));
  const rootInputs = onceEach((root: string) => load(root, rootFiles));
  return {
    folder,
    lock,
    months: months.sort(),
    monthInputs: onceEach(async (month) =>
      months.includes(month) ? load(folder, await pathsBelow(folder, month)) : [],
    ),
    rootInputs: () => rootInputs(folder),
    strayLinks: onceEach(async (month) => [
      ...rootLinks,
      ...(months.includes(month) ? await linksBelow(folder, month) : []),
    ]),
    readIfThere: (file) => readIfThere(folder, file),
    archiveNames: async () =>
      entries.some(({ name }) => name === ARCHIVE_FOLDER)
        ? (await onDisk('读取', ARCHIVE_FOLDER, () => readdir(join(folder, ARCHIVE_FOLDER)))).sort()
        : [],
  };
}

/** A run looks at a folder once: what it saw then is what it reads. */
function onceEach<K, V>(look: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const seen = new Map<K, Promise<V>>();
  return (key) => {
    const found = seen.get(key) ?? look(key);
    seen.set(key, found);
    return found;
  };
}

interface Kinds {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Links count as what they lead to; what is neither file nor folder is left alone. */
async function kindsOf(folder: string, entries: readonly Dirent[]): Promise<Kinds> {
  const found = await Promise.all(
    entries.map(async (entry) => {
      const kind = entry.isSymbolicLink() ? await stat(join(folder, entry.name)).catch(() => entry) : entry;
      return { name: entry.name, kind };
    }),
  );
  const named = (test: (kind: Dirent | Stats) => boolean) =>
    found.filter(({ kind }) => test(kind)).map(({ name }) => name);
  return { folders: named((kind) => kind.isDirectory()), files: named((kind) => kind.isFile()) };
}

/** Names of tables: whatever else is linked is no input. */
const isTableName = (name: string): boolean =>
  /\.(?:xls|xlsx|xlsm|xlsb|xlt|xltx|et|ett|ods|fods|csv|tsv|txt|xml|html?)$/i.test(name);

/** Links that lead nowhere, out of the workspace, or to a folder. */
async function strayLinks(root: string, folder: string, entries: readonly Dirent[]): Promise<readonly StrayLink[]> {
  const own = await realpath(root);
  const found = await Promise.all(
    entries
      .filter((entry) => entry.isSymbolicLink() && !isIgnored(entry.name))
      .map(async ({ name }): Promise<StrayLink | null> => {
        const path = folder === '' ? name : `${folder}/${name}`;
        const target = await realpath(join(root, path)).catch(() => null);
        if (target === null) return { path, leads: 'nowhere' };
        const way = relative(own, target);
        if (way.startsWith('..') || isAbsolute(way)) return { path, leads: 'outside' };
        return (await stat(target)).isDirectory() ? { path, leads: 'folder' } : null;
      }),
  );
  return found.filter((link) => link !== null);
}

/** Those of a month: folders behind links are not read, so each of them is told. */
async function linksBelow(root: string, folder: string): Promise<readonly StrayLink[]> {
  const entries = await onDisk('读取', folder, () => readdir(join(root, folder), { withFileTypes: true }));
  const own = await strayLinks(root, folder, entries);
  const folders = entries.filter((entry) => entry.isDirectory() && !isIgnored(entry.name));
  const nested = await Promise.all(folders.map(({ name }) => linksBelow(root, `${folder}/${name}`)));
  return [...own, ...nested.flat()].filter(
    ({ path, leads }) => leads === 'folder' || isTableName(path) || !path.includes('.'),
  );
}

async function pathsBelow(root: string, folder: string): Promise<string[]> {
  const entries = await onDisk('读取', folder, () => readdir(join(root, folder), { withFileTypes: true }));
  const wanted = entries.filter(({ name }) => !isIgnored(name));
  // A link to a folder may lead back here: below a month only files are followed.
  const folders = wanted.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const { files } = await kindsOf(join(root, folder), wanted);
  const nested = await Promise.all(folders.map((name) => pathsBelow(root, `${folder}/${name}`)));
  return [...files.map((name) => `${folder}/${name}`), ...nested.flat()];
}

const load = (root: string, paths: readonly string[]): Promise<readonly Input[]> =>
  Promise.all(
    [...paths].sort().map(async (path) => {
      const seen = await hashOf(root, path);
      return { path, ...seen, read: () => unchanged(root, path, seen.sha256) };
    }),
  );

/** Read at once; a stream has its own cost. */
const SMALL = 0x40_0000;

async function hashOf(root: string, path: string): Promise<{ readonly size: number; readonly sha256: string }> {
  const found = await onDisk('读取', path, () => stat(join(root, path)));
  if (found.size <= SMALL) {
    const bytes = await onDisk('读取', path, () => readFile(join(root, path)));
    return { size: bytes.length, sha256: sha256(bytes) };
  }
  const hash = createHash('sha256');
  let size = 0;
  await onDisk('读取', path, async () => {
    for await (const chunk of createReadStream(join(root, path))) {
      hash.update(chunk);
      size += chunk.length;
    }
  });
  return { size, sha256: hash.digest('hex') };
}

async function unchanged(root: string, path: string, hash: string): Promise<Uint8Array> {
  const bytes = await onDisk('读取', path, () => readFile(join(root, path)));
  if (sha256(bytes) !== hash) throw new StoreFailure(`读取 ${path} 时文件被改动，请关闭正在编辑它的程序后重新运行`);
  return bytes;
}

const readIfThere = (root: string, path: string): Promise<Uint8Array | null> =>
  readFile(join(root, path)).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
    throw new StoreFailure(`读取 ${path} 失败：${reasonOf(cause)}`, { cause });
  });
