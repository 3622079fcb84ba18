// What unknown headings may stand for (列名建议): compared with the headings of the fields that a table lacks.
import { PATROL_FIGURES, type PatrolFigure, TABLE_KINDS, type TableKind } from '../../model/terms.ts';
import type { HeadingSuggestion } from '../../problems/intake/suggestion.ts';
import type { KindSpec } from '../kind.ts';
import { PERSON_FIELDS, PLACE_FIELDS } from '../kinds/common.ts';
import { KINDS } from '../kinds/index.ts';
import { isOfficeKind } from '../office-kinds.ts';
import type { HeaderColumn } from '../table.ts';
import { aliasesOf, canonicalHeading } from './aliases.ts';
import { parseHeading } from './heading.ts';
import { similarity } from './similarity.ts';

/** Columns every export may have beside its own; they stand for no field. */
const EVERYDAY = new Set(
  '序号 行号 备注 说明 部门 科室 单位 性别 年龄 民族 学历 政治面貌 出生日期 出生年月 入党日期 入党时间 审核日期 审核时间 审核人 创建时间 更新时间 合计 小计'.split(
    ' ',
  ),
);

/** How alike a heading must be: to a field the table cannot do without, and to one it may lack. */
interface Floor {
  readonly similarity: number;
  /** Shorter headings are too easily alike. */
  readonly length: number;
}
const NEEDED: Floor = { similarity: 0.5, length: 2 };
const OPTIONAL: Floor = { similarity: 0.75, length: 4 };
/** A longer text is no heading. */
const LONGEST = 20;
/** A heading like more fields than this is like none. */
const MOST_MEANINGS = 2;

interface Likeness {
  readonly unknown: HeaderColumn;
  readonly field: string;
  readonly score: number;
}

/** The heading, and its own part where it stands below a group. */
function namesOf({ heading }: HeaderColumn): string[] {
  const { base } = parseHeading(heading);
  return [...new Set([base, base.slice(base.lastIndexOf('/') + 1)])];
}

function likenessOf(spec: KindSpec, field: string, unknown: HeaderColumn, floor: Floor): Likeness | null {
  const names = namesOf(unknown).filter(({ length }) => length >= floor.length && length <= LONGEST);
  if (names.some((name) => EVERYDAY.has(name))) return null;
  const aliases = [...aliasesOf(spec)].filter(([alias, [of]]) => of === field && alias.length >= floor.length);
  const score = Math.max(0, ...aliases.flatMap(([alias]) => names.map((name) => similarity(name, alias))));
  return score >= floor.similarity ? { unknown, field, score } : null;
}

/** Each unknown heading with the field it is most like, where no other heading is more like that field. */
function suggested(
  spec: KindSpec,
  fields: readonly string[],
  unknown: readonly HeaderColumn[],
  floor: Floor,
): HeadingSuggestion[] {
  if (isOfficeKind(spec.kind)) return [];
  const all = unknown.flatMap((one) => fields.flatMap((field) => likenessOf(spec, field, one, floor) ?? []));
  const best = all.filter(
    (one) =>
      !all.some((other) => other.score > one.score && (other.unknown === one.unknown || other.field === one.field)),
  );
  return unknown.flatMap((one) => {
    const meanings = best.filter((like) => like.unknown === one).map(({ field }) => canonicalHeading(spec, field));
    if (meanings.length === 0 || meanings.length > MOST_MEANINGS) return [];
    return [{ kind: TABLE_KINDS[spec.kind], column: one.column, heading: one.heading, meanings }];
  });
}

/** For fields that a table cannot do without. */
export const suggestionsFor = (
  spec: KindSpec,
  fields: readonly string[],
  unknown: readonly HeaderColumn[],
): HeadingSuggestion[] => suggested(spec, fields, unknown, NEEDED);

/** The column a problem stands at: that of its only suggestion. */
export const suggestedColumn = (suggestions: readonly HeadingSuggestion[]): number | null =>
  suggestions.length === 1 ? (suggestions[0]?.column ?? null) : null;

const PATROL = KINDS.find(({ kind, fields }) => kind === 'patrol' && 'onlineTime' in fields) as KindSpec;

/** For a figure no column of a patrol table holds. */
export const figureSuggestions = (figure: PatrolFigure, unknown: readonly HeaderColumn[]): HeadingSuggestion[] =>
  suggestionsFor(PATROL, [figure], unknown);

/** Fields that only describe people and places, and figures, which are looked for over all tables together. */
const NOT_MISSED: ReadonlySet<string> = new Set(
  [...Object.keys(PERSON_FIELDS), ...Object.keys(PLACE_FIELDS), ...Object.keys(PATROL_FIGURES)].filter(
    (field) => !['grid', 'township', 'onlineRate'].includes(field),
  ),
);

/** For fields that a table may lack: only headings that are nearly theirs. */
export function optionalSuggestions(
  spec: KindSpec,
  taken: (field: string) => boolean,
  unknown: readonly HeaderColumn[],
): HeadingSuggestion[] {
  const fields = Object.keys(spec.fields).filter((field) => !taken(field) && !NOT_MISSED.has(field));
  return suggested(spec, fields, unknown, OPTIONAL);
}

/** The kind that a row of headings fits but for a few columns. */
export interface Nearest {
  readonly kind: TableKind;
  /** Headings of the fields that the kind cannot do without. */
  readonly missing: readonly string[];
  readonly suggestions: readonly HeadingSuggestion[];
}

/** A column of a header, and the field it is of a kind. */
export interface SeenColumn {
  readonly header: HeaderColumn;
  readonly fieldIn: (spec: KindSpec) => string | null;
}

interface Candidate extends Nearest {
  readonly known: number;
  /** How alike the headings are to the fields that are missing. */
  readonly likeness: number;
}

/** Fields that must be known of a row before it is said to be near a kind. */
const KNOWN_AT_LEAST = 2;

function candidate(spec: KindSpec, columns: readonly SeenColumn[]): Candidate | null {
  const fields = columns.map(({ fieldIn }) => fieldIn(spec));
  const known = new Set(fields.filter((field) => field !== null));
  if (known.size < KNOWN_AT_LEAST) return null;
  const unknown = columns.filter((_, index) => fields[index] === null).map(({ header }) => header);
  const required = spec.required.filter((group) => !group.some((field) => known.has(field)));
  const best = spec.recognisedBy
    .map((group) => ({ group, lacking: group.filter((field) => !known.has(field)) }))
    .filter(({ group, lacking }) => lacking.length < group.length || group.length === 1)
    .flatMap(({ lacking }) => {
      const suggestions = suggestionsFor(spec, [...new Set([...lacking, ...required.flat()])], unknown);
      const isAnswered = (field: string) =>
        suggestions.some(({ meanings }) => meanings.includes(canonicalHeading(spec, field)));
      if (!lacking.every(isAnswered)) return [];
      const without = required.flatMap((group) =>
        group.some((field) => lacking.includes(field)) ? [] : (group[0] ?? []),
      );
      const missing = [...lacking, ...without].map((field) => canonicalHeading(spec, field));
      return [{ missing, suggestions, likeness: likenessTo(spec, lacking, unknown) }];
    })
    .sort((a, b) => a.missing.length - b.missing.length || b.likeness - a.likeness)[0];
  return best ? { ...best, kind: spec.kind, known: known.size } : null;
}

/** The mean over the fields of the likest heading's score. */
const likenessTo = (spec: KindSpec, fields: readonly string[], unknown: readonly HeaderColumn[]): number =>
  fields
    .map((field) => Math.max(0, ...unknown.map((one) => likenessOf(spec, field, one, NEEDED)?.score ?? 0)))
    .reduce((total, score) => total + score / fields.length, 0);

const byNearness = (a: Candidate, b: Candidate): number =>
  b.known - a.known || a.missing.length - b.missing.length || b.likeness - a.likeness;

/** The nearest kind to headers none fits: the most known columns, the fewest missing, the likest headings; the first of equals. */
export function nearestKind(
  headers: readonly (readonly SeenColumn[])[],
): (Nearest & { readonly header: number }) | null {
  const candidates = headers.flatMap((columns, header) =>
    KINDS.filter(({ kind, dateColumns }) => !dateColumns && !isOfficeKind(kind)).flatMap((spec) => {
      const found = candidate(spec, columns);
      return found ? [{ ...found, header }] : [];
    }),
  );
  const found = candidates.sort(byNearness)[0];
  if (!found) return null;
  const { kind, missing, suggestions, header } = found;
  return { kind, missing, suggestions, header };
}
