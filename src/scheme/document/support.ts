// What of an edition rests on words of the published text: parameters, items, checks, tables, readings.
import { type CoverageEntry, TOTAL } from './coverage.ts';
import type { Support } from './findings.ts';

interface CitedParameter {
  readonly title: string;
  readonly unit: string;
  readonly value: string;
  readonly moves: readonly string[];
  readonly basis:
    | { readonly clause: string; readonly quote: string }
    | { readonly interpretation: string; readonly clause?: string | undefined };
}

/** What of an edition the comparison needs; an `Edition` is one. */
export interface VerifiedEdition {
  readonly document: { readonly sha256: string; readonly headings?: Readonly<Record<string, string>> | undefined };
  readonly parameters: Readonly<Record<string, CitedParameter>>;
  readonly items: readonly { readonly item: string; readonly title: string; readonly clause: string }[];
  readonly interpretations: Readonly<Record<string, { readonly clause?: string | undefined }>>;
  readonly lists?: Readonly<Record<string, { readonly clause: string; readonly quote: string }>> | undefined;
  readonly coverage?: readonly CoverageEntry[] | undefined;
}

export type CitedQuote = { readonly key: string; readonly clause: string; readonly quote: string };

/** Of parameters and lists. */
export const citedQuotes = ({ parameters, lists = {} }: VerifiedEdition): readonly CitedQuote[] => [
  ...Object.entries(parameters).flatMap(([key, { basis }]) =>
    'quote' in basis ? [{ key, clause: basis.clause, quote: basis.quote }] : [],
  ),
  ...Object.entries(lists).map(([name, { clause, quote }]) => ({ key: `lists.${name}`, clause, quote })),
];

const distinct = <T>(lists: readonly (readonly T[] | undefined)[]): T[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
];

/** What rests on the sentences of these entries: parameters named by key, those of the entries' readings, and more. */
export function supportOf(
  edition: VerifiedEdition,
  entries: readonly CoverageEntry[],
  keys: readonly string[],
  more: { readonly items?: readonly string[]; readonly interpretations?: readonly string[] } = {},
): Support {
  const interpretations = distinct([...entries.map((entry) => entry.interpretations), more.interpretations]);
  const read = new Set(distinct(entries.map((entry) => entry.interpretations)));
  const items = new Set(distinct([...entries.map((entry) => entry.items), more.items]));
  return {
    parameters: Object.entries(edition.parameters)
      .filter(([key, { basis }]) => keys.includes(key) || ('interpretation' in basis && read.has(basis.interpretation)))
      .map(([key, { title, value, unit, basis }]) => {
        const setBy = 'quote' in basis ? ('quote' as const) : ('reading' as const);
        return { key, title, value, unit, setBy };
      }),
    items: [...edition.items, TOTAL].filter(({ item }) => items.has(item)).map(({ item, title }) => ({ item, title })),
    checks: distinct(entries.map(({ checks }) => checks)),
    tables: distinct(entries.map(({ tables }) => tables)),
    interpretations,
  };
}
