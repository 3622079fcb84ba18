// 口径确认: readings an office has confirmed. The program computes one reading of each; another is an error, not a silence.
import type { ConfirmationRow } from '../intake/read-workspace.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Edition } from './edition.ts';

const AGREED = new Set(['采用', '同意', '是']);

export function confirmationProblems(edition: Edition, rows: readonly ConfirmationRow[]): readonly Problem[] {
  return rows.flatMap(({ id, choice, place }) => {
    const interpretation = edition.interpretations[id];
    if (interpretation === undefined) return [problem('confirmationUnknown', { found: id }, place)];
    const { reading } = interpretation;
    const agrees = AGREED.has(choice.trim()) || choice.trim() === reading;
    return agrees ? [] : [problem('confirmationNotComputed', { number: id, found: choice, reading }, place)];
  });
}
