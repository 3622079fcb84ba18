// The words of a document from its bytes: .docx and plain text; anything else is a problem that says what to do.
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/files/document.ts';
import { wordsOf } from '../../src/problems/words.ts';
import { zipped } from './helpers.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string) =>
  zipped({ 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>` });
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

describe('text', () => {
  test.each([
    ['UTF-8', Buffer.from('一、总则\n甲')],
    ['UTF-8 with a mark', Buffer.from('\ufeff一、总则\n甲')],
    ['GB18030', Buffer.from('d2bba1a2d7dcd4f20abcd7', 'hex')],
    ['UTF-16', Buffer.from('\ufeff一、总则\n甲', 'utf16le')],
  ])('%s', async (_, bytes) => {
    expect(await readDocument(bytes, 'a.txt')).toEqual({ text: '一、总则\n甲', notes: [] });
  });
});

describe('.docx', () => {
  test.each([
    ['runs of a paragraph', `<w:p>${run('一、')}${run('总则')}</w:p><w:p>${run('甲')}</w:p>`, '一、总则\n甲\n'],
    [
      'line breaks and tabs',
      `<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>`,
      '甲\n乙\t丙\n',
    ],
    ['tab stops are no tabs', `<w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr>${run('甲')}</w:p>`, '甲\n'],
    [
      'a change that is tracked',
      `<w:p><w:ins>${run('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`,
      '新\n',
    ],
    [
      'moved text counts once',
      `<w:p><w:moveFrom>${run('甲')}</w:moveFrom></w:p><w:p><w:moveTo>${run('甲')}</w:moveTo></w:p>`,
      '\n甲\n',
    ],
    [
      'a table',
      `<w:tbl><w:tr><w:tc><w:p>${run('甲')}</w:p></w:tc><w:tc><w:p>${run('乙')}</w:p></w:tc></w:tr></w:tbl>`,
      '甲\n乙\n',
    ],
    ['a field', `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>${run('甲')}</w:p>`, '甲\n'],
  ])('%s', async (_, body, text) => {
    expect(await readDocument(docx(body), 'a.docx')).toEqual({ text, notes: [] });
  });
  test('numbers that Word counts itself are not in the text', async () => {
    const body = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>${run('总则')}</w:p>`;
    const place = { file: 'a.docx', sheet: null, row: null, column: null };
    expect(await readDocument(docx(body), 'a.docx')).toEqual({
      text: '总则\n',
      notes: [{ code: 'documentAutoNumbered', data: { paragraphs: 1 }, place }],
    });
  });
});

describe('anything else', () => {
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  test.each([
    ['nothing', Buffer.alloc(0), 'documentEmpty'],
    ['only blanks', Buffer.from(' \n\u3000'), 'documentEmpty'],
    ['a scanned page', docx('<w:p><w:r><w:drawing/></w:r></w:p>'), 'documentEmpty'],
    ['.doc and .wps', compound, 'documentFormat'],
    ['.pdf', Buffer.from('%PDF-1.7\n'), 'documentFormat'],
    ['a workbook', zipped({ 'xl/workbook.xml': '<workbook/>' }), 'documentFormat'],
    ['a web page', Buffer.from('<html><body>一、总则</body></html>'), 'documentFormat'],
    ['a password', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), 'documentEncrypted'],
    ['half a file', docx(`<w:p>${run('甲')}</w:p>`).slice(0, 60), 'documentDamaged'],
    ['XML that does not end', zipped({ 'word/document.xml': '<w:document>' }), 'documentDamaged'],
    ['no known encoding', Buffer.from('61ff2c62', 'hex'), 'documentEncoding'],
  ])('%s: %#', async (_, bytes, code) => {
    const result = await readDocument(bytes, 'a');
    if (!('problem' in result)) throw new Error(result.text);
    expect(result.problem.code).toBe(code);
    const { message, remedy } = wordsOf(result.problem);
    expect(message).toMatch(/^文/);
    expect(remedy).toMatch(/^请/);
  });
});
