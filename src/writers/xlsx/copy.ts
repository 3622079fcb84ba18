// A marked copy of an input into the bytes of an .xlsx file.
import type { Style, Workbook } from 'exceljs';
import type { CopyCell, CopyModel, CopyRow, CopySheet } from '../../views/workbook/copy.ts';
import { bytesOf, newWorkbook } from './file.ts';
import { textWidth } from './measure.ts';
import { type Noted, noteOf, notesPart, type PlacedNote, withNoteSizes } from './notes.ts';
import { BODY, solid } from './styles.ts';
import { cellText } from './text.ts';

const A4 = 9;
const DEFAULT_WIDTH = 9;
const DEFAULT_HEIGHT = 15;
const LINE_HEIGHT = 14.5;
const [NARROWEST, WIDEST] = [6, 42];
const PADDING = 2;

const FORMATS: Record<CopyCell['format'], string> = {
  text: '@',
  general: 'General',
  percent: '0.##%',
  date: 'yyyy-mm-dd',
  dateTime: 'yyyy-mm-dd hh:mm:ss',
  time: '[h]:mm:ss',
};

const FILLS = { error: 'FFFFB3B3', warning: 'FFFFE699', notice: 'FFDDEBF7' } as const;

/** What a value of each format takes, at the least, in half-width characters. */
const SHOWN_WIDTH: Partial<Record<CopyCell['format'], number>> = { date: 10, dateTime: 19, time: 9 };

const widthOfCell = ({ value, format }: CopyCell): number =>
  SHOWN_WIDTH[format] ?? (value === null ? 0 : textWidth(String(value)));

function columnWidths(rows: readonly CopyRow[], isMerged: (row: number, column: number) => boolean): number[] {
  const widths: number[] = [];
  for (const { number, cells } of rows) {
    for (const cell of cells) {
      const needed = isMerged(number, cell.column) ? 0 : widthOfCell(cell);
      widths[cell.column] = Math.max(widths[cell.column] ?? NARROWEST, Math.min(WIDEST, needed) + PADDING);
    }
  }
  return widths;
}

const linesIn = ({ value }: CopyCell): number => (typeof value === 'string' ? value.split('\n').length : 1);

const styles = new Map<string, Partial<Style>>();

function styleOf({ format, mark, value }: CopyCell, isCentred: boolean): Partial<Style> {
  const wraps = typeof value === 'string' && value.includes('\n');
  const key = `${format} ${mark ?? ''} ${wraps} ${isCentred}`;
  const found = styles.get(key);
  if (found) return found;
  const style: Partial<Style> = {
    font: BODY,
    numFmt: FORMATS[format],
    alignment: { vertical: 'middle', wrapText: wraps, ...(isCentred && { horizontal: 'center' }) },
    ...(mark && { fill: solid(FILLS[mark]) }),
  };
  styles.set(key, style);
  return style;
}

function addCopy(workbook: Workbook, { name, hidden, rows, merges, frozenRows }: CopySheet): Noted {
  const worksheet = workbook.addWorksheet(name, {
    state: hidden ? 'hidden' : 'visible',
    properties: { defaultColWidth: DEFAULT_WIDTH },
    views: frozenRows > 0 ? [{ state: 'frozen', xSplit: 0, ySplit: frozenRows }] : [],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      showGridLines: true,
      ...(frozenRows > 0 && { printTitlesRow: `1:${frozenRows}` }),
    },
  });
  const firsts = new Set(merges.map(({ firstRow, firstColumn }) => `${firstRow},${firstColumn}`));
  const isMerged = (row: number, column: number) => firsts.has(`${row},${column}`);
  const widths = columnWidths(rows, isMerged);
  widths.forEach((width, column) => {
    worksheet.getColumn(column + 1).width = width;
  });
  const notes: PlacedNote[] = [];
  const heights = new Map<number, number>();
  for (const { number, hidden: isHidden, cells } of rows) {
    const row = worksheet.getRow(number);
    row.hidden = isHidden;
    for (const cell of cells) {
      const target = row.getCell(cell.column + 1);
      target.value = typeof cell.value === 'string' ? cellText(cell.value) : cell.value;
      target.style = styleOf(cell, isMerged(number, cell.column));
      if (cell.note === null) continue;
      const text = cellText(cell.note);
      target.note = noteOf(text);
      notes.push({ row: number - 1, column: cell.column, text });
    }
    const lines = Math.max(1, ...cells.map(linesIn));
    if (lines > 1) {
      row.height = lines * LINE_HEIGHT + 4;
      heights.set(number - 1, row.height);
    }
    if (isHidden) heights.set(number - 1, 0);
  }
  for (const { firstRow, firstColumn, lastRow, lastColumn } of merges) {
    worksheet.mergeCells(firstRow, firstColumn + 1, lastRow, lastColumn + 1);
  }
  const grid = {
    widthOf: (column: number) => widths[column] ?? DEFAULT_WIDTH,
    heightOf: (row: number) => heights.get(row) ?? DEFAULT_HEIGHT,
  };
  return { notes, grid };
}

/** Equal copies give equal bytes under any clock, time zone and locale. */
export async function copyBytes({ title, sheets }: CopyModel): Promise<Uint8Array> {
  const workbook = await newWorkbook(title);
  const drawings = new Map<string, Noted>();
  sheets.forEach((sheet, index) => {
    drawings.set(notesPart(index), addCopy(workbook, sheet));
  });
  const shown = sheets.findIndex(({ hidden }) => !hidden);
  workbook.views = [
    { x: 0, y: 0, width: 20000, height: 12000, firstSheet: 0, activeTab: Math.max(0, shown), visibility: 'visible' },
  ];
  return bytesOf(workbook, (part, xml) => {
    const written = drawings.get(part);
    return written ? withNoteSizes(xml, written.notes, written.grid) : xml;
  });
}
