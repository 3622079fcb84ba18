// So much a grid, times a coefficient by rank in the month: the first so many, the last so many, the rest (网格报酬).
// Equal figures share the rank and later ranks skip.
import * as z from 'zod';
import type { Figure, Figures } from '../../model/decision.ts';
import { roundToFen, times } from '../../model/expression.ts';
import { compare, type Fraction, fraction, parseFraction, plainText } from '../../model/fraction.ts';
import { fenOfYuan } from '../../model/money.ts';
import { assignmentsOn, gridsOn } from '../../model/service.ts';
import { isOn, leafOf, numberOf, type Parameter } from '../../scheme/scheme.ts';
import { cellsOf } from '../cells.ts';
import { shareIn } from '../full-line.ts';
import { figureOf, lineOf, type Outcome, type RuleInput, type RuleKind, type Verdict } from '../kind.ts';
import { figureLeaf } from '../leaves.ts';
import { count, counted } from '../measures/figure.ts';
import { type Office, type Subject, tablesOf } from '../office.ts';
import { choice, fenOf, money, quantity, yesNo } from '../parameters.ts';

const tier = z.strictObject({ count: quantity(), coefficient: quantity() });
const parameters = z.strictObject({
  /** A grid's amount a month. */
  amount: money(),
  /** Whether it is multiplied by the share of attendance. */
  prorated: yesNo(),
  /** The figure people are ranked by, the highest first; who has none is not ranked. */
  ranked: z.string(),
  top: tier,
  bottom: tier,
  /** Of the others, and of those not ranked. */
  otherwise: quantity(),
  /** Which holds for ranks that are among the first and among the last. */
  whenBoth: choice('前列', '末列', '其余'),
  /** Whether ranks shared across the border of the last ones are among them. */
  sharedIsLast: yesNo(),
  /** Names of the figures this item yields. */
  names: z.strictObject({ rank: z.string(), grids: z.string(), coefficient: z.string() }),
});
type Parameters = z.infer<typeof parameters>;
interface RankShare {
  readonly rank: number;
  readonly coefficient: Parameter;
}

function coefficientOf(rule: Parameters, value: Fraction, values: readonly Fraction[], rank: number): Parameter {
  const below = values.filter((other) => compare(other, value) < 0).length;
  const fromLast = isOn(rule.sharedIsLast) ? below + 1 : values.length - rank + 1;
  const isTop = compare(fraction(rank), numberOf(rule.top.count)) <= 0;
  const isBottom = compare(fraction(fromLast), numberOf(rule.bottom.count)) <= 0;
  if (isTop && isBottom)
    return { 前列: rule.top.coefficient, 末列: rule.bottom.coefficient, 其余: rule.otherwise }[rule.whenBoth.value];
  return isTop ? rule.top.coefficient : isBottom ? rule.bottom.coefficient : rule.otherwise;
}

/** Who is ranked; the others have no figure to be ranked by. */
function standings({ with: rule, subjects, figuresOf }: RuleInput<Parameters>): ReadonlyMap<Subject, RankShare> {
  const found = subjects.flatMap((subject) => {
    const figure = figureOf(figuresOf(subject), rule.ranked);
    const value = figure.type === 'number' ? parseFraction(figure.value) : null;
    return value === null ? [] : [{ subject, value }];
  });
  const values = found.map(({ value }) => value);
  return new Map(
    found.map(({ subject, value }) => {
      const rank = values.filter((other) => compare(other, value) > 0).length + 1;
      return [subject, { rank, coefficient: coefficientOf(rule, value, values, rank) }];
    }),
  );
}

/** The grids held on the last day in service. */
function gridsHeld(office: Office, { person, role, service }: Subject): Figure {
  const last = [...service.days].at(-1);
  const grids = last === undefined ? [] : gridsOn(person, role, last);
  const origins = last === undefined ? [] : assignmentsOn(person, last).map(({ origin }) => origin);
  const absence = { type: 'absence', what: '任职的网格', searched: tablesOf(office, 'roster') } as const;
  return count(grids.length, counted(cellsOf(office, origins, 'grid'), absence));
}

function verdictOf(input: RuleInput<Parameters>, subject: Subject, standing: RankShare | undefined): Verdict {
  const { office, item, with: rule, figuresOf } = input;
  const before = figuresOf(subject);
  const { sources } = figureOf(before, rule.ranked);
  const coefficient = standing?.coefficient ?? rule.otherwise;
  const figures: Figures = {
    [rule.names.rank]: standing ? count(standing.rank, sources) : { type: 'text', value: '', sources },
    [rule.names.grids]: gridsHeld(office, subject),
    [rule.names.coefficient]: count(numberOf(coefficient), sources),
  };
  const grids = figureLeaf(figures, rule.names.grids, '网格数', '个');
  const full = times(times(leafOf(rule.amount), grids), leafOf(coefficient));
  const line = lineOf(item, standing ? 'ranked' : 'notRanked', {
    label: `${item.title}：${standing ? `第${standing.rank}名` : '未参加排名'}，系数${plainText(numberOf(coefficient))}`,
    expression: isOn(rule.prorated) ? roundToFen(times(full, shareIn(before))) : roundToFen(full),
    quantity: grids.value,
    rate: fenOfYuan(numberOf(rule.amount)),
    unit: '个',
    basis: coefficient.basis,
    sources: [...figureOf(figures, rule.names.grids).sources, ...figureOf(before, 'share').sources, ...sources],
  });
  return { figures, lines: [line] };
}

function decide(input: RuleInput<Parameters>): Outcome {
  const standing = standings(input);
  return { verdicts: new Map(input.subjects.map((one) => [one, verdictOf(input, one, standing.get(one))])) };
}

export const kind: RuleKind<Parameters> = {
  parameters,
  stakes: ({ amount, ranked }) => [{ figures: [ranked], most: fenOf(amount), each: null }],
  decide,
};
