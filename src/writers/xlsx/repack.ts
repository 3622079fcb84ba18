// A zip again, byte-stable: entries by name, no folders, one time for all, compressed by a pinned deflate.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Changes the XML of a part; gives it back as it is where there is nothing to change. */
export type EditPart = (part: string, xml: string) => string;

const isText = (part: string): boolean => /\.(xml|rels|vml)$/.test(part);

export function repacked(zip: Uint8Array, edit: EditPart): Uint8Array {
  const entries: Zippable = {};
  const files = unzipSync(zip, { filter: ({ name }) => !name.endsWith('/') });
  for (const name of Object.keys(files).sort()) {
    const bytes = files[name] as Uint8Array;
    if (!isText(name)) {
      entries[name] = bytes;
      continue;
    }
    const xml = strFromU8(bytes);
    const edited = edit(name, xml);
    entries[name] = edited === xml ? bytes : strToU8(edited);
  }
  // A zip's times are local fields, which fflate reads off a Date by its local getters: a local date is the same anywhere.
  return zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1) });
}
