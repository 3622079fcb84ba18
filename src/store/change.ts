// All changes of a run or none (spec 10). The new files are written aside and the old ones kept aside; the journal is what
// decides: before it stands nothing has happened, once it stands the change is carried out, by this run or by the next start.
// A change that cannot be carried out is taken back.
import { dirname, join } from 'node:path';
import { isBelow } from './below.ts';
import { type Disk, isAbsent, isThere } from './disk.ts';
import { onDisk, StoreFailure } from './failure.ts';
import { flushFolder, foldersOf, writeWhole } from './write-whole.ts';

/** The program's own folder in a workspace; it is there only while something is being written. */
export const OWN_FOLDER = '.wangge';

export interface Change {
  /** Relative to the workspace, forward slashes. */
  readonly path: string;
  /** Null removes the file. */
  readonly bytes: Uint8Array | null;
}

interface Step {
  readonly path: string;
  readonly removes: boolean;
  /** Whether there was a file before. */
  readonly had: boolean;
}

interface Journal {
  readonly direction: 'forward' | 'back';
  readonly steps: readonly Step[];
}

const placesOf = (root: string) => {
  const own = join(root, OWN_FOLDER);
  return {
    own,
    journal: join(own, 'journal.json'),
    written: join(own, 'new'),
    kept: join(own, 'old'),
    fresh: (index: number) => join(own, 'new', String(index)),
    old: (index: number) => join(own, 'old', String(index)),
    target: ({ path }: { readonly path: string }) => join(root, path),
  };
};
type Places = ReturnType<typeof placesOf>;

/** A second name for the old file, or a copy where the disk knows no such names. */
async function keep(disk: Disk, target: string, kept: string): Promise<boolean> {
  try {
    await disk.link(target, kept);
    return true;
  } catch (cause) {
    if (isAbsent(cause)) return false;
    await disk.copyFile(target, kept);
    return true;
  }
}

async function writeJournal(disk: Disk, places: Places, journal: Journal): Promise<void> {
  const draft = `${places.journal}.tmp`;
  await writeWhole(disk, draft, new TextEncoder().encode(JSON.stringify(journal)));
  await disk.rename(draft, places.journal);
  await flushFolder(disk, places.own);
}

async function forward(disk: Disk, places: Places, steps: readonly Step[]): Promise<void> {
  for (const [index, step] of steps.entries()) {
    const target = places.target(step);
    await onDisk('写入', step.path, async () => {
      if (step.removes) await disk.rm(target, { force: true });
      else if (await isThere(disk, places.fresh(index))) {
        await disk.mkdir(dirname(target), { recursive: true });
        await disk.rename(places.fresh(index), target);
      }
    });
  }
  for (const folder of foldersOf(steps.map(places.target)))
    await onDisk('写入', folder, () => flushFolder(disk, folder));
}

async function back(disk: Disk, places: Places, steps: readonly Step[]): Promise<void> {
  for (const [index, step] of steps.entries()) {
    const target = places.target(step);
    await onDisk('恢复', step.path, async () => {
      if (!step.had) {
        if (!(await isThere(disk, places.fresh(index)))) await disk.rm(target, { force: true });
      } else if (await isThere(disk, places.old(index))) {
        await disk.rename(places.old(index), target);
      }
    });
  }
}

/** What is left over is swept by the next start: the change itself stands. */
async function sweep(disk: Disk, places: Places): Promise<void> {
  await disk.rm(places.journal, { force: true });
  for (const path of [`${places.journal}.tmp`, places.written, places.kept])
    await disk.rm(path, { recursive: true, force: true });
}

/** Carries out the journal; takes it back where that cannot be done, and throws what stood in the way. */
async function carryOut(disk: Disk, places: Places, { direction, steps }: Journal): Promise<void> {
  if (direction === 'forward') {
    try {
      return await forward(disk, places, steps);
    } catch (cause) {
      await writeJournal(disk, places, { direction: 'back', steps });
      await back(disk, places, steps);
      await sweep(disk, places).catch(() => {});
      throw cause;
    }
  }
  await back(disk, places, steps);
}

/** Loaded when there is one: hardly any run meets a journal. */
async function journalIn(text: string): Promise<Journal> {
  const z = await import('zod');
  const step = z.object({ path: z.string().refine(isBelow), removes: z.boolean(), had: z.boolean() });
  return z.object({ direction: z.enum(['forward', 'back']), steps: z.array(step) }).parse(JSON.parse(text));
}

/** Null where none stands. A journal is written whole: one that does not read is not of this program. */
async function readJournal(disk: Disk, places: Places): Promise<Journal | null> {
  const text = await disk.readFile(places.journal, 'utf8').catch((cause) => {
    if (isAbsent(cause)) return null;
    throw cause;
  });
  if (text === null) return null;
  try {
    return await journalIn(text);
  } catch (cause) {
    throw new StoreFailure(
      `${OWN_FOLDER}/journal.json 不是本程序写的，没有照它改动任何文件；请移走 ${OWN_FOLDER} 文件夹后重试`,
      { cause },
    );
  }
}

/** What a run that was killed left behind: a decided change is carried out, anything else removed. For the lock's holder. */
export async function recover(disk: Disk, root: string): Promise<void> {
  const places = placesOf(root);
  await onDisk('恢复', OWN_FOLDER, async () => {
    const journal = await readJournal(disk, places);
    if (journal !== null) await carryOut(disk, places, journal);
    await sweep(disk, places);
  });
}

/**
 * Makes all changes or none, for the lock's holder. `mayCommit` is asked last before the change is decided. Throws a
 * StoreFailure with the old files in their places when a change cannot be made.
 */
export async function change(
  disk: Disk,
  root: string,
  changes: readonly Change[],
  mayCommit: () => Promise<void>,
): Promise<void> {
  const places = placesOf(root);
  await recover(disk, root);
  const steps: Step[] = [];
  try {
    await onDisk('写入', OWN_FOLDER, async () => {
      await disk.mkdir(places.written, { recursive: true });
      await disk.mkdir(places.kept, { recursive: true });
    });
    for (const [index, { path, bytes }] of changes.entries()) {
      await onDisk('写入', path, async () => {
        if (bytes !== null) await writeWhole(disk, places.fresh(index), bytes);
        steps.push({
          path,
          removes: bytes === null,
          had: await keep(disk, places.target({ path }), places.old(index)),
        });
      });
    }
    await mayCommit();
    await onDisk('写入', OWN_FOLDER, async () => {
      await flushFolder(disk, places.written);
      await flushFolder(disk, places.kept);
      await writeJournal(disk, places, { direction: 'forward', steps });
    });
  } catch (cause) {
    // The journal may stand although saying so failed: whoever comes next reads what it says.
    if (!(await isThere(disk, places.journal).catch(() => true))) await sweep(disk, places).catch(() => {});
    else await undecided(disk, places, steps);
    throw cause;
  }
  await carryOut(disk, places, { direction: 'forward', steps });
  await sweep(disk, places).catch(() => {});
}

/** The journal stands, but not surely so: nothing has been moved yet, and nothing shall be. */
async function undecided(disk: Disk, places: Places, steps: readonly Step[]): Promise<void> {
  await disk.rm(places.journal, { force: true }).catch(() => writeJournal(disk, places, { direction: 'back', steps }));
  await sweep(disk, places).catch(() => {});
}
