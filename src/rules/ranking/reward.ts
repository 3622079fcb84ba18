// The reward line of a ranking (K18, K19): in the month it is paid, by rank; else why there is none.
import { addMonths, monthsOf, quarterOf, type YearMonth } from '../../model/civil.ts';
import type { Basis, Line } from '../../model/decision.ts';
import { number } from '../../model/expression.ts';
import type { RankingRecord } from '../../model/record.ts';
import type { Source } from '../../model/source.ts';
import { INELIGIBLE_REASONS } from '../../model/terms.ts';
import { leafOf, numberOf, type Parameter } from '../../scheme/scheme.ts';
import { lineOf, type RuleInput } from '../kind.ts';
import type { Office, Subject } from '../office.ts';
import type { RankingRule } from './rule.ts';

export interface Award {
  readonly rank: number;
  readonly stars: number;
  readonly amount: Parameter;
}

/** The tier of a rank; null below the last one. */
export const awardOf = (rule: RankingRule, rank: number): Award | null => {
  const tier = rule.tiers.find(({ upTo }) => BigInt(rank) * numberOf(upTo).d <= numberOf(upTo).n);
  return tier ? { rank, stars: tier.stars, amount: tier.amount } : null;
};

/** The ranking that this month's pay rewards: null where it is not to be had, undefined in a month that rewards none. */
export function rankingPaid(
  { office, with: rule }: RuleInput<RankingRule>,
  own: RankingRecord | null,
): RankingRecord | null | undefined {
  const [first, , last] = monthsOf(quarterOf(office.period));
  if (rule.paidIn.value === '当季末月') return office.period === last ? own : undefined;
  return office.period === first && addMonths(first, -1) >= office.schemeStart
    ? (office.history.at(-1)?.ranking ?? null)
    : undefined;
}

/** The months' records of the quarter that was ranked, this month's included where it belongs to it. */
function recordsOf(
  { period, history }: Office,
  { person }: Subject,
  ranked: YearMonth,
  item: string,
): readonly Source[] {
  const months = [...history.map((record) => record.period), period];
  return months
    .filter((month) => quarterOf(month) === quarterOf(ranked))
    .map((month) => ({ type: 'record', period: month, person: person.id, item }));
}

/** A reading's own basis; that of the last tier where the item names none. */
const readingOf = (input: RuleInput<RankingRule>, key: string, clause: string): Basis | null => {
  const [interpretation] = input.item.interpretations[key] ?? [];
  return interpretation === undefined ? null : { interpretation, clause };
};

export function rewardLine(
  input: RuleInput<RankingRule>,
  subject: Subject,
  paid: RankingRecord | null | undefined,
): Line {
  const { item, office, with: rule } = input;
  const tier = rule.tiers.at(-1);
  if (tier === undefined) throw new RangeError(`${item.item} has no tier`);
  const nothing = (key: string, why: string, sources: readonly Source[]): Line =>
    lineOf(item, key, {
      label: `${item.title}：${why}`,
      expression: number(0),
      basis: readingOf(input, key, item.clause) ?? tier.amount.basis,
      sources,
    });

  if (paid === undefined) {
    const { key: parameter, value } = rule.paidIn;
    const when = value === '当季末月' ? '季度最后一个月' : '次季第一个月';
    return nothing('notYet', `本月不发，随${when}发放`, [{ type: 'setting', parameter, value, cell: null }]);
  }
  const ranked = rule.paidIn.value === '当季末月' ? office.period : addMonths(office.period, -1);
  const records = recordsOf(office, subject, ranked, item.item);
  if (paid === null) {
    const what = `${quarterOf(ranked)} 的完整月度记录`;
    return nothing('notRanked', '本季资料不全，无法排名', [...records, { type: 'absence', what, searched: [] }]);
  }
  const rank = paid.ranked.find(({ id }) => id === subject.person.id)?.rank;
  if (rank === undefined) {
    const reason = paid.ineligible.find(({ id }) => id === subject.person.id)?.reason;
    return nothing('notRanked', `未参加排名，${reason ? INELIGIBLE_REASONS[reason] : '本季不在职'}`, records);
  }
  const award = awardOf(rule, rank);
  if (award === null)
    return lineOf(item, 'reward', {
      label: `${item.title}：第${rank}名，未获星`,
      expression: number(0),
      quantity: String(rank),
      unit: '名',
      basis: tier.amount.basis,
      sources: records,
    });
  return lineOf(item, 'reward', {
    label: `${item.title}：第${rank}名，${award.stars}星`,
    expression: leafOf(award.amount),
    quantity: String(rank),
    unit: '名',
    basis: award.amount.basis,
    sources: records,
  });
}
