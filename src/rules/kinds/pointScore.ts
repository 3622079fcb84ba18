// Points of a month (月度积分): sections of parts, each measured against what is due, and bonus points up to a cap. A part
// with nothing to measure is left out and the rest of its section scaled up, likewise a section.
import * as z from 'zod';
import type { Figure, Figures } from '../../model/decision.ts';
import {
  add,
  ceil,
  div,
  type Fraction,
  fraction,
  isZero,
  maxOf,
  minOf,
  mul,
  ONE,
  roundTo,
  sub,
  sum,
  ZERO,
} from '../../model/fraction.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../../model/terms.ts';
import { problem } from '../../problems/problem.ts';
import { numberOf, referencesIn } from '../../scheme/scheme.ts';
import { figureOf, type Outcome, type RuleInput, type RuleKind, type Verdict } from '../kind.ts';
import { numberIn } from '../leaves.ts';
import { count } from '../measures/figure.ts';
import type { Subject } from '../office.ts';
import { quantity } from '../parameters.ts';
import { settingsBehind } from '../settings-behind.ts';

/** `of` against what is due: `per`, times `each` where given, rounded up to a whole one. */
const ratio = { title: z.string(), points: quantity(), of: z.string(), per: z.string(), each: quantity().optional() };
const part = z.discriminatedUnion('by', [
  /** All the points when `of` reaches what is due, a share of them below it. */
  z.strictObject({
    by: z.literal('reached'),
    ...ratio,
    /** Patrol figures whose columns it cannot do without. */
    asks: z.array(z.enum(Object.keys(PATROL_FIGURES) as [PatrolFigure])).default([]),
  }),
  /** All the points less `each` for every one of `of`, not below 0. */
  z.strictObject({ by: z.literal('lost'), title: z.string(), points: quantity(), of: z.string(), each: quantity() }),
]);
const parameters = z.strictObject({
  /** Section and bonus figures are shown to two decimals; the total is rounded once. */
  sections: z.array(z.strictObject({ figure: z.string(), parts: z.array(part).min(1) })).min(1),
  /** `points` for every one of `of` beyond what is due. */
  bonus: z.strictObject({ figure: z.string(), cap: quantity(), parts: z.array(z.strictObject(ratio)) }),
  /** The figure that is 0 in a month without an assessable day: no points then. */
  assessedWhen: z.string(),
  /** The figure this item yields. */
  total: z.string(),
});
type Parameters = z.infer<typeof parameters>;
type Part = z.infer<typeof part>;
type Ratio = Pick<Extract<Part, { by: 'reached' }>, 'of' | 'per' | 'each'>;
interface Scored {
  readonly points: Fraction;
  /** Null: nothing to measure. */
  readonly got: Fraction | null;
}

const dueIn = (figures: Figures, { per, each }: Ratio): Fraction =>
  fraction(ceil(mul(numberIn(figures, per), each ? numberOf(each) : ONE)));

function earned(figures: Figures, rule: Part): Fraction | null {
  const points = numberOf(rule.points);
  const of = numberIn(figures, rule.of);
  if (rule.by === 'lost') return maxOf(ZERO, sub(points, mul(numberOf(rule.each), of)));
  const due = dueIn(figures, rule);
  return isZero(due) ? null : mul(points, minOf(ONE, div(of, due)));
}

/** What was measured, scaled up to all the points. */
function scaledUp(scored: readonly Scored[]): Scored {
  const points = sum(scored.map((one) => one.points));
  const measured = scored.flatMap(({ points: own, got }) => (got === null ? [] : [{ own, got }]));
  const weight = sum(measured.map(({ own }) => own));
  const got = isZero(weight) ? null : mul(sum(measured.map((one) => one.got)), div(points, weight));
  return { points, got };
}

const bonusIn = (figures: Figures, { cap, parts }: Parameters['bonus']): Fraction => {
  const beyond = (rule: Ratio) => maxOf(ZERO, sub(numberIn(figures, rule.of), dueIn(figures, rule)));
  return minOf(numberOf(cap), sum(parts.map((rule) => mul(numberOf(rule.points), beyond(rule)))));
};

const figuresOf = (rule: Part | Ratio): readonly string[] => ('per' in rule ? [rule.of, rule.per] : [rule.of]);

function verdictOf(
  { office, item, with: rule }: RuleInput<Parameters>,
  figures: Figures,
): Verdict & { left: string[] } {
  const isAssessed = !isZero(numberIn(figures, rule.assessedWhen));
  const settings = settingsBehind(office.scheme, referencesIn(item.with));
  const sourced = (value: Fraction | null, parts: readonly (Part | Ratio)[]): Figure => {
    const keys = new Set([rule.assessedWhen, ...parts.flatMap(figuresOf)]);
    const sources = [...[...keys].flatMap((key) => figureOf(figures, key).sources), ...settings];
    return value === null || !isAssessed ? { type: 'text', value: '', sources } : count(roundTo(value, 2), sources);
  };
  const sections = rule.sections.map(({ figure, parts }) => {
    const scored = parts.map((one) => ({ title: one.title, points: numberOf(one.points), got: earned(figures, one) }));
    return { figure, parts, scored, ...scaledUp(scored) };
  });
  const { got } = scaledUp(sections);
  const bonus = bonusIn(figures, rule.bonus);
  const all = [...rule.sections.flatMap(({ parts }) => parts), ...rule.bonus.parts];
  return {
    figures: {
      ...Object.fromEntries(sections.map(({ figure, parts, got: own }) => [figure, sourced(own, parts)])),
      [rule.bonus.figure]: sourced(bonus, rule.bonus.parts),
      [rule.total]: sourced(got && add(got, bonus), all),
    },
    left: isAssessed
      ? sections.flatMap(({ scored }) => scored.filter((one) => one.got === null).map(({ title }) => title))
      : [],
  };
}

function decide(input: RuleInput<Parameters>): Outcome {
  const verdicts = new Map(input.subjects.map((subject) => [subject, verdictOf(input, input.figuresOf(subject))]));
  const left = new Map<string, Subject[]>();
  for (const [subject, verdict] of verdicts)
    for (const title of verdict.left) left.set(title, [...(left.get(title) ?? []), subject]);
  const problems = [...left].map(([dimension, subjects]) =>
    problem('dimensionLeftOut', { dimension, names: subjects.map(({ person }) => person.name) }),
  );
  return { verdicts, problems };
}

export const kind: RuleKind<Parameters> = {
  parameters,
  asksFor: ({ sections }) =>
    sections.flatMap(({ parts }) =>
      parts.flatMap((one) => (one.by === 'reached' ? one.asks.map((figure) => ({ figure, setting: null })) : [])),
    ),
  decide,
};
