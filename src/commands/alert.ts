// wangge alert <month> --as-of <date>: before the month ends, who is about to lose the subsidy or is short of reports.
import { monthOf } from '../model/civil.ts';
import { issuesOf } from '../problems/issues.ts';
import { alertOf } from '../run/alert.ts';
import { ALERT_SCHEMA, alertDocument } from '../views/documents/alert.ts';
import { alertSentences, alertTable } from '../views/prospects.ts';
import { paragraphText, tableText } from '../writers/terminal.ts';
import { dateArgument } from './arguments.ts';
import { type Context, EXIT, type ExitCode, UsageError } from './context.ts';
import { editionsFor } from './decided.ts';
import { monthOrOpen } from './open-month.ts';
import { failure, report } from './report.ts';
import { readWorkspace } from './workspace.ts';

export async function alert(context: Context, monthText: string, asOfText: string | null): Promise<ExitCode> {
  const period = await monthOrOpen(context, monthText);
  if (asOfText === null) throw new UsageError(`请写明截至哪一天，如 --as-of ${period}-20`);
  const asOf = dateArgument(asOfText);
  if (monthOf(asOf) !== period) throw new UsageError(`--as-of ${asOf} 不在 ${period}，请写这个月的日期`);
  const asked = { schema: ALERT_SCHEMA, period };
  const editions = await editionsFor(context, asked);
  if (editions === null) return EXIT.dataErrors;
  const { progress, problems } = await alertOf(await readWorkspace(context), editions, period, asOf);
  const issues = issuesOf(problems, context.strict);
  if (progress === null) return failure(context, ALERT_SCHEMA, period, issues);
  const { workdaysLeft, members } = progress;
  const { head, rows, right } = alertTable(members);
  return report(context, {
    ...asked,
    body: alertDocument(asOf, workdaysLeft, members),
    issues,
    summary: [],
    answer: [
      paragraphText(`${period} 截至 ${asOf}：还有 ${workdaysLeft} 个工作日`),
      ...(rows.length === 0 ? [] : [tableText(head, rows, right, 'start')]),
      ...alertSentences(members).map(paragraphText),
    ].join(''),
  });
}
