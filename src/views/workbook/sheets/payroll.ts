// 发放表 and 以奖代补: one row a person; columns follow the edition's items, so another edition shows other columns.
import type { Figure } from '../../../model/decision.ts';
import { type Fraction, parseFraction, plainText } from '../../../model/fraction.ts';
import { addFen, type Fen, fen, yuanNumber } from '../../../model/money.ts';
import type { ItemRecord, MonthRecord, SchemeRecord, SubjectRecord } from '../../../model/record.ts';
import { isRole, ROLES } from '../../../model/terms.ts';
import { figureTitle } from '../../figures.ts';
import { capitalAmount } from '../capital.ts';
import { countColumn, moneyColumn, PERSON_COLUMNS, textColumn, wordColumn } from '../columns.ts';
import { type Cell, type CellValue, type Column, type RowLink, type SheetModel, styled } from '../model.ts';
import { officeOf, type Prepared, signatures } from '../prepared.ts';

export interface Payroll {
  readonly name: string;
  readonly title: string;
  readonly subjects: readonly SubjectRecord[];
  readonly showsRole: boolean;
  /** Where a person's evidence begins. */
  readonly linkOf: (subject: SubjectRecord) => RowLink | null;
}

/** A column with its cell for a subject, and for money the sum below. */
interface Part {
  readonly column: Column;
  readonly cell: (subject: SubjectRecord, index: number) => Cell;
  readonly total?: CellValue;
}

const CARRIED_IN = 'carriedIn';

const amountIn = (subject: SubjectRecord, item: string): Fen =>
  subject.decisions.find((decision) => decision.item === item)?.amount ?? fen(0);

function moneyPart(
  heading: string,
  subjects: readonly SubjectRecord[],
  amountOf: (subject: SubjectRecord) => Fen,
): Part {
  return {
    column: moneyColumn(heading),
    cell: (subject) => yuanNumber(amountOf(subject)),
    total: yuanNumber(addFen(...subjects.map(amountOf))),
  };
}

const personParts = ({ showsRole, linkOf }: Payroll): readonly Part[] => {
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

/** Whole numbers and points are numbers; a share such as 19/22 stays exact text. */
const figureCell = (figure: Figure | undefined): Cell => {
  if (figure === undefined || figure.type === 'flag') return null;
  const value = numberIn(figure);
  if (value === null || (figure.type === 'share' && value.d !== 1n)) return figure.value;
  const text = plainText(value);
  return text.includes('/') ? text : Number(text);
};

const hasParts = (subjects: readonly SubjectRecord[], figure: string): boolean =>
  subjects.some(({ figures }) => figures[figure]?.type === 'number' && numberIn(figures[figure])?.d !== 1n);

const isFlag = (subjects: readonly SubjectRecord[], figure: string): boolean =>
  subjects.some(({ figures }) => figures[figure]?.type === 'flag');

const figureParts = (
  scheme: SchemeRecord,
  items: readonly ItemRecord[],
  subjects: readonly SubjectRecord[],
): readonly Part[] =>
  [...new Set(items.flatMap(({ shows }) => shows))]
    .filter((figure) => !isFlag(subjects, figure))
    .map((figure) => ({
      column: {
        ...countColumn(figureTitle(scheme, figure)),
        kind: hasParts(subjects, figure) ? ('number' as const) : ('integer' as const),
      },
      cell: ({ figures }) => figureCell(figures[figure]),
    }));

/** What the figures cannot say: flags that hold, and people out of service. */
function remarkCell(scheme: SchemeRecord, items: readonly ItemRecord[], { figures, served }: SubjectRecord): Cell {
  const flags = items.flatMap(({ title, shows }) =>
    shows.filter((figure) => figures[figure]?.value === true).map((figure) => `${title}${figureTitle(scheme, figure)}`),
  );
  const remarks = [...flags, ...(served ? [] : ['本月不在岗'])];
  return remarks.length === 0 ? null : styled(remarks.join('，'), 'bad');
}

function moneyParts(items: readonly ItemRecord[], subjects: readonly SubjectRecord[]): readonly Part[] {
  const known = new Set(items.map(({ item }) => item));
  const others = new Map(
    subjects.flatMap(({ decisions }) => decisions.map(({ item, title }) => [item, title] as const)),
  );
  const carries = (item: string) => item !== CARRIED_IN || subjects.some((subject) => amountIn(subject, item) !== 0);
  const columns = [
    ...items.map(({ item, title }) => [item, title] as const),
    ...[...others].filter(([item]) => !known.has(item) && carries(item)),
  ];
  return [
    ...columns.map(([item, title]) => moneyPart(title, subjects, (subject) => amountIn(subject, item))),
    moneyPart('应发合计', subjects, ({ total }) => total),
    ...(subjects.some(({ carriedOut }) => carriedOut !== 0)
      ? [moneyPart('结转追扣', subjects, ({ carriedOut }) => carriedOut)]
      : []),
  ];
}

export function payrollSheet(record: MonthRecord, payroll: Payroll, prepared: Prepared): SheetModel {
  const { name, title, subjects } = payroll;
  const roles = new Set(subjects.map(({ role }) => role));
  const { scheme } = record;
  const items = scheme.items.filter((item) => item.for.some((about) => isRole(about) && roles.has(about)));
  const parts: readonly Part[] = [
    ...personParts(payroll),
    ...figureParts(scheme, items, subjects),
    ...moneyParts(
      items.filter(({ pays }) => pays),
      subjects,
    ),
    { column: textColumn('备注', 6, 14), cell: (subject) => remarkCell(scheme, items, subject) },
    { column: wordColumn('签名', 10, 10), cell: () => null },
  ];
  const total = addFen(...subjects.map((subject) => subject.total));
  return {
    name,
    title,
    subtitle: [[`单位：${officeOf(record)}`, '单位：元']],
    columns: parts.map(({ column }) => column),
    rows: subjects.map((subject, index) => parts.map(({ cell }) => cell(subject, index))),
    totals: parts.map(({ total: sum }, index) => styled(index === 0 ? '合计' : (sum ?? null), 'strong')),
    footer: [[`合计（大写）：人民币${capitalAmount(total)}`, `人数：${subjects.length}人`], signatures(prepared)],
    landscape: true,
    frozenColumns: 3,
    rowHeight: 24,
  };
}
