// The reward line of a ranking (K18, K19): in the month it is paid, by rank; else why there is none.
import { addMonths, monthsOf, quarterOf, type YearMonth } from '../../model/civil.ts';
import type { Basis, Line } from '../../model/decision.ts';
import { number } from '../../model/expression.ts';
import { exactText } from '../../model/fraction.ts';
import { yuanOf } from '../../model/money.ts';
import type { RankingRecord } from '../../model/record.ts';
import type { Source } from '../../model/source.ts';
import { INELIGIBLE_REASONS } from '../../model/terms.ts';
import { leafOf, numberOf, type Parameter } from '../../scheme/scheme.ts';
import { lineOf, type RuleInput } from '../kind.ts';
import type { Office, Subject } from '../office.ts';
import { settingSource } from '../settings-behind.ts';
import type { RankingRule } from './rule.ts';

export interface Award {
  readonly stars: number;
  readonly amount: Parameter;
}

/** The tier of a rank; null below the last one. */
export const awardOf = (rule: RankingRule, rank: number): Award | null => {
  const tier = rule.tiers.find(({ upTo }) => BigInt(rank) * numberOf(upTo).d <= numberOf(upTo).n);
  return tier ? { stars: tier.stars, amount: tier.amount } : null;
};

/** The month whose pay holds the rewards of a quarter that ends with this month. */
export const payMonth = ({ office, with: rule }: RuleInput<RankingRule>): YearMonth =>
  rule.paidIn.value === '当季末月' ? office.period : addMonths(office.period, 1);

/**
 * The ranking that this month's pay rewards: null where it is not to be had, undefined in a month that rewards none. Each
 * is rewarded once, in the month that held when it was ranked.
 */
export function rankingPaid(
  input: RuleInput<RankingRule>,
  own: RankingRecord | null,
): RankingRecord | null | undefined {
  const { office, with: rule } = input;
  const [first, , last] = monthsOf(quarterOf(office.period));
  if (office.period === last) return payMonth(input) === office.period ? own : undefined;
  if (office.period !== first || addMonths(first, -1) < office.schemeStart) return undefined;
  const before = office.history.at(-1)?.ranking ?? null;
  if (before) return before.paidIn === office.period ? before : undefined;
  return rule.paidIn.value === '次季首月' ? null : undefined;
}

/** The records of the ranked quarter's months that know the person, this month's included where it belongs to it. */
function recordsOf(
  { period, history }: Office,
  { person }: Subject,
  ranked: YearMonth,
  item: string,
): readonly Source[] {
  const known = history.filter(({ subjects }) => subjects.some(({ id }) => id === person.id));
  const months = [...known.map((record) => record.period), period];
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
    const own = settingSource(rule.paidIn);
    const shipped: Source = { type: 'setting', parameter, value, cell: null };
    return nothing('notYet', `本月不发，随${when}发放`, own.length > 0 ? own : [shipped]);
  }
  const isOwn = quarterOf(addMonths(office.period, 1)) !== quarterOf(office.period);
  const ranked = isOwn ? office.period : addMonths(office.period, -1);
  const records = recordsOf(office, subject, ranked, item.item);
  if (paid === null) {
    const what = `${quarterOf(ranked)} 的完整月度记录`;
    return nothing('notRanked', '本季资料不全，无法排名', [...records, { type: 'absence', what, searched: [] }]);
  }
  const standing = paid.ranked.find(({ id }) => id === subject.person.id);
  if (standing === undefined) {
    const reason = paid.ineligible.find(({ id }) => id === subject.person.id)?.reason;
    return nothing('notRanked', `未参加排名，${reason ? INELIGIBLE_REASONS[reason] : '本季不在职'}`, records);
  }
  const { rank, stars, reward } = standing;
  const own = isOwn ? awardOf(rule, rank) : null;
  const { amount } = own ?? rule.tiers.find((one) => one.stars === stars) ?? tier;
  const starText = stars > 0 ? `，${stars}星` : reward > 0 ? '' : '，未获星';
  return lineOf(item, 'reward', {
    label: `${item.title}：第${rank}名${starText}`,
    expression: own ? leafOf(amount) : { op: 'number', value: exactText(yuanOf(reward)) },
    quantity: String(rank),
    unit: '名',
    basis: amount.basis,
    sources: records,
  });
}
