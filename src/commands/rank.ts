// wangge rank <quarter>: the star ranking workbook, from the record of the quarter's last month.
import { addFen, yuanText } from '../model/money.ts';
import { recordBytes } from '../record/read.ts';
import { outputPath, recordPath } from '../run/paths.ts';
import { writeOutputs } from '../store/write.ts';
import { RANK_SCHEMA, rankDocument } from '../views/documents/rank.ts';
import { rankingWorkbook } from '../views/workbook/ranking.ts';
import { countText } from '../writers/terminal.ts';
import { workbookBytes } from '../writers/xlsx/write.ts';
import { quarterArgument } from './arguments.ts';
import type { Context, ExitCode, Signature } from './context.ts';
import { withQuarter } from './decided.ts';
import { failure, report } from './report.ts';

export function rank(context: Context, quarterText: string, signature: Signature): Promise<ExitCode> {
  const asked = { schema: RANK_SCHEMA, period: quarterArgument(quarterText) };
  return withQuarter(context, asked, async ({ workspace, record, issues }) => {
    const { period: quarter } = asked;
    const { ranking } = record;
    if (ranking === null) return failure(context, RANK_SCHEMA, quarter, issues);
    const path = outputPath(quarter, '星级排名');
    await writeOutputs(workspace, [
      { path, bytes: await workbookBytes(rankingWorkbook(ranking, record, signature)) },
      { path: recordPath(quarter), bytes: recordBytes(record) },
    ]);
    const rewards = yuanText(addFen(...ranking.ranked.map(({ reward }) => reward)));
    const starred = ranking.ranked.filter(({ stars }) => stars > 0).length;
    return report(context, {
      ...asked,
      body: rankDocument(record, ranking),
      issues,
      summary: [
        `${quarter} 参加排名 ${ranking.ranked.length} 人，获星 ${starred} 人，排名奖励 ${rewards} 元；${countText(issues)}`,
        `已生成 ${path}`,
      ],
    });
  });
}
