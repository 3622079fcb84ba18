// The whole amount when everything assigned is done, else nothing: 任务奖励 三（六）3.
import * as z from 'zod';
import { binary, number, when } from '../../model/expression.ts';
import { compare, isZero } from '../../model/fraction.ts';
import { problem } from '../../problems/problem.ts';
import { prorated } from '../full-line.ts';
import { figureOf, lineOf, perSubject, type RuleKind } from '../kind.ts';
import { figureLeaf, numberIn } from '../leaves.ts';
import { rosterPlace } from '../office.ts';
import { money } from '../parameters.ts';

const parameters = z.strictObject({
  /** Full amount a month, multiplied by the share of attendance. */
  amount: money(),
  /** Figures: how many were done, how many assigned. */
  done: z.string(),
  assigned: z.string(),
  label: z.string(),
  unit: z.string(),
});
type Parameters = z.infer<typeof parameters>;

export const kind: RuleKind<Parameters> = {
  parameters,
  decide: perSubject(({ office, item, with: rule }, { person, service }, figures) => {
    const done = figureLeaf(figures, rule.done, `${rule.label}按时办结`, rule.unit);
    const assigned = figureLeaf(figures, rule.assigned, `${rule.label}应办结`, rule.unit);
    const none = isZero(numberIn(figures, rule.assigned));
    const complete = !none && compare(numberIn(figures, rule.done), numberIn(figures, rule.assigned)) >= 0;
    const key = none ? 'none' : complete ? 'full' : 'unfinished';
    const label = { none: '当月没有派单', full: '派单全部按时办结', unfinished: '派单未全部按时办结' }[key];
    const line = lineOf(item, key, {
      label: `${item.title}：${label}`,
      expression: when(
        binary('and', binary('atLeast', assigned, number(1)), binary('atLeast', done, assigned)),
        prorated(rule.amount, figures),
        number(0),
      ),
      quantity: done.value,
      unit: rule.unit,
      basis: rule.amount.basis,
      sources: [...figureOf(figures, 'share').sources, ...figureOf(figures, rule.assigned).sources],
    });
    const unassigned = problem(
      'noTasksAssigned',
      { id: person.id, name: person.name, month: office.period, item: item.title },
      rosterPlace(office.facts, person),
    );
    return { lines: [line], problems: none && service.days.size > 0 ? [unassigned] : [] };
  }),
};
