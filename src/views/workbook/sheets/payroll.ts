// 发放表 and 以奖代补: one row a person; columns follow the edition's items, so another edition shows other columns. Figures
// and amounts are live: formulas over the sheets of detail and 规则依据.
import type { Figure } from '../../../model/decision.ts';
import { type Fraction, parseFraction, plainText } from '../../../model/fraction.ts';
import { addFen, yuanNumber } from '../../../model/money.ts';
import type { ItemRecord, MonthRecord, SchemeRecord, SubjectRecord } from '../../../model/record.ts';
import { ROLES } from '../../../model/terms.ts';
import { figureTitle } from '../../figures.ts';
import { capitalAmount } from '../capital.ts';
import { countColumn, moneyColumn, PERSON_COLUMNS, textColumn, wordColumn } from '../columns.ts';
import { call, cells, type Formula, roundedToFen } from '../formula.ts';
import type { LiveBook } from '../live/book.ts';
import type { PayrollPlan } from '../live/payroll-plan.ts';
import { type Cell, type Column, cellOf, type RowLink, type SheetModel, type StyledCell, styled } from '../model.ts';
import { codeLine, officeOf, type Prepared, signatures } from '../prepared.ts';
import { CHANGED, unlessChanged } from '../proved.ts';

/** A column with its cell for a subject, and for money the sum below. */
interface Part {
  readonly column: Column;
  readonly cell: (subject: SubjectRecord, index: number) => Cell;
  readonly total?: Cell;
}

/** Where a person's evidence begins. */
export type EvidenceLink = (subject: SubjectRecord) => RowLink | null;

const personParts = ({ showsRole }: PayrollPlan, linkOf: EvidenceLink): readonly Part[] => {
  const [number, id, name] = PERSON_COLUMNS as [Column, Column, Column];
  const linked = (subject: SubjectRecord): Cell => {
    const link = linkOf(subject);
    return link === null ? subject.id : { value: subject.id, link };
  };
  return [
    { column: number, cell: (_, index) => index + 1 },
    { column: id, cell: linked },
    { column: name, cell: (subject) => subject.name },
    ...(showsRole ? [{ column: wordColumn('角色', 6, 12), cell: ({ role }: SubjectRecord) => ROLES[role] }] : []),
    { column: textColumn('网格', 6, 15), cell: ({ grids }) => grids.join('、') },
  ];
};

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

const figureParts = (scheme: SchemeRecord, { figures, subjects }: PayrollPlan, live: LiveBook): readonly Part[] =>
  figures.map((figure) => ({
    column: figureColumn(scheme, figure, subjects),
    cell: (subject): Cell => ({
      ...cellOf(figureCell(subject.figures[figure], live.figureFormula(subject, figure))),
      about: [subject.id, figure],
    }),
  }));

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

const moneyParts = ({ name, subjects, money, firstMoney }: PayrollPlan, live: LiveBook): readonly Part[] =>
  money.map(({ item, title, amountOf }, index) => {
    const rows = cells({ sheet: name, row: 0, toRow: subjects.length - 1, column: firstMoney + index });
    const sum = { value: yuanNumber(addFen(...subjects.map(amountOf))), style: 'strong' } as const;
    return {
      column: moneyColumn(title),
      cell: (subject): StyledCell => {
        const formula = live.moneyFormula(subject, item);
        const value = yuanNumber(amountOf(subject));
        return { value, about: [subject.id, item], ...(formula && { formula }) };
      },
      total: subjects.length === 0 ? sum : { ...sum, formula: roundedToFen(call('SUM', rows)) },
    };
  });

export function payrollSheet(
  record: MonthRecord,
  plan: PayrollPlan,
  live: LiveBook,
  linkOf: EvidenceLink,
  prepared: Prepared,
): SheetModel {
  const { name, title, subjects, items } = plan;
  const { scheme } = record;
  const parts: readonly Part[] = [
    ...personParts(plan, linkOf),
    ...figureParts(scheme, plan, live),
    ...moneyParts(plan, live),
    { column: textColumn('备注', 6, 14), cell: (subject) => remarkCell(scheme, items, subject) },
    { column: wordColumn('签名', 10, 10), cell: () => null },
  ];
  const inCapitals = `人民币${capitalAmount(addFen(...subjects.map((subject) => subject.total)))}`;
  return {
    name,
    title,
    liveTitle: unlessChanged(title, `${title}（${CHANGED}）`).formula,
    subtitle: [[`单位：${officeOf(record)}`, '单位：元']],
    columns: parts.map(({ column }) => column),
    rows: subjects.map((subject, index) => parts.map(({ cell }) => cell(subject, index))),
    totals: parts.map(({ total }, index) =>
      index === 0 ? styled('合计', 'strong') : (total ?? styled(null, 'strong')),
    ),
    footer: [
      [unlessChanged(`合计（大写）：${inCapitals}`, `合计（大写）：${CHANGED}`), `人数：${subjects.length}人`],
      signatures(prepared),
      ...codeLine(record),
    ],
    landscape: true,
    frozenColumns: 3,
    rowHeight: 24,
  };
}
