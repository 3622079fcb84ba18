// What became of every sheet: each fate once, with its header, its columns and its books.
import { expect, test } from 'vitest';
import { UnreadableFile } from '../../src/files/sheet.ts';
import { type InputFile, readMonth } from '../../src/intake/read-month.ts';
import { readWorkspaceTables } from '../../src/intake/read-workspace.ts';
import { mergedAccounts, withRowsInError } from '../../src/intake/reading.ts';
import { problem } from '../../src/problems/problem.ts';
import { brief, file, OFFICE, PERIOD, type RowSpec, sheet, unreadable } from './book.ts';

const read = (month: readonly InputFile[], previous: readonly InputFile[] = [], root: readonly InputFile[] = []) =>
  readMonth({ period: PERIOD, month, previous, root, scope: null, switchedOff: new Set() });

const own: InputFile = { path: '2021-07/own.xlsx', open: async () => ({ ownOutput: true, sheets: [] }) };
const broken = new UnreadableFile('damaged', 'd', 'b');

test('every fate of a sheet', async () => {
  const month = [
    file('2021-07/a.xlsx', () => [
      sheet('a', OFFICE.roster),
      sheet('b', OFFICE.patrol, { hidden: true }),
      sheet('c', []),
      sheet('d', [['甲', '乙']]),
      sheet('e', [['日期', '网格编号', '是否漏报', '说明', '工号', '原因']]),
      sheet('f', [
        ['参数', '取值'],
        ['x', 1],
      ]),
    ]),
    file('2021-07/b.xlsx', () => [sheet('a', OFFICE.tasks), sheet('b', OFFICE.reports, { breaksOff: broken })]),
    unreadable('2021-07/c.xlsx', new UnreadableFile('encrypted', 'd')),
    own,
  ];
  const previous = [file('2021-06/a.xlsx', () => [sheet('a', OFFICE.roster), sheet('b', OFFICE.meetings)])];
  const { sheets } = await read(month, previous, [file('r.xlsx', OFFICE.roster)]);
  const fates = sheets.map(({ file: path, sheet: name, fate, kind, headerRow, rows, why }) =>
    [path, name ?? '-', fate, kind ?? '-', headerRow ?? '-', rows?.read ?? '-', why?.code ?? '-'].join(' '),
  );
  expect(fates).toEqual([
    '2021-06/a.xlsx a lookup roster 1 - -',
    '2021-06/a.xlsx b notNeeded meetings - - -',
    '2021-07/a.xlsx a read roster 1 3 -',
    '2021-07/a.xlsx b hidden - - - -',
    '2021-07/a.xlsx c empty - - - -',
    '2021-07/a.xlsx d notRecognised - - - -',
    '2021-07/a.xlsx e ambiguous - - - -',
    '2021-07/a.xlsx f elsewhere settings - - -',
    '2021-07/b.xlsx a read tasks 1 1 -',
    '2021-07/b.xlsx b read reports 1 1 -',
    '2021-07/c.xlsx - unreadable - - - fileEncrypted',
    '2021-07/own.xlsx - ownOutput - - - -',
    'r.xlsx Sheet1 superseded roster 1 - -',
  ]);
});

test('columns: a title and a group above, one used by another name, one that only repeats, one unknown', async () => {
  const patrol: RowSpec[] = [
    ['巡查统计'],
    ['巡查日期', '工号', '在线时长（分钟）', '走访', null, '里程(km)', '在岗轨迹(km)', '天气'],
    [null, null, null, '重点人员', '重点场所', null, null, null],
    ['2021-07-01', 'W001', 270, 1, 1, 3, 4, '晴'],
  ];
  const { sheets } = await read([file('2021-07/p.xlsx', patrol), file('2021-07/r.xlsx', OFFICE.roster)]);
  const [account] = sheets;
  expect([account?.headerTop, account?.headerRow]).toEqual([2, 3]);
  expect(account?.columns.map(({ heading, meaning, unit }) => [heading, meaning, unit])).toEqual([
    ['巡查日期', '日期', null],
    ['工号', '工号', null],
    ['在线时长(分钟)', '在线时长', '分钟'],
    ['走访/重点人员', '重点人员走访', null],
    ['走访/重点场所', '重点场所走访', null],
    ['里程(km)', null, null],
    ['在岗轨迹(km)', '巡查里程', 'km'],
    ['天气', null, null],
  ]);
});

test("the office's own tables keep their books; a value found wrong later is a row in error", async () => {
  const settings = file('设置.xlsx', [
    ['参数', '取值', '起始月'],
    ['x', 1],
    ['y', null, '2021-07'],
    ['z', 2],
    ['not set'],
  ]);
  const office = (await readWorkspaceTables([settings])).sheets;
  expect(office.map(({ rows }) => rows)).toEqual([{ read: 4, used: 2, leftOut: { 没有填写: 1 }, inError: 1 }]);
  const at = (row: number) => ({ file: '设置.xlsx', sheet: 'Sheet1', row, column: 1 });
  const found = [
    problem('cellEmpty', { heading: '取值' }, at(3)),
    problem('settingUnknown', { found: 'x', nearest: [] }, at(2)),
    problem('settingUnknown', { found: 'x', nearest: [] }, { ...at(2), column: 0 }),
    problem('unitInferred', { heading: 'x', unit: '米', median: '3' }, at(4)),
  ];
  const told = withRowsInError(office, found);
  expect(told.map(({ rows }) => rows)).toEqual([{ read: 4, used: 1, leftOut: { 没有填写: 1 }, inError: 2 }]);
  const { sheets } = await read([], [], [settings, file('花名册.xlsx', OFFICE.roster)]);
  expect(sheets.map(({ file: path, fate }) => [path, fate])).toEqual([
    ['花名册.xlsx', 'read'],
    ['设置.xlsx', 'notNeeded'],
  ]);
  expect(mergedAccounts(told, sheets)).toEqual([sheets[0], told[0]]);
});

test('a text that does not hold together is a note where no table was met, else an export that broke off', async () => {
  const quote = new UnreadableFile('damaged', 'a quote', null, 9);
  const text = (path: string, rows: readonly RowSpec[]) => file(path, () => [sheet(null, rows, { breaksOff: quote })]);
  const { problems } = await read([
    text('2021-07/说明.txt', [['说明：本月'], ['数据齐全']]),
    text('2021-07/例会.csv', OFFICE.meetings),
  ]);
  const told = problems.filter(({ code }) => code.startsWith('file') || code === 'sheetNotRecognised');
  expect(told.map(brief)).toEqual([
    'error fileDamaged 2021-07/例会.csv - 9 -',
    'notice fileNotATable 2021-07/说明.txt - - -',
  ]);
});
