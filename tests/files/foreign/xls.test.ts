// Binary workbooks made by hand: what programs in China write into .xls, and what is no whole workbook.
import { CFB, utils, write } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { workerReader } from '../../../src/run/foreign.ts';
import { cellsOfBook, failure, read, reason, text } from '../helpers.ts';

const record = (type: number, ...data: Uint8Array[]): Buffer => {
  const body = Buffer.concat(data);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};
const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
};
const float = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};

const BOF = 0x0809;
const EOF = record(0x000a);

/** The text of a label in GBK: 网格员. */
const GBK = Buffer.from('cdf8b8f1d4b1', 'hex');
const label = (row: number, column: number, bytes: Uint8Array) =>
  record(0x0204, u16(row, column, 0, bytes.length), bytes);
const numberCell = (row: number, column: number, style: number, value: number) =>
  record(0x0203, u16(row, column, style), float(value));

/** A stream as export pages write it: no container, no styles, no code page. */
const bare = (...records: Uint8Array[]): Buffer => Buffer.concat([record(BOF, u16(0, 0x10, 0, 0)), ...records, EOF]);

/** A style of BIFF8 with a number format. */
const xf = (format: number): Buffer => record(0x00e0, u16(0, format, 0xfff5), Buffer.alloc(14));

/** BIFF8 with one sheet S in a container. */
function container(globals: readonly Uint8Array[], cells: readonly Uint8Array[], stream = 'Workbook'): Uint8Array {
  const begin = (kind: number) => record(BOF, u16(0x0600, kind, 0x0dbb, 0x07cc), Buffer.alloc(8));
  const sheet = (position: number) => {
    const place = Buffer.alloc(4);
    place.writeUInt32LE(position);
    return record(0x0085, place, u16(0), Buffer.from([1, 0]), Buffer.from('S'));
  };
  const head = Buffer.concat([begin(5), ...globals]);
  const position = head.length + sheet(0).length + EOF.length;
  const book = Buffer.concat([head, sheet(position), EOF, begin(0x10), ...cells, EOF]);
  return compound(stream, Buffer.concat([book, Buffer.alloc(Math.max(0, 4096 - book.length))]));
}

function compound(stream: string, content: Buffer): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${stream}`, content);
  return CFB.write(file, { type: 'buffer' });
}

const biff8 = (): Buffer => {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['姓名', 12]]), '甲');
  return write(workbook, { bookType: 'biff8', type: 'buffer' });
};

describe('.xls', () => {
  it('without container and code page is in GBK', async () => {
    const [sheet] = (await read(bare(label(0, 0, GBK), numberCell(1, 1, 0, 4.5)))).sheets;
    expect(sheet?.rows).toEqual([
      { number: 1, hidden: false, cells: [text(0, '网格员')] },
      { number: 2, hidden: false, cells: [{ column: 1, kind: 'number', raw: '4.5', format: 'plain' }] },
    ]);
  });

  it('knows the Chinese formats that have no code in the file', async () => {
    const ids = [14, 31, 32, 57, 58, 9, 0, 55];
    const cells = ids.map((_, index) => numberCell(0, index, index, 0.5));
    const formats = (await cellsOfBook(container(ids.map(xf), cells))).map((cell) =>
      cell.kind === 'number' ? cell.format : cell.kind,
    );
    expect(formats).toEqual(['date', 'date', 'time', 'date', 'date', 'percent', 'plain', 'time']);
  });

  it('is recognised by its stream, not by its container', async () => {
    const cells = [label(0, 0, Buffer.concat([Buffer.from([0]), Buffer.from('a')]))];
    expect(await reason(container([], cells, 'WordDocument'))).toBe('notATable');
    expect(await reason(compound('PowerPoint Document', Buffer.alloc(5_000)))).toBe('notATable');
    expect(await reason(compound('EncryptedPackage', Buffer.alloc(5_000)))).toBe('encrypted');
    expect((await read(biff8())).sheets.map(({ name }) => name)).toEqual(['甲']);
  });

  it('with a password says so', async () => {
    expect(await reason(container([record(0x002f, u16(1, 1, 1), Buffer.alloc(48))], []))).toBe('encrypted');
    expect(await reason(bare(record(0x002f, u16(0x1234, 0x5678))))).toBe('encrypted');
  });

  it('that lacks its end, a record or a sheet is damaged', async () => {
    const whole = bare(label(0, 0, GBK), numberCell(1, 1, 0, 4.5));
    for (let length = 4; length < whole.length - 1; length += 7) {
      expect(await reason(whole.subarray(0, length)), `${length}`).toBe('damaged');
    }
    const book = Buffer.from(container([], []));
    const at = book.indexOf(Buffer.from([0x85, 0, 9, 0])) + 4;
    book.writeUInt32LE(9, at);
    expect((await failure(book)).detail).toBe('BIFF: a sheet is missing');
  });

  it('keeps rows at the far end without room for those between', async () => {
    const cells = [numberCell(65_535, 255, 0, 1)];
    const [sheet] = (await read(container([xf(0)], cells))).sheets;
    expect(sheet?.rows).toEqual([
      { number: 65_536, hidden: false, cells: [{ column: 255, kind: 'number', raw: '1', format: 'plain' }] },
    ]);
  });

  it('has no value where a number is none', async () => {
    expect(await cellsOfBook(container([xf(0)], [numberCell(0, 0, 0, Number.NaN)]))).toEqual([
      { column: 0, kind: 'error', text: '#NUM!' },
    ]);
  });
});

describe('.xlsb', () => {
  const xlsb = (): Buffer => {
    const workbook = utils.book_new();
    const cell = { t: 'n' as const, v: 44_378, z: 'm/d/yy' };
    utils.book_append_sheet(workbook, { '!ref': 'A1', A1: cell }, '甲');
    return write(workbook, { bookType: 'xlsb', type: 'buffer' });
  };

  it('knows the Chinese formats that have no code in the file', async () => {
    const parts = unzipSync(xlsb());
    const styles = Buffer.from(parts['xl/styles.bin'] as Uint8Array);
    // The style record of format 14, pointed to 31.
    const style = styles.lastIndexOf(Buffer.from([0x2f, 16, 0, 0, 14, 0]));
    styles.writeUInt16LE(31, style + 4);
    const bytes = zipSync({ ...parts, 'xl/styles.bin': styles });
    expect(await cellsOfBook(bytes)).toEqual([{ column: 0, kind: 'number', raw: '44378', format: 'date' }]);
  });

  it('with a changed byte in any part is damaged', async () => {
    const stored = Buffer.from(zipSync(unzipSync(xlsb()), { level: 0 }));
    const at = stored.indexOf(Buffer.from('甲', 'utf16le'));
    stored[at] = 0;
    expect(await reason(stored)).toBe('damaged');
  });
});

describe('the worker', () => {
  it('is stopped when it takes too long', async () => {
    const read = workerReader({ seconds: 0, heapMib: 256 });
    expect(await read(biff8(), 'compound')).toMatchObject({ reason: 'tooSlow' });
  });

  it('is stopped when it takes too much memory', async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => numberCell(row, 0, 0, row));
    const read = workerReader({ seconds: 60, heapMib: 8 });
    expect(await read(container([xf(0)], rows), 'compound')).toMatchObject({ reason: 'tooLarge' });
  });
});
