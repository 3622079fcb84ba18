// Records that occur twice (重复记录, spec 3): in one sheet, in two sheets or files.
import type { Origin } from '../model/source.ts';
import type { Place } from '../problems/problem.ts';
import { problem } from '../problems/problem.ts';
import { REASONS } from './reasons.ts';
import { type Books, countUp, reject } from './run.ts';
import { type Entry, type ParsedTable, placeIn } from './table.ts';

export interface Candidate<F> {
  readonly fact: F;
  readonly table: ParsedTable;
  readonly entry: Pick<Entry<object>, 'row' | 'others' | 'problems'>;
}

export interface DuplicateRule<F> {
  /** What may occur once. */
  readonly key: (fact: F) => string;
  /** Whether different rows of one key in one sheet add up; else they are an error. */
  readonly addsUp: boolean;
  /** Chinese: the effect of counting equal rows once. */
  readonly effect: string;
  /** Chinese: what the rows are, for the error that they disagree. */
  readonly what: (fact: F) => string;
}

/** A text equal for facts that say the same, wherever they stand. */
export const signature = (fact: object): string =>
  JSON.stringify({ ...fact, origin: undefined }, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));

const placeOf = ({ table, entry }: Candidate<unknown>): Place => placeIn(table, entry.row, null);

function groupsOf<T extends object>(items: readonly T[], keyOf: (item: T) => string | ParsedTable): (T | T[])[] {
  // Most groups are one item: an array each would double the memory of a million rows.
  const groups = new Map<string | ParsedTable, T | T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, item);
    else if (Array.isArray(group)) group.push(item);
    else groups.set(key, [group, item]);
  }
  return [...groups.values()];
}

/** The candidates that stay: equal ones once, none of those that disagree; every other row is settled and reported. */
export function settleDuplicates<F extends { readonly origin: Origin }>(
  run: Books,
  candidates: readonly Candidate<F>[],
  rule: DuplicateRule<F>,
): Candidate<F>[] {
  const warned = new Set<string>();
  return groupsOf(candidates, ({ fact }) => rule.key(fact)).flatMap((group) => {
    if (!Array.isArray(group)) return group;
    const bySheet = groupsOf(group, ({ table }) => table).map((rows) => (Array.isArray(rows) ? rows : [rows]));
    const sheets = bySheet.map((rows) => equalRowsOnce(run, rows, rule, warned));
    const conflict = conflictOf(sheets, rule.addsUp);
    if (conflict) {
      const [first, second] = conflict;
      const data = { what: rule.what(second.fact), at: placeOf(first) };
      reject(run, second.table, second.entry.row, [problem('rowsDisagree', data, placeOf(second))]);
      for (const { table, entry } of sheets.flat()) reject(run, table, entry.row, []);
      return [];
    }
    const [kept, ...copies] = sheets as [Candidate<F>[], ...Candidate<F>[][]];
    for (const { table, entry } of copies.flat()) {
      table.ledger.settle(entry.row, REASONS.copy);
      countUp(run.copies, table);
    }
    return kept;
  });
}

function equalRowsOnce<F extends object>(
  run: Books,
  rows: readonly Candidate<F>[],
  rule: DuplicateRule<F>,
  warned: Set<string>,
): Candidate<F>[] {
  const seen = new Map<string, Candidate<F>>();
  for (const row of rows) {
    const key = `${signature(row.fact)} ${row.entry.others}`;
    const first = seen.get(key);
    if (!first) {
      seen.set(key, row);
      continue;
    }
    row.table.ledger.settle(row.entry.row, REASONS.equalRow);
    const place = placeOf(row);
    const mark = `${row.table.id} ${row.entry.row}`;
    if (!warned.has(mark)) {
      run.problems.push(problem('equalRows', { first: first.entry.row, effect: rule.effect }, place));
    }
    warned.add(mark);
  }
  return [...seen.values()];
}

/** Two candidates that disagree: of one sheet unless its rows add up, else of two sheets that say different things. */
function conflictOf<F extends object>(
  sheets: readonly (readonly Candidate<F>[])[],
  addsUp: boolean,
): readonly [Candidate<F>, Candidate<F>] | null {
  for (const rows of addsUp ? [] : sheets) {
    const [first, second] = rows;
    if (first && second) return [first, second];
  }
  const content = (rows: readonly Candidate<F>[]) => JSON.stringify(rows.map(({ fact }) => signature(fact)).sort());
  const [base, ...others] = sheets;
  const different = others.find((rows) => content(rows) !== content(base as readonly Candidate<F>[]));
  return base && different ? [base[0] as Candidate<F>, different[0] as Candidate<F>] : null;
}

/** Settles the candidates' rows as used, passes on their warnings, and gives the facts. */
export function useAll<F>(run: Books, candidates: readonly Candidate<F>[]): F[] {
  return candidates.map(({ fact, table, entry }) => {
    table.ledger.settle(entry.row, 'used');
    if (entry.problems.length > 0) run.problems.push(...entry.problems);
    return fact;
  });
}
