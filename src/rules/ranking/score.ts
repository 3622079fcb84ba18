// The dimensions of a contender and their composite (spec 6).
import {
  add,
  compare,
  div,
  exactText,
  type Fraction,
  fraction,
  isZero,
  minOf,
  mul,
  ONE,
  roundTo,
  sum,
  ZERO,
} from '../../model/fraction.ts';
import { numberOf } from '../../scheme/scheme.ts';
import type { RankingRule } from './rule.ts';

type Dimension = RankingRule['dimensions'][number];

export interface Scored {
  /** Rounded half up to two decimals, exact text. */
  readonly composite: string;
  readonly dimensions: readonly {
    readonly score: string | null;
    readonly parts: readonly { readonly of: string; readonly per: string }[];
  }[];
  readonly ties: readonly string[];
}

/** Sums of the quarter by figure; a figure that no month has is 0. */
export type QuarterFigures = (figure: string) => Fraction;

/** 0-100, or null when there is nothing to measure. */
function dimensionScore(dimension: Dimension, figures: QuarterFigures): Fraction | null {
  let score = ZERO;
  for (const { points, of, per, capped, zeroWhenNothing } of dimension.parts) {
    const base = figures(per);
    if (isZero(base)) {
      if (!zeroWhenNothing) return null;
      continue;
    }
    const ratio = div(figures(of), base);
    score = add(score, mul(fraction(points), capped ? minOf(ONE, ratio) : ratio));
  }
  return score;
}

/** Weights of the dimensions left out are spread over the others. */
function compositeOf(weighted: readonly { readonly weight: Fraction; readonly score: Fraction | null }[]): Fraction {
  const measured = weighted.flatMap(({ weight, score }) => (score === null ? [] : [{ weight, score }]));
  const weights = sum(measured.map(({ weight }) => weight));
  if (compare(weights, ZERO) === 0) return ZERO;
  return roundTo(div(sum(measured.map(({ weight, score }) => mul(weight, score))), weights), 2);
}

export function scoreOf(rule: RankingRule, figures: QuarterFigures): Scored {
  const scores = rule.dimensions.map((dimension) => dimensionScore(dimension, figures));
  const composite = compositeOf(
    rule.dimensions.map(({ weight }, index) => ({ weight: numberOf(weight), score: scores[index] ?? null })),
  );
  return {
    composite: exactText(composite),
    dimensions: rule.dimensions.map(({ parts }, index) => {
      const score = scores[index] ?? null;
      return {
        score: score === null ? null : exactText(score),
        parts: parts.map(({ of, per }) => ({ of: exactText(figures(of)), per: exactText(figures(per)) })),
      };
    }),
    ties: rule.ties.map(({ figure }) => exactText(figures(figure))),
  };
}
