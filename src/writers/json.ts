// One JSON document a run: `schema` and `period` first, `issues` last.
import { yuanNumber } from '../model/money.ts';
import type { IssueRecord } from '../model/record.ts';

/** Amounts in yuan, as all documents have them. */
const inYuan = ({ stake, ...issue }: IssueRecord) =>
  stake === undefined
    ? issue
    : { ...issue, stake: { ...stake, amount: stake.amount === null ? null : yuanNumber(stake.amount) } };

export function jsonText(schema: string, period: string, body: object, issues: readonly IssueRecord[]): string {
  return `${JSON.stringify({ schema, period, ...body, issues: issues.map(inYuan) }, null, 2)}\n`;
}
