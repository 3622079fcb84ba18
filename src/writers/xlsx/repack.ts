// A zip again, byte-stable: entries by name, no folders, one time for all, compressed by a pinned deflate.
import { unzipSync, type Zippable, zipSync } from 'fflate';

/** Zip times are local fields and fflate takes them from a Date's local getters: so the fields are equal everywhere. */
const SAME_TIME = new Date(1980, 0, 1);

export function repacked(zip: Uint8Array): Uint8Array {
  const entries: Zippable = {};
  const files = unzipSync(zip, { filter: ({ name }) => !name.endsWith('/') });
  for (const name of Object.keys(files).sort()) entries[name] = files[name] as Uint8Array;
  return zipSync(entries, { level: 6, mtime: SAME_TIME });
}
