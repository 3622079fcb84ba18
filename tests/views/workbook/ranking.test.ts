// The ranking workbook.
import { expect, it } from 'vitest';
import { rankingWorkbook } from '../../../src/views/workbook/ranking.ts';
import { headings, rowAt, sheetNamed, valuesOf } from './cells.ts';
import { monthRecord, rankingRecord } from './record.ts';

const record = monthRecord(20);
const workbook = rankingWorkbook(rankingRecord(record), record, { preparedBy: null, preparedOn: null });
const sheet = sheetNamed(workbook, '星级排名');

it('星级排名 has the weights in the headings, scores to two decimals, stars and rewards', () => {
  expect(sheet.title).toBe('2021年第三季度 专职网格员星级排名');
  expect(headings(sheet).slice(3, 5)).toEqual(['上班工作到位\n（20分）', '巡查轨迹\n（20分）']);
  expect(valuesOf(sheet.rows[0])).toEqual([
    ...[1, 'YH0001', '赵建', 96.67, 96.67, 96.67, 96.67, 96.67, 96.67],
    ...[99, 0, 61, '★★★', 300],
  ]);
  expect(rowAt(sheet, 9).get('星级')?.value).toBe('★★');
  expect(rowAt(sheet, 15).get('星级')?.value).toBeNull();
});

it('a dimension left out is a dash', () => {
  expect(rowAt(sheet, 1).get('临时任务\n（10分）')).toEqual({ value: '—', style: 'muted' });
});

it('sums the rewards', () => {
  expect(valuesOf(sheet.totals).at(-1)).toBe(5 * 300 + 5 * 200 + 5 * 100);
});

it('未参加排名 gives the reason in Chinese', () => {
  expect(sheetNamed(workbook, '未参加排名').rows).toEqual([[1, 'YH0020', '许强海', '本季有红牌']]);
});

it('carries the rules', () => {
  expect(workbook.sheets.map(({ name }) => name)).toEqual([
    '星级排名',
    '未参加排名',
    '后备干部候选名单',
    '规则依据',
    '解释口径',
  ]);
});
