// A quarter's ranking explained to one person: composite, dimensions, months, and who stands before and behind.
import { decimalText, type Fraction, plainText } from '../../model/fraction.ts';
import type { MonthRecord, RankedRecord, RankingRecord } from '../../model/record.ts';
import { INELIGIBLE_REASONS } from '../../model/terms.ts';
import type { TextAt } from '../sources.ts';
import { barEvidence } from './barred.ts';
import { toldDays } from './days.ts';
import { explanation } from './month.ts';
import { exact, type Neighbour, neighboursOf } from './neighbours.ts';
import { type ExplanationNode, explanationNode } from './node.ts';
import { sourceTexts } from './source-texts.ts';
import { compositeFormula, dimensionsOf, type QuarterFigure, quarterFigures } from './standing.ts';

const score = (value: Fraction | null): string => (value === null ? '没有数据' : ` ${decimalText(value, 2)} 分`);

/** The records of a quarter's months, `record` being the last one's. */
export const monthsIn = (
  { months }: RankingRecord,
  record: MonthRecord,
  history: readonly MonthRecord[],
): readonly MonthRecord[] => [...history, record].filter(({ period }) => months.includes(period));

function toldComposite(record: MonthRecord, ranking: RankingRecord, ranked: RankedRecord): ExplanationNode {
  const dimensions = dimensionsOf(record, ranking, ranked);
  const isSpread = dimensions.some(({ score: measured }) => measured === null);
  const below = dimensions.map(({ title, weight, score: measured, contribution, formula, figures }) => {
    if (measured === null || contribution === null)
      return explanationNode(`${title}（权重 ${plainText(weight)}）：本季没有数据，不计分，权重摊到其他内容`);
    const made = figures.map(({ of, per }) => `${of} ÷ ${per}`).join('、');
    return explanationNode(
      `${title}（权重 ${plainText(weight)}）：${score(measured).trim()}，计入${score(contribution)}`,
      {
        formula,
        remarks: [`算法：${made}`],
      },
    );
  });
  return explanationNode(`综合得分${score(exact(ranked.composite))}`, {
    formula: compositeFormula(dimensions),
    remarks: [
      '各项得分显示到两位小数，按精确值计算，综合得分四舍五入到两位',
      ...(isSpread ? ['没有数据的内容不计分，其余内容的权重按比例放大'] : []),
    ],
    below,
  });
}

const toldFigure = ({ title, months, sum }: QuarterFigure): ExplanationNode =>
  explanationNode(`${title} ${months.map(({ value }) => plainText(value)).join(' + ')} ＝ ${plainText(sum)}`, {
    below: months.map(({ period, value, sources }) =>
      explanationNode(`${period}：${plainText(value)}`, { sources: sourceTexts(sources) }),
    ),
  });

function deciderText({ decidedBy }: Neighbour): string {
  if (decidedBy === null) return '综合得分和各项比较都相同，名次并列';
  const { title, own, theirs } = decidedBy;
  if (decidedBy.type === 'tie')
    return `综合得分相同，比较“${title}”：本人 ${plainText(decidedBy.own)}，对方 ${plainText(decidedBy.theirs)}`;
  return `主要差在“${title}”：本人${score(own)}，对方${score(theirs)}，折合综合得分 ${decimalText(decidedBy.difference, 2)} 分`;
}

function toldNeighbours(
  label: string,
  nobody: string | null,
  neighbours: readonly Neighbour[],
): readonly ExplanationNode[] {
  if (neighbours.length === 0) return nobody === null ? [] : [explanationNode(`${label}：${nobody}`)];
  return neighbours.map((one) =>
    explanationNode(`${label}：第 ${one.rank} 名 ${one.name}（${one.id}）${score(one.composite).trim()}`, {
      remarks: [deciderText(one)],
    }),
  );
}

function toldBar(
  barred: RankingRecord['ineligible'][number],
  months: readonly MonthRecord[],
  history: readonly MonthRecord[],
  textAt: TextAt,
): ExplanationNode {
  return explanationNode(`未参加排名：${INELIGIBLE_REASONS[barred.reason]}`, {
    below: barEvidence(barred, months, history, textAt).map(({ what, sources, months: behind }) =>
      explanationNode(what, {
        sources: behind.length > 0 ? [] : sourceTexts(sources),
        below: behind.flatMap(({ period, days }) => toldDays(period, days)),
      }),
    ),
  });
}

/** `record` is that of the quarter's last month, `history` the months before; `id` is ranked or ineligible. */
export function quarterExplanation(
  record: MonthRecord,
  ranking: RankingRecord,
  id: string,
  history: readonly MonthRecord[],
  textAt: TextAt,
): readonly ExplanationNode[] {
  const months = monthsIn(ranking, record, history);
  const subject = record.subjects.find(
    (one) => one.id === id && one.decisions.some(({ item }) => item === ranking.item),
  );
  const reward = subject ? explanation(record, subject, ranking.item, history, textAt) : [];
  const ranked = ranking.ranked.find((one) => one.id === id);
  const barred = ranking.ineligible.find((one) => one.id === id);
  if (ranked === undefined) return [...(barred ? [toldBar(barred, months, history, textAt)] : []), ...reward];
  const { above, level, below } = neighboursOf(ranking, ranked);
  return [
    toldComposite(record, ranking, ranked),
    ...toldNeighbours('前一名', '没有，本人名次最前', above),
    ...toldNeighbours('并列', null, level),
    ...toldNeighbours('后一名', '没有，本人名次最后', below),
    ...reward,
    explanationNode('各月数据', { below: quarterFigures(ranking, id, months, textAt).map(toldFigure) }),
  ];
}
