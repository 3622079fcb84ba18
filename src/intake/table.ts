// A table as parsed: its header and typed entries, people and grids not yet looked up (表).
import type { CivilDate } from '../model/civil.ts';
import type { Origin, TableInfo } from '../model/source.ts';
import type { PatrolFigure, TableKind } from '../model/terms.ts';
import type { ValueRules } from '../model/value-rules.ts';
import type { Place, Problem } from '../problems/problem.ts';
import type { Drafts } from './kinds/drafts.ts';
import type { ColumnProfile } from './rows/column-profile.ts';
import type { Entries } from './rows/entries.ts';
import type { Ledger } from './rows/ledger.ts';
import type { DistanceUnit } from './values/distances.ts';
import type { DurationUnit } from './values/durations.ts';
import type { ColumnContext } from './values/fault.ts';

/** Whose folder a file lies in: the workspace, the month, the month before. */
export type Side = 'root' | 'month' | 'previous';

/** What a row says about whom it concerns; null where the cell is empty or the column missing. */
export interface PersonRef {
  readonly id: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly name: string | null;
}

/** A row parsed; `value` is null for a row in error, whose `problems` say why. Warnings of good rows stand there too. */
export interface Entry<V> {
  readonly row: number;
  readonly value: V | null;
  readonly person: PersonRef | null;
  readonly grids: readonly string[];
  readonly township: string | null;
  /** 编号 of a report or task, where it could be read: known of rows in error, too. */
  readonly key: string | null;
  /** Whether the row's date lies in the period; null when it has none that could be read. */
  readonly inPeriod: boolean | null;
  /** A digest of the cells in columns no field takes. */
  readonly others: number;
  readonly problems: readonly Problem[];
}

export interface HeaderColumn extends ColumnContext {
  readonly column: number;
}

/** A column no field takes; `spare` when another column holds its field. */
export interface UnusedColumn extends HeaderColumn {
  readonly spare: boolean;
}

export interface ParsedTable<K extends TableKind = TableKind> {
  readonly kind: K;
  readonly file: string;
  readonly sheet: string | null;
  readonly side: Side;
  /** What stands above the headings, the sheet's name, the file's name. */
  readonly titles: readonly string[];
  /** The first row of the header. */
  readonly headerTop: number;
  /** The last row of the header: data begin below it. A heading of several rows reads 走访（次）/重点人员. */
  readonly headerRow: number;
  readonly fields: ReadonlyMap<string, HeaderColumn>;
  readonly dates: readonly DateColumn[];
  /** Patrol figures that a matrix gives, known when its rows are read; those of a list are among the fields. */
  readonly figures: Map<string, HeaderColumn>;
  readonly unused: readonly UnusedColumn[];
  readonly entries: Entries<Drafts[K]>;
  readonly ledger: Ledger;
  readonly problems: Problem[];
  readonly valueRules: ValueRules;
  /** Rows of the month that are none (作废、未获批准), and those that are not yet (待审). */
  readonly voided: number[];
  readonly pending: number[];
  /** Rows dated outside the period that are not kept as entries. */
  otherPeriod: number;
  /** The first of them. */
  otherPeriodRow: number | null;
  /** The days they bear, as far as they were noted. */
  readonly otherDates: Set<CivilDate>;
  /** True when a required column is missing or the file broke off: rows are lacking. */
  incomplete: boolean;
  /** Figures whose unit was inferred from the size of the numbers. */
  readonly inferred: Map<string, DurationUnit | DistanceUnit>;
  /** What the values of columns look like that no field takes. */
  readonly profiles: Map<number, ColumnProfile>;
  /** Index in Facts.tables; -1 until the run has settled which tables it takes. */
  id: number;
}

export const placeIn = (
  table: Pick<ParsedTable, 'file' | 'sheet'>,
  row: number | null,
  column: number | null,
): Place => ({
  file: table.file,
  sheet: table.sheet,
  row,
  column,
});

/** The place of a field's cell in a row. */
export const fieldPlace = (table: ParsedTable, row: number, field: string): Place =>
  placeIn(table, row, table.fields.get(field)?.column ?? null);

export const originOf = (table: ParsedTable, row: number): Origin => ({ table: table.id, row });

export const columnsOf = (table: ParsedTable): Readonly<Record<string, number>> => ({
  ...effectColumn(table),
  ...Object.fromEntries([...table.fields].map(([field, { column }]) => [field, column])),
});

/** Columns that tell of a report's effect, the one that is asked first in front. */
export const EFFECT_FIELDS = ['effective', 'verdict', 'review'] as const;

/** Whatever its heading, the column that decides stands for the effect. */
function effectColumn({ kind, fields }: ParsedTable): Readonly<Record<string, number>> {
  const field = kind === 'reports' ? EFFECT_FIELDS.find((one) => fields.has(one)) : undefined;
  const column = field === undefined ? undefined : fields.get(field)?.column;
  return column === undefined ? {} : { effective: column };
}

export const infoOf = (table: ParsedTable): TableInfo => ({
  id: table.id,
  file: table.file,
  sheet: table.sheet,
  kind: table.kind,
  headerRow: table.headerRow,
  columns: columnsOf(table),
  rows: table.ledger.balance(),
});

/** The tables of one kind, in order. */
export const tablesOf = <K extends TableKind>(tables: readonly ParsedTable[], kind: K): ParsedTable<K>[] =>
  tables.filter((table): table is ParsedTable<K> & ParsedTable => table.kind === kind);

/** A heading of the wide form: one column a date. */
export interface DateColumn {
  readonly column: number;
  readonly date: CivilDate;
  /** What the heading says besides the date, such as 安全会; null for nothing. */
  readonly name: string | null;
  readonly heading: string;
  /** The figure of daily patrol in the column, where the header tells, or √ and × for the day; its unit, where it has one. */
  readonly figure: PatrolFigure | typeof MARK | null;
  readonly unit: string | null;
}

/** A matrix of daily patrol says √ or × of each day and holds no figures. */
export const MARK = 'mark';

export const isMarked = ({ dates }: Pick<ParsedTable, 'dates'>): boolean => dates.some(({ figure }) => figure === MARK);
