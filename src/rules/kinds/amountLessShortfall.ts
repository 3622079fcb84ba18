// A monthly amount less so much for each one short of a base, cancelled by an incident: 信息补贴 三（六）2.
import * as z from 'zod';
import type { Figures } from '../../model/decision.ts';
import { binary, type Expression, evaluate, negate, number, times, when } from '../../model/expression.ts';
import { compare, exactText } from '../../model/fraction.ts';
import { fenOfYuan } from '../../model/money.ts';
import { leafOf, numberOf } from '../../scheme/scheme.ts';
import { fullLine, prorated, shareIn } from '../full-line.ts';
import { figureOf, lineOf, perSubject, type RuleKind } from '../kind.ts';
import { figureLeaf, numberIn, remaining } from '../leaves.ts';
import { count, flag } from '../measures/figure.ts';
import { money, quantity } from '../parameters.ts';

const parameters = z.strictObject({
  /** Full amount a month, multiplied by the share of attendance. */
  amount: money(),
  /** Off for each one short of the base. */
  deduction: money(),
  /** Due in a full month; the share of it is rounded up. */
  base: quantity(),
  /** The figure held against the base. */
  counted: z.string(),
  /** The figure that cancels the amount when it reaches `cancelAt`. */
  cancelledBy: z.string(),
  cancelAt: quantity(),
  /** Names of the figures this item yields. */
  names: z.strictObject({ base: z.string(), cancelled: z.string() }),
  label: z.string(),
  unit: z.string(),
});
type Parameters = z.infer<typeof parameters>;

export const kind: RuleKind<Parameters> = {
  parameters,
  decide: perSubject(({ item, with: rule }, _subject, figures) => {
    const incidents = figureLeaf(figures, rule.cancelledBy, '漏报', '起');
    const reached = figureLeaf(figures, rule.counted, rule.label, rule.unit);
    const base: Expression = { op: 'ceil', of: times(leafOf(rule.base), shareIn(figures)) };
    const shortfall = binary('max', number(0), binary('subtract', base, reached));
    const isCancelled = compare(numberIn(figures, rule.cancelledBy), numberOf(rule.cancelAt)) >= 0;
    const expression = when(
      binary('atLeast', incidents, leafOf(rule.cancelAt)),
      number(0),
      prorated(rule.amount, figures),
    );

    const full = isCancelled
      ? lineOf(item, 'cancelled', {
          label: `${item.title}取消：漏报`,
          expression,
          quantity: incidents.value,
          unit: incidents.unit,
          basis: rule.cancelAt.basis,
          sources: figureOf(figures, rule.cancelledBy).sources,
        })
      : fullLine(item, rule.amount, figures, expression, [
          ...figureOf(figures, 'share').sources,
          ...figureOf(figures, rule.cancelledBy).sources,
        ]);
    const short = lineOf(item, 'shortfall', {
      label: `${rule.label}少报扣减`,
      expression: negate(binary('min', times(leafOf(rule.deduction), shortfall), remaining([full]))),
      quantity: exactText(evaluate(shortfall)),
      rate: fenOfYuan(numberOf(rule.deduction)),
      unit: rule.unit,
      basis: rule.deduction.basis,
      sources: figureOf(figures, rule.counted).sources,
    });
    const yields: Figures = {
      [rule.names.base]: count(evaluate(base), figureOf(figures, 'share').sources),
      [rule.names.cancelled]: flag(isCancelled, figureOf(figures, rule.cancelledBy).sources),
    };
    return { figures: yields, lines: [full, short] };
  }),
};
