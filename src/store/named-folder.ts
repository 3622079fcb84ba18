// A folder named on the command line, with the months it has.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { YearMonth } from '../model/civil.ts';
import { openWorkspace } from './workspace.ts';

export interface NamedFolder {
  /** Absolute; without a separator at its end. */
  readonly path: string;
  /** Months that have a folder in it, ascending. */
  readonly months: readonly YearMonth[];
}

/** null when nothing of that name is there, 'file' when it is no folder. */
export async function namedFolder(dir: string, name: string): Promise<NamedFolder | 'file' | null> {
  const path = resolve(dir, name);
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? { path, months: (await openWorkspace(path)).months } : 'file';
}
