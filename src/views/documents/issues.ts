// A problem as every document has it: amounts in yuan.
import { yuanNumber } from '../../model/money.ts';
import type { IssueRecord } from '../../model/record.ts';

export const issueDocument = ({ stake, ...issue }: IssueRecord) =>
  stake === undefined
    ? issue
    : { ...issue, stake: { ...stake, amount: stake.amount === null ? null : yuanNumber(stake.amount) } };
