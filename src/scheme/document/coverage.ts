// The map of a published text (逐句对照): every sentence, by clause, number and first words, and what treats it. The text
// itself is not shipped: an entry holds its first words and a short digest.
import * as z from 'zod';
import { TABLE_KINDS, type TableKind } from '../../model/terms.ts';
import { catalogue } from '../../problems/catalogue.ts';
import type { Code } from '../../problems/problem.ts';

const some = <T extends z.ZodType>(one: T) => z.array(one).min(1).optional();
const keys = <K extends string>(record: Readonly<Record<K, unknown>>) => z.enum(Object.keys(record) as [K, ...K[]]);

/** `sentence` counts from 1 inside the clause; `digest` is `digestOf` the sentence; `outside` is the reason, alone. */
export const coverageEntry = z
  .strictObject({
    clause: z.string().min(1),
    sentence: z.int().min(1),
    begins: z.string().min(1).max(10),
    digest: z.string().regex(/^[0-9a-f]{8}$/),
    /** Items of the edition, or `total`. */
    items: some(z.string()),
    /** Tables whose rows show what the sentence asks for. */
    tables: some(keys<TableKind>(TABLE_KINDS)),
    /** Problem codes. */
    checks: some(keys<Code>(catalogue)),
    /** Readings of the edition that treat the sentence: K28. */
    interpretations: some(z.string().regex(/^K\d+$/)),
    outside: z.string().min(1).optional(),
  })
  .refine(({ items, tables, checks, interpretations, outside }) => {
    const isInside = [items, tables, checks, interpretations].some((by) => by !== undefined);
    return isInside !== (outside !== undefined);
  }, 'either items, tables, checks and interpretations, or outside with the reason');

export type CoverageEntry = z.infer<typeof coverageEntry>;

/** A heading without a number → what the clauses below it are called. */
export const documentHeadings = z.record(z.string().min(1), z.string().min(1));

/** The sum of all items is no item of an edition, but a sentence may be about it. */
export const TOTAL = { item: 'total', title: '应发合计' } as const;

/** What of an edition its map refers to; an `Edition` is one. */
export interface MappedEdition {
  readonly items: readonly { readonly item: string }[];
  readonly interpretations: Readonly<Record<string, unknown>>;
  readonly coverage?: readonly CoverageEntry[] | undefined;
}

/** Mistakes of the map against its edition, in Chinese: unknown names, a sentence twice, numbers with a gap. */
export function coverageMistakes({ items, interpretations, coverage = [] }: MappedEdition): readonly string[] {
  const known = new Set([...items.map(({ item }) => item), TOTAL.item, ...Object.keys(interpretations)]);
  const counts = new Map<string, number>();
  return coverage.flatMap((entry) => {
    const expected = (counts.get(entry.clause) ?? 0) + 1;
    counts.set(entry.clause, entry.sentence);
    const place = `${entry.clause} ${entry.sentence}`;
    const named = [...(entry.items ?? []), ...(entry.interpretations ?? [])];
    return [
      ...(entry.sentence === expected ? [] : [`${place}：应为第 ${expected} 句`]),
      ...named.filter((name) => !known.has(name)).map((name) => `${place}：没有 ${name}`),
    ];
  });
}
