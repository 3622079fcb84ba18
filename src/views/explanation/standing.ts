// Somebody's place in a ranking, taken apart: each dimension with its fractions, and the months behind every figure.
import type { YearMonth } from '../../model/civil.ts';
import {
  compare,
  decimalText,
  div,
  type Fraction,
  isZero,
  mul,
  ONE,
  parseFraction,
  plainText,
  sum,
  ZERO,
} from '../../model/fraction.ts';
import type { DimensionRecord, MonthRecord, RankedRecord, RankingRecord } from '../../model/record.ts';
import { figureTitle } from '../figures.ts';
import { type NamedSource, namedSources, type TextAt } from '../sources.ts';
import { exact, weightsOf } from './neighbours.ts';

export interface DimensionStanding {
  readonly key: string;
  readonly title: string;
  readonly weight: Fraction;
  /** Null: nothing to measure, left out. */
  readonly score: Fraction | null;
  /** To the composite, the weights of what was left out spread. */
  readonly contribution: Fraction | null;
  /** `50 × 取小(1，66 ÷ 60) + 50 × 66 ÷ 68`; null where it is left out. */
  readonly formula: string | null;
  /** 有效信息 ÷ 考核基数 */
  readonly figures: readonly { readonly of: string; readonly per: string }[];
}

export interface QuarterFigure {
  readonly figure: string;
  readonly title: string;
  readonly months: readonly {
    readonly period: YearMonth;
    readonly value: Fraction;
    readonly sources: readonly NamedSource[];
  }[];
  readonly sum: Fraction;
}

const plus = (parts: readonly string[]): string => parts.join(' + ');

function partText(points: number, of: string, per: string, capped: boolean): string {
  const [above, below] = [exact(of), exact(per)];
  if (isZero(below)) return '0';
  const ratio = `${plainText(above)} ÷ ${plainText(below)}`;
  const isCut = capped && compare(div(above, below), ONE) > 0;
  const scaled = points === 1 ? ratio : `${points} × ${ratio}`;
  return isCut ? `${points} × 取小(1，${ratio})` : scaled;
}

const formulaOf = (dimension: DimensionRecord, parts: RankedRecord['dimensions'][number]['parts']): string =>
  plus(
    dimension.parts.map(({ points, capped }, index) =>
      partText(points, parts[index]?.of ?? '0', parts[index]?.per ?? '0', capped),
    ),
  );

export function dimensionsOf(
  { scheme }: MonthRecord,
  ranking: RankingRecord,
  ranked: RankedRecord,
): readonly DimensionStanding[] {
  const weights = weightsOf(ranking, ranked);
  return ranking.dimensions.map((dimension, index) => {
    const { score: scoreText = null, parts = [] } = ranked.dimensions[index] ?? {};
    const score = scoreText === null ? null : exact(scoreText);
    const weight = exact(dimension.weight);
    return {
      key: dimension.key,
      title: dimension.title,
      weight,
      score,
      contribution: score === null || isZero(weights) ? null : div(mul(weight, score), weights),
      formula: score === null ? null : formulaOf(dimension, parts),
      figures: dimension.parts.map(({ of, per }) => ({ of: figureTitle(scheme, of), per: figureTitle(scheme, per) })),
    };
  });
}

/** `(20 × 100.00 + 20 × 98.53) ÷ 40`; scores are shown with two decimals, the composite is made of the exact ones. */
export function compositeFormula(dimensions: readonly DimensionStanding[]): string {
  const measured = dimensions.flatMap(({ weight, score }) => (score === null ? [] : [{ weight, score }]));
  const products = measured.map(({ weight, score }) => `${plainText(weight)} × ${decimalText(score, 2)}`);
  return `(${plus(products)}) ÷ ${plainText(sum(measured.map(({ weight }) => weight)))}`;
}

/** Each figure the ranking refers to, once, by the quarter's months; `months` are their records. */
export function quarterFigures(
  ranking: RankingRecord,
  id: string,
  months: readonly MonthRecord[],
  textAt: TextAt,
): readonly QuarterFigure[] {
  const named = [
    ...ranking.dimensions.flatMap(({ parts }) => parts.flatMap(({ of, per }) => [of, per])),
    ...ranking.ties.map(({ figure }) => figure),
  ];
  return [...new Set(named)].map((figure) => {
    const found = months.map((record) => {
      const subject = record.subjects.find((one) => one.id === id && one.figures[figure] !== undefined);
      const measured = subject?.figures[figure];
      const value = measured && measured.type !== 'flag' ? parseFraction(measured.value) : null;
      return {
        period: record.period,
        value: value ?? ZERO,
        sources: namedSources(record, measured?.sources ?? [], textAt),
      };
    });
    const title = figureTitle((months.at(-1) as MonthRecord).scheme, figure);
    return { figure, title, months: found, sum: sum(found.map(({ value }) => value)) };
  });
}
