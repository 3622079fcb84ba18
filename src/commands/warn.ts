// wangge warn <month>: the list of yellow and red cards.
import { issuesOf } from '../problems/issues.ts';
import { recordBytes } from '../record/read.ts';
import { runMonth } from '../run/history.ts';
import { outputPath, recordPath } from '../run/paths.ts';
import { openWorkspace } from '../store/workspace.ts';
import { writeOutputs } from '../store/write.ts';
import { WARN_SCHEMA, warnDocument } from '../views/documents/warn.ts';
import { cardsWorkbook } from '../views/workbook/cards.ts';
import { countText } from '../writers/terminal.ts';
import { workbookBytes } from '../writers/xlsx/write.ts';
import { monthArgument } from './arguments.ts';
import type { Context, ExitCode, Signature } from './context.ts';
import { failure, report, stops } from './report.ts';

export async function warn(context: Context, monthText: string, signature: Signature): Promise<ExitCode> {
  const period = monthArgument(monthText);
  const workspace = await openWorkspace(context.dir);
  const run = await runMonth(workspace, period);
  const issues = issuesOf(run.problems, context.strict);
  const { record } = run;
  if (record === null || stops(issues)) return failure(context, WARN_SCHEMA, period, issues);
  const path = outputPath(period, '警告名单');
  await writeOutputs(workspace, [
    { path, bytes: await workbookBytes(cardsWorkbook(record, signature)) },
    { path: recordPath(period), bytes: recordBytes(record) },
  ]);
  const document = warnDocument(record);
  const count = (card: string) => document.cards.filter((one) => one.card === card).length;
  const incomplete = document.incomplete ? '（上月资料不全，红牌核对不完整）' : '';
  return report(context, {
    schema: WARN_SCHEMA,
    period,
    body: document,
    issues,
    summary: [
      `${period} 黄牌 ${count('yellow')} 人，红牌 ${count('red')} 人${incomplete}；${countText(issues)}`,
      `已生成 ${path}`,
    ],
  });
}
