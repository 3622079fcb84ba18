// Delimited text: strict about quotes, tolerant of ragged rows. A row has the number that a spreadsheet program shows.
import { Parser } from 'csv-parse';
import { gatherBatches } from './batches.ts';
import { type Dialect, detectDialect } from './dialect.ts';
import { type Encoding, encodingOf, headOf, utf8Chunks } from './encoding.ts';
import { hasGuards, withoutGuards } from './guards.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_CSV_FIELDS, MAX_CSV_ROWS, MAX_TAG_CHARS } from './limits.ts';
import { type Book, type Cell, type Row, UnreadableFile } from './sheet.ts';

/** Before a figure or a sign, an apostrophe says that what follows is text; it is not of the text. */
const APOSTROPHE = /^'(?=[\d=+@-])/;
/** `="0012"` between quotes. */
const GUARDED = /^="([\s\S]*)"$/;

function plainField(field: string): string {
  const first = field.charCodeAt(0);
  if (first === 0x27) return field.replace(APOSTROPHE, '');
  return first === 0x3d ? field.replace(GUARDED, (_, text: string) => text.replaceAll('""', '"')) : field;
}

function rowFrom(number: number, fields: readonly string[]): Row {
  const cells: Cell[] = [];
  for (let column = 0; column < fields.length; column++) {
    const text = plainField(fields[column] as string);
    if (text.length > MAX_CELL_CHARS) throw new UnreadableFile('tooLarge', `an endless cell in row ${number}`);
    if (text !== '') cells.push({ column, kind: 'text', text });
  }
  if (fields.length > MAX_COLUMNS) throw new UnreadableFile('tooLarge', `too many columns in row ${number}`);
  return { number, hidden: false, cells };
}

/** The line (1-based) in which the byte `end` of the text in UTF-8 stands. */
function lineAt(chunks: Iterable<Buffer>, end: number): number {
  let line = 1;
  let at = 0;
  let last = 0;
  for (const chunk of chunks) {
    for (const byte of chunk) {
      if (at++ >= end) return line;
      if (byte === 13 || (byte === 10 && last !== 13)) line++;
      last = byte;
    }
  }
  return line;
}

interface Text {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  readonly guarded: boolean;
}

/** The text in UTF-8 as the parser takes it, from behind a line that declares the delimiter. */
function* chunksOf({ bytes, encoding, dialect, guarded }: Text): Generator<Buffer> {
  const chunks = utf8Chunks(bytes, encoding);
  let skipping = dialect.declared;
  for (const chunk of guarded ? withoutGuards(chunks, dialect.delimiter) : chunks) {
    const [begin] = skipping ? (/^[^\r\n]*(?:\r\n|\n|\r)/.exec(chunk.toString('latin1')) ?? ['']) : [''];
    skipping = false;
    yield chunk.subarray(begin.length);
  }
}

function checkNul(text: Text, chunk: Buffer, before: number): void {
  const at = chunk.indexOf(0);
  if (at < 0) return;
  throw new UnreadableFile('damaged', 'a NUL character', null, lineOf(text, before + at));
}

/** The line of the file in which the byte `end` of the chunks stands. */
const lineOf = (text: Text, end: number): number => lineAt(chunksOf(text), end) + (text.dialect.declared ? 1 : 0);

async function* csvRows(text: Text): AsyncGenerator<readonly Row[]> {
  const { delimiter, fields } = text.dialect;
  const batches = gatherBatches();
  let number = 0;
  let fieldCount = 0;
  let failure: Error | undefined;
  const parser = new Parser({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: MAX_TAG_CHARS,
  });
  // The parser makes an error object, slowly, for each record that is not as long as the first one, even where that is
  // allowed. So an empty one of the usual length is put before the text, as row 0; empty rows are not kept.
  const pattern = Buffer.from(`${delimiter.repeat(fields - 1)}\n`);
  const failed = (error: unknown): void => {
    if (error instanceof Error) failure ??= error;
  };
  parser.on('error', failed);
  parser.on('data', (record: readonly string[]) => {
    if (failure !== undefined) return;
    try {
      fieldCount += record.length;
      if (number > MAX_CSV_ROWS || fieldCount > MAX_CSV_FIELDS) {
        throw new UnreadableFile('tooLarge', `${fieldCount} fields in ${number} rows`);
      }
      batches.add(rowFrom(number++, record));
    } catch (error) {
      failed(error);
    }
  });
  parser.write(pattern);
  let written = 0;
  for (const chunk of chunksOf(text)) {
    checkNul(text, chunk, written);
    written += chunk.length;
    await new Promise<void>((resolve) => {
      parser.write(chunk, (error) => {
        failed(error);
        resolve();
      });
    });
    if (failure !== undefined) break;
    yield* batches.take(false);
  }
  if (failure === undefined) {
    await new Promise((resolve) => parser.once('close', resolve).end());
  }
  yield* batches.take(true);
  if (failure instanceof UnreadableFile) throw failure;
  if (failure === undefined) return;
  const end = parser.info.bytes - pattern.length;
  const line = lineOf(text, end);
  // A record without end that goes on over many lines is a quote that is not closed.
  const tooLong = isTooLong(failure) && lineOf(text, end + MAX_TAG_CHARS) === line;
  throw new UnreadableFile(tooLong ? 'tooLarge' : 'damaged', failure.message, null, line);
}

const isTooLong = (failure: Error): boolean => 'code' in failure && failure.code === 'CSV_MAX_RECORD_SIZE';

/** A text file as a book of one sheet. */
export function openCsv(bytes: Uint8Array): Book {
  const { encoding, start } = encodingOf(bytes);
  const body = bytes.subarray(start);
  const dialect = detectDialect(headOf(body, encoding));
  const text: Text = { bytes: body, encoding, dialect, guarded: hasGuards(body, encoding) };
  const rows = { [Symbol.asyncIterator]: () => csvRows(text) };
  return { ownOutput: false, sheets: [{ name: null, hidden: false, rows, merges: [] }] };
}
