// `explain --quarter --json`: one person's place in a ranking, its dimensions, months and neighbours.
import { decimalText, type Fraction, plainText } from '../../model/fraction.ts';
import { yuanNumber } from '../../model/money.ts';
import type { MonthRecord, RankedRecord, RankingRecord } from '../../model/record.ts';
import { barEvidence } from '../explanation/barred.ts';
import { exact, type Neighbour, neighboursOf } from '../explanation/neighbours.ts';
import { monthsIn } from '../explanation/quarter.ts';
import { compositeFormula, dimensionsOf, quarterFigures } from '../explanation/standing.ts';
import type { DocumentBody } from '../schemas/common.ts';
import type { neighbour, rankedFields } from '../schemas/explain-quarter.ts';
import type { TextAt } from '../sources.ts';

const twoDecimals = (value: Fraction): number => Number(decimalText(value, 2));
const twoOrNull = (value: Fraction | null): number | null => (value === null ? null : twoDecimals(value));

/** A number where it has a short decimal text, else the ratio. */
const plainNumber = (value: Fraction): number | string => {
  const plain = plainText(value);
  return plain.includes('/') ? plain : Number(plain);
};

const neighbourDocument = ({ id, name, rank, composite, decidedBy }: Neighbour): DocumentBody<typeof neighbour> => ({
  id,
  name,
  rank,
  composite: twoDecimals(composite),
  decidedBy:
    decidedBy === null
      ? null
      : decidedBy.type === 'tie'
        ? { ...decidedBy, own: plainNumber(decidedBy.own), theirs: plainNumber(decidedBy.theirs) }
        : {
            ...decidedBy,
            own: twoOrNull(decidedBy.own),
            theirs: twoOrNull(decidedBy.theirs),
            difference: twoDecimals(decidedBy.difference),
          },
});

function rankedDocument(
  record: MonthRecord,
  ranking: RankingRecord,
  ranked: RankedRecord,
): DocumentBody<typeof rankedFields> {
  const dimensions = dimensionsOf(record, ranking, ranked);
  const { above, level, below } = neighboursOf(ranking, ranked);
  return {
    rank: ranked.rank,
    stars: ranked.stars,
    reward: yuanNumber(ranked.reward),
    composite: twoDecimals(exact(ranked.composite)),
    formula: compositeFormula(dimensions),
    dimensions: dimensions.map(({ key, title, weight, score, contribution, formula }) => ({
      key,
      title,
      weight: plainNumber(weight),
      score: twoOrNull(score),
      contribution: twoOrNull(contribution),
      formula,
    })),
    ties: ranking.ties.map(({ figure, title, better }, index) => ({
      figure,
      title,
      better,
      value: plainNumber(exact(ranked.ties[index] ?? '0')),
    })),
    above: above.map(neighbourDocument),
    level: level.map(neighbourDocument),
    below: below.map(neighbourDocument),
  };
}

/** `record` is that of the quarter's last month, `history` the months before; `person` is ranked or ineligible. */
export function explainQuarterDocument(
  record: MonthRecord,
  ranking: RankingRecord,
  person: { readonly id: string; readonly name: string },
  history: readonly MonthRecord[],
  textAt: TextAt,
) {
  const months = monthsIn(ranking, record, history);
  const ranked = ranking.ranked.find(({ id }) => id === person.id);
  const barred = ranking.ineligible.find(({ id }) => id === person.id);
  return {
    scheme: { id: record.scheme.id, sha256: record.scheme.sha256 },
    id: person.id,
    name: person.name,
    ranking: {
      quarter: ranking.quarter,
      months: ranking.months,
      paidIn: ranking.paidIn,
      ...(ranked ? rankedDocument(record, ranking, ranked) : {}),
      ...(barred ? { reason: barred.reason, evidence: barEvidence(barred, months, history, textAt) } : {}),
      figures: quarterFigures(ranking, person.id, months, textAt).map(({ figure, title, months: found, sum }) => ({
        figure,
        title,
        months: found.map(({ period, value, sources }) => ({ period, value: plainNumber(value), sources })),
        sum: plainNumber(sum),
      })),
    },
  };
}
