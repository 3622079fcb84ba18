// The content of an OpenDocument spreadsheet: sheets, rows and cells, repeated ones written out as far as they are filled.
import { MAX_COLUMNS, MAX_MERGES } from '../../limits.ts';
import { type Cell, type NumberFormat, type Range, type Row, UnreadableFile } from '../../sheet.ts';
import type { Attributes, XmlHandlers } from '../../xml.ts';
import { type HeldSheet, rowKeeper } from '../held.ts';
import { attribute, countOf } from '../xml-bytes.ts';
import { type OdsValue, odsCell, odsValue } from './cell.ts';
import type { OdsStyles } from './styles.ts';
import { OdsText } from './text.ts';

interface OpenRow {
  readonly repeated: number;
  readonly hidden: boolean;
  readonly style: string | undefined;
  readonly cells: Cell[];
}

interface OpenCell {
  readonly value: OdsValue;
  readonly format: NumberFormat;
  readonly repeated: number;
}

interface OpenSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: Row[];
  readonly merges: Range[];
  /** Where each run of columns ends, and the style of their cells. */
  readonly columns: { readonly end: number; readonly style: string | undefined }[];
}

/** Tables that are no sheets, and sheets' parts that hold no cells. */
const PASSED_OVER = new Set(['tracked-changes', 'dde-links', 'shapes', 'forms']);

export class OdsContent implements XmlHandlers {
  readonly sheets: OpenSheet[] = [];
  readonly #styles: OdsStyles;
  readonly #keep = rowKeeper();
  readonly #text = new OdsText();
  #date1904 = false;
  #spreadsheet = false;
  #passedOver = 0;
  #sheet: OpenSheet | null = null;
  #row: OpenRow | null = null;
  #cell: OpenCell | null = null;
  /** Elements open within the cell. */
  #inCell = 0;
  #nextRow = 1;
  #nextColumn = 0;

  constructor(styles: OdsStyles) {
    this.#styles = styles;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.#cell) {
      this.#inCell += 1;
      this.#text.open(name, attributes);
    } else if (this.#passedOver > 0 || PASSED_OVER.has(name)) this.#passedOver += 1;
    else if (this.#row) this.#openInRow(name, attributes);
    else if (this.#sheet) this.#openInSheet(name, attributes);
    else if (this.#spreadsheet) this.#openInBook(name, attributes);
    else if (name === 'spreadsheet') this.#spreadsheet = true;
    else this.#styles.open(name, attributes);
  };

  readonly close = (name: string): void => {
    if (this.#inCell > 0) {
      this.#inCell -= 1;
      this.#text.close();
    } else if (this.#passedOver > 0) this.#passedOver -= 1;
    else if (this.#cell) this.#closeCell();
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table') this.#sheet = null;
    else if (!this.#spreadsheet) this.#styles.close(name);
  };

  readonly text = (text: string): void => {
    if (this.#cell) this.#text.text(text);
  };

  #openInBook(name: string, attributes: Attributes): void {
    if (name === 'null-date') this.#date1904 = attribute(attributes, 'date-value') === '1904-01-01';
    if (name !== 'table') return;
    const hidden = this.#styles.hides(attribute(attributes, 'style-name'));
    this.#sheet = { name: attribute(attributes, 'name') ?? '', hidden, rows: [], merges: [], columns: [] };
    this.sheets.push(this.#sheet);
    this.#nextRow = 1;
  }

  #openInSheet(name: string, attributes: Attributes): void {
    if (name === 'table-column') {
      const columns = this.#sheet?.columns ?? [];
      const end = (columns.at(-1)?.end ?? 0) + countOf(attribute(attributes, 'number-columns-repeated'), 1);
      columns.push({ end, style: attribute(attributes, 'default-cell-style-name') });
    } else if (name === 'table-row') {
      const visibility = attribute(attributes, 'visibility');
      this.#row = {
        repeated: countOf(attribute(attributes, 'number-rows-repeated'), 1),
        hidden: visibility === 'collapse' || visibility === 'filter',
        style: attribute(attributes, 'default-cell-style-name'),
        cells: [],
      };
      this.#nextColumn = 0;
    }
  }

  #openInRow(name: string, attributes: Attributes): void {
    if (name === 'covered-table-cell') {
      this.#nextColumn += countOf(attribute(attributes, 'number-columns-repeated'), 1);
      this.#passedOver += 1;
    } else if (name === 'table-cell') {
      const repeated = countOf(attribute(attributes, 'number-columns-repeated'), 1);
      this.#cell = { value: odsValue(attributes), format: this.#formatOf(attributes, this.#nextColumn), repeated };
      this.#text.begin();
      this.#merge(attributes, this.#nextColumn);
    } else this.#passedOver += 1;
  }

  #closeCell(): void {
    const { value, format, repeated } = this.#cell as OpenCell;
    const column = this.#nextColumn;
    const name = this.#sheet?.name ?? '';
    const cell = odsCell({ ...value, column, format, text: this.#text.end() }, name);
    this.#cell = null;
    this.#nextColumn += repeated;
    if (cell === null) return;
    if (column + repeated > MAX_COLUMNS) throw new UnreadableFile('tooLarge', 'too many columns', name);
    for (let index = 0; index < repeated; index++) this.#row?.cells.push({ ...cell, column: column + index });
  }

  #formatOf(attributes: Attributes, column: number): NumberFormat {
    const own = attribute(attributes, 'style-name') ?? this.#row?.style;
    const format = this.#styles.formatOf(own ?? this.#sheet?.columns.find(({ end }) => column < end)?.style);
    return this.#date1904 && format === 'date' ? 'date1904' : format;
  }

  #merge(attributes: Attributes, column: number): void {
    const columns = countOf(attribute(attributes, 'number-columns-spanned'), 1);
    const rows = countOf(attribute(attributes, 'number-rows-spanned'), 1);
    const merges = this.#sheet?.merges ?? [];
    if (columns === 1 && rows === 1) return;
    if (merges.length >= MAX_MERGES) throw new UnreadableFile('tooLarge', 'too many merged ranges', this.#sheet?.name);
    const row = this.#nextRow;
    merges.push({ firstRow: row, lastRow: row + rows - 1, firstColumn: column, lastColumn: column + columns - 1 });
  }

  #closeRow(): void {
    if (!this.#row || !this.#sheet) return;
    const { repeated, hidden, cells } = this.#row;
    for (let index = 0; cells.length > 0 && index < repeated; index++) {
      this.#keep(this.#sheet.rows, { number: this.#nextRow + index, hidden, cells }, this.#sheet.name);
    }
    this.#nextRow += repeated;
    this.#row = null;
  }
}

export const heldSheets = (content: OdsContent): HeldSheet[] =>
  content.sheets.map(({ name, hidden, rows, merges }) => ({ name, hidden, rows, merges }));
