// How a run is reported: one JSON document on standard output, or problems and a summary for people. The caller writes
// outputs only after a run without errors.
import type { IssueRecord } from '../model/record.ts';
import { jsonText } from '../writers/json.ts';
import { countText, issueText } from '../writers/terminal.ts';
import { type Context, EXIT, type ExitCode } from './context.ts';

export interface Report {
  readonly schema: string;
  readonly period: string;
  /** The document between `period` and `issues`; left out when there are errors. */
  readonly body: object;
  readonly issues: readonly IssueRecord[];
  /** Chinese lines for people, after the problems; left out under `--quiet`. */
  readonly summary: readonly string[];
  /** What people asked for, said also under `--quiet`. */
  readonly answer?: string;
}

export const stops = (issues: readonly IssueRecord[]): boolean => issues.some(({ severity }) => severity === 'error');

/** A run that ends with its errors. */
export const failure = (context: Context, schema: string, period: string, issues: readonly IssueRecord[]): ExitCode =>
  report(context, { schema, period, body: {}, issues, summary: [] });

export function report(context: Context, { schema, period, body, issues, summary, answer }: Report): ExitCode {
  const failed = stops(issues);
  if (context.json) context.out(jsonText(schema, period, failed ? {} : body, issues));
  else {
    const listed = context.quiet ? issues.filter(({ severity }) => severity === 'error') : issues;
    for (const issue of listed) context.err(issueText(issue, context.colours));
    if (failed) context.err(`${period}：${countText(issues)}。请先处理错误，未生成任何文件。\n`);
    else {
      if (answer !== undefined) context.out(answer);
      if (!context.quiet) for (const line of summary) context.out(`${line}\n`);
    }
  }
  return failed ? EXIT.dataErrors : EXIT.done;
}
