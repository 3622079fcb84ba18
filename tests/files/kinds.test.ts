// Files that are no workbook, told apart by their bytes whatever they are called.
import { describe, expect, it } from 'vitest';
import { read, reason, rowsOf, text, workbook, workbookXml, zipped } from './helpers.ts';

const ascii = (value: string) => Buffer.from(value, 'latin1');
const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

describe('kinds of files', () => {
  it.each<[string, string, Uint8Array]>([
    ['no bytes', 'empty', new Uint8Array(0)],
    ['a compound file that is none', 'damaged', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['BIFF that breaks off', 'damaged', Buffer.from('0908080000050500', 'hex')],
    ['.xlsb without parts', 'damaged', zipped({ 'xl/workbook.bin': 'x' })],
    ['.ods without content', 'damaged', zipped({ mimetype: ODS })],
    ['.ods of something else', 'damaged', zipped({ mimetype: ODS, 'content.xml': 'x' })],
    ['.odt', 'notATable', zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': 'x' })],
    ['a JSON object', 'notATable', ascii('{\n  "type": "FeatureCollection"\n}')],
    ['a JSON list', 'notATable', ascii('[{"id": 1}]')],
    ['.docx', 'notATable', workbook('', { 'xl/workbook.xml': '<w:document xmlns:w="w"><w:body/></w:document>' })],
    ['a zip of something else', 'notATable', zipped({ '说明.txt': '甲' })],
    ['an empty zip', 'notATable', zipped({})],
    ['HTML without a table', 'notATable', ascii('<html><body>\xc7\xeb\xb5\xc7\xc2\xbc</body></html>')],
    ['HTML that breaks off', 'damaged', ascii('\xef\xbb\xbf<!DOCTYPE html><table>')],
    ['XML 2003 that breaks off', 'damaged', ascii('<?xml version="1.0"?>\n<Workbook xmlns="urn">')],
    ['other XML', 'notATable', ascii('<?xml version="1.0"?><gpx/>')],
    ['SYLK', 'legacyFormat', ascii('ID;PWXL;N;E\r\n')],
    ['a web archive', 'legacyFormat', ascii('MIME-Version: 1.0\r\n')],
    ['Lotus 1-2-3', 'legacyFormat', Buffer.from('0000020006040600', 'hex')],
    ['PDF', 'notATable', ascii('%PDF-1.7\n')],
    ['RTF', 'notATable', ascii('{\\rtf1 a}')],
    ['PNG', 'notATable', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['JPEG', 'notATable', Buffer.from('ffd8ffe1', 'hex')],
    ['binary', 'notATable', ascii('abc\0def')],
    ['neither UTF-8 nor GB18030', 'encoding', Buffer.from('61ff2c62', 'hex')],
    ['a head of a zip', 'damaged', Buffer.from('504b03041400060008000000', 'hex')],
  ])('%s: %s', async (_, expected, bytes) => {
    expect(await reason(bytes)).toBe(expected);
  });

  it('goes by the bytes, not by the name', async () => {
    expect((await read(ascii('a,b'), '名单.xlsx')).sheets[0]?.rows).toEqual([
      { number: 1, hidden: false, cells: [text(0, 'a'), text(1, 'b')] },
    ]);
    const bytes = workbook('<row><c t="inlineStr"><is><t>甲</t></is></c></row>');
    expect((await read(bytes, '名单.csv')).sheets[0]?.name).toBe('甲');
  });

  it('reads a view into a larger buffer', async () => {
    const bytes = workbook('<row><c t="inlineStr"><is><t>甲</t></is></c></row>');
    const larger = new Uint8Array(bytes.length + 200);
    larger.set(bytes, 100);
    expect(await rowsOf(larger.subarray(100, 100 + bytes.length))).toEqual([
      { number: 1, hidden: false, cells: [text(0, '甲')] },
    ]);
  });

  it('gives a workbook without sheets as it is', async () => {
    expect(await read(workbook('', { 'xl/workbook.xml': workbookXml('') }))).toEqual({ ownOutput: false, sheets: [] });
  });
});
