// What a sheet that pays shows (发放表的列): whom, which figures, which money; formulas ask for its columns by their keys.
import type { ItemRecord, MonthRecord, SubjectRecord } from '../../../model/record.ts';
import { isRole } from '../../../model/terms.ts';
import { type MoneyColumn, moneyColumns } from '../money-columns.ts';

export interface Payroll {
  readonly name: string;
  readonly title: string;
  readonly subjects: readonly SubjectRecord[];
  readonly showsRole: boolean;
}

export interface PayrollPlan extends Payroll {
  /** Of the edition, about the roles on the sheet. */
  readonly items: readonly ItemRecord[];
  /** In the order of their columns. */
  readonly figures: readonly string[];
  readonly money: readonly MoneyColumn[];
}

const isFlag = (subjects: readonly SubjectRecord[], figure: string): boolean =>
  subjects.some(({ figures }) => figures[figure]?.type === 'flag');

/** The columns of a figure and of an amount or sum, on every sheet that has them. */
export const figureKey = (figure: string): string => `figure ${figure}`;
export const moneyKey = (item: string): string => `money ${item}`;

export function payrollPlan(record: MonthRecord, payroll: Payroll): PayrollPlan {
  const { subjects } = payroll;
  const roles = new Set(subjects.map(({ role }) => role));
  const items = record.scheme.items.filter((item) => item.for.some((about) => isRole(about) && roles.has(about)));
  const figures = [...new Set(items.flatMap(({ shows }) => shows))].filter((figure) => !isFlag(subjects, figure));
  return { ...payroll, items, figures, money: moneyColumns(record, subjects) };
}

/** Whether the sheet shows an item's amount or a sum. */
export const showsMoney = ({ money }: PayrollPlan, item: string): boolean =>
  money.some((column) => column.item === item);
