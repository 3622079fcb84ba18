// wangge pay <month>: the pay workbook and the month record.
import { addFen, yuanText } from '../model/money.ts';
import { recordBytes } from '../record/read.ts';
import { outputPath, recordPath } from '../run/paths.ts';
import { writeOutputs } from '../store/write.ts';
import { PAY_SCHEMA, payDocument } from '../views/documents/pay.ts';
import { payWorkbook } from '../views/workbook/pay.ts';
import { countText } from '../writers/terminal.ts';
import { workbookBytes } from '../writers/xlsx/write.ts';
import { monthArgument } from './arguments.ts';
import type { Context, ExitCode, Signature } from './context.ts';
import { withMonth } from './decided.ts';
import { report } from './report.ts';

export function pay(context: Context, monthText: string, signature: Signature): Promise<ExitCode> {
  const asked = { schema: PAY_SCHEMA, period: monthArgument(monthText) };
  return withMonth(context, asked, async ({ workspace, record, issues }) => {
    const { period } = asked;
    const path = outputPath(period, '工资发放表');
    await writeOutputs(workspace, [
      { path, bytes: await workbookBytes(payWorkbook(record, signature)) },
      { path: recordPath(period), bytes: recordBytes(record) },
    ]);
    const paid = record.subjects.filter(({ role }) => role === 'fullTime');
    const total = yuanText(addFen(...paid.map((one) => one.total)));
    return report(context, {
      ...asked,
      body: payDocument(record),
      issues,
      summary: [`${period} 专职网格员 ${paid.length} 人，应发合计 ${total} 元；${countText(issues)}`, `已生成 ${path}`],
    });
  });
}
