// The zip container of an archive, byte by byte (spec 11): every byte of it is either an entry's content or follows from
// the entries, so that no byte can change unseen. Manifest and sums are stored, all else is deflated by a pinned deflate.
import { inflateRawSync } from 'node:zlib';
import { deflateSync } from 'fflate';
import { crc32 } from '../intake/files/crc32.ts';

export interface Entry {
  /** Forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** An entry as it stands in the container; `data` is what `bytes` were packed into. */
export interface PackedEntry extends Entry {
  readonly deflated: boolean;
  readonly data: Uint8Array;
}

/** An entry that does not hold; null: the container's own end. */
export interface Damage {
  readonly path: string | null;
  /** Chinese. */
  readonly what: string;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const [LOCAL_SIZE, CENTRAL_SIZE, END_SIZE] = [30, 46, 22];
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const [STORED, DEFLATED] = [0, 8];
/** 1980-01-01, the first day a zip knows; one time for all entries. */
const DATE = 0x0021;
const MOST_BYTES = 0xffff_ffff;
const MOST_ENTRIES = 0xffff;

export const packed = (entry: Entry, deflated: boolean): PackedEntry => ({
  ...entry,
  deflated,
  data: deflated ? deflateSync(entry.bytes, { level: 6 }) : entry.bytes,
});

/** What local and central headers have in common, from the version needed to the length of the name. */
function writeCommon(view: DataView, at: number, { deflated, bytes, data }: PackedEntry, nameLength: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, deflated ? DEFLATED : STORED, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, crc32(bytes, 0), true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, bytes.length, true);
  view.setUint16(at + 22, nameLength, true);
}

/** Equal entries in equal order give equal bytes. Throws a RangeError beyond the bounds of a plain zip. */
export function containerOf(entries: readonly PackedEntry[]): Uint8Array {
  const names = entries.map(({ path }) => new TextEncoder().encode(path));
  const nameBytes = names.reduce((sum, name) => sum + name.length, 0);
  const dataBytes = entries.reduce((sum, { data }) => sum + data.length, 0);
  const size = entries.length * (LOCAL_SIZE + CENTRAL_SIZE) + 2 * nameBytes + dataBytes + END_SIZE;
  if (size > MOST_BYTES || entries.length > MOST_ENTRIES) throw new RangeError('too much for one archive');
  const zip = new Uint8Array(size);
  const view = new DataView(zip.buffer);
  let at = 0;
  const offsets: number[] = [];
  for (const [index, entry] of entries.entries()) {
    const name = names[index] as Uint8Array;
    offsets.push(at);
    view.setUint32(at, LOCAL, true);
    writeCommon(view, at + 4, entry, name.length);
    zip.set(name, at + LOCAL_SIZE);
    zip.set(entry.data, at + LOCAL_SIZE + name.length);
    at += LOCAL_SIZE + name.length + entry.data.length;
  }
  const directory = at;
  for (const [index, entry] of entries.entries()) {
    const name = names[index] as Uint8Array;
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, VERSION, true);
    writeCommon(view, at + 6, entry, name.length);
    view.setUint32(at + 42, offsets[index] as number, true);
    zip.set(name, at + CENTRAL_SIZE);
    at += CENTRAL_SIZE + name.length;
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return zip;
}

/** Whose bytes an offset lies in. */
interface Region {
  readonly end: number;
  readonly path: string | null;
}

function regionsOf(entries: readonly PackedEntry[]): readonly Region[] {
  const regions: Region[] = [];
  let at = 0;
  const lengthOf = (path: string): number => new TextEncoder().encode(path).length;
  for (const { path, data } of entries) {
    at += LOCAL_SIZE + lengthOf(path) + data.length;
    regions.push({ end: at, path });
  }
  for (const { path } of entries) {
    at += CENTRAL_SIZE + lengthOf(path);
    regions.push({ end: at, path });
  }
  return [...regions, { end: at + END_SIZE, path: null }];
}

/** Never more than the entry says it holds. */
function inflated(data: Uint8Array, size: number): Uint8Array | null {
  try {
    const bytes = new Uint8Array(inflateRawSync(data, { maxOutputLength: Math.max(1, size) }));
    return bytes.length === size ? bytes : null;
  } catch {
    return null;
  }
}

/** The entries as far as they can be read, in order, and what does not hold. Never throws. */
export function unpacked(zip: Uint8Array): {
  readonly entries: readonly PackedEntry[];
  readonly damage: readonly Damage[];
} {
  const entries: PackedEntry[] = [];
  const damage: Damage[] = [];
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let at = 0;
  while (at + LOCAL_SIZE <= zip.length && view.getUint32(at, true) === LOCAL) {
    const method = view.getUint16(at + 8, true);
    const [sum, packedSize, size] = [14, 18, 22].map((field) => view.getUint32(at + field, true)) as [
      number,
      number,
      number,
    ];
    const dataAt = at + LOCAL_SIZE + view.getUint16(at + 26, true);
    const path = new TextDecoder().decode(zip.subarray(at + LOCAL_SIZE, dataAt));
    if (dataAt + packedSize > zip.length) {
      damage.push({ path, what: '文件不完整，长度与记录不符' });
      return { entries, damage };
    }
    const data = zip.subarray(dataAt, dataAt + packedSize);
    const bytes = method === STORED ? data : inflated(data, size);
    if (bytes === null || crc32(bytes, 0) !== sum) damage.push({ path, what: '内容损坏，无法按原样解开' });
    else entries.push({ path, bytes, deflated: method !== STORED, data });
    at = dataAt + packedSize;
  }
  if (damage.length > 0) return { entries, damage };
  const expected = containerOf(entries);
  const differs = expected.length !== zip.length || !expected.every((byte, index) => byte === zip[index]);
  if (!differs) return { entries, damage };
  const first = zip.findIndex((byte, index) => byte !== expected[index]);
  const offset = first < 0 ? zip.length : first;
  const path = regionsOf(entries).find(({ end }) => offset < end)?.path ?? null;
  return { entries, damage: [{ path, what: '压缩包的目录信息与内容不符' }] };
}
