// Rewards by rank tier over weighted dimensions of a quarter: 排名奖励 三（六）4 (K16-K19). Exact fractions throughout;
// only the composite is rounded, and ranks are given on the rounded figure.
import { addMonths, lastDay, monthsOf, quarterOf, type YearMonth } from '../../model/civil.ts';
import type { Line } from '../../model/decision.ts';
import { number } from '../../model/expression.ts';
import { fen, fenOfYuan } from '../../model/money.ts';
import type { RankingRecord } from '../../model/record.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { leafOf, numberOf, type Parameter } from '../../scheme/scheme.ts';
import { lineOf, type Outcome, type RuleInput, type RuleKind, type Verdict } from '../kind.ts';
import type { Subject } from '../office.ts';
import { type Contender, contendersOf } from '../ranking/contenders.ts';
import { rankAll } from '../ranking/rank.ts';
import { type RankingRule, rankingRule } from '../ranking/rule.ts';
import { scoreOf } from '../ranking/score.ts';

interface Award {
  readonly rank: number;
  readonly stars: number;
  readonly amount: Parameter;
}

const awardOf = (rule: RankingRule, rank: number): Award | null => {
  const tier = rule.tiers.find(({ upTo }) => BigInt(rank) * numberOf(upTo).d <= numberOf(upTo).n);
  return tier ? { rank, stars: tier.stars, amount: tier.amount } : null;
};

function rewardLine({ item, office, with: rule }: RuleInput<RankingRule>, subject: Subject, award: Award | null): Line {
  const [basis] = rule.tiers.map(({ amount }) => amount.basis);
  if (basis === undefined) throw new RangeError(`${item.item} has no tier`);
  const earlier = office.history
    .filter(({ period }) => quarterOf(period) === quarterOf(office.period))
    .map(({ period }) => ({ type: 'record', period, person: subject.person.id, item: item.item }) as const);
  return lineOf(item, 'reward', {
    label: award ? `${item.title}：第${award.rank}名，${award.stars}星` : item.title,
    expression: award ? leafOf(award.amount) : number(0),
    ...(award && { quantity: String(award.rank), unit: '名' }),
    basis: award?.amount.basis ?? basis,
    sources: earlier,
  });
}

function outcome(input: RuleInput<RankingRule>, ranking: RankingRecord | null, problems: readonly Problem[]): Outcome {
  const ranks = new Map(ranking?.ranked.map(({ id, rank }) => [id, rank]));
  const verdict = (subject: Subject): Verdict => {
    const rank = ranks.get(subject.person.id);
    return { lines: [rewardLine(input, subject, rank === undefined ? null : awardOf(input.with, rank))] };
  };
  return { verdicts: new Map(input.subjects.map((subject) => [subject, verdict(subject)])), ranking, problems };
}

function rankingOf(
  input: RuleInput<RankingRule>,
  months: readonly YearMonth[],
  contenders: readonly Contender[],
): RankingRecord {
  const { office, with: rule } = input;
  const eligible = contenders.filter(({ reason }) => reason === null);
  const ranked = rankAll(
    eligible.map(({ id, name, figures }) => ({ id, name, ...scoreOf(rule, figures) })),
    rule.ties,
  );
  return {
    quarter: quarterOf(office.period),
    months,
    dimensions: rule.dimensions.map(({ key, title, weight }) => ({ key, title, weight: weight.value })),
    ties: rule.ties,
    ranked: ranked.map((one) => {
      const award = awardOf(rule, one.rank);
      return { ...one, stars: award?.stars ?? 0, reward: award ? fenOfYuan(numberOf(award.amount)) : fen(0) };
    }),
    ineligible: contenders.flatMap(({ id, name, reason }) => (reason === null ? [] : [{ id, name, reason }])),
  };
}

function decide(input: RuleInput<RankingRule>): Outcome {
  const { office, with: rule } = input;
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
