// A small invented office as CSV text, one folder a month: everybody does everything right except where a month's plan says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CivilDate, parseYearMonth, type YearMonth } from '../src/model/civil.ts';
import { INCIDENTS } from '../src/model/terms.ts';
import { daysOfMonth, workCalendar } from '../src/scheme/calendar.ts';
import type { MemoryFile } from './memory-workspace.ts';

const CALENDAR = workCalendar([]);

export const month = (text: string): YearMonth => parseYearMonth(text) as YearMonth;
export const workdaysOf = (text: string): CivilDate[] => daysOfMonth(month(text)).filter(CALENDAR.isWorkday);

/** What one person does in a month; what is left out is done right. */
export interface Plan {
  /** Workdays with too little online time, never two in a row. */
  readonly unmet?: number;
  /** The first workdays, without any record. */
  readonly offline?: number;
  readonly effective?: number;
  readonly ineffective?: number;
  readonly tasksDone?: number;
  readonly tasksAssigned?: number;
  readonly absences?: number;
  readonly mark?: number;
  readonly missed?: number;
  readonly adjustment?: number;
}

export interface OfficePlan {
  /** 工号 → 网格编号, separated by spaces. */
  readonly people: Readonly<Record<string, string>>;
  readonly months: readonly string[];
  readonly plan: (id: string, period: string) => Plan;
  /** Further roster columns of a person. */
  readonly dates?: Readonly<Record<string, { readonly hired?: string; readonly left?: string }>>;
}

const lines = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;
const times = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));

function tablesOf(period: string, ids: readonly string[], plan: OfficePlan['plan'], grids: OfficePlan['people']) {
  const days = workdaysOf(period);
  const all = (rows: (id: string, plan: Plan) => readonly string[]) => ids.flatMap((id) => rows(id, plan(id, period)));
  const [first, second] = [days[8], days[12]] as [CivilDate, CivilDate];
  return {
    巡查: lines(
      '日期,工号,在线时长（小时）,巡查里程（公里）,重点人员走访,重点场所走访',
      all((id, { unmet = 0, offline = 0 }) =>
        days.map((day, index) => `${day},${id},${index % 2 === 0 && index / 2 < unmet ? 3 : 5},4,1,1`).slice(offline),
      ),
    ),
    信息: lines(
      '编号,工号,上报时间,是否有效',
      all((id, { effective = 30, ineffective = 0 }) =>
        times(effective + ineffective, (at) => `${period}-${id}-${at},${id},${first},${at < effective ? '是' : '否'}`),
      ),
    ),
    派单: lines(
      '编号,类型,工号,派单时间,截止时间,完成时间',
      all((id, { tasksAssigned = 2, tasksDone = tasksAssigned }) =>
        times(
          tasksAssigned,
          (at) => `T-${period}-${id}-${at},事件,${id},${first},${second},${at < tasksDone ? second : ''}`,
        ),
      ),
    ),
    例会: lines(
      '日期,工号,签到',
      all((id, { absences = 0 }) => times(3, (at) => `${days[6 + at]},${id},${at < absences ? '缺席' : '出席'}`)),
    ),
    评分: lines(
      '工号,巡查质量',
      all((id, { mark }) => (mark === undefined ? [] : [`${id},${mark}`])),
    ),
    漏报: lines(
      '发现日期,网格编号,类型,是否漏报',
      all((id, { missed = 0 }) => times(missed, (at) => `${first},${grids[id]?.split(' ')[0]},${INCIDENTS[at]},是`)),
    ),
    增减项: lines(
      '工号,项目,金额,原因,批准人',
      all((id, { adjustment }) => (adjustment === undefined ? [] : [`${id},追扣,${adjustment},多发,王主任`])),
    ),
  };
}

export function officeFiles({ people, months, plan, dates = {} }: OfficePlan): readonly MemoryFile[] {
  const ids = Object.keys(people);
  const roster = ids.map((id) => {
    const { hired = '', left = '' } = dates[id] ?? {};
    return `${id},人${id},专职网格员,${people[id]},${hired},${left}`;
  });
  return [
    { path: '花名册.csv', text: lines('工号,姓名,角色,网格编号,入职日期,离职日期', roster) },
    ...months.flatMap((period) =>
      Object.entries(tablesOf(period, ids, plan, people)).map(([name, text]) => ({
        path: `${period}/${name}.csv`,
        text,
      })),
    ),
  ];
}

export const SCHEMES = join(import.meta.dirname, '../fixtures/schemes');
export const schemeText = (name: string): string => readFileSync(join(SCHEMES, name), 'utf8');
