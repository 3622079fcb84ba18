// The zip container of an archive, byte by byte (spec 11): every byte of it is either an entry's content or follows from
// the entries, so that no byte can change unseen. Manifest and sums are stored, all else is deflated by a pinned deflate.
import { inflateRawSync } from 'node:zlib';
import { deflateSync } from 'fflate';
import { crc32 } from '../files/crc32.ts';
import { isBelow } from '../store/below.ts';
import { foreignContainer } from './foreign-container.ts';
import { CENTRAL, CENTRAL_SIZE, DEFLATED, END, END_SIZE, LOCAL, LOCAL_SIZE, STORED } from './zip-format.ts';

export interface ArchiveEntry {
  /** Forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** An entry as it stands in the container; `data` is what its bytes were packed into. */
export interface PackedEntry {
  readonly path: string;
  readonly deflated: boolean;
  readonly data: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

/** An entry that does not hold; null: the container's own end. */
export interface Damage {
  readonly path: string | null;
  /** Chinese. */
  readonly what: string;
}

const VERSION = 20;
/** Made on Unix: unzip then takes names as they are, whatever the locale. */
const MADE_BY = 0x0300 | VERSION;
/** A plain file that its owner writes and all read, as Unix says it. */
const MODE = 0o100644 * 0x1_0000;
const UTF8_NAMES = 0x0800;
/** 1980-01-01, the first day a zip knows; one time for all entries. */
const DATE = 0x0021;
const MOST_BYTES = 0xffff_ffff;
const MOST_ENTRIES = 0xffff;
/** Unpacked, all entries together: many times what a large office's month holds. */
const MOST_UNPACKED = 0x4000_0000;

export const packed = ({ path, bytes }: ArchiveEntry, deflated: boolean): PackedEntry => ({
  path,
  deflated,
  data: deflated ? deflateSync(bytes, { level: 6 }) : bytes,
  size: bytes.length,
  crc: crc32(bytes, 0),
});

/** What local and central headers have in common, from the version needed to the length of the name. */
function writeCommon(view: DataView, at: number, { deflated, data, size, crc }: PackedEntry, nameLength: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, deflated ? DEFLATED : STORED, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, size, true);
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
    view.setUint16(at + 4, MADE_BY, true);
    writeCommon(view, at + 6, entry, name.length);
    view.setUint32(at + 38, MODE, true);
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

/** The bytes of an entry; null where they are not what the container says. Never more than it says. */
export function bytesIn({ deflated, data, size, crc }: PackedEntry): Uint8Array | null {
  try {
    const bytes = deflated ? new Uint8Array(inflateRawSync(data, { maxOutputLength: Math.max(1, size) })) : data;
    return bytes.length === size && crc32(bytes, 0) === crc ? bytes : null;
  } catch {
    return null;
  }
}

export interface Container {
  /** As far as they can be told apart, in order. */
  readonly entries: readonly PackedEntry[];
  readonly damage: readonly Damage[];
  /** Another program has packed them: their packed bytes say nothing. */
  readonly isRepacked: boolean;
}

function boundsProblem(entries: readonly PackedEntry[]): Damage | null {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > MOST_ENTRIES || unpacked > MOST_UNPACKED)
    return { path: null, what: '项数太多或解压后太大，不是一个月的归档' };
  const outside = entries.find(({ path }) => !isBelow(path));
  return outside ? { path: outside.path, what: '文件名指向归档以外，请勿解压' } : null;
}

const REPACKED: Damage = { path: null, what: '压缩包被别的程序重新打包过，以下只核对各项的内容' };

/** What a container holds, nothing unpacked yet. Never throws. */
export function containerIn(zip: Uint8Array): Container {
  const own = ownContainerIn(zip);
  if (own.damage.length === 0) return { ...own, isRepacked: false };
  // One changed byte is damage of an archive of this program; times of more than one entry are another program's.
  const foreign = foreignContainer(zip, DATE);
  if (foreign === null || foreign.otherTimes < 2) return { ...own, isRepacked: false };
  const outOfBounds = boundsProblem(foreign.entries);
  return outOfBounds === null
    ? { entries: foreign.entries, damage: [REPACKED], isRepacked: true }
    : { entries: [], damage: [outOfBounds], isRepacked: true };
}

function ownContainerIn(zip: Uint8Array): Omit<Container, 'isRepacked'> {
  const entries: PackedEntry[] = [];
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let at = 0;
  while (at + LOCAL_SIZE <= zip.length && view.getUint32(at, true) === LOCAL) {
    const dataAt = at + LOCAL_SIZE + view.getUint16(at + 26, true);
    const path = new TextDecoder().decode(zip.subarray(at + LOCAL_SIZE, dataAt));
    const next = dataAt + view.getUint32(at + 18, true);
    if (next > zip.length) return { entries, damage: [{ path, what: '不完整，长度与记录不符' }] };
    entries.push({
      path,
      deflated: view.getUint16(at + 8, true) !== STORED,
      data: zip.subarray(dataAt, next),
      size: view.getUint32(at + 22, true),
      crc: view.getUint32(at + 14, true),
    });
    at = next;
  }
  const outOfBounds = boundsProblem(entries);
  if (outOfBounds !== null) return { entries: [], damage: [outOfBounds] };
  const expected = containerOf(entries);
  const offset = expected.findIndex((byte, index) => byte !== zip[index]);
  if (offset < 0 && expected.length === zip.length) return { entries, damage: [] };
  const path = regionsOf(entries).find(({ end }) => offset >= 0 && offset < end)?.path ?? null;
  return { entries, damage: [{ path, what: '压缩包的目录与内容不符' }] };
}
