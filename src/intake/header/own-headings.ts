// An office's own headings (列名): what they stand for, checked against the headings the program knows.
import { TABLE_KINDS } from '../../model/terms.ts';
import type { ValueRules } from '../../model/value-rules.ts';
import { type Place, type Problem, problem } from '../../problems/problem.ts';
import type { KindSpec } from '../kind.ts';
import { KINDS, kindsOf } from '../kinds/index.ts';
import type { OwnHeadingDraft } from '../kinds/own-headings.ts';
import { isOfficeKind } from '../office-kinds.ts';
import { distanceUnit } from '../values/distances.ts';
import { durationUnit } from '../values/durations.ts';
import { compact } from '../values/text.ts';
import { aliasesOf, canonicalHeading } from './aliases.ts';
import { type Heading, matchHeading, parseHeading } from './heading.ts';

interface OwnHeading {
  readonly field: string;
  /** That the office gave; null where it gave none. */
  readonly unit: string | null;
  /** Behind every heading the program knows; the first row of 列名 first. */
  readonly rank: number;
}

/** By kind, then by normalised heading. */
export type OwnHeadings = ReadonlyMap<KindSpec, ReadonlyMap<string, OwnHeading>>;

export const NO_OWN_HEADINGS: OwnHeadings = new Map();

/** What a heading of a sheet stands for, with its unit: the one at hand, else the one the office gave. */
export function ownHeadingOf(own: OwnHeadings, spec: KindSpec, heading: Heading): OwnHeading | null {
  const known = own.get(spec);
  const match = known && matchHeading(heading, (name) => known.get(name));
  if (!match) return null;
  const { name, found, unit } = match;
  return { ...found, unit: name === heading.whole ? (found.unit ?? heading.unit) : (unit ?? found.unit) };
}

export interface OwnHeadingRow extends OwnHeadingDraft {
  readonly place: Place;
  readonly columns: Readonly<Record<string, number>>;
}

const BEHIND_ALL = 1_000;
/** Kinds whose headings an office may name: not those of its own workbook. */
const NAMED = KINDS.filter(({ kind }) => !isOfficeKind(kind));
export const KIND_NAMES = [...new Set(NAMED.map(({ kind }) => TABLE_KINDS[kind]))];

/** Fields whose bare numbers need a unit. */
const UNITS: Readonly<Record<string, (unit: string) => string | null>> = {
  onlineTime: durationUnit,
  mileage: distanceUnit,
};

/** What a unit measures in, 分 and 分钟 alike; null when it is none. */
const measureOf = (unit: string): string | null => durationUnit(unit) ?? distanceUnit(unit);

const contradict = (written: string | null, given: string | null): boolean =>
  written !== null && given !== null && measureOf(written) !== null && measureOf(written) !== measureOf(given);

/** 巡查 and 巡查表 */
const specsNamed = (table: string, rules: ValueRules): readonly KindSpec[] =>
  kindsOf(rules)
    .filter(({ kind }) => !isOfficeKind(kind))
    .filter(({ kind }) => [TABLE_KINDS[kind], `${TABLE_KINDS[kind]}表`].includes(compact(table)));

/** The field and unit that a meaning names; null where it is no heading of the kind, or its unit none. */
function meaningOf(spec: KindSpec, meaning: Heading): { readonly field: string; readonly unit: string | null } | null {
  const aliases = aliasesOf(spec);
  const match = matchHeading(meaning, (name) => aliases.get(name));
  if (!match) return null;
  const { name, unit } = match;
  const [field] = match.found;
  // What stands behind a heading that the program knows must be a unit its figures can have.
  const isUnit = unit !== null && UNITS[field]?.(unit) != null;
  return name === meaning.whole || isUnit ? { field, unit } : null;
}

/** The rows of 列名 as what they say, and what is wrong with them; a wrong row says nothing. */
export function readOwnHeadings(
  rows: readonly OwnHeadingRow[],
  rules: ValueRules,
): {
  readonly headings: OwnHeadings;
  readonly problems: Problem[];
} {
  const headings = new Map<KindSpec, Map<string, OwnHeading>>();
  const problems: Problem[] = [];
  for (const [index, row] of rows.entries()) {
    const at = (field: 'table' | 'heading' | 'meaning'): Place => ({
      ...row.place,
      column: row.columns[field] ?? null,
    });
    const specs = specsNamed(row.table, rules);
    if (specs.length === 0) {
      problems.push(problem('ownHeadingTable', { found: row.table, allowed: KIND_NAMES }, at('table')));
      continue;
    }
    const kind = TABLE_KINDS[(specs[0] as KindSpec).kind];
    const [heading, meaning] = [parseHeading(row.heading), parseHeading(row.meaning)];
    const meant = specs.flatMap((spec) => {
      const found = meaningOf(spec, meaning);
      return found ? [{ spec, ...found }] : [];
    });
    if (meant.length === 0) {
      const allowed = Object.keys((specs[0] as KindSpec).fields).map((field) =>
        canonicalHeading(specs[0] as KindSpec, field),
      );
      problems.push(problem('ownHeadingMeaning', { kind, found: row.meaning, allowed }, at('meaning')));
      continue;
    }
    for (const { spec, field, unit } of meant) {
      const aliases = aliasesOf(spec);
      const known = matchHeading(heading, (name) => aliases.get(name))?.found;
      const held = headings.get(spec)?.get(heading.whole);
      if (known && known[0] !== field) {
        const data = { kind, heading: row.heading, known: canonicalHeading(spec, known[0]), found: row.meaning };
        problems.push(problem('ownHeadingKnown', data, at('heading')));
      } else if (contradict(heading.unit, unit)) {
        const data = { heading: row.heading, found: row.meaning, written: heading.unit ?? '', unit: unit ?? '' };
        problems.push(problem('ownHeadingUnits', data, at('meaning')));
      } else if (held && (held.field !== field || held.unit !== unit)) {
        const said = `${canonicalHeading(spec, held.field)}${held.unit === null ? '' : `(${held.unit})`}`;
        problems.push(
          problem('ownHeadingTwice', { kind, heading: row.heading, said, found: row.meaning }, at('meaning')),
        );
      } else if (!held) {
        const ofKind = headings.get(spec) ?? new Map<string, OwnHeading>();
        headings.set(spec, ofKind.set(heading.whole, { field, unit, rank: BEHIND_ALL + index }));
      }
    }
  }
  return { headings, problems: distinct(problems) };
}

/** Two forms of one kind may find the same mistake. */
const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((found) => [JSON.stringify(found), found])).values(),
];
