// A flat amount for a completed duty, once however many: 专项奖励 三（六）5 (K20).
import * as z from 'zod';
import { binary, number, when } from '../../model/expression.ts';
import { leafOf } from '../../scheme/scheme.ts';
import { figureOf, lineOf, perSubject, type RuleKind } from '../kind.ts';
import { figureLeaf } from '../leaves.ts';
import { money } from '../parameters.ts';

const parameters = z.strictObject({
  amount: money(),
  /** The figure that counts completed duties. */
  done: z.string(),
  label: z.string(),
});
type Parameters = z.infer<typeof parameters>;

export const kind: RuleKind<Parameters> = {
  parameters,
  decide: perSubject(({ item, with: rule }, _subject, figures) => {
    const done = figureLeaf(figures, rule.done, rule.label, '项');
    const line = lineOf(item, 'full', {
      label: `${item.title}：完成${rule.label}`,
      expression: when(binary('atLeast', done, number(1)), leafOf(rule.amount), number(0)),
      quantity: done.value,
      unit: done.unit,
      basis: rule.amount.basis,
      sources: figureOf(figures, rule.done).sources,
    });
    return { lines: [line] };
  }),
};
