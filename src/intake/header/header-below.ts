// A row below the headings that only adds to them (表头下的单位行、星期行): it is of the header, not of the data.
import type { Cell, Row } from '../../files/sheet.ts';
import { compact } from '../values/text.ts';
import { isWeekday } from './date-headings.ts';
import type { HeadedColumn, Header } from './header.ts';
import { unitIn } from './heading-units.ts';

const IN_BRACKETS = /^[([【](.*)[)\]】]$/;

interface Addition {
  readonly unit: string | null;
}

/** What a cell adds to its heading: a unit, a note in brackets, a day of the week; null where it may be data. */
function additionOf(cell: Cell): Addition | null {
  if (cell.kind !== 'text') return null;
  const text = compact(cell.text);
  const bracketed = IN_BRACKETS.exec(text);
  const unit = unitIn(bracketed?.[1] ?? text);
  return unit !== null || bracketed || isWeekday(cell) ? { unit } : null;
}

const withUnit = (column: HeadedColumn, unit: string | null): HeadedColumn =>
  unit === null ? column : { ...column, names: column.names.map((name) => ({ ...name, groupUnit: unit })) };

/** The header with the next row of the sheet, where all that stands there adds to a heading above it. */
export function withRowBelow(header: Header, next: Row | undefined): Header {
  const last = header.rows.at(-1);
  const cells = next?.cells.filter((cell) => cell.kind !== 'text' || compact(cell.text) !== '') ?? [];
  if (!next || next.number !== (last?.number ?? 0) + 1 || cells.length === 0) return header;
  const additions = new Map<number, string | null>();
  for (const cell of cells) {
    const addition = additionOf(cell);
    if (!addition || !header.columns.some((column) => column.header.column === cell.column)) return header;
    additions.set(cell.column, addition.unit);
  }
  const columns = header.columns.map((column) => withUnit(column, additions.get(column.header.column) ?? null));
  return { rows: [...header.rows, next], columns };
}
