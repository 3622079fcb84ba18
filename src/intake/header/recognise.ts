// Which table kind a sheet holds and where its headings stand (认表): by column headings, never by name.
import type { Row } from '../../files/sheet.ts';
import { type YearMonth, yearOf } from '../../model/civil.ts';
import type { TableKind } from '../../model/terms.ts';
import { VALUE_RULES_NOW, type ValueRules } from '../../model/value-rules.ts';
import type { KindSpec } from '../kind.ts';
import { kindsOf } from '../kinds/index.ts';
import type { DateColumn, HeaderColumn } from '../table.ts';
import { aliasesOf } from './aliases.ts';
import { withoutFalseDates } from './false-dates.ts';
import { HEADER_HEIGHT, type HeadedColumn, type Header, headerOf, headerRows, namesIn } from './header.ts';
import { withRowBelow } from './header-below.ts';
import { matchHeading } from './heading.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { NO_OWN_HEADINGS, type OwnHeadings, ownHeadingOf } from './own-headings.ts';
import { type Nearest, nearestKind } from './suggestions.ts';

/** How many rows are searched for the headings. */
const HEADER_SEARCH = 20;
/** How many rows a sheet must be read for to be recognised: the last header begun, and some rows below it. */
export const HEAD_ROWS = HEADER_SEARCH + 10;

/** What is known of a sheet besides its rows. */
export interface Sighting {
  /** The month of the folder; null for tables that belong to none. */
  readonly period: YearMonth | null;
  readonly own?: OwnHeadings;
  readonly sheet?: string | null;
  /** Path of the file. */
  readonly file?: string | null;
  readonly valueRules?: ValueRules;
}

export interface Fit {
  readonly spec: KindSpec;
  /** The rows of the header. */
  readonly rows: readonly Row[];
  /** The last of them. */
  readonly row: Row;
  /** The rows above the header. */
  readonly above: readonly Row[];
  readonly score: number;
  readonly fields: ReadonlyMap<string, HeaderColumn>;
  readonly dates: readonly DateColumn[];
  readonly matrix: Matrix | null;
  /** Headings of a field already taken by an earlier alias. */
  readonly spare: readonly { readonly column: HeaderColumn; readonly used: HeaderColumn; readonly equal: boolean }[];
  /** Headings that stand for nothing. */
  readonly unknown: readonly HeaderColumn[];
}

export type Recognition =
  | { readonly type: 'found'; readonly fit: Fit }
  | { readonly type: 'ambiguous'; readonly row: Row; readonly kinds: readonly TableKind[] }
  | { readonly type: 'none'; readonly headings: readonly string[]; readonly nearest: NearestRow | null };

/** The kind that a row nearly fits. */
interface NearestRow extends Nearest {
  readonly row: Row;
}

interface Ranked {
  readonly field: string;
  readonly rank: number;
  readonly column: HeaderColumn;
}

/** A name told by the group as well counts before one of the column alone. */
const ALONE = 500;

/** What a column stands for in a kind; null for nothing. */
function meaningOf(spec: KindSpec, { names, header }: HeadedColumn, own: OwnHeadings): Ranked | null {
  const aliases = aliasesOf(spec);
  for (const { heading, groupUnit, behind } of names) {
    const known = matchHeading(heading, (name) => aliases.get(name));
    const mine = ownHeadingOf(own, spec, heading);
    const [field, rank] = known?.found ?? [mine?.field, mine?.rank];
    if (field === undefined || rank === undefined) continue;
    const unit = (known ? known.unit : mine?.unit) ?? mine?.unit ?? groupUnit;
    return { field, rank: rank + (behind ? ALONE : 0), column: { ...header, unit } };
  }
  return null;
}

/** A header and, read when first asked for, the dates in it. */
interface Candidate {
  readonly header: Header;
  readonly above: readonly Row[];
  readonly matrix: () => Matrix | null;
}

function fitOf(spec: KindSpec, { header, above, matrix: read }: Candidate, own: OwnHeadings): Fit | null {
  const ranked = header.columns.flatMap((column) => meaningOf(spec, column, own) ?? []);
  const best = new Map<string, Ranked>();
  for (const next of ranked) {
    const held = best.get(next.field);
    if (!held || next.rank < held.rank) best.set(next.field, next);
  }
  if (!spec.recognisedBy.some((group) => group.every((field) => best.has(field)))) return null;
  const matrix = spec.dateColumns ? read() : null;
  if (spec.dateColumns && matrix?.kind !== spec.kind) return null;
  const dates = matrix?.dates ?? [];
  const spare = ranked.flatMap((next) => {
    const used = best.get(next.field) as Ranked;
    return used === next ? [] : [{ column: next.column, used: used.column, equal: used.rank === next.rank }];
  });
  const fields = new Map([...best].map(([field, { column }]) => [field, column]));
  const known = new Set([...ranked.map(({ column }) => column), ...dates].map(({ column }) => column));
  const unknown = header.columns.map((column) => column.header).filter(({ column }) => !known.has(column));
  const score = best.size + dates.length + (dates.length > 0 ? 1 : 0);
  const row = header.rows.at(-1) as Row;
  return { spec, rows: header.rows, row, above, score, fields, dates, matrix, spare, unknown };
}

/** Every name that some kind, or the office, knows a column by. */
function namesKnown(own: OwnHeadings, rules: ValueRules): ReadonlySet<string> {
  const names = NAMES[rules];
  const known =
    names.get(own) ??
    new Set(kindsOf(rules).flatMap((spec) => [...aliasesOf(spec).keys(), ...(own.get(spec)?.keys() ?? [])]));
  names.set(own, known);
  return known;
}
const NAMES: Readonly<Record<ValueRules, WeakMap<OwnHeadings, ReadonlySet<string>>>> = {
  1: new WeakMap(),
  2: new WeakMap(),
};

/** Headers of one row, then of two, then of three, that hold a name of a column. */
function* candidatesIn(
  rows: readonly Row[],
  { period, sheet = null, file = null, own = NO_OWN_HEADINGS, valueRules = VALUE_RULES_NOW }: Sighting,
): Generator<Candidate> {
  const searched = Math.min(rows.length, HEADER_SEARCH);
  const known = namesKnown(own, valueRules);
  for (let height = 1; height <= HEADER_HEIGHT; height++) {
    for (let start = 0; start + height <= searched; start++) {
      const block = headerRows(rows, start, height);
      if (!block || !namesIn(block, (name) => known.has(name))) continue;
      const header = withRowBelow(headerOf(block, period && yearOf(period)), rows[start + height]);
      const above = rows.slice(0, start);
      let read: Matrix | null | undefined;
      const matrix = () => {
        if (read === undefined) {
          const below = rows.slice(start + height);
          read = matrixOf(header, { sheet, file, period, above, below, valueRules });
        }
        return read;
      };
      yield { header, above, matrix };
    }
  }
}

/**
 * Looks for the header that some kind fits best; the first of equals, so that a row more is only taken for a heading
 * where it tells more. Rows are the first of the sheet, non-blank.
 */
export function recognise(rows: readonly Row[], sighting: Sighting): Recognition {
  const { own = NO_OWN_HEADINGS, valueRules = VALUE_RULES_NOW } = sighting;
  const candidates = [...candidatesIn(rows, sighting)];
  const fits = withoutFalseDates(
    candidates.flatMap((candidate) => kindsOf(valueRules).flatMap((spec) => fitOf(spec, candidate, own) ?? [])),
  );
  const score = Math.max(0, ...fits.map((fit) => fit.score));
  const highest = fits.filter((fit) => fit.score === score);
  const best = highest.filter((fit) => fit.rows === highest[0]?.rows);
  const [first] = best;
  if (!first)
    return { type: 'none', headings: widest(rows.slice(0, HEADER_SEARCH)), nearest: nearestRow(candidates, own) };
  const kinds = [...new Set(best.map(({ spec }) => spec.kind))];
  return kinds.length > 1 ? { type: 'ambiguous', row: first.row, kinds } : { type: 'found', fit: first };
}

/** The headings of the row with the most texts. */
export const widestRow = (rows: readonly Row[]): string[] => widest(rows.slice(0, HEADER_SEARCH));

function widest(rows: readonly Row[]): string[] {
  let most: string[] = [];
  for (const row of rows) {
    const texts = headerOf([row], null)
      .columns.filter(({ path }) => path[0]?.kind === 'text')
      .map(({ header }) => header.heading);
    if (texts.length > most.length) most = texts;
  }
  return most.slice(0, 12);
}

function nearestRow(candidates: readonly Candidate[], own: OwnHeadings): NearestRow | null {
  const nearest = nearestKind(
    candidates.map(({ header }) =>
      header.columns.map((column) => ({
        header: column.header,
        fieldIn: (spec: KindSpec) => meaningOf(spec, column, own)?.field ?? null,
      })),
    ),
  );
  return nearest && { ...nearest, row: candidates[nearest.header]?.header.rows.at(-1) as Row };
}
