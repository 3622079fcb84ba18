// Own values of an office through the real binary: three parameters of 设置.csv on the sample, and what is wrong in a
// 设置.xlsx, each named by its cell with nothing written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashes, json, sampleCopy, temporaryFolder, wangge } from './office.ts';

type Worker = Record<string, string | number | boolean>;
type Pays = Record<'2021-07' | '2021-08', ReturnType<typeof json>>;

/** July and August paid with these rows of 设置. */
function paysWith(...rows: readonly string[]): Pays {
  const folder = sampleCopy();
  if (rows.length > 0) writeFileSync(join(folder, '设置.csv'), `参数,取值,起始月,决定,批准人\n${rows.join('\n')}\n`);
  const pay = (month: string) => {
    const run = wangge(folder, ['pay', month, '--json']);
    expect([run.status, run.err]).toEqual([0, '']);
    return json(run);
  };
  return { '2021-07': pay('2021-07'), '2021-08': pay('2021-08') };
}

const worker = (pays: Pays, month: keyof Pays, id: string): Worker =>
  pays[month].workers.find((one: Worker) => one.id === id);

/** The fields in which the workers of two documents differ, and how many workers do. */
function changed(before: Pays, after: Pays): [string[], number] {
  const fields = new Set<string>();
  let people = 0;
  for (const month of ['2021-07', '2021-08'] as const) {
    for (const one of before[month].workers as Worker[]) {
      const other = worker(after, month, String(one.id));
      const moved = Object.keys(one).filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
      for (const field of moved) fields.add(field);
      if (moved.length > 0) people += 1;
    }
  }
  return [[...fields].sort(), people];
}

describe('three parameters of 设置.csv, one at a time', () => {
  let shipped: Pays;
  beforeAll(() => {
    shipped = paysWith();
  });
  test('巡查补贴标准,900: 100 more for whoever is not forfeited, prorated; the carry-over follows', () => {
    const own = paysWith('巡查补贴标准,900,,会议纪要,王主任');
    expect(changed(shipped, own)[0]).toEqual(['carriedIn', 'carriedOut', 'patrolSubsidy', 'total']);
    const subsidies = ['W001', 'W002', 'W034', 'W033'].map((id) => worker(own, '2021-07', id).patrolSubsidy);
    expect(subsidies).toEqual([900, 0, 777.27, 875]);
    expect(worker(own, '2021-07', 'W033').carriedOut).toBe(-225);
    expect(worker(own, '2021-08', 'W033')).toMatchObject({ patrolSubsidy: 900, carriedIn: -225, total: 1075 });
  });
  test('连续未达标跨月计算,是: W044 has 29 and 30 July and 2 August in a row', () => {
    const own = paysWith('连续未达标跨月计算,是,,会议纪要,王主任');
    expect(changed(shipped, own)).toEqual([['forfeited', 'longestUnmetRun', 'patrolSubsidy', 'total'], 1]);
    expect(worker(own, '2021-08', 'W044')).toMatchObject({
      longestUnmetRun: 3,
      forfeited: true,
      patrolSubsidy: 0,
      total: 400,
    });
  });
  test('会议扣款以巡查补贴为限,否: W009 is forfeited and was absent once', () => {
    const own = paysWith('会议扣款以巡查补贴为限,否,,会议纪要,王主任');
    expect(changed(shipped, own)).toEqual([['patrolSubsidy', 'total'], 1]);
    expect(worker(own, '2021-08', 'W009')).toMatchObject({ patrolSubsidy: -50, total: 350 });
  });
});

type Row = readonly [name: string, value: string | number, from?: string];

/** One worker who is just on every target on every weekday of July, 在线率 80%. */
const SMALL: Record<string, string> = {
  '花名册.csv': '工号,姓名,角色,网格编号\nW1,王芳,专职网格员,G1\n',
  '2021-07/巡查.csv': `日期,工号,在线率,在线时长（小时）,巡查里程（公里）,重点人员走访,重点场所走访\n${Array.from(
    { length: 31 },
    (_, index) => `2021-07-${String(index + 1).padStart(2, '0')},W1,80%,4,3,1,1`,
  ).join('\n')}\n`,
  '2021-07/信息.csv': '编号,工号,上报时间,是否有效\nX1,W1,2021-07-05 09:00,是\n',
  '2021-07/派单.csv': '编号,类型,工号,派单时间,截止时间,完成时间\nT1,事件,W1,2021-07-05,2021-07-06,2021-07-06\n',
  '2021-07/例会.csv': '日期,工号,签到\n2021-07-05,W1,出席\n',
};

/** A small office with a 设置.xlsx whose row 2 is good. */
async function withBook(...rows: readonly Row[]): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '2021-07'));
  for (const [path, text] of Object.entries(SMALL)) writeFileSync(join(folder, path), text);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('本街道参数');
  sheet.addRow(['参数', '取值', '起始月', '决定', '批准人']);
  for (const row of [['单位名称', '样例街道'] as const, ...rows]) sheet.addRow([...row]);
  await book.xlsx.writeFile(join(folder, '设置.xlsx'));
  return folder;
}

describe('a mistake in 设置.xlsx', () => {
  const cases: readonly [string, readonly Row[], string, RegExp][] = [
    ['an unknown parameter', [['巡查补助标准', '900']], 'A3', /没有参数“巡查补助标准”/],
    ['a misspelt unit', [['未达标日扣减', '30块/天']], 'B3', /“未达标日扣减”的取值“30块\/天”无法识别/],
    ['a percentage above 100%', [['目标.在线率.标准', '101%']], 'B3', /“目标.在线率.标准”的取值“101%”超出允许范围/],
    ['a negative amount', [['巡查补贴标准', -800]], 'B3', /“巡查补贴标准”的取值“-800”超出允许范围/],
    ['a negative amount with a full-width sign', [['巡查补贴标准', '－８００']], 'B3', /取值“-800”超出允许范围/],
    ['parts of a fen', [['未达标日扣减', '25.005']], 'B3', /取值“25.005”超出允许范围/],
    ['a full stop for the decimal point', [['未达标日扣减', '25。5']], 'B3', /取值“25。5”无法识别/],
    ['a comma between thousands', [['巡查补贴标准', '1，000']], 'B3', /取值“1,000”无法识别/],
    ['a choice that is none', [['连续未达标计算方式', '日历日']], 'B3', /取值“日历日”不在可选范围内/],
    [
      'two values for one month',
      [
        ['巡查补贴标准', 900, '2021-07'],
        ['巡查补贴标准', 950, '2021-07'],
      ],
      'B4',
      /参数“巡查补贴标准”自 2021-07 起有两个取值/,
    ],
  ];
  test.each(cases)('%s', async (_, rows, cell, message) => {
    const folder = await withBook(...rows);
    const before = hashes(folder);
    const run = wangge(folder, ['pay', '2021-07', '--json']);
    const errors = json(run).issues.filter(({ severity }: Worker) => severity === 'error');
    expect([run.status, errors.map((one: Worker) => `${one.file}!${one.sheet}!${one.column}${one.row}`)]).toEqual([
      1,
      [`设置.xlsx!本街道参数!${cell}`],
    ]);
    expect(errors[0].message).toMatch(message);
    expect(hashes(folder)).toEqual(before);
  });
  test('in words: the cell, what is wrong and what would be right', async () => {
    const { status, out, err } = wangge(await withBook(['目标.在线率.标准', '101%']), ['pay', '2021-07']);
    const words = `${out}${err}`.replace(/\s/g, '');
    expect(status).toBe(1);
    expect(words).toContain('设置.xlsx›本街道参数›B3');
    expect(words).toContain('请填写0至100之间的数');
  });
  test.each([
    ['８００', 800],
    ['９００元／月', 900],
    ['９５０．５', 950.5],
    [' 900 元 ', 900],
  ])('full-width %s is what it says', async (value, expected) => {
    const run = wangge(await withBook(['巡查补贴标准', value]), ['pay', '2021-07', '--json']);
    expect([run.status, json(run).workers[0].patrolSubsidy]).toEqual([0, expected]);
  });
  test.each([
    ['８０％', 0],
    ['８０．１％', 22],
    ['80', 0],
  ])('在线率 of %s', async (value, unmetDays) => {
    const run = wangge(await withBook(['目标.在线率.标准', value]), ['pay', '2021-07', '--json']);
    expect([run.status, json(run).workers[0].unmetDays]).toEqual([0, unmetDays]);
  });
});
