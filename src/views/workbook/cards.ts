// The warning workbook: 黄牌 and 红牌 of the month, the unmet days behind each, and who is to be looked at for it.
import type { DayVerdict } from '../../model/decision.ts';
import type { MonthRecord, SubjectRecord } from '../../model/record.ts';
import { CARDS, type Card } from '../../model/terms.ts';
import { failureText, removalsOf } from '../assessed.ts';
import { type Carded, cardedOf } from '../carded.ts';
import { countColumn, namedColumns, numberColumn, tableSheet, textColumn, wordColumn } from './columns.ts';
import { type Cell, type CellStyle, type SheetModel, styled, type WorkbookModel } from './model.ts';
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

/** Whoever has no day has no row to be led to. */
const daysLink = (carded: Carded, firstDay: number): Cell =>
  daysIn(carded) === 0 ? carded.subject.id : { value: carded.subject.id, link: { sheet: DAYS_SHEET, row: firstDay } };

function listSheet(record: MonthRecord, carded: readonly Carded[], prepared: Prepared): SheetModel {
  const before = carded.map((_, index) => carded.slice(0, index).reduce((rows, one) => rows + daysIn(one), 0));
  return tableSheet<Carded>({
    name: LIST_SHEET,
    title: `${monthTitle(record.period)} 专职网格员警告名单`,
    subtitle: [[`单位：${officeOf(record)}`]],
    columns: [
      numberColumn,
      ...namedColumns<Carded>(
        ({ subject }) => subject,
        (one, index) => daysLink(one, before[index] ?? 0),
      ),
      ['grids', textColumn('网格', 6, 16), ({ subject }) => subject.grids.join('、')],
      [
        'card',
        wordColumn('警告', 6, 6),
        ({ card }, index) => ({ ...styled(CARDS[card], STYLES[card]), link: { sheet: NOTICES_SHEET, row: index } }),
      ],
      ['failedMonths', countColumn('连续未达标月数'), ({ subject }) => countOf(subject, 'consecutiveFailedMonths')],
      ['months', textColumn('未达标月份', 10, 22), ({ months }) => months.map(monthTitle).join('、')],
      ['days', countColumn('本月未达标日'), ({ unmet }) => unmet.at(-1)?.days.length ?? 0],
      ['dates', textColumn('未达标日期', 12, 44), datesText],
      [
        'remark',
        textColumn('备注', 8, 26),
        ({ subject }) => (subject.figures.cardIncomplete?.value === true ? '上月记录缺失，未核对红牌' : null),
      ],
      ['signature', wordColumn('本人签收', 12, 12), () => null],
    ],
    rows: carded,
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

type Removal = ReturnType<typeof removalsOf>[number];

/** Who is shown a red card or did not reach a requirement (四（二）): to be looked at, nothing is decided. */
function reviewedSheet(record: MonthRecord, prepared: Prepared): SheetModel | null {
  const list = record.scheme.lists.removals;
  if (list === undefined) return null;
  const reviewed = removalsOf(record);
  return tableSheet<Removal>({
    name: REVIEWED_SHEET,
    title: `${monthTitle(record.period)} 专职网格员${REVIEWED_SHEET}`,
    subtitle: [[`单位：${officeOf(record)}`]],
    columns: [
      numberColumn,
      ...namedColumns<Removal>(({ subject }) => subject),
      ['grids', textColumn('网格', 6, 16), ({ subject }) => subject.grids.join('、')],
      ['red', wordColumn('红牌', 6, 6), ({ isRed }) => (isRed ? styled(CARDS.red, STYLES.red) : null)],
      ['failed', textColumn('工作要求未达到', 20, 70), ({ failed }) => failed.map(failureText).join('；') || null],
      ['opinion', textColumn('街道意见', 26, 26), () => null],
    ],
    rows: reviewed,
    footer: [
      ...(reviewed.length === 0 ? [['本月没有红牌，工作要求均达到或无数据。']] : []),
      [`依据${list.clause}“${list.quote}”，只列名单供核查，由街道决定。`],
      signatures(prepared),
    ],
    frozenColumns: 3,
    rowHeight: 22,
  });
}

/** An unmet day behind a card; `list` is the row of its bearer on 警告名单. */
interface UnmetDay {
  readonly subject: SubjectRecord;
  readonly card: Card;
  readonly list: number;
  readonly month: MonthRecord;
  readonly day: DayVerdict;
}

const daysSheet = (record: MonthRecord, carded: readonly Carded[]): SheetModel =>
  tableSheet<UnmetDay>({
    name: DAYS_SHEET,
    title: `${monthTitle(record.period)} 警告名单未达标明细`,
    columns: [
      ...namedColumns<UnmetDay>(
        ({ subject }) => subject,
        ({ subject, list }) => ({ value: subject.id, link: { sheet: LIST_SHEET, row: list } }),
      ),
      ['card', wordColumn('警告', 6, 8), ({ card }) => CARDS[card]],
      ['date', wordColumn('日期', 10, 10), ({ day }) => day.date],
      ['weekday', wordColumn('星期', 4, 4), ({ day }) => weekdayText(day.date)],
      ['shortfall', textColumn('未达标情况', 20, 56), ({ day }) => reasonsOf(day)],
      ['sources', textColumn('来源（文件!工作表!行）', 12, 48), ({ month, day }) => rowSourcesText(month, day.sources)],
    ],
    rows: carded.flatMap(({ subject, card, unmet }, list) =>
      unmet.flatMap(({ record: month, days }) => days.map((day) => ({ subject, card, list, month, day }))),
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
