// What was taken off somebody's pay, item by item, in words with the numbers: 未达标日扣减 4 天 × 25 元，扣 100.00 元.
import type { Decision, Line } from '../../model/decision.ts';
import { type Expression, evaluate, formulaText, type Leaf, leavesOf } from '../../model/expression.ts';
import { compare, isZero, mul, ONE, parseFraction, plainText, ZERO } from '../../model/fraction.ts';
import { addFen, type Fen, fen, yuanOf, yuanText } from '../../model/money.ts';
import type { SubjectRecord } from '../../model/record.ts';

type Choice = Extract<Expression, { op: 'if' }>;

/** `1,234.50` */
const moneyText = (amount: Fen): string =>
  yuanText(amount)
    .replace(/\B(?=(\d{3})+\.)/g, ',')
    .replace('-', '−');

const exact = (text: string | null) => parseFraction(text ?? '') ?? ZERO;

const chosen = ({ when, then, else: otherwise }: Choice): Expression => (isZero(evaluate(when)) ? otherwise : then);

/** What is paid where the conditions lead, before rounding: `800 × 19/22`. */
function paidBy(expression: Expression): Expression {
  if (expression.op === 'roundToFen') return paidBy(expression.of);
  return expression.op === 'if' ? paidBy(chosen(expression)) : expression;
}

/** The last condition on the way to what is paid. */
function decider(expression: Expression): Expression | null {
  if (expression.op === 'roundToFen') return decider(expression.of);
  return expression.op === 'if' ? (decider(chosen(expression)) ?? expression.when) : null;
}

/** A line of nothing because of a condition. `full` is what an item pays as a rule: then nothing was held against it. */
const isWithheld = ({ key, amount, expression }: Line): boolean =>
  key !== 'full' && amount === 0 && decider(expression) !== null;

function factorsOf(expression: Expression): readonly Leaf[] {
  if (expression.op === 'multiply') return [...factorsOf(expression.left), ...factorsOf(expression.right)];
  return 'key' in expression ? [expression] : [];
}

/** Less than the whole: multiplied by a share or a coefficient below one. */
const isReduced = ({ expression }: Line): boolean =>
  factorsOf(paidBy(expression)).some(({ unit, value }) => /^倍?$/.test(unit) && compare(exact(value), ONE) < 0);

/** The label without the item's own title: `巡查补贴不发放：连续未达标` is 不发放，连续未达标. */
const labelUnder = (title: string, label: string): string =>
  (label.startsWith(title) ? label.slice(title.length).replace(/^：/, '') : label).replaceAll('：', '，');

const counted = (quantity: string | null, unit: string | null): string => `${plainText(exact(quantity))} ${unit ?? ''}`;

/** Why nothing is paid; the number only where the condition was about it. */
function withheldText(title: string, { label, quantity, unit, missing, expression }: Line): string {
  const why = labelUnder(title, label);
  if (missing !== null) return `${why}，还差 ${counted(missing.quantity, missing.unit)}`;
  const condition = decider(expression);
  const isAbout =
    condition !== null &&
    !isZero(exact(quantity)) &&
    leavesOf(condition).some((leaf) => leaf.value === quantity && leaf.unit === unit);
  return isAbout ? `${why} ${counted(quantity, unit)}` : why;
}

/** So much for each, not more than is left; null for a line that takes nothing. */
function takenText({ label, amount, quantity, unit, rate, expression, basis }: Line): string | null {
  if (expression.op !== 'negate' || rate === null || isZero(exact(quantity))) {
    const reason = 'approver' in basis ? `（${basis.reason}）` : '';
    return amount < 0 ? `${label}，扣 ${moneyText(fen(-amount))} 元${reason}` : null;
  }
  if (rate === 0) return null;
  const each = `${label} ${counted(quantity, unit)} × ${plainText(yuanOf(rate))} 元`;
  if (amount === 0) return `${each}，已无余额，不再扣`;
  const isWhole = compare(mul(yuanOf(rate), exact(quantity)), yuanOf(fen(-amount))) === 0;
  return `${each}，扣 ${moneyText(fen(-amount))} 元${isWhole ? '' : '（扣完为止）'}`;
}

/** Null where nothing was taken off. */
function itemText({ title, amount, lines }: Decision): string | null {
  const withheld = lines.find(isWithheld);
  const taken = lines
    .filter((line) => line !== withheld && (withheld === undefined || line.amount < 0))
    .map(takenText)
    .filter((text) => text !== null);
  const reduced = lines.filter(isReduced).map((line) => {
    const label = labelUnder(title, line.label);
    const how = label === '全额' ? '按出勤份额计' : label;
    return `${how} ${moneyText(line.amount)} 元（${formulaText(paidBy(line.expression))}）`;
  });
  if (withheld !== undefined) {
    const left = amount === 0 ? '0' : moneyText(amount);
    return `${title} ${left} 元：${[withheldText(title, withheld), ...taken].join('；')}`;
  }
  const parts = [...reduced, ...taken];
  return parts.length === 0 ? null : `${title}：${parts.join('；')}`;
}

/** What the sum leaves below zero: carried over, or lost to nobody. */
function belowZero({ decisions, total, carriedOut }: SubjectRecord): readonly string[] {
  if (carriedOut !== 0) return [`结转追扣：各项合计不足，${moneyText(fen(-carriedOut))} 元转入下月追扣`];
  const sum = addFen(...decisions.map(({ amount }) => amount));
  return sum < total ? [`各项合计 ${moneyText(sum)} 元，应发合计按 ${moneyText(total)} 元计`] : [];
}

/** Taken off whoever is out of service by somebody's word: the items pay nothing then. */
const givenTexts = ({ decisions }: SubjectRecord): readonly string[] =>
  decisions.flatMap(({ lines }) => lines.filter(({ amount }) => amount < 0).flatMap((line) => takenText(line) ?? []));

/** One text an item. */
export const deductionTexts = (subject: SubjectRecord): readonly string[] => [
  ...(subject.served
    ? subject.decisions.map(itemText).filter((text) => text !== null)
    : ['本月不在岗', ...givenTexts(subject)]),
  ...belowZero(subject),
];
