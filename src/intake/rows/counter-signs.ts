// Cells that speak against their row (与采用相反的话): 备注 已取消, 是否已发 是, 发放月份 of another month. No field takes such columns; the row
// counts, and the office is asked (spec 3.0).
import type { Cell } from '../../files/sheet.ts';
import { monthOf as monthOfDay, type YearMonth, yearOf } from '../../model/civil.ts';
import { TABLE_KINDS, type TableKind } from '../../model/terms.ts';
import type { CounterSign } from '../../problems/intake/rows.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import type { MeetingsDraft } from '../kinds/meetings.ts';
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
  /** Of the rows that count, those that it can speak against; all where it says nothing. */
  readonly about?: (value: object) => boolean;
}

// A whole remark, or its first sentence: 取消了违规摊位 and 驳回理由已告知 are about the matter, not about the row.
const VOIDING_NOTE =
  /^(?:[本该此]?[条行次单]?已|拟|申请)?(?:(?:取消|作废|撤销|撤回|撤单|废除|终止|删除|剔除|驳回|退回)(?:了|处理|(?:该|此|本)?(?:次|条|单)?(?:上报|申请|登记|记录|请假|休假|任务|派单|工单|会议)?)?|未休|未执行|不计入?|不予(?:计入|认定|采纳|发放|批准)?|不同意|未批准?|未通过|重复(?:上报|提交|填报|记录|登记|派单|录入|导入)?|(?:测试|无效|错误|异常)(?:数据|记录|信息|上报|任务|工单)|数据(?:异常|错误|有误|无效))(?:$|[,，。.;；、:：(（\s])/;
/** 6月已发, 已随上月工资发放; to send a notice (发通知) or to find something (发现) is no payment. */
const PAID_NOTE =
  /(?<![未没])已(?:经)?[^，。；,;]{0,10}?(?:发放|支付|兑付|补发|打卡|入账|结清|发(?![通函文短信现布给送票出起]))/;
const LATER_NOTE =
  /(?:暂不|暂缓|缓|延后|延期|推迟)(?:发|计|扣|兑)|待[^，。；,;]{0,8}(?:发|计|扣|兑)|(?:下|次|下个)月[^，。；,;]{0,4}(?:发|计|扣|兑)|延至|留待/;
const LEAVE_NOTE =
  /^(?:已|因)?(?:请假|公差|公假|事假|病假|年假|产假|婚假|丧假|出差|外出培训|调休|值班|会议取消|取消|未召开|免签|系统故障|设备故障|已补签|补签)/;
const LEFT_NOTE =
  /(?<![未不没拟曾])(?:离职|辞职|辞退|退休|离岗|调离|调出|调走|解聘|停职|停薪|除名|开除|终止合同|解除合同)(?!返聘|后|人员|教师|干部|职工|工人|军人)/;
/** Somebody else's leaving. */
const OF_ANOTHER = /接替|接任|顶替|替换|返聘/;
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
const NOTE = /^(?:备注|说明|备注说明|情况说明|备注信息)$/;

const hasNoEnd = (value: object): boolean =>
  'left' in value && 'to' in value && value.left === null && value.to === null;
/** 缺席 and 迟到 cost something. */
const costsMeeting = (value: object): boolean =>
  'marks' in value &&
  (value as MeetingsDraft).marks.some(({ attendance }) => attendance === 'absent' || attendance === 'late');

const SIGNS: readonly Sign[] = [
  {
    sign: 'void',
    heading:
      /^(?:备注|说明|备注说明|情况说明|备注信息|办理结果|处理结果|结果|情况|(?:办理|处理|处置|办结|流转|任务|工单|记录|数据|事件|信息)?状态)$/,
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
    sign: 'paid',
    heading: NOTE,
    kinds: ADJUSTMENTS,
    speaks: (cell) => PAID_NOTE.test(textOf(cell)),
  },
  {
    sign: 'otherMonth',
    heading: NOTE,
    kinds: ADJUSTMENTS,
    speaks: (cell) => LATER_NOTE.test(textOf(cell)),
  },
  {
    sign: 'excused',
    heading: NOTE,
    kinds: new Set(['meetings']),
    speaks: (cell) => LEAVE_NOTE.test(textOf(cell)),
    about: costsMeeting,
  },
  {
    sign: 'left',
    heading: NOTE,
    kinds: new Set(['roster']),
    speaks: (cell) => LEFT_NOTE.test(textOf(cell)) && !OF_ANOTHER.test(textOf(cell)),
    about: hasNoEnd,
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
      const signs = SIGNS.filter((one) => one.kinds.has(kind) && one.heading.test(own));
      const each = signs.map((one) => ({ ...one, column, title: heading, heard: [] as Heard[] }));
      return each.length > 0 ? [[column, each] as const] : [];
    }),
  );
  if (valueRules === 1 || period === null || side === 'previous') watched.clear();
  return {
    look: (row, cells) => {
      if (watched.size === 0) return;
      for (const cell of cells) {
        const signs = watched.get(cell.column);
        if (signs === undefined || period === null || cell.kind === 'error' || cell.kind === 'pending') continue;
        const heard = signs.find(({ speaks }) => speaks(cell, period))?.heard;
        heard?.push({ row, said: shownText(cell).trim() });
      }
    },
    problems: (isNotUsed) => {
      const spoken = [...watched.values()].flat().filter(({ title, heard }) => heard.length > 0 && !isNotUsed(title));
      if (spoken.length === 0) return [];
      const counted = new Map([...table.entries].filter(counts).map(({ row, value }) => [row, value as object]));
      return spoken.flatMap(({ column, sign, title, heard, about }) => {
        const against = heard.filter(({ row }) => {
          const value = counted.get(row);
          return value !== undefined && (about?.(value) ?? true);
        });
        const [first] = against;
        if (first === undefined) return [];
        const rows = against.slice(0, SHOWN).map(({ row }) => row);
        const data = { kind: TABLE_KINDS[kind], sign, heading: title, said: first.said, count: against.length, rows };
        return [problem('rowsSpokenAgainst', data, placeIn(table, first.row, column))];
      });
    },
  };
}
