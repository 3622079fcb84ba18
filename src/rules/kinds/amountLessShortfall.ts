// A monthly amount less so much for each one short of a base, cancelled by an incident: 信息补贴 三（六）2.
import * as z from 'zod';
import type { Figures, Line } from '../../model/decision.ts';
import { binary, type Expression, evaluate, type Leaf, negate, number, times, when } from '../../model/expression.ts';
import { compare, exactText, isZero } from '../../model/fraction.ts';
import { fenOfYuan } from '../../model/money.ts';
import { isOn, leafOf, numberOf } from '../../scheme/scheme.ts';
import { forfeit, forfeitCondition, isForfeited } from '../forfeit.ts';
import { fullLine, prorated, shareIn } from '../full-line.ts';
import { figureOf, lineOf, perSubject, type RuleInput, type RuleKind } from '../kind.ts';
import { figureLeaf, numberIn, remaining } from '../leaves.ts';
import { count, flag } from '../measures/figure.ts';
import { fenOf, money, quantity, yesNo } from '../parameters.ts';

const parameters = z.strictObject({
  /** Full amount a month, multiplied by the share of attendance. */
  amount: money(),
  /** Off for each one short of the base. */
  deduction: money(),
  /** Due in a full month; the share of it is rounded up. */
  base: quantity(),
  baseProrated: yesNo(),
  /** The figure held against the base. */
  counted: z.string(),
  /** The figure that cancels the amount when it reaches `cancelAt`. */
  cancelledBy: z.string(),
  cancelAt: quantity(),
  forfeited: forfeit.optional(),
  /** Names of the figures this item yields. */
  names: z.strictObject({ base: z.string(), cancelled: z.string() }),
  label: z.string(),
  unit: z.string(),
});
type Parameters = z.infer<typeof parameters>;

const baseOf = (rule: Parameters, figures: Figures): Expression =>
  isOn(rule.baseProrated) ? { op: 'ceil', of: times(leafOf(rule.base), shareIn(figures)) } : leafOf(rule.base);

const incidentsIn = (rule: Parameters, figures: Figures): Leaf => figureLeaf(figures, rule.cancelledBy, '漏报', '起');

const cancelsBy = (rule: Parameters, figures: Figures): Expression =>
  binary('atLeast', incidentsIn(rule, figures), leafOf(rule.cancelAt));

/** The prorated amount, or nothing with the reason for it. */
function firstLine({ item, with: rule }: RuleInput<Parameters>, figures: Figures): Line {
  const incidents = incidentsIn(rule, figures);
  const cancels = cancelsBy(rule, figures);
  const forfeits = forfeitCondition(rule.forfeited, figures);
  const lost = forfeits ? binary('or', cancels, forfeits) : cancels;
  const expression = when(lost, number(0), prorated(rule.amount, figures));
  if (compare(numberIn(figures, rule.cancelledBy), numberOf(rule.cancelAt)) >= 0)
    return lineOf(item, 'cancelled', {
      label: `${item.title}取消：漏报`,
      expression,
      quantity: incidents.value,
      unit: incidents.unit,
      basis: rule.cancelAt.basis,
      sources: figureOf(figures, rule.cancelledBy).sources,
    });
  if (isForfeited(rule.forfeited, figures))
    return lineOf(item, 'forfeited', {
      label: `${item.title}不发放：${rule.forfeited.label}`,
      expression,
      basis: rule.forfeited.enabled.basis,
      sources: figureOf(figures, rule.forfeited.by).sources,
    });
  return fullLine(item, rule.amount, figures, expression, [
    ...figureOf(figures, 'share').sources,
    ...figureOf(figures, rule.cancelledBy).sources,
  ]);
}

function shortfallLine({ item, with: rule }: RuleInput<Parameters>, figures: Figures, first: Line): Line {
  const reached = figureLeaf(figures, rule.counted, rule.label, rule.unit);
  const shortfall = binary('max', number(0), binary('subtract', baseOf(rule, figures), reached));
  const short = evaluate(shortfall);
  return lineOf(item, 'shortfall', {
    label: `${rule.label}少报扣减`,
    expression: negate(binary('min', times(leafOf(rule.deduction), shortfall), remaining([first]))),
    quantity: exactText(short),
    rate: fenOfYuan(numberOf(rule.deduction)),
    unit: rule.unit,
    basis: rule.deduction.basis,
    missing: isZero(short) ? null : { quantity: exactText(short), unit: rule.unit },
    sources: figureOf(figures, rule.counted).sources,
  });
}

export const kind: RuleKind<Parameters> = {
  parameters,
  stakes: ({ amount, deduction, counted, cancelledBy }) => [
    { figures: [counted], most: fenOf(amount), each: fenOf(deduction) },
    { figures: [cancelledBy], most: fenOf(amount), each: null },
  ],
  fallsShort: ({ counted, names }) => ({ counted, base: names.base }),
  decide: perSubject((input, _subject, figures) => {
    const { with: rule } = input;
    const first = firstLine(input, figures);
    const isCancelled = first.key === 'cancelled';
    const base = baseOf(rule, figures);
    const yields: Figures = {
      [rule.names.base]: count(evaluate(base), figureOf(figures, 'share').sources, base),
      [rule.names.cancelled]: flag(isCancelled, figureOf(figures, rule.cancelledBy).sources, cancelsBy(rule, figures)),
    };
    return { figures: yields, lines: [first, shortfallLine(input, figures, first)] };
  }),
};
