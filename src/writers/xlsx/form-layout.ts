// Where everything of a form stands: column widths, row heights, the scale of its pages and where they end.
import type { FormCell, FormLook, FormRow, FormSheet } from '../../views/workbook/form.ts';
import type { Column } from '../../views/workbook/model.ts';
import { heightOf, PADDING, shownText } from './layout.ts';
import { textWidth } from './measure.ts';
import { breaksOf, pageHeight, scaleFor } from './pages.ts';
import { TITLE_SCALE } from './styles.ts';

export interface FormLayout {
  readonly widths: readonly number[];
  /** In per cent. */
  readonly scale: number;
  /** Of the rows of each block, in points. */
  readonly heights: readonly (readonly number[])[];
  /** The row (1-based) in which each block begins. */
  readonly firstRows: readonly number[];
  readonly lastRow: number;
  /** Rows after which a page ends. */
  readonly breaks: readonly number[];
}

/** 0-based column of each cell of a row. */
export function* placesIn({ cells }: FormRow): Iterable<readonly [FormCell, number]> {
  let column = 0;
  for (const cell of cells) {
    yield [cell, column];
    column += cell.span;
  }
}

/** Text wraps at the greatest width, numbers never do. */
function widthOf([least, most]: Column['width'], cells: readonly FormCell[]): number {
  const needed = cells.map((cell) => {
    const shown = textWidth(shownText(cell, cell.kind));
    return typeof cell.value === 'string' ? Math.min(shown, most) : shown;
  });
  return Math.max(least, ...needed) + PADDING;
}

/** Of the cells that cover one column only. */
function cellsByColumn({ widths, blocks }: FormSheet): readonly (readonly FormCell[])[] {
  const found = widths.map((): FormCell[] => []);
  for (const row of blocks.flat())
    for (const [cell, column] of placesIn(row)) if (cell.span === 1) found[column]?.push(cell);
  return found;
}

const fontScale = (look: FormLook): number => (look === 'title' ? TITLE_SCALE : 1);

function rowHeight(row: FormRow, widths: readonly number[]): number {
  const heights = [...placesIn(row)].map(([cell, column]) => {
    const text = shownText(cell, cell.kind);
    const width = widths.slice(column, column + cell.span).reduce((sum, one) => sum + one, 0);
    return text === '' ? 0 : heightOf([[text, width]], row.height, fontScale(cell.look));
  });
  return Math.max(row.height, ...heights);
}

export function formLayoutOf(form: FormSheet): FormLayout {
  const byColumn = cellsByColumn(form);
  const widths = form.widths.map((width, column) => widthOf(width, byColumn[column] ?? []));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const scale = scaleFor(total, form.landscape);
  const heights = form.blocks.map((block) => block.map((row) => rowHeight(row, widths)));
  const firstRows: number[] = [];
  let row = 1;
  for (const block of heights) {
    firstRows.push(row);
    row += block.length;
  }
  const breaks = breaksOf(heights, pageHeight(scale, form.landscape), form.pages);
  return { widths, scale, heights, firstRows, lastRow: row - 1, breaks };
}
