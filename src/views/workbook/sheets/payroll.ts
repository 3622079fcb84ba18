// 发放表 and 以奖代补: one row a person; columns follow the edition's items, so another edition shows other columns. Figures
// and amounts are live: formulas over the sheets of detail and 规则依据.
import type { Figure } from '../../../model/decision.ts';
import { type Fraction, parseFraction, plainText } from '../../../model/fraction.ts';
import { addFen, yuanNumber } from '../../../model/money.ts';
import type { ItemRecord, MonthRecord, SchemeRecord, SubjectRecord } from '../../../model/record.ts';
import { figureTitle } from '../../figures.ts';
import { capitalAmount } from '../capital.ts';
import {
  countColumn,
  moneyColumn,
  namedColumns,
  numberColumn,
  roleColumn,
  type TableColumn,
  tableSheet,
  textColumn,
  withTotal,
  wordColumn,
} from '../columns.ts';
import { call, cells, type Formula, roundedToFen } from '../formula.ts';
import type { LiveBook } from '../live/book.ts';
import { type BackLink, idCell } from '../live/details.ts';
import { figureKey, moneyKey, type PayrollPlan } from '../live/payroll-plan.ts';
import { type Cell, type Column, cellOf, type SheetModel, type StyledCell, styled } from '../model.ts';
import { codeLine, officeOf, type Prepared, signatures } from '../prepared.ts';
import { CHANGED, unlessChanged } from '../proved.ts';

const personColumns = ({ showsRole }: PayrollPlan, linkOf: BackLink): readonly TableColumn<SubjectRecord>[] => [
  withTotal(numberColumn, styled('合计', 'strong')),
  ...namedColumns<SubjectRecord>(
    (subject) => subject,
    (subject) => idCell(subject, linkOf),
  ),
  ...(showsRole ? [roleColumn<SubjectRecord>()] : []),
  ['grids', textColumn('网格', 6, 15), ({ grids }) => grids.join('、')],
];

const numberIn = (figure: Figure | undefined): Fraction | null =>
  figure === undefined || figure.type === 'flag' ? null : parseFraction(figure.value);

/** What is no number stays exact text. */
export function figureCell(figure: Figure | undefined, formula: Formula | null): Cell {
  if (figure === undefined) return null;
  const live = formula === null ? {} : { formula };
  if (figure.type === 'flag') return { value: figure.value ? 1 : 0, ...live };
  const value = numberIn(figure);
  if (value === null) return figure.value;
  const number = Number(value.n) / Number(value.d);
  if (figure.type === 'share') {
    const share = formula ?? (value.d === 1n ? null : { number: figure.value });
    return { value: number, kind: 'share', ...(share && { formula: share }) };
  }
  return plainText(value).includes('/') && formula === null ? plainText(value) : { value: number, ...live };
}

const hasParts = (subjects: readonly SubjectRecord[], figure: string): boolean =>
  subjects.some(({ figures }) => figures[figure]?.type === 'number' && numberIn(figures[figure])?.d !== 1n);

export const figureColumn = (scheme: SchemeRecord, figure: string, subjects: readonly SubjectRecord[]): Column => ({
  ...countColumn(figureTitle(scheme, figure)),
  kind: hasParts(subjects, figure) ? 'number' : 'integer',
});

const figureColumns = (
  scheme: SchemeRecord,
  { figures, subjects }: PayrollPlan,
  live: LiveBook,
): readonly TableColumn<SubjectRecord>[] =>
  figures.map((figure) => [
    figureKey(figure),
    figureColumn(scheme, figure, subjects),
    (subject) => ({
      ...cellOf(figureCell(subject.figures[figure], live.figureFormula(subject, figure))),
      about: [subject.id, figure],
    }),
  ]);

/** What the figures cannot say: flags that hold, and people out of service. */
function remarkCell(scheme: SchemeRecord, items: readonly ItemRecord[], subject: SubjectRecord): Cell {
  const { figures, served, decisions } = subject;
  const held = decisions.find(({ item }) => item === 'withheld')?.lines.map(({ label }) => label) ?? [];
  const flags = items.flatMap(({ title, shows }) =>
    shows.filter((figure) => figures[figure]?.value === true).map((figure) => `${title}${figureTitle(scheme, figure)}`),
  );
  const remarks = [...held, ...flags, ...(served ? [] : ['本月不在岗'])];
  return remarks.length === 0 ? null : styled(remarks.join('，'), 'bad');
}

const moneyColumnsOf = (
  { name, subjects, money }: PayrollPlan,
  live: LiveBook,
): readonly TableColumn<SubjectRecord>[] =>
  money.map(({ item, title, amountOf }) => {
    const column = moneyKey(item);
    const rows = cells({ sheet: name, row: 0, toRow: subjects.length - 1, column });
    const sum = { value: yuanNumber(addFen(...subjects.map(amountOf))), style: 'strong' } as const;
    return [
      column,
      moneyColumn(title),
      (subject): StyledCell => {
        const formula = live.moneyFormula(subject, item);
        const value = yuanNumber(amountOf(subject));
        return { value, about: [subject.id, item], ...(formula && { formula }) };
      },
      subjects.length === 0 ? sum : { ...sum, formula: roundedToFen(call('SUM', rows)) },
    ];
  });

export function payrollSheet(
  record: MonthRecord,
  plan: PayrollPlan,
  live: LiveBook,
  linkOf: BackLink,
  prepared: Prepared,
): SheetModel {
  const { name, title, subjects, items } = plan;
  const { scheme } = record;
  const inCapitals = `人民币${capitalAmount(addFen(...subjects.map((subject) => subject.total)))}`;
  return tableSheet<SubjectRecord>({
    name,
    title,
    liveTitle: unlessChanged(title, `${title}（${CHANGED}）`).formula,
    subtitle: [[`单位：${officeOf(record)}`, '单位：元']],
    columns: [
      ...personColumns(plan, linkOf),
      ...figureColumns(scheme, plan, live),
      ...moneyColumnsOf(plan, live),
      ['remark', textColumn('备注', 6, 14), (subject) => remarkCell(scheme, items, subject)],
      ['signature', wordColumn('签名', 10, 10), () => null],
    ],
    rows: subjects,
    footer: [
      [unlessChanged(`合计（大写）：${inCapitals}`, `合计（大写）：${CHANGED}`), `人数：${subjects.length}人`],
      signatures(prepared),
      ...codeLine(record),
    ],
    frozenColumns: 3,
    rowHeight: 24,
  });
}
