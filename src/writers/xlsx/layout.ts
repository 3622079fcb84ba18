// Where everything of a sheet stands: row numbers, column widths, and how lines are spread over the columns.
import {
  type Cell,
  type Column,
  cellOf,
  type NumberKind,
  plainOf,
  type SheetLine,
  type SheetModel,
} from '../../views/workbook/model.ts';
import { lineCount, textWidth } from './measure.ts';

/** Room beside the text of a cell. */
export const PADDING = 2;
const LINE_HEIGHT = 14.5;
/** The highest row a spreadsheet can have. */
const HIGHEST = 409;

export interface Layout {
  readonly widths: readonly number[];
  readonly headerRow: number;
  readonly firstRow: number;
  /** Right below the rows, whether there are totals or not. */
  readonly totalsRow: number;
  readonly lastRow: number;
}

/** 1-based rows: title, subtitle, headings, rows, totals, footer. */
export function layoutOf(sheet: SheetModel): Layout {
  const headerRow = sheet.subtitle.length + 2;
  const tableEnd = headerRow + sheet.rows.length + (sheet.totals ? 1 : 0);
  return {
    widths: sheet.columns.map((column, index) => widthOf(column, cellsIn(sheet, index))),
    headerRow,
    firstRow: headerRow + 1,
    totalsRow: headerRow + 1 + sheet.rows.length,
    lastRow: tableEnd + sheet.footer.length,
  };
}

function* cellsIn({ rows, totals }: SheetModel, index: number): Iterable<Cell> {
  for (const row of rows) yield row[index] ?? null;
  if (totals) yield totals[index] ?? null;
}

const withCommas = (text: string): string => text.replace(/\B(?=(\d{3})+\.)/g, ',');

const SHOWN: Partial<Record<NumberKind, (value: number, decimals: number) => string>> = {
  count: (value) => (value === 0 ? '' : String(value)),
  money: (value) => withCommas(value.toFixed(2)),
  score: (value) => value.toFixed(2),
  share: (value) => (value === 1 ? '1' : '19/22'),
  duration: () => '24:00:00',
  rate: (value, decimals) => `${(value * 100).toFixed(decimals)}%`,
  kilometres: (value, decimals) => `${value.toFixed(decimals)} km`,
  date: () => '2021-07-01',
  moment: () => '2021-07-01 08:00',
};

/** A value as its number format shows it, or as much text. */
export function shownText(cell: Cell, ofColumn: NumberKind): string {
  const { value, kind = ofColumn, decimals = 0 } = cellOf(cell);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value : (SHOWN[kind]?.(value, decimals) ?? String(value));
}

/** Headings may wrap into three lines, two characters of Chinese at the least. */
const headingWidth = (heading: string): number =>
  Math.min(textWidth(heading), Math.max(4, 2 * Math.ceil(textWidth(heading) / 6)));

/** Text wraps at the greatest width, numbers never do. */
function widthOf({ heading, kind, width: [least, most] }: Column, cells: Iterable<Cell>): number {
  let width = Math.max(least, headingWidth(heading));
  for (const cell of cells) {
    const shown = textWidth(shownText(cell, kind));
    const wraps = typeof cellOf(cell).value === 'string';
    width = Math.max(width, wraps ? Math.min(shown, most) : shown);
  }
  return width + PADDING;
}

/** The height that texts of these widths need, at least `least`; `scale` is the font's size against the body's. */
export function heightOf(texts: readonly (readonly [string, number])[], least: number, scale = 1): number {
  const lines = Math.max(1, ...texts.map(([text, width]) => lineCount(text, (width - PADDING) / scale)));
  return Math.min(HIGHEST, Math.max(least, Math.ceil(lines * LINE_HEIGHT * scale + 4)));
}

export interface Span {
  readonly text: SheetLine[number];
  /** 0-based columns, both included. */
  readonly from: number;
  readonly to: number;
  readonly align: 'left' | 'center' | 'right';
}

/** The parts of a line over the columns, each as much of the width as its share of the text, the last one to the right. */
export function spread(line: SheetLine, widths: readonly number[]): readonly Span[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const needs = line.map((text) => Math.max(12, textWidth(plainOf(text))));
  const needed = needs.reduce((sum, need) => sum + need, 0);
  const spans: Span[] = [];
  let from = 0;
  let [reached, wanted] = [0, 0];
  line.forEach((text, index) => {
    wanted += (needs[index] as number) / needed;
    const left = line.length - 1 - index;
    let to = from;
    reached += widths[from] ?? 0;
    while (
      to + 1 < widths.length - left &&
      (left === 0 || reached + (widths[to + 1] as number) / 2 <= wanted * total)
    ) {
      to++;
      reached += widths[to] as number;
    }
    const align = index === 0 ? 'left' : left === 0 ? 'right' : 'center';
    spans.push({ text, from, to, align });
    from = to + 1;
  });
  return spans;
}
