// An archive that another program has packed again, read by its directory: what it holds can still be held against its sums.
import type { PackedEntry } from './container.ts';
import { CENTRAL, CENTRAL_SIZE, END, END_SIZE, LOCAL_SIZE, STORED } from './zip-format.ts';

/** Where the end record begins; a comment may follow it. */
function endOf(view: DataView): number | null {
  for (let at = view.byteLength - END_SIZE; at >= Math.max(0, view.byteLength - END_SIZE - 0xffff); at--)
    if (view.getUint32(at, true) === END) return at;
  return null;
}

function entryAt(zip: Uint8Array, view: DataView, at: number): { entry: PackedEntry; next: number } | null {
  if (at + CENTRAL_SIZE > zip.length || view.getUint32(at, true) !== CENTRAL) return null;
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
    number,
    number,
    number,
  ];
  const local = view.getUint32(at + 42, true);
  if (local + LOCAL_SIZE > zip.length) return null;
  const dataAt = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const end = dataAt + view.getUint32(at + 20, true);
  if (end > zip.length) return null;
  const entry: PackedEntry = {
    path: new TextDecoder().decode(zip.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength)),
    deflated: view.getUint16(at + 10, true) !== STORED,
    data: zip.subarray(dataAt, end),
    size: view.getUint32(at + 24, true),
    crc: view.getUint32(at + 16, true),
  };
  return { entry, next: at + CENTRAL_SIZE + nameLength + extraLength + commentLength };
}

export interface ForeignContainer {
  /** But for folders. */
  readonly entries: readonly PackedEntry[];
  /** How many there are with another time than `date` at midnight, which this program gives to all. */
  readonly otherTimes: number;
}

/** Null where the directory does not hold together. Never throws. */
export function foreignContainer(zip: Uint8Array, date: number): ForeignContainer | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const entries: PackedEntry[] = [];
  let otherTimes = 0;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const found = entryAt(zip, view, at);
    if (found === null) return null;
    if (view.getUint16(at + 12, true) !== 0 || view.getUint16(at + 14, true) !== date) otherTimes += 1;
    if (!found.entry.path.endsWith('/')) entries.push(found.entry);
    at = found.next;
  }
  return { entries, otherTimes };
}
