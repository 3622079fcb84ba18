// Cells that look empty (空白单元格): nothing but spaces and invisible characters.
import type { Cell } from '../../files/sheet.ts';
import type { Parser } from './fault.ts';
import { compact } from './text.ts';

const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

export const isBlank = (cell: Cell): boolean => cell.kind === 'text' && !VISIBLE.test(cell.text);

/** What a parser answers for a cell that says it is empty. */
export const EMPTY: unique symbol = Symbol('empty');

/** 无, / and dashes, 至今: what people write where there is nothing to write (spec 3.0). */
const PLACEHOLDER = /^(?:无|暂无|至今|[/\\]+|[-‐-―−_]+)$/;

/** An optional cell that such a sign leaves empty. */
export const orEmpty =
  <T>(parser: Parser<T>): Parser<T | typeof EMPTY> =>
  (cell, column) =>
    cell.kind === 'text' && PLACEHOLDER.test(compact(cell.text)) ? EMPTY : parser(cell, column);
