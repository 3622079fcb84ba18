// The books of a check (spec 3): rows read = used + left out + in error. Tables of which every row is used are summed up.
import type { TableInfo } from '../model/source.ts';
import { TABLE_KINDS } from '../model/terms.ts';

export const BALANCE_HEADINGS = ['文件', '表', '读取', '采用', '未计', '有误'] as const;

const leftOut = ({ rows }: TableInfo): number => Object.values(rows.leftOut).reduce((sum, count) => sum + count, 0);
/** Every row of it was used. */
export const isUsedWhole = (table: TableInfo): boolean => leftOut(table) === 0 && table.rows.inError === 0;

const countsOf = (tables: readonly TableInfo[]): readonly string[] => {
  const sum = (count: (table: TableInfo) => number): string =>
    String(tables.reduce((total, table) => total + count(table), 0));
  return [sum(({ rows }) => rows.read), sum(({ rows }) => rows.used), sum(leftOut), sum(({ rows }) => rows.inError)];
};

const nameOf = ({ file, sheet }: TableInfo): string =>
  sheet === null ? file : `${file} › ${sheet}`.replace(/ › Sheet1$/, '');

export function balanceRows(tables: readonly TableInfo[]): readonly (readonly string[])[] {
  const whole = tables.filter(isUsedWhole);
  const [only] = whole;
  return [
    ...tables
      .filter((table) => !isUsedWhole(table))
      .map((table) => [nameOf(table), TABLE_KINDS[table.kind], ...countsOf([table])]),
    ...(whole.length === 1 && only ? [[nameOf(only), TABLE_KINDS[only.kind], ...countsOf(whole)]] : []),
    ...(whole.length > 1
      ? [[`${whole.length < tables.length ? '其余 ' : ''}${whole.length} 张表，全部采用`, '', ...countsOf(whole)]]
      : []),
    ...(tables.length > 1 ? [['合计', '', ...countsOf(tables)]] : []),
  ];
}
