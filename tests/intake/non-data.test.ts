// Rows that are not data, and rows that only look like it (非数据行): whoever is named, and whatever happened, is data.
import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/files/sheet.ts';
import { type Fit, recognise } from '../../src/intake/header/recognise.ts';
import { mayBeNoData } from '../../src/intake/rows/footnotes.ts';
import { nonDataTest } from '../../src/intake/rows/non-data.ts';
import { brief, num, PERIOD, type RowSpec, readOffice, rowsOf } from './book.ts';

const HEADERS = {
  patrol: ['序号', '日期', '工号', '姓名', '网格名称', '在线时长（小时）', '巡查里程（公里）', '核对'],
  reports: ['编号', '工号', '上报人', '上报时间', '类别', '是否有效', '内容'],
  grids: ['网格编号', '网格名称', '户数'],
  adjustments: ['工号', '姓名', '项目', '金额', '原因', '批准人'],
} as const satisfies Record<string, RowSpec>;

function reasonOf(kind: keyof typeof HEADERS, spec: RowSpec): string | null {
  const seen = recognise(rowsOf([['7月统计表'], HEADERS[kind], spec]), { period: PERIOD, file: '例会.xlsx' });
  const [row] = rowsOf([spec]) as [Row];
  return nonDataTest((seen as { fit: Fit }).fit)(row.cells);
}

describe('totals', () => {
  test.each<[string, RowSpec]>([
    ['in the first column', ['合计', null, null, null, null, 270, 3.2]],
    ['behind a running number', [32, null, null, '合计', null, 270, 3.2]],
    ['with spaces', ['合　　计', null, null, null, null, 270]],
    ['with a colon', ['合计：', null, null, null, null, 270]],
    ['with a count', ['合计（31人）', null, null, null, null, 270]],
    ['with a count behind it', ['合计31人', null, null, null, null, 270]],
    ['in words', ['总 计', null, null, null, null, '270小时']],
    ['of a page', ['本页小计', null, null, null, null, 270]],
    ['of a month', [null, '7月小计', null, null, null, 270]],
    ['of a day', [null, '2021-07-01', null, '小计', null, 270]],
    ['of a grid', [null, '2021-07-01', null, null, '小计', 270]],
    ['of a person', [null, '小计', 'W001', '王芳', null, 270]],
    ['of a person, by name', [null, null, null, '王芳小计', null, 270]],
    ['an average', ['平均值', null, null, null, null, 4.5]],
    ['without figures', ['合计', null, null, null, null, null]],
  ])('%s', (_, row) => expect(reasonOf('patrol', row)).toBe('合计行'));
  test.each<[string, RowSpec]>([
    ['a person beside the word', [null, '2021-07-01', 'W001', '合计', null, 270]],
    ['a person, the word in a column nobody reads', [1, '2021-07-01', 'W001', '王芳', null, 270, 3, '合计']],
    ['a name with one sign more', [null, '2021-07-01', null, '王小计', null, 270]],
    ['a word that only begins so', [null, '2021-07-01', null, '累计中', null, 270]],
    ['the word within a text', [null, '2021-07-01', 'W001', '王芳', '合计网格', 270]],
  ])('%s is data', (_, row) => expect(reasonOf('patrol', row)).toBeNull());
  test('prose may speak of totals', () => {
    expect(reasonOf('reports', ['R9', null, null, '2021-07-01', null, '有效', '合计'])).toBeNull();
    expect(reasonOf('reports', [null, null, null, '2021-07-01', null, '有效', '小计'])).toBeNull();
    expect(reasonOf('reports', ['小计', null, null, null, null, 12, null])).toBe('合计行');
    expect(reasonOf('adjustments', ['W001', '王芳', '合计', 50, '更正', '主任'])).toBeNull();
    expect(reasonOf('adjustments', [null, null, '合计', 50, null, null])).toBe('合计行');
    expect(reasonOf('grids', ['G001', '合计', 12])).toBeNull();
    expect(reasonOf('grids', [null, '合计', 12])).toBe('合计行');
    expect(reasonOf('grids', ['合计', null, 12])).toBe('合计行');
  });
});

describe('footnotes', () => {
  test.each<[string, RowSpec]>([
    ['注', ['注：数据以系统为准']],
    ['numbered 注', ['注1：数据以系统为准']],
    ['说明', [null, '说明：如有异议请反馈']],
    ['说明 alone', ['说明']],
    ['numbered', ['1、在线时长按定位统计']],
    ['numbered in brackets', ['（2）里程按轨迹计算']],
    ['starred', ['*号为必填项']],
    ['signatures in one cell', ['制表人：周小明　　审核人：何素芳']],
    ['signatures in several cells', ['制表：周小明', null, null, '审核：何素芳', null, '审批：']],
    ['labels and names apart', ['制表人：', null, '周小明', '审核：', '何素芳']],
    ['a label and a date cell', [null, null, '制表日期：', num('44409', 'date')]],
    ['a stamp', ['单位（盖章）：', null, null, '负责人（签字）：']],
    ['a count', ['共 31 条']],
    ['a page', ['第1页 共3页']],
    ['a page of', ['第 1 页', null, null, null, null, null, '共 3 页']],
    ['the end', ['—以下空白—']],
    ['the end without lines', [null, null, null, '以下空白']],
    ['a line', ['--------']],
    ['about the data', ['以上数据来源于平安系统']],
    ['about the table', ['本表一式两份']],
    ['time of export', ['导出时间：2021-08-01 09:00']],
  ])('%s', (_, row) => expect(reasonOf('patrol', row)).toBe('表尾说明'));
  test.each<[string, RowSpec]>([
    ['a person with a remark', [null, '2021-07-01', 'W001', '王芳', null, null, null, '说明：请假']],
    ['a person without anything', [null, null, null, '王芳']],
    ['a 工号 alone', [null, null, 'W001']],
    ['figures with a remark', ['注：补录', null, null, null, null, 4, 3]],
    ['a label with a person behind another cell', ['审核：', null, 'W001', '王芳']],
    ['a name like a label', [null, '2021-07-01', null, '单位']],
    ['a date alone', [null, '2021-07-01']],
    ['a number alone', [5]],
  ])('%s is data', (_, row) => expect(reasonOf('patrol', row)).toBeNull());
  test('a text that begins like a footnote is data', () => {
    expect(reasonOf('reports', ['R9', 'W001', null, '2021-07-01', null, '有效', '说明：围墙倒塌'])).toBeNull();
    expect(reasonOf('reports', [null, null, null, '2021-07-01', null, null, '说明：围墙倒塌'])).toBeNull();
    expect(reasonOf('reports', [null, null, null, null, null, null, '1、围墙倒塌两处'])).toBeNull();
  });
});

describe('repeated headers', () => {
  test('the header and the title above it', () => {
    expect(reasonOf('patrol', HEADERS.patrol)).toBe('重复的表头');
    expect(reasonOf('patrol', ['序号', ' 日 期 ', '*工号', '姓名'])).toBe('重复的表头');
    expect(reasonOf('patrol', ['7月统计表'])).toBe('重复的表头');
  });
  test('one heading among data is data', () => {
    expect(reasonOf('patrol', [1, '日期', 'W001', '王芳'])).toBeNull();
    expect(reasonOf('patrol', ['序号', '2021-07-01', 'W001', '王芳'])).toBeNull();
  });
});

test('cells of data are not looked at twice', () => {
  const plain = ['W001', '王芳', '2021-07-01', '4小时30分', '3次', '围墙倒塌', '97%', '出席', 'P12', '二十条'];
  expect(plain.filter(mayBeNoData)).toEqual([]);
  const suspicious = ['合计', ' 合计', '7月小计', '王芳小计', '制表人：', '—以下空白—', '共31条', '说明：x', '审核：'];
  expect(suspicious.filter(mayBeNoData)).toEqual(suspicious);
});

test('what is no data is left out with its reason, what looks like it is in error', async () => {
  const { facts, problems } = await readOffice({
    month: {
      reports: [
        ['编号', '工号', '上报时间', '是否有效', '内容'],
        ['R1', 'W001', '2021-07-01', '有效', '说明：围墙'],
        [null, null, '2021-07-02', '有效', '合计'],
        ['合计', null, null, 1, null],
        ['共 1 条'],
        ['注：以系统为准', null, null, '审核：何素芳'],
      ],
    },
  });
  expect([...facts.reports].map(({ id, text }) => [id, text])).toEqual([['R1', '说明：围墙']]);
  expect(facts.tables.find(({ kind }) => kind === 'reports')?.rows).toEqual({
    read: 5,
    used: 1,
    leftOut: { 合计行: 1, 表尾说明: 2 },
    inError: 1,
  });
  expect(problems.map(brief)).toEqual([
    'error cellEmpty 2021-07/reports.xlsx Sheet1 3 0',
    'error personMissing 2021-07/reports.xlsx Sheet1 3 1',
  ]);
});

describe('the example of a template', () => {
  test('says 示例 first, below 序号', () => {
    expect(reasonOf('patrol', ['示例', '2021-07-01', 'W001', '王芳', null, 4.5])).toBe('示例行');
    expect(reasonOf('patrol', [' 示例 ', null, null, null, null, 4.5])).toBe('示例行');
  });
  test.each<[string, keyof typeof HEADERS, RowSpec]>([
    ['a word more', 'patrol', ['示例1', '2021-07-01', 'W001', '王芳', null, 4.5]],
    ['in another column', 'patrol', [1, '2021-07-01', 'W001', '王芳', '示例', 4.5]],
    ['first of the row, in another column', 'patrol', [null, '2021-07-01', 'W001', '示例', null, 4.5]],
    ['a content', 'reports', ['R9', 'W001', '王芳', '2021-07-01', null, '有效', '示例']],
    ['a number of a report', 'reports', ['示例', 'W001', '王芳', '2021-07-01', null, '有效', '漏水']],
  ])('%s is data', (_, kind, row) => expect(reasonOf(kind, row)).toBeNull());
});
