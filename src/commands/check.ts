// wangge check <month>: reads and checks everything, writes nothing.
import { TABLE_KINDS } from '../model/terms.ts';
import { issuesOf } from '../problems/issues.ts';
import { CHECK_SCHEMA, checkDocument } from '../views/documents/check.ts';
import { countText, tableText } from '../writers/terminal.ts';
import { monthArgument } from './arguments.ts';
import { type Context, EXIT, type ExitCode } from './context.ts';
import { runFor } from './decided.ts';
import { report } from './report.ts';

export async function check(context: Context, monthText: string): Promise<ExitCode> {
  const period = monthArgument(monthText);
  const run = await runFor(context, { schema: CHECK_SCHEMA, period });
  if (run === null) return EXIT.dataErrors;
  const issues = issuesOf(run.problems, context.strict);
  const balance = run.tables.map(({ file, sheet, kind, rows }) => [
    sheet === null ? file : `${file} › ${sheet}`.replace(/ › Sheet1$/, ''),
    TABLE_KINDS[kind],
    ...[rows.read, rows.used, Object.values(rows.leftOut).reduce((sum, count) => sum + count, 0), rows.inError].map(
      String,
    ),
  ]);
  const sums = tableText(['文件', '表', '读取', '采用', '未计', '有误'], balance, [2, 3, 4, 5]);
  return report(context, {
    schema: CHECK_SCHEMA,
    period,
    body: checkDocument(run.tables),
    issues,
    summary: [sums.trimEnd(), `${period} 检查完毕：${countText(issues)}`],
  });
}
