// A problem is data: a code, where it is, and what the sentence needs. The sentences live in the catalogue.
import type { Fen } from '../model/money.ts';
import type { catalogue } from './catalogue.ts';

/** File relative to the workspace; 1-based row; 0-based column. Null where there is none. */
export interface Place {
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: number | null;
}

export const NOWHERE: Place = { file: null, sheet: null, row: null, column: null };

export type Code = keyof typeof catalogue;
export type DataOf<C extends Code> = Parameters<(typeof catalogue)[C]['words']>[0];

export type Problem = { readonly [C in Code]: ProblemOf<C> }[Code];
/** What a problem may cost in its month; `amount` is null where it cannot be told. */
export interface Stake {
  readonly people: number;
  readonly amount: Fen | null;
}

export interface ProblemOf<C extends Code> {
  readonly code: C;
  readonly place: Place;
  readonly data: DataOf<C>;
  readonly stake?: Stake;
}

export const problem = <C extends Code>(code: C, data: DataOf<C>, place: Place = NOWHERE): Problem =>
  ({ code, place, data }) as ProblemOf<C> as Problem;
