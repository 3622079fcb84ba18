// Delimited text in every encoding, its quotes, its row numbers.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openBook } from '../../src/files/open.ts';
import type { Row } from '../../src/files/sheet.ts';
import { failure, read, rowsOf, text } from './helpers.ts';

const utf8 = (value: string) => Buffer.from(value);
const rows = async (value: string) => rowsOf(utf8(value));
const row = (number: number, ...cells: Row['cells']): Row => ({ number, hidden: false, cells });
const plain = (number: number, ...values: string[]): Row =>
  row(number, ...values.map((value, column) => text(column, value)));

/** 网格员,补贴 in GB18030. */
const GB_HEAD = Buffer.from('cdf8b8f1d4b12cb2b9ccf90a', 'hex');

describe('delimited text', () => {
  it('is a sheet without a name', async () => {
    expect(await read(utf8('姓名,工号\n张三,0012\n'), '名单.csv')).toEqual({
      ownOutput: false,
      sheets: [{ name: null, hidden: false, rows: [plain(1, '姓名', '工号'), plain(2, '张三', '0012')] }],
    });
  });

  it('keeps every text as it is and leaves out empty fields', async () => {
    expect(await rows(' a ,,0012,"x,""y""",__proto__\n')).toEqual([
      row(1, text(0, ' a '), text(2, '0012'), text(3, 'x,"y"'), text(4, '__proto__')),
    ]);
  });

  it.each([
    ['="0012",="a,b",=""', ['0012', 'a,b']],
    ['"=""0012""","=""a""""b"""', ['0012', 'a"b']],
    ["'0012,'2021-07-01,'=1,'-3", ['0012', '2021-07-01', '=1', '-3']],
    ["'tis,x'1,'", ["'tis", "x'1", "'"]],
    ['=1+1,"=A1",=', ['=1+1', '=A1', '=']],
    ['"a\n=""1""",b', ['a\n="1"', 'b']],
  ])('takes away what guards a text: %j', async (value, expected) => {
    expect(await rows(value)).toEqual([plain(1, ...expected)]);
  });

  it('finds guards at the borders of chunks, in every encoding', async () => {
    for (let shift = 0; shift < 4; shift++) {
      const value = `${'x'.repeat(65_533 - shift)},="0012"\n="0013",\ufeff"y"\n`;
      const utf16 = Buffer.from(`\ufeff${value}`, 'utf16le');
      for (const bytes of [utf8(value), utf16, Buffer.from(utf16).swap16()]) {
        const [first, second] = await rowsOf(bytes);
        expect(first?.cells[1]).toEqual(text(1, '0012'));
        expect(second?.cells).toEqual([text(0, '0013'), text(1, 'y')]);
      }
    }
  });

  it('takes the delimiter that the first line names; that line is no row', async () => {
    expect(await rows('sep=;\na;b,c\n1;2\n')).toEqual([plain(1, 'a', 'b,c'), plain(2, '1', '2')]);
    expect(await rows('\ufeff"sep=|"\r\na|b\r\n')).toEqual([plain(1, 'a', 'b')]);
    const { reason, line } = await failure(utf8('sep=;\na;b\n"c;d\n'));
    expect([reason, line]).toEqual(['damaged', 3]);
  });

  it('leaves byte-order marks out, also of files put together', async () => {
    expect(await rows('\ufeff\ufeff"a",b\n\ufeff"c",d\n')).toEqual([plain(1, 'a', 'b'), plain(2, 'c', 'd')]);
  });

  it('passes over delimiters at the end of lines', async () => {
    expect(await rows('a,b,,,\n1,2,,,\n')).toEqual([plain(1, 'a', 'b'), plain(2, '1', '2')]);
  });

  it('knows UTF-16 without a mark', async () => {
    const bytes = Buffer.from('网格员,补贴\n张三,1200\n', 'utf16le');
    const expected = [plain(1, '网格员', '补贴'), plain(2, '张三', '1200')];
    expect(await rowsOf(bytes)).toEqual(expected);
    expect(await rowsOf(Buffer.from(bytes).swap16())).toEqual(expected);
  });

  it('refuses text with NUL characters and names the line', async () => {
    const { reason, line } = await failure(utf8(`${'姓名,工号\n'.repeat(100)}张\0三,1\n`));
    expect([reason, line]).toEqual(['damaged', 101]);
  });

  it('numbers rows as a spreadsheet program does', async () => {
    expect(await rows('a,b\n\n"c\r\nd",e\r\n,\nf\rg,h')).toEqual([
      plain(1, 'a', 'b'),
      plain(3, 'c\r\nd', 'e'),
      plain(5, 'f'),
      plain(6, 'g', 'h'),
    ]);
    expect(await rows('\n\n\nx')).toEqual([plain(4, 'x')]);
    expect(await rows('\n')).toEqual([]);
    expect(await rows('\ufeff')).toEqual([]);
  });

  it('keeps ragged rows', async () => {
    expect(await rows('标题\na,b,c\nd\ne,f,g,h\ni,j,k\n')).toEqual([
      plain(1, '标题'),
      plain(2, 'a', 'b', 'c'),
      plain(3, 'd'),
      plain(4, 'e', 'f', 'g', 'h'),
      plain(5, 'i', 'j', 'k'),
    ]);
  });

  it.each([
    ['标题\na\tb,c\nd\te\n', [plain(1, '标题'), plain(2, 'a', 'b,c'), plain(3, 'd', 'e')]],
    ['a;b\n1,5;2\n1,6;3\n', [plain(1, 'a', 'b'), plain(2, '1,5', '2'), plain(3, '1,6', '3')]],
    ['a,b\nx;y;z,1\n', [plain(1, 'a', 'b'), plain(2, 'x;y;z', '1')]],
    ['"a;b;c",d\n"e;f;g",h\n', [plain(1, 'a;b;c', 'd'), plain(2, 'e;f;g', 'h')]],
    ['one\ntwo\n', [plain(1, 'one'), plain(2, 'two')]],
  ])('finds the delimiter of %j', async (value, expected) => {
    expect(await rows(value)).toEqual(expected);
  });

  it('reads every encoding', async () => {
    const value = '网格员,补贴\n张三,1200\n';
    const expected = [plain(1, '网格员', '补贴'), plain(2, '张三', '1200')];
    const gb = Buffer.concat([GB_HEAD, Buffer.from('d5c5c8fd2c313230300a', 'hex')]);
    const utf16 = Buffer.from(`\ufeff${value}`, 'utf16le');
    for (const bytes of [utf8(value), utf8(`\ufeff${value}`), gb, utf16, Buffer.from(utf16).swap16()]) {
      expect(await rowsOf(bytes)).toEqual(expected);
    }
  });

  it('reads the four-byte characters of GB18030', async () => {
    const bytes = Buffer.concat([GB_HEAD, Buffer.from('8139ee390a', 'hex')]);
    expect(await rowsOf(bytes)).toEqual([plain(1, '网格员', '补贴'), plain(2, '㐀')]);
  });

  it('keeps characters at the borders of chunks', async () => {
    const words = '王'.repeat(50_000);
    const gbWords = Buffer.alloc(100_000, Buffer.from('cdf5', 'hex'));
    for (let shift = 1; shift <= 4; shift++) {
      const head = 'x'.repeat(shift);
      const value = `${head}\n${words}㐀𠮷\n${words}\n`;
      const utf16 = Buffer.from(`\ufeff${value}`, 'utf16le');
      const gb = [utf8(`${head}\n`), gbWords, Buffer.from('8139ee399534b235', 'hex'), utf8('\n'), gbWords, utf8('\n')];
      for (const bytes of [utf8(value), Buffer.concat(gb), utf16, Buffer.from(utf16).swap16()]) {
        const expected = [plain(1, head), plain(2, `${words}㐀𠮷`), plain(3, words)];
        // Not toEqual, whose message would be a screen of words.
        expect(isDeepStrictEqual(await rowsOf(bytes), expected)).toBe(true);
      }
    }
  });

  it.each([
    ['a,b\nc,"d\n', 2],
    ['a,b\n"x\r\ny",c\nd,e"f"\n', 4],
    ['a,"b"c\n', 1],
    ['a,b\r\n\r\n张,"李\r\n王', 3],
    ['a\nb\n"', 3],
  ])('calls stray quotes in %j damage', async (value, line) => {
    const { reason, sheet, line: where } = await failure(utf8(value));
    expect([reason, sheet, where]).toEqual(['damaged', null, line]);
    const utf16 = await failure(Buffer.from(`\ufeff${value}`, 'utf16le'));
    expect([utf16.reason, utf16.line]).toEqual(['damaged', line]);
  });

  it('yields the rows before an unclosed quote far down and names its line', async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `张三,${index}\n`).join('');
    const book = await openBook(utf8(`${lines}李四,"1\n${lines}`), 'x.csv');
    let count = 0;
    const reading = (async () => {
      for await (const batch of book.sheets[0]?.rows ?? []) count += batch.length;
    })();
    await expect(reading).rejects.toMatchObject({ reason: 'damaged', line: 50_001 });
    expect(count).toBe(50_000);
  });

  it('refuses what is in no encoding', async () => {
    const bad = Buffer.concat([GB_HEAD, Buffer.from('ff', 'hex')]);
    expect((await failure(bad)).reason).toBe('encoding');
    expect((await failure(Buffer.concat([GB_HEAD, Buffer.from('cd', 'hex')]))).reason).toBe('encoding');
    expect((await failure(Buffer.concat([utf8('\ufeff'), GB_HEAD]))).reason).toBe('encoding');
    expect((await failure(Buffer.from('\ufeffab', 'utf16le').subarray(0, -1))).reason).toBe('encoding');
    expect((await failure(Buffer.from('fffe00d8', 'hex'))).reason).toBe('encoding');
  });

  it('refuses endless cells and rows', async () => {
    expect((await failure(utf8('x'.repeat(300_000)))).reason).toBe('tooLarge');
    expect((await failure(utf8(','.repeat(16_384)))).reason).toBe('tooLarge');
    expect(await rows(`${','.repeat(16_383)}x`)).toEqual([row(1, text(16_383, 'x'))]);
  });
});
