// 使用说明 on paper: one page of A4, and never read as input.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guideWorkbook } from '../../../src/views/start/guide.ts';
import { TEMPLATES, templateName } from '../../../src/views/start/templates/index.ts';
import { isForm } from '../../../src/views/workbook/form.ts';
import { formLayoutOf } from '../../../src/writers/xlsx/form-layout.ts';
import { workbookBytes } from '../../../src/writers/xlsx/write.ts';
import { canPrint } from '../../printing.ts';

const [sheet] = guideWorkbook.sheets;

test('names every template', () => {
  const text = JSON.stringify(sheet);
  for (const name of TEMPLATES.map(templateName)) expect(text).toContain(name);
});

test('fits a page', () => {
  if (!sheet || !isForm(sheet)) throw new Error('no form');
  expect(formLayoutOf(sheet).breaks).toEqual([]);
});

test.skipIf(!canPrint)(
  'prints on one page',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wangge-'));
    try {
      writeFileSync(join(folder, 'guide.xlsx'), await workbookBytes(guideWorkbook));
      execFileSync('soffice', [
        ...['--headless', `-env:UserInstallation=file://${folder}/profile`],
        ...['--convert-to', 'pdf', '--outdir', folder, join(folder, 'guide.xlsx')],
      ]);
      expect(execFileSync('pdfinfo', [join(folder, 'guide.pdf')], { encoding: 'utf8' })).toMatch(/^Pages: +1$/m);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
