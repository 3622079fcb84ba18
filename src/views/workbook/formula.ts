// Live formulas (活公式): a small tree that the writer turns into text once rows have their numbers. Only functions that
// Excel 2010 and later, WPS and LibreOffice share.

export const FUNCTIONS = [
  'AND',
  'COUNT',
  'COUNTIF',
  'COUNTIFS',
  'IF',
  'MAX',
  'MIN',
  'OR',
  'ROUND',
  'ROUNDUP',
  'ROWS',
  'SUM',
] as const;
export type SheetFunction = (typeof FUNCTIONS)[number];

type Infix = '+' | '-' | '*' | '/' | '=' | '>=';

/** Cells of a sheet: rows counted from 0 in its `rows`, columns by their keys; `totals` is the row below the rows. */
export interface CellsRef {
  readonly sheet: string;
  readonly row: number | 'totals';
  readonly column: string;
  /** Included; the cell itself where left out. */
  readonly toRow?: number;
  readonly toColumn?: string;
}

export type Formula =
  /** Exact text: `800`, `-12.5`, `19/22`. */
  | { readonly number: string }
  | { readonly text: string }
  | { readonly truth: boolean }
  /** The defined name of a parameter. */
  | { readonly name: string }
  | { readonly cells: CellsRef }
  | { readonly call: SheetFunction; readonly with: readonly Formula[] }
  | { readonly infix: Infix; readonly left: Formula; readonly right: Formula }
  | { readonly minus: Formula };

export const number = (value: number | string): Formula => ({ number: String(value) });
export const truth = (value: boolean): Formula => ({ truth: value });
export const text = (value: string): Formula => ({ text: value });
export const cells = (ref: CellsRef): Formula => ({ cells: ref });
export const call = (name: SheetFunction, ...parts: readonly Formula[]): Formula => ({ call: name, with: parts });
export const infix = (sign: Infix, left: Formula, right: Formula): Formula => ({ infix: sign, left, right });
export const minus = (of: Formula): Formula => ({ minus: of });

/** Sums of yuan in floating point, back to whole fen. */
export const roundedToFen = (of: Formula): Formula => call('ROUND', of, number(2));
