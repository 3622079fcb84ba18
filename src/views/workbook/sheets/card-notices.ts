// 通知书: a page for each 黄牌 or 红牌, to hand to its bearer: what was found, on what ground, what follows, where to object.
import type { Note } from '../../../model/decision.ts';
import type { MonthRecord } from '../../../model/record.ts';
import { CARD_CONSEQUENCES, type Card } from '../../../model/terms.ts';
import type { Carded, UnmetDays } from '../../carded.ts';
import { type FormBlock, type FormRow, type FormSheet, formCell, formRow } from '../form.ts';
import { plainOf } from '../model.ts';
import { monthTitle, officeOf, type Prepared, signatures } from '../prepared.ts';
import { weekdayText } from '../words.ts';
import { reasonsOf } from './patrol.ts';

export const NOTICES_SHEET = '通知书';

const TITLES: Record<Card, string> = { yellow: '黄牌警告通知书', red: '红牌通知书' };

/** 日期, 星期, and five for 未达标情况. */
const WIDTHS = [[10, 10], [6, 6], ...Array.from({ length: 5 }, () => [10, 10] as const)] as const;
const ALL = WIDTHS.length;
const INDENT = '　　';

const line = (text: string): FormRow => formRow(20, formCell(text, ALL));
const heading = (text: string): FormRow => formRow(26, formCell(text, ALL, { look: 'heading' }));
const gap = (height: number): FormRow => formRow(height, formCell(null, ALL));

/** Something to fill in by hand. */
const toFill = (...parts: readonly (readonly [label: string, labelSpan: number, span: number])[]): FormRow =>
  formRow(
    30,
    ...parts.flatMap(([label, labelSpan, span]) => [
      formCell(label, labelSpan, { align: 'right' }),
      formCell(null, span, { border: 'line' }),
    ]),
  );

function daysRows(days: UnmetDays['days']): readonly FormRow[] {
  const cell = (text: string, span: number) => formCell(text, span, { border: 'box', align: 'center' });
  return [
    formRow(
      20,
      ...(['日期', '星期', '未达标情况'] as const).map((text, at) =>
        formCell(text, at === 2 ? ALL - 2 : 1, { look: 'heading', border: 'box', align: 'center' }),
      ),
    ),
    ...days.map((day) =>
      formRow(
        18,
        cell(day.date, 1),
        cell(weekdayText(day.date), 1),
        formCell(reasonsOf(day), ALL - 2, { border: 'box' }),
      ),
    ),
  ];
}

/** What the month was failed by: `巡查补贴不发放，连续未达标 3 天`. */
function decidedBy({ subject }: Carded): readonly string[] {
  const [found] = subject.decisions.flatMap(({ lines }) => lines.filter(({ key }) => key === 'forfeited'));
  if (found === undefined) return [];
  const count = found.quantity === null ? '' : ` ${found.quantity} ${found.unit ?? ''}`;
  return [`${found.label.replace('：', '，')}${count}`];
}

/** The document's own words, and how the office reads what a failed month is: the paper is for whoever has never seen them. */
function groundRows({ scheme }: MonthRecord, { basis, interpretations }: Note): readonly FormRow[] {
  const { issuer, title, date } = scheme.document;
  const quoted = 'quote' in basis ? [`依据${issuer}《${title}》（${date}）${basis.clause}：“${basis.quote}”`] : [];
  const readings = scheme.interpretations.filter(({ number }) => number === interpretations[0]);
  return [
    ...quoted,
    ...readings.map(
      ({ number, question, reading }) => `${question.replace(/？$/, '')}：${reading}（解释口径 ${number}）`,
    ),
  ].map((text) => line(`${INDENT}${text}`));
}

function foundRows(carded: Carded): readonly FormRow[] {
  const { months, unmet, note } = carded;
  const known = new Set(unmet.map(({ record }) => record.period));
  const elsewhere = months.filter((month) => !known.has(month));
  return [
    heading('一、认定情况'),
    ...(note === null ? [] : [line(`${INDENT}${note.reason}。`)]),
    ...decidedBy(carded).map((text) => line(`${INDENT}本月${text}。`)),
    line(`${INDENT}未达到巡查要求的月份：${months.map(monthTitle).join('、')}。`),
    ...(elsewhere.length === 0
      ? []
      : [line(`${INDENT}${elsewhere.map(monthTitle).join('、')}的未达标日见当月的警告名单。`)]),
    ...unmet.flatMap(({ record, days }) =>
      days.length === 0
        ? []
        : [line(`${INDENT}${monthTitle(record.period)}未达标 ${days.length} 天：`), ...daysRows(days)],
    ),
  ];
}

function page(record: MonthRecord, carded: Carded, prepared: Prepared): FormBlock {
  const { subject, card, note } = carded;
  const { id, name, grids } = subject;
  const grid = grids.length === 0 ? '' : `，网格：${grids.join('、')}`;
  const [by = '', checked = '', approved = '', on = ''] = signatures(prepared).map(plainOf);
  return [
    formRow(48, formCell(TITLES[card], ALL, { look: 'title', align: 'center' })),
    formRow(20, formCell(monthTitle(record.period), ALL, { align: 'center' })),
    formRow(28, formCell(`${name}（工号：${id}${grid}）：`, ALL, { look: 'heading' })),
    ...foundRows(carded),
    ...(note === null ? [] : [heading('二、认定依据'), ...groundRows(record, note)]),
    heading(`${note === null ? '二' : '三'}、处理结果`),
    line(`${INDENT}给予${CARD_CONSEQUENCES[card]}。`),
    heading(`${note === null ? '三' : '四'}、异议`),
    line(`${INDENT}对以上认定有异议的，请向下列部门或人员提出。`),
    toFill(['受理：', 1, 3], ['联系电话：', 1, 2]),
    gap(16),
    formRow(22, formCell(officeOf(record), ALL, { align: 'right' })),
    formRow(22, formCell(by, 2), formCell(checked, 2), formCell(approved, 1), formCell(on, 2, { align: 'right' })),
    gap(12),
    toFill(['本人签收：', 1, 3], ['签收日期：', 1, 2]),
  ];
}

/** Null where nobody is shown a card. */
export const cardNoticesSheet = (
  record: MonthRecord,
  carded: readonly Carded[],
  prepared: Prepared,
): FormSheet | null =>
  carded.length === 0
    ? null
    : {
        name: NOTICES_SHEET,
        footerTitle: `${monthTitle(record.period)} ${NOTICES_SHEET}`,
        landscape: false,
        widths: WIDTHS,
        pages: 'oneEach',
        blocks: carded.map((one) => page(record, one, prepared)),
      };
