// Sheets to fill in: notes, formats and validations reach the file, and what is filled in is no output of the program.
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { SheetModel } from '../../../src/views/workbook/model.ts';
import type { Validation } from '../../../src/views/workbook/validation.ts';
import { workbookBytes } from '../../../src/writers/xlsx/write.ts';
import { readBack, sheetOf } from './small.ts';

const entry = (validation: Validation, change: Partial<SheetModel> = {}): SheetModel =>
  sheetOf([[{ value: '示例', style: 'example' }, 1]], {
    columns: [
      { heading: '姓名*', align: 'left', kind: 'text', width: [6, 12], required: true, note: '必填。'.repeat(40) },
      { heading: '数', align: 'right', kind: 'rate', decimals: 1, width: [8, 16], validation },
    ],
    entryRows: 100,
    ...change,
  });

const bytesOf = (sheet: SheetModel, isInput?: true) =>
  workbookBytes({ title: '表', sheets: [sheet], ...(isInput && { isInput }) });

async function validationOf(validation: Validation) {
  const workbook = await readBack(await bytesOf(entry(validation)));
  const sheet = workbook.getWorksheet('表');
  const [first, last, beyond] = [4, 104, 105].map((row) => sheet?.getCell(row, 2).dataValidation);
  expect(last).toEqual(first);
  expect(beyond).toBeUndefined();
  return first;
}

test('a list', async () => {
  expect(await validationOf({ type: 'list', words: ['是', '否'] })).toMatchObject({
    type: 'list',
    formulae: ['"是,否"'],
    allowBlank: true,
    showErrorMessage: true,
    error: '请从下拉列表中选择：是、否',
  });
});

test('an open list forbids nothing', async () => {
  const found = await validationOf({ type: 'list', words: ['是', '否'], open: true });
  expect(found?.showErrorMessage).not.toBe(true);
});

test('numbers between bounds, or any', async () => {
  expect(await validationOf({ type: 'number', whole: true, least: 0, most: null })).toMatchObject({
    type: 'whole',
    formulae: [0, 1_000_000_000],
    error: '请填写整数，不小于 0',
  });
  expect(await validationOf({ type: 'number', whole: false, least: null, most: null })).toMatchObject({
    type: 'decimal',
    error: '请填写数字',
  });
});

test('dates and months', async () => {
  expect(await validationOf({ type: 'date' })).toMatchObject({ type: 'date', operator: 'greaterThanOrEqual' });
  const month = await validationOf({ type: 'month' });
  expect(month).toMatchObject({ type: 'custom', error: '请填写月份，如 2021-07' });
  expect(month?.formulae[0]).toContain('B4');
});

test('a cell of its own', async () => {
  const words = { type: 'list', words: ['甲'] } as const;
  const sheet = entry({ type: 'date' }, { rows: [['王', { value: null, validation: words }]] });
  const columns = sheet.columns.map(({ validation: _, ...column }) => column);
  const workbook = await readBack(await bytesOf({ ...sheet, columns }));
  expect(workbook.getWorksheet('表')?.getCell('B4').dataValidation).toMatchObject({ formulae: ['"甲"'] });
});

test.each([[['a,b']], [['"']], [Array.from({ length: 60 }, (_, at) => `第${at}个词`)]])(
  'no list of %j',
  async (words) => {
    await expect(bytesOf(entry({ type: 'list', words }))).rejects.toThrow(RangeError);
  },
);

test('notes as large as their text, formats below, lines to write on', async () => {
  const bytes = await bytesOf(entry({ type: 'date' }));
  const drawing = strFromU8(unzipSync(bytes)['xl/drawings/vmlDrawing1.vml'] as Uint8Array);
  const small = await bytesOf(
    entry({ type: 'date' }, { columns: [{ ...entry({ type: 'date' }).columns[0], note: '短' } as never] }),
  );
  const anchor = (text: string) => /<x:Anchor>([^<]*)/.exec(text)?.[1];
  expect(anchor(drawing)).not.toBe(anchor(strFromU8(unzipSync(small)['xl/drawings/vmlDrawing1.vml'] as Uint8Array)));
  const sheet = (await readBack(bytes)).getWorksheet('表');
  expect([sheet?.getColumn(1).numFmt, sheet?.getColumn(2).numFmt]).toEqual(['@', '0.0%']);
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3, showGridLines: true });
  expect(JSON.stringify(sheet?.getCell('A3').note)).toContain(entry({ type: 'date' }).columns[0]?.note);
});

test('only what is to be filled in bears no mark', async () => {
  const keywords = async (isInput?: true) => (await readBack(await bytesOf(entry({ type: 'date' }), isInput))).keywords;
  expect(await keywords()).toBe('wangge-output');
  expect((await keywords(true)) || null).toBeNull();
});
