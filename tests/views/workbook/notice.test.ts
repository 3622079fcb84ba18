// 公示: what is posted and what is not.
import { describe, expect, it, test } from 'vitest';
import { fen } from '../../../src/model/money.ts';
import type { MonthRecord, SubjectRecord } from '../../../src/model/record.ts';
import { cellOf } from '../../../src/views/workbook/model.ts';
import { maskedId, noticeWorkbook, type Posting } from '../../../src/views/workbook/notice.ts';
import { headings, rowAt, sheetNamed, tablesOf, valuesOf } from './cells.ts';
import { monthRecord } from './record.ts';

const BLANK: Posting = { postedOn: null, objections: null };
const book = (record: MonthRecord, posting = BLANK) => noticeWorkbook(record, posting);

test.each([
  ['W002', 'W**2'],
  ['W0023456789', 'W*********9'],
  ['A12', 'A*2'],
  ['12', '1*'],
  ['7', '*'],
  ['𠮷1号', '𠮷*号'],
])('%s is posted as %s', (id, shown) => {
  expect(maskedId(id)).toBe(shown);
});

describe('公示', () => {
  const record = monthRecord(5);
  const people = record.subjects.filter(({ role }) => role === 'fullTime');
  const sheet = sheetNamed(book(record), '公示');

  it('has people, the money of the edition’s items and the sum, nothing else', () => {
    expect(sheet.title).toBe('2021年7月 专职网格员补贴公示');
    expect(headings(sheet).join(' ')).toBe(
      '序号 工号 姓名 网格 巡查补贴 信息补贴 任务奖励 专项奖励 排名奖励 增减项 应发合计 结转追扣',
    );
    expect(valuesOf(sheet.rows[2])).toEqual([3, 'Y****3', '孙雪', '330683001003', 800, 200, 200, 500, 0, 0, 1700, 0]);
    expect(valuesOf(sheet.totals).slice(0, 5)).toEqual(['合计', null, null, null, 3750]);
    const sums = headings(sheet).map((heading, at) => [heading, valuesOf(sheet.totals)[at]]);
    const total = people.reduce((sum, one) => sum + one.total, 0) / 100;
    expect(Object.fromEntries(sums)).toMatchObject({ 应发合计: total, 增减项: -1663.5 });
  });

  it('shows no 工号 whole', () => {
    const shown = JSON.stringify(book(record));
    expect(record.subjects.filter(({ id }) => shown.includes(id))).toEqual([]);
  });

  it('follows another edition’s items and leaves out columns of nothing', () => {
    const items = record.scheme.items
      .filter(({ item }) => item !== 'taskReward')
      .map((item) => (item.item === 'patrolSubsidy' ? { ...item, title: '走访津贴' } : item));
    const subjects = record.subjects.map((subject) => ({
      ...subject,
      carriedOut: fen(0),
      decisions: subject.decisions.filter(({ item }) => item !== 'taskReward'),
    }));
    const other = sheetNamed(book({ ...record, subjects, scheme: { ...record.scheme, items } }), '公示');
    expect(headings(other).slice(4).join(' ')).toBe('走访津贴 信息补贴 专项奖励 排名奖励 增减项 应发合计');
  });

  it('has several grids of a person on one line, or one a line', () => {
    const withGrids = (...grids: string[]) => {
      const subjects = [{ ...(people[0] as SubjectRecord), grids: grids as unknown as SubjectRecord['grids'] }];
      return rowAt(sheetNamed(book({ ...record, subjects }), '公示'), 0).get('网格')?.value;
    };
    expect(withGrids('G001', 'G002')).toBe('G001、G002');
    expect(withGrids('330683001001', '330683001002')).toBe('330683001001、\n330683001002');
  });

  it('is dated by what was said, else has blanks to write in', () => {
    expect(sheet.subtitle[1]).toEqual(['公示期：自　　　　年　　月　　日起至　　　　年　　月　　日止', '单位：元']);
    expect(sheet.footer[0]).toEqual(['如有异议，请在公示期内向________________（电话________________）书面提出。']);
    expect(sheet.footer.slice(1)).toEqual([
      ['', '中共嵊州市剡湖街道工作委员会、嵊州市剡湖街道办事处'],
      ['', '　　　　年　　月　　日'],
    ]);
    const dated = book(
      { ...record, office: '剡湖街道' },
      { postedOn: '2021-08-02', objections: { from: '2021-08-02', to: '2021-08-06' } },
    );
    for (const one of tablesOf(dated)) {
      expect(one.subtitle[1]?.[0]).toBe('公示期：自2021年8月2日起至2021年8月6日止');
      expect(one.footer.slice(1)).toEqual([
        ['', '剡湖街道'],
        ['', '2021年8月2日'],
      ]);
    }
  });

  it('holds names as text, whatever they begin with', () => {
    const subjects = [{ ...(people[0] as SubjectRecord), name: '=1+1' }];
    const cell = rowAt(sheetNamed(book({ ...record, subjects }), '公示'), 0).get('姓名');
    expect(cell).toEqual(cellOf('=1+1'));
  });
});

describe('网格长和兼职', () => {
  const record = monthRecord(5);

  it('has a sheet of their own', () => {
    const sheet = sheetNamed(book(record), '网格长和兼职');
    expect(sheet.title).toBe('2021年7月 网格长、兼职网格员以奖代补公示');
    expect(headings(sheet).join(' ')).toBe('序号 工号 姓名 角色 网格 以奖代补 增减项 应发合计');
    expect(valuesOf(sheet.rows[1])).toEqual([2, 'J****2', '蒋建', '兼职网格员', '330683001002', 5, 0, 5]);
    expect(valuesOf(sheet.totals).slice(-3)).toEqual([15, 0, 15]);
  });

  it('has none where nobody gets anything, or the edition pays them nothing', () => {
    const names = (changed: MonthRecord) => book(changed).sheets.map(({ name }) => name);
    const unpaid = record.subjects.map((one) => (one.role === 'fullTime' ? one : { ...one, total: fen(0) }));
    const items = record.scheme.items.map((item) => ({
      ...item,
      for: item.for.filter((about) => about === 'fullTime'),
    }));
    expect(names(record)).toEqual(['公示', '网格长和兼职']);
    expect(names({ ...record, subjects: unpaid })).toEqual(['公示']);
    expect(names({ ...record, scheme: { ...record.scheme, items } })).toEqual(['公示']);
  });
});
