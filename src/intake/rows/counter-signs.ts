// Cells that speak against their row (与采用相反的话): 备注 已取消, 是否已发 是, 发放月份 of another month. No field takes such columns; the row
// counts, and the office is asked (spec 3.0).
import { monthOf as monthOfDay, type YearMonth, yearOf } from '../../model/civil.ts';
import { TABLE_KINDS, type TableKind } from '../../model/terms.ts';
import type { CounterSign } from '../../problems/intake/rows.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import type { Cell } from '../sheet.ts';
import { type Entry, type ParsedTable, placeIn } from '../table.ts';
import { date } from '../values/dates.ts';
import { Fault } from '../values/fault.ts';
import { compact, shownText } from '../values/text.ts';
import { isVoidWord } from '../values/validity.ts';

/** Whether a cell speaks against its row in the month. */
type Speaks = (cell: Exclude<Cell, { kind: 'error' | 'pending' }>, period: YearMonth) => boolean;

interface Sign {
  readonly sign: CounterSign;
  readonly heading: RegExp;
  readonly kinds: ReadonlySet<TableKind>;
  readonly speaks: Speaks;
}

const VOIDING_NOTE =
  /^(?:该?行?已|拟|申请)?(?:取消|作废|撤销|撤回|撤单|废除|终止|删除|未休|未执行|不予)|^(?:不同意|未批准?|驳回|重复(?:上报|提交|填报|记录|登记|派单|录入|$))/;
const PAID = new Set(['是', '√', '✓', '✔', 'Y', 'YES', '1', '已发', '已发放', '已支付', '已兑付', '已结算', '已入账']);

const textOf: (cell: Parameters<Speaks>[0]) => string = (cell) => compact(shownText(cell));

/** 2021-07, 202107, 2021年7月, or 7月 of the month's year; null for what is no month. */
function monthIn(cell: Parameters<Speaks>[0], period: YearMonth): YearMonth | null {
  if (cell.kind === 'number' && cell.format !== 'date' && cell.format !== 'date1904' && /^\d{1,2}$/.test(textOf(cell)))
    return null;
  const [, year = yearOf(period), digits] = /^(?:(\d{4})[-./年]?)?(\d{1,2})月?份?$/.exec(textOf(cell)) ?? [];
  if (digits !== undefined && Number(digits) >= 1 && Number(digits) <= 12)
    return `${year}-${digits.padStart(2, '0')}` as YearMonth;
  const day = date(cell, { heading: '', unit: null, year: yearOf(period) });
  return day instanceof Fault ? null : monthOfDay(day);
}

const ROWS_OF_PEOPLE: ReadonlySet<TableKind> = new Set([
  'leave',
  'adjustments',
  'reports',
  'tasks',
  'excused',
  'meetings',
]);
const ADJUSTMENTS: ReadonlySet<TableKind> = new Set(['adjustments']);

const SIGNS: readonly Sign[] = [
  {
    sign: 'void',
    heading:
      /^(?:备注|说明|备注说明|情况说明|备注信息|办理结果|处理结果|结果|情况|(?:办理|处理|任务|工单|记录|数据|事件|信息)?状态)$/,
    kinds: ROWS_OF_PEOPLE,
    speaks: (cell) => isVoidWord(textOf(cell)) || VOIDING_NOTE.test(textOf(cell)),
  },
  {
    sign: 'paid',
    heading: /^(?:是否)?已?经?(?:发|发放|支付|兑付|结算|入账)(?:状态|情况|标志)?$/,
    kinds: ADJUSTMENTS,
    speaks: (cell) => PAID.has(textOf(cell).toUpperCase()),
  },
  {
    sign: 'otherMonth',
    heading: /^(?:发放|计发|支付|核发|兑现|入账|执行|随薪)(?:月份|年月|月度|月|日期|时间)$/,
    kinds: ADJUSTMENTS,
    speaks: (cell, period) => ![null, period].includes(monthIn(cell, period)),
  },
  {
    // What a correction is about lies behind it: 5月 in June is natural, 7月 is not.
    sign: 'otherMonth',
    heading: /^(?:月份|年月|月度|月|所属月份|归属月份|所属年月)$/,
    kinds: ADJUSTMENTS,
    speaks: (cell, period) => (monthIn(cell, period) ?? period) > period,
  },
];

/** Whether a row was to count so far: one of the month that no other column speaks against. */
const counts = ({ value, inPeriod }: Entry<object>): boolean =>
  inPeriod !== false &&
  value !== null &&
  !('effective' in value && value.effective === false) &&
  !('withdrawn' in value && value.withdrawn === true);

interface Heard {
  readonly row: number;
  readonly said: string;
}

const SHOWN = 3;

export interface CounterSigns {
  readonly look: (row: number, cells: readonly Cell[]) => void;
  readonly problems: (isNotUsed: (heading: string) => boolean) => readonly Problem[];
}

/** Looks at the columns of a table in which its rows may be spoken against; rows that are none anyhow are not asked about. */
export function counterSigns(table: ParsedTable, period: YearMonth | null): CounterSigns {
  const { kind, fields, unused, valueRules, side } = table;
  const columns = [...unused, ...['note'].flatMap((field) => fields.get(field) ?? [])];
  const watched = new Map(
    columns.flatMap(({ column, heading }) => {
      const own = compact(heading).slice(compact(heading).lastIndexOf('/') + 1);
      const found = SIGNS.find((one) => one.kinds.has(kind) && one.heading.test(own));
      return found ? [[column, { ...found, title: heading, heard: [] as Heard[] }] as const] : [];
    }),
  );
  if (valueRules === 1 || period === null || side === 'previous') watched.clear();
  return {
    look: (row, cells) => {
      if (watched.size === 0) return;
      for (const cell of cells) {
        const one = watched.get(cell.column);
        if (one === undefined || cell.kind === 'error' || cell.kind === 'pending') continue;
        if (period !== null && one.speaks(cell, period)) one.heard.push({ row, said: shownText(cell).trim() });
      }
    },
    problems: (isNotUsed) => {
      const spoken = [...watched].filter(([, { title, heard }]) => heard.length > 0 && !isNotUsed(title));
      if (spoken.length === 0) return [];
      const counted = new Set([...table.entries].filter(counts).map(({ row }) => row));
      return spoken.flatMap(([column, { sign, title, heard }]) => {
        const against = heard.filter(({ row }) => counted.has(row));
        const [first] = against;
        if (first === undefined) return [];
        const rows = against.slice(0, SHOWN).map(({ row }) => row);
        const data = { kind: TABLE_KINDS[kind], sign, heading: title, said: first.said, count: against.length, rows };
        return [problem('rowsSpokenAgainst', data, placeIn(table, first.row, column))];
      });
    },
  };
}
