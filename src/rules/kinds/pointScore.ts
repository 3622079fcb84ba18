// Points of a month (月度积分、考核评分), of people or of grids: sections of parts, each measured against what is due, bonus
// points up to a cap, points off. The score may rank.
import type { Basis, Figure, Figures, Finding, Score } from '../../model/decision.ts';
import { type Expression, evaluate, type Leaf, negate, roundToFen } from '../../model/expression.ts';
import { exactText, type Fraction, isZero, roundTo } from '../../model/fraction.ts';
import type { Source } from '../../model/source.ts';
import { problem } from '../../problems/problem.ts';
import { numberOf, parametersIn } from '../../scheme/scheme.ts';
import { figureOf, type Outcome, type RuleInput, type RuleKind, type Verdict } from '../kind.ts';
import { numberIn } from '../leaves.ts';
import { count, noData } from '../measures/figure.ts';
import { isServing, nameOf, type RuleSubject } from '../office.ts';
import { bonusIn, earnedIn, offIn, outOfAll, scoreIn } from '../points/earned.ts';
import { figuresBehind, type Measured, type Part, type PointRule, pointRule } from '../points/rule.ts';
import { sharedRanks } from '../ranking/rank.ts';
import { settingSource } from '../settings-behind.ts';

interface Input extends RuleInput<PointRule, RuleSubject> {
  /** The office's own values among the item's parameters. */
  readonly settings: readonly Source[];
}

/** Some points worked out: what of, how many there are, and by what they were measured. */
interface Worked {
  readonly key: string;
  readonly title: string;
  readonly expression: Expression | null;
  /** Null where points are taken off. */
  readonly full: Fraction | null;
  readonly basis: Basis;
  readonly measured: readonly Measured[];
  readonly gaps: readonly string[];
}

function workedOut({ office, with: rule }: Input, figures: Figures) {
  const titleOf = ({ figure, title }: { readonly figure: string; readonly title?: string | undefined }): string =>
    title ?? office.scheme.edition.figures[figure] ?? figure;
  const sections = rule.sections.map((section): Worked & { readonly points: Fraction } => {
    const { points, got, gaps } = earnedIn(figures, section);
    const [{ points: first }] = section.parts as [Part];
    const { figure: key, parts } = section;
    const title = titleOf(section);
    return { key, title, expression: got, full: points, points, basis: first.basis, measured: parts, gaps };
  });
  const bonuses = (rule.bonus ? [rule.bonus] : []).map((bonus): Worked => {
    const { figure: key, cap, parts } = bonus;
    const title = titleOf(bonus);
    const expression = bonusIn(figures, bonus);
    return { key, title, expression, full: numberOf(cap), basis: cap.basis, measured: parts, gaps: [] };
  });
  const off = rule.off.map((one): Worked => {
    const taken = offIn(figures, one);
    const expression = taken && negate(taken);
    return { key: one.of, title: one.title, expression, full: null, basis: one.each.basis, measured: [one], gaps: [] };
  });
  return { sections, bonuses, off };
}

/** Points by their name, to stand in the formula of the whole. */
const named = ({ key, title, expression }: Worked): Leaf | null =>
  expression && { op: 'figure', key, title, value: exactText(evaluate(expression)), unit: '分' };

function sharedBasis([first, ...others]: readonly Worked[]): Basis | null {
  const text = JSON.stringify(first?.basis);
  return first && others.every(({ basis }) => JSON.stringify(basis) === text) ? first.basis : null;
}

function verdictOf(input: Input, unit: RuleSubject, figures: Figures): Verdict & { readonly gaps: string[] } {
  const { item, settings, with: rule } = input;
  const isAssessed =
    isServing(unit) && (rule.assessedWhen === undefined || !isZero(numberIn(figures, rule.assessedWhen)));
  const always = rule.assessedWhen === undefined ? [] : [rule.assessedWhen];
  const sourcesOf = (measured: readonly Measured[]) => [
    ...[...new Set([...always, ...measured.flatMap(figuresBehind)])].flatMap((key) => figureOf(figures, key).sources),
    ...settings,
  ];
  const { sections, bonuses, off } = workedOut(input, figures);
  const all = [...sections, ...bonuses, ...off];
  const expression = isAssessed
    ? scoreIn(
        sections.map((one) => ({ points: one.points, got: named(one) })),
        outOfAll(rule),
        bonuses[0] ? named(bonuses[0]) : null,
        rule.off.flatMap((one) => offIn(figures, one) ?? []),
      )
    : null;
  const figure = (value: Expression | null, measured: readonly Measured[]): Figure =>
    value === null || !isAssessed
      ? noData(sourcesOf(measured))
      : count(roundTo(evaluate(value), 2), sourcesOf(measured), roundToFen(value));
  const finding = ({ key, title, expression: own, full, basis, measured }: Worked): Finding => ({
    key,
    title,
    clause: item.clause,
    value: own && isAssessed ? exactText(evaluate(own)) : null,
    unit: '分',
    expression: isAssessed ? own : null,
    full: full && exactText(full),
    required: null,
    met: null,
    days: null,
    basis,
    interpretations: item.interpretations[key] ?? [],
    sources: sourcesOf(measured),
  });
  const score: Score = {
    value: expression && exactText(evaluate(expression)),
    outOf: exactText(outOfAll(rule)),
    expression,
    rank: null,
    basis: sharedBasis(sections),
    interpretations: item.interpretations[rule.total] ?? [],
  };
  return {
    figures: {
      ...Object.fromEntries([...sections, ...bonuses].map((one) => [one.key, figure(one.expression, one.measured)])),
      [rule.total]: figure(
        expression,
        all.flatMap(({ measured }) => measured),
      ),
    },
    ...(isServing(unit) ? { assessment: { sort: 'score', score, findings: all.map(finding) } as const } : {}),
    gaps: isAssessed ? sections.flatMap(({ gaps }) => gaps) : [],
  };
}

/** The verdicts with the rank of each score. */
function ranked<V extends Verdict>(verdicts: ReadonlyMap<RuleSubject, V>): ReadonlyMap<RuleSubject, V> {
  const scores = [...verdicts.values()].map(({ assessment }) => assessment?.score?.value ?? null);
  const ranks = sharedRanks(scores);
  return new Map(
    [...verdicts].map(([unit, verdict], index) => {
      const { assessment } = verdict;
      if (!assessment?.score) return [unit, verdict];
      const score = { ...assessment.score, rank: ranks[index] ?? null };
      return [unit, { ...verdict, assessment: { ...assessment, score } }];
    }),
  );
}

function decide(asked: RuleInput<PointRule, RuleSubject>): Outcome {
  const { office, item, with: rule, subjects, figuresOf } = asked;
  const input = { ...asked, settings: parametersIn(office.scheme, item.with).flatMap(settingSource) };
  const verdicts = new Map(subjects.map((unit) => [unit, verdictOf(input, unit, figuresOf(unit))]));
  const left = new Map<string, string[]>();
  for (const [unit, { gaps }] of verdicts)
    for (const title of gaps) left.set(title, [...(left.get(title) ?? []), nameOf(unit)]);
  const problems = [...left].map(([dimension, names]) => problem('dimensionLeftOut', { dimension, names }));
  return { verdicts: rule.ranks ? ranked(verdicts) : verdicts, problems: rule.warnsOfGaps ? problems : [] };
}

export const kind: RuleKind<PointRule, RuleSubject> = {
  parameters: pointRule,
  about: 'both',
  asksFor: ({ sections }) =>
    sections.flatMap(({ parts }) =>
      parts.flatMap((one) => (one.by === 'reached' ? one.asks.map((figure) => ({ figure, setting: null })) : [])),
    ),
  decide,
};
