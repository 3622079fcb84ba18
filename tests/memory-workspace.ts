// A workspace whose files are in memory: what runs read, without a disk.
import { parseYearMonth, type YearMonth } from '../src/model/civil.ts';
import { sha256, type Workspace } from '../src/store/workspace.ts';

export interface MemoryFile {
  readonly path: string;
  readonly text?: string;
  readonly bytes?: Uint8Array;
}

/** A workspace that also takes outputs. */
export interface MemoryWorkspace extends Workspace {
  readonly write: (path: string, bytes: Uint8Array) => void;
}

export function memoryWorkspace(files: readonly MemoryFile[]): MemoryWorkspace {
  const outputs = new Map<string, Uint8Array>();
  const inputs = files
    .map(({ path, text, bytes }) => ({ path, bytes: bytes ?? new TextEncoder().encode(text ?? '') }))
    .map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes), read: async () => bytes }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const months = new Set(inputs.map(({ path }) => parseYearMonth(path.split('/')[0] as string)));
  return {
    folder: '',
    lock: null,
    months: [...months].filter((month): month is YearMonth => month !== null).sort(),
    monthInputs: async (month) => inputs.filter(({ path }) => path.startsWith(`${month}/`)),
    strayLinks: async () => [],
    rootInputs: async () => inputs.filter(({ path }) => !path.includes('/')),
    readIfThere: async (path) => outputs.get(path) ?? null,
    archiveNames: async () => [],
    write: (path, bytes) => outputs.set(path, bytes),
  };
}
