// Forms: page breaks that cut nothing, a fixed scale, equal bytes, and paper where LibreOffice is there to print it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type FormBlock, type FormCell, type FormSheet, formCell, formRow } from '../../../src/views/workbook/form.ts';
import { number } from '../../../src/views/workbook/formula.ts';
import { payWorkbook } from '../../../src/views/workbook/pay.ts';
import { formLayoutOf } from '../../../src/writers/xlsx/form-layout.ts';
import { breaksOf, pageHeight, scaleFor } from '../../../src/writers/xlsx/pages.ts';
import { workbookBytes } from '../../../src/writers/xlsx/write.ts';
import { canPrint } from '../../printing.ts';
import { formNamed } from '../../views/workbook/cells.ts';
import { monthRecord } from '../../views/workbook/record.ts';
import { readBack, sheetOf } from './small.ts';

const strip = (text: string): FormBlock => [
  formRow(20, formCell('标题', 3, { look: 'title', align: 'center' })),
  formRow(18, formCell('甲', 1, { border: 'box' }), formCell(12.5, 1, { kind: 'money', align: 'right' })),
  formRow(18, formCell(text, 3, { border: 'cut' })),
];

const formOf = (blocks: readonly FormBlock[], change: Partial<FormSheet> = {}): FormSheet => ({
  name: '条',
  footerTitle: '标题',
  landscape: false,
  widths: [
    [6, 10],
    [4, 4],
    [20, 20],
  ],
  pages: 'packed',
  blocks,
  ...change,
});

const partOf = (bytes: Uint8Array, part: string): string => strFromU8(unzipSync(bytes)[part] as Uint8Array);

describe('pages', () => {
  it('are filled with whole blocks', () => {
    expect(breaksOf([[30, 30], [40], [50, 50], [99], [1]], 100, 'packed')).toEqual([3, 5]);
  });

  it('hold a block each where asked for', () => {
    expect(breaksOf([[30, 30], [40], [50, 51]], 1000, 'oneEach')).toEqual([2, 3]);
  });

  it('end between rows where a block is higher than one', () => {
    expect(breaksOf([[10], [60, 60, 60], [30]], 100, 'packed')).toEqual([1, 2, 3]);
    expect(breaksOf([[60, 60, 60], [30]], 100, 'oneEach')).toEqual([1, 2, 3]);
  });

  it('never cut a strip, and never end before the next one is too high for the rest', () => {
    const form = formOf(Array.from({ length: 90 }, (_, at) => strip('说明'.repeat(1 + ((at * 37) % 60)))));
    const { breaks, heights, firstRows, scale } = formLayoutOf(form);
    const height = pageHeight(scale, false);
    const sums = heights.map((rows) => rows.reduce((sum, one) => sum + one, 0));
    const starts = [0, ...breaks.map((row) => firstRows.indexOf(row + 1))];
    expect(starts).not.toContain(-1);
    const pages = starts.map((start, at) => sums.slice(start, starts[at + 1]));
    const used = pages.map((page) => page.reduce((sum, one) => sum + one, 0));
    expect(used.filter((sum) => sum > height)).toEqual([]);
    expect(used.slice(0, -1).filter((sum, at) => sum + (pages[at + 1]?.[0] as number) <= height)).toEqual([]);
    expect(breaks.length).toBeGreaterThan(3);
  });
});

describe('scale', () => {
  it.each([
    [40, false, 100],
    [100, false, 82],
    [100, true, 100],
    [10_000, false, 10],
  ])('of %i characters, landscape %s: %i%%', (characters, landscape, scale) => {
    expect(scaleFor(characters, landscape)).toBe(scale);
  });

  it('comes from the widths, which numbers widen and text does not', () => {
    const long = formRow(18, formCell('长'.repeat(40), 1), formCell(1_234_567_890.5, 1, { kind: 'money' }));
    expect(formLayoutOf(formOf([[long]])).widths).toEqual([12, '1,234,567,890.50'.length + 2, 22]);
  });
});

describe('rows', () => {
  it('are as high as their text over the columns it covers', () => {
    const wide = (text: string, span: number) => formLayoutOf(formOf([[formRow(10, formCell(text, span))]])).heights;
    expect(wide('字'.repeat(17), 3)).toEqual([[19]]);
    expect(wide('字'.repeat(18), 3)).toEqual([[33]]);
    expect(wide('字'.repeat(18), 1)).toEqual([[62]]);
    expect(formLayoutOf(formOf([[formRow(8, formCell(null, 3))]])).heights).toEqual([[8]]);
  });
});

describe('written', () => {
  it('fixed scale, breaks of its own, page numbers, looks, merged cells', async () => {
    const form = formOf([strip('一'), strip('二'), strip('三')], { pages: 'oneEach' });
    const bytes = await workbookBytes({ title: '标题', sheets: [form] });
    const sheet = (await readBack(bytes)).getWorksheet('条');
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'portrait', scale: 100, printArea: 'A1:C9' });
    expect(sheet?.pageSetup.fitToPage).toBeFalsy();
    expect(sheet?.headerFooter.oddFooter).toBe('&L标题&C第 &P 页 共 &N 页');
    expect(sheet?.getCell(1, 3).isMerged).toBe(true);
    expect(sheet?.getCell(1, 1).font).toMatchObject({ name: '黑体', size: 18 });
    expect(sheet?.getCell(2, 2)).toMatchObject({ value: 12.5, numFmt: '#,##0.00' });
    expect(sheet?.getCell(3, 3).border?.bottom?.style).toBe('dashed');
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).not.toContain('fitToPage="1"');
    expect([...xml.matchAll(/<brk id="(\d+)" max="16383" man="1"\/>/g)].map(([, row]) => row)).toEqual(['3', '6']);
  });

  it('links lead to blocks, formulas are live, a link to nowhere throws', async () => {
    const link = (row: number) => ({
      title: '标题',
      sheets: [sheetOf([[{ value: '甲', link: { sheet: '条', row } }, 1]]), live],
    });
    const live = formOf([strip('一'), [formRow(18, formCell(3, 1, { kind: 'number', formula: number(3) }))]]);
    const bytes = await workbookBytes(link(1));
    const workbook = await readBack(bytes);
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<hyperlink ref="A4" location="&apos;条&apos;!A4"/>');
    expect(workbook.getWorksheet('条')?.getCell(4, 1)).toMatchObject({ formula: '3', result: 3 });
    expect(partOf(bytes, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    await expect(workbookBytes(link(2))).rejects.toThrow(RangeError);
  });

  it('columns are measured by the font of the text, not by that of a theme', async () => {
    const styles = partOf(await workbookBytes({ title: '标题', sheets: [formOf([strip('一')])] }), 'xl/styles.xml');
    expect(styles).toMatch(/<fonts[^>]*><font><sz val="10"\/><name val="宋体"\/><\/font>/);
    expect(styles).not.toContain('scheme');
  });

  it('equal forms give equal bytes', async () => {
    const model = () => ({ title: '标题', sheets: [formOf([strip('一'), strip('二')], { pages: 'oneEach' })] });
    expect(Buffer.from(await workbookBytes(model())).equals(Buffer.from(await workbookBytes(model())))).toBe(true);
  });
});

it.skipIf(!canPrint)(`on paper${canPrint ? '' : ' (skipped: soffice or pdfinfo is not installed)'}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-form-'));
  try {
    const slips = formNamed(payWorkbook(monthRecord(45), { preparedBy: null, preparedOn: null }), '工资条');
    const withoutFormula = ({ formula: _, ...cell }: FormCell): FormCell => cell;
    const blocks = slips.blocks.map((rows) => rows.map((row) => ({ ...row, cells: row.cells.map(withoutFormula) })));
    const form: FormSheet = { ...slips, blocks };
    writeFileSync(join(folder, '条.xlsx'), await workbookBytes({ title: '工资条', sheets: [form] }));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const asked = ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, '条.xlsx')];
    execFileSync('soffice', [profile, ...asked]);
    const text = execFileSync('pdftotext', ['-layout', join(folder, '条.pdf'), '-'], { encoding: 'utf8' });
    const pages = text.split('\f').filter((page) => page.trim() !== '');
    const { breaks } = formLayoutOf(form);
    expect(pages).toHaveLength(breaks.length + 1);
    const count = (page: string, what: RegExp) => [...page.matchAll(what)].length;
    expect(pages.filter((page) => count(page, /工号\s+姓名/g) !== count(page, /说明/g))).toEqual([]);
    expect(pages.reduce((sum, page) => sum + count(page, /工号\s+姓名/g), 0)).toBe(form.blocks.length);
    expect(text).not.toContain('###');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
