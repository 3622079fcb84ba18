// `explain` through the real binary: whole trees of people of the sample office (fixtures/sample-office/EDGES.md), the sheet
// for the worker, an office's own settings, and what is refused.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashes, json, type Run, sampleCopy, wangge, wanggeAll } from './office.ts';
import { mistakesIn } from './published.ts';

const GOLDEN = join(import.meta.dirname, '../../fixtures/golden/explain');
const folder = sampleCopy();
const told = (...args: readonly string[]) => wangge(folder, ['explain', ...args, '--quiet']);

// Months that are paid have records, so that an explanation need not decide the ones before its own again.
beforeAll(() => {
  for (const month of ['2021-07', '2021-08', '2021-09'])
    expect(wangge(folder, ['pay', month, '--quiet']).status).toBe(0);
});

describe('trees', () => {
  const TREES: Readonly<Record<string, readonly string[]>> = {
    '2021-07-W002': ['2021-07', 'W002'],
    '2021-07-W014-信息补贴': ['2021-07', 'W014', '--item', '信息补贴'],
    '2021-07-W022-信息补贴': ['2021-07', 'W022', '--item', '信息补贴'],
    '2021-07-W023-巡查补贴': ['2021-07', 'W023', '--item', '巡查补贴'],
    '2021-08-W025-任务奖励': ['2021-08', '林金梅', '--item', 'taskReward'],
    '2021-08-W033': ['2021-08', 'W033'],
    '2021-09-G041': ['2021-09', '--grid', 'G041'],
    '2021-09-L007': ['2021-09', 'L007'],
    '2021-09-W005-工作要求': ['2021-09', 'W005', '--item', '工作要求'],
    '2021-09-W006-黄红牌': ['2021-09', 'W006', '--item', '黄红牌'],
    '2021-09-W018-考核评分': ['2021-09', 'W018', '--item', '考核评分'],
    '2021-Q3-W006': ['2021-Q3', 'W006'],
    '2021-Q3-W039': ['2021-Q3', 'W039'],
    '2021-Q3-W044': ['2021-09', 'W044', '--quarter'],
  };
  let runs: ReadonlyMap<string, Run>;
  beforeAll(() => {
    const asked = Object.values(TREES).map((args) => ({ folder, args: ['explain', ...args, '--quiet'] }));
    const answers = wanggeAll(asked);
    runs = new Map(Object.keys(TREES).map((name, index) => [name, answers[index] as Run]));
  });
  test.each(Object.keys(TREES))('%s', (name) => {
    const { status, out, err } = runs.get(name) as Run;
    expect([status, err]).toEqual([0, '']);
    expect(out).toBe(readFileSync(join(GOLDEN, `${name}.txt`), 'utf8'));
    for (const line of out.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
  });
  test('no golden is left without its test', () => {
    expect(readdirSync(GOLDEN).sort()).toEqual(
      Object.keys(TREES)
        .map((name) => `${name}.txt`)
        .sort(),
    );
  });
});

describe('--json', () => {
  const documentOf = (...args: readonly string[]) => {
    const document = json(told(...args, '--json'));
    expect(mistakesIn(document)).toEqual([]);
    return document;
  };
  test('a month: what was missing, the days, the cells with their values', () => {
    const document = documentOf('2021-07', 'W014', '--item', '信息补贴');
    expect([document.schema, document.period, document.id, document.notes]).toEqual([
      'explain/1',
      '2021-07',
      'W014',
      [],
    ]);
    const [full, short] = document.items[0].lines;
    expect([full.missing, short.missing]).toEqual([null, { quantity: 1, unit: '条' }]);
    expect(short.sources[0]).toMatchObject({ type: 'rows', sheet: null, column: 'G' });
    expect(new Set(short.sources[0].values)).toEqual(new Set(['有效']));
  });
  test('a grid: its team, its score, the cells', () => {
    const document = documentOf('2021-09', '--grid', '里仁坂村第二网格', '--item', 'gridTeam');
    expect([document.schema, document.grid, document.name]).toEqual(['explain/1', 'G041', '里仁坂村第二网格']);
    const [{ item, score, findings }] = document.assessments;
    expect([document.assessments.length, item, score]).toEqual([1, 'gridTeam', null]);
    const party = findings.find(({ key }: { key: string }) => key === 'partyMember');
    expect(party).toMatchObject({ value: 0, required: { value: 1, bound: 'atLeast' }, met: false });
    expect([party.days.length, party.sources[0].searched]).toEqual([
      30,
      [{ file: '花名册.xlsx', sheet: '花名册', rows: 171 }],
    ]);
  });
  test('a requirement: what was reached, what is due, the days that fall short', () => {
    const { assessments } = documentOf('2021-09', 'W005', '--item', 'dutyChecklist');
    const time = assessments[0].findings.find(({ key }: { key: string }) => key === 'onlineTime');
    expect(time).toMatchObject({ clause: '三（四）要求2', value: 20, required: { value: 22 }, met: false });
    expect(time.sources[0]).toMatchObject({ column: 'E', values: ['3小时27分', '3小时59分'] });
  });
  test('a quarter: rank, the formula, what decided', () => {
    const { period, ranking } = documentOf('2021-08', 'W039', '--quarter');
    expect([period, ranking.rank, ranking.composite, ranking.formula]).toEqual([
      '2021-Q3',
      7,
      99.65,
      '(20 × 100.00 + 20 × 100.00 + 20 × 98.53 + 15 × 100.00 + 10 × 100.00) ÷ 85',
    ]);
    expect(ranking.dimensions[2]).toMatchObject({
      key: 'information',
      score: 98.53,
      formula: '50 × 取小(1，66 ÷ 60) + 50 × 66 ÷ 68',
    });
    expect(ranking.dimensions[4]).toMatchObject({ key: 'patrolQuality', score: null, contribution: null });
    expect(ranking.above.map(({ id }: { id: string }) => id)).toEqual(['W021', 'W026']);
    expect(ranking.below[0]).toMatchObject({ id: 'W001', decidedBy: { type: 'dimension', difference: 1 } });
  });
});

describe('--xlsx', () => {
  test('a sheet for the worker, the same bytes each time, and nothing else written', async () => {
    const before = hashes(folder);
    const args = ['explain', '2021-07', 'W002', '--xlsx', '--by', '王主任', '--date', '2021-08-02'];
    const run = wangge(folder, args);
    const path = '2021-07/输出/2021-07-W002-张金霞-说明.xlsx';
    expect([run.status, run.out.endsWith(`已生成 ${path}\n`)]).toEqual([0, true]);
    const after = hashes(folder);
    expect(Object.keys(after).filter((one) => !(one in before))).toEqual([path]);
    wangge(folder, args);
    expect(hashes(folder)[path]).toBe(after[path]);

    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, path));
    const [sheet] = book.worksheets;
    const texts = (sheet?.getSheetValues() ?? []).flat().map(String);
    for (const words of [
      '2021年7月 张金霞（W002）发放说明',
      '应发 400.00 元',
      '应发合计',
      '本人签收：',
      '制表：王主任',
    ])
      expect(texts).toContain(words);
    expect(texts.join('\n')).toContain('F318（2.99）');
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'portrait', fitToWidth: 1 });
  });
  test('of a quarter, in the quarter’s own folder', () => {
    const run = told('2021-Q3', 'W006', '--xlsx');
    expect(run.status).toBe(0);
    expect(Object.keys(hashes(folder))).toContain('2021-Q3/输出/2021-Q3-W006-田金锋-说明.xlsx');
  });
});

test('an office’s own value and a confirmed reading: the cell, and who confirmed it', () => {
  const own = sampleCopy();
  writeFileSync(
    join(own, '设置.csv'),
    '参数,取值,起始月,决定/依据,批准人\n巡查补贴标准,900,2021-07,办公会纪要,周主任\n星级奖励发放月份,次季首月,2021-07,办公会纪要,周主任\n',
  );
  writeFileSync(join(own, '口径.csv'), '编号,选定,起始月,决定/依据,批准人\nK11,甲,2021-07,办公会纪要,王主任\n');
  const { status, out } = wangge(own, ['explain', '2021-07', 'W001', '--quiet']);
  expect(status).toBe(0);
  const text = out.replace(/\n[│├└─ ]*/g, '');
  expect(text).toContain('四舍五入(900 × 1)');
  expect(text).toContain('依据 周主任 批准：办公会纪要');
  expect(text).toContain('来源 参数“巡查补贴标准”取 900元/月：设置.csv!B2（900）');
  expect(text).toContain('口径 K11（街道自定，4 种解释中取甲，已确认：王主任 2021-07 起）：');
  expect(text.split('参数“星级奖励发放月份”').length).toBe(2);
  expect(text).toContain('取 次季首月：设置.csv!B3（次季首月）');
});

describe('wrong usage', () => {
  const WRONG: readonly (readonly [readonly string[], string])[] = [
    [['2021-07', '王芳'], '2021-07 有 2 个王芳：W018、W035，请写工号'],
    [['2021-07', 'W099'], '2021-07 的发放对象中没有“W099”，请写工号或姓名'],
    [['2021-07', 'W002', '--item', '高温补贴'], '张金霞没有“高温补贴”这个项目，可选：巡查补贴、'],
    [['2021-Q3', 'L001'], '2021-Q3 的星级排名中没有“L001”'],
    [['2021-Q3', 'W002', '--item', '巡查补贴'], '--item 只用于月份'],
    [['2021-Q5', 'W002'], '“2021-Q5”不是月份'],
    [['2021-09'], '请写工号或姓名，或用 --grid 写网格编号'],
    [['2021-09', 'W002', '--grid', 'G041'], '--grid 说明一个网格，请去掉工号'],
    [['2021-09', '--grid', 'G999'], '2021-09 没有网格“G999”'],
    [
      ['2021-09', '--grid', 'G041', '--item', '工作要求'],
      '网格没有“工作要求”这个项目，可选：网格配置、派单核对、网格考核',
    ],
    [['2021-Q5', 'W002', '--quarter'], '“2021-Q5”不是季度'],
  ];
  let runs: readonly Run[];
  beforeAll(() => {
    runs = wanggeAll(WRONG.map(([args]) => ({ folder, args: ['explain', ...args, '--quiet'] })));
  });
  test.each(WRONG.map(([args, message], index) => [args.join(' '), message, index] as const))(
    '%s',
    (_, message, index) => {
      const run = runs[index] as Run;
      expect([run.status, run.out]).toEqual([2, '']);
      expect(run.err).toContain(message);
    },
  );
});
