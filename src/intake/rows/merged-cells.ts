// Merged cells among the data (合并单元格): the value of a cell merged downwards counts for each row it covers; in date
// columns a mark counts for each column as well. Merged ranges may be as large as a sheet: rows are filled as they come,
// none is made.
import type { Cell, Range } from '../../files/sheet.ts';

/** What the filling of a table needs to know of it. */
export interface Filling {
  readonly headerRow: number;
  readonly dateColumns: ReadonlySet<number>;
  /** Columns of figures that add up over the rows of one day and person, and the columns that tell day and person. */
  readonly figures: ReadonlySet<number>;
  readonly occasion: ReadonlySet<number>;
  /** Columns of amounts, of which none may cover several rows. */
  readonly amounts: ReadonlySet<number>;
}

const isRow = ({ firstRow, lastRow }: Range): boolean => firstRow === lastRow;

/** Whether a range may give a value to another cell than its first. */
const matters = (range: Range, { headerRow, dateColumns }: Filling): boolean =>
  range.firstRow > headerRow && (!isRow(range) || spreads(range, dateColumns));

/** Whether a mark in a date column reaches into the columns beside it. */
const spreads = ({ firstColumn, lastColumn }: Range, dateColumns: ReadonlySet<number>): boolean =>
  lastColumn > firstColumn && dateColumns.has(firstColumn);

export const mergesMatter = (merges: readonly Range[], filling: Filling): boolean =>
  merges.some((range) => matters(range, filling));

/** A range whose rows are being read. */
interface Open {
  readonly range: Range;
  readonly columns: readonly number[];
  /** The value of its first cell; undefined where that is empty. */
  readonly cell: Cell | undefined;
  /** What tells day and person in its first row. */
  readonly occasion: string;
}

const textOf = (cell: Cell | undefined): string => {
  if (!cell || cell.kind === 'pending') return '';
  return cell.kind === 'number' ? cell.raw : cell.kind === 'boolean' ? String(cell.value) : cell.text;
};

/** Fills the rows of a sheet, which come in order. */
export class MergedCells {
  readonly #ranges: readonly Range[];
  readonly #filling: Filling;
  #next = 0;
  #open: Open[] = [];
  /** Columns of figures left empty, because the day and person already have them; how often. */
  readonly counted = new Map<number, number>();
  /** Amounts that cover further rows: where the first of a column stands, and how many rows are covered in all. */
  readonly spread = new Map<number, { row: number; count: number }>();

  constructor(merges: readonly Range[], filling: Filling) {
    this.#ranges = merges.filter((range) => matters(range, filling)).sort((a, b) => a.firstRow - b.firstRow);
    this.#filling = filling;
  }

  /** The non-blank cells of a row, with those that merged cells give it. */
  fill(row: number, cells: readonly Cell[]): readonly Cell[] {
    this.#open = this.#open.filter(({ range }) => range.lastRow >= row);
    const begin = this.#next;
    while ((this.#ranges[this.#next]?.firstRow ?? Number.POSITIVE_INFINITY) <= row) this.#next += 1;
    if (this.#open.length === 0 && begin === this.#next) return cells;
    const own = new Map(cells.map((cell) => [cell.column, cell]));
    const filled = new Map(own);
    const occasion = this.#fillDown(filled);
    for (const range of this.#ranges.slice(begin, this.#next)) {
      // A range whose first row is no row of the file has no value; one that begins within another has its own.
      const cell = range.firstRow === row ? own.get(range.firstColumn) : undefined;
      this.#begin({ range, columns: this.#columnsOf(range), cell, occasion }, row, filled);
    }
    return [...filled.values()].sort((a, b) => a.column - b.column);
  }

  /** Fills from the ranges begun above; figures last, when it is known whom the row is about. */
  #fillDown(filled: Map<number, Cell>): string {
    const isFigure = ({ range }: Open) => this.#filling.figures.has(range.firstColumn);
    for (const one of this.#open) {
      this.#noteAmount(one);
      if (!isFigure(one)) fillFrom(one, filled);
    }
    const occasion = [...this.#filling.occasion].map((column) => textOf(filled.get(column))).join('\n');
    for (const one of this.#open.filter(isFigure)) {
      if (one.occasion !== occasion) fillFrom(one, filled);
      else if (one.cell) this.counted.set(one.cell.column, (this.counted.get(one.cell.column) ?? 0) + 1);
    }
    return occasion;
  }

  #noteAmount({ range, cell }: Open): void {
    if (!cell || !this.#filling.amounts.has(range.firstColumn)) return;
    const known = this.spread.get(range.firstColumn) ?? { row: range.firstRow, count: 1 };
    this.spread.set(range.firstColumn, { ...known, count: known.count + 1 });
  }

  #columnsOf(range: Range): readonly number[] {
    const { dateColumns } = this.#filling;
    const { firstColumn, lastColumn } = range;
    const beside = spreads(range, dateColumns)
      ? [...dateColumns].filter((column) => column > firstColumn && column <= lastColumn)
      : [];
    return [firstColumn, ...beside];
  }

  #begin(open: Open, row: number, filled: Map<number, Cell>): void {
    fillFrom(open, filled);
    if (open.range.lastRow > row) this.#open.push(open);
  }
}

function fillFrom({ columns, cell }: Open, filled: Map<number, Cell>): void {
  for (const column of cell ? columns : []) filled.set(column, { ...(cell as Cell), column });
}
