// 异常线索 as a sheet: what was seen, of whom, in which cells, and room for what was found out.
import { expect, test } from 'vitest';
import type { ClueRecord, MonthRecord } from '../../../src/model/record.ts';
import type { Source } from '../../../src/model/source.ts';
import { cluesSheet } from '../../../src/views/workbook/sheets/clues.ts';
import { headings, rowAt, valuesOf } from './cells.ts';
import { monthRecord, TABLES } from './record.ts';

const PREPARED = { preparedBy: '王芳', preparedOn: '2021-08-02' };
const [PATROL, REPORTS] = TABLES.map((table, id) => ({ ...table, columns: { at: 3, text: 26 + id } }));
const tables = [PATROL, REPORTS, ...TABLES.slice(2)] as MonthRecord['tables'];

const clue = (count: number, sources: readonly Source[], changes: Partial<ClueRecord> = {}): ClueRecord => ({
  clue: 'sameContent',
  people: Array.from({ length: count }, (_, index) => ({ id: `W${10 + index}` as never, name: `人${10 + index}` })),
  text: '=相同内容 2 次',
  sources,
  ...changes,
});
const sheetOf = (...clues: readonly ClueRecord[]) => cluesSheet({ ...monthRecord(1), tables, clues }, PREPARED);
const rows = (...found: number[]): Source => ({ type: 'rows', table: 1, rows: found, field: 'text' });
const sourceText = (...sources: readonly Source[]) =>
  rowAt(sheetOf(clue(1, sources)), 0).get('来源（文件!工作表!单元格）')?.value;

test('a row a clue, with a blank to fill in', () => {
  const sheet = sheetOf(clue(2, [rows(5, 9)]), clue(0, [], { clue: 'headcount', text: '上月 1 人' }));
  expect([sheet.name, sheet.title, sheet.landscape]).toEqual(['异常线索', '2021年7月 异常线索', true]);
  expect(sheet.subtitle[0]?.at(-1)).toBe('只供核查，不影响发放金额');
  expect(headings(sheet)).toEqual(['序号', '线索', '工号', '姓名', '情况', '来源（文件!工作表!单元格）', '核实情况']);
  expect(sheet.rows.map(valuesOf)).toEqual([
    [1, '信息内容重复', 'W10、W11', '人10、人11', '=相同内容 2 次', '2021-07/信息上报明细.csv!AB5、AB9', null],
    [2, '人数变动', '', '', '上月 1 人', '', null],
  ]);
  expect(sheet.footer).toEqual([['制表：王芳', '审核：', '审批：', '日期：2021年8月2日']]);
});

test('none', () => {
  const { rows: none, footer } = sheetOf();
  expect([none, footer.length, footer[0]]).toEqual([[], 2, ['本月没有异常线索。']]);
});

test('many people are counted', () => {
  const people = (count: number) => rowAt(sheetOf(clue(count, [])), 0);
  expect(people(12).get('工号')?.value).toMatch(/W20、W21$/);
  expect(people(13).get('工号')?.value).toMatch(/W20、W21 … 等 13 人$/);
  expect(people(13).get('姓名')?.value).toMatch(/人20、人21 … 等 13 人$/);
});

test('cells of one sheet stand together, each once', () => {
  expect(
    sourceText(
      { type: 'rows', table: 0, rows: [4, 5], field: 'at' },
      rows(7),
      { type: 'rows', table: 0, rows: [5], field: 'text' },
      { type: 'cell', table: 0, row: 5, column: 26 },
      { type: 'rows', table: 0, rows: [8], field: null },
    ),
  ).toBe('2021-07/平安系统_巡查统计_202107.xlsx!巡查统计!D4、D5、AA5、第8行；2021-07/信息上报明细.csv!AB7');
});

test('many cells are counted', () => {
  const upTo = (count: number) => sourceText(rows(...Array.from({ length: count }, (_, index) => index + 2)));
  expect(upTo(12)).toMatch(/AB12、AB13$/);
  expect(upTo(13)).toMatch(/AB12、AB13 … 等 13 格$/);
});

test('what is no cell', () => {
  const june = '2021-06' as MonthRecord['period'];
  expect(
    sourceText(
      { type: 'record', period: june, person: 'A', item: 'served' },
      { type: 'record', period: june, person: 'B', item: 'served' },
    ),
  ).toBe('2021-06 月度记录“在职”');
  const items = ['total', 'accountEnding', 'carriedOut', 'starReward'];
  expect(sourceText(...items.map((item): Source => ({ type: 'record', period: june, person: 'A', item })))).toBe(
    ['合计', '银行账号尾号', '结转追扣', '排名奖励'].map((title) => `2021-06 月度记录“${title}”`).join('；'),
  );
  expect(sourceText({ type: 'absence', what: '花名册上的记录', searched: [1] })).toBe(
    '没有花名册上的记录（已查 2021-07/信息上报明细.csv）',
  );
  const setting = { type: 'setting', parameter: 'star.paidIn', value: '当季末月' } as const;
  expect(sourceText({ ...setting, cell: null })).toMatch(/^参数“.+”$/);
  expect(sourceText({ ...setting, cell: { file: '设置.csv', sheet: null, row: 3, column: 1 } })).toBe('设置.csv!B3');
});
