// Problems as a screen has room for: those that block first, equal ones together with one of them as the example.
import type { IssueRecord } from '../model/record.ts';
import { bySeverity } from '../problems/issues.ts';

export interface ProblemGroup {
  /** The first of them. */
  readonly example: IssueRecord;
  readonly count: number;
}

/** A table or a file that is missing or cannot be read hides what else is wrong with it. */
const isWhole = ({ row }: IssueRecord): boolean => row === null;

/** What follows from something else that is wrong. */
const FOLLOWS: ReadonlySet<string> = new Set(['personUnknown', 'gridUnknown']);
const follows = ({ code }: IssueRecord): boolean => FOLLOWS.has(code);

const blocksMore = (a: ProblemGroup, b: ProblemGroup): number =>
  bySeverity(a.example, b.example) ||
  (a.example.severity === 'error' ? Number(isWhole(b.example)) - Number(isWhole(a.example)) : 0) ||
  Number(follows(a.example)) - Number(follows(b.example)) ||
  b.count - a.count;

/** Equal: of one kind in one column of one sheet. What is about no file is its own. */
const keyOf = ({ severity, code, file, sheet, row, column, message }: IssueRecord): string =>
  JSON.stringify([severity, code, file, sheet, ...(file === null ? [message] : [row === null ? null : column])]);

export function problemGroups(issues: readonly IssueRecord[]): readonly ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const issue of issues) {
    const key = keyOf(issue);
    const found = groups.get(key);
    groups.set(key, found ? { ...found, count: found.count + 1 } : { example: issue, count: 1 });
  }
  return [...groups.values()].sort(blocksMore);
}
