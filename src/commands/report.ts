// How a run is reported: one JSON document on standard output, or problems and a summary for people. The caller writes
// outputs only after a run without errors.
import type { IssueRecord } from '../model/record.ts';
import { problemGroups } from '../views/problem-groups.ts';
import { jsonText } from '../writers/json.ts';
import { countText, groupsText, issueText } from '../writers/terminal.ts';
import { type Context, EXIT, type ExitCode } from './context.ts';

export interface Report {
  readonly schema: string;
  readonly period: string;
  /** The document between `period` and `issues`; left out when there are errors. */
  readonly body: object;
  readonly issues: readonly IssueRecord[];
  /** Chinese lines for people, after the problems; left out under `--quiet`. */
  readonly summary: readonly string[];
  /** What to do about errors, where it is not just that nothing was written. */
  readonly whenFailed?: string;
  /** What people asked for, said also under `--quiet`. */
  readonly answer?: string;
  /** What stands in spite of errors. */
  readonly regardless?: Regardless;
  /** The problems are what was asked for: they go where the answer goes. */
  readonly findings?: true;
}

interface Regardless {
  /** Of the document. */
  readonly body: object;
  readonly answer: string;
  /** Chinese lines about the files that were written. */
  readonly written: readonly string[];
}

const NOTHING: Regardless = { body: {}, answer: '', written: [] };

export const stops = (issues: readonly IssueRecord[]): boolean => issues.some(({ severity }) => severity === 'error');

/** A run that ends with its errors. */
export const failure = (context: Context, schema: string, period: string, issues: readonly IssueRecord[]): ExitCode =>
  report(context, { schema, period, body: {}, issues, summary: [] });

/** Lines below the problems: what was read or written, and the sum. */
const linesBelow = ({ issues, summary, regardless = NOTHING }: Report): number =>
  [...(stops(issues) ? [] : summary), ...regardless.written, regardless.answer].join('\n').split('\n').length + 1;

/** Equal problems together and no more than a screen; each on its own for scripts, and where all are asked for. */
function problemsText(context: Context, told: Report): string {
  const { quiet, verbose, rows } = context;
  if (quiet || verbose) {
    const listed = quiet ? told.issues.filter(({ severity }) => severity === 'error') : told.issues;
    return listed.map((issue) => issueText(issue, context)).join('');
  }
  return groupsText(problemGroups(told.issues), context, rows - linesBelow(told) - 1);
}

export function report(context: Context, told: Report): ExitCode {
  const { schema, period, body, issues, summary, answer, regardless = NOTHING } = told;
  const failed = stops(issues);
  const tell = told.findings ? context.out : context.err;
  if (context.json) context.out(jsonText(schema, period, { ...(failed ? {} : body), ...regardless.body }, issues));
  else {
    const problems = problemsText(context, told);
    if (problems !== '') tell(problems);
    if (regardless.answer !== '') context.out(regardless.answer);
    if (failed) {
      const nothing = regardless.written.length === 0 ? '，未生成任何文件' : '';
      tell(`${period}：${countText(issues)}。${told.whenFailed ?? `请先处理错误${nothing}`}。\n`);
    } else {
      if (answer !== undefined) context.out(answer);
      if (!context.quiet) for (const line of summary) context.out(`${line}\n`);
    }
    if (!context.quiet) for (const line of regardless.written) context.out(`${line}\n`);
  }
  return failed ? EXIT.dataErrors : EXIT.done;
}
