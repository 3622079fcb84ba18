// 银行代发 as a bank's system takes it: headings and one row a payment, all text.
import type { YearMonth } from '../../model/civil.ts';
import { yuanText } from '../../model/money.ts';
import type { Payment } from '../../record/payments.ts';
import { monthTitle } from '../workbook/prepared.ts';

export const BANK_HEADINGS = ['序号', '户名', '开户行', '账号', '金额', '备注'] as const;

export const remarkOf = (month: YearMonth): string => `${monthTitle(month)}补贴`;

export const bankRows = (month: YearMonth, payments: readonly Payment[]): readonly (readonly string[])[] => [
  BANK_HEADINGS,
  ...payments.map(({ name, bankName, account, amount }, index) => [
    String(index + 1),
    name,
    (bankName ?? '').replace(/\s+/g, ' '),
    account,
    yuanText(amount),
    remarkOf(month),
  ]),
];
