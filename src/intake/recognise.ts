// Which table kind a sheet holds and where its headings stand (认表): by column headings, never by name.
import type { TableKind } from '../model/terms.ts';
import { normalHeading, parseHeading } from './heading.ts';
import type { KindSpec } from './kind.ts';
import { KINDS } from './kinds/index.ts';
import type { Row } from './sheet.ts';
import type { DateColumn, HeaderColumn } from './table.ts';
import { date } from './values/dates.ts';
import { Fault } from './values/fault.ts';
import { compact, shownText } from './values/text.ts';

export interface Fit {
  readonly spec: KindSpec;
  readonly row: Row;
  readonly score: number;
  readonly fields: ReadonlyMap<string, HeaderColumn>;
  readonly dates: readonly DateColumn[];
  /** Headings of a field already taken by an earlier alias. */
  readonly spare: readonly { readonly column: HeaderColumn; readonly used: HeaderColumn; readonly equal: boolean }[];
}

export type Recognition =
  | { readonly type: 'found'; readonly fit: Fit }
  | { readonly type: 'ambiguous'; readonly row: Row; readonly kinds: readonly TableKind[] }
  | { readonly type: 'none'; readonly headings: readonly string[] };

interface Ranked {
  readonly field: string;
  readonly rank: number;
  readonly column: HeaderColumn;
}

const aliasMaps = new Map<KindSpec, ReadonlyMap<string, readonly [field: string, rank: number]>>();

/** Normalised heading → field and position among its aliases. */
export function aliasesOf(spec: KindSpec): ReadonlyMap<string, readonly [field: string, rank: number]> {
  const known = aliasMaps.get(spec);
  if (known) return known;
  const entries = Object.entries(spec.fields).flatMap(([field, aliases]) =>
    aliases.map((alias, rank) => [normalHeading(alias), [field, rank] as const] as const),
  );
  const map = new Map(entries);
  aliasMaps.set(spec, map);
  return map;
}

function headerColumns(row: Row, year: number | null) {
  return row.cells.flatMap((cell) => {
    if (cell.kind === 'error' || cell.kind === 'pending') return [];
    const heading = parseHeading(shownText(cell));
    if (heading.whole === '') return [];
    const context = { heading: heading.shown, unit: heading.unit, year };
    return [{ cell, heading, column: { ...context, column: cell.column } }];
  });
}

type Headers = ReturnType<typeof headerColumns>;

function fitOf(spec: KindSpec, row: Row, headers: Headers): Fit | null {
  const aliases = aliasesOf(spec);
  const ranked = headers.flatMap(({ heading, column }): Ranked[] => {
    const whole = aliases.get(heading.whole);
    const match = whole ?? aliases.get(heading.base);
    // 村（社区） is a name, not a unit
    return match ? [{ field: match[0], rank: match[1], column: whole ? { ...column, unit: null } : column }] : [];
  });
  const best = new Map<string, Ranked>();
  for (const next of ranked) {
    const held = best.get(next.field);
    if (!held || next.rank < held.rank) best.set(next.field, next);
  }
  if (!spec.recognisedBy.some((group) => group.every((field) => best.has(field)))) return null;
  const dates = spec.dateColumns ? dateColumns(headers) : [];
  if (spec.dateColumns && dates.length === 0) return null;
  const spare = ranked.flatMap((next) => {
    const used = best.get(next.field) as Ranked;
    return used === next ? [] : [{ column: next.column, used: used.column, equal: used.rank === next.rank }];
  });
  const fields = new Map([...best].map(([field, { column }]) => [field, column]));
  return { spec, row, score: best.size + dates.length + (dates.length > 0 ? 1 : 0), fields, dates, spare };
}

function dateColumns(headers: Headers): DateColumn[] {
  return headers.flatMap(({ cell, column }) => {
    const bare =
      cell.kind === 'text' ? { ...cell, text: compact(cell.text).replace(/(例会|会议|签到|签到情况)$/, '') } : cell;
    const read = date(bare, column);
    return read instanceof Fault ? [] : [{ column: column.column, date: read, heading: column.heading }];
  });
}

/** Looks for the row that some kind fits best; the first of equals. Rows are the first of the sheet, non-blank. */
export function recognise(rows: readonly Row[], year: number | null): Recognition {
  let best: readonly Fit[] = [];
  let widest: readonly string[] = [];
  for (const row of rows) {
    const headers = headerColumns(row, year);
    const texts = headers.filter(({ cell }) => cell.kind === 'text').map(({ heading }) => heading.shown);
    if (texts.length > widest.length) widest = texts;
    const fits = KINDS.flatMap((spec) => fitOf(spec, row, headers) ?? []);
    const score = Math.max(0, ...fits.map((fit) => fit.score));
    if (score > (best[0]?.score ?? 0)) best = fits.filter((fit) => fit.score === score);
  }
  const [first] = best;
  if (!first) return { type: 'none', headings: widest.slice(0, 12) };
  const kinds = [...new Set(best.map(({ spec }) => spec.kind))];
  return kinds.length > 1 ? { type: 'ambiguous', row: first.row, kinds } : { type: 'found', fit: first };
}
