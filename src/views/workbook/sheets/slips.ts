// 工资条: one strip a person, to cut apart with scissors: the amounts, and every deduction in words.
import { yuanNumber } from '../../../model/money.ts';
import type { MonthRecord, SubjectRecord } from '../../../model/record.ts';
import { ROLES } from '../../../model/terms.ts';
import { deductionTexts } from '../deductions.ts';
import { type FormBlock, type FormCell, type FormRow, type FormSheet, formCell, formRow } from '../form.ts';
import type { LiveBook } from '../live/book.ts';
import { type MoneyColumn, moneyColumns, TOTAL } from '../money-columns.ts';
import { dayTitle, monthTitle, officeOf, type Prepared } from '../prepared.ts';
import { CHANGED, unlessChanged } from '../proved.ts';
import { SHEETS } from '../sheet-names.ts';
import { reasonsOf } from './patrol.ts';

/** 工号, 姓名, 网格 */
const PERSON_WIDTHS = [
  [6, 12],
  [6, 10],
  [6, 14],
] as const;
const MONEY_WIDTH = [8, 8] as const;
const SIGNED_WIDTH = [10, 10] as const;

/** Who stands on a sheet of pay: members, and others with any money. */
const isPaid = ({ role, total, decisions }: SubjectRecord): boolean =>
  role === 'fullTime' ||
  total !== 0 ||
  decisions.some(({ amount, lines }) => amount !== 0 || lines.some((line) => line.amount !== 0));

/** The edition's items and their sum. */
const isUsual = ({ scheme }: MonthRecord, column: string): boolean =>
  column === TOTAL || scheme.items.some(({ item }) => item === column);

/** The items of the person's role, and of the rest what there is. */
const columnsOf = (record: MonthRecord, subject: SubjectRecord): readonly MoneyColumn[] =>
  moneyColumns(record, [subject]).filter(({ item, amountOf }) => isUsual(record, item) || amountOf(subject) !== 0);

const headingCell = (text: string | null, span = 1): FormCell =>
  formCell(text, span, { look: 'heading', border: 'box', align: 'center' });

function preparedText({ preparedBy, preparedOn }: Prepared): string | null {
  const texts = [
    ...(preparedBy === null ? [] : [`制表：${preparedBy}`]),
    ...(preparedOn === null ? [] : [`日期：${dayTitle(preparedOn)}`]),
  ];
  return texts.length === 0 ? null : texts.join('　');
}

const linesOf = (money: readonly MoneyColumn[], slots: number): readonly (readonly MoneyColumn[])[] =>
  Array.from({ length: Math.ceil(money.length / slots) }, (_, at) => money.slice(at * slots, (at + 1) * slots));

/** Headings and amounts, so many a line; whoever has fewer has more room to sign. */
function moneyRows(
  subject: SubjectRecord,
  money: readonly MoneyColumn[],
  slots: number,
  live: LiveBook,
): readonly FormRow[] {
  const person = [subject.id, subject.name, subject.grids.join('、')];
  const amountCell = ({ item, amountOf }: MoneyColumn): FormCell =>
    formCell(yuanNumber(amountOf(subject)), 1, {
      kind: 'money',
      align: 'right',
      border: 'box',
      formula: live.moneyCell(subject, item),
      ...(item === TOTAL && { style: 'strong' }),
    });
  const first = money.slice(0, slots);
  const rest = slots + 1 - first.length;
  return [
    formRow(
      18,
      ...['工号', '姓名', '网格', ...first.map(({ title }) => title)].map((text) => headingCell(text)),
      headingCell('签收', rest),
    ),
    formRow(
      25,
      ...person.map((text) => formCell(text, 1, { border: 'box' })),
      ...first.map(amountCell),
      formCell(null, rest, { border: 'box' }),
    ),
    ...linesOf(money.slice(slots), slots).flatMap((line) => [
      formRow(18, formCell(null, person.length), ...line.map(({ title }) => headingCell(title))),
      formRow(20, formCell(null, person.length), ...line.map(amountCell)),
    ]),
  ];
}

/** Days told with their reasons; the others by their dates alone. */
const MOST_REASONS = 5;

/** Which days were held against somebody, and why. */
function unmetDaysText({ served, evidence }: SubjectRecord): readonly string[] {
  const unmet = served ? evidence.days.filter((day) => day.unmet) : [];
  if (unmet.length === 0) return [];
  const days = unmet.map((day, index) => {
    const date = `${Number(day.date.slice(8))}日`;
    return index < MOST_REASONS ? `${date} ${reasonsOf(day).replaceAll('；', '，')}` : date;
  });
  return [`未达标日：${days.join('；')}`];
}

function strip(
  record: MonthRecord,
  prepared: Prepared,
  subject: SubjectRecord,
  money: readonly MoneyColumn[],
  slots: number,
  live: LiveBook,
): FormBlock {
  const columns = PERSON_WIDTHS.length + slots + 1;
  const texts = [...deductionTexts(subject), ...unmetDaysText(subject)];
  const title = `${monthTitle(record.period)} 工资条（元）　${officeOf(record)}`;
  return [
    formRow(
      22,
      formCell(title, columns - 1, {
        look: 'heading',
        kind: 'number',
        formula: unlessChanged(title, `${title}（${CHANGED}）`).formula,
      }),
      formCell(ROLES[subject.role], 1, { align: 'right' }),
    ),
    ...moneyRows(subject, money, slots, live),
    formRow(
      18,
      headingCell('说明'),
      formCell(texts.length === 0 ? '无扣减' : texts.join('\n'), columns - 1, { border: 'box' }),
    ),
    formRow(8, formCell(preparedText(prepared), columns, { align: 'right', border: 'cut' })),
  ];
}

/** Null where nobody is paid. */
export function slipsSheet(record: MonthRecord, live: LiveBook, prepared: Prepared): FormSheet | null {
  const paid = record.subjects.filter(isPaid).map((subject) => ({ subject, money: columnsOf(record, subject) }));
  if (paid.length === 0) return null;
  // What few people have (增减项, 上月结转) goes on in a second line, or all strips would be small.
  const slots = Math.max(...paid.map(({ money }) => money.filter(({ item }) => isUsual(record, item)).length));
  return {
    name: SHEETS.slips,
    footerTitle: `${monthTitle(record.period)} 工资条`,
    landscape: false,
    widths: [...PERSON_WIDTHS, ...Array<typeof MONEY_WIDTH>(slots).fill(MONEY_WIDTH), SIGNED_WIDTH],
    pages: 'packed',
    blocks: paid.map(({ subject, money }) => strip(record, prepared, subject, money, slots, live)),
  };
}
