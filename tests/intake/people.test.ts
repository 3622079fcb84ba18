// Whom a row is about, assignments, and the office's scope (人员, 任职, 范围).
import { expect, test } from 'vitest';
import { brief, messages, OFFICE, type RowSpec, readOffice } from './book.ts';

const HEAD: RowSpec = ['工号', '姓名', '角色', '网格编号', '身份证号', '手机', '任职开始', '任职结束', '所属镇街'];
const MEETINGS: RowSpec = ['日期', '工号', '姓名', '身份证号', '手机', '签到'];
const ID = '11010519491231002X';

test('found by 身份证号, then 手机, then a name of one bearer', async () => {
  const { facts, problems } = await readOffice({
    month: {
      roster: [
        HEAD,
        ['W001', '王芳', '专职网格员', 'G001', ID, '13800000001'],
        ['W002', '王芳', '兼职网格员', 'G001', null, 13800000002],
      ],
      patrol: [OFFICE.patrol[0] as RowSpec],
      reports: [OFFICE.reports[0] as RowSpec],
      tasks: [OFFICE.tasks[0] as RowSpec],
      meetings: [
        MEETINGS,
        ['7月5日', '', '王芳', ID.toLowerCase(), '', '出席'],
        ['7月5日', '', '', '', '138 0000 0002', '迟到'],
        ['7月6日', '', '李四', ID, '', '出席'],
      ],
    },
  });
  expect(facts.meetings.map(({ person, attendance }) => [person, attendance])).toEqual([
    ['W001', 'present'],
    ['W002', 'late'],
  ]);
  expect(problems.map(brief)).toEqual(['error personContradicted 2021-07/meetings例会.xlsx Sheet1 4 2']);
});

test('several rows, several grids in a cell; empty cells of later rows say nothing', async () => {
  const { facts, problems } = await readOffice({
    month: {
      roster: [
        [
          '工号',
          '姓名',
          '角色',
          '网格编号',
          '网格名称',
          '行政村',
          '党员',
          '入职日期',
          '任职开始',
          '任职结束',
          '卡号',
          '开户行',
        ],
        ['W001', '王芳', '专职网格员', 'G001', '一网格', '竹溪村', '', '2020-01-01', '', '2021-07-10', '', ''],
        ['W001', '王芳', '网格长', 'G002 G003', '', '竹溪村', '是', '', '2021-07-11', '', '6222021234567860', '农商行'],
        ['W002', '李强', '网格指导员', 'G002', '', '', '', '', '', '', '', ''],
      ],
    },
  });
  expect(problems.map(brief)).toEqual([]);
  expect(facts.people[0]).toEqual({
    id: 'W001',
    name: '王芳',
    accountConfirmed: false,
    assignments: [
      { role: 'fullTime', grids: ['G001'], from: null, to: '2021-07-10', origin: { table: 3, row: 2 } },
      { role: 'gridLead', grids: ['G002', 'G003'], from: '2021-07-11', to: null, origin: { table: 3, row: 3 } },
    ],
    hired: '2020-01-01',
    left: null,
    formerNames: [],
    partyMember: true,
    idNumber: null,
    phone: null,
    bankAccount: '6222021234567860',
    bankName: '农商行',
  });
  expect(facts.grids.map(({ id, name, village }) => [id, name, village])).toEqual([
    ['G001', '一网格', '竹溪村'],
    ['G002', null, '竹溪村'],
    ['G003', null, '竹溪村'],
  ]);
});

test('rows of one person that disagree tell no number whole', async () => {
  const [account, other] = ['6222021234567860', '6222021234567878'];
  const { problems } = await readOffice({
    month: {
      roster: [
        ['工号', '姓名', '角色', '网格编号', '银行账号', '手机'],
        ['W001', '王芳', '专职网格员', 'G001', account, '13800000001'],
        ['W001', '王芳', '网格长', 'G002', other, '13800000002'],
      ],
    },
  });
  const told = messages(problems.filter(({ code }) => code === 'rosterRowsDisagree'));
  expect(told.map((message) => message.match(/“[^”]*[*][^”]*”/g))).toEqual([
    ['“622*********7878”', '“622*********7860”'],
    ['“138****0002”', '“138****0001”'],
  ]);
  for (const number of [account, other, '13800000001', '13800000002']) expect(told.join()).not.toContain(number);
});

const scoped: RowSpec[] = [
  HEAD,
  ['W001', '王芳', '专职网格员', 'G001、H001', '', '', '', '', '剡湖街道'],
  ['W002', '李强', '专职网格员', 'H001', '', '', '', '', '三江街道'],
  ['L001', '张敏', '网格长', 'G001', '', '', '', '', '剡湖街道'],
];
const reportsOf = (...rows: RowSpec[]): RowSpec[] => [OFFICE.reports[0] as RowSpec, ...rows];

test.each([
  ['a prefix of 网格编号', { gridPrefix: 'G', township: null }, ['G001']],
  ['a township', { gridPrefix: null, township: '剡湖街道' }, ['G001', 'H001']],
])('rows outside the scope are left out and counted: %s', async (_, scope, grids) => {
  const { facts, problems } = await readOffice({
    scope,
    month: {
      roster: scoped,
      reports: reportsOf(
        ['R1', 'W001', '', '2021-07-01', '其他', 'G001', '有效'],
        ['R2', 'W002', '', '2021-07-01', '其他', '', '什么'],
        ['R3', 'W002', '李强', '2021-07-01', '其他', '', '有效'],
      ),
    },
  });
  expect(facts.people.map(({ id }) => id)).toEqual(['W001', 'L001']);
  expect(facts.people[0]?.assignments[0]?.grids).toEqual(grids);
  expect(facts.grids.map(({ id }) => id)).toEqual(grids);
  expect([...facts.reports].map(({ id }) => id)).toEqual(['R1']);
  expect(problems.map(brief)).toEqual([
    'notice outOfScopeLeftOut 2021-07/reports.xlsx Sheet1 - -',
    'notice outOfScopeLeftOut 2021-07/roster.xlsx Sheet1 - -',
  ]);
});

test('people nobody here knows are left out when their grid is outside', async () => {
  const { problems } = await readOffice({
    scope: { gridPrefix: 'G', township: null },
    month: { reports: reportsOf(['R1', 'X001', '外人', '2021-07-01', '其他', 'H777', '有效']) },
  });
  expect(problems.map(brief)).toEqual(['notice outOfScopeLeftOut 2021-07/reports.xlsx Sheet1 - -']);
});

test('a 曾用名 finds its bearer and does not contradict the 工号; borne by two it tells nobody', async () => {
  const { facts, problems } = await readOffice({
    month: {
      roster: [
        ['工号', '姓名', '曾用名', '角色', '网格编号'],
        ['W001', '王芳', '王小芳、王 二芳', '专职网格员', 'G001'],
        ['W001', '王小芳', '', '网格长', 'G002'],
        ['W002', '李强', '王二芳', '兼职网格员', 'G001'],
      ],
      patrol: [OFFICE.patrol[0] as RowSpec],
      reports: [OFFICE.reports[0] as RowSpec],
      tasks: [OFFICE.tasks[0] as RowSpec],
      meetings: [
        ['日期', '工号', '姓名', '签到'],
        ['7月5日', '', '王小芳', '出席'],
        ['7月6日', 'W001', '王小芳', '迟到'],
        ['7月7日', 'W001', '王二芳', '出席'],
        ['7月8日', '', '王二芳', '出席'],
        ['7月9日', 'W002', '王小芳', '出席'],
      ],
    },
  });
  expect(facts.people.map(({ id, name, formerNames }) => [id, name, formerNames])).toEqual([
    ['W001', '王芳', ['王小芳', '王二芳']],
    ['W002', '李强', ['王二芳']],
  ]);
  expect(facts.meetings.map(({ person, date }) => [person, date])).toEqual([
    ['W001', '2021-07-05'],
    ['W001', '2021-07-06'],
    ['W001', '2021-07-07'],
  ]);
  expect(problems.map(brief)).toEqual([
    'error personAmbiguous 2021-07/meetings例会.xlsx Sheet1 5 2',
    'error personContradicted 2021-07/meetings例会.xlsx Sheet1 6 2',
  ]);
});
