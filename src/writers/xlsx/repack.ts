// A zip again, byte-stable: entries by name, no folders, one time for all, compressed by a pinned deflate.
import { unzipSync, type Zippable, zipSync } from 'fflate';

export function repacked(zip: Uint8Array): Uint8Array {
  const entries: Zippable = {};
  const files = unzipSync(zip, { filter: ({ name }) => !name.endsWith('/') });
  for (const name of Object.keys(files).sort()) entries[name] = files[name] as Uint8Array;
  // A zip's times are local fields, which fflate reads off a Date by its local getters: a local date is the same anywhere.
  return zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1) });
}
