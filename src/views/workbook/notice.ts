// 公示: the amounts as they are posted on the wall for objections. No bank data, no identity numbers, no reasons.
import { addFen, yuanNumber } from '../../model/money.ts';
import type { MonthRecord, SubjectRecord } from '../../model/record.ts';
import { isRole } from '../../model/terms.ts';
import {
  moneyColumn,
  namedColumns,
  numberColumn,
  roleColumn,
  type TableColumn,
  tableSheet,
  textColumn,
  withTotal,
} from './columns.ts';
import { type SheetLine, type SheetModel, styled, type WorkbookModel } from './model.ts';
import { moneyColumns } from './money-columns.ts';
import { dayTitle, monthTitle, officeOf } from './prepared.ts';

/** Days of the notice; null is a blank to fill in by hand. ISO dates. */
export interface Posting {
  readonly postedOn: string | null;
  readonly objections: { readonly from: string; readonly to: string } | null;
}

const BLANK_DAY = '　　　　年　　月　　日';
const BLANK = '_'.repeat(16);
const GRIDS_WIDTH = 15;

/** `W**2`: enough for whoever knows the number. */
export const maskedId = (id: string): string => {
  const characters = [...id];
  const isShown = (at: number) => characters.length > 1 && (at === 0 || (at === characters.length - 1 && at > 1));
  return characters.map((character, at) => (isShown(at) ? character : '*')).join('');
};

interface Table {
  readonly name: string;
  /** What is paid to whom: 专职网格员补贴. */
  readonly what: string;
  readonly subjects: readonly SubjectRecord[];
  readonly showsRole: boolean;
}

const dayOr = (day: string | undefined | null): string =>
  day === undefined || day === null ? BLANK_DAY : dayTitle(day);

/** One number a line where they do not fit on one. */
const gridsText = (grids: readonly string[]): string => {
  const line = grids.join('、');
  return line.length <= GRIDS_WIDTH ? line : grids.join('、\n');
};

const periodLine = ({ objections }: Posting): SheetLine => [
  `公示期：自${dayOr(objections?.from)}起至${dayOr(objections?.to)}止`,
  '单位：元',
];

function noticeSheet(record: MonthRecord, { name, what, subjects, showsRole }: Table, posting: Posting): SheetModel {
  const month = monthTitle(record.period);
  const money = moneyColumns(record, subjects);
  return tableSheet<SubjectRecord>({
    name,
    title: `${month} ${what}公示`,
    subtitle: [[`根据《${record.scheme.document.title}》，现将${month}${what}核算结果公示如下。`], periodLine(posting)],
    columns: [
      withTotal(numberColumn, styled('合计', 'strong')),
      ...namedColumns<SubjectRecord>(
        (subject) => subject,
        ({ id }) => maskedId(id),
      ),
      ...(showsRole ? [roleColumn<SubjectRecord>()] : []),
      ['grids', textColumn('网格', 6, GRIDS_WIDTH), ({ grids }) => gridsText(grids)],
      ...money.map(
        ({ item, title, amountOf }): TableColumn<SubjectRecord> => [
          item,
          moneyColumn(title),
          (subject) => yuanNumber(amountOf(subject)),
          styled(yuanNumber(addFen(...subjects.map(amountOf))), 'strong'),
        ],
      ),
    ],
    rows: subjects,
    footer: [
      [`如有异议，请在公示期内向${BLANK}（电话${BLANK}）书面提出。`],
      ['', officeOf(record)],
      ['', dayOr(posting.postedOn)],
    ],
    landscape: 'whenWide',
    frozenColumns: 3,
    rowHeight: 22,
  });
}

/** 网格长 and 兼职, where the edition pays them and somebody gets something. */
function othersTable({ scheme, subjects }: MonthRecord): Table | null {
  const others = subjects.filter(({ role }) => role !== 'fullTime');
  const paying = scheme.items.filter((item) => item.pays && item.for.some((one) => isRole(one) && one !== 'fullTime'));
  if (paying.length === 0 || others.every(({ total }) => total === 0)) return null;
  const [only, ...more] = paying;
  const what = `网格长、兼职网格员${only && more.length === 0 ? only.title : '补贴'}`;
  return { name: '网格长和兼职', what, subjects: others, showsRole: true };
}

export function noticeWorkbook(record: MonthRecord, posting: Posting): WorkbookModel {
  const fullTime = {
    name: '公示',
    what: '专职网格员补贴',
    subjects: record.subjects.filter(({ role }) => role === 'fullTime'),
    showsRole: false,
  };
  const tables = [fullTime, othersTable(record)].filter((table) => table !== null);
  return {
    title: `${monthTitle(record.period)} 网格员补贴公示`,
    sheets: tables.map((table) => noticeSheet(record, table, posting)),
  };
}
