// The text of a cell as a person finds it on opening the file (单元格原文): text to the letter, numbers as shown.
import type { Cell } from '../../files/sheet.ts';
import { shownText } from './text.ts';

/** Null where there is nothing to see: a formula saved without a value. */
export function writtenText(cell: Cell): string | null {
  switch (cell.kind) {
    case 'text':
    case 'error':
      return cell.text;
    case 'pending':
      return null;
    default:
      return shownText(cell);
  }
}
