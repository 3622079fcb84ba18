// The warning workbook: 黄牌 and 红牌 of the month, the unmet days behind each, and who is to be looked at for it.
import type { MonthRecord, SubjectRecord } from '../../model/record.ts';
import { CARDS, type Card } from '../../model/terms.ts';
import { failureText, removalsOf } from '../assessed.ts';
import { type Carded, cardedOf } from '../carded.ts';
import { countColumn, detailSheet, PERSON_COLUMNS, textColumn, wordColumn } from './columns.ts';
import { type Cell, type CellStyle, type RowLink, type SheetModel, styled, type WorkbookModel } from './model.ts';
import { monthTitle, officeOf, type Prepared, signatures } from './prepared.ts';
import { cardNoticesSheet, NOTICES_SHEET } from './sheets/card-notices.ts';
import { reasonsOf } from './sheets/patrol.ts';
import { rowSourcesText, weekdayText } from './words.ts';

const LIST_SHEET = '警告名单';
const DAYS_SHEET = '未达标明细';
const STYLES: Record<Card, CellStyle> = { yellow: 'warn', red: 'bad' };

const countOf = ({ figures }: SubjectRecord, figure: string): Cell => {
  const value = figures[figure]?.value;
  return typeof value === 'string' ? Number(value) : null;
};

const daysIn = ({ unmet }: Carded): number => unmet.reduce((count, { days }) => count + days.length, 0);

/** 3日、5日; of several months, each with its name. */
const datesText = ({ unmet }: Carded): string =>
  unmet
    .filter(({ days }) => days.length > 0)
    .map(({ record, days }) => {
      const dates = days.map(({ date }) => `${Number(date.slice(8))}日`).join('、');
      return unmet.length > 1 ? `${monthTitle(record.period)}：${dates}` : dates;
    })
    .join('；');

function cardRow(carded: Carded, index: number, firstDay: number): readonly Cell[] {
  const { subject, card, months, unmet } = carded;
  // Whoever has no day has no row to be led to.
  const link: RowLink | undefined = daysIn(carded) === 0 ? undefined : { sheet: DAYS_SHEET, row: firstDay };
  return [
    index + 1,
    link === undefined ? subject.id : { value: subject.id, link },
    subject.name,
    subject.grids.join('、'),
    { ...styled(CARDS[card], STYLES[card]), link: { sheet: NOTICES_SHEET, row: index } },
    countOf(subject, 'consecutiveFailedMonths'),
    months.map(monthTitle).join('、'),
    unmet.at(-1)?.days.length ?? 0,
    datesText(carded),
    subject.figures.cardIncomplete?.value === true ? '上月记录缺失，未核对红牌' : null,
    null,
  ];
}

function listSheet(record: MonthRecord, carded: readonly Carded[], prepared: Prepared): SheetModel {
  const before = carded.map((_, index) => carded.slice(0, index).reduce((rows, one) => rows + daysIn(one), 0));
  return detailSheet({
    name: LIST_SHEET,
    title: `${monthTitle(record.period)} 专职网格员警告名单`,
    subtitle: [[`单位：${officeOf(record)}`]],
    columns: [
      ...PERSON_COLUMNS,
      textColumn('网格', 6, 16),
      wordColumn('警告', 6, 6),
      countColumn('连续未达标月数'),
      textColumn('未达标月份', 10, 22),
      countColumn('本月未达标日'),
      textColumn('未达标日期', 12, 44),
      textColumn('备注', 8, 26),
      wordColumn('本人签收', 12, 12),
    ],
    rows: carded.map((one, index) => cardRow(one, index, before[index] ?? 0)),
    footer: [
      ...(carded.length === 0 ? [['本月无黄牌、红牌。']] : []),
      ...(record.cardsIncomplete
        ? [['注意：上月记录缺失，连续未达标的核对不完整，名单中的黄牌可能应为红牌。请补齐上月数据后重新生成。']]
        : []),
      signatures(prepared),
    ],
    frozenColumns: 3,
    rowHeight: 24,
  });
}

const REVIEWED_SHEET = '拟调整核查名单';

/** Who is shown a red card or did not reach a requirement (四（二）): to be looked at, nothing is decided. */
function reviewedSheet(record: MonthRecord, prepared: Prepared): SheetModel | null {
  const list = record.scheme.lists.removals;
  if (list === undefined) return null;
  const reviewed = removalsOf(record);
  return detailSheet({
    name: REVIEWED_SHEET,
    title: `${monthTitle(record.period)} 专职网格员${REVIEWED_SHEET}`,
    subtitle: [[`单位：${officeOf(record)}`]],
    columns: [
      ...PERSON_COLUMNS,
      textColumn('网格', 6, 16),
      wordColumn('红牌', 6, 6),
      textColumn('工作要求未达到', 20, 70),
      textColumn('街道意见', 26, 26),
    ],
    rows: reviewed.map(({ subject, isRed, failed }, index) => [
      index + 1,
      subject.id,
      subject.name,
      subject.grids.join('、'),
      isRed ? styled(CARDS.red, STYLES.red) : null,
      failed.map(failureText).join('；') || null,
      null,
    ]),
    footer: [
      ...(reviewed.length === 0 ? [['本月没有红牌，工作要求均达到或无数据。']] : []),
      [`依据${list.clause}“${list.quote}”，只列名单供核查，由街道决定。`],
      signatures(prepared),
    ],
    frozenColumns: 3,
    rowHeight: 22,
  });
}

const daysSheet = (record: MonthRecord, carded: readonly Carded[]): SheetModel =>
  detailSheet({
    name: DAYS_SHEET,
    title: `${monthTitle(record.period)} 警告名单未达标明细`,
    columns: [
      ...PERSON_COLUMNS.slice(1),
      wordColumn('警告', 6, 8),
      wordColumn('日期', 10, 10),
      wordColumn('星期', 4, 4),
      textColumn('未达标情况', 20, 56),
      textColumn('来源（文件!工作表!行）', 12, 48),
    ],
    rows: carded.flatMap(({ subject, card, unmet }, index) =>
      unmet.flatMap(({ record: month, days }) =>
        days.map((day) => [
          { value: subject.id, link: { sheet: LIST_SHEET, row: index } },
          subject.name,
          CARDS[card],
          day.date,
          weekdayText(day.date),
          reasonsOf(day),
          rowSourcesText(month, day.sources),
        ]),
      ),
    ),
    frozenColumns: 2,
  });

/** `history` holds the records of the months before: a red card tells the days of both. */
export function cardsWorkbook(record: MonthRecord, history: readonly MonthRecord[], prepared: Prepared): WorkbookModel {
  const carded = cardedOf(record, history);
  return {
    title: `${monthTitle(record.period)} 专职网格员警告名单`,
    sheets: [
      listSheet(record, carded, prepared),
      daysSheet(record, carded),
      cardNoticesSheet(record, carded, prepared),
      reviewedSheet(record, prepared),
    ].filter((sheet) => sheet !== null),
  };
}
