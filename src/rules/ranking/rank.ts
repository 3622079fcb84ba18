// Ranks by composite, then by the tie rules; who is still equal shares the rank (1, 2, 2, 4) (K17).
import type { PersonId } from '../../model/facts.ts';
import { compare, type Fraction, parseFraction } from '../../model/fraction.ts';
import type { RankingRecord } from '../../model/record.ts';
import type { Scored } from './score.ts';

export interface Ranked extends Scored {
  readonly id: PersonId;
  readonly name: string;
  readonly rank: number;
}

const exact = (text: string | undefined): Fraction => {
  const value = parseFraction(text ?? '');
  if (value === null) throw new RangeError(`not a number: ${text}`);
  return value;
};

/** Negative when `a` ranks before `b`, 0 when they are equal. */
function order(a: Scored, b: Scored, ties: RankingRecord['ties']): number {
  const byComposite = compare(exact(b.composite), exact(a.composite));
  if (byComposite !== 0) return byComposite;
  for (const [index, { better }] of ties.entries()) {
    const difference = compare(exact(a.ties[index]), exact(b.ties[index]));
    if (difference !== 0) return better === 'fewer' ? difference : -difference;
  }
  return 0;
}

/** The rank of each score, the highest first; equal ones share it and later ones skip, null has none. */
export function sharedRanks(scores: readonly (string | null)[]): readonly (number | null)[] {
  const sorted = scores.filter((score) => score !== null).sort((a, b) => compare(exact(b), exact(a)));
  const ranks = new Map<string, number>();
  for (const [index, score] of sorted.entries()) if (!ranks.has(score)) ranks.set(score, index + 1);
  return scores.map((score) => (score === null ? null : (ranks.get(score) ?? null)));
}

/** By rank, then id. */
export function rankAll(
  scored: readonly (Scored & { readonly id: PersonId; readonly name: string })[],
  ties: RankingRecord['ties'],
): readonly Ranked[] {
  const sorted = [...scored].sort((a, b) => order(a, b, ties) || (a.id < b.id ? -1 : 1));
  const ranked: Ranked[] = [];
  for (const [index, one] of sorted.entries()) {
    const before = ranked.at(-1);
    const shares = before !== undefined && order(before, one, ties) === 0;
    ranked.push({ ...one, rank: shares ? before.rank : index + 1 });
  }
  return ranked;
}
