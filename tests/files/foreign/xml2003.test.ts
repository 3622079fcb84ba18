// SpreadsheetML 2003, which many report tools call .xls.
import { describe, expect, it } from 'vitest';
import type { Cell, NumberFormat } from '../../../src/files/sheet.ts';
import { cellsOfBook, mergesOf, read, reason, rowsOf, text } from '../helpers.ts';

const URN = 'urn:schemas-microsoft-com:office:spreadsheet';
const workbook = (sheets: string, before = ''): string =>
  `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>
  <Workbook xmlns="${URN}" xmlns:ss="${URN}" xmlns:x="urn:schemas-microsoft-com:office:excel">${before}${sheets}</Workbook>`;
const sheet = (rows: string, name = '甲', options = ''): string =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${options}</Worksheet>`;
const data = (type: string, value: string, attributes = ''): string =>
  `<Cell ${attributes}><Data ss:Type="${type}">${value}</Data></Cell>`;
const bytes = (xml: string): Uint8Array => Buffer.from(xml);
const number = (column: number, raw: string, format: NumberFormat = 'plain'): Cell => ({
  column,
  kind: 'number',
  raw,
  format,
});

const FORMATS = {
  date: 'Short Date',
  iso: 'yyyy\\-mm\\-dd',
  time: '[h]:mm',
  clock: 'Short Time',
  percent: 'Percent',
  plain: 'Standard',
  general: 'General Number',
};
const STYLES = `<Styles><Style ss:ID="Default"/>${Object.entries(FORMATS)
  .map(([id, format]) => `<Style ss:ID="${id}"><NumberFormat ss:Format="${format}"/></Style>`)
  .join('')}<Style ss:ID="child" ss:Parent="iso"><Font/></Style></Styles>`;

const cells = (row: string, before = STYLES): Promise<readonly Cell[]> =>
  cellsOfBook(bytes(workbook(sheet(`<Row>${row}</Row>`), before)));

describe('cells', () => {
  it('have values by their type', async () => {
    const row = [
      data('Number', '3.20'),
      data('String', '0012'),
      data('Boolean', '1'),
      data('Error', '#N/A'),
      data('DateTime', '2021-07-01T00:00:00.000'),
      data('String', 'a&#10;b &lt;'),
      '<Cell/>',
      '<Cell ss:Formula="=RC[-1]"/>',
      data('Number', '2', 'ss:Formula="=1+1"'),
      '<Cell><ss:Data ss:Type="String" xmlns="x"><B>粗</B><Font>体</Font></ss:Data><Comment><ss:Data>no</ss:Data></Comment></Cell>',
      data('DateTime', 'soon'),
    ].join('');
    expect(await cells(row)).toEqual([
      number(0, '3.20'),
      text(1, '0012'),
      { column: 2, kind: 'boolean', value: true },
      { column: 3, kind: 'error', text: '#N/A' },
      number(4, '44378', 'date'),
      text(5, 'a\nb <'),
      { column: 7, kind: 'pending' },
      number(8, '2'),
      text(9, '粗体'),
      text(10, 'soon'),
    ]);
  });

  it('have the format of their style, its parent, the row or the column', async () => {
    const styled = [...Object.keys(FORMATS), 'child'].map((id) => data('Number', '1', `ss:StyleID="${id}"`)).join('');
    expect((await cells(styled)).map((cell) => (cell.kind === 'number' ? cell.format : null))).toEqual([
      'date',
      'date',
      'time',
      'time',
      'percent',
      'plain',
      'plain',
      'date',
    ]);
    const rows = `<Column/><Column ss:StyleID="date" ss:Span="1"/><Row>${data('Number', '1').repeat(4)}</Row>
      <Row ss:StyleID="time">${data('Number', '1')}</Row>`;
    expect(await cellsOfBook(bytes(workbook(sheet(rows), STYLES)))).toEqual([
      number(0, '1'),
      number(1, '1', 'date'),
      number(2, '1', 'date'),
      number(3, '1'),
      number(0, '1', 'time'),
    ]);
  });

  it('read times without a date, and dates of 1904', async () => {
    const times = ['1899-12-31T04:30:00.000', '1899-12-30T04:30:00', '1900-01-01T02:00:00.000'];
    expect(await cells(times.map((time) => data('DateTime', time, 'ss:StyleID="time"')).join(''))).toEqual([
      number(0, '0.1875', 'time'),
      number(1, '0.1875', 'time'),
      number(2, '1.083333333333333333', 'time'),
    ]);
    const settings = '<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook>';
    const row = data('Number', '42916', 'ss:StyleID="date"') + data('DateTime', '2021-07-01T00:00:00.000');
    expect(await cells(row, settings + STYLES)).toEqual([number(0, '42916', 'date1904'), number(1, '44378', 'date')]);
  });
});

describe('rows and sheets', () => {
  it('leave out rows and columns by index, span and merge', async () => {
    const rows = `<Row ss:Index="2" ss:Span="2"/><Row>${data('String', 'a', 'ss:Index="2" ss:MergeAcross="1" ss:MergeDown="1"')}${data('String', 'b')}</Row>
      <Row ss:Hidden="1">${data('String', 'c')}</Row>`;
    const file = bytes(workbook(sheet(rows)));
    expect(await rowsOf(file)).toEqual([
      { number: 5, hidden: false, cells: [text(1, 'a'), text(3, 'b')] },
      { number: 6, hidden: true, cells: [text(0, 'c')] },
    ]);
    expect(await mergesOf(file)).toEqual([[{ firstRow: 5, lastRow: 6, firstColumn: 1, lastColumn: 2 }]]);
  });

  it('tell what is hidden', async () => {
    const hidden = (state: string) => `<x:WorksheetOptions><x:Visible>${state}</x:Visible></x:WorksheetOptions>`;
    const file = workbook(
      sheet('', '甲') + sheet('', '乙', hidden('SheetHidden')) + sheet('', '丙', hidden('SheetVeryHidden')),
    );
    expect((await read(bytes(file))).sheets.map((found) => [found.name, found.hidden])).toEqual([
      ['甲', false],
      ['乙', true],
      ['丙', true],
    ]);
  });

  it.each([
    ['<Row ss:Index="2"/><Row ss:Index="1"/>', 'damaged'],
    ['<Row ss:Index="x"/>', 'damaged'],
    ['<Row ss:Index="1048577"/>', 'tooLarge'],
    ['<Row><Cell ss:Index="16385"/></Row>', 'tooLarge'],
    ['<Row><Cell></Row>', 'damaged'],
  ])('%s is %s', async (rows, expected) => {
    expect(await reason(bytes(workbook(sheet(rows))))).toBe(expected);
  });
});

it('is read in the encoding that it declares, with any prefix', async () => {
  const [before = '', after = ''] = workbook(sheet(`<Row>${data('String', '网格员')}</Row>`)).split('网格员');
  const head = before.replace('version="1.0"', 'version="1.0" encoding="GB2312"').replace('甲', 'a');
  const gbk = Buffer.concat([Buffer.from(head), Buffer.from('cdf8b8f1d4b1', 'hex'), Buffer.from(after)]);
  expect(await cellsOfBook(gbk)).toEqual([text(0, '网格员')]);
  const prefixed = `<q:Workbook xmlns:q="${URN}"><q:Worksheet q:Name="a"><q:Table><q:Row><q:Cell q:Index="2"><q:Data q:Type="Number">1</q:Data></q:Cell></q:Row></q:Table></q:Worksheet></q:Workbook>`;
  expect(await cellsOfBook(bytes(prefixed))).toEqual([number(1, '1')]);
});
