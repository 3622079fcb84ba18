// What the styles of an OpenDocument file say of numbers and of sheets.
import type { NumberFormat } from '../../sheet.ts';
import type { Attributes, XmlHandlers } from '../../xml.ts';
import { attribute } from '../xml-bytes.ts';

type Format = Exclude<NumberFormat, 'date1904'>;

const NUMBER_STYLES: Readonly<Record<string, Format>> = {
  'number-style': 'plain',
  'currency-style': 'plain',
  'percentage-style': 'percent',
  'date-style': 'date',
  'time-style': 'time',
};

/** Their parts that make a date style one of dates, not of times only. */
const DATE_PARTS = new Set(['year', 'month', 'day', 'day-of-week', 'era', 'week-of-year', 'quarter']);

interface CellStyle {
  readonly parent: string | undefined;
  readonly data: string | undefined;
}

export class OdsStyles {
  readonly #formats = new Map<string, Format>();
  readonly #cells = new Map<string, CellStyle>();
  readonly #hiddenTables = new Set<string>();
  #number: { readonly name: string; readonly format: Format; dated: boolean } | null = null;
  #table: string | null = null;

  /** For the part with the common styles; the content's own are passed on by its reader. */
  readonly handlers: XmlHandlers = {
    open: (name, attributes) => this.open(name, attributes),
    close: (name) => this.close(name),
    text() {},
  };

  open(name: string, attributes: Attributes): void {
    const format = NUMBER_STYLES[name];
    if (format !== undefined) this.#number = { name: attribute(attributes, 'name') ?? '', format, dated: false };
    else if (this.#number && DATE_PARTS.has(name)) this.#number.dated = true;
    else if (name === 'style') this.#style(attributes);
    else if (name === 'table-properties' && this.#table && attribute(attributes, 'display') === 'false') {
      this.#hiddenTables.add(this.#table);
    }
  }

  close(name: string): void {
    if (name === 'style') this.#table = null;
    if (this.#number === null || NUMBER_STYLES[name] === undefined) return;
    const { name: style, format, dated } = this.#number;
    this.#formats.set(style, format === 'date' && !dated ? 'time' : format);
    this.#number = null;
  }

  #style(attributes: Attributes): void {
    const name = attribute(attributes, 'name') ?? '';
    const family = attribute(attributes, 'family');
    this.#table = family === 'table' ? name : null;
    if (family !== 'table-cell') return;
    const parent = attribute(attributes, 'parent-style-name');
    this.#cells.set(name, { parent, data: attribute(attributes, 'data-style-name') });
  }

  formatOf(style: string | undefined): Format {
    let found = style === undefined ? undefined : this.#cells.get(style);
    for (let depth = 0; found !== undefined && depth < 8; depth++) {
      if (found.data !== undefined) return this.#formats.get(found.data) ?? 'plain';
      found = found.parent === undefined ? undefined : this.#cells.get(found.parent);
    }
    return 'plain';
  }

  hides(tableStyle: string | undefined): boolean {
    return tableStyle !== undefined && this.#hiddenTables.has(tableStyle);
  }
}
