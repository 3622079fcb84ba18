// Who stands next above and next below in a ranking, and what decided between the two.
import {
  compare,
  div,
  type Fraction,
  fraction,
  isZero,
  mul,
  parseFraction,
  sub,
  sum,
  ZERO,
} from '../../model/fraction.ts';
import type { RankedRecord, RankingRecord } from '../../model/record.ts';

/** What decided: the dimension with the greatest weighted difference, or the first tie rule that tells the two apart. */
type Decider =
  | {
      readonly type: 'dimension';
      readonly key: string;
      readonly title: string;
      readonly own: Fraction | null;
      readonly theirs: Fraction | null;
      /** In points of the composite. */
      readonly difference: Fraction;
    }
  | {
      readonly type: 'tie';
      readonly figure: string;
      readonly title: string;
      readonly own: Fraction;
      readonly theirs: Fraction;
    };

export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly composite: Fraction;
  /** Null: nothing tells the two apart. */
  readonly decidedBy: Decider | null;
}

export interface Neighbours {
  /** Bearers of the nearest better rank, of the same rank, of the nearest worse one. */
  readonly above: readonly Neighbour[];
  readonly level: readonly Neighbour[];
  readonly below: readonly Neighbour[];
}

const FULL = fraction(100);

export const exact = (text: string): Fraction => {
  const value = parseFraction(text);
  if (value === null) throw new RangeError(`not a number: ${text}`);
  return value;
};

/** The weights of what was measured, and their sum; others are spread over these. */
export function weightsOf({ dimensions }: RankingRecord, ranked: RankedRecord): Fraction {
  return sum(
    dimensions.flatMap(({ weight }, index) => (ranked.dimensions[index]?.score == null ? [] : [exact(weight)])),
  );
}

/** Points of the composite lost in each dimension; one left out loses none. */
function lossesOf(ranking: RankingRecord, ranked: RankedRecord): readonly Fraction[] {
  const weights = weightsOf(ranking, ranked);
  return ranking.dimensions.map(({ weight }, index) => {
    const score = ranked.dimensions[index]?.score ?? null;
    return score === null || isZero(weights) ? ZERO : div(mul(exact(weight), sub(FULL, exact(score))), weights);
  });
}

function byDimension(ranking: RankingRecord, own: RankedRecord, other: RankedRecord): Decider | null {
  const [losses, theirs] = [lossesOf(ranking, own), lossesOf(ranking, other)];
  const isAhead = compare(exact(own.composite), exact(other.composite)) > 0;
  const lead = (index: number): Fraction => {
    const difference = sub(theirs[index] ?? ZERO, losses[index] ?? ZERO);
    return isAhead ? difference : sub(ZERO, difference);
  };
  const [best] = ranking.dimensions.map((_, index) => index).sort((a, b) => compare(lead(b), lead(a)) || a - b);
  const dimension = best === undefined ? undefined : ranking.dimensions[best];
  if (best === undefined || dimension === undefined) return null;
  const scoreOf = ({ dimensions }: RankedRecord) => {
    const score = dimensions[best]?.score ?? null;
    return score === null ? null : exact(score);
  };
  const { key, title } = dimension;
  return { type: 'dimension', key, title, own: scoreOf(own), theirs: scoreOf(other), difference: lead(best) };
}

function byTie({ ties }: RankingRecord, own: RankedRecord, other: RankedRecord): Decider | null {
  for (const [index, { figure, title }] of ties.entries()) {
    const [mine, theirs] = [exact(own.ties[index] ?? '0'), exact(other.ties[index] ?? '0')];
    if (compare(mine, theirs) !== 0) return { type: 'tie', figure, title, own: mine, theirs };
  }
  return null;
}

export function neighboursOf(ranking: RankingRecord, own: RankedRecord): Neighbours {
  const neighbour = (other: RankedRecord): Neighbour => {
    const composite = exact(other.composite);
    const isEven = compare(exact(own.composite), composite) === 0;
    const decidedBy =
      own.rank === other.rank ? null : isEven ? byTie(ranking, own, other) : byDimension(ranking, own, other);
    return { id: other.id, name: other.name, rank: other.rank, composite, decidedBy };
  };
  const ranks = ranking.ranked.map(({ rank }) => rank);
  const at = (wanted: number) =>
    ranking.ranked.filter(({ id, rank }) => rank === wanted && id !== own.id).map(neighbour);
  return {
    above: at(Math.max(...ranks.filter((rank) => rank < own.rank), 0)),
    level: at(own.rank),
    below: at(Math.min(...ranks.filter((rank) => rank > own.rank), Number.POSITIVE_INFINITY)),
  };
}
