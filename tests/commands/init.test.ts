// `wangge init` and `wangge template`: what an office begins with is read again as what it is, and sets nothing by itself.
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comment, Workbook, Worksheet } from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { TEMPLATES, templateName } from '../../src/views/start/templates/index.ts';
import { fill, headingsOf, opened, type Value } from '../templates/fill.ts';
import { EXPECTED, MONTH, PERIOD } from '../templates/month.mjs';
import { hashes, json, sampleCopy, temporaryFolder, wangge } from './office.ts';

const NAMES = TEMPLATES.map(templateName);
const TEMPLATE_PATHS = NAMES.map((name) => `模板/${name}.xlsx`);

function newOffice(): string {
  const folder = join(temporaryFolder(), '县', '剡湖街道');
  expect(wangge('.', ['init', folder]).status).toBe(0);
  return folder;
}

let office: string;
beforeAll(() => {
  office = newOffice();
});

const sheetIn = async (path: string, name?: string): Promise<[Workbook, Worksheet]> => {
  const workbook = await opened(path);
  return [workbook, (name === undefined ? workbook.worksheets[0] : workbook.getWorksheet(name)) as Worksheet];
};

/** The words of a drop-down; null where there is none. */
const wordsAt = (sheet: Worksheet, row: number, column: number): readonly string[] | null => {
  const found = sheet.getCell(row, column).dataValidation;
  return found?.type === 'list' ? (found.formulae[0] as string).slice(1, -1).split(',') : null;
};

/** A month folder with these templates filled in. */
async function filledMonth(folder: string, tables: Readonly<Record<string, readonly object[]>>): Promise<void> {
  mkdirSync(join(folder, PERIOD), { recursive: true });
  for (const [name, rows] of Object.entries(tables)) {
    const [workbook, sheet] = await sheetIn(join(folder, `模板/${name}.xlsx`));
    fill(sheet, rows as Readonly<Record<string, Value>>[]);
    await workbook.xlsx.writeFile(join(folder, PERIOD, `${name}.xlsx`));
  }
}

const noteText = (note: string | Comment): string =>
  typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');

interface CheckedTable {
  readonly file: string;
  readonly kind: string;
  readonly read: number;
  readonly used: number;
  readonly inError: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

interface Issue {
  readonly severity: string;
  readonly code: string;
  readonly file: string | null;
  readonly message: string;
}

describe('init', () => {
  test('makes the folder, the settings, every template and the guide, and says what is next', () => {
    const folder = join(temporaryFolder(), '县', '剡湖街道');
    const { status, out, err } = wangge('.', ['init', folder]);
    expect([status, err]).toEqual([0, '']);
    expect(Object.keys(hashes(folder)).sort()).toEqual(['模板/使用说明.xlsx', '设置.xlsx', ...TEMPLATE_PATHS].sort());
    expect(out).toContain('2021-07');
    expect(out).toContain('wangge check 2021-07 -C');
  });
  test('the same bytes every time', () => {
    expect(hashes(newOffice())).toEqual(hashes(office));
  });
  test('lists its files as JSON', () => {
    const folder = join(temporaryFolder(), '街道');
    expect(json(wangge('.', ['init', folder, '--json']))).toEqual({
      schema: 'init/1',
      period: '',
      outputs: ['设置.xlsx', '模板/使用说明.xlsx', ...TEMPLATE_PATHS],
      issues: [],
    });
  });
  test('a folder with other files is welcome', () => {
    const folder = sampleCopy();
    const before = hashes(folder);
    expect(wangge('.', ['init', folder]).status).toBe(0);
    expect(hashes(folder)).toMatchObject(before);
  });
  test.each(['设置.xlsx', '模板/巡查.xlsx'])('writes nothing where %s is', (path) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), '内勤填过的');
    const before = hashes(folder);
    const { status, err } = wangge('.', ['init', folder]);
    expect([status, err]).toEqual([4, expect.stringContaining('已经有了，不覆盖')]);
    expect(hashes(folder)).toEqual(before);
  });
  test('a file is no folder', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '街道'), '');
    expect(wangge(folder, ['init', '街道'])).toMatchObject({ status: 4, out: '' });
  });
  test('a scheme with a mistake leaves no folder behind', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '方案.yaml'), 'id: 1\n');
    expect(wangge(folder, ['init', '街道', '--scheme', join(folder, '方案.yaml')]).status).toBe(1);
    expect(existsSync(join(folder, '街道'))).toBe(false);
  });
  test('the parameters of another scheme', async () => {
    const folder = join(temporaryFolder(), '街道');
    const scheme = join(import.meta.dirname, '../../fixtures/schemes/points-town.yaml');
    expect(wangge('.', ['init', folder, '--scheme', scheme]).status).toBe(0);
    const titles = async (of: string) => {
      const [, sheet] = await sheetIn(join(of, '设置.xlsx'), '设置');
      return (sheet.getColumn(1).values as (string | undefined)[]).filter(Boolean);
    };
    expect(await titles(folder)).not.toEqual(await titles(office));
    expect(wangge(folder, ['check', PERIOD, '--json', '--scheme', scheme]).out).not.toContain('设置.xlsx');
  });
});

describe('settings as they come', () => {
  test('set nothing: the same pay, the same scheme, no word about them', () => {
    const [without, withThem] = [sampleCopy(), sampleCopy()];
    cpSync(office, withThem, { recursive: true });
    const pay = (folder: string) => json(wangge(folder, ['pay', '2021-07', '--json']));
    const { issues, ...paid } = pay(without);
    // The name of the office is taken from the folder's.
    const others = issues.filter(({ code }: Issue) => code !== 'officeNameUnset');
    expect(others.length).toBe(issues.length - 1);
    // A name is a row of 设置 that is used, so the scheme's hash covers it.
    const named = pay(withThem);
    expect(named).toEqual({ ...paid, issues: others, scheme: { ...paid.scheme, sha256: named.scheme.sha256 } });
    const [bare, set] = [without, withThem].map((folder) => json(wangge(folder, ['scheme', '2021-07', '--json'])));
    expect(set).toEqual({ ...bare, scheme: { ...bare.scheme, sha256: named.scheme.sha256 } });
  });
  test('their rows are left out with a reason, the guide is no input', () => {
    const folder = sampleCopy();
    cpSync(office, folder, { recursive: true });
    const { out } = wangge(folder, ['check', '2021-07', '--verbose']);
    expect(out).toMatch(/没有填写/);
    expect(out).toMatch(/示例行/);
    expect(out).not.toMatch(/模板/);
  });

  async function withSettings(change: (workbook: Workbook) => void): Promise<string> {
    const folder = sampleCopy();
    cpSync(office, folder, { recursive: true });
    const [workbook] = await sheetIn(join(folder, '设置.xlsx'));
    change(workbook);
    await workbook.xlsx.writeFile(join(folder, '设置.xlsx'));
    return folder;
  }
  const rowOf = (sheet: Worksheet, name: string): number => (sheet.getColumn(1).values as unknown[]).indexOf(name);

  test('what is filled in holds', async () => {
    const folder = await withSettings((workbook) => {
      const settings = workbook.getWorksheet('设置') as Worksheet;
      settings.getRow(rowOf(settings, '巡查补贴标准')).splice(2, 4, 900, '2021-07', '会议纪要3号', '李主任');
      settings.getCell(rowOf(settings, '单位名称'), 2).value = '剡湖街道办事处';
      const readings = workbook.getWorksheet('口径确认') as Worksheet;
      readings.getCell(rowOf(readings, 'K2'), 2).value = '乙';
      const targets = workbook.getWorksheet('量化指标') as Worksheet;
      fill(targets, [{ 指标名称: '走访', 指标: '重点人员走访', 周期: '每周', 标准: '3次', 起始月: '2021-07' }]);
      fill(workbook.getWorksheet('日历') as Worksheet, [{ 日期: '2021-07-23', 类型: '休息日', 依据: '通知' }]);
      fill(workbook.getWorksheet('列名') as Worksheet, [{ 表: '巡查', 列名: '走访时长', 含义: '在线时长（分钟）' }]);
    });
    const scheme = json(wangge(folder, ['scheme', '2021-07', '--json']));
    const value = (key: string) => scheme.parameters.find((one: { key: string }) => one.key === key).value;
    expect([value('patrol.amount'), value('patrol.runAcrossMonths')]).toEqual(['900', '是']);
  });
  test('a decision without a value is an error, as it was', async () => {
    const folder = await withSettings((workbook) => {
      const settings = workbook.getWorksheet('设置') as Worksheet;
      settings.getCell(rowOf(settings, '巡查补贴标准'), 3).value = '2021-07';
      const readings = workbook.getWorksheet('口径确认') as Worksheet;
      readings.getCell(rowOf(readings, 'K2'), 5).value = '李主任';
    });
    const { issues } = json(wangge(folder, ['check', '2021-07', '--json']));
    const errors = issues.filter(({ severity }: Issue) => severity === 'error');
    expect(errors.map(({ code, file, column }: Issue & { column: string }) => [code, file, column])).toEqual([
      ['cellEmpty', '设置.xlsx', 'B'],
      ['cellEmpty', '设置.xlsx', 'B'],
    ]);
  });
});

describe('templates filled in', () => {
  let checked: { readonly tables: readonly CheckedTable[]; readonly issues: readonly Issue[] };
  beforeAll(async () => {
    const folder = newOffice();
    await filledMonth(folder, MONTH);
    checked = json(wangge(folder, ['check', PERIOD, '--json']));
  }, 120_000);

  test('a row for every template', () => {
    expect(Object.keys(MONTH)).toEqual(NAMES);
  });
  test.each(TEMPLATES.map((one) => [templateName(one), one.kind]))('%s is read as what it is', (name, kind) => {
    const tables = checked.tables.filter(({ file }) => file === `${PERIOD}/${name}.xlsx`);
    const used = (MONTH[name] as readonly object[]).length;
    expect(tables).toMatchObject([{ kind, read: used + 1, used, leftOut: { 示例行: 1 }, inError: 0 }]);
  });
  test('nothing is wrong with the month', () => {
    expect(checked.issues.filter(({ code }) => !EXPECTED.includes(code))).toEqual([]);
  });

  test('every word of every drop-down is known', async () => {
    const folder = newOffice();
    const tables: Record<string, object[]> = {};
    for (const [name, [base]] of Object.entries(MONTH)) {
      const [, sheet] = await sheetIn(join(folder, `模板/${name}.xlsx`));
      const { row, columns } = headingsOf(sheet);
      tables[name] = [...columns].flatMap(([heading, column]) =>
        (wordsAt(sheet, row + 2, column) ?? []).map((word) => ({ ...base, [heading]: word })),
      );
    }
    expect(Object.values(tables).flat().length).toBeGreaterThan(40);
    await filledMonth(folder, tables);
    const { issues } = json(wangge(folder, ['check', PERIOD, '--json']));
    expect(issues.filter(({ code }: Issue) => code === 'wordUnknown')).toEqual([]);
  }, 60_000);
});

describe('templates as they come', () => {
  test('a table a month may lack is empty, without an error', async () => {
    const folder = newOffice();
    const optional = ['网格', '请假', '免考', '漏报', '专项', '评分', '测评', '增减项', '确无记录'];
    const required = Object.entries(MONTH).filter(([name]) => !optional.includes(name) || name === '网格');
    await filledMonth(folder, { ...Object.fromEntries(required), 请假: MONTH.请假 ?? [], 免考: MONTH.免考 ?? [] });
    for (const name of ['漏报', '专项', '评分', '测评', '增减项'])
      cpSync(join(folder, `模板/${name}.xlsx`), join(folder, PERIOD, `${name}.xlsx`));
    const { tables, issues } = json(wangge(folder, ['check', PERIOD, '--json']));
    expect(issues.filter(({ code }: Issue) => !EXPECTED.includes(code))).toEqual([]);
    expect(tables.find(({ kind }: CheckedTable) => kind === 'adjustments')).toMatchObject({ read: 1, used: 0 });
  }, 60_000);
  test('a table a month needs is an error until it is filled in, or its example is taken out', async () => {
    const folder = newOffice();
    const needed = ['花名册', '巡查', '信息', '派单', '例会'];
    mkdirSync(join(folder, PERIOD));
    for (const name of needed) cpSync(join(folder, `模板/${name}.xlsx`), join(folder, PERIOD, `${name}.xlsx`));
    const unfilled = () =>
      json(wangge(folder, ['check', PERIOD, '--json'])).issues.filter(({ code }: Issue) => code === 'templateUnfilled');
    expect(
      unfilled()
        .map(({ file }: Issue) => file)
        .sort(),
    ).toEqual(needed.map((name) => `${PERIOD}/${name}.xlsx`).sort());
    await filledMonth(folder, MONTH);
    const [workbook, sheet] = await sheetIn(join(folder, '模板/例会.xlsx'));
    sheet.getRow(headingsOf(sheet).row + 1).values = [];
    await workbook.xlsx.writeFile(join(folder, PERIOD, '例会.xlsx'));
    expect(unfilled()).toEqual([]);
  }, 60_000);
  test('headings have notes, cells below them formats and checks', async () => {
    for (const path of TEMPLATE_PATHS) {
      const [, sheet] = await sheetIn(join(office, path));
      const { row, columns } = headingsOf(sheet);
      expect([sheet.views[0]?.state, sheet.pageSetup.orientation, sheet.pageSetup.paperSize]).toEqual([
        'frozen',
        'landscape',
        9,
      ]);
      expect(sheet.getCell(row + 1, 1).value).toBe('示例');
      expect(sheet.getCell(row + 1, 1).font).toMatchObject({ italic: true });
      for (const [heading, column] of columns) {
        const { note, text } = sheet.getCell(row, column);
        const [needed, ...rest] = noteText(note).split('。');
        expect(needed, `${path} ${heading}`).toBe(text.endsWith('*') ? '必填' : '可不填');
        expect(rest.join(''), `${path} ${heading}`).not.toBe('');
        const format = sheet.getColumn(column).numFmt;
        if (/工号|身份证号|手机|银行账号|编号/.test(heading)) expect(format).toBe('@');
        if (/日期|时间/.test(heading)) {
          expect(format).toMatch(/^yyyy-mm-dd/);
          expect(sheet.getCell(row + 1500, column).dataValidation?.type).toBe('date');
        }
        if (/率$/.test(heading)) expect(sheet.getCell(row + 2, column).dataValidation?.formulae).toEqual([0, 1]);
      }
    }
  }, 60_000);
});

describe('template', () => {
  test.each(['巡查', '巡查表', 'patrol'])('%s writes the one that is missing', (name) => {
    const folder = temporaryFolder();
    expect(wangge(folder, ['template', name]).status).toBe(0);
    expect(readdirSync(join(folder, '模板'))).toEqual(['巡查.xlsx']);
    expect(hashes(folder)['模板/巡查.xlsx']).toBe(hashes(office)['模板/巡查.xlsx']);
  });
  test('never over one that is there', () => {
    const folder = temporaryFolder();
    wangge(folder, ['template', '巡查']);
    writeFileSync(join(folder, '模板/巡查.xlsx'), '内勤填过的');
    const before = hashes(folder);
    expect(wangge(folder, ['template', '巡查'])).toMatchObject({ status: 4, out: '' });
    expect(hashes(folder)).toEqual(before);
  });
  test('without a name it lists them', () => {
    const { status, out } = wangge(temporaryFolder(), ['template']);
    expect(status).toBe(0);
    for (const name of NAMES) expect(out).toContain(name);
  });
  test.each(['轨迹点', '设置', '没有的表'])('%s has none', (name) => {
    const { status, err } = wangge(temporaryFolder(), ['template', name]);
    expect([status, err]).toEqual([2, expect.stringContaining(NAMES.join('、'))]);
  });
  test('no such workspace', () => {
    expect(wangge(join(temporaryFolder(), '没有'), ['template', '巡查']).status).toBe(4);
  });
});
