// A folder dragged onto the launcher: checked, and paid when the answer on standard input says so.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashes, type Run, temporaryFolder, wangge } from './office.ts';

const ROOT = join(import.meta.dirname, '../..');
const QUESTION = '现在核算 2021-06 并生成工资发放表吗？输入 y 或 是 继续，其他键结束：';

/** The small office of the gallery, under a name that shells and Windows take apart. */
function office(name = '剡湖 街道&100%(旧)!'): string {
  const folder = join(temporaryFolder(), name);
  cpSync(join(ROOT, 'fixtures/problems/office'), folder, { recursive: true });
  return folder;
}

function drop(args: readonly string[], input = '', cwd = ROOT): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/wangge.js'), 'drop', ...args], {
    cwd,
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

const PAID = '2021-06/输出/2021-06-工资发放表.xlsx';

test('yes pays as the pay command does', () => {
  const [dropped, typed] = [office(), office('街道')];
  const run = drop([join(dropped, '2021-06')], 'y\n');
  expect(run.status).toBe(0);
  // Nothing is wrong, but the name of the office is nowhere.
  expect(run.err).toMatch(/^提示\n {2}没有设置单位名称.*\n.*\n$/);
  expect(run.out).toContain('2021-06 检查完毕：错误 0');
  expect(run.out).toContain(QUESTION);
  expect(run.out).toContain(`已生成 ${PAID}`);
  expect(wangge(typed, ['pay', '2021-06']).status).toBe(0);
  expect(hashes(dropped)).toEqual(hashes(typed));
});

test.each([
  ['quotes around', (path: string) => `"${path}"`, '是\n'],
  ['a backslash and a quote at the end, in full width', (path: string) => `${path}\\"`, 'Ｙ\r\n'],
  ['slashes at the end, no end of line', (path: string) => `${path}//`, ' yes'],
])('%s', (_, written, answer) => {
  const folder = office();
  expect(drop([written(join(folder, '2021-06'))], answer).status).toBe(0);
  expect(existsSync(join(folder, PAID))).toBe(true);
});

test.each([
  ['n\n', 0],
  ['\n', 0],
  ['', 0],
])('%j writes nothing', (answer, status) => {
  const folder = office();
  const before = hashes(folder);
  const run = drop(['.'], answer, join(folder, '2021-06'));
  expect(run).toMatchObject({ status, err: '' });
  expect(run.out).toContain(QUESTION);
  expect(run.out).toMatch(/\n?未核算，没有生成文件。\n$/);
  expect(hashes(folder)).toEqual(before);
});

test('errors: no question, and how to go on', () => {
  const folder = office();
  writeFileSync(join(folder, '2021-06/例会.csv'), '日期,工号,签到\n2021-06-31,W001,出席\n');
  const before = hashes(folder);
  const run = drop([join(folder, '2021-06')], 'y\n');
  expect(run.status).toBe(1);
  expect(run.out).not.toContain(QUESTION);
  expect(run.out).toMatch(/请改正错误后再检查一次，有的检查要在没有错误以后进行。\n$/);
  expect(run.err).toMatch(/^请按上面.*再把 2021-06 文件夹拖到启动图标上。\n$/);
  expect(hashes(folder)).toEqual(before);
});

describe('refused, with what to do', () => {
  const folder = office('街道');
  mkdirSync(join(folder, '2021-07'));
  mkdirSync(join(folder, '2021-06/输出'));
  test.each([
    ['nothing dragged', [], '请把一个月的文件夹（名称如 2021-07）拖到启动图标上。'],
    ['a workspace', [folder], `“${folder}”是工作目录，请把其中一个月的文件夹拖到启动图标上：2021-06、2021-07。`],
    ['another folder', [join(folder, '2021-06/输出')], `“${join(folder, '2021-06/输出')}”不是月份文件夹，`],
    ['a file', [join(folder, '花名册.csv')], `“${join(folder, '花名册.csv')}”不是文件夹，`],
    ['nothing there', [join(folder, '2021-08')], `找不到“${join(folder, '2021-08')}”，`],
    ['two months', [join(folder, '2021-06'), join(folder, '2021-07')], '一次只能核算一个月，'],
    ['--json', [join(folder, '2021-06'), '--json'], 'drop 要在终端上问答，不能加 --json'],
  ])('%s', (_, args, message) => {
    const run = drop(args, 'y\n');
    expect(run).toMatchObject({ status: 2, out: '' });
    expect(run.err.startsWith(message)).toBe(true);
  });
});
