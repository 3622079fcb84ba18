// What a table kind declares: its columns, how it is recognised, how a row parses (表的种类).
import type { TableKind } from '../model/terms.ts';
import type { Drafts } from './kinds/drafts.ts';
import type { Reason } from './rows/reasons.ts';
import type { RowReader } from './rows/row-reader.ts';
import type { ParsedTable } from './table.ts';

export interface KindSpec<K extends TableKind = TableKind, F extends string = string> {
  readonly kind: K;
  /** Field → headings it is known by, the canonical one first. */
  readonly fields: Readonly<Record<F, readonly string[]>>;
  /** A header row is a candidate when it has all fields of one of these groups. */
  readonly recognisedBy: readonly (readonly NoInfer<F>[])[];
  /** Of each group at least one column must be there. */
  readonly required: readonly (readonly NoInfer<F>[])[];
  /** The wide form: at least one heading is a date. */
  readonly dateColumns: boolean;
  /** Whether rows that differ in columns no field takes are different rows. */
  readonly comparesOtherColumns: boolean;
  /** Keeps rows of another period as entries: their ids and categories still matter. */
  readonly keepsOtherPeriods: boolean;
  /** Rows about days to come tell what is known today: a month in progress takes them too. */
  readonly tellsAhead: boolean;
  /** Why a row that says nothing is passed over. */
  leftOut(row: RowReader<NoInfer<F>>): Reason | null;
  /** A row as a draft, or as several; null when a required cell could not be read (the reader holds the problem). */
  parse(row: RowReader<NoInfer<F>>): Drafts[K] | readonly Drafts[K][] | null;
  /** Settles what needs the whole column, such as units of bare numbers. */
  finish(table: ParsedTable<K>): void;
}

type Optional = 'dateColumns' | 'comparesOtherColumns' | 'keepsOtherPeriods' | 'tellsAhead' | 'leftOut' | 'finish';

export const defineKind = <K extends TableKind, F extends string>(
  spec: Omit<KindSpec<K, F>, Optional> & Partial<Pick<KindSpec<K, F>, Optional>>,
): KindSpec<K, F> => ({
  dateColumns: false,
  comparesOtherColumns: false,
  keepsOtherPeriods: false,
  tellsAhead: false,
  leftOut: () => null,
  finish: () => {},
  ...spec,
});
