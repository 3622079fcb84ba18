// How tables are found and told apart (认表): titles, order of kinds, units, wide meetings, rows that are no data.
import { describe, expect, test } from 'vitest';
import { normalHeading } from '../../src/intake/header/heading.ts';
import { KINDS } from '../../src/intake/kinds/index.ts';
import { fraction } from '../../src/model/fraction.ts';
import { brief, file, num, OFFICE, type RowSpec, readOffice, sheet } from './book.ts';

test('no kind has one alias for two fields', () => {
  for (const spec of KINDS) {
    const aliases = Object.values(spec.fields).flat().map(normalHeading);
    expect([spec.kind, aliases.length]).toEqual([spec.kind, new Set(aliases).size]);
  }
});

test('title rows, odd spellings of headings, an unknown column, __proto__', async () => {
  const { facts, problems } = await readOffice({
    month: {
      patrol: [
        ['2021年7月巡查情况统计表'],
        [],
        ['导出时间：2021-08-01 09:00', null, '单位：剡湖街道'],
        [
          '序号',
          '__proto__',
          ' 巡查 日期 ',
          '*工号',
          '在线率(%)',
          '在线时长（分钟）',
          '在岗轨迹（m）',
          '重点人员走访数',
          '重点场所走访数',
        ],
        [1, 'x', num('44378', 'date'), 'W001', 97, 270, 3200, null, 0],
        ['合计', null, null, null, 97, 270, 3200, 0, 0],
        [
          '序号',
          '__proto__',
          '巡查日期',
          '工号',
          '在线率(%)',
          '在线时长（分钟）',
          '在岗轨迹（m）',
          '重点人员走访数',
          '重点场所走访数',
        ],
        ['备注：本表由系统导出'],
        ['制表：张三', null, null, '审核：李四'],
      ],
    },
  });
  expect(problems.map(brief)).toEqual(['error figureColumnEmpty 2021-07/patrol.xlsx Sheet1 4 7']);
  expect([...facts.patrol]).toEqual([
    {
      person: 'W001',
      date: '2021-07-01',
      onlineRate: fraction(97, 100),
      hasRateColumn: true,
      met: null,
      onlineTime: 16200,
      mileage: 3200,
      keyPersonVisits: null,
      keyPlaceVisits: 0,
      origin: { table: 1, row: 5 },
    },
  ]);
  expect(facts.tables[1]).toMatchObject({
    headerRow: 4,
    columns: { date: 2, person: 3, onlineRate: 4, onlineTime: 5, mileage: 6, keyPersonVisits: 7, keyPlaceVisits: 8 },
    rows: { read: 5, used: 1, leftOut: { 合计行: 1, 重复的表头: 1, 表尾说明: 2 }, inError: 0 },
  });
});

test('headings in the 20th row are found, those in the 21st are not', async () => {
  const titles = (count: number): RowSpec[] => Array.from({ length: count }, (_, index) => [`标题 ${index}`]);
  const at20 = await readOffice({ month: { meetings: [...titles(19), ...OFFICE.meetings] } });
  expect(at20.problems.map(brief)).toEqual([]);
  const at21 = await readOffice({ month: { meetings: [...titles(20), ...OFFICE.meetings] } });
  expect(at21.problems.map(brief)).toEqual(['error sheetUnread 2021-07/meetings例会.xlsx Sheet1 - -']);
});

describe('meetings in the wide form', () => {
  const wide = (...rows: RowSpec[]) => ({
    month: { meetings: [['工号', '姓名', '7月5日', num('44389', 'date'), '2021-08-02'], ...rows] as RowSpec[] },
  });
  test('one entry a cell, with its column; other months are left out', async () => {
    const { facts, problems } = await readOffice(wide(['W001', '王芳', '出席', '缺席', '出席']));
    expect(facts.meetings.map(({ date, attendance, origin }) => [date, attendance, origin])).toEqual([
      ['2021-07-05', 'present', { table: 0, row: 2, column: 2 }],
      ['2021-07-12', 'absent', { table: 0, row: 2, column: 3 }],
    ]);
    expect(problems.map(brief)).toEqual(['notice otherPeriodLeftOut 2021-07/meetings例会.xlsx Sheet1 - -']);
  });
  test('headings such as 7月5日例会; one date twice is an error', async () => {
    const { facts, problems } = await readOffice({
      month: {
        meetings: [
          ['姓名', '7月5日例会', '7月12日 会议'],
          ['王芳', '出席', '迟到'],
        ],
        又一次例会: [
          ['姓名', '7月19日', '2021-07-19'],
          ['王芳', '出席', '迟到'],
        ],
      },
    });
    expect(facts.meetings.map(({ date }) => date)).toEqual(['2021-07-05', '2021-07-12']);
    expect(problems.map(brief)).toEqual(['error headingTwice 2021-07/又一次例会.xlsx Sheet1 1 2']);
  });
  test('people told by 手机 alone', async () => {
    const { facts } = await readOffice({
      month: {
        roster: [
          ['工号', '姓名', '角色', '网格编号', '手机'],
          ['W001', '王芳', '专职网格员', 'G001', '19900000001'],
        ],
        meetings: [
          ['手机', '7月5日'],
          ['19900000001', '缺席'],
        ],
      },
    });
    expect(facts.meetings.map(({ person, attendance }) => [person, attendance])).toEqual([['W001', 'absent']]);
  });
  test('an empty cell is an error, except outside employment', async () => {
    const { facts, problems } = await readOffice({
      month: {
        roster: [...OFFICE.roster, ['W003', '赵六', '兼职网格员', 'G001', '2021-07-10', null]],
        meetings: [
          ['工号', '姓名', '7月5日', '7月12日'],
          ['W003', '赵六', null, '迟到'],
          ['W001', '王芳', '请假', null],
        ],
      },
    });
    expect(facts.meetings.map(({ person, attendance }) => [person, attendance])).toEqual([
      ['W003', 'late'],
      ['W001', 'onLeave'],
    ]);
    expect(problems.map(brief)).toEqual(['error cellEmpty 2021-07/meetings例会.xlsx Sheet1 3 3']);
    expect(facts.tables[0]?.rows).toEqual({ read: 2, used: 1, leftOut: {}, inError: 1 });
  });
});

describe('bare columns', () => {
  const BARE: RowSpec = ['日期', '工号', '在线率', '在线时长', '巡查里程', '重点人员走访', '重点场所走访'];
  test('above 24 minutes, above 1 per cent, above 100 metres; cells with their own unit keep it', async () => {
    const { facts } = await readOffice({
      month: {
        patrol: [
          BARE,
          ['2021-07-01', 'W001', 97.5, 25, 101, 1, 1],
          ['2021-07-02', 'W001', 0.5, 4, 3, 1, 1],
          ['2021-07-05', 'W001', '50%', '4小时', '3公里', 1, 1],
        ],
      },
    });
    expect([...facts.patrol].map((row) => [row.onlineRate, row.onlineTime, row.mileage])).toEqual([
      [fraction(975, 1000), 1500, 101],
      [fraction(5, 1000), 240, 3],
      [fraction(1, 2), 14400, 3000],
    ]);
  });
  test('24 hours, 1 as 100%, 100 km', async () => {
    const { facts } = await readOffice({
      month: { patrol: [BARE, ['2021-07-01', 'W001', 1, 24, 100, 1, 1], ['2021-07-02', 'W001', 0.5, 4, 3, 1, 1]] },
    });
    expect([...facts.patrol].map((row) => [row.onlineRate, row.onlineTime, row.mileage])).toEqual([
      [fraction(1), 86400, 100000],
      [fraction(1, 2), 14400, 3000],
    ]);
  });
});

test('every kind of table of the month is read', async () => {
  const { facts, problems } = await readOffice({
    month: {
      grids: [
        ['网格编号', '网格名称', '村社', '户数', '人口数'],
        ['G001', '一网格', '竹溪村', 200, '500人'],
      ],
      leave: [
        ['姓名', '开始日期', '结束日期', '类型', '时段'],
        ['王芳', '2021-06-29', '2021-07-02', '年假', ''],
        ['王芳', '2021-07-08', '2021-08-08', '病假', '上午'],
        ['王芳', '2021-08-08', '2021-08-08', '病假', '上午'],
      ],
      excused: [
        ['开始日期', '结束日期', '工号', '原因'],
        ['2021-07-26', '2021-08-02', '', '台风'],
      ],
      excusedDays: [
        ['日期', '工号', '原因'],
        ['2021-07-27', 'W001', '抽调'],
      ],
      missed: [
        ['发现日期', '网格编号', '类型', '是否漏报', '说明'],
        ['2021-07-05', 'G001', '违法建设', '未漏报', '无'],
      ],
      special: [
        ['工号', '姓名', '职责', '完成'],
        ['W001', '王芳', '系统维护', '√'],
        ['W002', '', '牵头', ''],
      ],
      scores: [
        ['工号', '巡查质量评分', '履职清单掌握'],
        ['W001', '95.5', '掌握'],
        ['W002', null, ''],
      ],
      survey: [
        ['工号', '信息采集准确率', '重点人员掌握率', '熟悉率', '满意率'],
        ['W001', 1, 100, '85%', ''],
      ],
      adjustments: [
        ['工号', '项目', '金额(元)', '原因', '批准人'],
        ['W001', '补发', -12.5, '更正', '主任'],
      ],
    },
  });
  expect(problems.map(brief)).toEqual([
    'warning kindUnsaid 2021-07/excused.xlsx Sheet1 1 -',
    'warning kindUnsaid 2021-07/excusedDays.xlsx Sheet1 1 -',
    'notice otherPeriodLeftOut 2021-07/leave.xlsx Sheet1 - -',
  ]);
  expect(facts.grids).toEqual([
    {
      id: 'G001',
      name: '一网格',
      village: '竹溪村',
      households: 200,
      population: 500,
      origin: { table: facts.tables.find(({ kind }) => kind === 'grids')?.id, row: 2 },
    },
    { id: 'G002', name: null, village: null, households: null, population: null, origin: null },
  ]);
  expect(facts.leave.map(({ from, to, kind, part }) => [from, to, kind, part])).toEqual([
    ['2021-07-01', '2021-07-02', '年假', 'full'],
    ['2021-07-08', '2021-07-31', '病假', 'morning'],
  ]);
  expect(facts.excused.map(({ person, from, to, reason }) => [person, from, to, reason])).toEqual([
    [null, '2021-07-26', '2021-07-31', '台风'],
    ['W001', '2021-07-27', '2021-07-27', '抽调'],
  ]);
  expect(facts.missedIncidents.map(({ grid, incident, missed }) => [grid, incident, missed])).toEqual([
    ['G001', '违法建设', false],
  ]);
  expect(facts.specialDuties.map(({ person, duty, done }) => [person, duty, done])).toEqual([
    ['W001', '系统维护', true],
    ['W002', '牵头', false],
  ]);
  expect(facts.scores.map(({ patrolQuality, knowsDutyList }) => [patrolQuality, knowsDutyList])).toEqual([
    [fraction(191, 2), true],
    [null, false],
  ]);
  expect(facts.survey[0]).toMatchObject({
    accuracy: fraction(1),
    keyPersonKnowledge: fraction(1),
    familiarity: fraction(85, 100),
    satisfaction: null,
  });
  expect(facts.adjustments[0]).toMatchObject({ title: '补发', amount: -1250, reason: '更正', approver: '主任' });
});

test('a role and a grid beside the columns of a table do not make it a roster', async () => {
  const { facts, problems } = await readOffice({
    month: {
      scores: [
        ['工号', '姓名', '角色', '网格编号', '网格名称', '巡查质量'],
        ['W001', '王芳', '专职网格员', 'G001', '一网格', 90],
      ],
    },
  });
  expect(problems.map(brief)).toEqual([]);
  expect(facts.scores.map(({ patrolQuality }) => patrolQuality)).toEqual([fraction(90)]);
});

test("the program's own output is passed over", async () => {
  const own = { path: '2021-07/发放表.xlsx', open: async () => ({ ownOutput: true, sheets: [sheet('a', [['x']])] }) };
  expect((await readOffice({ files: [own, file('2021-07/空.xlsx', [])] })).problems).toEqual([]);
});
