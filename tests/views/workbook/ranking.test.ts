// The ranking workbook.
import { describe, expect, it } from 'vitest';
import type { RankedRecord } from '../../../src/model/record.ts';
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
    ...[99, 0, 61, null, '★★★', 300],
  ]);
  expect(rowAt(sheet, 9).get('星级')?.value).toBe('★★');
  expect(rowAt(sheet, 15).get('星级')?.value).toBeNull();
});

it('bars go from 0 to 100 in the scores alone', () => {
  const bars = sheet.columns.map(({ heading, bar }) => [heading.split('\n')[0], bar?.max]);
  expect(bars.filter(([, max]) => max !== undefined)).toEqual([
    ...['上班工作到位', '巡查轨迹', '信息质量和数量', '完成派单任务', '巡查质量', '临时任务', '综合得分'].map((one) => [
      one,
      100,
    ]),
  ]);
});

describe('同分裁定', () => {
  const ranking = rankingRecord(record);
  /** The first people with these ranks, composites and figures of the tie rules (fewer, more). */
  const textsOf = (...people: readonly (readonly [number, string, string, string])[]) => {
    const ranked = people.map(([rank, composite, unmet, reports], index) => ({
      ...(ranking.ranked[index] as RankedRecord),
      rank,
      composite,
      ties: [unmet, reports],
    }));
    const book = rankingWorkbook({ ...ranking, ranked }, record, { preparedBy: null, preparedOn: null });
    const table = sheetNamed(book, '星级排名');
    return { texts: ranked.map((_, at) => rowAt(table, at).get('同分裁定')?.value), footer: table.footer.flat() };
  };

  it('names the rule that decided, the own figure first, and nobody whose composite is another', () => {
    const { texts, footer } = textsOf([1, '99', '2', '60'], [2, '99', '3', '70'], [3, '98', '3', '70']);
    expect(texts).toEqual([
      '与 钱强海 同分：未达标日少者在前（2 ＜ 3）',
      '与 赵建 同分：未达标日少者在前（3 ＞ 2）',
      null,
    ]);
    expect(footer).toContain('同分时依次比较：未达标日少者在前、有效信息多者在前。');
  });

  it('the second rule where the first tells nothing; 并列 where none does', () => {
    const { texts } = textsOf([1, '99', '2', '61'], [2, '99', '2', '60'], [2, '99', '2', '60'], [4, '99', '4', '90']);
    expect(texts).toEqual([
      '与 钱强海、孙雪 同分：有效信息多者在前（61 ＞ 60）',
      '与 赵建 同分：有效信息多者在前（60 ＜ 61）\n与 孙雪 同分：并列\n与 李建国 同分：未达标日少者在前（2 ＜ 4）',
      '与 赵建 同分：有效信息多者在前（60 ＜ 61）\n与 钱强海 同分：并列\n与 李建国 同分：未达标日少者在前（2 ＜ 4）',
      '与 钱强海、孙雪 同分：未达标日少者在前（4 ＞ 2）',
    ]);
  });

  it('an office that lets equal composites share the rank is told of no rules', () => {
    const { texts, footer } = textsOf([1, '99', '2', '61'], [1, '99', '3', '60']);
    expect(texts).toEqual(['与 钱强海 同分：并列', '与 赵建 同分：并列']);
    expect(footer.filter((text) => String(text).startsWith('同分时'))).toEqual([]);
  });
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
    '得分依据',
    '未参加排名',
    '后备干部候选名单',
    '规则依据',
    '解释口径',
  ]);
});
