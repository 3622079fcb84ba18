// A flat amount for a completed duty, once or for each: 专项奖励 三（六）5 (K20).
import * as z from 'zod';
import { binary, number, times, when } from '../../model/expression.ts';
import { isZero } from '../../model/fraction.ts';
import { isOn, leafOf } from '../../scheme/scheme.ts';
import { figureOf, lineOf, perSubject, type RuleKind } from '../kind.ts';
import { figureLeaf, numberIn } from '../leaves.ts';
import { fenOf, money, yesNo } from '../parameters.ts';

const parameters = z.strictObject({
  amount: money(),
  /** The figure that counts completed duties. */
  done: z.string(),
  /** For each duty; otherwise once however many. */
  perDuty: yesNo(),
  label: z.string(),
});
type Parameters = z.infer<typeof parameters>;

export const kind: RuleKind<Parameters> = {
  parameters,
  stakes: ({ amount, done, perDuty }) => [
    { figures: [done], most: isOn(perDuty) ? null : fenOf(amount), each: fenOf(amount) },
  ],
  decide: perSubject(({ item, with: rule }, _subject, figures) => {
    const done = figureLeaf(figures, rule.done, rule.label, '项');
    const amount = leafOf(rule.amount);
    const isNone = isZero(numberIn(figures, rule.done));
    const line = lineOf(item, 'full', {
      label: `${item.title}：${isNone ? '未' : ''}完成${rule.label}`,
      expression: isOn(rule.perDuty)
        ? times(amount, done)
        : when(binary('atLeast', done, number(1)), amount, number(0)),
      quantity: done.value,
      unit: done.unit,
      basis: rule.amount.basis,
      missing: isNone ? { quantity: '1', unit: done.unit } : null,
      sources: figureOf(figures, rule.done).sources,
    });
    return { lines: [line] };
  }),
};
