// One sheet of the model into an exceljs worksheet.
import type { CellValue as ExcelValue, Row, Style, Workbook, Worksheet } from 'exceljs';
import { columnLetter } from '../../model/source.ts';
import { type Cell, cellOf, type SheetLine, type SheetModel } from '../../views/workbook/model.ts';
import { heightOf, type Layout, shownText, spread } from './layout.ts';
import { hrefOf } from './links.ts';
import { cellStyle, HEADER_STYLE, lineStyle, TITLE_SCALE, TITLE_STYLE } from './styles.ts';
import { cellText } from './text.ts';

const A4 = 9;

/** Where the first cell of a linked row stands: `#'巡查明细'!A5`. */
export type Addresses = (sheet: string, row: number) => string;

function excelValue(cell: Cell, addressOf: Addresses): ExcelValue {
  const { value, formula, link, href } = cellOf(cell);
  if (formula !== undefined) {
    const result = typeof value === 'string' ? cellText(value) : value;
    return result === null ? { formula, date1904: false } : { formula, result, date1904: false };
  }
  if (typeof value !== 'string') return value;
  if (href !== undefined) return { text: cellText(value), hyperlink: hrefOf(href) };
  return link === undefined ? cellText(value) : { text: cellText(value), hyperlink: addressOf(link.sheet, link.row) };
}

function writeRow(row: Row, cells: readonly Cell[], model: SheetModel, layout: Layout, addressOf: Addresses): void {
  model.columns.forEach((column, index) => {
    const cell = cells[index] ?? null;
    const { value, style } = cellOf(cell);
    const target = row.getCell(index + 1);
    target.value = excelValue(cell, addressOf);
    target.style = cellStyle(column, typeof value === 'string', style);
  });
  row.height = heightOf(
    model.columns.map(({ kind }, index) => [shownText(cells[index] ?? null, kind), layout.widths[index] as number]),
    model.rowHeight,
  );
}

function writeMerged(worksheet: Worksheet, row: number, from: number, to: number, text: string, style: Partial<Style>) {
  const cell = worksheet.getCell(row, from + 1);
  cell.value = text === '' ? null : cellText(text);
  cell.style = style;
  if (to > from) worksheet.mergeCells(row, from + 1, row, to + 1);
}

function writeLine(worksheet: Worksheet, row: number, line: SheetLine, { widths }: Layout): void {
  const spans = spread(line, widths);
  for (const { text, from, to, align } of spans) writeMerged(worksheet, row, from, to, text, lineStyle(align));
  const widthOf = (from: number, to: number) => widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0);
  worksheet.getRow(row).height = heightOf(
    spans.map(({ text, from, to }) => [text, widthOf(from, to)]),
    20,
  );
}

function writeHead(worksheet: Worksheet, model: SheetModel, layout: Layout): void {
  const total = layout.widths.reduce((sum, width) => sum + width, 0);
  writeMerged(worksheet, 1, 0, model.columns.length - 1, model.title, TITLE_STYLE);
  worksheet.getRow(1).height = heightOf([[model.title, total]], 34, TITLE_SCALE);
  model.subtitle.forEach((line, index) => {
    writeLine(worksheet, index + 2, line, layout);
  });
  const header = worksheet.getRow(layout.headerRow);
  model.columns.forEach(({ heading }, index) => {
    const cell = header.getCell(index + 1);
    cell.value = cellText(heading);
    cell.style = HEADER_STYLE;
  });
  header.height = heightOf(
    model.columns.map(({ heading }, index) => [heading, layout.widths[index] as number]),
    20,
  );
}

/** `&` begins a code in a page footer. */
const footerText = (title: string): string => `&L${cellText(title).replaceAll('&', '&&')}&C第 &P 页 共 &N 页`;

export function addSheet(workbook: Workbook, model: SheetModel, layout: Layout, addressOf: Addresses): void {
  const { headerRow, firstRow, lastRow } = layout;
  const worksheet = workbook.addWorksheet(model.name, {
    // exceljs leaves out columns of width 9, which it takes for the default.
    properties: { defaultColWidth: 9 },
    views: [{ state: 'frozen', xSplit: model.frozenColumns, ySplit: headerRow, showGridLines: false }],
    headerFooter: { oddFooter: footerText(model.title) },
    pageSetup: {
      paperSize: A4,
      orientation: model.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.45, right: 0.45, top: 0.55, bottom: 0.65, header: 0.3, footer: 0.3 },
      printTitlesRow: `${headerRow}:${headerRow}`,
      // exceljs puts a `$` before each half.
      printArea: `A$1:${columnLetter(model.columns.length - 1)}$${lastRow}`,
    },
  });
  layout.widths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width;
  });
  writeHead(worksheet, model, layout);
  model.rows.forEach((cells, index) => {
    writeRow(worksheet.getRow(firstRow + index), cells, model, layout, addressOf);
  });
  const afterRows = firstRow + model.rows.length;
  if (model.totals) writeRow(worksheet.getRow(afterRows), model.totals, model, layout, addressOf);
  model.footer.forEach((line, index) => {
    writeLine(worksheet, lastRow - model.footer.length + 1 + index, line, layout);
  });
}
