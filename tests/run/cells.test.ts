// Cells read again: text to the letter, numbers as a spreadsheet shows them, each only where it was asked for.
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { withCellTexts } from '../../src/run/cells.ts';
import { memoryWorkspace } from '../memory-workspace.ts';

async function book(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('表');
  const rows: readonly (readonly [unknown, string?])[] = [
    [' 有效　'],
    [new Date(Date.UTC(2021, 6, 5)), 'yyyy-mm-dd'],
    [new Date(Date.UTC(2021, 6, 5, 8, 30)), 'yyyy/m/d h:mm'],
    [200 / 60 / 24, '[h]:mm'],
    [30 / 24, '[h]:mm'],
    [0.97, '0%'],
    [0.975, '0.0%'],
    [2.9900000000000002],
    [1050],
    [true],
    [{ error: '#N/A' }],
    [{ formula: 'A9*2' }],
    [null],
  ];
  rows.forEach(([value, format], index) => {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = value as ExcelJS.CellValue;
    if (format) cell.numFmt = format;
  });
  workbook.addWorksheet('其他').getCell('A1').value = '别处';
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}

const places = (file: string, sheet: string | null, rows: number, column = 0) =>
  Array.from({ length: rows }, (_, index) => [file, sheet, index + 1, column] as const);

test('of a workbook', async () => {
  const workspace = memoryWorkspace([{ path: '2021-07/表.xlsx', bytes: await book() }]);
  const texts = await withCellTexts(workspace, (textAt) =>
    [...places('2021-07/表.xlsx', '表', 13), ...places('2021-07/表.xlsx', '其他', 1)].map((place) => textAt(...place)),
  );
  expect(texts).toEqual([
    ' 有效　',
    '2021-07-05',
    '2021-07-05 08:30:00',
    '3:20:00',
    '30:00:00',
    '97%',
    '97.5%',
    '2.99',
    '1050',
    'TRUE',
    '#N/A',
    null,
    null,
    '别处',
  ]);
});

test('of text files in the month’s folder, below it and in the root; a quoted line break is one cell', async () => {
  const workspace = memoryWorkspace([
    { path: '花名册.csv', text: '工号,姓名\nW1,王芳\n' },
    { path: '2021-07/子/信息.csv', text: '编号,内容\nX1,"一\n二"\n\nX3,三\n' },
  ]);
  const texts = await withCellTexts(workspace, (textAt) => [
    textAt('花名册.csv', null, 2, 1),
    textAt('2021-07/子/信息.csv', null, 2, 1),
    textAt('2021-07/子/信息.csv', null, 4, 1),
    textAt('2021-07/子/信息.csv', null, 4, 2),
    textAt('2021-07/没有.csv', null, 1, 0),
  ]);
  expect(texts).toEqual(['王芳', '一\n二', '三', null, null]);
});

test('nothing asked for, nothing opened', async () => {
  const closed = memoryWorkspace([]);
  const workspace = { ...closed, rootInputs: () => Promise.reject(new Error('opened')) };
  expect(await withCellTexts(workspace, () => '无')).toBe('无');
});

test('a cell that a merged one covers says what the merged one says', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('表');
  sheet.addRows([
    ['工号', '日期'],
    ['W001', '2021-07-01'],
    [null, '2021-07-02'],
    ['W002', '2021-07-01'],
  ]);
  sheet.mergeCells('A2:A3');
  const bytes = new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
  const workspace = memoryWorkspace([{ path: '2021-07/表.xlsx', bytes }]);
  const texts = await withCellTexts(workspace, (textAt) => [
    textAt('2021-07/表.xlsx', '表', 3, 0),
    textAt('2021-07/表.xlsx', '表', 3, 1),
    textAt('2021-07/表.xlsx', '表', 4, 0),
  ]);
  expect(texts).toEqual(['W001', '2021-07-02', 'W002']);
});
