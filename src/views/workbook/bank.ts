// 银行代发 on paper, to be signed and sealed: one row a person, accounts as text, count and sum.
import { addFen, yuanNumber } from '../../model/money.ts';
import type { MonthRecord } from '../../model/record.ts';
import type { Payment } from '../../record/payments.ts';
import { BANK_HEADINGS, remarkOf } from '../documents/bank.ts';
import { capitalAmount } from './capital.ts';
import { countColumn, detailSheet, moneyColumn, textColumn, wordColumn } from './columns.ts';
import { styled, type WorkbookModel } from './model.ts';
import { monthTitle, officeOf, type Prepared, signatures } from './prepared.ts';

export function bankWorkbook(record: MonthRecord, payments: readonly Payment[], prepared: Prepared): WorkbookModel {
  const [number, name, bank, account, amount, remark] = BANK_HEADINGS;
  const title = `${monthTitle(record.period)} 网格员补贴银行代发清单`;
  const sum = addFen(...payments.map((payment) => payment.amount));
  const total = ['合计', null, null, `${payments.length} 笔`, yuanNumber(sum), null];
  const sheet = detailSheet({
    name: '银行代发',
    title,
    subtitle: [[`单位：${officeOf(record)}`, '单位：元']],
    columns: [
      countColumn(number),
      textColumn(name, 8, 16),
      textColumn(bank, 8, 26),
      textColumn(account, 19, 30),
      moneyColumn(amount),
      wordColumn(remark, 12, 16),
    ],
    rows: payments.map((payment, index) => [
      index + 1,
      payment.name,
      payment.bankName,
      payment.account,
      yuanNumber(payment.amount),
      remarkOf(record.period),
    ]),
    totals: total.map((value) => styled(value, 'strong')),
    footer: [[`合计（大写）：人民币${capitalAmount(sum)}`, `笔数：${payments.length}笔`], signatures(prepared)],
    landscape: false,
    frozenColumns: 2,
    rowHeight: 20,
  });
  return { title, sheets: [sheet] };
}
