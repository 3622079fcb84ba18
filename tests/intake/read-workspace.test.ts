// 设置, 口径确认 and 日历 from the workspace's root.
import { expect, test } from 'vitest';
import { readWorkspaceTables } from '../../src/intake/read-workspace.ts';
import { brief, file, num, OFFICE, sheet } from './book.ts';

test('typed rows with the place of their value', async () => {
  const result = await readWorkspaceTables([
    file('设置.xlsx', () => [
      sheet('参数', [
        ['参数', '取值', '起始月', '决定/依据', '批准人'],
        ['目标.在线率.标准', num('0.8', 'percent'), '2021-07', '会议纪要', '主任'],
        ['单位', '剡湖街道', null, null, null],
        ['x', null, '2021-07'],
        ['y', 1, '何时'],
      ]),
      sheet('口径', [
        ['编号', '选定', '起始月', '依据', '批准人'],
        ['k１', '甲', num('202107'), '', ''],
      ]),
      sheet('日历', [
        ['日期', '类型', '依据'],
        ['2021-09-18', '工作日', '调休'],
        ['2021-09-20', '放假', ''],
        ['7月1日', '休息日', ''],
      ]),
      sheet('说明', [['这里是说明']]),
    ]),
    file('花名册.xlsx', OFFICE.roster),
    file('巡查.xlsx', OFFICE.patrol),
  ]);
  const columns = { name: 0, value: 1, from: 2, basis: 3, approver: 4 };
  const place = (row: number, column: number, name = '参数') => ({ file: '设置.xlsx', sheet: name, row, column });
  expect(result.settings).toEqual([
    {
      name: '目标.在线率.标准',
      value: '80%',
      from: '2021-07',
      basis: '会议纪要',
      approver: '主任',
      place: place(2, 1),
      columns,
    },
    { name: '单位', value: '剡湖街道', from: null, basis: null, approver: null, place: place(3, 1), columns },
  ]);
  expect(result.confirmations).toMatchObject([{ id: 'K1', choice: '甲', from: '2021-07', place: place(2, 1, '口径') }]);
  expect(result.calendarDays).toMatchObject([{ date: '2021-09-18', workday: true, place: place(2, 0, '日历') }]);
  expect(result.problems.map(brief)).toEqual([
    'warning tableNotTaken 巡查.xlsx Sheet1 - -',
    'error cellEmpty 设置.xlsx 参数 4 1',
    'error monthUnreadable 设置.xlsx 参数 5 2',
    'error wordUnknown 设置.xlsx 日历 3 1',
    'error dateUnreadable 设置.xlsx 日历 4 0',
  ]);
});

test('a row that names what may be decided and decides nothing is passed over, not more', async () => {
  const { settings, confirmations, problems, sheets } = await readWorkspaceTables([
    file('设置.xlsx', () => [
      sheet('设置', [
        ['参数', '取值', '起始月', '决定', '批准人', '现行取值'],
        ['巡查补贴标准', null, null, null, null, 800],
        ['巡查补贴标准', null, null, null, '主任', 800],
        ['巡查补贴标准', 900, null, null, null, 800],
        [null, null, null, null, null, 800],
      ]),
      sheet('口径确认', [
        ['编号', '选定', '起始月', '决定', '批准人', '问题'],
        ['K1', null, null, null, null, '问题'],
        ['K2', null, '2021-07', null, null, '问题'],
        ['K3', '采用'],
      ]),
    ]),
  ]);
  expect(settings.map(({ value }) => value)).toEqual(['900']);
  expect(confirmations.map(({ id }) => id)).toEqual(['K3']);
  expect(problems.map(brief)).toEqual([
    'error cellEmpty 设置.xlsx 口径确认 3 1',
    'error cellEmpty 设置.xlsx 设置 3 1',
    'error cellEmpty 设置.xlsx 设置 5 0',
    'error cellEmpty 设置.xlsx 设置 5 1',
  ]);
  expect(sheets.map(({ rows }) => rows)).toEqual([
    { read: 4, used: 1, leftOut: { 没有填写: 1 }, inError: 2 },
    { read: 3, used: 1, leftOut: { 没有填写: 1 }, inError: 1 },
  ]);
});
