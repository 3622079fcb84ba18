// So much for each item counted: 以奖代补 三（二） (K27).
import * as z from 'zod';
import { times } from '../../model/expression.ts';
import { fenOfYuan } from '../../model/money.ts';
import { leafOf, numberOf } from '../../scheme/scheme.ts';
import { figureOf, lineOf, perSubject, type RuleKind } from '../kind.ts';
import { figureLeaf } from '../leaves.ts';
import { fenOf, money } from '../parameters.ts';

const parameters = z.strictObject({ rate: money(), counted: z.string(), label: z.string(), unit: z.string() });
type Parameters = z.infer<typeof parameters>;

export const kind: RuleKind<Parameters> = {
  parameters,
  stakes: ({ rate, counted }) => [{ figures: [counted], most: null, each: fenOf(rate) }],
  decide: perSubject(({ item, with: rule }, _subject, figures) => {
    const counted = figureLeaf(figures, rule.counted, rule.label, rule.unit);
    const line = lineOf(item, 'each', {
      label: `${item.title}：${rule.label}`,
      expression: times(leafOf(rule.rate), counted),
      quantity: counted.value,
      rate: fenOfYuan(numberOf(rule.rate)),
      unit: rule.unit,
      basis: rule.rate.basis,
      sources: figureOf(figures, rule.counted).sources,
    });
    return { lines: [line] };
  }),
};
