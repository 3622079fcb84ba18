// The month before, where a scheme was in force and it is not to be had: carry-over and cards cannot be checked.
import { addMonths } from '../../model/civil.ts';
import { fen, yuanText } from '../../model/money.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import type { Office } from '../office.ts';

/** Whose pay the month before withheld, and of whom this month's 增减项 say nothing. */
export function checkWithheld({ history, facts }: Office): readonly Problem[] {
  const last = history.at(-1);
  const settled = new Set(facts.adjustments.map(({ person }) => person));
  const people = (last?.subjects ?? []).flatMap(({ id, name, decisions }) => {
    const amount = decisions.find(({ item }) => item === 'withheld')?.amount ?? 0;
    return amount === 0 || settled.has(id) ? [] : [`${name}（${id}）${yuanText(fen(-amount))} 元`];
  });
  return last && people.length > 0 ? [problem('withheldBefore', { month: last.period, people })] : [];
}

export function checkHistory({ period, schemeStart, history }: Office): readonly Problem[] {
  const before = addMonths(period, -1);
  return before < schemeStart || history.at(-1)?.period === before
    ? []
    : [problem('monthBeforeMissing', { month: before })];
}
