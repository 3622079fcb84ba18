// Problems as a screen has room for: those that matter most first, equal ones together with one of them as the example.
import { addFen, yuanText } from '../model/money.ts';
import type { IssueRecord } from '../model/record.ts';
import { byRank } from '../problems/rank.ts';

export interface ProblemGroup {
  /** The first of them. */
  readonly example: IssueRecord;
  readonly count: number;
}

/** What an error or a warning may cost whom, at most; how many people several of them concern cannot be told. */
export function stakeWords({ severity, stake }: IssueRecord, count = 1): string | null {
  if (stake === undefined || severity === 'notice') return null;
  const people = count > 1 ? [] : [`${stake.people} 人`];
  const amount = stake.amount === null ? [] : [`${yuanText(stake.amount)} 元`];
  return people.length + amount.length === 0 ? null : [...people, ...amount].join('、');
}

/** One more of a group: what it may cost comes to what the others may. */
const joined = ({ example, count }: ProblemGroup, { stake }: IssueRecord): ProblemGroup => {
  const amounts = [example.stake, stake].flatMap((one) => one?.amount ?? []);
  const people = Math.max(example.stake?.people ?? 0, stake?.people ?? 0);
  const sum = amounts.length === 0 ? null : addFen(...amounts);
  return { example: people === 0 ? example : { ...example, stake: { people, amount: sum } }, count: count + 1 };
};

/** Equal: of one kind in one column of one sheet. What is about no file is its own. */
const keyOf = ({ severity, code, file, sheet, row, column, message }: IssueRecord): string =>
  JSON.stringify([severity, code, file, sheet, ...(file === null ? [message] : [row === null ? null : column])]);

export function problemGroups(issues: readonly IssueRecord[]): readonly ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const issue of issues) {
    const key = keyOf(issue);
    const found = groups.get(key);
    groups.set(key, found ? joined(found, issue) : { example: issue, count: 1 });
  }
  return [...groups.values()].sort((a, b) => byRank(a.example, b.example) || b.count - a.count);
}
