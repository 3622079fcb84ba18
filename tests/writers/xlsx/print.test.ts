// 发放表 on paper, where LibreOffice is there to print it: A4, headings on each page, every name, no ###.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { payWorkbook } from '../../../src/views/workbook/pay.ts';
import { workbookBytes } from '../../../src/writers/xlsx/write.ts';
import { tablesOf } from '../../views/workbook/cells.ts';
import { monthRecord } from '../../views/workbook/record.ts';

const runs = (program: string, ...parameters: readonly string[]): boolean => {
  try {
    execFileSync(program, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const canPrint = runs('soffice', '--version') && runs('pdfinfo', '-v');

const title = canPrint ? '%i people' : '%i people (skipped: soffice or pdfinfo is not installed)';

it.skipIf(!canPrint).each([5, 45, 300])(title, async (people) => {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-print-'));
  try {
    const record = monthRecord(people);
    const model = payWorkbook(record, { preparedBy: null, preparedOn: null });
    const sheets = tablesOf(model)
      .slice(0, 1)
      .map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((cells) => cells.map((cell) => (typeof cell === 'object' ? (cell?.value ?? null) : cell))),
      }));
    writeFileSync(join(folder, '表.xlsx'), await workbookBytes({ title: model.title, sheets }));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, '表.xlsx'),
    ]);
    const pdf = join(folder, '表.pdf');
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    const pages = text.split('\f').filter((page) => page.trim() !== '');
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Page size: .*\(A4\)/);
    expect(pages.filter((page) => !/工号\s+姓名/.test(page))).toEqual([]);
    expect(
      pages.filter((page, index) => !page.replace(/ /g, '').includes(`第${index + 1}页共${pages.length}页`)),
    ).toEqual([]);
    expect(text).not.toContain('###');
    const paid = record.subjects.filter(({ role }) => role === 'fullTime');
    expect(paid.filter(({ id, name }) => !text.includes(id) || !text.includes(name)).map(({ id }) => id)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
