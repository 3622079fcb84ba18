// Problems as every output lists them, in words.
import type { IssueRecord } from '../model/record.ts';
import { columnLetter } from '../model/source.ts';
import type { Problem } from './problem.ts';
import { byRank } from './rank.ts';
import { severityOf, wordsOf } from './words.ts';

/** Under `strict` warnings are errors. */
export const underStrict = (issues: readonly IssueRecord[], strict: boolean): readonly IssueRecord[] =>
  issues.map((issue) => (strict && issue.severity === 'warning' ? { ...issue, severity: 'error' } : issue));

/** Errors first, causes before what follows from them, then by what they may cost; under `strict` warnings are errors. */
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
      ...(problem.stake && { stake: problem.stake }),
    };
  });
  return [...underStrict(issues, strict)].sort(byRank);
}
