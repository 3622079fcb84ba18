// The whole amount when everything assigned is done, else nothing: 任务奖励 三（六）3.
import * as z from 'zod';
import type { Figures, Line } from '../../model/decision.ts';
import { binary, number, when } from '../../model/expression.ts';
import { compare, exactText, isZero, sub } from '../../model/fraction.ts';
import { yuanText } from '../../model/money.ts';
import { problem } from '../../problems/problem.ts';
import { isOn } from '../../scheme/scheme.ts';
import { forfeit, forfeitCondition, isForfeited } from '../forfeit.ts';
import { prorated } from '../full-line.ts';
import { figureOf, lineOf, perSubject, type RuleInput, type RuleKind } from '../kind.ts';
import { figureLeaf, numberIn } from '../leaves.ts';
import { rosterPlace } from '../office.ts';
import { fenOf, money, yesNo } from '../parameters.ts';

const parameters = z.strictObject({
  /** Full amount a month, multiplied by the share of attendance. */
  amount: money(),
  /** Figures: how many were done, how many assigned, how many were not done. */
  done: z.string(),
  assigned: z.string(),
  open: z.string(),
  /** Whether a month in which nothing was assigned is paid (K13). */
  paidWhenNone: yesNo(),
  forfeited: forfeit.optional(),
  label: z.string(),
  unit: z.string(),
});
type Parameters = z.infer<typeof parameters>;

function rewardLine({ item, with: rule }: RuleInput<Parameters>, figures: Figures): Line {
  const done = figureLeaf(figures, rule.done, `${rule.label}按时办结`, rule.unit);
  const assigned = figureLeaf(figures, rule.assigned, `${rule.label}应办结`, rule.unit);
  const paysNone = isOn(rule.paidWhenNone);
  const allDone = binary('atLeast', done, assigned);
  const earned = paysNone ? allDone : binary('and', binary('atLeast', assigned, number(1)), allDone);
  const amount = prorated(rule.amount, figures);
  const forfeits = forfeitCondition(rule.forfeited, figures);
  const kept = forfeits ? when(forfeits, number(0), amount) : amount;
  const parts = {
    expression: when(earned, kept, number(0)),
    quantity: done.value,
    unit: rule.unit,
    basis: rule.amount.basis,
    sources: [...figureOf(figures, 'share').sources, ...figureOf(figures, rule.assigned).sources],
  };
  const lacking = sub(numberIn(figures, rule.assigned), numberIn(figures, rule.done));
  const lost = isForfeited(rule.forfeited, figures) ? rule.forfeited : null;
  if (isZero(numberIn(figures, rule.assigned)) && !(paysNone && lost))
    return lineOf(item, 'none', { ...parts, label: `${item.title}：当月没有派单`, basis: rule.paidWhenNone.basis });
  if (compare(lacking, { n: 0n, d: 1n }) > 0)
    return lineOf(item, 'unfinished', {
      ...parts,
      label: `${item.title}：派单未全部按时办结`,
      missing: { quantity: exactText(lacking), unit: rule.unit },
      sources: figureOf(figures, rule.open).sources,
    });
  if (lost)
    return lineOf(item, 'forfeited', {
      ...parts,
      label: `${item.title}不发放：${lost.label}`,
      basis: lost.enabled.basis,
      sources: figureOf(figures, lost.by).sources,
    });
  return lineOf(item, 'full', { ...parts, label: `${item.title}：派单全部按时办结` });
}

export const kind: RuleKind<Parameters> = {
  parameters,
  stakes: ({ amount, done, assigned }) => [{ figures: [done, assigned], most: fenOf(amount), each: null }],
  decide: perSubject((input, { person, service }, figures) => {
    const { office, item } = input;
    const line = rewardLine(input, figures);
    const isNone = isZero(numberIn(figures, input.with.assigned));
    const unassigned = problem(
      'noTasksAssigned',
      {
        id: person.id,
        name: person.name,
        month: office.period,
        item: item.title,
        amount: yuanText(line.amount),
      },
      rosterPlace(office.facts, person),
    );
    return { lines: [line], problems: isNone && service.days.size > 0 ? [unassigned] : [] };
  }),
};
