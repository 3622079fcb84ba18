// What a table kind declares: its columns, how it is recognised, how a row parses (表的种类).
import type { TableKind } from '../model/terms.ts';
import type { Drafts } from './kinds/drafts.ts';
import type { Reason } from './rows/reasons.ts';
import type { RowReader } from './rows/row-reader.ts';
import type { ParsedTable } from './table.ts';
import type { Vocabulary } from './values/words.ts';

/** What values a column of no known heading may hold to be one of this kind's: what an office is asked about (spec 3.0). */
export type FieldType = 'date' | 'money' | 'rate' | 'number' | 'dayPart' | 'verdict' | 'person';

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
  /** The closed vocabularies of its columns: an office may add words of its own (用词). */
  readonly words: Partial<Readonly<Record<NoInfer<F>, { readonly vocabulary: Vocabulary }>>>;
  /** Fields that move money and may stand under a heading that is not known, by what their values look like. */
  readonly typed: Partial<Readonly<Record<NoInfer<F>, FieldType>>>;
  /** Why a row that says nothing is passed over. */
  leftOut(row: RowReader<NoInfer<F>>): Reason | null;
  /** A row as a draft, or as several; null when a required cell could not be read (the reader holds the problem). */
  parse(row: RowReader<NoInfer<F>>): Drafts[K] | readonly Drafts[K][] | null;
  /** Settles what needs the whole column, such as units of bare numbers. */
  finish(table: ParsedTable<K>): void;
}

type Optional =
  | 'dateColumns'
  | 'comparesOtherColumns'
  | 'keepsOtherPeriods'
  | 'tellsAhead'
  | 'words'
  | 'typed'
  | 'leftOut'
  | 'finish';

type Given<K extends TableKind, F extends string> = Omit<KindSpec<K, F>, Optional> &
  Partial<Pick<KindSpec<K, F>, Optional>>;

/** A kind, and as versions before 0.4.0 knew it. */
export interface Kind<K extends TableKind = TableKind, F extends string = string> extends KindSpec<K, F> {
  readonly before: KindSpec<K, F>;
}

export function defineKind<K extends TableKind, F extends string>(
  given: Given<K, F> & {
    /** Headings that versions before 0.4.0 knew otherwise, or not at all. */
    readonly before?: Partial<Readonly<Record<NoInfer<F>, readonly string[]>>>;
    readonly recognisedBefore?: readonly (readonly NoInfer<F>[])[];
    readonly requiredBefore?: readonly (readonly NoInfer<F>[])[];
  },
): Kind<K, F> {
  const { before = {}, recognisedBefore, requiredBefore, ...spec } = given;
  const now: KindSpec<K, F> = {
    dateColumns: false,
    comparesOtherColumns: false,
    keepsOtherPeriods: false,
    tellsAhead: false,
    words: {},
    typed: {},
    leftOut: () => null,
    finish: () => {},
    ...spec,
  };
  const then: KindSpec<K, F> = {
    ...now,
    fields: { ...now.fields, ...before },
    recognisedBy: recognisedBefore ?? now.recognisedBy,
    required: requiredBefore ?? now.required,
  };
  return { ...now, before: then };
}
