// An archive as the runs see a workspace: its inputs as they were read, nothing else.
import { parseYearMonth, type YearMonth } from '../model/civil.ts';
import { type Input, sha256, type Workspace } from '../store/workspace.ts';
import type { Archive } from './archive.ts';
import { FOLDERS } from './explanatory-note.ts';

const INPUTS = `${FOLDERS.inputs}/`;

/** Entries that do not hold are left out. */
export function archivedWorkspace({ paths, bytesOf }: Archive): Workspace {
  const inputs = paths
    .filter((path) => path.startsWith(INPUTS))
    .flatMap((path): Input[] => {
      const bytes = bytesOf(path);
      if (bytes === null) return [];
      return [{ path: path.slice(INPUTS.length), size: bytes.length, sha256: sha256(bytes), read: async () => bytes }];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const folderOf = ({ path }: Input): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');
  const months = [...new Set(inputs.map(folderOf))]
    .map(parseYearMonth)
    .filter((month): month is YearMonth => month !== null);
  return {
    folder: '',
    lock: null,
    months: months.sort(),
    monthInputs: async (month) => inputs.filter((input) => folderOf(input) === month),
    strayLinks: async () => [],
    rootInputs: async () => inputs.filter((input) => folderOf(input) === ''),
    readIfThere: async (path) => bytesOf(`${INPUTS}${path}`),
    archiveNames: async () => [],
  };
}

/** Cells as they were read when a month was closed; of earlier months than it holds, as they stand now. */
export function closedEvidence(archive: Archive, workspace: Workspace): Workspace {
  const archived = archivedWorkspace(archive);
  return {
    ...archived,
    monthInputs: (month) => (archived.months.includes(month) ? archived : workspace).monthInputs(month),
  };
}
