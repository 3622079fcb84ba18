// One JSON document a run: `schema` and `period` first, `issues` last.
import type { IssueRecord } from '../model/record.ts';
import { issueDocument } from '../views/documents/issues.ts';

export function jsonText(schema: string, period: string, body: object, issues: readonly IssueRecord[]): string {
  return `${JSON.stringify({ schema, period, ...body, issues: issues.map(issueDocument) }, null, 2)}\n`;
}
