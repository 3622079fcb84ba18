// Rewards by rank tier over weighted dimensions of a quarter: 排名奖励 三（六）4 (K16-K19). Exact fractions throughout;
// only the composite is rounded, and ranks are given on the rounded figure.
import { addMonths, lastDay, monthsOf, quarterOf, type YearMonth } from '../../model/civil.ts';
import { fen, fenOfYuan } from '../../model/money.ts';
import type { RankingRecord } from '../../model/record.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { isOn, numberOf } from '../../scheme/scheme.ts';
import { figureOf, type Outcome, type RuleInput, type RuleKind, type Verdict } from '../kind.ts';
import type { Subject } from '../office.ts';
import { type Contender, contendersOf } from '../ranking/contenders.ts';
import { rankAll } from '../ranking/rank.ts';
import { awardOf, payMonth, rankingPaid, rewardLine } from '../ranking/reward.ts';
import { type RankingRule, rankingRule } from '../ranking/rule.ts';
import { scoreOf } from '../ranking/score.ts';

function outcome(input: RuleInput<RankingRule>, ranking: RankingRecord | null, problems: readonly Problem[]): Outcome {
  const paid = rankingPaid(input, ranking);
  const verdict = (subject: Subject): Verdict => ({ lines: [rewardLine(input, subject, paid)] });
  return { verdicts: new Map(input.subjects.map((subject) => [subject, verdict(subject)])), ranking, problems };
}

function rankingOf(
  input: RuleInput<RankingRule>,
  months: readonly YearMonth[],
  contenders: readonly Contender[],
): RankingRecord {
  const { office, item, with: rule } = input;
  const eligible = contenders.filter(({ reason }) => reason === null);
  const ranked = rankAll(
    eligible.map(({ id, name, figures }) => ({ id, name, ...scoreOf(rule, figures) })),
    isOn(rule.breaksTies) ? rule.ties : [],
  );
  return {
    item: item.item,
    quarter: quarterOf(office.period),
    months,
    paidIn: payMonth(input),
    dimensions: rule.dimensions.map(({ key, title, weight, parts }) => ({
      key,
      title,
      weight: weight.value,
      parameter: weight.key,
      parts: parts.map(({ points, of, per, capped }) => ({ points, of, per, capped: capped === true })),
    })),
    ties: rule.ties,
    ranked: ranked.map((one) => {
      const award = awardOf(rule, one.rank);
      return { ...one, stars: award?.stars ?? 0, reward: award ? fenOfYuan(numberOf(award.amount)) : fen(0) };
    }),
    ineligible: contenders.flatMap(({ id, name, reason }) => (reason === null ? [] : [{ id, name, reason }])),
  };
}

/** Every figure the ranking refers to. */
const figuresNamed = ({ dimensions, ties, assessedWhen }: RankingRule): readonly string[] => [
  ...dimensions.flatMap(({ parts }) => parts.flatMap(({ of, per }) => [of, per])),
  ...ties.map(({ figure }) => figure),
  assessedWhen,
];

function decide(input: RuleInput<RankingRule>): Outcome {
  const { office, with: rule } = input;
  for (const subject of input.subjects)
    for (const figure of figuresNamed(rule)) figureOf(input.figuresOf(subject), figure);
  const quarter = monthsOf(quarterOf(office.period));
  if (office.period !== quarter[2]) return outcome(input, null, []);
  const months = quarter.filter((month) => month >= office.schemeStart);
  const known = new Set([...office.history.map(({ period }) => period), office.period]);
  const missing = months.filter((month) => !known.has(month));
  if (missing.length > 0)
    return outcome(input, null, [problem('quarterIncomplete', { quarter: quarterOf(office.period), months: missing })]);

  const contenders = contendersOf(input, months, lastDay(office.period));
  const ranking = rankingOf(input, months, contenders);
  const unsure = contenders.filter(({ cardIncomplete }) => cardIncomplete).map(({ name }) => name);
  const left = rule.dimensions.flatMap(({ title }, index) => {
    const names = ranking.ranked.filter(({ dimensions }) => dimensions[index]?.score === null).map(({ name }) => name);
    return names.length > 0 ? [problem('dimensionLeftOut', { dimension: title, names })] : [];
  });
  const first = addMonths(months[0] as YearMonth, -1);
  return outcome(input, ranking, [
    ...left,
    ...(unsure.length > 0 ? [problem('redCardUnknown', { names: unsure, month: first })] : []),
  ]);
}

export const kind: RuleKind<RankingRule> = { parameters: rankingRule, decide };
