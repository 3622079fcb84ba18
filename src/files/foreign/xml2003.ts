// SpreadsheetML 2003: a workbook as one XML file, usually called .xls.
import { classifyFormat, paddedText, paddingFormat } from '../formats.ts';
import { isoSerial } from '../iso.ts';
import { MAX_COLUMNS, MAX_MERGES, MAX_ROWS } from '../limits.ts';
import { type Cell, type NumberFormat, type Range, type Row, UnreadableFile } from '../sheet.ts';
import type { Attributes } from '../xml.ts';
import { type HeldSheet, rowKeeper, textCell } from './held.ts';
import { attribute, countOf, readXmlBytes } from './xml-bytes.ts';

const NAMED_FORMATS: Readonly<Record<string, NumberFormat>> = {
  'General Date': 'date',
  'Long Date': 'date',
  'Medium Date': 'date',
  'Short Date': 'date',
  'Long Time': 'time',
  'Medium Time': 'time',
  'Short Time': 'time',
  Percent: 'percent',
};

/** Names that contain the letters of date formats. */
const PLAIN_FORMATS = new Set(['General Number', 'Currency', 'Euro Currency', 'Fixed', 'Standard', 'Scientific']);

function namedFormat(code: string): NumberFormat {
  if (PLAIN_FORMATS.has(code) || /^(?:Yes\/No|True\/False|On\/Off)$/.test(code)) return 'plain';
  return NAMED_FORMATS[code] ?? classifyFormat(code);
}

interface Style {
  readonly parent: string | undefined;
  format: NumberFormat | null;
  /** A format that pads numbers. */
  pad: string | null;
}

interface CellStyle {
  readonly format: NumberFormat;
  readonly pad: string | null;
}

interface OpenSheet {
  readonly name: string;
  hidden: boolean;
  readonly rows: Row[];
  readonly merges: Range[];
  /** Styles of columns, by column. */
  readonly columns: Map<number, string>;
}

interface OpenCell {
  readonly column: number;
  readonly style: string | undefined;
  readonly formula: boolean;
  type: string | undefined;
  value: string;
}

/** Days before the beginning of the 1900 date system stand for times without a date. */
const TIME_ONLY = /^(?:1899-12-3[01]|1904-01-01)T(?=\d\d:)/;

function dateCell(column: number, value: string, style: NumberFormat, sheet: string): Cell | null {
  const text = value.trim();
  const time = style === 'time' && TIME_ONLY.test(text) ? isoSerial(text.replace(TIME_ONLY, '')) : null;
  const serial = time ?? isoSerial(text);
  if (serial === null) return textCell(column, text, sheet);
  return { column, kind: 'number', raw: serial.raw, format: style === 'time' ? 'time' : serial.format };
}

function cellFrom(
  { column, formula, type, value }: OpenCell,
  { format: style, pad }: CellStyle,
  sheet: string,
): Cell | null {
  if (type === 'String') return textCell(column, value, sheet);
  const bare = value.trim();
  if (bare === '') return formula ? { column, kind: 'pending' } : null;
  if (type === 'Number') {
    const shows = pad === null ? null : paddedText(pad, bare);
    return { column, kind: 'number', raw: bare, format: style, ...(shows !== null && { shows }) };
  }
  if (type === 'DateTime') return dateCell(column, bare, style, sheet);
  if (type === 'Error') return { column, kind: 'error', text: bare };
  if (type === 'Boolean' && /^[01]$/.test(bare)) return { column, kind: 'boolean', value: bare === '1' };
  return textCell(column, value, sheet);
}

/** `ss:Index`, which may leave out rows or columns but not go back. */
function indexOf(attributes: Attributes, next: number, most: number, sheet: string): number {
  const given = attribute(attributes, 'Index');
  const index = given === undefined ? next : Number(given);
  if (!Number.isInteger(index) || index < next) throw new UnreadableFile('damaged', `index ${given}`, sheet);
  if (index > most) throw new UnreadableFile('tooLarge', `index ${index}`, sheet);
  return index;
}

/** How far a cell, row or column reaches beyond itself. */
const extent = (attributes: Attributes, name: string): number => countOf(attribute(attributes, name), 0);

const TRUE = /^(?:1|true)$/i;

class Reader {
  readonly sheets: OpenSheet[] = [];
  readonly #keep = rowKeeper();
  readonly #styles = new Map<string, Style>();
  readonly #path: string[] = [];
  #date1904 = false;
  #style: Style | null = null;
  #row: { number: number; span: number; hidden: boolean; style: string | undefined; cells: Cell[] } | null = null;
  #cell: OpenCell | null = null;
  #nextRow = 1;
  #nextColumn = 0;
  #nextStyled = 0;
  #text = '';
  #capturing = false;

  readonly open = (name: string, attributes: Attributes): void => {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    if (name === 'Style' && parent === 'Styles') this.#openStyle(attributes);
    else if (name === 'NumberFormat' && this.#style) {
      const code = attribute(attributes, 'Format') ?? 'General';
      this.#style.format = namedFormat(code);
      this.#style.pad = paddingFormat(code);
    } else if (name === 'Worksheet' && parent === 'Workbook') this.#openSheet(attributes);
    else if (name === 'Column' && parent === 'Table') this.#column(attributes);
    else if (name === 'Row' && parent === 'Table') this.#openRow(attributes);
    else if (name === 'Cell' && parent === 'Row') this.#openCell(attributes);
    else if (name === 'Data' && parent === 'Cell' && this.#cell) {
      this.#cell.type = attribute(attributes, 'Type');
      this.#capture();
    } else if (name === 'Visible' || name === 'Date1904') this.#capture();
  };

  readonly close = (name: string): void => {
    this.#path.pop();
    const parent = this.#path.at(-1);
    if (name === 'Data' && parent === 'Cell' && this.#cell) this.#cell.value = this.#captured();
    else if (name === 'Cell' && parent === 'Row') this.#closeCell();
    else if (name === 'Row' && parent === 'Table') this.#closeRow();
    else if (name === 'Style') this.#style = null;
    else if (name === 'Visible' && parent === 'WorksheetOptions') {
      this.#sheet.hidden = /^Sheet(?:Very)?Hidden$/.test(this.#captured().trim());
    } else if (name === 'Date1904') this.#date1904 = !/^(?:0|false)$/i.test(this.#captured().trim());
  };

  readonly text = (text: string): void => {
    if (this.#capturing) this.#text += text;
  };

  #capture(): void {
    this.#capturing = true;
    this.#text = '';
  }

  #captured(): string {
    this.#capturing = false;
    return this.#text;
  }

  get #sheet(): OpenSheet {
    return this.sheets.at(-1) as OpenSheet;
  }

  #openStyle(attributes: Attributes): void {
    this.#style = { parent: attribute(attributes, 'Parent'), format: null, pad: null };
    this.#styles.set(attribute(attributes, 'ID') ?? '', this.#style);
  }

  #openSheet(attributes: Attributes): void {
    const name = attribute(attributes, 'Name') ?? '';
    this.sheets.push({ name, hidden: false, rows: [], merges: [], columns: new Map() });
    this.#nextRow = 1;
    this.#nextStyled = 0;
  }

  #column(attributes: Attributes): void {
    const sheet = this.#sheet;
    const first = indexOf(attributes, this.#nextStyled + 1, MAX_COLUMNS, sheet.name) - 1;
    const last = Math.min(first + extent(attributes, 'Span'), MAX_COLUMNS - 1);
    const style = attribute(attributes, 'StyleID');
    for (let column = first; style !== undefined && column <= last; column++) sheet.columns.set(column, style);
    this.#nextStyled = last + 1;
  }

  #openRow(attributes: Attributes): void {
    const number = indexOf(attributes, this.#nextRow, MAX_ROWS, this.#sheet.name);
    const span = extent(attributes, 'Span');
    const hidden = TRUE.test(attribute(attributes, 'Hidden') ?? '');
    this.#row = { number, span, hidden, style: attribute(attributes, 'StyleID'), cells: [] };
    this.#nextColumn = 0;
  }

  #openCell(attributes: Attributes): void {
    const sheet = this.#sheet;
    const column = indexOf(attributes, this.#nextColumn + 1, MAX_COLUMNS, sheet.name) - 1;
    const across = extent(attributes, 'MergeAcross');
    const down = extent(attributes, 'MergeDown');
    const style = attribute(attributes, 'StyleID') ?? this.#row?.style ?? sheet.columns.get(column);
    const formula = attribute(attributes, 'Formula') !== undefined;
    this.#cell = { column, style, formula, type: undefined, value: '' };
    this.#nextColumn = column + across + 1;
    if (across > 0 || down > 0) this.#merge(column, across, down);
  }

  #merge(column: number, across: number, down: number): void {
    const { merges, name } = this.#sheet;
    if (merges.length >= MAX_MERGES) throw new UnreadableFile('tooLarge', 'too many merged ranges', name);
    const row = this.#row?.number ?? 0;
    merges.push({ firstRow: row, lastRow: row + down, firstColumn: column, lastColumn: column + across });
  }

  #formatOf(id: string | undefined): CellStyle {
    let style = this.#styles.get(id ?? 'Default');
    for (let depth = 0; style !== undefined && depth < 8; depth++) {
      const { format, pad } = style;
      if (format !== null) return { format: this.#date1904 && format === 'date' ? 'date1904' : format, pad };
      style = style.parent === undefined ? undefined : this.#styles.get(style.parent);
    }
    return { format: 'plain', pad: null };
  }

  #closeCell(): void {
    const cell = this.#cell && cellFrom(this.#cell, this.#formatOf(this.#cell.style), this.#sheet.name);
    if (cell) this.#row?.cells.push(cell);
    this.#cell = null;
  }

  #closeRow(): void {
    if (this.#row === null) return;
    const { number, span, hidden, cells } = this.#row;
    this.#nextRow = number + span + 1;
    this.#keep(this.#sheet.rows, { number, hidden, cells }, this.#sheet.name);
    this.#row = null;
  }
}

export function readXml2003(bytes: Uint8Array, name: string): readonly HeldSheet[] {
  const reader = new Reader();
  readXmlBytes(bytes, name, reader);
  return reader.sheets;
}
