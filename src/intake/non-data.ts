// Rows below the headings that are not data: 合计 rows, repeated headings, footnotes (非数据行).
import { normalHeading } from './heading.ts';
import { REASONS, type Reason } from './reasons.ts';
import type { Cell } from './sheet.ts';
import type { HeaderColumn } from './table.ts';
import { compact } from './values/text.ts';

const TOTAL = /^(本页|本表|全部)?(合计|小计|总计)([:(].*)?$/;
const FOOTNOTE =
  /^(注|备注|说明|附注|制表|制表人|审核|审核人|审批|审批人|填表|填表人|填报人|填报单位|单位|单位负责人|打印日期|导出时间|导出日期|制表日期|制表时间|联系电话)\d*[:]/;

const textOf = (cell: Cell): string => (cell.kind === 'text' ? compact(cell.text) : '');

function repeatsHeader(cells: readonly Cell[], headings: ReadonlyMap<number, string>): boolean {
  const under = cells.filter(({ column }) => headings.has(column));
  return (
    under.length > 0 &&
    under.every(
      (cell) => cell.kind === 'text' && normalHeading(cell.text) === normalHeading(headings.get(cell.column) ?? ''),
    )
  );
}

/** Why a row is no data, null when it is. `cells` are the non-blank ones. */
export function nonDataReason(cells: readonly Cell[], headings: ReadonlyMap<number, string>): Reason | null {
  const first = cells.find((cell) => cell.kind === 'text');
  if (!first) return null;
  if (TOTAL.test(textOf(first))) return REASONS.total;
  if (repeatsHeader(cells, headings)) return REASONS.repeatedHeader;
  return cells.every((cell) => FOOTNOTE.test(textOf(cell))) ? REASONS.footnote : null;
}

/** Column → heading of the columns that fields take. */
export const headingsByColumn = (fields: ReadonlyMap<string, HeaderColumn>): ReadonlyMap<number, string> =>
  new Map([...fields.values()].map(({ column, heading }) => [column, heading]));
