// The month before, where a scheme was in force and it is not to be had: carry-over and cards cannot be checked.
import { addMonths } from '../../model/civil.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import type { Office } from '../office.ts';

export function checkHistory({ period, schemeStart, history, failedBefore }: Office): readonly Problem[] {
  const before = addMonths(period, -1);
  if (failedBefore !== null) return [problem('monthBeforeInError', { ...failedBefore })];
  return before < schemeStart || history.at(-1)?.period === before
    ? []
    : [problem('monthBeforeMissing', { month: before })];
}
