// Cells that look empty (空白单元格): nothing but spaces and invisible characters.
import type { Cell } from '../sheet.ts';

const VISIBLE = /[^\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/;

export const isBlank = (cell: Cell): boolean => cell.kind === 'text' && !VISIBLE.test(cell.text);
