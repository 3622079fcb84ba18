// Workbooks that break a rule of their format and still mean one thing only; what means two things is no value.
import { describe, expect, it } from 'vitest';
import { openBook } from '../../src/files/open.ts';
import {
  cellsOf,
  MAIN,
  OFFICE,
  read,
  reason,
  relationships,
  rowsOf,
  sheetXml,
  stylesXml,
  text,
  workbook,
  workbookXml,
  zipped,
} from './helpers.ts';

const inline = (value: string, reference = '') => `<c ${reference} t="inlineStr"><is><t>${value}</t></is></c>`;
const row = `<row r="1">${inline('甲')}</row>`;
const oneRow = [{ number: 1, hidden: false, cells: [text(0, '甲')] }];
const small = workbook(row);

describe('the zip file', () => {
  it.each([
    ['bytes behind its end', Buffer.concat([small, Buffer.from('\r\n<html>')])],
    ['zeros behind its end', Buffer.concat([small, Buffer.alloc(5_000)])],
    ['blank lines before it', Buffer.concat([Buffer.from('\r\n\r\n'), small])],
    ['a byte-order mark before it', Buffer.concat([Buffer.from('\ufeff'), small])],
  ])('may have %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(oneRow);
  });

  it('is not looked for further inside', async () => {
    expect(await reason(Buffer.concat([Buffer.from('PK\x03\x04 and so on'), Buffer.alloc(100), small]))).toBe(
      'damaged',
    );
    expect(await reason(Buffer.concat([small.subarray(0, 300), small]))).toBe('damaged');
  });

  it('may name a part twice if it is the same, or one that is not needed', async () => {
    const twice = (name: string, other: string, content: string) => {
      const bytes = Buffer.from(workbook(row, { [other]: content }));
      for (let at = bytes.indexOf(other); at >= 0; at = bytes.indexOf(other)) bytes.write(name, at);
      return bytes;
    };
    const sheet = 'xl/worksheets/sheet1.xml';
    expect(await rowsOf(twice(sheet, 'xl/worksheets/sheet2.xml', sheetXml(row)))).toEqual(oneRow);
    expect(await reason(twice(sheet, 'xl/worksheets/sheet2.xml', sheetXml('')))).toBe('damaged');
    const theme = workbook(row, { 'xl/theme1.xml': '<a/>', 'xl/theme2.xml': '<b/>' });
    const bytes = Buffer.from(theme);
    for (let at = bytes.indexOf('theme2'); at >= 0; at = bytes.indexOf('theme2')) bytes.write('theme1', at);
    expect(await rowsOf(bytes)).toEqual(oneRow);
  });
});

describe('the parts', () => {
  it('may be found where they usually are', async () => {
    expect(await rowsOf(workbook(row, { 'xl/_rels/workbook.xml.rels': null }))).toEqual(oneRow);
    const lost = relationships(['r1', `${OFFICE}/officeDocument`, 'xl/nowhere.xml']);
    expect(await rowsOf(workbook(row, { '_rels/.rels': lost }))).toEqual(oneRow);
    const escaped = relationships(['r1', `${OFFICE}/worksheet`, 'worksheets/my%20sheet.xml']);
    const parts = { 'xl/_rels/workbook.xml.rels': escaped, 'xl/worksheets/my sheet.xml': sheetXml(row) };
    expect(await rowsOf(workbook('', { ...parts, 'xl/worksheets/sheet1.xml': null }))).toEqual(oneRow);
  });

  it('may be empty, if they are only styles or strings', async () => {
    expect(await rowsOf(workbook(row, { 'xl/styles.xml': '', 'xl/sharedStrings.xml': '' }))).toEqual(oneRow);
  });

  it('may be missing as long as nobody asks for the sheet', async () => {
    const bytes = workbook(row, {
      'xl/workbook.xml': workbookXml(
        '<sheet name="甲" sheetId="1" r:id="r1"/><sheet name="乙" sheetId="2" state="hidden" r:id="r2"/>',
      ),
    });
    const [first, second] = (await openBook(bytes, 'x')).sheets;
    expect([first?.hidden, second?.hidden]).toEqual([false, true]);
    for await (const batch of first?.rows ?? []) expect(batch).toEqual(oneRow);
    expect(await reason(bytes)).toBe('damaged');
  });

  it('are not given to two sheets', async () => {
    const sheets = '<sheet name="甲" sheetId="1" r:id="r1"/><sheet name="乙" sheetId="2" r:id="r1"/>';
    expect(await reason(workbook(row, { 'xl/workbook.xml': workbookXml(sheets) }))).toBe('damaged');
  });

  it('may describe the document in a way that cannot be read', async () => {
    for (const core of ['<x', '<!DOCTYPE x [<!ENTITY a "b">]><x/>', Buffer.from('ff', 'hex')]) {
      expect(await read(workbook(row, { 'docProps/core.xml': core }))).toMatchObject({ ownOutput: false });
    }
  });

  it('may be in the encoding that they declare, with a DOCTYPE that defines nothing', async () => {
    const head = '<?xml version="1.0" encoding="GBK"?>';
    const [before = '', after = ''] = sheetXml(row).split('甲');
    const gbk = Buffer.concat([Buffer.from(head + before), Buffer.from('bcd7', 'hex'), Buffer.from(after)]);
    const doctype = `<?xml version="1.0"?>\n<!DOCTYPE worksheet SYSTEM "x.dtd">${sheetXml(row)}`;
    for (const sheet of [gbk, doctype, `\n  ${sheetXml(row)}`]) {
      expect(await rowsOf(workbook('', { 'xl/worksheets/sheet1.xml': sheet }))).toEqual(oneRow);
    }
    const unknown = sheetXml(row).replace('<worksheet', '<?xml version="1.0" encoding="x-none"?><worksheet');
    expect(await reason(workbook('', { 'xl/worksheets/sheet1.xml': unknown }))).toBe('damaged');
  });
});

describe('rows', () => {
  it('may be out of order or in pieces', async () => {
    const rows = `<row r="3">${inline('c')}</row><row r="1">${inline('a')}</row>
      <row r="3">${inline('d', 'r="B3"')}</row><row r="2">${inline('b', 'r="A2"')}${inline('e', 'r="C1"')}</row>`;
    expect(await rowsOf(workbook(rows))).toEqual([
      { number: 1, hidden: false, cells: [text(0, 'a'), text(2, 'e')] },
      { number: 2, hidden: false, cells: [text(0, 'b')] },
      { number: 3, hidden: false, cells: [text(0, 'c'), text(1, 'd')] },
    ]);
  });

  it('may be written twice where they say the same; else the cell has no value', async () => {
    const rows = `<row r="1">${inline('a')}${inline('x')}</row><row r="1">${inline('a')}${inline('y')}</row>`;
    expect(await rowsOf(workbook(rows))).toEqual([
      { number: 1, hidden: false, cells: [text(0, 'a'), { column: 1, kind: 'error', text: '#VALUE!' }] },
    ]);
  });

  it('must be in order in a sheet that is too large to be sorted', async () => {
    const filler = `<!--${' '.repeat(1_000_000)}-->`.repeat(5);
    const rows = (first: number, second: number) => `${filler}<row r="${first}"/><row r="${second}"/>`;
    expect(await rowsOf(workbook(rows(1, 2)))).toEqual([]);
    expect(await reason(workbook(rows(2, 1)))).toBe('damaged');
  });

  it('come before the damage that a sheet ends with', async () => {
    const book = await openBook(workbook(`${row}<row r="2"><c r="?"/></row>`), 'x');
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const batch of book.sheets[0]?.rows ?? []) seen.push(...batch);
    })();
    await expect(reading).rejects.toMatchObject({ reason: 'damaged' });
    expect(seen).toEqual(oneRow);
  });
});

describe('cells', () => {
  it('may have references with signs, in lower case, or empty ones', async () => {
    const rows = `<row r="">${inline('a', 'r="$A$1"')}${inline('b', 'r="b1"')}${inline('c', 'r=""')}</row>`;
    expect(await rowsOf(workbook(rows))).toEqual([
      { number: 1, hidden: false, cells: [text(0, 'a'), text(1, 'b'), text(2, 'c')] },
    ]);
  });

  it('may spell booleans as they like and have errors without a value', async () => {
    const rows = '<row><c t="b"><v>TRUE</v></c><c t="b"><v>False</v></c><c t="e"/><c t="e"><v/></c><c t="z"/></row>';
    expect(await cellsOf(rows)).toEqual([
      { column: 0, kind: 'boolean', value: true },
      { column: 1, kind: 'boolean', value: false },
    ]);
  });

  it('keep a number that is none as it stands, so that nobody takes half of it', async () => {
    const rows = '<row><c><v>1,234.5</v></c><c><v>12 345</v></c><c><v>97%</v></c><c t="n"><v>NaN</v></c></row>';
    expect(await cellsOf(rows)).toEqual(
      ['1,234.5', '12 345', '97%', 'NaN'].map((raw, column) => ({ column, kind: 'number', raw, format: 'plain' })),
    );
  });

  it('may take an inline text from <v>, and styles that are not there', async () => {
    const rows = '<row><c t="inlineStr"><v>甲</v></c><c s="7"><v>1</v></c></row>';
    const parts = { 'xl/styles.xml': stylesXml('<xf numFmtId="14"/>') };
    expect(await cellsOf(rows, parts)).toEqual([
      text(0, '甲'),
      { column: 1, kind: 'number', raw: '1', format: 'plain' },
    ]);
  });

  it('show a link by its text, and a value beside hyperlinks and validations', async () => {
    const sheet = `<worksheet xmlns="${MAIN}"><sheetData>${row}</sheetData><hyperlinks><hyperlink ref="A1" display="乙"/>
      </hyperlinks><dataValidations><dataValidation sqref="A1:A1048576"><formula1>1</formula1></dataValidation></dataValidations></worksheet>`;
    expect(await rowsOf(workbook('', { 'xl/worksheets/sheet1.xml': sheet }))).toEqual(oneRow);
  });
});

it('a workbook of chart sheets only has no sheets', async () => {
  const parts = {
    'xl/workbook.xml': workbookXml('<sheet name="图" sheetId="1" r:id="r1"/>'),
    'xl/_rels/workbook.xml.rels': relationships(['r1', `${OFFICE}/chartsheet`, 'chartsheets/sheet1.xml']),
  };
  expect(await read(workbook('', parts))).toEqual({ ownOutput: false, sheets: [] });
  expect(await reason(zipped({ 'xl/a.xml': '<a/>' }))).toBe('notATable');
});
