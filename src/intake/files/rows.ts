// The rows of a worksheet part, in batches while it inflates.

import { type Cell, type Row, UnreadableFile } from '../sheet.ts';
import { gatherBatches } from './batches.ts';
import { cellFrom, type Place, type RawCell, readReference, type SheetContext } from './cells.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS, MAX_SHEET_BYTES } from './limits.ts';
import { type Attributes, type XmlHandlers, xmlReader } from './xml.ts';
import type { Part, Zip } from './zip.ts';

const UNKNOWN = -1;

/** Cells of one row in column order. A column twice says nothing certain. */
function ordered(cells: Cell[], sheet: string): Cell[] {
  const sorted = cells.sort((a, b) => a.column - b.column);
  if (sorted.some((cell, index) => cell.column === sorted[index - 1]?.column)) {
    throw new UnreadableFile('damaged', 'one cell written twice', sheet);
  }
  return sorted;
}

/** Gathers rows from the events of a worksheet. */
function rowCollector(context: SheetContext) {
  const sheet = context.name;
  const batches = gatherBatches();
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
  const place: Place = { column: 0, row: 0 };
  const cell: RawCell = {
    column: -1,
    type: undefined,
    style: undefined,
    value: '',
    inline: false,
    formula: false,
    valued: false,
  };

  function openRow(attributes: Attributes): void {
    inRow = true;
    // Unknown until a cell tells it: rows without `r` follow the last one unless their cells have references.
    number = attributes.r === undefined ? UNKNOWN : Number(attributes.r);
    hidden = attributes.hidden === '1' || attributes.hidden === 'true';
    cells = [];
    sorted = true;
    cell.column = -1;
  }

  function openCell(attributes: Attributes): void {
    inCell = true;
    cell.column++;
    if (attributes.r !== undefined) {
      const read = readReference(attributes.r, place);
      if (number === UNKNOWN) number = place.row;
      if (!read || place.row !== number) {
        throw new UnreadableFile('damaged', `cell ${attributes.r} in row ${number}`, sheet);
      }
      cell.column = place.column;
    }
    if (cell.column >= MAX_COLUMNS) throw new UnreadableFile('tooLarge', 'too many columns', sheet);
    cell.type = attributes.t;
    cell.style = attributes.s;
    cell.value = '';
    cell.inline = false;
    cell.formula = false;
    cell.valued = false;
  }

  function closeCell(): void {
    inCell = false;
    const made = cellFrom(cell, context);
    if (made === null) return;
    const last = cells[cells.length - 1];
    if (last !== undefined && last.column >= made.column) sorted = false;
    cells.push(made);
  }

  function closeRow(): void {
    inRow = false;
    if (number === UNKNOWN) number = lastRow + 1;
    if (!(Number.isInteger(number) && number > lastRow)) {
      throw new UnreadableFile('damaged', `row ${number} after row ${lastRow}`, sheet);
    }
    if (number > MAX_ROWS) throw new UnreadableFile('tooLarge', 'too many rows', sheet);
    lastRow = number;
    batches.add({ number, hidden, cells: sorted ? cells : ordered(cells, sheet) });
  }

  function openInCell(name: string): void {
    if (name === 'v' || name === 'is') {
      cell.value = '';
      if (name === 'v') cell.valued = capture = true;
      else cell.inline = true;
    } else if (name === 'f') cell.formula = true;
    else if (name === 'rPh') phonetic = true;
    else if (name === 't') capture = cell.inline && !phonetic;
  }

  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (inCell) openInCell(name);
      else if (!inData) inData = name === 'sheetData';
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

  return { handlers, take: batches.take };
}

export async function* sheetRows(zip: Zip, part: Part, context: SheetContext): AsyncGenerator<readonly Row[]> {
  const collector = rowCollector(context);
  const reader = xmlReader(part, collector.handlers, context.name);
  for await (const chunk of zip.chunks(part, MAX_SHEET_BYTES, context.name)) {
    reader.write(chunk);
    yield* collector.take(false);
  }
  reader.end();
  yield* collector.take(true);
}
