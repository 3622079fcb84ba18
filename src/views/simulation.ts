// 测算 at the terminal: one row a variant, and the people who gain or lose.
import { type Fen, fen, yuanText } from '../model/money.ts';
import { itemChanges } from '../record/changes.ts';
import type { Cost, Simulation, VariantOutcome } from '../record/simulation.ts';

/** Stands at the head of every output. */
export const TRIAL_MARK = '测算（不作发放依据）';

/** `+120.00`, `-35.00`, `0.00` */
const changeText = (amount: Fen): string => `${amount > 0 ? '+' : ''}${yuanText(amount)}`;

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns set right. */
  readonly right: readonly number[];
}

export type Computed = Extract<VariantOutcome, { computed: true }>;
export const isComputed = (outcome: VariantOutcome): outcome is Computed => outcome.computed;

export const gaining = ({ people }: Computed): number => people.filter(({ change }) => change > 0).length;
export const losing = ({ people }: Computed): number => people.filter(({ change }) => change < 0).length;
export const changeIn = (outcome: Computed, base: Cost): Fen => fen(outcome.cost.total - base.total);

export const variantsTable = ({ base, outcomes }: Simulation): Table => ({
  head: ['方案/口径', '合计', '增减', '增加人数', '减少人数'],
  rows: [
    ['现行方案', yuanText(base.total), '', '', ''],
    ...outcomes.map((outcome) => [
      outcome.info.title,
      ...(outcome.computed
        ? [
            yuanText(outcome.cost.total),
            changeText(changeIn(outcome, base)),
            `${gaining(outcome)}`,
            `${losing(outcome)}`,
          ]
        : ['未能测算', '', '', '']),
    ]),
  ],
  right: [1, 2, 3, 4],
});

export const peopleTable = ({ people }: Computed): Table => ({
  head: ['工号', '姓名', '现行', '测算', '差额'],
  rows: people.map(({ id, name, base, trial, change }) => [
    id,
    name,
    yuanText(base),
    yuanText(trial),
    changeText(change),
  ]),
  right: [2, 3, 4],
});

/** What else a variant does: changes by item, cards. */
export function effectsText(outcome: Computed, base: Cost): string {
  const { cost } = outcome;
  const items = [...itemChanges(base, cost)].map(
    ([item, change]) => `${cost.titles.get(item) ?? base.titles.get(item) ?? item} ${changeText(change)}`,
  );
  const cards = `黄牌 ${base.cards.yellow}→${cost.cards.yellow} 人，红牌 ${base.cards.red}→${cost.cards.red} 人`;
  return `各项增减：${items.length === 0 ? '无' : items.join('，')}；${cards}`;
}
