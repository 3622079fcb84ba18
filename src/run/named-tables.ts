// What the names of a month's files tell (文件名). A month is never decided by them: `status` is told at once that a table is
// there; that one is missing is only said after a look into the files.
import type { MonthStatus } from '../model/status.ts';
import { REQUIRED_TABLES, TABLE_KINDS, type TableKind } from '../model/terms.ts';
import type { MonthInputs } from '../store/inputs.ts';
import type { Input } from '../store/workspace.ts';

export type Seen = Pick<MonthStatus, 'tables' | 'missing' | 'unknown'>;

const KINDS = Object.keys(TABLE_KINDS) as readonly TableKind[];

/** The kind of table that a file's name speaks of; null where it speaks of none, or of several. */
export function kindNamed(path: string): TableKind | null {
  const name = path.slice(path.lastIndexOf('/') + 1).normalize('NFKC');
  const [found = null, ...others] = KINDS.filter((kind) => name.includes(TABLE_KINDS[kind]));
  return others.length === 0 ? found : null;
}

export const namedKinds = (files: readonly Input[]): ReadonlySet<TableKind> =>
  new Set(files.map(({ path }) => kindNamed(path)).filter((kind) => kind !== null));

/** Required tables that a month has not: the roster may stand in the root, points stand for the daily table. */
export const lackingOf = (own: ReadonlySet<TableKind>, root: ReadonlySet<TableKind>): readonly TableKind[] =>
  REQUIRED_TABLES.filter(
    (kind) =>
      !own.has(kind) && !(kind === 'roster' && root.has(kind)) && !(kind === 'patrol' && own.has('trackPoints')),
  );

/** Null where the names leave something to look for. */
export function seenByName({ month, root }: MonthInputs): Seen | null {
  const kinds = namedKinds(month);
  return lackingOf(kinds, namedKinds(root)).length === 0
    ? { tables: [...kinds].sort(), missing: [], unknown: [] }
    : null;
}
