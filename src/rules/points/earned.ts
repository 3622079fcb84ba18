// The points of parts, sections and the whole as expressions. A part without data or with nothing due is left out and the
// rest of its section scaled up, likewise a section.
import type { Figures } from '../../model/decision.ts';
import { binary, type Expression, evaluate, type Leaf, number, roundToFen, times } from '../../model/expression.ts';
import { compare, exactText, type Fraction, fraction, HUNDRED, isZero, sum } from '../../model/fraction.ts';
import { leafOf, numberOf, type Parameter } from '../../scheme/scheme.ts';
import { figureLeaf, valueIn } from '../leaves.ts';
import type { Bonus, Measured, Part, PointRule, Section } from './rule.ts';

const leaf = (figures: Figures, key: string, title: string): Leaf => figureLeaf(figures, key, title, '');

/** What is due; null when that is nothing or not known. */
function dueIn(figures: Figures, { title, per, each }: Measured & { readonly each?: Parameter | undefined }) {
  const base = per === undefined ? null : valueIn(figures, per);
  if (per !== undefined && base === null) return null;
  const unit = per === undefined ? null : leaf(figures, per, `${title}应有`);
  if (each === undefined) return unit ?? number(1);
  return unit === null ? leafOf(each) : ({ op: 'ceil', of: times(unit, leafOf(each)) } satisfies Expression);
}

const isOne = (expression: Expression): boolean => expression.op === 'number' && expression.value === '1';

/** `each` is so many points, or so many per cent of them. */
function lost(points: Expression, each: Parameter, of: Expression): Expression {
  const off = times(leafOf(each), of);
  if (each.unit !== '%') return binary('max', number(0), binary('subtract', points, off));
  const left = binary('subtract', number(1), binary('divide', off, constant(HUNDRED)));
  return times(points, binary('max', number(0), left));
}

/** Null: nothing to measure. */
function earned(figures: Figures, rule: Part): Expression | null {
  if (valueIn(figures, rule.of) === null) return null;
  const of = leaf(figures, rule.of, rule.title);
  const points = leafOf(rule.points);
  if (rule.by === 'lost') return lost(points, rule.each, of);
  const due = dueIn(figures, rule);
  if (due === null || isZero(evaluate(due))) return null;
  return times(points, binary('min', number(1), isOne(due) ? of : binary('divide', of, due)));
}

const constant = (value: Fraction): Expression => ({ op: 'number', value: exactText(value) });

function sumOf(terms: readonly Expression[]): Expression {
  const [first, ...rest] = terms;
  return first === undefined ? number(0) : rest.reduce((left, right) => binary('add', left, right), first);
}

export interface Earned {
  readonly points: Fraction;
  /** Null: nothing to measure. */
  readonly got: Expression | null;
}

/** What was measured, scaled up to `full`. */
function scaledUp(parts: readonly Earned[], full: Fraction): Expression | null {
  const measured = parts.flatMap(({ points, got }) => (got === null ? [] : [{ points, got }]));
  const weight = sum(measured.map(({ points }) => points));
  if (isZero(weight)) return null;
  const got = sumOf(measured.map((one) => one.got));
  return compare(weight, full) === 0 ? got : binary('divide', times(got, constant(full)), constant(weight));
}

const pointsOf = ({ points, parts }: Section): Fraction =>
  points ? numberOf(points) : sum(parts.map((one) => numberOf(one.points)));

/** `gaps` are the titles of the parts that were left out. */
export function earnedIn(figures: Figures, section: Section): Earned & { readonly gaps: readonly string[] } {
  const each = section.parts.map((one) => ({
    title: one.title,
    points: numberOf(one.points),
    got: earned(figures, one),
  }));
  const points = pointsOf(section);
  return {
    points,
    got: scaledUp(each, points),
    gaps: each.flatMap(({ title, got }) => (got === null ? [title] : [])),
  };
}

export function bonusIn(figures: Figures, { cap, parts }: Bonus): Expression {
  const beyond = (rule: Bonus['parts'][number]): Expression => {
    if (valueIn(figures, rule.of) === null) return number(0);
    const due = dueIn(figures, rule) ?? number(0);
    const more = binary('max', number(0), binary('subtract', leaf(figures, rule.of, rule.title), due));
    return times(leafOf(rule.points), more);
  };
  return binary('min', leafOf(cap), sumOf(parts.map(beyond)));
}

/** Null where it is not known how many there are: nothing is taken off. */
export const offIn = (figures: Figures, { title, of, each }: PointRule['off'][number]): Expression | null =>
  valueIn(figures, of) === null ? null : times(leafOf(each), leaf(figures, of, title));

/** The whole, rounded half up to two decimals; null where no section has anything to measure. */
export function scoreIn(
  sections: readonly Earned[],
  outOf: Fraction,
  bonus: Expression | null,
  off: readonly Expression[],
): Expression | null {
  const got = scaledUp(sections, outOf);
  if (got === null) return null;
  const more = bonus === null ? got : binary('add', got, bonus);
  if (off.length === 0) return roundToFen(more);
  return roundToFen(
    binary(
      'max',
      number(0),
      off.reduce((left, one) => binary('subtract', left, one), more),
    ),
  );
}

/** The score of whoever has all points. */
export const outOfAll = ({ outOf, sections }: PointRule): Fraction =>
  outOf === undefined ? sum(sections.map(pointsOf)) : fraction(outOf);
