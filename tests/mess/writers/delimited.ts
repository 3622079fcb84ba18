/** Text files: CSV, TSV and semicolons, each encoding; and the bare HTML of old export pages. */
import type { Dice } from '../dice.ts';
import type { MessCell, MessSheet } from '../model.ts';
import type { Writer } from './writer.ts';

const shown = (cell: MessCell | null | undefined): string => {
  if (!cell) return '';
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'number') return String(cell.value);
  throw new Error(`a text file has no cell of kind ${cell.kind}`);
};

const widthOf = (sheet: MessSheet): number => Math.max(...sheet.rows.map((row) => row.length));

function delimited(sheet: MessSheet, separator: string, dice: Dice): string {
  const end = dice.draw('line ends', { CRLF: 2, LF: 1 }) === 'CRLF' ? '\r\n' : '\n';
  const quoteAll = dice.does('cells', 'every field quoted', 0.2);
  const field = (text: string): string =>
    quoteAll || text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const columns = Array.from({ length: widthOf(sheet) }, (_, index) => index);
  return sheet.rows.map((row) => columns.map((index) => field(shown(row[index]))).join(separator) + end).join('');
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

let codes: ReadonlyMap<string, readonly number[]> | undefined;

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** GB18030 of the basic plane: the runtime's decoder turned round, two bytes before four. */
function gb18030Codes(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const map = new Map<string, readonly number[]>();
  const learn = (...bytes: number[]): void => {
    const char = decoder.decode(Uint8Array.from(bytes));
    if ([...char].length === 1 && char !== '\ufffd' && !map.has(char)) map.set(char, bytes);
  };
  for (const lead of range(0x81, 0xfe)) for (const trail of range(0x40, 0xfe)) learn(lead, trail);
  for (const first of range(0x81, 0x84)) {
    for (const second of range(0x30, 0x39)) {
      for (const third of range(0x81, 0xfe))
        for (const fourth of range(0x30, 0x39)) learn(first, second, third, fourth);
    }
  }
  return map;
}

function gb18030(text: string): Uint8Array {
  codes ??= gb18030Codes();
  const known = codes;
  const bytes: number[] = [];
  for (const char of text) {
    const code = char < '\u0080' ? [char.charCodeAt(0)] : known.get(char);
    if (!code) throw new Error(`not in the basic plane: ${char}`);
    bytes.push(...code);
  }
  return Uint8Array.from(bytes);
}

const textWriter = (
  name: string,
  extension: string,
  separator: string,
  encode: (text: string) => Uint8Array,
): Writer => ({
  name,
  typed: false,
  merges: false,
  hiddenRows: false,
  manySheets: false,
  hiddenSheets: false,
  extension,
  write: ([sheet], dice) => encode(delimited(sheet as MessSheet, separator, dice)),
});

export const csvUtf8 = textWriter('CSV, UTF-8', 'csv', ',', utf8);
export const csvBom = textWriter('CSV, UTF-8 with BOM', 'csv', ',', (text) => utf8(`\ufeff${text}`));
export const csvUtf16 = textWriter('CSV, UTF-16LE', 'csv', ',', utf16);
export const csvGb18030 = textWriter('CSV, GB18030', 'csv', ',', gb18030);
export const tsvUtf16 = textWriter('TSV, UTF-16LE', 'txt', '\t', utf16);
export const tsvGb18030 = textWriter('TSV, GB18030', 'xls', '\t', gb18030);
export const semicolons = textWriter('semicolons, UTF-8', 'csv', ';', utf8);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

function page(sheet: MessSheet, charset: string): string {
  const covered = new Set<string>();
  const spans = new Map<string, string>();
  for (const { top, bottom, left, right } of sheet.merges) {
    for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) covered.add(`${r} ${c}`);
    covered.delete(`${top} ${left}`);
    spans.set(`${top} ${left}`, ` rowspan=${bottom - top + 1} colspan=${right - left + 1}`);
  }
  const columns = Array.from({ length: widthOf(sheet) }, (_, index) => index);
  const rows = sheet.rows.map((row, r) => {
    const open = columns.filter((c) => !covered.has(`${r} ${c}`));
    const cells = open.map((c) => `<td${spans.get(`${r} ${c}`) ?? ''}>${escaped(shown(row[c])) || '&nbsp;'}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<html><head>${charset}<title>导出</title></head><body><table border="1">\r\n${rows.join('\r\n')}\r\n</table></body></html>`;
}

const pageWriter = (name: string, charset: string, encode: (text: string) => Uint8Array): Writer => ({
  name,
  typed: false,
  merges: true,
  hiddenRows: false,
  manySheets: false,
  hiddenSheets: false,
  extension: 'xls',
  write: ([sheet]) => encode(page(sheet as MessSheet, charset)),
});

export const gbkPage = pageWriter(
  'HTML, GBK',
  '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
  gb18030,
);
export const barePage = pageWriter('HTML, GBK without charset', '', gb18030);
