// Who prepared a sheet and when; what nobody said stays a blank to fill in by hand. No view reads the clock.
import { type Quarter, type YearMonth, yearOf } from '../../model/civil.ts';
import type { MonthRecord } from '../../model/record.ts';
import { checkCode } from '../../record/check-code.ts';
import type { SheetLine } from './model.ts';

export interface Prepared {
  readonly preparedBy: string | null;
  /** ISO; text of another form stands as it is. */
  readonly preparedOn: string | null;
}

/** 2021年7月 */
export const monthTitle = (month: YearMonth): string => `${yearOf(month)}年${Number(month.slice(5, 7))}月`;

/** 2021年第三季度 */
export const quarterTitle = (quarter: Quarter): string =>
  `${yearOf(quarter)}年第${['一', '二', '三', '四'][Number(quarter.slice(6)) - 1]}季度`;

/** 2021年7月5日; text of another form stands as it is. */
export const dayTitle = (day: string): string => {
  const [, month, date] = /^(\d{4}-\d{2})-(\d{2})$/.exec(day) ?? [];
  return month === undefined ? day : `${monthTitle(month as YearMonth)}${Number(date)}日`;
};

/** The office's own name, else who issued the scheme. */
export const officeOf = (record: MonthRecord): string => record.office ?? record.scheme.document.issuer;

/** 结果校验码, by which the signed paper and the archive are held against each other. */
export const codeLine = ({ seal }: MonthRecord): readonly SheetLine[] =>
  seal === '' ? [] : [[`结果校验码：${checkCode(seal)}`]];

/** 制表 审核 审批 日期 */
export const signatures = ({ preparedBy, preparedOn }: Prepared): SheetLine => [
  `制表：${preparedBy ?? ''}`,
  '审核：',
  '审批：',
  `日期：${preparedOn === null ? '　　　年　　月　　日' : dayTitle(preparedOn)}`,
];
