// What was read of each kind of table, as people see it last (覆盖): on the screen and on 数据来源.
import type { CivilDate } from '../model/civil.ts';
import type { CoverageRecord } from '../model/record.ts';
import { REQUIRED_TABLES, TABLE_KINDS } from '../model/terms.ts';

export const COVERAGE_HEADINGS = ['表', '文件', '读取', '采用', '未计', '有误', '人员', '起止', '缺日'] as const;

const dayOf = (date: CivilDate): string => String(Number(date.slice(8)));

/** `26-30`, `2、5`, `9 天` */
export function missingText(days: readonly CivilDate[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (days.length <= 2) return days.map(dayOf).join('、');
  return `${days.length} 天`;
}

/** `07-01～07-30` */
export const spanText = ({ first, last }: CoverageRecord): string =>
  first === null || last === null ? '' : `${first.slice(5)}～${last.slice(5)}`;

/** `11/12`; nothing of a table that need not be about people. */
export const peopleText = ({ table, people, of }: CoverageRecord): string =>
  people === 0 && !REQUIRED_TABLES.includes(table) ? '' : `${people}/${of}`;

export const coverageRows = (coverage: readonly CoverageRecord[]): readonly (readonly string[])[] =>
  coverage.map((one) => [
    TABLE_KINDS[one.table],
    ...[one.files, one.read, one.used, one.leftOut, one.wrong].map(String),
    peopleText(one),
    spanText(one),
    missingText(one.missing),
  ]);
