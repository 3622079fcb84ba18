// wangge rank <quarter>: the star ranking workbook, from the record of the quarter's last month.

import { monthsOf } from '../model/civil.ts';
import { addFen, yuanText } from '../model/money.ts';
import { issuesOf } from '../problems/issues.ts';
import { recordBytes } from '../record/read.ts';
import { outputPath, recordPath } from '../run/paths.ts';
import { runQuarter } from '../run/quarter.ts';
import { openWorkspace } from '../store/workspace.ts';
import { writeOutputs } from '../store/write.ts';
import { RANK_SCHEMA, rankDocument } from '../views/documents/rank.ts';
import { rankingWorkbook } from '../views/workbook/ranking.ts';
import { countText } from '../writers/terminal.ts';
import { workbookBytes } from '../writers/xlsx/write.ts';
import { quarterArgument } from './arguments.ts';
import type { Context, ExitCode, Signature } from './context.ts';
import { failure, report, stops } from './report.ts';

export async function rank(context: Context, quarterText: string, signature: Signature): Promise<ExitCode> {
  const quarter = quarterArgument(quarterText);
  const workspace = await openWorkspace(context.dir);
  const { record, problems } = await runQuarter(workspace, quarter);
  const issues = issuesOf(problems, context.strict);
  if (record?.ranking == null || stops(issues)) return failure(context, RANK_SCHEMA, quarter, issues);
  const { ranking } = record;
  const path = outputPath(quarter, '星级排名');
  await writeOutputs(workspace, [
    { path, bytes: await workbookBytes(rankingWorkbook(ranking, record, signature)) },
    { path: recordPath(quarter), bytes: recordBytes(record) },
  ]);
  const rewards = yuanText(addFen(...ranking.ranked.map(({ reward }) => reward)));
  const starred = ranking.ranked.filter(({ stars }) => stars > 0).length;
  return report(context, {
    schema: RANK_SCHEMA,
    period: quarter,
    body: rankDocument(record, ranking),
    issues,
    summary: [
      `${quarter} 参加排名 ${ranking.ranked.length} 人，获星 ${starred} 人，排名奖励 ${rewards} 元（随 ${monthsOf(quarter)[2]} 发放）；${countText(issues)}`,
      `已生成 ${path}`,
    ],
  });
}
