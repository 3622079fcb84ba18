// Cells that look empty (空白单元格): nothing but spaces and invisible characters.
import type { Cell } from '../sheet.ts';

const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

export const isBlank = (cell: Cell): boolean => cell.kind === 'text' && !VISIBLE.test(cell.text);
