// 逐句对照 (`scheme --coverage`): each sentence of the published text and what treats it.
import { type CoverageEntry, TOTAL } from '../../scheme/document/coverage.ts';
import type { Branch } from '../branch.ts';
import type { DocumentBody } from '../schemas/common.ts';
import type { coverageBody } from '../schemas/coverage.ts';
import { checkTitle, listed, tableTitle } from './words.ts';

export const COVERAGE_SCHEMA = 'coverage/1';

/** What of an edition the map is shown with; an `Edition` is one. */
export interface ShownEdition {
  readonly id: string;
  readonly document: {
    readonly title: string;
    readonly issuer: string;
    readonly date: string;
    readonly sha256: string;
  };
  readonly items: readonly { readonly item: string; readonly title: string }[];
  readonly coverage?: readonly CoverageEntry[] | undefined;
}

const isOutside = ({ outside }: CoverageEntry): boolean => outside !== undefined;

function coverageTotals({ coverage = [] }: ShownEdition) {
  const outside = coverage.filter(isOutside).length;
  return { sentences: coverage.length, treated: coverage.length - outside, outside };
}

export function coverageDocument(edition: ShownEdition): DocumentBody<typeof coverageBody> {
  const { title, issuer, date, sha256 } = edition.document;
  return {
    scheme: { id: edition.id },
    document: { title, issuer, date, sha256 },
    totals: coverageTotals(edition),
    sentences: (edition.coverage ?? []).map((entry) => ({
      clause: entry.clause,
      sentence: entry.sentence,
      begins: entry.begins,
      digest: entry.digest,
      items: entry.items ?? [],
      tables: entry.tables ?? [],
      checks: entry.checks ?? [],
      interpretations: entry.interpretations ?? [],
      outside: entry.outside ?? null,
    })),
  };
}

function treatment({ items }: ShownEdition, entry: CoverageEntry): string {
  if (entry.outside !== undefined) return `程序之外：${entry.outside}`;
  const titles = new Map([...items, TOTAL].map(({ item, title }) => [item, title]));
  return [
    ...listed(
      '项目 ',
      entry.items?.map((item) => titles.get(item) ?? item),
    ),
    ...listed('数据表 ', entry.tables?.map(tableTitle)),
    ...listed('检查 ', entry.checks?.map(checkTitle)),
    ...listed('口径 ', entry.interpretations),
  ].join('；');
}

const byClause = ({ coverage = [] }: ShownEdition): readonly (readonly [string, readonly CoverageEntry[]])[] =>
  [...new Set(coverage.map(({ clause }) => clause))].map(
    (clause) => [clause, coverage.filter((entry) => entry.clause === clause)] as const,
  );

/** Every sentence below its clause. */
export const coverageTree = (edition: ShownEdition): readonly Branch[] =>
  byClause(edition).map(([clause, entries]) => ({
    text: clause,
    below: entries.map((entry) => ({
      text: `第${entry.sentence}句“${entry.begins}…” → ${treatment(edition, entry)}`,
      below: [],
    })),
  }));

/** `共 109 句：有对应的项目、数据表、检查或口径 39 句，程序之外 70 句（均注明理由）` */
export function coverageSummary(edition: ShownEdition): string {
  const { sentences, treated, outside } = coverageTotals(edition);
  return `共 ${sentences} 句：有对应的项目、数据表、检查或口径 ${treated} 句，程序之外 ${outside} 句（均注明理由）`;
}
