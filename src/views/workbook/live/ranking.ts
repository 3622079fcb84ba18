// 星级排名 as formulas: each dimension over the sums of the quarter (得分依据), the composite over the dimensions and weights.
import type { DimensionRecord, RankedRecord, RankingRecord } from '../../../model/record.ts';
import { call, cells, type Formula, infix, number } from '../formula.ts';
import type { ParameterNames } from './names.ts';
import { figureKey } from './payroll-plan.ts';

export const RANKING_SHEET = '星级排名';
export const GROUNDS_SHEET = '得分依据';
/** The column of a dimension on 星级排名. */
export const scoreKey = ({ key }: DimensionRecord): string => `score ${key}`;

/** The figures that dimensions are made of, each once. */
export const figuresBehind = ({ dimensions }: RankingRecord): readonly string[] => [
  ...new Set(dimensions.flatMap(({ parts }) => parts.flatMap(({ of, per }) => [of, per]))),
];

/** A person's sums of the quarter by figure, exact text. */
export const sumsOf = ({ dimensions }: RankingRecord, ranked: RankedRecord): ReadonlyMap<string, string> =>
  new Map(
    dimensions.flatMap(({ parts }, index) =>
      (ranked.dimensions[index]?.parts ?? []).flatMap(({ of, per }, at): [string, string][] => {
        const part = parts[at];
        return part ? [[part.of, of] as const, [part.per, per] as const].map(([key, value]) => [key, value]) : [];
      }),
    ),
  );

function partFormula(
  { points, capped, of, per }: DimensionRecord['parts'][number],
  sum: (key: string) => Formula,
): Formula {
  const ratio = infix('/', sum(of), sum(per));
  const share = capped ? call('MIN', number(1), ratio) : ratio;
  const worth = points === 1 ? share : infix('*', number(points), share);
  return call('IF', infix('=', sum(per), number(0)), number(0), worth);
}

export function dimensionFormula(dimension: DimensionRecord, row: number): Formula {
  const sum = (figure: string) => cells({ sheet: GROUNDS_SHEET, row, column: figureKey(figure) });
  return dimension.parts.map((part) => partFormula(part, sum)).reduce((left, right) => infix('+', left, right));
}

/** Over the dimensions that have a score; null where none has. */
export function compositeFormula(
  { dimensions }: RankingRecord,
  ranked: RankedRecord,
  row: number,
  names: ParameterNames,
): Formula | null {
  const measured = dimensions.flatMap((dimension, index) => {
    if ((ranked.dimensions[index]?.score ?? null) === null) return [];
    const name = names.get(dimension.parameter);
    const weight: Formula = name === undefined ? number(dimension.weight) : { name };
    return [{ weight, score: cells({ sheet: RANKING_SHEET, row, column: scoreKey(dimension) }) }];
  });
  if (measured.length === 0) return null;
  const plus = (terms: readonly Formula[]) => terms.reduce((left, right) => infix('+', left, right));
  const got = plus(measured.map(({ weight, score }) => infix('*', score, weight)));
  return call('ROUND', infix('/', got, plus(measured.map(({ weight }) => weight))), number(2));
}
