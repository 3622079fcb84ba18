// Access to the entries of a zip file held in memory: names as the directory gives them, contents inflated in chunks
// with sizes and checksum verified. yauzl reads the directory; it neither checks CRC-32 nor bounds sizes.
import { createInflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel } from 'yauzl';
import { crc32 } from './crc32.ts';
import { MAX_ENTRIES, MAX_PREFIX, MAX_TOTAL_BYTES } from './limits.ts';
import { UnreadableFile } from './sheet.ts';

export interface ZipPart {
  readonly path: string;
  /** The inflated size that the directory declares; more is never given out. */
  readonly size: number;
  readonly entry: Entry;
  /** The directory has another entry of this name, with other content. */
  readonly contradicted: boolean;
}

export interface Zip {
  readonly parts: Iterable<ZipPart>;
  /** Exact path first, then without regard to case. */
  find(path: string): ZipPart | undefined;
  chunks(part: ZipPart, limit: number, sheet: string | null): AsyncGenerator<Uint8Array>;
}

const CHUNK = 48 * 1024;
const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1');
const END_BYTES = 22;

function damaged(error: unknown, what: string, sheet: string | null = null): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  return new UnreadableFile('damaged', `${what}: ${error instanceof Error ? error.message : String(error)}`, sheet);
}

async function* inflated(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === 8) {
    const inflate = createInflateRaw({ chunkSize: CHUNK });
    inflate.end(packed);
    yield* inflate;
    return;
  }
  for (let at = 0; at < packed.length; at += CHUNK) yield packed.subarray(at, at + CHUNK);
}

/** Back and leading slashes as some .NET programs write them. */
export function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '');
}

async function readDirectory(buffer: Buffer) {
  const directory = await fromBufferPromise(buffer, { decodeStrings: false });
  if (directory.entryCount > MAX_ENTRIES) {
    throw new UnreadableFile('tooLarge', `${directory.entryCount} entries in the zip file`);
  }
  const parts = new Map<string, ZipPart>();
  for await (const entry of directory.eachEntry()) {
    // Names are not decoded by yauzl because it refuses a directory with one absolute name in it.
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    const path = plainPath(name);
    if (path.endsWith('/')) continue;
    const other = parts.get(path)?.entry;
    const same = other?.crc32 === entry.crc32 && other.uncompressedSize === entry.uncompressedSize;
    parts.set(path, { path, size: entry.uncompressedSize, entry, contradicted: other !== undefined && !same });
  }
  return { directory, parts };
}

/**
 * The zip file among the bytes: what a web server sent behind its end, and a few characters before it, are no part of
 * it. All of the bytes where no end is found. A second archive before or behind it is damage: nobody can tell which counts.
 */
function archiveIn(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + END_BYTES > bytes.length) return bytes;
  const whole = Math.min(end + END_BYTES + bytes.readUInt16LE(end + 20), bytes.length);
  // Where the directory ends at the record that names its size and place, the difference is what stands before.
  const before = end - bytes.readUInt32LE(end + 12) - bytes.readUInt32LE(end + 16);
  if (before > MAX_PREFIX || bytes.indexOf(LOCAL_HEADER, whole) >= 0)
    throw new UnreadableFile('damaged', 'two zip files one behind the other');
  return bytes.subarray(before > 0 ? before : 0, whole);
}

export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const buffer = archiveIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { directory, parts } = await readDirectory(buffer).catch((error) => {
    throw damaged(error, 'zip directory');
  });
  const lowerCase = new Map([...parts.values()].map((part) => [part.path.toLowerCase(), part]));
  let spent = 0;

  async function* checked(part: ZipPart, sheet: string | null): AsyncGenerator<Uint8Array> {
    const { entry } = part;
    const { fileDataStart } = await directory.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    let size = 0;
    let sum = 0;
    for await (const chunk of inflated(packed, entry.compressionMethod)) {
      size += chunk.length;
      if (size > part.size) break;
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (size !== part.size) throw new UnreadableFile('damaged', `${part.path}: not of the declared size`, sheet);
    if (sum !== entry.crc32) throw new UnreadableFile('damaged', `${part.path}: checksum differs`, sheet);
  }

  return {
    parts: [...parts.values()],
    find: (path) => parts.get(path) ?? lowerCase.get(path.toLowerCase()),
    async *chunks(part, limit, sheet) {
      const { entry } = part;
      if (part.contradicted) throw new UnreadableFile('damaged', `two zip entries named ${part.path}`, sheet);
      spent += part.size;
      if (part.size > limit || spent > MAX_TOTAL_BYTES) {
        throw new UnreadableFile('tooLarge', `${part.path}: ${part.size} bytes inflated`, sheet);
      }
      if (entry.isEncrypted()) throw new UnreadableFile('encrypted', `${part.path}: zip encryption`, sheet);
      if (!entry.canDecodeFileData()) {
        throw new UnreadableFile('damaged', `${part.path}: compression method ${entry.compressionMethod}`, sheet);
      }
      try {
        yield* checked(part, sheet);
      } catch (error) {
        throw damaged(error, part.path, sheet);
      }
    },
  };
}
