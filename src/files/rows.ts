// The rows of a worksheet part, in batches while it inflates.
import { gatherBatches } from './batches.ts';
import {
  type CellPosition,
  cellFrom,
  type RawCell,
  readReference,
  readReferenceIn,
  type SheetContext,
  toIndex,
} from './cells.ts';
import { orderedCells, orderedRows } from './in-order.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_MERGES, MAX_ROWS, MAX_SHEET_BYTES, MAX_SORTED_BYTES } from './limits.ts';
import { readPlainCell } from './plain-cell.ts';
import type { ByteRange } from './scan.ts';
import { type Cell, type Range, type Row, type Sheet, UnreadableFile } from './sheet.ts';
import { type Attributes, isTrue, type XmlHandlers, xmlReader } from './xml.ts';
import type { Zip, ZipPart } from './zip.ts';

const UNKNOWN = -1;

/** `A1:C3` as a range, null for what is none or covers one cell only. Corners may stand in any order. */
function rangeOf(reference: string): Range | null {
  const [first, second] = reference.split(':').map((corner) => {
    const place: CellPosition = { column: 0, row: 0 };
    return readReference(corner.replaceAll('$', ''), place) ? place : null;
  });
  if (!first || !second) return null;
  return {
    firstRow: Math.min(first.row, second.row),
    lastRow: Math.max(first.row, second.row),
    firstColumn: Math.min(first.column, second.column),
    lastColumn: Math.max(first.column, second.column),
  };
}

/** Gathers rows and merged ranges from the events of a worksheet. Rows out of order are damage unless `sortable`. */
function rowCollector(context: SheetContext, merges: Range[], sortable: boolean) {
  const sheet = context.name;
  const batches = gatherBatches();
  const state = { disordered: false };
  let inData = false;
  let inRow = false;
  let inCell = false;
  let phonetic = false;
  let capture = false;
  let lastRow = 0;
  let number = 0;
  let hidden = false;
  let cells: Cell[] = [];
  let sorted = true;
  const place: CellPosition = { column: 0, row: 0 };
  const span: ByteRange = { text: '', from: 0, to: 0 };
  const cell: RawCell = {
    column: -1,
    type: undefined,
    style: 0,
    value: '',
    inline: false,
    formula: false,
    valued: false,
    values: 0,
  };

  function openRow(attributes: Attributes): void {
    inRow = true;
    const reference = attributes.get('r');
    // Unknown until a cell tells it: rows without `r` follow the last one unless their cells have references.
    number = reference === undefined || reference === '' ? UNKNOWN : Number(reference);
    hidden = isTrue(attributes.get('hidden'));
    cells = [];
    sorted = true;
    cell.column = -1;
  }

  /** A cell that says it is of another row than the one it is written in: others go by what the cell says, too. */
  function continueIn(row: number): void {
    closeRow();
    inRow = true;
    number = row;
    cells = [];
    sorted = true;
  }

  function readOddReference(reference: string): void {
    if (!readReference(reference.replaceAll('$', ''), place)) {
      throw new UnreadableFile('damaged', `cell ${reference} in row ${number}`, sheet);
    }
  }

  function openCell(attributes: Attributes): void {
    inCell = true;
    cell.column++;
    if (attributes.find('r', span) && span.to > span.from) {
      if (!readReferenceIn(span, place)) readOddReference(attributes.get('r') ?? '');
      if (number === UNKNOWN) number = place.row;
      if (place.row !== number) continueIn(place.row);
      cell.column = place.column;
    }
    if (cell.column >= MAX_COLUMNS) throw new UnreadableFile('tooLarge', 'too many columns', sheet);
    cell.type = attributes.get('t');
    cell.style = toIndex(attributes.get('s') ?? '0');
    cell.value = '';
    cell.inline = false;
    cell.formula = false;
    cell.valued = false;
    cell.values = 0;
  }

  function closeCell(): void {
    inCell = false;
    const made = cellFrom(cell, context);
    if (made === null) return;
    if (cells.length > MAX_COLUMNS * 2) throw new UnreadableFile('tooLarge', 'too many cells in one row', sheet);
    const last = cells[cells.length - 1];
    if (last !== undefined && last.column >= made.column) sorted = false;
    cells.push(made);
  }

  function closeRow(): void {
    inRow = false;
    if (number === UNKNOWN) number = lastRow + 1;
    if (!(Number.isInteger(number) && number > 0)) throw new UnreadableFile('damaged', `row ${number}`, sheet);
    if (number > MAX_ROWS) throw new UnreadableFile('tooLarge', 'too many rows', sheet);
    if (number <= lastRow) {
      if (!sortable) throw new UnreadableFile('damaged', `row ${number} after row ${lastRow}`, sheet);
      state.disordered = true;
    }
    lastRow = number;
    batches.add({ number, hidden, cells: sorted ? cells : orderedCells(cells) });
  }

  function openInCell(name: string): void {
    if (name === 'v' || name === 'is') {
      cell.value = '';
      cell.values += 1;
      if (name === 'v') cell.valued = capture = true;
      else cell.inline = true;
    } else if (name === 'f') cell.formula = true;
    else if (name === 'rPh') phonetic = true;
    else if (name === 't') capture = cell.inline && !phonetic;
  }

  function addMerge(reference: string): void {
    const range = rangeOf(reference);
    if (range === null) return;
    if (merges.length >= MAX_MERGES) throw new UnreadableFile('tooLarge', 'too many merged ranges', sheet);
    merges.push(range);
  }

  function openOutside(name: string, attributes: Attributes): void {
    if (name === 'sheetData') inData = true;
    else if (name === 'mergeCell') addMerge(attributes.get('ref') ?? '');
  }

  const handlers: XmlHandlers = {
    shortcut(text, at) {
      if (!inRow || inCell) return -1;
      const end = readPlainCell(text, at, span, place, cell);
      if (end < 0 || place.row !== number || place.column >= MAX_COLUMNS) return -1;
      closeCell();
      return end;
    },
    open(name, attributes) {
      if (inCell) openInCell(name);
      else if (!inData) openOutside(name, attributes);
      else if (name === 'c' && inRow) openCell(attributes);
      else if (name === 'row') openRow(attributes);
    },
    close(name) {
      if (!inData) return;
      if (inCell) {
        if (name === 'v' || name === 't') capture = false;
        else if (name === 'rPh') phonetic = false;
        else if (name === 'c') closeCell();
      } else if (name === 'row') closeRow();
      else if (name === 'sheetData') inData = false;
    },
    text(text) {
      if (capture && cell.value.length <= MAX_CELL_CHARS) cell.value += text;
    },
  };

  return { handlers, take: batches.take, state };
}

/** Small sheets are read as a whole, because their rows may be out of order. */
async function* sheetRows(
  zip: Zip,
  part: ZipPart,
  context: SheetContext,
  merges: Range[],
): AsyncGenerator<readonly Row[]> {
  merges.length = 0;
  if (part.size > MAX_SORTED_BYTES) {
    yield* streamedRows(zip, part, context, merges);
    return;
  }
  const collector = rowCollector(context, merges, true);
  let failure: unknown;
  try {
    const reader = xmlReader(part, collector.handlers, context.name);
    for await (const chunk of zip.chunks(part, MAX_SHEET_BYTES, context.name)) reader.write(chunk);
    reader.end();
  } catch (error) {
    failure = error;
  }
  const batches = [...collector.take(true)];
  yield* collector.state.disordered ? [orderedRows(batches.flat())] : batches;
  if (failure !== undefined) throw failure;
}

async function* streamedRows(
  zip: Zip,
  part: ZipPart,
  context: SheetContext,
  merges: Range[],
): AsyncGenerator<readonly Row[]> {
  const collector = rowCollector(context, merges, false);
  const reader = xmlReader(part, collector.handlers, context.name);
  for await (const chunk of zip.chunks(part, MAX_SHEET_BYTES, context.name)) {
    reader.write(chunk);
    yield* collector.take(false);
  }
  reader.end();
  yield* collector.take(true);
}

export function worksheet(zip: Zip, part: ZipPart, context: SheetContext): Pick<Sheet, 'rows' | 'merges'> {
  const merges: Range[] = [];
  return { rows: { [Symbol.asyncIterator]: () => sheetRows(zip, part, context, merges) }, merges };
}
