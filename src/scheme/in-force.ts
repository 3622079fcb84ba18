// Rows of 设置 and 口径确认 hold from a month on, until a later row of the same name.
import type { YearMonth } from '../model/civil.ts';

interface Dated {
  readonly from: YearMonth | null;
}

export interface InForce<R> {
  /** The row in force for each name. */
  readonly rows: ReadonlyMap<string, R>;
  /** Rows that repeat the name and month of an earlier one. */
  readonly repeated: readonly R[];
}

export function inForce<R extends Dated>(
  rows: readonly R[],
  nameOf: (row: R) => string,
  period: YearMonth,
): InForce<R> {
  const latest = new Map<string, R>();
  const seen = new Set<string>();
  const repeated: R[] = [];
  for (const row of rows) {
    const name = nameOf(row);
    const key = `${name} ${row.from ?? ''}`;
    if (seen.has(key)) repeated.push(row);
    seen.add(key);
    const before = latest.get(name);
    const applies = (row.from ?? '') <= period;
    if (applies && (before === undefined || (before.from ?? '') < (row.from ?? ''))) latest.set(name, row);
  }
  return { rows: latest, repeated };
}
