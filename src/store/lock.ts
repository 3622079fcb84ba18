// One writer a workspace: a file that names the process that writes. Whoever finds that process gone takes its place.
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { OWN_FOLDER } from './change.ts';
import { isAbsent } from './disk.ts';
import { onDisk, StoreFailure } from './failure.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system tells it: a number is used again by another process. Null where it does not. */
  readonly began: string | null;
  /** ISO, UTC. */
  readonly since: string;
}

/** A workspace that is being written. */
export interface Lock {
  /** Throws a StoreFailure when another run has taken the workspace over. */
  readonly assertHeld: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/** Linux tells the moment a process began as the 22nd field of its stat; the second one may hold spaces. */
function beginOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isRunning({ pid, host, began }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
  return began === null || beginOf(pid) === null || beginOf(pid) === began;
}

function holderIn(text: string): Holder | null {
  try {
    const { pid, host, began, since } = JSON.parse(text) as Partial<Holder>;
    const isHolder = Number.isInteger(pid) && Number(pid) > 0 && typeof host === 'string' && typeof since === 'string';
    return isHolder ? { pid: Number(pid), host, began: began ?? null, since } : null;
  } catch {
    return null;
  }
}

const JUST_NOW = 10_000;

/** Where a disk knows no second names the file is there for a moment before its text is. */
async function isAbandoned(path: string, text: string): Promise<boolean> {
  const holder = holderIn(text);
  if (holder !== null) return !isRunning(holder);
  const { mtimeMs } = await stat(path);
  return Date.now() - mtimeMs > JUST_NOW;
}

const textIn = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((cause) => {
    if (isAbsent(cause)) return null;
    throw cause;
  });

/** False when another process has it. */
async function create(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, text);
    await link(draft, path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST' || isAbsent(cause)) throw cause;
      return writeFile(path, text, { flag: 'wx' });
    });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes an abandoned lock; one that has meanwhile become somebody's is put back. */
async function removeAbandoned(path: string, abandoned: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch (cause) {
    if (isAbsent(cause)) return;
    throw cause;
  }
  if ((await textIn(aside)) !== abandoned) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

function busy(text: string): StoreFailure {
  const holder = holderIn(text);
  const who = holder === null ? '' : `（进程 ${holder.pid}，主机 ${holder.host}，自 ${holder.since}）`;
  return new StoreFailure(
    `另一个运行正在写入这个工作目录${who}，请等它结束后重试；确认没有程序在运行时，可删除 ${OWN_FOLDER}/lock`,
  );
}

/** Takes the workspace for writing. Throws a StoreFailure while another run has it. */
export async function takeLock(root: string): Promise<Lock> {
  const own = join(root, OWN_FOLDER);
  const path = join(own, 'lock');
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    began: beginOf(process.pid),
    since: new Date().toISOString(),
  };
  const text = JSON.stringify(holder);
  const take = async (): Promise<void> => {
    for (;;) {
      // Who releases the workspace removes the folder.
      await mkdir(own, { recursive: true });
      const isTaken = await create(path, text).catch((cause) => {
        if (isAbsent(cause)) return false;
        throw cause;
      });
      if (isTaken) return;
      const found = await textIn(path);
      if (found === null) continue;
      if (!(await isAbandoned(path, found))) throw busy(found);
      await removeAbandoned(path, found);
    }
  };
  await onDisk('写入', OWN_FOLDER, take).catch(async (cause) => {
    // On a full disk there is room for a folder, but not for a lock in it.
    await rmdir(own).catch(() => {});
    throw cause;
  });
  return {
    assertHeld: async () => {
      if ((await textIn(path)) !== text) throw new StoreFailure('另一个运行接管了这个工作目录，本次没有写入，请重试');
    },
    release: async () => {
      if ((await textIn(path)) === text) await rm(path, { force: true });
      await rmdir(own).catch(() => {});
    },
  };
}
