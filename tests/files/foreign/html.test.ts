// Tables in HTML that export pages call .xls.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/files/sheet.ts';
import { cellsOfBook, mergesOf, read, reason, rowsOf, text } from '../helpers.ts';

const html = (body: string): Uint8Array => Buffer.from(`<html><body>${body}</body></html>`);
const table = (rows: string): Uint8Array => html(`<table>${rows}</table>`);

/** Rows as lists of texts, by number; a gap is null. */
async function grid(bytes: Uint8Array): Promise<Record<number, (string | null)[]>> {
  const rows = await rowsOf(bytes);
  return Object.fromEntries(
    rows.map(({ number, cells }) => {
      const texts = Array.from({ length: 1 + Math.max(...cells.map(({ column }) => column)) }, (_, column) => {
        const cell = cells.find((candidate) => candidate.column === column);
        return cell?.kind === 'text' ? cell.text : null;
      });
      return [number, texts];
    }),
  );
}

describe('text in HTML', () => {
  /** 网格员 and 张三 in GBK. */
  const gbk = (head: string) =>
    Buffer.concat([
      Buffer.from(`${head}<table><tr><td>`),
      Buffer.from('cdf8b8f1d4b1', 'hex'),
      Buffer.from('</td><td>'),
      Buffer.from('d5c5c8fd', 'hex'),
      Buffer.from('</td></tr></table>'),
    ]);
  const utf8 = (head: string) => Buffer.from(`${head}<table><tr><td>网格员</td><td>张三</td></tr></table>`);
  const utf16 = (head: string) => Buffer.from(`\ufeff${utf8(head)}`, 'utf16le');

  it.each<[string, Uint8Array]>([
    [
      'GBK that says so',
      gbk('<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>'),
    ],
    ['GBK in a short form', gbk('<html><meta charset=GBK>')],
    ['GBK that says nothing', gbk('')],
    ['GBK that says it is UTF-8', gbk('<meta charset="utf-8">')],
    ['GBK that says what nobody knows', gbk('<meta charset="x-none">')],
    ['UTF-8', utf8('<html>')],
    ['UTF-8 with a mark that says it is GBK', Buffer.concat([Buffer.from('\ufeff'), utf8('<meta charset="gbk">')])],
    ['UTF-8 that says it is UTF-16', utf8('<meta charset="utf-16">')],
    ['UTF-16', utf16('<html>')],
    ['UTF-16 the other way round', Buffer.from(utf16('<html>')).swap16()],
  ])('in %s', async (_, bytes) => {
    expect(await cellsOfBook(bytes)).toEqual([text(0, '网格员'), text(1, '张三')]);
  });

  it('stays text: codes, dates, figures', async () => {
    const values = ['0012', '330106199001011234', '2021-07-01', '97%', '4:30', '1,200', '=1+1', "'0012"];
    const cells = values.map((value) => `<td>${value}</td>`).join('');
    expect(await grid(table(`<tr>${cells}</tr>`))).toEqual({ 1: values });
  });

  it('is shown as a browser shows it', async () => {
    const cells = [
      ' a\n  b ',
      'a<br>b<br/>\n c',
      '<p>a</p> <p>b</p>',
      '&nbsp;王&nbsp;芳&nbsp;',
      '&lt;b&gt;&amp;&quot;&#39;&#x738b;&radic;',
      '&unknown;&#0;&amp',
      '<b>a</b><font color="red" title="a>b">b</font>',
      '<!-- x --><script>var a = "<td>";</script>c<style>td{}</style>',
    ];
    expect(await grid(table(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`))).toEqual({
      1: ['a b', 'a\nb\nc', 'a\nb', '王\u00a0芳', '<b>&"\'王√', '&unknown;&#0;&', 'ab', 'c'],
    });
  });
});

describe('tables in HTML', () => {
  it('may leave end tags out and use any case', async () => {
    const bytes = table('<TR><TH>a<TH>b<TR><TD>c<TD><TR><td>d</TD><TD>e</TR>');
    expect(await grid(bytes)).toEqual({ 1: ['a', 'b'], 2: ['c'], 3: ['d', 'e'] });
  });

  it('give spanning cells the room they take', async () => {
    const bytes = table(
      '<tr><th rowspan="2">姓名</th><th colspan=2>巡查</th><th rowspan=2>备注</th></tr><tr><th>时长</th><th>里程</th></tr>' +
        '<tr><td rowspan="9">a</td><td>b</td><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td><td>g</td></tr>',
    );
    expect(await grid(bytes)).toEqual({
      1: ['姓名', '巡查', null, '备注'],
      2: [null, '时长', '里程'],
      3: ['a', 'b', 'c', 'd'],
      4: [null, 'e', 'f', 'g'],
    });
    expect(await mergesOf(bytes)).toEqual([
      [
        { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 },
        { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 2 },
        { firstRow: 1, lastRow: 2, firstColumn: 3, lastColumn: 3 },
        { firstRow: 3, lastRow: 4, firstColumn: 0, lastColumn: 0 },
      ],
    ]);
  });

  it('stand one below the other, with what is written between them', async () => {
    const bytes = html(
      '<h3>巡查统计</h3>\n<table><caption>七月</caption><tr><td>a</td></tr></table>\n<div>导出时间 <b>08:00</b></div><table><tr></tr><tr><td>b</td></tr></table>',
    );
    expect(await grid(bytes)).toEqual({ 1: ['巡查统计'], 2: ['七月'], 3: ['a'], 4: ['导出时间 08:00'], 6: ['b'] });
  });

  it('are told apart from tables that only lay out a page or a cell', async () => {
    const inner = '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>';
    expect(await grid(table(`<tr><td></td><td>标题${inner}</td></tr><tr><td>e</td></tr>`))).toEqual({
      1: ['标题'],
      2: ['a', 'b'],
      3: ['c', 'd'],
      4: ['e'],
    });
    expect(await grid(table(`<tr><td>x</td><td><table><tr><td>4:30</td></tr></table></td></tr>`))).toEqual({
      1: ['x', '4:30'],
    });
  });

  it('say which rows are hidden', async () => {
    const rows = await rowsOf(table('<tr style="height:1px; display : none"><td>a<tr hidden><td>b<tr><td>c'));
    expect(rows.map(({ hidden }) => hidden)).toEqual([true, true, false]);
  });

  it.each([
    '<table><tr><td>a</td></tr>',
    '<table><tr><td>a</td><td',
    '<table><tr><td>a<!-- </table>',
    '<table><script>a</table>',
  ])('that break off are damaged: %s', async (text) => {
    expect(await reason(Buffer.from(text))).toBe('damaged');
  });

  it('are found behind comments and declarations, and have no name', async () => {
    const heads = ['\r\n<!-- x -->', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y">', '<style>td{}</style>'];
    for (const head of heads) {
      const { sheets } = await read(
        Buffer.from(`${head}<html xmlns:x="urn"><table><tr><td>a</td></tr></table></html>`),
      );
      expect(sheets).toEqual([
        { name: null, hidden: false, rows: [{ number: 1, hidden: false, cells: [text(0, 'a')] }] },
      ]);
    }
  });
});

describe('numbers beside the text', () => {
  const number = (raw: string, format: Extract<Cell, { kind: 'number' }>['format']): Cell => ({
    column: 0,
    kind: 'number',
    raw,
    format,
  });

  it.each<[string, Cell]>([
    ['<td x:num>3.2</td>', number('3.2', 'plain')],
    ['<td x:num="3.2489">3.2</td>', number('3.2489', 'plain')],
    ['<td x:num="0.9734">97%</td>', number('0.9734', 'percent')],
    ['<td x:num="3.30106199001011E+17">3.30E+17</td>', number('3.30106199001011E+17', 'plain')],
    ['<td x:num="1234.5">#####</td>', number('1234.5', 'plain')],
    ['<td x:num="44378">2021/7/1</td>', text(0, '2021/7/1')],
    ['<td x:num="0.1875">4:30</td>', text(0, '4:30')],
    ['<td x:num="x">5</td>', text(0, '5')],
    ['<td x:str>0012</td>', text(0, '0012')],
    ['<td sdval="44378" sdnum="2052;0;YYYY-MM-DD">2021-07-01</td>', number('44378', 'date')],
    ['<td sdval="0.1875" sdnum="2052;0;[H]:MM">4:30</td>', number('0.1875', 'time')],
    ['<td sdval="12">12</td>', number('12', 'plain')],
    ['<td sdval="1" sdnum="1033;0;BOOLEAN">TRUE</td>', text(0, 'TRUE')],
    ['<td sdval="0">#N/A</td>', { column: 0, kind: 'error', text: '#N/A' }],
    ['<td data-t="n" data-v="0.97" data-z="0.0%">97.0%</td>', number('0.97', 'percent')],
    ['<td data-t="s" data-v="0012">0012</td>', text(0, '0012')],
  ])('%s', async (cell, expected) => {
    expect(await cellsOfBook(table(`<tr>${cell}</tr>`))).toEqual([expected]);
  });
});

it('is too large beyond the bounds of a worksheet', async () => {
  expect(await reason(table(`<tr>${'<td>1'.repeat(16_385)}`))).toBe('tooLarge');
  expect(await reason(table('<tr><td colspan=16384 rowspan=2>1<td>2'))).toBe('tooLarge');
  expect(await reason(table(`<tr><td>${'长'.repeat(300_000)}`))).toBe('tooLarge');
  expect(await reason(Buffer.from(`${'<table><tr><td>'.repeat(300)}x${'</table>'.repeat(300)}`))).toBe('tooLarge');
});
