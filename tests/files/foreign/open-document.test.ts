// OpenDocument spreadsheets, packed and flat.
import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../src/files/foreign/ods/cell.ts';
import type { Cell, NumberFormat } from '../../../src/files/sheet.ts';
import { cellsOfBook, mergesOf, read, reason, rowsOf, text, zipped } from '../helpers.ts';

const NAMESPACES = ['office', 'table', 'text', 'style', 'number', 'draw', 'calcext', 'dc']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');
const MIME = 'application/vnd.oasis.opendocument.spreadsheet';

const content = (tables: string, styles = '', before = ''): string =>
  `<office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles>
  <office:body><office:spreadsheet>${before}${tables}</office:spreadsheet></office:body></office:document-content>`;
const sheet = (rows: string, name = '甲', style = ''): string =>
  `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`;
const ods = (xml: string, parts: Record<string, string> = {}): Uint8Array =>
  zipped({ mimetype: MIME, 'content.xml': xml, ...parts });
const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const cell = (attributes: string, shown = ''): string =>
  `<table:table-cell ${attributes}>${shown === '' ? '' : `<text:p>${shown}</text:p>`}</table:table-cell>`;
const number = (column: number, raw: string, format: NumberFormat = 'plain'): Cell => ({
  column,
  kind: 'number',
  raw,
  format,
});
const one = cell('office:value-type="float" office:value="1"', '1');

const STYLES = `
  <number:date-style style:name="D"><number:year/><number:text>-</number:text><number:month/></number:date-style>
  <number:date-style style:name="C"><number:hours/><number:text>:</number:text><number:minutes/></number:date-style>
  <number:percentage-style style:name="P"><number:number/><number:text>%</number:text></number:percentage-style>
  <style:style style:name="d" style:family="table-cell" style:data-style-name="D"/>
  <style:style style:name="child" style:family="table-cell" style:parent-style-name="d"/>
  <style:style style:name="c" style:family="table-cell" style:data-style-name="C"/>
  <style:style style:name="p" style:family="table-cell" style:data-style-name="P"/>
  <style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>`;

const cells = async (xml: string): Promise<readonly Cell[]> => cellsOfBook(ods(content(sheet(row(xml)), STYLES)));

describe('cells', () => {
  it('have values by their type', async () => {
    const row = [
      cell('office:value-type="float" office:value="3.20"', '3.2'),
      cell('office:value-type="percentage" office:value="0.97"', '97%'),
      cell('office:value-type="currency" office:value="800"', '￥800'),
      cell('office:value-type="date" office:date-value="2021-07-01"', '7月1日'),
      cell('office:value-type="date" office:date-value="2021-07-01T08:30:00"', '08:30'),
      cell('office:value-type="time" office:time-value="PT4H30M00S"', '04:30'),
      cell('office:value-type="boolean" office:boolean-value="true"', 'TRUE'),
      cell('office:value-type="string"', '0012'),
      cell('office:value-type="string" office:string-value="a"'),
    ].join('');
    expect(await cells(row)).toEqual([
      number(0, '3.20'),
      number(1, '0.97', 'percent'),
      number(2, '800'),
      number(3, '44378', 'date'),
      number(4, '44378.354166666666666667', 'date'),
      number(5, '0.1875', 'time'),
      { column: 6, kind: 'boolean', value: true },
      text(7, '0012'),
      text(8, 'a'),
    ]);
  });

  it('have the format of their style, also the one of the column or the parent', async () => {
    const float = (style: string) => cell(`office:value-type="float" office:value="1.5" ${style}`);
    const styled = ['d', 'child', 'c', 'p', 'none'].map((name) => float(`table:style-name="${name}"`)).join('');
    expect(await cells(styled)).toEqual([
      number(0, '1.5', 'date'),
      number(1, '1.5', 'date'),
      number(2, '1.5', 'time'),
      number(3, '1.5', 'percent'),
      number(4, '1.5'),
    ]);
    const columns =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="d"/>';
    const bytes = ods(content(sheet(columns + row(float('') + float('') + float(''))), STYLES));
    expect(await cellsOfBook(bytes)).toEqual([number(0, '1.5'), number(1, '1.5'), number(2, '1.5', 'date')]);
  });

  it('count days from 1904 where the file says so', async () => {
    const date = cell('office:value-type="float" office:value="1" table:style-name="d"');
    const before =
      '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>';
    expect(await cellsOfBook(ods(content(sheet(row(date)), STYLES, before)))).toEqual([number(0, '1', 'date1904')]);
  });

  it('tell errors and formulas without a value', async () => {
    const row = [
      cell('table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"', '#DIV/0!'),
      cell('table:formula="of:=A1" office:value-type="string"', '#N/A'),
      cell('table:formula="of:=A1"'),
      cell('office:value-type="string"', '#N/A in text'),
      cell('office:value-type="time" office:time-value="half past"', 'half past'),
      cell('office:value-type="date" office:date-value="2021-02-30"', '2021-02-30'),
    ].join('');
    expect(await cells(row)).toEqual([
      { column: 0, kind: 'error', text: '#DIV/0!' },
      { column: 1, kind: 'error', text: '#N/A' },
      { column: 2, kind: 'pending' },
      text(3, '#N/A in text'),
      text(4, 'half past'),
      text(5, '2021-02-30'),
    ]);
  });

  it('show their paragraphs, without notes and drawings', async () => {
    const shown = `<office:annotation><dc:creator>x</dc:creator><text:p>note</text:p></office:annotation>
      <draw:frame><text:p>drawn</text:p></draw:frame><text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d
      <text:span>e</text:span><text:a>f</text:a><text:ruby><text:ruby-base>g</text:ruby-base><text:ruby-text>h</text:ruby-text></text:ruby></text:p><text:p/><text:p>i</text:p>`;
    const xml = `<table:table-cell office:value-type="string">${shown}</table:table-cell>`;
    expect(await cells(xml)).toEqual([text(0, 'a   b\tc\nd efg\n\ni')]);
  });
});

it.each([
  ['PT4H30M00S', '0.1875'],
  ['PT26H', '1.083333333333333333'],
  ['P1DT2H', '1.083333333333333333'],
  ['PT0S', '0'],
  ['-PT6H', '-0.25'],
  ['PT00H00M00.500S', '0.000005787037037037'],
  ['P1M', null],
  ['P', null],
  ['PT', null],
  ['P2D', '2'],
  ['4:30', null],
])('%s is %s days', (duration, days) => {
  expect(daysOf(duration)).toBe(days);
});

describe('rows and sheets', () => {
  it('write repeated cells and rows out as far as they are filled', async () => {
    const rows =
      row(
        '<table:table-cell table:number-columns-repeated="3"/>' +
          cell('table:number-columns-repeated="2" office:value-type="string"', 'a') +
          '<table:table-cell table:number-columns-repeated="16379"/>',
        'table:number-rows-repeated="2"',
      ) +
      row('<table:table-cell/>', 'table:number-rows-repeated="1048000"') +
      row(one);
    const filled = [text(3, 'a'), text(4, 'a')];
    expect(await rowsOf(ods(content(sheet(rows))))).toEqual([
      { number: 1, hidden: false, cells: filled },
      { number: 2, hidden: false, cells: filled },
      { number: 1_048_003, hidden: false, cells: [number(0, '1')] },
    ]);
  });

  it('are too large beyond the bounds of a worksheet', async () => {
    const many = (attributes: string) => cell(`${attributes} office:value-type="string"`, 'a');
    expect(await reason(ods(content(sheet(row(one, 'table:number-rows-repeated="1048577"')))))).toBe('tooLarge');
    expect(await reason(ods(content(sheet(row(many('table:number-columns-repeated="16385"'))))))).toBe('tooLarge');
    const whole = row(many('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"');
    expect(await reason(ods(content(sheet(whole))))).toBe('tooLarge');
  });

  it('tell what is merged and what is hidden', async () => {
    const rows =
      `<table:table-header-rows>${row(
        cell('table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"', 'a') +
          '<table:covered-table-cell table:number-columns-repeated="1"/>' +
          cell('office:value-type="string"', 'b'),
      )}</table:table-header-rows>` +
      row(`<table:covered-table-cell table:number-columns-repeated="2"/>${one}`, 'table:visibility="collapse"') +
      row(one, 'table:visibility="filter"');
    const bytes = ods(content(sheet(rows) + sheet(row(one), '乙', 'hidden'), STYLES));
    const { sheets } = await read(bytes);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['甲', false],
      ['乙', true],
    ]);
    expect(sheets[0]?.rows).toEqual([
      { number: 1, hidden: false, cells: [text(0, 'a'), text(2, 'b')] },
      { number: 2, hidden: true, cells: [number(2, '1')] },
      { number: 3, hidden: true, cells: [number(0, '1')] },
    ]);
    expect(await mergesOf(bytes)).toEqual([[{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 }], []]);
  });

  it('are not those of changes, drawings and links', async () => {
    const tracked = `<table:tracked-changes><table:table-row>${one}</table:table-row></table:tracked-changes>`;
    const shapes = `<table:shapes><draw:frame><table:table>${row(one)}</table:table></draw:frame></table:shapes>`;
    const links = `<table:dde-links>${sheet(row(one))}</table:dde-links>`;
    expect(await rowsOf(ods(content(sheet(shapes + row(one)) + links, '', tracked)))).toEqual([
      { number: 1, hidden: false, cells: [number(0, '1')] },
    ]);
  });
});

describe('the file', () => {
  it('may be flat, with styles of its own', async () => {
    const date = cell('office:value-type="float" office:value="44378" table:style-name="d"');
    const xml = content(sheet(row(date)), STYLES).replaceAll('document-content', 'document');
    const flat = xml.replace('<office:document ', `<?xml version="1.0"?>\n<office:document office:mimetype="${MIME}" `);
    expect(await cellsOfBook(Buffer.from(flat))).toEqual([number(0, '44378', 'date')]);
    expect(await reason(Buffer.from(flat).subarray(0, -10))).toBe('damaged');
  });

  it('takes common styles from their part', async () => {
    const date = cell('office:value-type="float" office:value="44378" table:style-name="d"');
    const styles = `<office:document-styles ${NAMESPACES}>${STYLES}</office:document-styles>`;
    expect(await cellsOfBook(ods(content(sheet(row(date))), { 'styles.xml': styles }))).toEqual([
      number(0, '44378', 'date'),
    ]);
  });

  it('with a password says so', async () => {
    const manifest = '<!DOCTYPE manifest:manifest><manifest:manifest><manifest:encryption-data/></manifest:manifest>';
    expect(await reason(ods('\u0001', { 'META-INF/manifest.xml': manifest }))).toBe('encrypted');
  });
});
