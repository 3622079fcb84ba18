// One JSON document a run: `schema` and `period` first, `issues` last.
import type { IssueRecord } from '../model/record.ts';

export function jsonText(schema: string, period: string, body: object, issues: readonly IssueRecord[]): string {
  return `${JSON.stringify({ schema, period, ...body, issues }, null, 2)}\n`;
}
