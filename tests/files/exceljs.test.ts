// Workbooks as exceljs writes them.
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { read, text } from './helpers.ts';

it('reads what exceljs writes', async () => {
  const written = new ExcelJS.Workbook();
  const first = written.addWorksheet('名单');
  first.addRow(['姓名', '工号', '日期', '时长', '占比', '在岗', '备注']);
  first.addRow(['张三', '0012', new Date(Date.UTC(2024, 1, 29)), 0.25, 0.5, true, null]);
  first.getCell('C2').numFmt = 'yyyy"年"m"月"d"日"';
  first.getCell('D2').numFmt = '[h]:mm';
  first.getCell('E2').numFmt = '0.0%';
  first.getCell('G2').value = { richText: [{ text: '很' }, { font: { bold: true }, text: '好\n' }] };
  first.getCell('A4').value = { formula: 'B2*2', result: 24 };
  first.getCell('B4').value = { formula: 'A2&"!"', result: '张三!' };
  first.getCell('C4').value = { formula: 'TODAY()' };
  first.getCell('D4').value = { error: '#DIV/0!' };
  first.getRow(4).hidden = true;
  written.addWorksheet('隐藏', { state: 'hidden' });
  const bytes = new Uint8Array(await written.xlsx.writeBuffer());

  const header = ['姓名', '工号', '日期', '时长', '占比', '在岗', '备注'];
  expect(await read(bytes)).toEqual({
    ownOutput: false,
    sheets: [
      {
        name: '名单',
        hidden: false,
        rows: [
          { number: 1, hidden: false, cells: header.map((value, column) => text(column, value)) },
          {
            number: 2,
            hidden: false,
            cells: [
              text(0, '张三'),
              text(1, '0012'),
              { column: 2, kind: 'number', raw: '45351', format: 'date' },
              { column: 3, kind: 'number', raw: '0.25', format: 'time' },
              { column: 4, kind: 'number', raw: '0.5', format: 'percent' },
              { column: 5, kind: 'boolean', value: true },
              text(6, '很好\n'),
            ],
          },
          {
            number: 4,
            hidden: true,
            cells: [
              { column: 0, kind: 'number', raw: '24', format: 'plain' },
              text(1, '张三!'),
              { column: 2, kind: 'pending' },
              { column: 3, kind: 'error', text: '#DIV/0!' },
            ],
          },
        ],
      },
      { name: '隐藏', hidden: true, rows: [] },
    ],
  });
});

it('reads the 1904 dates of exceljs', async () => {
  const written = new ExcelJS.Workbook();
  written.properties.date1904 = true;
  const sheet = written.addWorksheet('s');
  sheet.getCell('B2').value = new Date(Date.UTC(2024, 1, 29));
  sheet.getCell('B2').numFmt = 'yyyy-mm-dd';
  const bytes = new Uint8Array(await written.xlsx.writeBuffer());
  expect((await read(bytes)).sheets[0]?.rows).toEqual([
    { number: 2, hidden: false, cells: [{ column: 1, kind: 'number', raw: '43889', format: 'date1904' }] },
  ]);
});
