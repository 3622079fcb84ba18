// Editions named by --scheme through the real binary: another township's columns and amounts, an amended edition, and what
// is wrong with a file, told with line and column.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MonthRecord, SubjectRecord } from '../../src/model/record.ts';
import { officeFiles, SCHEMES, schemeText } from '../editions-office.ts';
import { json, sampleCopy, temporaryFolder, wangge } from './office.ts';

const ExcelJS = createRequire(import.meta.url)('exceljs');
const POINTS = join(SCHEMES, 'points-town.yaml');
const AMENDED = join(SCHEMES, 'yanhu-2022.yaml');

function office(...months: readonly string[]): string {
  const folder = temporaryFolder();
  const files = officeFiles({ people: { W1: 'G1', W2: 'G2' }, months, plan: (id) => ({ unmet: id === 'W1' ? 5 : 0 }) });
  for (const { path, text } of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text ?? '');
  }
  return folder;
}
const outputsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('输出'));

describe('a points scheme on the sample office', () => {
  const folder = sampleCopy();
  let pay: ReturnType<typeof json>;
  let measured: readonly SubjectRecord[];
  beforeAll(() => {
    expect(wangge(folder, ['pay', '2021-07', '--json']).status).toBe(0);
    const record: MonthRecord = JSON.parse(readFileSync(join(folder, '2021-07/输出/results.json'), 'utf8'));
    measured = record.subjects.filter(({ role }) => role === 'fullTime');
    const run = wangge(folder, ['pay', '2021-07', '--json', '--scheme', POINTS]);
    expect([run.status, run.err]).toEqual([0, '']);
    pay = json(run);
  });

  /** The scheme's own words on the figures the shipped edition measured: hundredths of a point. */
  function pointsOf({ figures }: SubjectRecord): number | null {
    const at = (key: string) => Number(figures[key]?.value);
    if (at('assessableDays') === 0) return null;
    const [served, workdays] = String(figures.share?.value).split('/').map(Number) as [number, number];
    const base = Math.ceil((20 * served) / workdays);
    const half = (got: number, per: number): number | null => (per === 0 ? null : Math.min(1, got / per));
    const section = (full: number, parts: readonly (readonly [number, number | null])[]) => {
      const known = parts.filter(([, share]) => share !== null);
      const weight = known.reduce((sum, [points]) => sum + points, 0);
      return (full * known.reduce((sum, [points, share]) => sum + points * (share as number), 0)) / weight;
    };
    const off = (count: number) => Math.max(0, 1 - count / 2);
    const total =
      section(50, [
        [40, half(at('effectiveReports'), base)],
        [10, off(at('missedIncidents'))],
      ]) +
      section(30, [
        [15, half(at('onlineDays'), at('assessableDays'))],
        [15, half(at('tasksDone'), at('tasksAssigned'))],
      ]) +
      section(20, [
        [10, off(at('meetingAbsences'))],
        [10, half(at('qualityMarks'), 100 * at('qualityMarkCount'))],
      ]);
    return Math.floor((total + Math.min(10, Math.max(0, at('effectiveReports') - base))) * 100 + 0.5 + 1e-9);
  }

  test('points, ranks, coefficients and amounts of everybody', () => {
    const points = measured.map(pointsOf);
    const ranked = points.filter((one) => one !== null);
    const expected = measured.map(({ id, grids, figures }, index) => {
      const own = points[index] ?? null;
      const rank = own === null ? null : ranked.filter((other) => other > own).length + 1;
      const tenths = rank === null ? 10 : rank <= 7 ? 12 : rank > ranked.length - 7 ? 8 : 10;
      const [served, workdays] = String(figures.share?.value).split('/').map(Number) as [number, number];
      const fen = Math.floor((6000 * grids.length * tenths * served) / workdays + 0.5 + 1e-6);
      return [id, own === null ? '' : own / 100, rank ?? '', tenths / 10, fen / 100];
    });
    expect(
      pay.workers.map((one: Record<string, unknown>) => [
        one.id,
        one.points,
        one.pointsRank,
        one.gridCoefficient,
        one.gridPay,
      ]),
    ).toEqual(expected);
    expect(new Set(expected.map((row) => row[3]))).toEqual(new Set([1.2, 1, 0.8]));
    const sum = expected.reduce((all, row) => all + Math.round(Number(row[4]) * 100), 0);
    expect([pay.scheme.id, pay.totals.gridPay]).toEqual(['points-town', sum / 100]);
  });
  test('the sheet shows the columns of this scheme', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(folder, '2021-07/输出/2021-07-工资发放表.xlsx'));
    const sheet = workbook.getWorksheet('发放表');
    const rows: unknown[][] = sheet.getSheetValues().filter((row: unknown) => Array.isArray(row));
    const head = rows.find((row) => row.includes('工号')) ?? [];
    for (const title of ['网格成效', '履职情况', '本人表现', '加分', '月度积分', '积分名次', '系数', '网格报酬'])
      expect(head, title).toContain(title);
    for (const title of ['巡查补贴', '未达标日', '排名奖励']) expect(head, title).not.toContain(title);
    expect(workbook.getWorksheet('巡查明细')).toBeUndefined();
    expect(workbook.getWorksheet('以奖代补')).toBeUndefined();
  });
  test('explain tells the points behind the rank', () => {
    const folder = sampleCopy();
    const explained = (item: string) =>
      wangge(folder, ['explain', '2021-07', 'W002', '--item', item, '--scheme', POINTS]).out.replace(/\s/g, '');
    const points = explained('月度积分');
    for (const words of [
      '张金霞（W002）2021-07应发600.00元└─月度积分98.5分＝四舍五入(50+30+17.5+1)├─网格成效50分（满分50分）＝40×取小(1，21÷进一取整(1×20))',
      '依据一（二）：“上报有效信息计40分”',
      '├─履职情况30分（满分30分）＝15×取小(1，21÷21)+15×取小(1，8÷│8)',
      '├─本人表现17.5分（满分20分）＝取大(0，10−5×0)+10×取小(1，75÷│进一取整(1×100))',
      '└─加分1分（满分10分）＝取小(10，1×取大(0，21−进一取整(1×20)))',
    ])
      expect(points).toContain(words);
    expect(explained('网格报酬')).not.toContain('月度积分：');
  });
  test('check, and explain down to clause and cell', () => {
    expect(wangge(folder, ['check', '2021-07', '--scheme', POINTS]).status).toBe(0);
    const { status, out } = wangge(folder, ['explain', '2021-07', 'W003', '--scheme', POINTS]);
    expect(status).toBe(0);
    for (const word of ['网格报酬', '四舍五入(600 × 1 × 1.2 × 1)', '二（二）', '花名册.xlsx'])
      expect(out).toContain(word);
  });
  test.each([
    [['warn', '2021-07'], 'schemeWithoutCards', '没有黄牌、红牌的项目'],
    [['rank', '2021-Q3'], 'schemeWithoutRanking', '没有季度排名的项目'],
  ])('%s says that the scheme has none', (args, code, words) => {
    const before = outputsIn(folder);
    const run = wangge(folder, [...args, '--json', '--scheme', POINTS]);
    const [issue] = json(run).issues;
    expect([run.status, run.err, issue.code, issue.severity]).toEqual([1, '', code, 'error']);
    expect(issue.message).toContain(words);
    expect(outputsIn(folder)).toEqual(before);
  });
});

describe('an amended edition', () => {
  const folder = office('2021-12', '2022-01');
  const paid = (month: string, ...more: readonly string[]) => {
    const document = json(wangge(folder, ['pay', month, '--json', ...more]));
    return [document.scheme.id, document.workers[0].patrolSubsidy];
  };
  test('takes over from its month; without the file the shipped one goes on', () => {
    expect(paid('2021-12', '--scheme', AMENDED)).toEqual(['yanhu-2021', 0]);
    expect(paid('2022-01', '--scheme', AMENDED)).toEqual(['yanhu-2022', 650]);
    expect(paid('2022-01')).toEqual(['yanhu-2021', 0]);
  });
});

describe('refused with the reason, exit 1, and nothing written', () => {
  const folder = office('2021-05', '2021-06', '2021-09', '2022-01');
  const files = temporaryFolder();
  const points = schemeText('points-town.yaml');
  const amended = schemeText('yanhu-2022.yaml');
  let number = 0;
  const file = (text: string): string => {
    const path = join(files, `方案${++number}.yaml`);
    writeFileSync(path, text);
    return path;
  };
  const replaced = (text: string, from: string, to: string): string => {
    expect(text.split(from).length, from).toBe(2);
    return text.replace(from, to);
  };
  /** `code: message` of each error. */
  function errorsOf(command: string, month: string, ...texts: readonly string[]): string[] {
    const run = wangge(folder, [command, month, '--json', ...texts.flatMap((text) => ['--scheme', file(text)])]);
    const document = json(run);
    // A check tells what it read whatever the scheme.
    const keys = ['schema', 'period', ...(command === 'check' ? ['coverage'] : []), 'issues'];
    expect([run.status, run.err, Object.keys(document)]).toEqual([1, '', keys]);
    expect(outputsIn(folder)).toEqual([]);
    return document.issues.flatMap(({ severity, code, message }: Record<string, string>) =>
      severity === 'error' ? [`${code}: ${message}`] : [],
    );
  }
  /** Where the needle stands in the text, at or after `from`: `第 7 行第 3 列`. */
  const placeOf = (text: string, needle: string, from = needle): string => {
    const before = text.slice(0, text.indexOf(needle, text.indexOf(from))).split('\n');
    return `第 ${before.length} 行第 ${(before.at(-1)?.length ?? 0) + 1} 列`;
  };

  test('a month before the scheme', () => {
    expect(errorsOf('pay', '2021-05')).toEqual(['noEdition: 2021-05 没有施行中的方案，最早的方案自 2021-06 起施行']);
    expect(errorsOf('pay', '2021-06', points)[0]).toMatch(/^noEdition: 2021-06 .*自 2021-07 起施行/);
  });
  test('a gap', () => {
    const ended = replaced(points, 'inForce: { from: 2021-07 }', 'inForce: { from: 2021-07, until: 2021-08 }');
    expect(errorsOf('pay', '2021-09', ended)[0]).toMatch(/^editionGap: 2021-09 没有施行中的方案：前一方案已经停止施行/);
    expect(errorsOf('warn', '2021-09', ended)[0]).toMatch(/^editionGap/);
  });
  test('an overlap: two editions in force, neither follows the other', () => {
    const alone = replaced(amended, 'follows: yanhu-2021\n', '');
    expect(errorsOf('pay', '2022-01', points, alone)).toEqual([
      'severalEditions: 2022-01 同时有多个方案施行：points-town、yanhu-2022',
    ]);
  });
  test('the same edition twice, and one that follows an unknown one', () => {
    expect(errorsOf('pay', '2022-01', points, points)[0]).toMatch(
      /^schemeMistake: 方案文件第 3 行第 5 列（id）：方案编号 points-town 已用于 .*方案\d+\.yaml$/,
    );
    const stray = replaced(amended, 'follows: yanhu-2021', 'follows: yanhu-2020');
    expect(errorsOf('pay', '2022-01', stray)).toEqual([
      `schemeMistake: 方案文件${placeOf(stray, 'yanhu-2020')}（follows）：没有编号为 yanhu-2020 的方案`,
    ]);
  });

  test.each([
    [
      'broken YAML',
      'for: [fullTime]\n    kind: pointScore',
      'for: [fullTime\n    kind: pointScore',
      'kind',
      '缩进不正确',
    ],
    ['a name given twice', 'figures:\n', 'figures: {}\nfigures:\n', 'figures:\n', '有两个相同的名称'],
    ['a tab', 'figures:\n  ', 'figures:\n\t', '\t', '不能用制表符'],
    ['an unknown kind', 'kind: pointScore', 'kind: pointSkore', 'pointSkore', '没有名为 pointSkore 的规则'],
    ['a parameter of the wrong unit', 'amount: $grid.amount', 'amount: $bonus.cap', '$bonus.cap', '应为单位为元的参数'],
    ['a choice for a number', 'cap: $bonus.cap', 'cap: $rank.whenBoth', '$rank.whenBoth', '应为计数的参数'],
    ['a misspelt reference', 'amount: $grid.amount', 'amount: $grid.amuont', '$grid.amuont', '没有参数 grid.amuont'],
    ['an amount for a switch', 'service: $service.reduces', 'service: $grid.amount', '$grid', '应为是否参数'],
    ['a value above its maximum', 'value: 1.2', 'value: 12', '12', '参数 top.coefficient 不能取值 12'],
    ['a value below its minimum', 'value: 600', 'value: -1', '-1', '参数 grid.amount 不能取值 -1'],
    ['parts of a fen', 'value: 600', 'value: 600.005', '600', '参数 grid.amount 不能取值 600.005'],
    ['words without choices', 'choices: [前列, 末列, 其余]', 'min: 0', '选项', '应列出 choices'],
    ['an unknown reading', 'interpretation: K4', 'interpretation: K44', 'K44', '没有解释口径 K44'],
    ['a placeholder of nothing', '{quality.full}', '{quality.ful}', '没有无故缺席', '没有参数 quality.ful'],
    [
      'an item for advisers',
      'for: [fullTime]\n    kind: pointScore',
      'for: [adviser]\n    kind: pointScore',
      'adv',
      '选项',
    ],
    ['a key nobody knows', 'total: points', 'totals: points', 'sections:', '未知'],
  ])('%s', (_, from, to, needle, words) => {
    const text = replaced(points, from, to);
    const errors = errorsOf('pay', '2021-09', text);
    for (const error of errors) expect(error).toMatch(/^schemeMistake: 方案文件第 \d+ 行第 \d+ 列/);
    const told = errors.find((error) => error.includes(words));
    const start = text.indexOf(needle, text.indexOf(to)) < 0 || ['选项', '没有无故缺席', 'sections:'].includes(needle);
    expect(told, errors.join('\n')).toContain(placeOf(text, needle, start ? needle : to));
  });
  test.each([
    ['a figure that nothing yields', 'of: missedIncidents', 'of: missedIncidence', 'missedIncidence'],
    ['a figure of a later item', 'of: missedIncidents', 'of: pointsRank', 'pointsRank'],
    ['a property that every object has', 'of: missedIncidents', 'of: constructor', 'constructor'],
    ['a shown figure that is none', 'shows: [pointsRank,', 'shows: [pointRank,', 'pointRank'],
  ])('%s', (_, from, to, name) => {
    const text = replaced(points, from, to);
    expect(errorsOf('pay', '2021-09', text)).toEqual([
      expect.stringMatching(
        new RegExp(`^schemeMistake: 方案文件${placeOf(text, name, to)}（items.*）：用到数据 ${name}，但没有任何统计`),
      ),
    ]);
  });
  test('a figure of the wrong sort', () => {
    const text = replaced(amended, 'counted: effectiveReports\n', 'counted: forfeited\n');
    expect(errorsOf('pay', '2022-01', text)[0]).toContain('用到数据 forfeited，但它不是数');
  });
  test.each(['check', 'warn'])('%s tells the same mistakes', (command) => {
    const text = replaced(points, 'of: missedIncidents', 'of: missedIncidence');
    expect(errorsOf(command, '2021-09', text)).toEqual(errorsOf('pay', '2021-09', text));
  });
  test('a file that is not there, or no text, is exit 4', () => {
    const absent = join(files, '没有.yaml');
    expect(wangge(folder, ['pay', '2022-01', '--scheme', absent]).status).toBe(4);
    writeFileSync(absent, new Uint8Array([0xff, 0xfe, 0xfa]));
    expect(wangge(folder, ['pay', '2022-01', '--scheme', absent]).status).toBe(4);
    expect(existsSync(join(folder, '2022-01/输出'))).toBe(false);
  });
});
