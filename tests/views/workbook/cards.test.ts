// The warning workbook.
import { beforeAll, describe, expect, it } from 'vitest';
import type { MonthRecord } from '../../../src/model/record.ts';
import { cardsWorkbook } from '../../../src/views/workbook/cards.ts';
import { cellOf } from '../../../src/views/workbook/model.ts';
import { quarterUnder } from '../../run/sample-quarter.ts';
import { formNamed, rowAt, sheetNamed, valuesOf } from './cells.ts';
import { monthRecord } from './record.ts';

const BLANK = { preparedBy: null, preparedOn: null };
const record = monthRecord(45);
const list = sheetNamed(cardsWorkbook(record, [], BLANK), '警告名单');
const days = sheetNamed(cardsWorkbook(record, [], BLANK), '未达标明细');

describe('警告名单', () => {
  it('lists the cards with their colour and the days', () => {
    const carded = record.subjects.filter(({ figures }) => figures.card?.value);
    expect(list.rows.map((row) => valuesOf(row)[1])).toEqual(carded.map(({ id }) => id));
    const row = rowAt(list, 0);
    expect(row.get('警告')).toEqual({ value: '红牌', style: 'bad', link: { sheet: '通知书', row: 0 } });
    expect(row.get('未达标月份')?.value).toBe('2021年7月');
    expect(row.get('连续未达标月数')?.value).toBe(2);
    expect(row.get('本月未达标日')?.value).toBe(String(row.get('未达标日期')?.value).split('、').length);
  });

  it('links to the first of the person’s days, which stand by date', () => {
    for (const row of list.rows) {
      const { value, link } = cellOf(row[1] ?? null);
      const own = days.rows.filter((day) => cellOf(day[0] ?? null).value === value);
      expect(days.rows[link?.row ?? -1]).toBe(own[0]);
      expect(own.map((day) => day[3])).toEqual(own.map((day) => day[3]).sort());
    }
  });

  it('is led back to from each of the days', () => {
    expect(days.rows.length).toBeGreaterThan(list.rows.length);
    for (const day of days.rows) {
      const { value, link } = cellOf(day[0] ?? null);
      expect(link?.sheet).toBe('警告名单');
      expect(cellOf(list.rows[link?.row ?? -1]?.[1] ?? null).value).toBe(value);
    }
  });

  it('says when the month before is not to be had', () => {
    expect(list.footer[0]?.[0]).toContain('上月记录缺失');
    const whole = sheetNamed(cardsWorkbook({ ...record, cardsIncomplete: false }, [], BLANK), '警告名单');
    expect(whole.footer).toHaveLength(1);
  });

  it('says so when there is none', () => {
    const none = cardsWorkbook({ ...record, subjects: record.subjects.slice(0, 1), cardsIncomplete: false }, [], BLANK);
    expect(sheetNamed(none, '警告名单').footer[0]).toEqual(['本月无黄牌、红牌。']);
    expect(none.sheets.map(({ name }) => name)).toEqual(['警告名单', '未达标明细', '拟调整核查名单']);
  });
});

describe('通知书 of the sample', () => {
  let months: readonly MonthRecord[];
  beforeAll(async () => {
    months = await quarterUnder();
  });
  /** The texts of each page, line by line. */
  const pagesOf = (month: number, prepared = BLANK) =>
    formNamed(cardsWorkbook(months[month] as MonthRecord, months.slice(0, month), prepared), '通知书').blocks.map(
      (block) =>
        block.map(({ cells }) => cells.map(({ value }) => value ?? '').join('|')).filter((text) => !/^\|*$/.test(text)),
    );

  it('a red card names both months, lists the days, quotes the clause, says what follows and where to object', () => {
    expect(pagesOf(2)[1]).toEqual([
      '红牌通知书',
      '2021年9月',
      '田金锋（工号：W006，网格：G006）：',
      '一、认定情况',
      '　　连续 2 个月未达到巡查要求。',
      '　　本月巡查补贴不发放，累计未达标 5 天。',
      '　　未达到巡查要求的月份：2021年8月、2021年9月。',
      '　　2021年8月未达标 3 天：',
      '日期|星期|未达标情况',
      '2021-08-16|周一|巡查里程 1.05 km（应 3.00 km）',
      '2021-08-17|周二|在线时长 1:52:00（应 4:00:00）',
      '2021-08-18|周三|巡查里程 2.99 km（应 3.00 km）',
      '　　2021年9月未达标 5 天：',
      '日期|星期|未达标情况',
      '2021-09-02|周四|在线时长 2:13:00（应 4:00:00）',
      '2021-09-07|周二|巡查里程 2.99 km（应 3.00 km）',
      '2021-09-13|周一|在线时长 3:04:00（应 4:00:00）',
      '2021-09-16|周四|重点人员走访 0（应 1）',
      '2021-09-24|周五|巡查里程 2.99 km（应 3.00 km）',
      '二、认定依据',
      '　　依据中共嵊州市剡湖街道工作委员会、嵊州市剡湖街道办事处《关于全面优化提升全科网格建设的实施方案》（2021-06-04）三（六）末段：“连续二个月未达到巡查要求的给予红牌，调整出网格员队伍”',
      '　　“未达到巡查要求”的一个月怎样认定：当月巡查补贴被取消（连续3天或累计5天未达标）的月份（解释口径 K21）',
      '三、处理结果',
      '　　给予红牌，调整出网格员队伍。',
      '四、异议',
      '　　对以上认定有异议的，请向下列部门或人员提出。',
      '受理：||联系电话：|',
      '中共嵊州市剡湖街道工作委员会、嵊州市剡湖街道办事处',
      '制表：|审核：|审批：|日期：　　　年　　月　　日',
      '本人签收：||签收日期：|',
    ]);
  });

  it('a yellow card says so, and when the month before is not to be had', () => {
    const [page] = pagesOf(0, { preparedBy: '王芳', preparedOn: '2021-08-03' } as never);
    expect(page).toEqual(
      expect.arrayContaining([
        '黄牌警告通知书',
        '张金霞（工号：W002，网格：G002）：',
        '　　本月未达到巡查要求；上月资料不全，未核对红牌。',
        '　　未达到巡查要求的月份：2021年7月。',
        '　　给予黄牌警告。',
        '制表：王芳|审核：|审批：|日期：2021年8月3日',
      ]),
    );
    expect(page?.filter((text) => text.includes('见当月'))).toEqual([]);
  });

  it('a page for each card, in the order of the list', () => {
    for (const [month, record] of months.entries()) {
      const book = cardsWorkbook(record, [], BLANK);
      const listed = sheetNamed(book, '警告名单').rows.map((row) => `（工号：${valuesOf(row)[1]}`);
      const pages = pagesOf(month);
      expect(pages).toHaveLength(listed.length);
      expect(pages.filter((page, at) => !page[2]?.includes(listed[at] as string))).toEqual([]);
      expect(formNamed(book, '通知书').pages).toBe('oneEach');
    }
  });

  it('警告名单 has both months of a red card', () => {
    const sheet = sheetNamed(cardsWorkbook(months[2] as MonthRecord, months.slice(0, 2), BLANK), '警告名单');
    expect(sheet.rows.map((_, at) => rowAt(sheet, at).get('未达标月份')?.value)).toEqual([
      '2021年9月',
      '2021年8月、2021年9月',
      '2021年9月',
    ]);
    expect(rowAt(sheet, 1).get('未达标日期')?.value).toBe(
      '2021年8月：16日、17日、18日；2021年9月：2日、7日、13日、16日、24日',
    );
    expect(rowAt(sheet, 1).get('本月未达标日')?.value).toBe(5);
  });

  it('where the month before is not at hand its list is referred to', () => {
    const book = cardsWorkbook(months[2] as MonthRecord, [], BLANK);
    expect(rowAt(sheetNamed(book, '警告名单'), 1).get('未达标日期')?.value).toBe('2日、7日、13日、16日、24日');
    const texts = formNamed(book, '通知书').blocks[1]?.flatMap((row) => row.cells.map(({ value }) => value));
    expect(texts).toContain('　　2021年8月的未达标日见当月的警告名单。');
  });
});
