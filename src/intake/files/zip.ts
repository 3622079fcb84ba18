// Access to the entries of a zip file held in memory: names as the directory gives them, contents inflated in chunks
// with sizes and checksum verified. yauzl reads the directory; it neither checks CRC-32 nor bounds sizes.

import { createInflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel } from 'yauzl';
import { UnreadableFile } from '../sheet.ts';
import { crc32 } from './crc32.ts';
import { MAX_ENTRIES, MAX_TOTAL_BYTES } from './limits.ts';

export interface Part {
  readonly path: string;
  /** The inflated size that the directory declares; more is never given out. */
  readonly size: number;
  readonly entry: Entry;
}

export interface Zip {
  /** Exact path first, then without regard to case. */
  find(path: string): Part | undefined;
  chunks(part: Part, limit: number, sheet: string | null): AsyncGenerator<Uint8Array>;
}

const CHUNK = 64 * 1024;

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
  const parts = new Map<string, Part>();
  for await (const entry of directory.eachEntry()) {
    // Names are not decoded by yauzl because it refuses a directory with one absolute name in it.
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    const path = plainPath(name);
    if (path.endsWith('/')) continue;
    if (parts.has(path)) throw new UnreadableFile('damaged', `two zip entries named ${path}`);
    parts.set(path, { path, size: entry.uncompressedSize, entry });
  }
  return { directory, parts };
}

export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { directory, parts } = await readDirectory(buffer).catch((error) => {
    throw damaged(error, 'zip directory');
  });
  const lowerCase = new Map([...parts.values()].map((part) => [part.path.toLowerCase(), part]));
  let spent = 0;

  async function* checked(part: Part, sheet: string | null): AsyncGenerator<Uint8Array> {
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
    find: (path) => parts.get(path) ?? lowerCase.get(path.toLowerCase()),
    async *chunks(part, limit, sheet) {
      const { entry } = part;
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
