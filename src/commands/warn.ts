// wangge warn <month>: the list of yellow and red cards.
import { issuesOf } from '../problems/issues.ts';
import { problem } from '../problems/problem.ts';
import { cardOutputs, withRecord } from '../run/outputs.ts';
import { writeChanges } from '../store/write.ts';
import { WARN_SCHEMA, warnDocument } from '../views/documents/warn.ts';
import { countText } from '../writers/terminal.ts';
import { monthArgument } from './arguments.ts';
import type { Context, ExitCode, Signature } from './context.ts';
import { withMonth } from './decided.ts';
import { failure, report } from './report.ts';

export function warn(context: Context, monthText: string, signature: Signature): Promise<ExitCode> {
  const asked = { schema: WARN_SCHEMA, period: monthArgument(monthText), writes: true } as const;
  return withMonth(context, asked, async ({ workspace, record, history, issues }) => {
    const { period } = asked;
    const { items, title } = record.scheme;
    if (!items.some(({ givesCards }) => givesCards)) {
      const none = problem('schemeWithoutCards', { month: period, scheme: title });
      return failure(context, WARN_SCHEMA, period, [...issuesOf([none], false), ...issues]);
    }
    const outputs = await cardOutputs(record, history, signature);
    await writeChanges(workspace, await withRecord(workspace, record, outputs));
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
        ...outputs.map(({ path }) => `已生成 ${path}`),
      ],
    });
  });
}
