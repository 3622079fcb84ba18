// Tags and text → rows of cells. Tables stand one below the other, as spreadsheet programs open them; what stands
// between them are rows of one cell. A table inside a cell belongs to its text, unless the row holds nothing else.
import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_DEPTH, MAX_ROWS } from '../../limits.ts';
import { UnreadableFile } from '../../sheet.ts';
import { type HtmlNumber, numberBeside } from './number.ts';
import type { HtmlAttributes, Token } from './tokens.ts';

export interface HtmlCell {
  readonly text: string;
  readonly number: HtmlNumber | null;
  readonly columns: number;
  readonly rows: number;
}

export interface HtmlRow {
  readonly hidden: boolean;
  readonly cells: readonly HtmlCell[];
}

interface OpenCell {
  readonly attributes: HtmlAttributes;
  readonly pieces: string[];
  readonly nested: HtmlRow[];
}

interface OpenTable {
  readonly rows: HtmlRow[];
  row: { readonly hidden: boolean; readonly cells: OpenCell[] } | null;
  cell: OpenCell | null;
  /** Text outside of cells, as in a caption. */
  stray: string[];
}

const BREAKS = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'caption']);

/** White space as a browser shows it. */
const shown = (pieces: readonly string[]): string =>
  pieces
    .join('')
    .replace(/ *\n[ \n]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();

const span = (value: string | undefined, most: number): number => {
  const count = Number.parseInt(value ?? '1', 10);
  return count >= 1 ? Math.min(count, most) : 1;
};

const isHidden = (attributes: HtmlAttributes): boolean =>
  attributes.has('hidden') || /display\s*:\s*none|mso-yfti-hidden/i.test(attributes.get('style') ?? '');

const textRow = (text: string): HtmlRow => ({ hidden: false, cells: [{ text, number: null, columns: 1, rows: 1 }] });

const textsOf = (rows: readonly HtmlRow[]): string[] =>
  rows.map(({ cells }) =>
    cells
      .map(({ text }) => text)
      .join(' ')
      .trim(),
  );

function cellOf({ attributes, pieces, nested }: OpenCell): HtmlCell {
  const text = [shown(pieces), ...textsOf(nested)].filter((part) => part !== '').join('\n');
  return {
    text,
    number: nested.length === 0 ? numberBeside(attributes, text) : null,
    columns: span(attributes.get('colspan'), MAX_COLUMNS),
    rows: span(attributes.get('rowspan'), MAX_ROWS),
  };
}

const isEmpty = (cell: OpenCell): boolean => cell.nested.length === 0 && shown(cell.pieces) === '';

class TableBuilder {
  /** Characters since the last cell, row or table began. */
  #chars = 0;
  readonly #stack: OpenTable[] = [{ rows: [], row: null, cell: null, stray: [] }];

  get #top(): OpenTable {
    return this.#stack.at(-1) as OpenTable;
  }

  take(token: Token): void {
    if (token.kind === 'text') this.#text(token.text.replace(/[ \t\r\n\f]+/g, ' '));
    else if (token.kind === 'open') this.#open(token.name, token.attributes);
    else this.#close(token.name);
  }

  end(): readonly HtmlRow[] {
    if (this.#stack.length > 1) throw new UnreadableFile('damaged', 'HTML that breaks off within a table');
    this.#flushStray();
    return this.#top.rows;
  }

  #text(text: string): void {
    const { cell, stray } = this.#top;
    this.#chars += text.length;
    if (this.#chars > MAX_CELL_CHARS) throw new UnreadableFile('tooLarge', 'too many characters in one cell');
    (cell?.pieces ?? stray).push(text);
  }

  #open(name: string, attributes: HtmlAttributes): void {
    if (/^(?:table|t[rdh])$/.test(name)) this.#chars = 0;
    if (name === 'table') this.#openTable();
    else if (name === 'tr') this.#openRow(attributes);
    else if (name === 'td' || name === 'th') this.#openCell(attributes);
    else if (BREAKS.has(name)) this.#break();
  }

  #close(name: string): void {
    if (name === 'table') this.#closeTable();
    else if (name === 'tr') this.#closeRow();
    else if (name === 'td' || name === 'th') this.#top.cell = null;
    else if (BREAKS.has(name)) this.#break();
  }

  #break(): void {
    if (this.#top.cell) this.#text('\n');
    else this.#flushStray();
  }

  #flushStray(): void {
    const text = shown(this.#top.stray);
    if (text !== '') this.#top.rows.push(textRow(text));
    this.#top.stray = [];
  }

  #openTable(): void {
    if (this.#stack.length > MAX_DEPTH) throw new UnreadableFile('tooLarge', 'tables nested too deeply');
    if (this.#top.cell === null) this.#flushStray();
    this.#stack.push({ rows: [], row: null, cell: null, stray: [] });
  }

  #closeTable(): void {
    if (this.#stack.length === 1) return;
    this.#closeRow();
    this.#flushStray();
    const { rows } = this.#stack.pop() as OpenTable;
    const within = rows.map((row, index) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, rows: Math.min(cell.rows, rows.length - index) })),
    }));
    for (const row of within) (this.#top.cell?.nested ?? this.#top.rows).push(row);
  }

  #openRow(attributes: HtmlAttributes): void {
    this.#closeRow();
    this.#flushStray();
    if (this.#top.rows.length > MAX_ROWS) throw new UnreadableFile('tooLarge', 'too many rows');
    this.#top.row = { hidden: isHidden(attributes), cells: [] };
  }

  #openCell(attributes: HtmlAttributes): void {
    this.#top.row ??= { hidden: false, cells: [] };
    const cell: OpenCell = { attributes, pieces: [], nested: [] };
    if (this.#top.row.cells.length >= MAX_COLUMNS) throw new UnreadableFile('tooLarge', 'too many columns');
    this.#top.row.cells.push(cell);
    this.#top.cell = cell;
  }

  #closeRow(): void {
    const { row, rows } = this.#top;
    this.#top.cell = null;
    this.#top.row = null;
    if (row === null) return;
    const filled = row.cells.filter((cell) => !isEmpty(cell));
    const [only] = filled;
    if (only && filled.length === 1 && only.nested.length > 0) {
      const text = shown(only.pieces);
      if (text !== '') rows.push(textRow(text));
      for (const nested of only.nested) rows.push(nested);
    } else rows.push({ hidden: row.hidden, cells: row.cells.map(cellOf) });
  }
}

export function htmlRows(tokens: Iterable<Token>): readonly HtmlRow[] {
  const builder = new TableBuilder();
  for (const token of tokens) builder.take(token);
  return builder.end();
}
