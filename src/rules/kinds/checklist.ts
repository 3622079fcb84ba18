// Requirements of a month (工作要求 三（四）, 派单核对 三（六）3), of people or for grids: each figure against its threshold, met or
// not met; without data, or with nothing due, neither. It pays nothing.
import * as z from 'zod';
import type { Basis, Figures, Finding } from '../../model/decision.ts';
import { binary, type Expression, evaluate, type Leaf } from '../../model/expression.ts';
import { exactText, type Fraction, fraction, HUNDRED, isZero, mul } from '../../model/fraction.ts';
import { isOn, leafOf, type Parameter } from '../../scheme/scheme.ts';
import { figureOf, perSubject, type RuleInput, type RuleKind, type Verdict } from '../kind.ts';
import { valueIn } from '../leaves.ts';
import { isServing, type RuleSubject } from '../office.ts';
import { quantity, yesNo } from '../parameters.ts';
import { settingSource } from '../settings-behind.ts';

const requirement = z
  .strictObject({
    key: z.string(),
    title: z.string(),
    unit: z.string(),
    /** The figure; a rate of 1 where the unit is %. */
    of: z.string(),
    /** What it must come to: a figure of what is due, a number, or a parameter. */
    atLeast: z.union([z.string(), z.number(), quantity()]).optional(),
    atMost: z.union([z.number(), quantity()]).optional(),
    /** Whether it is checked, where the office may say so; cites the clause where the threshold is no parameter. */
    checked: yesNo().optional(),
    /** The clause that requires it. */
    clause: z.string(),
  })
  .refine(({ atLeast, atMost }) => (atLeast === undefined) !== (atMost === undefined), '应写明 atLeast 或 atMost 之一')
  .refine(
    ({ atLeast, atMost, checked }) => typeof (atMost ?? atLeast) === 'object' || checked,
    '标准不是参数的应写明 checked',
  );

const parameters = z.strictObject({ requirements: z.array(requirement).min(1) });
type Parameters = z.infer<typeof parameters>;
type Requirement = Parameters['requirements'][number];
type Input = RuleInput<Parameters, RuleSubject>;

/** In the unit of the requirement. */
const shown = (value: Fraction, unit: string): Fraction => (unit === '%' ? mul(value, HUNDRED) : value);

const leaf = (key: string, title: string, unit: string, value: Fraction): Leaf => ({
  op: 'figure',
  key,
  title,
  value: exactText(value),
  unit,
});

interface Threshold {
  readonly expression: Leaf;
  /** Whether it is a count of what was due in the month, and there was none or it is not known. */
  readonly isNothing: boolean;
  readonly basis: Basis;
}

/** There is one: see the shape. */
const basisOf = (checked: Parameter | undefined): Basis => (checked as Parameter).basis;

function thresholdOf(figures: Figures, { title, unit, atLeast, atMost, checked }: Requirement): Threshold {
  const bound = atMost ?? atLeast;
  if (typeof bound === 'object') return { expression: leafOf(bound), isNothing: false, basis: bound.basis };
  if (typeof bound === 'number')
    return { expression: leaf('', `${title}标准`, unit, fraction(bound)), isNothing: false, basis: basisOf(checked) };
  const due = valueIn(figures, bound as string);
  const expression = leaf(bound as string, `${title}应达到`, unit, due ?? fraction(0));
  return { expression, isNothing: due === null || isZero(due), basis: basisOf(checked) };
}

function findingOf({ item }: Input, figures: Figures, one: Requirement): Finding {
  const { key, title, unit, of, atLeast, atMost } = one;
  const threshold = thresholdOf(figures, one);
  const measured = valueIn(figures, of);
  const value = measured && leaf(of, title, unit, shown(measured, unit));
  const holds: Expression | null =
    value &&
    (atMost === undefined
      ? binary('atLeast', value, threshold.expression)
      : binary('atLeast', threshold.expression, value));
  const keys = [of, ...(typeof atLeast === 'string' ? [atLeast] : [])];
  return {
    key,
    title,
    clause: one.clause,
    value: value?.value ?? null,
    unit,
    expression: holds,
    full: null,
    required: { value: threshold.expression.value, bound: atMost === undefined ? 'atLeast' : 'atMost' },
    met: holds === null || threshold.isNothing ? null : !isZero(evaluate(holds)),
    days: null,
    basis: threshold.basis,
    interpretations: item.interpretations[key] ?? [],
    sources: [...keys.flatMap((name) => figureOf(figures, name).sources), ...settings(one).flatMap(settingSource)],
  };
}

const settings = ({ atLeast, atMost, checked }: Requirement): readonly Parameter[] =>
  [atMost, atLeast, checked].filter((one): one is Parameter => typeof one === 'object');

function decide(input: Input, unit: RuleSubject, figures: Figures): Verdict {
  if (!isServing(unit)) return {};
  const findings = input.with.requirements
    .filter(({ checked }) => checked === undefined || isOn(checked))
    .map((one) => findingOf(input, figures, one));
  return { assessment: { sort: 'requirements', score: null, findings } };
}

export const kind: RuleKind<Parameters, RuleSubject> = {
  parameters,
  about: 'both',
  decide: perSubject(decide),
};
