// A small workbook model, and bytes read back with exceljs.
import { Workbook } from 'exceljs';
import type { Cell, SheetModel } from '../../../src/views/workbook/model.ts';

export const sheetOf = (rows: readonly (readonly Cell[])[], change: Partial<SheetModel> = {}): SheetModel => ({
  name: '表',
  title: '标题',
  subtitle: [['单位：某某街道', '单位：元']],
  columns: [
    { heading: '姓名', align: 'left', kind: 'text', width: [6, 12] },
    { key: 'amount', heading: '金额', align: 'right', kind: 'money', width: [8, 16] },
  ],
  rows,
  totals: null,
  footer: [],
  landscape: false,
  frozenColumns: 1,
  rowHeight: 18,
  ...change,
});

export async function readBack(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  await workbook.xlsx.load(copy);
  return workbook;
}
