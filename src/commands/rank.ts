// wangge rank <quarter>: the star ranking workbook, from the record of the quarter's last month.
import { addFen, yuanText } from '../model/money.ts';
import { rankOutputs, withRecord } from '../run/outputs.ts';
import { writeChanges } from '../store/write.ts';
import { RANK_SCHEMA, rankDocument } from '../views/documents/rank.ts';
import { countText } from '../writers/terminal.ts';
import { quarterArgument } from './arguments.ts';
import type { Context, ExitCode, Signature } from './context.ts';
import { withQuarter } from './decided.ts';
import { failure, report } from './report.ts';

export function rank(context: Context, quarterText: string, signature: Signature): Promise<ExitCode> {
  const asked = { schema: RANK_SCHEMA, period: quarterArgument(quarterText), writes: true } as const;
  return withQuarter(context, asked, async ({ workspace, record, issues }) => {
    const { period: quarter } = asked;
    const { ranking } = record;
    if (ranking === null) return failure(context, RANK_SCHEMA, quarter, issues);
    const outputs = await rankOutputs(record, signature);
    await writeChanges(workspace, await withRecord(workspace, record, outputs, quarter));
    const rewards = yuanText(addFen(...ranking.ranked.map(({ reward }) => reward)));
    const starred = ranking.ranked.filter(({ stars }) => stars > 0).length;
    return report(context, {
      schema: RANK_SCHEMA,
      period: quarter,
      body: rankDocument(record, ranking),
      issues,
      summary: [
        `${quarter} 参加排名 ${ranking.ranked.length} 人，获星 ${starred} 人，排名奖励 ${rewards} 元；${countText(issues)}`,
        ...outputs.map(({ path }) => `已生成 ${path}`),
      ],
    });
  });
}
