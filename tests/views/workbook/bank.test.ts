// 银行代发: the signed list and the rows of the file for the bank say the same.
import { expect, test } from 'vitest';
import type { PersonId } from '../../../src/model/facts.ts';
import { fen } from '../../../src/model/money.ts';
import type { Payment } from '../../../src/record/payments.ts';
import { bankRows } from '../../../src/views/documents/bank.ts';
import { bankWorkbook } from '../../../src/views/workbook/bank.ts';
import { headings, sheetNamed, valuesOf } from './cells.ts';
import { monthRecord } from './record.ts';

const record = monthRecord(1);
const ACCOUNT = '6222021201006781234';
const payment = (id: string, name: string, amount: number, bankName: string | null = null): Payment => ({
  id: id as PersonId,
  name,
  bankName,
  account: ACCOUNT,
  amount: fen(amount),
});
const PAYMENTS = [payment('W1', '王芳', 120_050, '农商银行'), payment('W2', '李强', 1)];
const sheetOf = (payments: readonly Payment[]) =>
  sheetNamed(bankWorkbook(record, payments, { preparedBy: '张三', preparedOn: null }), '银行代发');

test('one row a payment; the account is text, the amount a number of yuan', () => {
  const sheet = sheetOf(PAYMENTS);
  expect(sheet.title).toBe('2021年7月 网格员补贴银行代发清单');
  expect(headings(sheet).join(' ')).toBe('序号 户名 开户行 账号 金额 备注');
  expect(sheet.rows.map(valuesOf)).toEqual([
    [1, '王芳', '农商银行', ACCOUNT, 1200.5, '2021年7月补贴'],
    [2, '李强', null, ACCOUNT, 0.01, '2021年7月补贴'],
  ]);
});

test('count and sum, also in capitals', () => {
  const sheet = sheetOf(PAYMENTS);
  expect(valuesOf(sheet.totals)).toEqual(['合计', null, null, '2 笔', 1200.51, null]);
  expect(sheet.footer[0]).toEqual(['合计（大写）：人民币壹仟贰佰元伍角壹分', '笔数：2笔']);
  expect(sheet.footer[1]?.[0]).toBe('制表：张三');
  expect(sheetOf([]).footer[0]).toEqual(['合计（大写）：人民币零元整', '笔数：0笔']);
});

test('the file for the bank: headings, rows, no total', () => {
  expect(bankRows(record.period, PAYMENTS)).toEqual([
    ['序号', '户名', '开户行', '账号', '金额', '备注'],
    ['1', '王芳', '农商银行', ACCOUNT, '1200.50', '2021年7月补贴'],
    ['2', '李强', '', ACCOUNT, '0.01', '2021年7月补贴'],
  ]);
});
