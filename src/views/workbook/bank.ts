// 银行代发 on paper, to be signed and sealed: one row a person, accounts as text, count and sum.
import { addFen, yuanNumber } from '../../model/money.ts';
import type { MonthRecord } from '../../model/record.ts';
import type { Payment } from '../../record/payments.ts';
import { BANK_HEADINGS, remarkOf } from '../documents/bank.ts';
import { capitalAmount } from './capital.ts';
import { countColumn, moneyColumn, tableSheet, textColumn, wordColumn } from './columns.ts';
import { styled, type WorkbookModel } from './model.ts';
import { monthTitle, officeOf, type Prepared, signatures } from './prepared.ts';

export function bankWorkbook(record: MonthRecord, payments: readonly Payment[], prepared: Prepared): WorkbookModel {
  const [number, name, bank, account, amount, remark] = BANK_HEADINGS;
  const title = `${monthTitle(record.period)} 网格员补贴银行代发清单`;
  const sum = addFen(...payments.map((payment) => payment.amount));
  const sheet = tableSheet<Payment>({
    name: '银行代发',
    title,
    subtitle: [[`单位：${officeOf(record)}`, '单位：元']],
    columns: [
      ['number', countColumn(number), (_, index) => index + 1, styled('合计', 'strong')],
      ['name', textColumn(name, 8, 16), (payment) => payment.name],
      ['bank', textColumn(bank, 8, 26), (payment) => payment.bankName],
      ['account', textColumn(account, 19, 30), (payment) => payment.account, styled(`${payments.length} 笔`, 'strong')],
      ['amount', moneyColumn(amount), (payment) => yuanNumber(payment.amount), styled(yuanNumber(sum), 'strong')],
      ['remark', wordColumn(remark, 12, 16), () => remarkOf(record.period)],
    ],
    rows: payments,
    footer: [[`合计（大写）：人民币${capitalAmount(sum)}`, `笔数：${payments.length}笔`], signatures(prepared)],
    landscape: false,
    frozenColumns: 2,
    rowHeight: 20,
  });
  return { title, sheets: [sheet] };
}
