// CRC-32 of zip entries, also on the first releases of Node 20, whose zlib does not offer it.
import zlib from 'node:zlib';

function makeTable(): Uint32Array {
  const table = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    table[byte] = value;
  }
  return table;
}

let table: Uint32Array | undefined;

export function crc32ByTable(bytes: Uint8Array, start: number): number {
  table ??= makeTable();
  let value = ~start;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] as number) ^ (value >>> 8);
  return ~value >>> 0;
}

/** The checksum of `bytes` after what gave `start`; 0 at the beginning. */
export const crc32: (bytes: Uint8Array, start: number) => number =
  typeof zlib.crc32 === 'function' ? zlib.crc32 : crc32ByTable;
