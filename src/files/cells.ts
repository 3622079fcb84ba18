// One <c> element as a cell: the value by its type, and the reference in `r`.
import { paddedText } from './formats.ts';
import { isoSerial } from './iso.ts';
import type { ByteRange } from './scan.ts';
import type { Cell, NumberFormat } from './sheet.ts';
import { cellText } from './text.ts';

export interface SheetContext {
  readonly name: string;
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly pads: readonly (string | null)[];
}

/** What was seen between <c> and </c>. */
export interface RawCell {
  column: number;
  type: string | undefined;
  /** The index of the cell's style, -1 for what is none. */
  style: number;
  value: string;
  /** It has an <is>, a value of its own; some programs forget the type then. */
  inline: boolean;
  formula: boolean;
  /** It has a <v>, perhaps an empty one. */
  valued: boolean;
  /** How many <v> and <is> it has: more than one is damage. */
  values: number;
}

/** Where a cell says it is: `column` 0-based, `row` 1-based. */
export interface CellPosition {
  column: number;
  row: number;
}

/** Reads a reference like `AB12` into `place`; false if it is none. */
export const readReference = (reference: string, place: CellPosition): boolean =>
  readReferenceIn({ text: reference, from: 0, to: reference.length }, place);

/** As `readReference`, of a text that is not cut out. No object a cell: this runs for millions. */
export function readReferenceIn({ text, from, to }: ByteRange, place: CellPosition): boolean {
  let column = 0;
  let at = from;
  for (; at < to; at++) {
    const letter = text.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (at === from || at > from + 3 || at === to || to > from + 10) return false;
  let row = 0;
  for (; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return false;
    row = row * 10 + digit;
  }
  place.column = column - 1;
  place.row = row;
  return true;
}

/** `trim` costs more than the look whether it is needed. */
function trimmed(text: string): string {
  return text.charCodeAt(0) > 32 && text.charCodeAt(text.length - 1) > 32 ? text : text.trim();
}

/** An index as digits, -1 for anything else. `Number` is several times slower on strings cut from a chunk. */
export function toIndex(text: string, from = 0, to = text.length): number {
  let index = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    index = index * 10 + digit;
  }
  return index;
}

function textCell(column: number, text: string): Cell | null {
  return text === '' ? null : { column, kind: 'text', text };
}

/** The cell, or null if there is nothing in it. A value that its type does not have, or no text under its number, is an error. */
export function cellFrom(raw: RawCell, { name, strings, formats, pads }: SheetContext): Cell | null {
  const { column, value, formula } = raw;
  if (raw.values > 1) return { column, kind: 'error', text: '#VALUE!' };
  const type = raw.inline ? 'inlineStr' : raw.type;
  if (type === 'inlineStr') return textCell(column, cellText(value, name));
  if (type === 'str' && raw.valued) return textCell(column, cellText(value, name));
  const bare = trimmed(value);
  if (bare === '') return formula ? { column, kind: 'pending' } : null;
  switch (type) {
    case undefined:
    case 'n': {
      const number = bare.length < 13 ? bare : cellText(bare, name);
      const cell = { column, kind: 'number', raw: number, format: formats[raw.style] ?? 'plain' } as const;
      const pad = pads[raw.style];
      const shows = pad ? paddedText(pad, number) : null;
      return shows === null ? cell : { ...cell, shows };
    }
    case 's': {
      const text = strings[toIndex(bare)];
      return text === undefined ? { column, kind: 'error', text: '#REF!' } : textCell(column, text);
    }
    case 'b':
      if (/^(?:[01]|true|false)$/i.test(bare)) {
        return { column, kind: 'boolean', value: bare === '1' || bare.toLowerCase() === 'true' };
      }
      break;
    case 'e':
      return { column, kind: 'error', text: cellText(bare, name) };
    case 'd': {
      const serial = isoSerial(bare);
      return serial ? { column, kind: 'number', ...serial } : textCell(column, cellText(bare, name));
    }
  }
  return { column, kind: 'error', text: '#VALUE!' };
}
