// Writes a workbook of one big sheet without holding it in memory: shared strings, styled dates, numbers.
import { open } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const escaped = (text) => text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);

const PARTS = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${CONTENT}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
};

/** Entries of a zip file, one after another; sizes and checksums are filled in once they are known. */
async function zipWriter(path) {
  const file = await open(path, 'w');
  const directory = [];
  let offset = 0;
  const put = async (bytes) => {
    await file.write(bytes, 0, bytes.length, offset);
    offset += bytes.length;
  };
  const localHeader = ({ name, sum, packed, size }) => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(0x0800, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(0x21, 12);
    for (const [at, value] of [sum, packed, size].entries()) head.writeUInt32LE(value, 14 + at * 4);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, name]);
  };
  return {
    async entry(path, chunks) {
      const entry = { name: Buffer.from(path), sum: 0, packed: 0, size: 0, start: offset };
      await put(localHeader(entry));
      const deflate = createDeflateRaw({ level: 6 });
      const written = (async () => {
        for await (const bytes of deflate) {
          entry.packed += bytes.length;
          await put(bytes);
        }
      })();
      for (const text of chunks) {
        const bytes = Buffer.from(text);
        entry.sum = crc32(bytes, entry.sum);
        entry.size += bytes.length;
        if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
      }
      deflate.end();
      await written;
      const head = localHeader(entry);
      await file.write(head, 0, head.length, entry.start);
      directory.push(entry);
    },
    async end() {
      const begin = offset;
      for (const { name, sum, packed, size, start } of directory) {
        const head = Buffer.alloc(46);
        head.writeUInt32LE(0x02014b50, 0);
        head.writeUInt16LE(20, 4);
        head.writeUInt16LE(20, 6);
        head.writeUInt16LE(0x0800, 8);
        head.writeUInt16LE(8, 10);
        head.writeUInt16LE(0x21, 14);
        for (const [at, value] of [sum, packed, size].entries()) head.writeUInt32LE(value, 16 + at * 4);
        head.writeUInt16LE(name.length, 28);
        head.writeUInt32LE(start, 42);
        await put(Buffer.concat([head, name]));
      }
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(directory.length, 8);
      end.writeUInt16LE(directory.length, 10);
      end.writeUInt32LE(offset - begin, 12);
      end.writeUInt32LE(begin, 16);
      await put(end);
      await file.close();
    },
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `rows` gives an iterable of arrays of text, numbers and `{ date: serial }`; it is gone through twice. At most 26 columns. */
export async function writeBigSheet(path, rows) {
  const strings = new Map();
  const indexOf = (text) => {
    const index = strings.get(text) ?? strings.size;
    strings.set(text, index);
    return index;
  };
  const cell = (value, reference) => {
    if (typeof value === 'string') return `<c r="${reference}" t="s"><v>${indexOf(value)}</v></c>`;
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    return `<c r="${reference}" s="1"><v>${value.date}</v></c>`;
  };
  function* sheet() {
    yield `${HEADER}<worksheet xmlns="${MAIN}"><sheetData>`;
    let number = 0;
    let text = '';
    for (const row of rows()) {
      number += 1;
      text += `<row r="${number}">${row.map((value, column) => cell(value, `${LETTERS[column]}${number}`)).join('')}</row>`;
      if (text.length > 60_000) {
        yield text;
        text = '';
      }
    }
    yield `${text}</sheetData></worksheet>`;
  }
  function* sharedStrings() {
    yield `${HEADER}<sst xmlns="${MAIN}" uniqueCount="${strings.size}">`;
    for (const text of strings.keys()) yield `<si><t>${escaped(text)}</t></si>`;
    yield '</sst>';
  }
  for (const row of rows()) for (const value of row) if (typeof value === 'string') indexOf(value);
  const zip = await zipWriter(path);
  for (const [name, content] of Object.entries(PARTS)) await zip.entry(name, [HEADER, content]);
  await zip.entry('xl/sharedStrings.xml', sharedStrings());
  await zip.entry('xl/worksheets/sheet1.xml', sheet());
  await zip.end();
}
