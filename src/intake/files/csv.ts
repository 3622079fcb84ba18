// Delimited text: strict about quotes, tolerant of ragged rows. A row has the number that a spreadsheet program shows.

import { Parser } from 'csv-parse';
import { type Book, type Cell, type Row, UnreadableFile } from '../sheet.ts';
import { gatherBatches } from './batches.ts';
import { type Dialect, detectDialect } from './dialect.ts';
import { type Encoding, encodingOf, headOf, utf8Chunks } from './encoding.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS } from './limits.ts';

function rowFrom(number: number, fields: readonly string[]): Row {
  const cells: Cell[] = [];
  for (let column = 0; column < fields.length; column++) {
    const text = fields[column] as string;
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

async function* csvRows(bytes: Uint8Array, encoding: Encoding, dialect: Dialect): AsyncGenerator<readonly Row[]> {
  const { delimiter, fields } = dialect;
  const batches = gatherBatches();
  let number = 0;
  let failure: Error | undefined;
  const parser = new Parser({ delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });
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
      batches.add(rowFrom(number++, record));
    } catch (error) {
      failed(error);
    }
  });
  parser.write(pattern);
  for (const chunk of utf8Chunks(bytes, encoding)) {
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
  const line = lineAt(utf8Chunks(bytes, encoding), parser.info.bytes - pattern.length);
  throw new UnreadableFile('damaged', failure.message, null, line);
}

/** A text file as a book of one sheet. */
export function openCsv(bytes: Uint8Array): Book {
  const { encoding, start } = encodingOf(bytes);
  const body = bytes.subarray(start);
  const dialect = detectDialect(headOf(body, encoding));
  const rows = { [Symbol.asyncIterator]: () => csvRows(body, encoding, dialect) };
  return { ownOutput: false, sheets: [{ name: null, hidden: false, rows, merges: [] }] };
}
