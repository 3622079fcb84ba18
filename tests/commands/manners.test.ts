// How the program speaks at a terminal: what was meant, what fits on a screen, and how it ends when told to.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { addJuly } from '../archive/office.ts';
import { hashes, json, type Run, temporaryFolder, wangge, wanggeAll } from './office.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'bin/wangge.js');
const OFFICE = join(ROOT, 'fixtures/problems/office');

function office(): string {
  const folder = temporaryFolder();
  cpSync(OFFICE, folder, { recursive: true });
  addJuly(folder);
  return folder;
}

describe('what was meant', () => {
  const folder = office();
  test.each([
    [['chekc', '2021-07'], '没有“chekc”这个命令，是不是 check？'],
    [['ckose', '2021-07'], '没有“ckose”这个命令，是不是 close？'],
    [['发工资'], '没有“发工资”这个命令。用 wangge --help'],
    [['pay', '2021-07', '--bnak'], '没有“--bnak”这个选项，是不是 --bank？'],
    [['pay', '2021-7'], '“2021-7”是不是 2021-07？'],
    [['pay', '202107'], '“202107”是不是 2021-07？'],
    [['pay', '2021/7'], '“2021/7”是不是 2021-07？'],
    [['pay', '２０２１年７月'], '是不是 2021-07？'],
    [['pay', '7月'], '“7月”没有写年份，请写成 2021-07 这样的四位年和两位月，是不是 2021-07？'],
    [['pay', '七月'], '是不是 2021-07？'],
    [['pay', '十二月'], '“十二月”没有写年份，请写成 2021-07 这样的四位年和两位月。'],
    [['pay', '2021-13'], '“2021-13”不是月份'],
    [['pay', '七'], '是不是 2021-07？'],
    [['explain', '2021-06', 'W01'], '没有“W01”，是不是 W001？'],
    [['explain', '2021-06', '王方'], '没有“王方”，是不是 王芳？'],
    [['explain', '2021-06', '赵云'], '没有“赵云”，请写工号或姓名'],
  ])('%j', (args, told) => {
    const before = hashes(folder);
    const run = wangge(folder, args);
    expect([run.status, run.out]).toEqual([2, '']);
    expect(run.err).toContain(told);
    expect(hashes(folder)).toEqual(before);
  });
});

describe('status', () => {
  const stateIn = (folder: string) => json(wangge(folder, ['status', '--json']));
  test('from the first file to the next month, a step at a time', () => {
    const folder = temporaryFolder();
    expect(stateIn(folder)).toMatchObject({ months: [], next: { command: null } });
    cpSync(OFFICE, folder, { recursive: true });
    rmSync(join(folder, '2021-06/例会.csv'));
    expect(stateIn(folder)).toMatchObject({
      months: [{ period: '2021-06', missing: ['meetings'], problems: null, outputs: [] }],
      next: { command: 'check 2021-06' },
    });
    cpSync(OFFICE, folder, { recursive: true });
    const checked = hashes(folder);
    expect(stateIn(folder)).toMatchObject({ months: [{ missing: [] }], next: { command: 'check 2021-06' } });
    expect(hashes(folder)).toEqual(checked);
    wangge(folder, ['warn', '2021-06']);
    expect(stateIn(folder).next.command).toBe('pay 2021-06');
    wangge(folder, ['pay', '2021-06']);
    expect(stateIn(folder)).toMatchObject({
      months: [
        {
          problems: { warning: 0, notice: 0 },
          outputs: ['公示', '工资发放表', '警告名单'].map((name) => ({
            path: `2021-06/输出/2021-06-${name}.xlsx`,
            state: 'current',
          })),
        },
      ],
      next: { command: 'close 2021-06 --by 姓名 --date 日期' },
    });
    const reports = join(folder, '2021-06/信息.csv');
    const text = readFileSync(reports, 'utf8');
    writeFileSync(reports, `${text}\n`);
    writeFileSync(join(folder, '2021-06/输出/2021-06-公示.xlsx'), '改过');
    expect(stateIn(folder)).toMatchObject({
      months: [
        {
          changed: ['2021-06/信息.csv'],
          stale: ['inputs'],
          outputs: [{ state: 'edited' }, { state: 'outdated' }, { state: 'outdated' }],
        },
      ],
      next: { command: 'check 2021-06' },
    });
    writeFileSync(reports, text);
    wangge(folder, ['close', '2021-06', '--by', '李强', '--date', '2021-07-01']);
    expect(stateIn(folder)).toMatchObject({
      months: [{ closed: true, stale: [], outputs: Array(4).fill({ state: 'current' }) }],
      next: { command: null, why: '新建文件夹 2021-07，把这个月导出的表放进去' },
    });
    addJuly(folder);
    wangge(folder, ['pay', '2021-07']);
    expect(stateIn(folder).months.map(({ closed }: { closed: boolean }) => closed)).toEqual([true, false]);
  });

  test('names that do not tell are looked behind; a table that is missing is never told by names', () => {
    const folder = temporaryFolder();
    cpSync(OFFICE, folder, { recursive: true });
    const month = join(folder, '2021-06');
    for (const [index, name] of readdirSync(month).entries())
      renameSync(join(month, name), join(month, `导出${index}.csv`));
    renameSync(join(folder, '花名册.csv'), join(folder, '人员.csv'));
    expect(stateIn(folder).months).toMatchObject([{ missing: [], unknown: [] }]);
    writeFileSync(join(month, '通知.csv'), '各网格员：请按时上报\n');
    rmSync(join(folder, '人员.csv'));
    expect(stateIn(folder).months).toMatchObject([{ missing: ['roster'], unknown: ['2021-06/通知.csv'] }]);
  });

  test('a month decided again makes the next one outdated', () => {
    const folder = office();
    wangge(folder, ['pay', '2021-06']);
    wangge(folder, ['pay', '2021-07']);
    const path = join(folder, '2021-06/增减项.csv');
    writeFileSync(path, '工号,姓名,项目,金额,原因,批准人\nW001,王芳,慰问,1,高温慰问,李强\n');
    wangge(folder, ['pay', '2021-06']);
    expect(stateIn(folder).months[1].stale).toContain('monthBefore');
  });

  test('is what a bare wangge says in a workspace; elsewhere it is the help', () => {
    const folder = office();
    const bare = (cwd: string) => spawnSync(process.execPath, [PROGRAM], { cwd, encoding: 'utf8' }).stdout;
    expect(bare(folder)).toContain('下一步');
    expect(bare(temporaryFolder())).toContain('用法');
  });
});

describe('one screen', () => {
  const folder = office();
  const patrols = join(folder, '2021-06/巡查.csv');
  writeFileSync(patrols, readFileSync(patrols, 'utf8').replaceAll('98%,5,3.6,1,', '九成,五个钟,三站路,两家,'));
  const reports = join(folder, '2021-06/信息.csv');
  writeFileSync(
    reports,
    readFileSync(reports, 'utf8').replaceAll(',有效,', ',好,').replaceAll('2021-06-0', '2021-06-4'),
  );
  for (const name of ['例会', '派单']) rmSync(join(folder, `2021-06/${name}.csv`));
  const [shown, all] = wanggeAll([
    { folder, args: ['check', '2021-06'] },
    { folder, args: ['check', '2021-06', '--verbose'] },
  ]) as [Run, Run];

  test('equal problems are counted, the rest is named', () => {
    expect(shown.status).toBe(1);
    expect(shown.out).toContain('21 处，例如 2021-06/巡查.csv › D2');
    expect(shown.out.slice(0, shown.out.indexOf('还有')).split('\n').length).toBeLessThanOrEqual(24);
    expect(shown.out.split('\n').length).toBeLessThanOrEqual(40);
    expect(shown.out).toMatch(/还有 \d+ 类 \d+ 处/);
  });
  test('what blocks all others comes first', () => {
    const first = shown.out.indexOf('文件夹中没有“例会”表');
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(shown.out.indexOf('处，例如'));
  });
  test('--verbose says each', () => {
    expect(all.out).not.toContain('例如');
    expect(all.out.match(/^错误 2021-06\/巡查\.csv › D/gm)).toHaveLength(21);
  });
  test('pay ends with sums beside last month’s', () => {
    const paid = office();
    const [, july] = wanggeAll([
      { folder: paid, args: ['pay', '2021-06'] },
      { folder: paid, args: ['pay', '2021-07'] },
    ]);
    expect(july?.out).toMatch(/│ 应发合计 +│ 1010\.00 │ 1310\.00 │ -300\.00 │/);
    expect(july?.out.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
  });
});

test('a shell completes commands, options and months', () => {
  const folder = office();
  const script = `source <("${process.execPath}" "${PROGRAM}" completion bash)
    ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _wangge; echo "\${COMPREPLY[@]}"; }
    ask wangge pa; ask wangge pay --ba; ask wangge pay 2021-; ask wangge expl`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  expect([stderr, stdout.split('\n')]).toEqual([
    '',
    ['pay', '--bank', expect.stringContaining('2021-06 2021-07'), 'explain', ''],
  ]);
});

test.each([50, 250, 400, 550, 700, 900])(
  'Ctrl-C after %i ms leaves the old files or the new ones, and no others',
  async (wait) => {
    const folder = office();
    const before = hashes(folder);
    const child = spawn(process.execPath, [PROGRAM, 'pay', '2021-06', '-C', folder], { stdio: 'ignore' });
    setTimeout(() => child.kill('SIGINT'), wait);
    const code = await new Promise((ended) => child.once('exit', (exit, signal) => ended(exit ?? signal)));
    const after = hashes(folder);
    const isOld = JSON.stringify(after) === JSON.stringify(before);
    const outputs = existsSync(join(folder, '2021-06/输出')) ? readdirSync(join(folder, '2021-06/输出')).sort() : [];
    expect(isOld ? [] : ['2021-06-公示.xlsx', '2021-06-工资发放表.xlsx', 'results.json', 'summary.json']).toEqual(
      outputs,
    );
    expect(existsSync(join(folder, '.wangge'))).toBe(false);
    expect([0, 130, 'SIGINT']).toContain(code);
  },
);
