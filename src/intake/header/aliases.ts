// The headings a table kind is known by (别名): normalised heading → field and position among its aliases.
import type { KindSpec } from '../kind.ts';
import { normalHeading } from './heading.ts';

export type Aliases = ReadonlyMap<string, readonly [field: string, rank: number]>;

const known = new Map<KindSpec, Aliases>();

export function aliasesOf(spec: KindSpec): Aliases {
  const found = known.get(spec);
  if (found) return found;
  const entries = Object.entries(spec.fields).flatMap(([field, aliases]) =>
    aliases.map((alias, rank) => [normalHeading(alias), [field, rank] as const] as const),
  );
  const map = new Map(entries);
  known.set(spec, map);
  return map;
}

/** The heading a field is first known by; the field's own name where the kind has none. */
export const canonicalHeading = (spec: KindSpec, field: string): string =>
  (spec.fields as Readonly<Record<string, readonly string[]>>)[field]?.[0] ?? field;
