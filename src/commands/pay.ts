// wangge pay <month>: the pay workbook and the month record.
import { addFen, yuanText } from '../model/money.ts';
import { issuesOf } from '../problems/issues.ts';
import { recordBytes } from '../record/read.ts';
import { runMonth } from '../run/history.ts';
import { outputPath, recordPath } from '../run/paths.ts';
import { openWorkspace } from '../store/workspace.ts';
import { writeOutputs } from '../store/write.ts';
import { PAY_SCHEMA, payDocument } from '../views/documents/pay.ts';
import { payWorkbook } from '../views/workbook/pay.ts';
import { countText } from '../writers/terminal.ts';
import { workbookBytes } from '../writers/xlsx/write.ts';
import { monthArgument } from './arguments.ts';
import type { Context, ExitCode, Signature } from './context.ts';
import { failure, report, stops } from './report.ts';

export async function pay(context: Context, monthText: string, signature: Signature): Promise<ExitCode> {
  const period = monthArgument(monthText);
  const workspace = await openWorkspace(context.dir);
  const run = await runMonth(workspace, period);
  const issues = issuesOf(run.problems, context.strict);
  const { record } = run;
  if (record === null || stops(issues)) return failure(context, PAY_SCHEMA, period, issues);
  const path = outputPath(period, '工资发放表');
  await writeOutputs(workspace, [
    { path, bytes: await workbookBytes(payWorkbook(record, signature)) },
    { path: recordPath(period), bytes: recordBytes(record) },
  ]);
  const paid = record.subjects.filter(({ role }) => role === 'fullTime');
  const total = yuanText(addFen(...paid.map((one) => one.total)));
  return report(context, {
    schema: PAY_SCHEMA,
    period,
    body: payDocument(record),
    issues,
    summary: [`${period} 专职网格员 ${paid.length} 人，应发合计 ${total} 元；${countText(issues)}`, `已生成 ${path}`],
  });
}
