// The ways in which programs lay out a workbook: paths, prefixes, encodings, tabs, rows without numbers.
import { describe, expect, it } from 'vitest';
import { BATCH_ROWS } from '../../src/files/limits.ts';
import { openBook } from '../../src/files/open.ts';
import { OWN_OUTPUT_MARK } from '../../src/files/sheet.ts';
import { MAIN, OFFICE, read, reason, relationships, rowsOf, sheetXml, text, workbook, workbookXml } from './helpers.ts';

const inline = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = `<row r="1">${inline('甲')}</row>`;
const oneRow = [{ number: 1, hidden: false, cells: [text(0, '甲')] }];
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

function utf16(value: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + value, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('rows', () => {
  it('numbers rows and cells without references', async () => {
    const rows = `<row>${inline('a')}<c/>${inline('b')}</row><row/><row r="7"><c r="C7"/>${inline('c')}</row><row>${inline('d')}</row>
      <row><c r="B12"><v>1</v></c></row>`;
    expect(await rowsOf(workbook(rows))).toEqual([
      { number: 1, hidden: false, cells: [text(0, 'a'), text(2, 'b')] },
      { number: 7, hidden: false, cells: [text(3, 'c')] },
      { number: 8, hidden: false, cells: [text(0, 'd')] },
      { number: 12, hidden: false, cells: [{ column: 1, kind: 'number', raw: '1', format: 'plain' }] },
    ]);
  });

  it('brings cells into column order and goes as far as XFD1048576', async () => {
    const rows =
      '<row r="1" hidden="1"><c r="AA1"><v>2</v></c><c r="B1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>3</v></c></row>';
    expect(await rowsOf(workbook(rows))).toEqual([
      {
        number: 1,
        hidden: true,
        cells: [
          { column: 1, kind: 'number', raw: '1', format: 'plain' },
          { column: 26, kind: 'number', raw: '2', format: 'plain' },
        ],
      },
      { number: 1_048_576, hidden: false, cells: [{ column: 16_383, kind: 'number', raw: '3', format: 'plain' }] },
    ]);
  });

  it.each([
    ['<row r="x"/>', 'damaged'],
    ['<row r="0"/>', 'damaged'],
    ['<row r="1048577"/>', 'tooLarge'],
    ['<row r="1"><c r="XFE1"><v>1</v></c></row>', 'tooLarge'],
  ])('refuses %s as %s', async (rows, expected) => {
    expect(await reason(workbook(rows))).toBe(expected);
  });

  it('yields all rows in batches of bounded size', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => `<row r="${index + 1}"><c><v>${index}</v></c></row>`).join(
      '',
    );
    const book = await openBook(workbook(rows), 'x.xlsx');
    const sizes: number[] = [];
    const numbers: number[] = [];
    for await (const batch of book.sheets[0]?.rows ?? []) {
      sizes.push(batch.length);
      numbers.push(...batch.map(({ number }) => number));
    }
    expect(sizes).toEqual(Array(10).fill(BATCH_ROWS));
    expect(numbers).toEqual(Array.from({ length: 2_500 }, (_, index) => index + 1));
  });

  it('keeps Chinese characters at the borders of chunks', async () => {
    for (let shift = 0; shift < 3; shift++) {
      const value = '网格员补贴𠮷'.repeat(1_000);
      const rows = Array.from({ length: 30 }, (_, index) => `<row r="${index + 1}">${inline(value)}</row>`).join('');
      const cells = (await rowsOf(workbook(`${' '.repeat(shift)}${rows}`))).map((item) => item.cells);
      expect(cells).toEqual(Array(30).fill([text(0, value)]));
    }
  });
});

describe('sheets', () => {
  it('come in tab order with their state, without chart sheets', async () => {
    const bytes = workbook('', {
      'xl/workbook.xml': workbookXml(
        '<sheet name="二" sheetId="2" state="hidden" r:id="b"/><sheet name="图" sheetId="9" r:id="c"/>' +
          '<sheet name="一" sheetId="1" r:id="a"/><sheet name="三" sheetId="3" state="veryHidden" r:id="d"/>',
      ),
      'xl/_rels/workbook.xml.rels': relationships(
        ['a', `${OFFICE}/worksheet`, 'worksheets/sheet1.xml'],
        ['b', `${OFFICE}/worksheet`, '/xl/other/any name.xml'],
        ['c', `${OFFICE}/chartsheet`, 'chartsheets/sheet1.xml'],
        ['d', `${OFFICE}/worksheet`, '..\\xl\\worksheets\\three.xml'],
      ),
      'xl/worksheets/sheet1.xml': sheetXml(`<row>${inline('1')}</row>`),
      // Where the absolute path would lead if it were taken for a relative one.
      'xl/xl/other/any name.xml': sheetXml(`<row>${inline('no')}</row>`),
      'xl/other/any name.xml': sheetXml(`<row>${inline('2')}</row>`),
      'xl\\worksheets\\three.xml': sheetXml(`<row>${inline('3')}</row>`),
    });
    expect((await read(bytes)).sheets).toEqual([
      { name: '二', hidden: true, rows: [{ number: 1, hidden: false, cells: [text(0, '2')] }] },
      { name: '一', hidden: false, rows: [{ number: 1, hidden: false, cells: [text(0, '1')] }] },
      { name: '三', hidden: true, rows: [{ number: 1, hidden: false, cells: [text(0, '3')] }] },
    ]);
  });

  it('are found with absolute names in the zip and without package relationships', async () => {
    const rels = relationships(['r1', `${OFFICE}/worksheet`, '/xl/s.xml']);
    const parts = { '_rels/.rels': null, 'xl/_rels/workbook.xml.rels': rels, '/xl/s.xml': sheetXml(row) };
    expect(await rowsOf(workbook('', parts))).toEqual(oneRow);
  });

  it('are read with prefixes and in the strict namespaces', async () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const bytes = workbook('', {
      '_rels/.rels': relationships(['r1', `${STRICT}/officeDocument`, 'xl/workbook.xml']),
      'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:q="${STRICT}"><x:sheets><x:sheet name="甲" sheetId="1" q:id="r1"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': relationships(['r1', `${STRICT}/worksheet`, 'worksheets/sheet1.xml']),
      'xl/worksheets/sheet1.xml': sheet,
    });
    expect(await rowsOf(bytes)).toEqual(oneRow);
  });

  it('are read in UTF-16 and with byte-order marks', async () => {
    const xml = sheetXml(row);
    const utf16Declared = `<?xml version="1.0" encoding="UTF-16"?>${xml}`;
    const encodings = [
      `\ufeff<?xml version="1.0" encoding="UTF-8"?>${xml}`,
      utf16(utf16Declared, false, true),
      utf16(utf16Declared, true, true),
      utf16(xml, false, false),
      utf16(xml, true, false),
    ];
    for (const sheet of encodings) {
      expect(await rowsOf(workbook('', { 'xl/worksheets/sheet1.xml': sheet }))).toEqual(oneRow);
    }
  });

  it('pass over what stands beside the cells', async () => {
    const sheet = `<worksheet xmlns="${MAIN}"><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols><sheetData>
      <!-- no cell -->${row}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>
      <extLst><ext><row r="9"><c r="A9"><v>9</v></c></row></ext></extLst></worksheet>`;
    expect(await rowsOf(workbook('', { 'xl/worksheets/sheet1.xml': sheet }))).toEqual(oneRow);
  });

  it.each([
    ['a missing part', { 'xl/worksheets/sheet1.xml': null }],
    ['missing relationships and another sheet', { 'xl/_rels/workbook.xml.rels': null, 'xl/worksheets/a.xml': '<a/>' }],
    [
      'styles that are linked but missing',
      {
        'xl/_rels/workbook.xml.rels': relationships(
          ['r1', `${OFFICE}/worksheet`, 'worksheets/sheet1.xml'],
          ['r2', `${OFFICE}/styles`, 'styles.xml'],
        ),
      },
    ],
    ['a DOCTYPE', { 'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${sheetXml(row)}` }],
    ['an unclosed element', { 'xl/worksheets/sheet1.xml': sheetXml(row).replace('</sheetData>', '') }],
    ['an unknown entity', { 'xl/worksheets/sheet1.xml': sheetXml(`<row>${inline('&a;')}</row>`) }],
    ['broken UTF-8', { 'xl/worksheets/sheet1.xml': Buffer.from(sheetXml(`<row>${inline('\xff')}</row>`), 'latin1') }],
    ['a cut-off character', { 'xl/worksheets/sheet1.xml': Buffer.from(`${sheetXml(row)}甲`).subarray(0, -1) }],
  ])('with %s are damaged', async (_, parts) => {
    expect(await reason(workbook(row, parts))).toBe('damaged');
  });
});

describe('the own output', () => {
  const core = (keywords: string) =>
    `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${OWN_OUTPUT_MARK}</dc:title><cp:keywords>${keywords}</cp:keywords></cp:coreProperties>`;

  it('is known by its keywords', async () => {
    const ownOutput = async (keywords: string) =>
      (await read(workbook(row, { 'docProps/core.xml': core(keywords) }))).ownOutput;
    expect(await ownOutput(`a, ${OWN_OUTPUT_MARK}`)).toBe(true);
    expect(await ownOutput('a')).toBe(false);
    expect((await read(workbook(row))).ownOutput).toBe(false);
  });
});
