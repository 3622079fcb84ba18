// Records that occur twice (重复记录, spec 3): in one sheet, in two sheets or files.
import type { Origin } from '../../model/source.ts';
import type { TableKind } from '../../model/terms.ts';
import type { Place } from '../../problems/problem.ts';
import { problem } from '../../problems/problem.ts';
import { digestOfValues } from '../rows/digest.ts';
import { Numbers } from '../rows/packed.ts';
import { REASONS } from '../rows/reasons.ts';
import { placeIn } from '../table.ts';
import { type Candidate, type Candidates, candidatesIn, type PackedCandidates } from './candidates.ts';
import { repeated } from './repeated.ts';
import { type Books, countUp, reject } from './run.ts';

export interface DuplicateRule<F> {
  /** What may occur once. */
  readonly key: (fact: F) => string;
  /** What tells rows of one key apart that stand in one sheet; without it nothing does. */
  readonly within?: (fact: F) => string;
  /** What rows of one key in different sheets must agree in; without it, all that they say. */
  readonly says?: (fact: F) => string;
  /** Whether different rows of one key in one sheet add up; else, and without it, they are an error. */
  readonly addsUp?: (fact: F) => boolean;
  /** Chinese: the effect of counting equal rows once. */
  readonly effect: string;
  /** Chinese: what the rows are, for the error that they disagree. */
  readonly what: (fact: F) => string;
}

/** A text equal for facts that say the same, wherever they stand. */
export function signature(fact: object): string {
  let text = '';
  for (const [name, value] of Object.entries(fact)) if (name !== 'origin') text += `${name}=${valueText(value)};`;
  return text;
}

/** Different for different values: text in quotes, everything else as it is written. */
function valueText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return typeof value === 'object' && value !== null ? `{${signature(value)}}` : String(value);
}

const placeOf = ({ table, entry }: Candidate<unknown>): Place => placeIn(table, entry.row, null);

function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): T[][] {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/**
 * The indexes of the candidates that stay, ascending: equal ones once, none of those that disagree. Every other row is
 * settled and reported.
 */
export function distinctOf<F extends { readonly origin: Origin }>(
  run: Books,
  candidates: Candidates<F>,
  rule: DuplicateRule<F>,
): Numbers {
  const warned = new Set<string>();
  const dropped = new Set<number>();
  for (const indexes of repeated(candidates.length, (index) => candidates.digestAt(index))) {
    if (rule.addsUp?.(candidates.get(indexes[0] as number).fact) && allDiffer(candidates, indexes)) continue;
    const rows = indexes.map((index) => candidates.get(index));
    // Different keys may have one digest, once in a very long time.
    const groups = grouped(rows, ({ fact }) => rule.key(fact)).filter(({ length }) => length > 1);
    const kept = new Set(groups.flatMap((group) => settleGroup(run, group, rule, warned)));
    const settled = new Set(groups.flat());
    for (const [at, row] of rows.entries()) if (settled.has(row) && !kept.has(row)) dropped.add(indexes[at] as number);
  }
  const stay = new Numbers(Uint32Array);
  for (let index = 0; index < candidates.length; index++) if (!dropped.has(index)) stay.push(index);
  return stay;
}

/** Whether all stand in one table and no two can be equal: the usual case, told without making their facts. */
function allDiffer<F>(candidates: Candidates<F>, indexes: readonly number[]): boolean {
  const table = candidates.tableAt(indexes[0] as number);
  const contents = new Set<number>();
  for (const index of indexes) {
    if (candidates.tableAt(index) !== table) return false;
    contents.add(candidates.contentAt(index));
  }
  return contents.size === indexes.length;
}

/** The rows of one key that stay. */
function settleGroup<F extends { readonly origin: Origin }>(
  run: Books,
  group: readonly Candidate<F>[],
  rule: DuplicateRule<F>,
  warned: Set<string>,
): readonly Candidate<F>[] {
  const sheets = grouped(group, ({ table }) => table).map((rows) => equalRowsOnce(run, rows, rule, warned));
  const conflict = conflictOf(sheets, rule, rule.addsUp?.((group[0] as Candidate<F>).fact) ?? false);
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
}

/** The candidates that stay of a list; see `distinctOf`. */
export function settleDuplicates<F extends { readonly origin: Origin }>(
  run: Books,
  candidates: readonly Candidate<F>[],
  rule: DuplicateRule<F>,
): Candidate<F>[] {
  return [...distinctOf(run, candidatesIn(candidates, rule.key), rule)].map(
    (index) => candidates[index] as Candidate<F>,
  );
}

const saysTheSame = <F extends object>(one: Candidate<F>, other: Candidate<F>): boolean =>
  one.entry.others === other.entry.others && signature(one.fact) === signature(other.fact);

function equalRowsOnce<F extends object>(
  run: Books,
  rows: readonly Candidate<F>[],
  rule: DuplicateRule<F>,
  warned: Set<string>,
): Candidate<F>[] {
  const seen = new Map<number, Candidate<F>[]>();
  const kept: Candidate<F>[] = [];
  for (const row of rows) {
    const digest = digestOfValues(row.fact, 'origin', row.entry.others);
    const alike = seen.get(digest) ?? [];
    const first = alike.find((one) => saysTheSame(one, row));
    if (!first) {
      seen.set(digest, [...alike, row]);
      kept.push(row);
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
  return kept;
}

/** Two candidates that disagree: of one sheet unless its rows add up, else of two sheets that say different things. */
function conflictOf<F extends object>(
  sheets: readonly (readonly Candidate<F>[])[],
  { within = () => '', says = signature }: DuplicateRule<F>,
  addsUp: boolean,
): readonly [Candidate<F>, Candidate<F>] | null {
  for (const rows of addsUp ? [] : sheets) {
    for (const [first, second] of grouped(rows, ({ fact }) => within(fact)))
      if (first && second) return [first, second];
  }
  const content = (rows: readonly Candidate<F>[]) => JSON.stringify(rows.map(({ fact }) => says(fact)).sort());
  const [base, ...others] = sheets;
  const different = others.find((rows) => content(rows) !== content(base as readonly Candidate<F>[]));
  return base && different ? [base[0] as Candidate<F>, different[0] as Candidate<F>] : null;
}

/** As `useAll`, for the kept ones of a packed list; their facts are made later. */
export function useKept<K extends TableKind, F extends object>(
  run: Books,
  candidates: PackedCandidates<K, F>,
  kept: Iterable<number>,
): void {
  for (const index of kept) {
    candidates.tableAt(index).ledger.settle(candidates.rowAt(index), 'used');
    const problems = candidates.problemsAt(index);
    if (problems.length > 0) run.problems.push(...problems);
  }
}

/** Settles the candidates' rows as used, passes on their warnings, and gives the facts. */
export function useAll<F>(run: Books, candidates: readonly Candidate<F>[]): F[] {
  return candidates.map(({ fact, table, entry }) => {
    table.ledger.settle(entry.row, 'used');
    if (entry.problems.length > 0) run.problems.push(...entry.problems);
    return fact;
  });
}
