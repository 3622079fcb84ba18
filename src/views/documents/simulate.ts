// `simulate --json`: the cost of the months as decided and under each variant, and who gains or loses.
import { type Fen, yuanNumber } from '../../model/money.ts';
import type { Cost, Simulation, VariantOutcome } from '../../record/simulation.ts';

export const SIMULATE_SCHEMA = 'simulate/1';

const yuanOfEach = (amounts: ReadonlyMap<string, Fen>): Record<string, number> =>
  Object.fromEntries([...amounts].map(([key, amount]) => [key, yuanNumber(amount)]));

const costFields = ({ total, items, cards }: Cost) => ({
  cost: yuanNumber(total),
  items: yuanOfEach(items),
  cards: { yellow: cards.yellow, red: cards.red },
});

function variantFields(outcome: VariantOutcome, base: Cost) {
  const { title, kind, interpretation, values } = outcome.info;
  const head = {
    title,
    kind,
    ...(interpretation && { interpretation: interpretation.number, label: interpretation.label }),
    values: Object.fromEntries(values.map(({ key, value }) => [key, value])),
    computed: outcome.computed,
  };
  if (!outcome.computed) return { ...head, reason: outcome.reason };
  const { cost, ...rest } = costFields(outcome.cost);
  return {
    ...head,
    cost,
    change: yuanNumber((outcome.cost.total - base.total) as Fen),
    ...rest,
    people: outcome.people.map((one) => ({
      id: one.id,
      name: one.name,
      role: one.role,
      base: yuanNumber(one.base),
      trial: yuanNumber(one.trial),
      change: yuanNumber(one.change),
      items: yuanOfEach(one.items),
      months: yuanOfEach(one.months),
    })),
  };
}

export const simulateDocument = ({ months, base, outcomes }: Simulation) => ({
  trial: true,
  months,
  base: { title: '现行方案', ...costFields(base) },
  variants: outcomes.map((outcome) => variantFields(outcome, base)),
});
