// The workbooks on paper, where LibreOffice is there to print them: A4, headings on each page, page x of y, every name, amount
// and heading in whole, no ###.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { MonthRecord } from '../../../src/model/record.ts';
import { isForm } from '../../../src/views/workbook/form.ts';
import type { WorkbookModel } from '../../../src/views/workbook/model.ts';
import { noticeWorkbook } from '../../../src/views/workbook/notice.ts';
import { payWorkbook } from '../../../src/views/workbook/pay.ts';
import { workbookBytes } from '../../../src/writers/xlsx/write.ts';
import { canPrint } from '../../printing.ts';
import { monthRecord } from '../../views/workbook/record.ts';

const title = canPrint ? '%i people' : '%i people (skipped: soffice or pdfinfo is not installed)';
const NOBODY = { preparedBy: null, preparedOn: null };

interface Printed {
  readonly pages: readonly string[];
  readonly info: string;
}

/** The text of each page of each workbook, and the size of paper; all in one run of LibreOffice. */
function printed(folder: string, workbooks: readonly Uint8Array[]): readonly Printed[] {
  const paths = workbooks.map((bytes, index) => {
    const path = join(folder, `${index}.xlsx`);
    writeFileSync(path, bytes);
    return path;
  });
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const convert = ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths];
  execFileSync('soffice', [profile, ...convert], { stdio: 'ignore' });
  return paths.map((path) => {
    const pdf = path.replace(/xlsx$/, 'pdf');
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    return {
      pages: text.split('\f').filter((page) => page.trim() !== ''),
      info: execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }),
    };
  });
}

const withoutSpaces = (text: string): string => text.replace(/\s/g, '');
/** 1,234.50 as the sheets show it. */
const shown = (fen: number): string => (fen / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');

/** The title as the foot of each page has it. */
const footOf = (sheet: WorkbookModel['sheets'][number]): string =>
  withoutSpaces(isForm(sheet) ? sheet.footerTitle : sheet.title);

/** A few days and reports of each: the sheets of detail grow with people alone. */
const shortened = (record: MonthRecord): MonthRecord => ({
  ...record,
  subjects: record.subjects.map((subject) => ({
    ...subject,
    evidence: {
      ...subject.evidence,
      days: subject.evidence.days.slice(0, 1),
      reports: subject.evidence.reports.slice(0, 1),
      tasks: subject.evidence.tasks.slice(0, 1),
    },
  })),
});

it.skipIf(!canPrint).each([5, 45, 300])(
  title,
  async (people) => {
    const folder = mkdtempSync(join(tmpdir(), 'wangge-print-'));
    try {
      const record = people > 45 ? shortened(monthRecord(people)) : monthRecord(people);
      const model = payWorkbook(record, NOBODY);
      const workbooks = [model, noticeWorkbook(record, { postedOn: null, objections: null })];
      const [pay, notice] = printed(folder, await Promise.all(workbooks.map(workbookBytes)));
      const { pages, info } = pay as Printed;
      expect(info).toMatch(/Page size: .*\(A4\)/);
      const numbered = pages.map(withoutSpaces);
      expect(numbered.filter((page, index) => !page.includes(`第${index + 1}页共${pages.length}页`))).toEqual([]);
      expect(pages.filter((page) => /###|Err:|#REF|#NAME|#VALUE/.test(page))).toEqual([]);
      for (const sheet of model.sheets) {
        const own = numbered.filter((page) => page.includes(`${footOf(sheet)}第`));
        expect(own.length, sheet.name).toBeGreaterThan(0);
        if (isForm(sheet)) continue;
        const heading = withoutSpaces(sheet.columns[1]?.heading ?? '');
        expect(
          own.filter((page) => !page.includes(heading)),
          sheet.name,
        ).toEqual([]);
      }
      const paid = record.subjects.filter(({ role }) => role === 'fullTime');
      const isOn = (name: string) => {
        const foot = model.sheets.filter((one) => one.name === name).map(footOf);
        return pages.filter((page) => withoutSpaces(page).includes(`${foot}第`)).join('\n');
      };
      for (const name of ['发放表', '工资条']) {
        const text = isOn(name);
        const lacking = paid.filter(
          ({ id, name: person, total }) => ![id, person, shown(total)].every((one) => text.includes(one)),
        );
        expect(
          lacking.map(({ id }) => id),
          name,
        ).toEqual([]);
      }
      const text = notice?.pages.join('\n') ?? '';
      expect(paid.filter(({ name, total }) => !text.includes(name) || !text.includes(shown(total)))).toEqual([]);
      expect(paid.filter(({ id }) => text.includes(id))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  120_000,
);
