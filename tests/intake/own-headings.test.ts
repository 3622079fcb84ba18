// An office's own headings (列名), and what the program suggests where it does not know one.
import { describe, expect, test } from 'vitest';
import { NO_OWN_HEADINGS, type OwnHeadings } from '../../src/intake/header/own-headings.ts';
import { readMonth } from '../../src/intake/read-month.ts';
import { readWorkspaceTables } from '../../src/intake/read-workspace.ts';
import { similarity } from '../../src/model/spelling.ts';
import { wordsOf } from '../../src/problems/words.ts';
import { brief, file, OFFICE, PERIOD, type RowSpec, sheet } from './book.ts';

const HEADINGS: RowSpec = ['表', '列名', '含义'];
const settings = (...rows: RowSpec[]) => file('设置.xlsx', () => [sheet('列名', [HEADINGS, ...rows])]);

const ownHeadings = async (...rows: RowSpec[]): Promise<OwnHeadings> => {
  const { ownHeadings: found, problems } = await readWorkspaceTables([settings(...rows)]);
  expect(problems).toEqual([]);
  return found;
};

const read = (tables: Record<string, readonly RowSpec[]>, own: OwnHeadings = NO_OWN_HEADINGS) =>
  readMonth({
    period: PERIOD,
    month: Object.entries({ ...OFFICE, ...tables }).map(([name, rows]) => file(`2021-07/${name}.xlsx`, rows)),
    previous: [],
    root: [],
    scope: null,
    switchedOff: new Set(),
    ownHeadings: own,
  });

const patrol = (heading: string, value: string | number): readonly RowSpec[] => [
  ['日期', '工号', heading, '巡查里程(km)', '重点人员走访', '重点场所走访'],
  ['2021-07-01', 'W001', value, 3.2, 1, 1],
];
const onlineTimes = async (heading: string, value: string | number, own: OwnHeadings) => {
  const { facts, problems } = await read({ patrol: patrol(heading, value) }, own);
  return [[...facts.patrol].map(({ onlineTime }) => onlineTime), problems.map(brief)];
};

describe('an own heading', () => {
  test('is read as what it stands for, with the unit it was given', async () => {
    expect(await onlineTimes('走访时长', 270, await ownHeadings(['巡查', '走访时长', '在线时长（分钟）']))).toEqual([
      [16200],
      [],
    ]);
    expect(await onlineTimes('走访时长（时）', 4.5, await ownHeadings(['巡查表', '走访时长', '在线时长']))).toEqual([
      [16200],
      [],
    ]);
  });
  test("a unit in the sheet's own heading goes before the unit given for all", async () => {
    const own = await ownHeadings(['巡查', '走访时长', '在线时长（分钟）']);
    expect(await onlineTimes('走访时长(小时)', 4.5, own)).toEqual([[16200], []]);
  });
  test('gives a known heading a unit that it lacks, and changes none', async () => {
    const own = await ownHeadings(['巡查', '在线时长', '在线时长（分钟）']);
    expect(await onlineTimes('在线时长', 200, own)).toEqual([[12_000], []]);
    expect(await onlineTimes('在线时长（小时）', 4.5, own)).toEqual([[16200], []]);
  });
  test('stands behind a known heading of the same sheet', async () => {
    const own = await ownHeadings(['巡查', '走访时长', '在线时长（分钟）']);
    const rows: RowSpec[] = [
      ['日期', '工号', '走访时长', '在线时长(小时)', '巡查里程(km)', '重点人员走访', '重点场所走访'],
      ['2021-07-01', 'W001', 30, 5, 3.2, 1, 1],
    ];
    const { facts, problems } = await read({ patrol: rows }, own);
    expect([...facts.patrol].map(({ onlineTime }) => onlineTime)).toEqual([18000]);
    expect(problems.map(brief)).toEqual(['notice columnNotUsed 2021-07/patrol.xlsx Sheet1 1 2']);
  });
  test('lets a table be recognised in the root, too', async () => {
    const roster = file('名单.xlsx', [['编号', '名字', '身份', '所在格'], ...OFFICE.roster.slice(1)]);
    const rows: RowSpec[] = [
      ['花名册', '名字', '姓名'],
      ['花名册', '身份', '角色'],
      ['花名册', '所在格', '网格编号'],
    ];
    const own = settings(...rows);
    expect((await readWorkspaceTables([own, roster])).problems).toEqual([]);
    const { facts, problems } = await readMonth({
      period: PERIOD,
      month: Object.entries({ ...OFFICE, roster: [] }).map(([name, table]) => file(`2021-07/${name}.xlsx`, table)),
      previous: [],
      root: [own, roster],
      scope: null,
      switchedOff: new Set(),
      ownHeadings: await ownHeadings(...rows),
    });
    expect([facts.people.map(({ id }) => id), problems]).toEqual([['W001', 'W002', 'L001'], []]);
  });
});

test.each<[string, RowSpec[], string[]]>([
  ['an unknown 表', [['巡逻', '走访时长', '在线时长']], ['ownHeadingTable 2 0 列名表中没有“巡逻”这种表']],
  ['设置 itself', [['设置', '名目', '参数']], ['ownHeadingTable 2 0 列名表中没有“设置”这种表']],
  ['an unknown 含义', [['巡查', '走访时长', '时长']], ['ownHeadingMeaning 2 2 “巡查”表没有含义为“时长”的列']],
  [
    'a unit that is none',
    [['巡查', '走访时长', '在线时长（公斤）']],
    ['ownHeadingMeaning 2 2 “巡查”表没有含义为“在线时长(公斤)”的列'],
  ],
  [
    'a heading known otherwise',
    [['巡查', '在岗轨迹', '在线时长']],
    ['ownHeadingKnown 2 1 “巡查”表的列名“在岗轨迹”本来就是“巡查里程”，不能另作“在线时长”'],
  ],
  [
    'two units in one row',
    [['巡查', '走访时长（分）', '在线时长（小时）']],
    ['ownHeadingUnits 2 2 列名“走访时长(分)”写明单位是“分”，含义“在线时长(小时)”写的却是“小时”'],
  ],
  [
    'two meanings of one heading',
    [
      ['巡查', '走访 时长', '在线时长（分钟）'],
      ['派单', '走访时长', '完成时间'],
      ['巡查', '走访时长', '巡查里程'],
    ],
    ['ownHeadingTwice 4 2 “巡查”表的列名“走访时长”已有含义“在线时长(分钟)”，又有含义“巡查里程”'],
  ],
  [
    'the same row twice',
    [
      ['例会', '到会', '签到'],
      ['例会', '到会', '签到'],
    ],
    [],
  ],
  ['an empty cell', [['巡查', '', '在线时长']], ['cellEmpty 2 1 “列名”是空的']],
])('列名 with %s', async (_, rows, expected) => {
  const { problems } = await readWorkspaceTables([settings(...rows)]);
  expect(
    problems.map((found) => `${found.code} ${found.place.row} ${found.place.column} ${wordsOf(found).message}`),
  ).toEqual(expected);
});

const told = async (tables: Record<string, readonly RowSpec[]>) =>
  (await read(tables)).problems.map((found) => [brief(found), wordsOf(found).message, wordsOf(found).remedy]);

const QUESTION = '第 3 列“走访时长”（如 270）未识别，是否为 在线时长？';
const ADD = '如果是，请在 设置.xlsx 的“列名”表中加一行：表=巡查，列名=走访时长，含义=在线时长';

describe('a suggestion', () => {
  test('for a figure without a column', async () => {
    expect(await told({ patrol: patrol('走访时长', 270) })).toEqual([
      [
        'error figureColumnMissing 2021-07/patrol.xlsx Sheet1 1 2',
        `所有巡查表都没有“在线时长”列。${QUESTION}`,
        `${ADD}。如果不是，请导出含“在线时长”的巡查表`,
      ],
    ]);
  });
  test('for a sheet that is not recognised for want of one column; the missing table tells it, too', async () => {
    const rows: RowSpec[] = [
      ['日期', '工号', '走访时长', '备注'],
      ['2021-07-01', 'W001', 270, ''],
    ];
    expect(await told({ patrol: rows })).toEqual([
      [
        'error tableMissing - - - -',
        '2021-07 文件夹中没有“巡查”表，找过有这些列的表：“日期”、“工号”、“在线率”、“在线时长”、“巡查里程”、“重点人员走访”、' +
          `“重点场所走访”；最接近的是 2021-07/patrol.xlsx 表“Sheet1”。${QUESTION}`,
        `${ADD}。如果不是，请把“巡查”表放进 2021-07 文件夹，表头含上述列名`,
      ],
    ]);
  });
  test('for each of several columns', async () => {
    const rows: RowSpec[] = [
      ['任务号', '工单的类型', '工号', '派单时间', '最后办结时间'],
      ['T1', '事件', 'W001', '2021-07-01', ''],
    ];
    const found = await told({ tasks: rows });
    const questions =
      '。第 1 列“任务号”（如 T1）未识别，是否为 编号？第 2 列“工单的类型”（如 事件）未识别，是否为 类型？第 5 列“最后办结时间”未识别，是否为 完成时间？';
    expect(found.map(([, message]) => message)).toEqual([
      '2021-07 文件夹中没有“派单”表，找过有这些列的表：“编号”、“类型”、“截止时间”、“完成时间”、“工号”；' +
        `最接近的是 2021-07/tasks.xlsx 表“Sheet1”${questions}`,
    ]);
    const add =
      '各加一行：表=派单，列名=任务号，含义=编号；表=派单，列名=工单的类型，含义=类型；表=派单，列名=最后办结时间，含义=完成时间。';
    expect(found.map(([, , remedy]) => remedy?.includes(add))).toEqual([true]);
  });
  test('for a column that is nearly an optional one; everyday columns are passed over', async () => {
    const roster = [...OFFICE.roster.map((row) => [...row.slice(0, 5)])] as (string | null)[][];
    roster[0]?.push('离队日期', '部门', '出生日期', '入党日期', '手机型号', '序号');
    expect(await told({ roster })).toEqual([
      [
        'warning columnUnknown 2021-07/roster.xlsx Sheet1 1 5',
        '第 6 列“离队日期”未识别，是否为 离职日期？这一列没有读取',
        '如果是，请在 设置.xlsx 的“列名”表中加一行：表=花名册，列名=离队日期，含义=离职日期。如果不是，不需要处理',
      ],
    ]);
  });
  test('names both where a heading is as like two', async () => {
    const roster = OFFICE.roster.map((row) => row.slice(0, 4)) as string[][];
    roster[0]?.push('到职日期');
    expect((await told({ roster })).map(([, message]) => message)).toEqual([
      '第 5 列“到职日期”未识别，是否为 入职日期 或 离职日期？这一列没有读取',
    ]);
  });
  test('for a figure that only another patrol table has', async () => {
    const other: RowSpec[] = [
      ['日期', '工号', '走访时长', '巡查里程(km)', '重点人员走访', '重点场所走访'],
      ['2021-07-05', 'W001', 4.5, 3.2, 1, 1],
    ];
    expect(await told({ other })).toEqual([
      [
        'warning columnUnknown 2021-07/other.xlsx Sheet1 1 2',
        '第 3 列“走访时长”（如 4.5）未识别，是否为 在线时长？这一列没有读取',
        `${ADD}。如果不是，不需要处理`,
      ],
    ]);
  });
  test('is none where nothing is alike', async () => {
    expect((await told({ patrol: patrol('甲乙丙丁', 270) })).map(([, message]) => message)).toEqual([
      '所有巡查表都没有“在线时长”列',
    ]);
  });
});

test.each([
  ['走访时长', '在线时长', 1 / 2],
  ['离队日期', '离职日期', 3 / 4],
  ['任务号', '任务编号', 6 / 7],
  ['日期', '日期', 1],
  // One character in common, or two that are not neighbours.
  ['人口', '人员', 0],
  ['在岗', '岗在', 0],
  ['', '日期', 0],
])('%s and %s', (a, b, expected) => {
  expect([similarity(a, b), similarity(b, a)]).toEqual([expected, expected]);
});
