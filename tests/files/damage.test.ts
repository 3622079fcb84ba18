// Damaged, cut-off and malicious files: the same cells or UnreadableFile, never other data and never another error.
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_CELL_CHARS, MAX_ENTRIES, MAX_TOTAL_BYTES } from '../../src/files/limits.ts';
import { openBook } from '../../src/files/open.ts';
import { UnreadableFile } from '../../src/files/sheet.ts';
import { openZip } from '../../src/files/zip.ts';
import { failure, MAIN, OFFICE, read, reason, relationships, stylesXml, workbook } from './helpers.ts';

const small = workbook(
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000.5</v></c></row><row r="2" hidden="1"><c r="A2" t="s"><v>1</v></c></row>',
  {
    'xl/_rels/workbook.xml.rels': relationships(
      ['r1', `${OFFICE}/worksheet`, 'worksheets/sheet1.xml'],
      ['r2', `${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
      ['r3', `${OFFICE}/styles`, 'styles.xml'],
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>姓名</t></si><si><t>张三</t></si></sst>`,
    'xl/styles.xml': stylesXml('<xf numFmtId="0"/><xf numFmtId="22"/>'),
  },
);

/** Byte offsets of the central directory records. */
function directoryRecords(bytes: Uint8Array): number[] {
  const buffer = Buffer.from(bytes);
  const found: number[] = [];
  for (let at = buffer.indexOf('PK\x01\x02'); at >= 0; at = buffer.indexOf('PK\x01\x02', at + 1)) found.push(at);
  return found;
}

/** The file with the declared size of one part changed in the directory, or of all parts. */
function declaring(bytes: Uint8Array, size: number, path?: string): Uint8Array {
  const buffer = Buffer.from(bytes);
  for (const at of directoryRecords(bytes)) {
    const name = buffer.toString('latin1', at + 46, at + 46 + buffer.readUInt16LE(at + 28));
    if (path === undefined || name === path) buffer.writeUInt32LE(size, at + 24);
  }
  return buffer;
}

describe('damaged files', () => {
  it('with one bit flipped give the same cells or an error', async () => {
    const whole = await read(small);
    let refused = 0;
    for (let bit = 0; bit < small.length * 8; bit += 5) {
      const bytes = small.slice();
      bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
      try {
        expect((await read(bytes)).sheets, `bit ${bit}`).toEqual(whole.sheets);
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        refused++;
      }
    }
    // Times, versions and names in local headers do not matter; everything else does.
    expect(refused).toBeGreaterThan((small.length * 8) / 5 / 2);
  });

  it('cut off at any length are refused', async () => {
    for (let length = 4; length < small.length; length++) {
      const why = await reason(small.subarray(0, length));
      expect(why, `${length} bytes`).toBe('damaged');
    }
  });

  it('changed in the stored data are found by the checksum', async () => {
    const stored = Buffer.from(zipSync(unzipSync(small), { level: 0 }));
    expect(await read(stored)).toEqual(await read(small));
    stored.write('46', stored.indexOf('<v>45000.5') + 3);
    const { reason: why, detail, sheet } = await failure(stored);
    expect([why, detail, sheet]).toEqual(['damaged', 'xl/worksheets/sheet1.xml: checksum differs', '甲']);
  });

  it('with two parts of one name are refused', async () => {
    const bytes = Buffer.from(workbook('', { 'xl/worksheets/sheet2.xml': '<x/>' }));
    for (let at = bytes.indexOf('sheet2.xml'); at >= 0; at = bytes.indexOf('sheet2.xml')) bytes.write('sheet1', at);
    expect(await reason(bytes)).toBe('damaged');
  });

  it('with an encrypted entry are told', async () => {
    const bytes = Buffer.from(small);
    for (const at of directoryRecords(small)) bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
    expect(await reason(bytes)).toBe('encrypted');
  });
});

describe('files that ask for too much', () => {
  const sheet = 'xl/worksheets/sheet1.xml';

  it('declare a size beyond the bounds', async () => {
    expect(await reason(declaring(small, 0xfffffff0, sheet))).toBe('tooLarge');
    expect(await reason(declaring(small, 257 * 1024 * 1024, 'xl/sharedStrings.xml'))).toBe('tooLarge');
    expect(await reason(declaring(small, 65 * 1024 * 1024, 'xl/styles.xml'))).toBe('tooLarge');
  });

  it('inflate to more than they declare, or to less', async () => {
    const bomb = workbook(`<a>${' '.repeat(1_000_000)}</a>`.repeat(48));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await reason(declaring(bomb, 1_000, sheet))).toBe('damaged');
    expect(await reason(declaring(bomb, 50_000_000, sheet))).toBe('damaged');
  });

  it('are given out no further than they declare', async () => {
    const zip = await openZip(declaring(workbook('<row/>'.repeat(1_000_000)), 200_000, sheet));
    const part = zip.find(sheet);
    let given = 0;
    const reading = (async () => {
      if (part !== undefined) for await (const chunk of zip.chunks(part, 1_000_000, null)) given += chunk.length;
    })();
    await expect(reading).rejects.toMatchObject({ reason: 'damaged' });
    expect(given).toBeGreaterThan(0);
    expect(given).toBeLessThanOrEqual(200_000);
  });

  it('sum up to too much over all sheets', async () => {
    const numbers = [1, 2, 3];
    const sheets = numbers.map((n) => `<sheet name="s${n}" sheetId="${n}" r:id="r${n}"/>`).join('');
    const bytes = workbook('', {
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relationships(
        ...numbers.map((n) => [`r${n}`, `${OFFICE}/worksheet`, `worksheets/sheet${n}.xml`] as const),
      ),
      ...Object.fromEntries(numbers.map((n) => [`xl/worksheets/sheet${n}.xml`, '<worksheet/>'])),
    });
    let declared: Uint8Array = bytes;
    for (const n of numbers) declared = declaring(declared, MAX_TOTAL_BYTES / 2, `xl/worksheets/sheet${n}.xml`);
    const reasons: string[] = [];
    for (const { rows } of (await openBook(declared, 'x')).sheets) {
      try {
        for await (const _ of rows);
      } catch (error) {
        reasons.push(error instanceof UnreadableFile ? error.reason : String(error));
      }
    }
    // The first is within the bounds, and then found not to be as large as it says.
    expect(reasons).toEqual(['damaged', 'tooLarge', 'tooLarge']);
  });

  it('have endless cells, tokens, nesting, entries', async () => {
    const cell = (length: number) => `<row><c t="inlineStr"><is><t>${'长'.repeat(length)}</t></is></c></row>`;
    expect((await read(workbook(cell(MAX_CELL_CHARS)))).sheets[0]?.rows).toHaveLength(1);
    expect(await reason(workbook(cell(MAX_CELL_CHARS + 1)))).toBe('tooLarge');
    expect(await reason(workbook(`<!--${'x'.repeat(40_000_000)}-->`))).toBe('tooLarge');
    expect(await reason(workbook(`<row ${'x'.repeat(40_000_000)}="">`))).toBe('tooLarge');
    expect(await reason(workbook('<a>'.repeat(100_000)))).toBe('tooLarge');
    const many = Buffer.from(small);
    many.writeUInt16LE(MAX_ENTRIES + 1, many.lastIndexOf('PK\x05\x06') + 10);
    expect(await reason(many)).toBe('tooLarge');
  });

  it('are told even when the strings are too long', async () => {
    const parts = { 'xl/sharedStrings.xml': `<sst><si><t>${'长'.repeat(MAX_CELL_CHARS + 1)}</t></si></sst>` };
    expect(await reason(workbook('', parts))).toBe('tooLarge');
  });
});
