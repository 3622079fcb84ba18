// Values of cells: types, text in all its forms, formulas, dates.
import { describe, expect, it } from 'vitest';
import { crc32ByTable } from '../../src/files/crc32.ts';
import { isoSerial } from '../../src/files/iso.ts';
import { cellsOf, MAIN, OFFICE, reason, relationships, rowsOf, text, workbook } from './helpers.ts';

const withStrings = (items: string, path = 'xl/sharedStrings.xml') => ({
  'xl/_rels/workbook.xml.rels': relationships(
    ['r1', `${OFFICE}/worksheet`, 'worksheets/sheet1.xml'],
    ['r2', `${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
  ),
  [path]: `<sst xmlns="${MAIN}">${items}</sst>`,
});

describe('cells', () => {
  it('keeps the text of numbers and leaves out empty cells', async () => {
    const row =
      '<row r="1"><c r="A1"><v>1.10</v></c><c r="B1" s="3"/><c r="C1" t="n"><v>4.5E-2</v></c><c r="D1"><v> 7 </v></c></row>';
    expect(await cellsOf(row)).toEqual([
      { column: 0, kind: 'number', raw: '1.10', format: 'plain' },
      { column: 2, kind: 'number', raw: '4.5E-2', format: 'plain' },
      { column: 3, kind: 'number', raw: '7', format: 'plain' },
    ]);
  });

  it('reads booleans, errors and formulas with and without a value', async () => {
    const row = `<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c>
      <c r="D1"><f>A1+1</f><v>2</v></c><c r="E1"><f>A1+1</f></c><c r="F1"><f t="shared" si="0"/><v></v></c>
      <c r="G1" t="str"><f>"甲"</f><v>甲</v></c><c r="H1" t="str"><f>""</f><v></v></c><c r="I1" t="str"><f>A1</f></c></row>`;
    expect(await cellsOf(row)).toEqual([
      { column: 0, kind: 'boolean', value: true },
      { column: 1, kind: 'boolean', value: false },
      { column: 2, kind: 'error', text: '#N/A' },
      { column: 3, kind: 'number', raw: '2', format: 'plain' },
      { column: 4, kind: 'pending' },
      { column: 5, kind: 'pending' },
      text(6, '甲'),
      { column: 8, kind: 'pending' },
    ]);
  });

  it('joins rich text and leaves phonetic runs out', async () => {
    const run = '<r><rPr><b/></rPr><t>网</t></r><r><t xml:space="preserve"> 格</t></r>';
    const phonetic = '<rPh sb="0" eb="1"><t>wǎng</t></rPh><phoneticPr fontId="1"/>';
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is>${run}${phonetic}</is></c><c r="B1" t="s"><v>0</v></c></row>`;
    const parts = withStrings(`<si>${run}${phonetic}</si>`);
    expect(await cellsOf(rows, parts)).toEqual([text(0, '网 格'), text(1, '网 格')]);
  });

  it('decodes escapes, entities, CDATA and keeps spaces', async () => {
    const parts = withStrings(
      '<si><t>a_x000D_\nb</t></si><si><t>_x005F_x000D_</t></si><si><t>&lt;&#29579;&amp;</t></si>' +
        '<si><t><![CDATA[<x>]]>y<!-- no -->z</t></si><si><t xml:space="preserve"> 甲 </t></si><si><t/></si>',
    );
    const cells = [0, 1, 2, 3, 4, 5].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(await cellsOf(`<row>${cells}</row>`, parts)).toEqual([
      text(0, 'a\r\nb'),
      text(1, '_x000D_'),
      text(2, '<王&'),
      text(3, '<x>yz'),
      text(4, ' 甲 '),
    ]);
  });

  it('finds shared strings under a name in another case', async () => {
    const parts = withStrings('<si><t>甲</t></si>', 'xl/SharedStrings.xml');
    expect(await cellsOf('<row><c t="s"><v>0</v></c></row>', parts)).toEqual([text(0, '甲')]);
  });

  it('takes an inline string without a type for text', async () => {
    expect(await cellsOf('<row><c><is><t>12</t></is></c></row>')).toEqual([text(0, '12')]);
  });

  it.each([
    ['<c t="s"><v>1</v></c>', '#REF!'],
    ['<c t="s"><v>-1</v></c>', '#REF!'],
    ['<c t="s"><v>0.5</v></c>', '#REF!'],
    ['<c t="s"><v>length</v></c>', '#REF!'],
    ['<c t="b"><v>2</v></c>', '#VALUE!'],
    ['<c t="q"><v>2</v></c>', '#VALUE!'],
    ['<c r="A1"><v>2</v></c><c r="A1"><v>3</v></c>', '#VALUE!'],
  ])('takes the cell of %s for an error', async (cell, shown) => {
    const rows = await rowsOf(workbook(`<row r="1">${cell}</row>`, withStrings('<si><t>甲</t></si>')));
    expect(rows).toEqual([{ number: 1, hidden: false, cells: [{ column: 0, kind: 'error', text: shown }] }]);
  });

  it.each(['<c r="5"><v>2</v></c>', '<c r="A"><v>2</v></c>', '<c r="A0x"><v>2</v></c>'])(
    'calls %s damaged',
    async (cell) => {
      expect(await reason(workbook(`<row r="1">${cell}</row>`))).toBe('damaged');
    },
  );

  it('reads ISO dates as serial days', async () => {
    const values = ['2024-02-29', '2024-02-29T06:00:00', '2024-02-29T08:30:15.500Z', '08:00:00', '2023-02-29'];
    const cells = values.map((value) => `<c t="d"><v>${value}</v></c>`).join('');
    expect(await cellsOf(`<row>${cells}</row>`)).toEqual([
      { column: 0, kind: 'number', raw: '45351', format: 'date' },
      { column: 1, kind: 'number', raw: '45351.25', format: 'date' },
      { column: 2, kind: 'number', raw: '45351.354346064814814815', format: 'date' },
      { column: 3, kind: 'number', raw: '0.333333333333333333', format: 'time' },
      text(4, '2023-02-29'),
    ]);
  });

  it('counts the 29 February 1900 that the date system has', () => {
    expect(isoSerial('1900-01-01')).toEqual({ raw: '1', format: 'date' });
    expect(isoSerial('1900-02-28')).toEqual({ raw: '59', format: 'date' });
    expect(isoSerial('1900-03-01')).toEqual({ raw: '61', format: 'date' });
    expect(isoSerial('1899-12-31')).toBeNull();
    expect(isoSerial('2024-01-01T24:00:00')).toBeNull();
    expect(isoSerial('2024-01-01T08:00:00+08:00')).toBeNull();
  });

  it('gives every second of a day back', () => {
    for (let second = 0; second < 86_400; second += 7) {
      const clock = new Date(second * 1000).toISOString().slice(11, 19);
      const { raw = '' } = isoSerial(`2024-03-01T${clock}`) ?? {};
      expect(Math.round((Number(raw) - 45_352) * 86_400)).toBe(second);
    }
  });
});

it('has the checksum of the standard in its table form', () => {
  const bytes = new TextEncoder().encode('123456789');
  expect(crc32ByTable(bytes, 0)).toBe(0xcbf43926);
  expect(crc32ByTable(bytes.subarray(4), crc32ByTable(bytes.subarray(0, 4), 0))).toBe(0xcbf43926);
});
