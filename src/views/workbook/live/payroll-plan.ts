// What stands in which column of a sheet that pays, before any cell is made: formulas refer to it.
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
  /** Keys of the figures in the order of their columns, the first of them in column `firstFigure`. */
  readonly figures: readonly string[];
  readonly firstFigure: number;
  readonly money: readonly MoneyColumn[];
  readonly firstMoney: number;
}

const isFlag = (subjects: readonly SubjectRecord[], figure: string): boolean =>
  subjects.some(({ figures }) => figures[figure]?.type === 'flag');

export const ID_COLUMN = 1;
export const NAME_COLUMN = 2;
/** 序号, 工号, 姓名, 网格 */
const PERSON_COLUMNS = 4;

export function payrollPlan(record: MonthRecord, payroll: Payroll): PayrollPlan {
  const { subjects, showsRole } = payroll;
  const roles = new Set(subjects.map(({ role }) => role));
  const items = record.scheme.items.filter((item) => item.for.some((about) => isRole(about) && roles.has(about)));
  const figures = [...new Set(items.flatMap(({ shows }) => shows))].filter((figure) => !isFlag(subjects, figure));
  const firstFigure = PERSON_COLUMNS + (showsRole ? 1 : 0);
  const money = moneyColumns(record, subjects);
  return { ...payroll, items, figures, firstFigure, money, firstMoney: firstFigure + figures.length };
}

/** The column of an item's amount or of a sum; null where the sheet has none. */
export function moneyColumnOf({ money, firstMoney }: PayrollPlan, item: string): number | null {
  const index = money.findIndex((column) => column.item === item);
  return index < 0 ? null : firstMoney + index;
}
