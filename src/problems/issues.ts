// Problems as every output lists them, in words.
import type { IssueRecord } from '../model/record.ts';
import { columnLetter } from '../model/source.ts';
import type { Problem } from './problem.ts';
import { severityOf, wordsOf } from './words.ts';

const RANK = { error: 0, warning: 1, notice: 2 } as const;

/** Errors first. */
export const bySeverity = (a: Pick<IssueRecord, 'severity'>, b: Pick<IssueRecord, 'severity'>): number =>
  RANK[a.severity] - RANK[b.severity];

/** Under `strict` warnings are errors. */
export const underStrict = (issues: readonly IssueRecord[], strict: boolean): readonly IssueRecord[] =>
  issues.map((issue) => (strict && issue.severity === 'warning' ? { ...issue, severity: 'error' } : issue));

/** Errors first, each group in the order it was found; under `strict` warnings are errors. */
export function issuesOf(problems: readonly Problem[], strict: boolean): readonly IssueRecord[] {
  const issues = problems.map((problem): IssueRecord => {
    const { file, sheet, row, column } = problem.place;
    return {
      severity: severityOf(problem),
      code: problem.code,
      file,
      sheet,
      row,
      column: column === null ? null : columnLetter(column),
      ...wordsOf(problem),
    };
  });
  return [...underStrict(issues, strict)].sort(bySeverity);
}
