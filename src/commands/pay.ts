// wangge pay <month>: the pay workbook, the sheet posted for objections, where asked for the bank's list, and the month record.
import { addFen, yuanText } from '../model/money.ts';
import type { MonthRecord } from '../model/record.ts';
import { issuesOf } from '../problems/issues.ts';
import { problem } from '../problems/problem.ts';
import { hasErrors } from '../problems/words.ts';
import type { Payment } from '../record/payments.ts';
import { bankList } from '../run/bank.ts';
import { payOutputs, staleBankList, withRecord } from '../run/outputs.ts';
import { writeChanges } from '../store/write.ts';
import { PAY_SCHEMA, payDocument } from '../views/documents/pay.ts';
import { paySummary } from '../views/pay-summary.ts';
import { countText, paragraphText, tableText } from '../writers/terminal.ts';
import { csvEncodingArgument, daysArgument, monthArgument } from './arguments.ts';
import { type Context, type ExitCode, type Signature, UsageError } from './context.ts';
import { coverageText } from './coverage.ts';
import { withMonth } from './decided.ts';
import { failure, report, stops } from './report.ts';

/** As typed; null where not given. */
export interface PayOptions {
  readonly objections: string | null;
  readonly bank: boolean;
  readonly csvEncoding: string | null;
}

const sumText = (amounts: readonly { readonly amount: Payment['amount'] }[]): string =>
  yuanText(addFen(...amounts.map(({ amount }) => amount)));

function summaryLines(record: MonthRecord, before: MonthRecord | undefined): readonly string[] {
  const { head, rows, sentences } = paySummary(record, before);
  const numbers = head.slice(1).map((_, index) => index + 1);
  return [tableText(head, rows, numbers).trimEnd(), ...sentences.map((one) => paragraphText(one).trimEnd())];
}

export function pay(context: Context, monthText: string, signature: Signature, options: PayOptions): Promise<ExitCode> {
  const asked = { schema: PAY_SCHEMA, period: monthArgument(monthText), writes: true } as const;
  const objections = options.objections === null ? null : daysArgument(options.objections);
  const encoding = csvEncodingArgument(options.csvEncoding ?? 'utf8');
  if (options.csvEncoding !== null && !options.bank) throw new UsageError('--csv-encoding 要与 --bank 一起写');
  return withMonth(context, asked, async ({ workspace, record, history, issues }, { roster }) => {
    const { period } = asked;
    const { payments, problems } = await bankList(record, roster, options.bank ? encoding : null);
    if (hasErrors(problems)) {
      return failure(context, asked.schema, period, [...issuesOf(problems, context.strict), ...issues]);
    }
    const stale = options.bank ? [] : await staleBankList(workspace, period);
    const unnamed = record.office === null ? [problem('officeNameUnset', {})] : [];
    const told = [...issues, ...issuesOf([...problems, ...stale, ...unnamed], context.strict)];
    if (stops(told)) return failure(context, asked.schema, period, told);
    const written = { ...signature, objections, bank: options.bank ? encoding : null };
    context.progress.show('生成工作簿');
    const { outputs } = await payOutputs(record, payments, written);
    await writeChanges(workspace, await withRecord(workspace, record, outputs));
    const paid = record.subjects.filter(({ role }) => role === 'fullTime');
    const total = yuanText(addFen(...paid.map((one) => one.total)));
    return report(context, {
      schema: PAY_SCHEMA,
      period,
      body: payDocument(record),
      issues: told,
      summary: [
        ...summaryLines(record, history.at(-1)),
        coverageText(record.coverage ?? []).trimEnd(),
        `${period} 专职网格员 ${paid.length} 人，应发合计 ${total} 元；${countText(told)}`,
        ...(options.bank ? [`银行代发 ${payments.length} 笔，合计 ${sumText(payments)} 元`] : []),
        ...outputs.map(({ path }) => `已生成 ${path}`),
      ],
    });
  });
}
