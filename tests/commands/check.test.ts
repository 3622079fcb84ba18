// check --verbose and --annotate: what every sheet was taken for, and marked copies beside the inputs.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyBytes } from '../../src/writers/xlsx/copy.ts';
import { folderOf, hashes, json, sampleCopy, wangge, wanggeAlone } from './office.ts';

const DAYS = Array.from({ length: 31 }, (_, index) => `2021-07-${String(index + 1).padStart(2, '0')}`);
const PATROL = `2021年7月巡查统计
序号,巡查日期,工号,走访时长,巡查里程（公里）,重点人员走访,重点场所走访
${DAYS.map((day, index) => `${index + 1},${day},W1,270,4,1,1`).join('\n')}
合计,,,8370,124,,
`;
const TABLES: Record<string, string> = {
  '花名册.csv': '工号,姓名,角色,网格编号,备注\nW1,王芳,专职网格员,G1,\n',
  '2021-07/巡查.csv': PATROL,
  '2021-07/信息.csv': '编号,工号,上报时间,是否有效\nX1,W1,2021-07-05 09:00,是\n',
  '2021-07/派单/派单.csv': '编号,类型,工号,派单时间,截止时间,完成时间\nT1,事件,W1,2021-07-05,2021-07-06,2021-07-06\n',
  '2021-07/例会.csv': '日期,工号,签到\n2021-07-05,W1,出席\n',
  '列名.csv': '表,列名,含义\n巡查,走访时长,在线时长（分钟）\n',
};

const office = (changes: Record<string, string | null> = {}): string => folderOf({ ...TABLES, ...changes });

const FOLDER = '2021-07/输出/检查';
const LIST = `${FOLDER}/2021-07-问题清单.xlsx`;
const BROKEN = { '2021-07/例会.csv': '日期,工号,签到\n2021-07-05,W1,早退\n2021-07-12,W1,\n' };

const partOf = (folder: string, path: string, part: string): string =>
  strFromU8(unzipSync(readFileSync(join(folder, path)))[part] ?? new Uint8Array());
const inputsOf = (folder: string) =>
  Object.fromEntries(Object.entries(hashes(folder)).filter(([path]) => !path.includes('输出')));
const outputsOf = (folder: string): string[] =>
  Object.keys(hashes(folder)).filter((path) => path.startsWith('2021-07/输出'));

test('an own heading of the workspace is paid by', () => {
  const folder = office();
  const run = wangge(folder, ['pay', '2021-07', '--json']);
  expect([run.status, json(run).workers[0].patrolSubsidy]).toEqual([0, 800]);
  const records = JSON.parse(readFileSync(join(folder, '2021-07/输出/results.json'), 'utf8'));
  expect(records.inputs.map(({ file }: { file: string }) => file)).toContain('列名.csv');
});

test('without it the error suggests the row to add', () => {
  const run = wangge(office({ '列名.csv': null }), ['check', '2021-07', '--quiet']);
  expect([run.status, run.err, run.out]).toEqual([
    1,
    '',
    '错误 2021-07/巡查.csv › D2\n' +
      '  所有巡查表都没有“在线时长”列。第 4 列“走访时长”（如 270）未识别，是否为 在线时长？（最多影响 1 人、800.00 元）\n' +
      '  → 如果是，请在 设置.xlsx 的“列名”表中加一行：表=巡查，列名=走访时长，含义=在线时长。如果不是，请导出含“在线时长”的巡查表；' +
      '不考核这一项的，请在 设置.xlsx 中把“目标.在线时长.启用”设为“否”\n' +
      '2021-07：错误 1，警告 0，提示 0。请改正错误后再检查一次，有的检查要在没有错误以后进行。\n',
  ]);
});

const TREE = `├─ 2021-07/例会.csv
│  ├─ 认作“例会”，表头在第 1 行
│  ├─ 采用的列：A 日期；B 工号；C 签到
│  └─ 行：读取 1＝采用 1＋未计 0＋有误 0
├─ 2021-07/信息.csv
│  ├─ 认作“信息”，表头在第 1 行
│  ├─ 采用的列：A 编号；B 工号；C 上报时间；D 是否有效
│  └─ 行：读取 1＝采用 1＋未计 0＋有误 0
├─ 2021-07/巡查.csv
│  ├─ 认作“巡查”，表头在第 2 行
│  ├─ 采用的列：B “巡查日期” → 日期；C 工号；D “走访时长” → 在线时长，单位分钟；
│  │  E 巡查里程(公里)；F 重点人员走访；G 重点场所走访
│  ├─ 未用的列：A 序号
│  └─ 行：读取 32＝采用 31＋未计 1（合计行 1）＋有误 0
├─ 2021-07/派单/派单.csv
│  ├─ 认作“派单”，表头在第 1 行
│  ├─ 采用的列：A 编号；B 类型；C 工号；D 派单时间；E 截止时间；F 完成时间
│  └─ 行：读取 1＝采用 1＋未计 0＋有误 0
├─ 2021-07/说明.txt
│  └─ 没有认出是哪种表，未读取
├─ 列名.csv
│  ├─ 认作“列名”，表头在第 1 行
│  ├─ 采用的列：A 表；B 列名；C 含义
│  └─ 行：读取 1＝采用 1＋未计 0＋有误 0
└─ 花名册.csv
   ├─ 认作“花名册”，表头在第 1 行
   ├─ 采用的列：A 工号；B 姓名；C 角色；D 网格编号
   ├─ 未用的列：E 备注
   └─ 行：读取 1＝采用 1＋未计 0＋有误 0
`;

describe('check --verbose', () => {
  test('tells what every sheet was taken for, and writes nothing', () => {
    const folder = office({ '2021-07/说明.txt': '这是说明\n' });
    const run = wangge(folder, ['check', '2021-07', '--verbose']);
    expect([run.status, run.err, outputsOf(folder)]).toEqual([0, '', []]);
    const [before = '', after = ''] = run.out.split(TREE);
    expect(before).toMatch(/^警告\n.*提示 2021-07\/说明\.txt\n.*不必处理/s);
    expect(after).toMatch(/^┌─.*缺日.*┘\n2021-07 检查完毕：错误 0，警告 2，提示 1\n$/s);
  });
  test('a header of two rows, a column a day', () => {
    const folder = office({
      '2021-07/例会.csv': '例会签到\n工号,姓名,7月,\n,,5日,12日\nW1,王芳,√,事\n',
    });
    expect(wangge(folder, ['check', '2021-07', '--verbose']).out).toContain(`├─ 2021-07/例会.csv
│  ├─ 认作“例会”，表头在第 2 至 3 行
│  ├─ 采用的列：A 工号；B 姓名
│  ├─ 每日一列：C 至 D 共 2 列，2021-07-05 至 2021-07-12
│  └─ 行：读取 1＝采用 1＋未计 0＋有误 0
`);
  });
  test('tells it also where there are errors', () => {
    const folder = office({ ...BROKEN, '设置.csv': '参数,取值\n巡查补贴标准,abc\n' });
    const { status, out } = wangge(folder, ['check', '2021-07', '--verbose']);
    expect(status).toBe(1);
    expect(out).toContain('│  └─ 行：读取 2＝采用 0＋未计 0＋有误 2\n');
    expect(out).toContain(
      '└─ 设置.csv\n   ├─ 认作“设置”，表头在第 1 行\n   ├─ 采用的列：A 参数；B 取值\n   └─ 行：读取 1＝采用 0＋未计 0＋有误 1\n',
    );
  });
  test('the document tells the columns always', () => {
    const { tables, others } = json(wangge(office(), ['check', '2021-07', '--json']));
    const patrol = tables.find(({ kind }: { kind: string }) => kind === 'patrol');
    expect([patrol.headerRow, patrol.read, patrol.used, patrol.leftOut, patrol.inError]).toEqual([
      2,
      32,
      31,
      { 合计行: 1 },
      0,
    ]);
    expect(patrol.columns.slice(0, 5)).toEqual([
      { column: 'A', heading: '序号', field: null, meaning: null, unit: null, date: null },
      { column: 'B', heading: '巡查日期', field: 'date', meaning: '日期', unit: null, date: null },
      { column: 'C', heading: '工号', field: 'person', meaning: '工号', unit: null, date: null },
      { column: 'D', heading: '走访时长', field: 'onlineTime', meaning: '在线时长', unit: '分钟', date: null },
      { column: 'E', heading: '巡查里程(公里)', field: 'mileage', meaning: '巡查里程', unit: '公里', date: null },
    ]);
    expect(others.map(({ file, fate, kind }: Record<string, unknown>) => [file, fate, kind])).toEqual([
      ['列名.csv', 'read', 'ownHeadings'],
    ]);
  });
});

describe('check --annotate', () => {
  let folder = '';
  let inputs: Record<string, string> = {};
  beforeAll(() => {
    folder = office({
      ...BROKEN,
      '2021-06/派单.csv': '编号,类型,工号,派单时间,截止时间,完成时间\nT0,事件,W1,2021-06-25,2021-07-06,昨天\n',
      '列名.csv': `${TABLES['列名.csv']}巡逻,甲,乙\n`,
    });
    inputs = inputsOf(folder);
  });

  test('writes the list and a copy of each input with problems, in spite of errors; inputs are not touched', () => {
    const run = wangge(folder, ['check', '2021-07', '--annotate']);
    expect([run.status, run.err]).toEqual([1, '']);
    expect(run.out).toMatch(/^错误 2021-06\/派单\.csv › F2\n/);
    expect(run.out.split('\n').slice(-4).join('\n')).toBe(
      `2021-07：错误 4，警告 0，提示 0。请改正错误后再检查一次，有的检查要在没有错误以后进行。\n已生成 ${LIST}\n标注副本 3 个，在 ${FOLDER}/标注\n`,
    );
    expect(outputsOf(folder)).toEqual([
      LIST,
      `${FOLDER}/标注/2021-06/派单.csv.xlsx`,
      `${FOLDER}/标注/例会.csv.xlsx`,
      `${FOLDER}/标注/工作目录/列名.csv.xlsx`,
    ]);
    expect(inputsOf(folder)).toEqual(inputs);
    const comments = partOf(folder, `${FOLDER}/标注/例会.csv.xlsx`, 'xl/comments1.xml');
    expect([...comments.matchAll(/ref="(\w+)"|>([^<]*【[^<]*)</g)].map(([, ref, text]) => ref ?? text)).toEqual([
      'C2',
      '【错误】“签到”的值“早退”不认识\n→ 请改为“出席”、“迟到”、“请假”、“缺席”之一；系统就是这样写的，在 设置.xlsx 的“用词”表中加一行：表=例会，列=签到，词=早退，含义=（出席、迟到、请假、缺席之一），批准人=（姓名）',
      'C3',
      '【错误】“签到”是空的\n→ 请填写“签到”；不是数据的行请删除',
    ]);
    const targets = partOf(folder, LIST, 'xl/worksheets/_rels/sheet1.xml.rels').matchAll(/Target="(标注[^"]*)"/g);
    expect([...targets].map(([, target]) => target)).toEqual([
      '标注/2021-06/派单.csv.xlsx',
      '标注/例会.csv.xlsx',
      '标注/例会.csv.xlsx',
      '标注/工作目录/列名.csv.xlsx',
    ]);
    const cells = partOf(folder, LIST, 'xl/worksheets/sheet1.xml').matchAll(/location="&apos;Sheet1&apos;!([^"]*)"/g);
    expect([...cells].map(([, cell]) => cell)).toEqual(['F2', 'C2', 'C3', 'A3']);
  });

  test('the document names the outputs', () => {
    const document = json(wangge(folder, ['check', '2021-07', '--annotate', '--json']));
    expect(Object.keys(document)).toEqual(['schema', 'period', 'coverage', 'outputs', 'issues']);
    expect(document.outputs).toEqual([
      LIST,
      `${FOLDER}/标注/例会.csv.xlsx`,
      `${FOLDER}/标注/2021-06/派单.csv.xlsx`,
      `${FOLDER}/标注/工作目录/列名.csv.xlsx`,
    ]);
  });

  test('again, under another time zone and language: the same bytes', () => {
    const first = hashes(folder);
    wanggeAlone(folder, ['check', '2021-07', '--annotate'], { TZ: 'America/New_York', LC_ALL: 'C' });
    expect(hashes(folder)).toEqual(first);
  });

  test('a copy dragged among the inputs is not read', () => {
    const issues = json(wangge(folder, ['check', '2021-07', '--json'])).issues;
    for (const place of ['2021-07/例会副本.xlsx', '副本.xlsx']) {
      cpSync(join(folder, `${FOLDER}/标注/例会.csv.xlsx`), join(folder, place));
    }
    const run = wangge(folder, ['check', '2021-07', '--json']);
    expect(json(run).issues).toEqual(issues);
    expect(wangge(folder, ['check', '2021-07', '--verbose']).out).toContain(
      '├─ 2021-07/例会副本.xlsx\n│  └─ 本程序生成的文件，不作为输入\n',
    );
    for (const place of ['2021-07/例会副本.xlsx', '副本.xlsx']) rmSync(join(folder, place));
  });

  test('corrected: copies no longer needed are gone, what others put there stays', async () => {
    for (const [path, text] of Object.entries({ ...TABLES, '2021-06/派单.csv': '' })) {
      if (text === '') rmSync(join(folder, path));
      else writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, FOLDER, '标注/我的笔记.txt'), '记');
    mkdirSync(join(folder, FOLDER, '标注/旧'), { recursive: true });
    writeFileSync(join(folder, FOLDER, '标注/旧/x.xlsx'), await copyBytes({ title: 'x', sheets: [] }));
    const run = wangge(folder, ['check', '2021-07', '--annotate']);
    expect([run.status, run.out.split('\n').at(-2), outputsOf(folder)]).toEqual([
      0,
      `已生成 ${LIST}`,
      [LIST, `${FOLDER}/标注/我的笔记.txt`],
    ]);
    expect(readdirSync(join(folder, FOLDER, '标注'))).toEqual(['我的笔记.txt']);
    expect(partOf(folder, LIST, 'xl/sharedStrings.xml')).toContain('错误 0，警告 2，提示 0');
  });

  test('a month without a folder gets none', () => {
    const run = wangge(folder, ['check', '2021-08', '--annotate', '--json']);
    expect([run.status, json(run).outputs, existsSync(join(folder, '2021-08'))]).toEqual([1, [], false]);
  });
});

test('the sample office: the list, and a copy of each file with something to look at', () => {
  const folder = sampleCopy();
  const { outputs, issues } = json(wangge(folder, ['check', '2021-08', '--annotate', '--json']));
  const files = issues
    .filter(
      ({ severity, row, column }: Record<string, unknown>) => severity !== 'notice' || row !== null || column !== null,
    )
    .flatMap(({ file }: { file: string | null }) => file ?? []);
  expect(outputs.length).toBe(1 + new Set(files).size);
});
