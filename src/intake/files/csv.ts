// Delimited text: UTF-8, GB18030 or UTF-16 decided by the bytes, strict about quotes, tolerant of ragged rows.

import { isUtf8 } from 'node:buffer';
import { Parser } from 'csv-parse';
import { type Book, type Cell, type Row, UnreadableFile } from '../sheet.ts';
import { gatherBatches } from './batches.ts';
import { type Delimiter, detectDelimiter } from './delimiter.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS } from './limits.ts';

const CHUNK = 64 * 1024;

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** By byte-order mark, else UTF-8 if the bytes are, else GB18030. `start` is where the text begins. */
function encodingOf(bytes: Uint8Array): { readonly encoding: Encoding; readonly start: number } {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', start: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', start: 2 };
  const start = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  if (isUtf8(bytes)) return { encoding: 'utf-8', start };
  if (start > 0) throw new UnreadableFile('encoding', 'a UTF-8 mark before text that is not UTF-8');
  return { encoding: 'gb18030', start };
}

/** The text in pieces. */
function* decoded(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    }
    yield decoder.decode();
  } catch {
    throw new UnreadableFile('encoding', `neither UTF-8 nor ${encoding}`);
  }
}

/** The same text in UTF-8, as the parser takes it. */
function* utf8Chunks(bytes: Uint8Array, encoding: Encoding): Generator<Buffer> {
  if (encoding !== 'utf-8') {
    for (const text of decoded(bytes, encoding)) yield Buffer.from(text);
    return;
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < buffer.length; at += CHUNK) yield buffer.subarray(at, at + CHUNK);
}

function breaksIn(fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + field.split(/\r\n|\n|\r/).length - 1, 0);
}

/** Turns records into rows. `line` is the physical line where the next record begins. */
function rowCollector() {
  const batches = gatherBatches();
  let number = 0;
  let line = 1;
  let parserLine = 0;

  function add(fields: readonly string[], lines: number): void {
    number++;
    if (fields.length > MAX_COLUMNS) throw new UnreadableFile('tooLarge', 'too many columns', null, line);
    const cells: Cell[] = [];
    for (let column = 0; column < fields.length; column++) {
      const text = fields[column] as string;
      if (text === '') continue;
      if (text.length > MAX_CELL_CHARS) throw new UnreadableFile('tooLarge', 'an endless cell', null, line);
      cells.push({ column, kind: 'text', text });
    }
    // The parser counts a \r\n within quotes as two lines, so its count only tells that there are breaks.
    line += lines === parserLine + 1 ? 1 : 1 + breaksIn(fields);
    parserLine = lines;
    batches.add({ number, hidden: false, cells });
  }

  return { add, take: batches.take, line: () => line };
}

async function* csvRows(bytes: Uint8Array, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<readonly Row[]> {
  const collector = rowCollector();
  const parser = new Parser({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Records are taken here, not read from the stream: a stream that fails drops those it still holds.
    on_record: (fields: readonly string[], { lines }) => {
      collector.add(fields, lines);
      return null;
    },
  });
  let failure: Error | undefined;
  const failed = (error: Error | null | undefined): void => {
    failure ??= error ?? undefined;
  };
  parser.on('error', failed);
  const settle = (step: (done: (error?: Error | null) => void) => void): Promise<void> =>
    new Promise((resolve) => {
      step((error) => {
        failed(error);
        resolve();
      });
    });
  parser.resume();
  for (const chunk of utf8Chunks(bytes, encoding)) {
    await settle((done) => parser.write(chunk, done));
    if (failure !== undefined) break;
    yield* collector.take(false);
  }
  if (failure === undefined) await settle((done) => parser.end(done));
  yield* collector.take(true);
  if (failure instanceof UnreadableFile) throw failure;
  if (failure !== undefined) throw new UnreadableFile('damaged', failure.message, null, collector.line());
}

/** A text file as a book of one sheet. */
export function openCsv(bytes: Uint8Array): Book {
  const { encoding, start } = encodingOf(bytes);
  const body = bytes.subarray(start);
  const [head = ''] = decoded(body.subarray(0, CHUNK), encoding);
  return {
    ownOutput: false,
    sheets: [{ name: null, hidden: false, rows: csvRows(body, encoding, detectDelimiter(head)) }],
  };
}
