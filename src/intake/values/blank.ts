// Cells that look empty (空白单元格): nothing but spaces and invisible characters.
import type { Cell } from '../sheet.ts';

const VISIBLE = /[^\s\u200b-\u200f\u2060\ufeff]/;

export const isBlank = (cell: Cell): boolean => cell.kind === 'text' && !VISIBLE.test(cell.text);
