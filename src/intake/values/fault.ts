// Why a cell has no usable value: a problem that still lacks its place.
import type { Cell } from '../../files/sheet.ts';
import type { Fraction } from '../../model/fraction.ts';
import { type Code, type DataOf, type Place, type Problem, problem } from '../../problems/problem.ts';
import { withoutAccounts } from './masked.ts';

/** Cells that hold a value; error cells and formulas without one are refused before any parser sees them. */
export type ValueCell = Exclude<Cell, { readonly kind: 'error' | 'pending' }>;

/** What a parser knows of the column: its heading as found, the unit in the heading, the year of `7月1日`. */
export interface ColumnContext {
  readonly heading: string;
  readonly unit: string | null;
  readonly year: number | null;
}

export class Fault {
  constructor(readonly at: (place: Place) => Problem) {}
}

/** What was found in the cell is told, but for a number that belongs to a person. */
const told = <D extends object>(data: D): D =>
  'found' in data && typeof data.found === 'string' ? { ...data, found: withoutAccounts(data.found) } : data;

export const fault = <C extends Code>(code: C, data: DataOf<C>): Fault =>
  new Fault((place) => problem(code, told(data), place));

/** Reads a non-empty cell; what it cannot read it answers with a fault. */
export type Parser<T> = (cell: ValueCell, column: ColumnContext) => T | Fault;

/** A number without a unit: what it measures is settled when the whole column is known (spec 3). */
export interface Bare {
  readonly bare: Fraction;
}

export const isBare = (value: unknown): value is Bare => typeof value === 'object' && value !== null && 'bare' in value;
