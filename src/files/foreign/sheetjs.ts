// What SheetJS reads, as sheets. Runs in a worker: it neither bounds time nor memory.
import { type CellObject, CFB, read, SSF, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { classifyFormat, paddedText, paddingFormat } from '../formats.ts';
import { type Cell, type NumberFormat, type Range, type Row, UnreadableFile } from '../sheet.ts';
import { openZip } from '../zip.ts';
import { type HeldSheet, rowKeeper, textCell } from './held.ts';
import type { ForeignAnswer, ForeignFormat } from './reader.ts';
import { chineseFormats, repackXlsb } from './xlsb.ts';

/** The code pages that old workbooks write their texts in, by what Node.js decodes. */
const LABELS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  65001: 'utf-8',
};

const decoders = new Map<number, InstanceType<typeof TextDecoder>>();

function decoderOf(codepage: number) {
  const windows = codepage >= 1250 && codepage <= 1258 ? `windows-${codepage}` : 'windows-1252';
  const decoder = decoders.get(codepage) ?? new TextDecoder(LABELS[codepage] ?? windows, { ignoreBOM: true });
  decoders.set(codepage, decoder);
  return decoder;
}

/** The part of SheetJS's table of code pages that reading needs. */
const codepages = {
  utils: {
    decode: (codepage: number, bytes: ArrayLike<number>): string => decoderOf(codepage).decode(Uint8Array.from(bytes)),
  },
};

const EOF = 0x000a;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
const BEGINNINGS: readonly number[] = [0x0009, 0x0209, 0x0409, 0x0809];

const damaged = (detail: string): UnreadableFile => new UnreadableFile('damaged', `BIFF: ${detail}`);

/**
 * Whether a BIFF stream is whole: SheetJS leaves out without a word what a broken stream does not hold any more. Throws where
 * the stream is encrypted, breaks off, or lacks a sheet that its directory names.
 */
function checkBiff(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const beginnings = new Set<number>();
  const sheets: number[] = [];
  let depth = 0;
  let at = 0;
  while (at + 4 <= stream.length) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const begins = BEGINNINGS.includes(type);
    if (depth === 0 && !begins) break; // what follows the last substream is no record
    if (at + 4 + length > stream.length) throw damaged('a record beyond the end');
    if (begins) {
      beginnings.add(at);
      depth++;
    } else if (type === EOF) depth--;
    else if (type === FILE_PASS) throw new UnreadableFile('encrypted', 'BIFF: FilePass');
    else if (type === BOUND_SHEET && length >= 4) sheets.push(view.getUint32(at + 4, true));
    at += 4 + length;
  }
  if (beginnings.size === 0) throw damaged('no beginning');
  if (depth > 0) throw damaged('no end');
  if (!sheets.every((position) => beginnings.has(position))) throw damaged('a sheet is missing');
}

const OPTIONS = { dense: true, raw: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false } as const;
/** What texts of old workbooks without a code page are in. */
const CHINESE = 936;

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function formatOf(code: unknown, date1904: boolean): NumberFormat {
  const format = typeof code === 'string' ? classifyFormat(code) : 'plain';
  return date1904 && format === 'date' ? 'date1904' : format;
}

function numberCell(column: number, raw: string, code: unknown, date1904: boolean): Cell {
  const cell = { column, kind: 'number', raw, format: formatOf(code, date1904) } as const;
  const pad = typeof code === 'string' ? paddingFormat(code) : null;
  const shows = pad === null ? null : paddedText(pad, raw);
  return shows === null ? cell : { ...cell, shows };
}

function cellFrom(column: number, cell: CellObject, date1904: boolean, sheet: string): Cell | null {
  switch (cell.t) {
    case 'n':
      if (!Number.isFinite(cell.v)) return { column, kind: 'error', text: '#NUM!' };
      return numberCell(column, String(cell.v), cell.z, date1904);
    case 's':
      return textCell(column, String(cell.v ?? ''), sheet);
    case 'b':
      return { column, kind: 'boolean', value: cell.v === true };
    case 'e':
      return { column, kind: 'error', text: ERRORS[Number(cell.v)] ?? '#ERROR' };
    default:
      return null;
  }
}

/** Existing rows and cells only: the extent of a sheet may be anything. */
function rowsOf(sheet: WorkSheet, name: string, date1904: boolean, keep: ReturnType<typeof rowKeeper>): Row[] {
  const rows: Row[] = [];
  const data: readonly (readonly CellObject[])[] = sheet['!data'] ?? [];
  for (const index of Object.keys(data).map(Number)) {
    const line = data[index] ?? [];
    const cells = Object.keys(line)
      .map(Number)
      .map((column) => cellFrom(column, line[column] as CellObject, date1904, name))
      .filter((cell) => cell !== null);
    keep(rows, { number: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells }, name);
  }
  return rows;
}

const mergesOf = (sheet: WorkSheet): Range[] =>
  (sheet['!merges'] ?? []).map(({ s, e }) => ({
    firstRow: s.r + 1,
    lastRow: e.r + 1,
    firstColumn: s.c,
    lastColumn: e.c,
  }));

function sheetsOf(workbook: WorkBook): HeldSheet[] {
  const keep = rowKeeper();
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const states = new Map(workbook.Workbook?.Sheets?.map(({ name, Hidden }) => [name, Hidden]));
  return workbook.SheetNames.flatMap((name): HeldSheet[] => {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined) throw new UnreadableFile('damaged', 'a sheet is missing', name);
    if (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') return []; // charts, macros, dialogs
    const rows = rowsOf(sheet, name, date1904, keep);
    return [{ name, hidden: (states.get(name) ?? 0) > 0, rows, merges: mergesOf(sheet) }];
  });
}

interface Stream {
  readonly name: string;
  readonly type: number;
  readonly size: number;
  readonly content?: Uint8Array;
}

/** The stream of the workbook in a compound file. */
function workbookStream(bytes: Uint8Array): Uint8Array {
  const streams: readonly Stream[] = CFB.read(Buffer.from(bytes), { type: 'buffer' }).FileIndex;
  const named = (wanted: string) => streams.find(({ name, type }) => type === 2 && name.toLowerCase() === wanted);
  if (named('encryptedpackage')) throw new UnreadableFile('encrypted', 'EncryptedPackage');
  const stream = named('workbook') ?? named('book');
  if (stream === undefined) throw new UnreadableFile('notATable', 'a compound file without a workbook');
  if (stream.content?.length !== stream.size) throw new UnreadableFile('damaged', 'the workbook stream breaks off');
  return stream.content;
}

function readBiff(stream: Uint8Array): WorkBook {
  checkBiff(stream);
  for (const { id, code } of chineseFormats()) SSF.load(code, id);
  return read(Buffer.from(stream), { ...OPTIONS, type: 'buffer', codepage: CHINESE });
}

async function workbookOf(bytes: Uint8Array, format: ForeignFormat): Promise<WorkBook> {
  switch (format) {
    case 'compound':
      return readBiff(workbookStream(bytes));
    case 'biff':
      return readBiff(bytes);
    case 'xlsb':
      return read(await repackXlsb(await openZip(bytes)), { ...OPTIONS, type: 'buffer' });
  }
}

/** Whatever SheetJS throws means that the file does not hold together; memory it could not get, that it is too large. */
function failure(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (/password|encrypt/i.test(detail)) return new UnreadableFile('encrypted', detail);
  const memory = error instanceof RangeError && /allocation|string length|array length/i.test(detail);
  return new UnreadableFile(memory ? 'tooLarge' : 'damaged', detail);
}

export async function readBySheetJs(bytes: Uint8Array, format: ForeignFormat): Promise<ForeignAnswer> {
  set_cptable(codepages);
  try {
    return { sheets: sheetsOf(await workbookOf(bytes, format)) };
  } catch (error) {
    const { reason, detail } = failure(error);
    return { reason, detail };
  }
}
