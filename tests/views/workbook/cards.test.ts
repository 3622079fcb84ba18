// The warning workbook.
import { describe, expect, it } from 'vitest';
import { cardsWorkbook } from '../../../src/views/workbook/cards.ts';
import { cellOf } from '../../../src/views/workbook/model.ts';
import { rowAt, sheetNamed, valuesOf } from './cells.ts';
import { monthRecord } from './record.ts';

const BLANK = { preparedBy: null, preparedOn: null };
const record = monthRecord(45);
const list = sheetNamed(cardsWorkbook(record, BLANK), '警告名单');
const days = sheetNamed(cardsWorkbook(record, BLANK), '未达标明细');

describe('警告名单', () => {
  it('lists the cards with their colour and the days', () => {
    const carded = record.subjects.filter(({ figures }) => figures.card?.value);
    expect(list.rows.map((row) => valuesOf(row)[1])).toEqual(carded.map(({ id }) => id));
    const row = rowAt(list, 0);
    expect(row.get('警告')).toEqual({ value: '红牌', style: 'bad' });
    expect(row.get('连续未达标月数')?.value).toBe(2);
    expect(row.get('本月未达标日')?.value).toBe(String(row.get('未达标日期')?.value).split('、').length);
  });

  it('links to the first of the person’s days, which stand by date', () => {
    for (const row of list.rows) {
      const { value, link } = cellOf(row[1] ?? null);
      const own = days.rows.filter((day) => day[0] === value);
      expect(days.rows[link?.row ?? -1]).toBe(own[0]);
      expect(own.map((day) => day[3])).toEqual(own.map((day) => day[3]).sort());
    }
  });

  it('says when the month before is not to be had', () => {
    expect(list.footer[0]?.[0]).toContain('上月记录缺失');
    const whole = sheetNamed(cardsWorkbook({ ...record, cardsIncomplete: false }, BLANK), '警告名单');
    expect(whole.footer).toHaveLength(1);
  });

  it('says so when there is none', () => {
    const none = cardsWorkbook({ ...record, subjects: record.subjects.slice(0, 1), cardsIncomplete: false }, BLANK);
    expect(sheetNamed(none, '警告名单').footer[0]).toEqual(['本月无黄牌、红牌。']);
  });
});
