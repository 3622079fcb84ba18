// One sheet of the model into an exceljs worksheet.
import type { CellValue as ExcelValue, Row, Style, Workbook, Worksheet } from 'exceljs';
import { columnLetter } from '../../model/source.ts';
import type { Formula } from '../../views/workbook/formula.ts';
import {
  type Cell,
  type CellValue,
  cellOf,
  plainOf,
  type RowLink,
  type SheetLine,
  type SheetModel,
} from '../../views/workbook/model.ts';
import { addAlarms } from './alarms.ts';
import { addBars } from './bars.ts';
import { formulaText, type Positions, quotedSheet } from './formula.ts';
import { heightOf, type Layout, type Span, shownText, spread } from './layout.ts';
import { hrefOf } from './links.ts';
import { type Noted, noteOf } from './notes.ts';
import { A4, MARGINS, scaleFor } from './pages.ts';
import {
  cellStyle,
  entryStyle,
  HEADER_STYLE,
  lineStyle,
  REQUIRED_HEADER_STYLE,
  TITLE_SCALE,
  TITLE_STYLE,
} from './styles.ts';
import { cellText } from './text.ts';
import { addValidations } from './validations.ts';

/** Where a linked row stands. */
const addressOf = ({ sheet, row }: RowLink, at: Positions): string => `#${quotedSheet(sheet)}!A${at.row(sheet, row)}`;

/** A formula with its cached value. */
function liveValue(formula: Formula, value: CellValue, own: string, at: Positions): ExcelValue {
  const result = typeof value === 'string' ? cellText(value) : value;
  const live = { formula: formulaText(formula, own, at), date1904: false };
  return result === null ? live : { ...live, result };
}

export function excelValue(cell: Cell, own: string, at: Positions): ExcelValue {
  const { value, formula, link, href } = cellOf(cell);
  if (formula !== undefined) return liveValue(formula, value, own, at);
  if (typeof value !== 'string') return value;
  if (href !== undefined) return { text: cellText(value), hyperlink: hrefOf(href) };
  return link === undefined ? cellText(value) : { text: cellText(value), hyperlink: addressOf(link, at) };
}

function writeRow(row: Row, cells: readonly Cell[], model: SheetModel, layout: Layout, at: Positions): void {
  model.columns.forEach((column, index) => {
    const cell = cells[index] ?? null;
    const { value, kind, decimals, style, formula } = cellOf(cell);
    const target = row.getCell(index + 1);
    target.value = excelValue(cell, model.name, at);
    const isText = typeof value === 'string' && formula === undefined;
    target.style = cellStyle(column.align, kind ?? (isText ? 'text' : column.kind), decimals, style);
  });
  row.height = heightOf(
    model.columns.map(({ kind }, index) => [shownText(cells[index] ?? null, kind), layout.widths[index] as number]),
    model.rowHeight,
  );
}

function writeMerged(
  worksheet: Worksheet,
  row: number,
  { text, from, to }: Pick<Span, 'text' | 'from' | 'to'>,
  style: Partial<Style>,
  at: Positions,
): void {
  const cell = worksheet.getCell(row, from + 1);
  if (typeof text === 'string') cell.value = text === '' ? null : cellText(text);
  else cell.value = liveValue(text.formula, text.text, worksheet.name, at);
  cell.style = style;
  if (to > from) worksheet.mergeCells(row, from + 1, row, to + 1);
}

function writeLine(worksheet: Worksheet, row: number, line: SheetLine, { widths }: Layout, at: Positions): void {
  const spans = spread(line, widths);
  for (const span of spans) writeMerged(worksheet, row, span, lineStyle(span.align), at);
  const widthOf = (from: number, to: number) => widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0);
  worksheet.getRow(row).height = heightOf(
    spans.map(({ text, from, to }) => [plainOf(text), widthOf(from, to)]),
    20,
  );
}

function writeHead(worksheet: Worksheet, model: SheetModel, layout: Layout, at: Positions): void {
  const total = layout.widths.reduce((sum, width) => sum + width, 0);
  const title = model.liveTitle ? { text: model.title, formula: model.liveTitle } : model.title;
  writeMerged(worksheet, 1, { text: title, from: 0, to: model.columns.length - 1 }, TITLE_STYLE, at);
  worksheet.getRow(1).height = heightOf([[model.title, total]], 34, TITLE_SCALE);
  model.subtitle.forEach((line, index) => {
    writeLine(worksheet, index + 2, line, layout, at);
  });
  const header = worksheet.getRow(layout.headerRow);
  model.columns.forEach(({ heading, required, note }, index) => {
    const cell = header.getCell(index + 1);
    cell.value = cellText(heading);
    cell.style = required ? REQUIRED_HEADER_STYLE : HEADER_STYLE;
    if (note !== undefined) cell.note = noteOf(note);
  });
  header.height = heightOf(
    model.columns.map(({ heading }, index) => [heading, layout.widths[index] as number]),
    20,
  );
}

const DEFAULT_WIDTH = 9;
const DEFAULT_HEIGHT = 15;

/** Per cent below which an upright page is too small. */
const LEAST_SCALE = 70;

function isLandscape({ landscape }: SheetModel, { widths }: Layout): boolean {
  if (landscape !== 'whenWide') return landscape;
  const total = widths.reduce((sum, width) => sum + width, 0);
  return scaleFor(total, false) < LEAST_SCALE;
}

/** `&` begins a code in a page footer. */
export const footerText = (title: string): string => `&L${cellText(title).replaceAll('&', '&&')}&C第 &P 页 共 &N 页`;

/** The notes on the headings of a sheet that has been written. */
function notesOn(worksheet: Worksheet, { columns }: SheetModel, { headerRow, widths }: Layout): Noted {
  return {
    notes: columns.flatMap(({ note }, column) =>
      note === undefined ? [] : [{ row: headerRow - 1, column, text: cellText(note) }],
    ),
    grid: {
      widthOf: (column) => widths[column] ?? DEFAULT_WIDTH,
      heightOf: (row) => worksheet.findRow(row + 1)?.height ?? DEFAULT_HEIGHT,
    },
  };
}

export function addSheet(workbook: Workbook, model: SheetModel, layout: Layout, at: Positions): Noted {
  const { headerRow, firstRow, lastRow } = layout;
  const isEntry = model.entryRows !== undefined;
  const worksheet = workbook.addWorksheet(model.name, {
    // exceljs leaves out columns of width 9, which it takes for the default.
    properties: { defaultColWidth: DEFAULT_WIDTH },
    views: [{ state: 'frozen', xSplit: model.frozenColumns, ySplit: headerRow, showGridLines: isEntry }],
    headerFooter: { oddFooter: footerText(model.title) },
    pageSetup: {
      paperSize: A4,
      orientation: isLandscape(model, layout) ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: MARGINS,
      printTitlesRow: `${headerRow}:${headerRow}`,
      // exceljs puts a `$` before each half. What is to be filled in prints down to where it was.
      ...(isEntry
        ? { showGridLines: true }
        : { printArea: `A$1:${columnLetter(model.columns.length - 1)}$${lastRow}` }),
    },
  });
  layout.widths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width;
  });
  if (isEntry) {
    model.columns.forEach((column, index) => {
      worksheet.getColumn(index + 1).style = entryStyle(column);
    });
  }
  // Without a password it is done at once.
  if (model.locked) void worksheet.protect('', {});
  writeHead(worksheet, model, layout, at);
  model.rows.forEach((cells, index) => {
    writeRow(worksheet.getRow(firstRow + index), cells, model, layout, at);
  });
  addBars(worksheet, model.columns, firstRow, model.rows.length);
  addAlarms(worksheet, model, layout);
  addValidations(worksheet, model, layout);
  const afterRows = firstRow + model.rows.length;
  if (model.totals) writeRow(worksheet.getRow(afterRows), model.totals, model, layout, at);
  model.footer.forEach((line, index) => {
    writeLine(worksheet, lastRow - model.footer.length + 1 + index, line, layout, at);
  });
  return notesOn(worksheet, model, layout);
}
