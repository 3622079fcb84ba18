// Bytes read back: every value of a model, texts that would be formulas or break XML, print settings, properties.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openBook } from '../../../src/files/open.ts';
import { cells, infix, number } from '../../../src/views/workbook/formula.ts';
import { cellOf, type SheetModel, type StyledCell } from '../../../src/views/workbook/model.ts';
import { payWorkbook } from '../../../src/views/workbook/pay.ts';
import { layoutOf } from '../../../src/writers/xlsx/layout.ts';
import { workbookBytes } from '../../../src/writers/xlsx/write.ts';
import { tablesOf } from '../../views/workbook/cells.ts';
import { monthRecord } from '../../views/workbook/record.ts';
import { readBack, sheetOf } from './small.ts';

const BLANK = { preparedBy: null, preparedOn: null };

async function firstCells(...texts: readonly string[]) {
  const bytes = await workbookBytes({ title: '标题', sheets: [sheetOf(texts.map((text) => [text, 1]))] });
  const sheet = (await readBack(bytes)).getWorksheet('表');
  return texts.map((_, index) => sheet?.getCell(4 + index, 1).value);
}

const digits12 = (value: number): number => Number(value.toPrecision(12));
const inDigits = ({ value, kind }: StyledCell) =>
  kind === 'duration' && typeof value === 'number' ? digits12(value) : value;

describe('values', () => {
  const model = payWorkbook(monthRecord(5), BLANK);

  it('come back as they were put in, on every sheet', async () => {
    const workbook = await readBack(await workbookBytes(model));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(model.sheets.map(({ name }) => name));
    for (const sheet of tablesOf(model)) {
      const written = workbook.getWorksheet(sheet.name);
      const { headerRow, firstRow } = layoutOf(sheet);
      const read = (row: number) =>
        sheet.columns.map((_, index) => {
          const cell = written?.getCell(row, index + 1);
          if (cell?.formula) return cell.result;
          const { value } = cell ?? {};
          // exceljs makes dates of durations.
          if (value instanceof Date) return digits12((value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
          if (typeof value !== 'object' || value === null) return value;
          return 'hyperlink' in value ? value.text : value;
        });
      const rows = [...sheet.rows, ...(sheet.totals ? [sheet.totals] : [])];
      const title = written?.getCell(1, 1);
      expect(title?.formula ? title.result : title?.value).toBe(sheet.title);
      expect(read(headerRow)).toEqual(sheet.columns.map(({ heading }) => heading));
      expect(rows.map((_, index) => read(firstRow + index))).toEqual(
        rows.map((cells) => cells.map((cell) => inDigits(cellOf(cell)))),
      );
    }
  });

  it.each(['=1+1', '+86', '-3', '@SUM(A1)', '0012', '330683199001011234', ' 王芳 ', '甲\n乙', '"<&>\''])(
    '%j stays text',
    async (text) => {
      expect(await firstCells(text)).toEqual([text]);
    },
  );

  it('characters illegal in XML are dropped, line ends are one, the rest is kept', async () => {
    expect(
      await firstCells('a\u0000\u0008\u000b\u001fb', 'a\ufffe\uffffb', 'a\ud800b', '\udc00', 'a\r\nb\rc', '𠮷😀'),
    ).toEqual([...['ab', 'ab', 'ab', '', 'a\nb\nc', '𠮷😀']]);
  });

  it('text that looks like an escape is not read as one', async () => {
    const bytes = await workbookBytes({ title: '标题', sheets: [sheetOf([['甲_x0041_乙', 1]])] });
    const [sheet] = (await openBook(bytes, '表.xlsx')).sheets;
    const texts: unknown[] = [];
    for await (const rows of sheet?.rows ?? [])
      for (const { cells } of rows) texts.push(...cells.map((cell) => ('text' in cell ? cell.text : null)));
    expect(texts).toContain('甲_x0041_乙');
  });

  it('a cell holds 32,767 characters at the most', async () => {
    const [kept, cut] = await firstCells('长'.repeat(32_767), '长'.repeat(32_768));
    expect(kept).toBe('长'.repeat(32_767));
    expect(cut).toBe(`${'长'.repeat(32_766)}…`);
  });

  it('a formula keeps its cached value, also 0 and text', async () => {
    const rows = [0, -12.5, '是'].map((value) => [
      '甲',
      { value, formula: infix('*', cells({ sheet: '表', row: 0, column: 'amount' }), number(2)) },
    ]);
    const workbook = await readBack(await workbookBytes({ title: '标题', sheets: [sheetOf(rows)] }));
    const written = rows.map((_, index) => workbook.getWorksheet('表')?.getCell(4 + index, 2));
    expect(written.map((cell) => cell?.formula)).toEqual(['B4*2', 'B4*2', 'B4*2']);
    expect(written.map((cell) => cell?.result)).toEqual([0, -12.5, '是']);
  });

  it('a link leads to the cell of the row, a link to nowhere throws', async () => {
    const link = { value: '甲', link: { sheet: '明细', row: 2 } };
    const detail = sheetOf([], { name: '明细', subtitle: [] });
    const files = unzipSync(await workbookBytes({ title: '标题', sheets: [sheetOf([[link, 1]]), detail] }));
    const xml = (part: string) => strFromU8(files[part] as Uint8Array);
    expect(xml('xl/worksheets/sheet1.xml')).toContain('<hyperlink ref="A4" location="&apos;明细&apos;!A5"/>');
    expect(Object.keys(files).filter((part) => xml(part).includes('TargetMode="External"'))).toEqual([]);
    await expect(workbookBytes({ title: '标题', sheets: [sheetOf([[link, 1]])] })).rejects.toThrow(RangeError);
  });
});

describe('print', () => {
  it('A4, one page wide, headings on each page, frozen below them', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => [`甲${index}`, index]);
    const model: SheetModel = sheetOf(rows, { landscape: true, footer: [['制表：', '审核：', '审批：']] });
    const sheet = (await readBack(await workbookBytes({ title: '标题', sheets: [model] }))).getWorksheet('表');
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
      printArea: 'A1:B84',
    });
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 3 });
    expect(sheet?.headerFooter.oddFooter).toBe('&L标题&C第 &P 页 共 &N 页');
    expect(sheet?.getCell(4, 2).numFmt).toBe('#,##0.00');
    expect(sheet?.getCell(1, 1)).toMatchObject({ font: { name: '黑体', size: 18 }, isMerged: true });
    expect(sheet?.getCell(4, 1)).toMatchObject({ font: { name: '宋体', size: 10 }, numFmt: '@' });
  });

  it('an ampersand in a title is no code of the page footer', async () => {
    const model = sheetOf([], { title: '甲&P乙' });
    const sheet = (await readBack(await workbookBytes({ title: '标题', sheets: [model] }))).getWorksheet('表');
    expect(sheet?.headerFooter.oddFooter).toBe('&L甲&&P乙&C第 &P 页 共 &N 页');
  });
});

it('is known as the program’s own output and names no clock', async () => {
  const bytes = await workbookBytes({ title: '标题', sheets: [sheetOf([['甲', 1]])] });
  expect((await openBook(bytes, '表.xlsx')).ownOutput).toBe(true);
  const workbook = await readBack(bytes);
  expect(workbook).toMatchObject({ creator: 'wangge', lastModifiedBy: 'wangge', keywords: 'wangge-output' });
  expect([workbook.created, workbook.modified].map((date) => date.getTime())).toEqual(
    Array(2).fill(Date.UTC(2000, 0, 1)),
  );
});
