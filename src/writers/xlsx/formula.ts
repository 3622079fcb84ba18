// A live formula as a spreadsheet reads it (without `=`).
import type { CellsRef, Formula } from '../../views/workbook/formula.ts';

/** Where things stand on the sheets of a workbook. Both throw a RangeError for what is not there. */
export interface Positions {
  /** The row of a sheet's cell as numbered on the sheet. */
  readonly row: (sheet: string, row: number | 'totals') => number;
  /** The letter of the column with a key. */
  readonly column: (sheet: string, key: string) => string;
}

const RANKS: Readonly<Record<string, number>> = { '=': 1, '>=': 1, '+': 2, '-': 2, '*': 3, '/': 3 };
const MINUS_RANK = 4;

const quoted = (text: string, quote: string): string => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;

export const quotedSheet = (sheet: string): string => quoted(sheet, "'");

/** A name of Chinese characters needs no quotes; other letters and digits may look like a cell. */
const sheetPrefix = (sheet: string): string =>
  `${/^\p{Script=Han}[\p{L}\p{N}_]*$/u.test(sheet) ? sheet : quotedSheet(sheet)}!`;

function reference(own: string, { sheet, row, column, toRow, toColumn }: CellsRef, at: Positions): string {
  // Sorted rows keep what they refer to on other sheets.
  const fixed = sheet === own ? '' : '$';
  const cell = (key: string, number: number | 'totals') =>
    `${fixed}${at.column(sheet, key)}${fixed}${at.row(sheet, number)}`;
  const first = cell(column, row);
  const isRange = toRow !== undefined || toColumn !== undefined;
  const last = cell(toColumn ?? column, toRow ?? row);
  return `${sheet === own ? '' : sheetPrefix(sheet)}${isRange ? `${first}:${last}` : first}`;
}

/** `own` is the sheet on which the formula stands. */
export function formulaText(formula: Formula, own: string, at: Positions): string {
  const render = (part: Formula, outer: number): string => {
    if ('number' in part) {
      const isPlain = /^\d+(\.\d+)?$/.test(part.number);
      return isPlain || outer < MINUS_RANK - 1 ? part.number : `(${part.number})`;
    }
    if ('text' in part) return quoted(part.text, '"');
    if ('truth' in part) return part.truth ? 'TRUE' : 'FALSE';
    if ('name' in part) return part.name;
    if ('cells' in part) return reference(own, part.cells, at);
    if ('call' in part) return `${part.call}(${part.with.map((one) => render(one, 0)).join(',')})`;
    if ('minus' in part) return `-${render(part.minus, MINUS_RANK)}`;
    const rank = RANKS[part.infix] as number;
    const said = `${render(part.left, rank)}${part.infix}${render(part.right, rank + 1)}`;
    return rank < outer ? `(${said})` : said;
  };
  return render(formula, 0);
}
