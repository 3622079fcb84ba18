// Hand-made files for intake tests: a cell is text, a number, a boolean, null (empty) or a Cell without its column.
import type { Cell, NumberFormat, Range, Row, Sheet, UnreadableFile } from '../../src/files/sheet.ts';
import { type InputFile, readMonth, type Scope } from '../../src/intake/read-month.ts';
import type { CivilDate, YearMonth } from '../../src/model/civil.ts';
import type { PatrolFigure } from '../../src/model/terms.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { severityOf, wordsOf } from '../../src/problems/words.ts';

type WithoutColumn<C> = C extends unknown ? Omit<C, 'column'> : never;
export type CellSpec = string | number | boolean | null | WithoutColumn<Cell>;
export type RowSpec = readonly CellSpec[];

export const num = (raw: string, format: NumberFormat = 'plain'): CellSpec => ({ kind: 'number', raw, format });

function cellOf(spec: CellSpec, column: number): Cell[] {
  if (spec === null || spec === '') return [];
  if (typeof spec === 'string') return [{ column, kind: 'text', text: spec }];
  if (typeof spec === 'number') return [{ column, kind: 'number', raw: String(spec), format: 'plain' }];
  if (typeof spec === 'boolean') return [{ column, kind: 'boolean', value: spec }];
  return [{ ...spec, column } as Cell];
}

export const rowsOf = (specs: readonly RowSpec[], hiddenRows: readonly number[] = []): Row[] =>
  specs
    .map((cells, index) => ({
      number: index + 1,
      hidden: hiddenRows.includes(index + 1),
      cells: cells.flatMap(cellOf),
    }))
    .filter(({ cells }) => cells.length > 0);

interface SheetOptions {
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  /** Rows in one batch. */
  readonly batch?: number;
  readonly breaksOff?: UnreadableFile;
  readonly merges?: readonly Range[];
}

export function sheet(name: string | null, specs: readonly RowSpec[], options: SheetOptions = {}): Sheet {
  const { hidden = false, hiddenRows = [], batch = 7, breaksOff, merges = [] } = options;
  async function* batches() {
    const rows = rowsOf(specs, hiddenRows);
    for (let start = 0; start < rows.length; start += batch) yield rows.slice(start, start + batch);
    if (breaksOff) throw breaksOff;
  }
  return { name, hidden, rows: { [Symbol.asyncIterator]: batches }, merges };
}

/** A file of one sheet, or of the sheets given. */
export const file = (path: string, content: readonly RowSpec[] | (() => readonly Sheet[])): InputFile => ({
  path,
  open: async () => ({
    ownOutput: false,
    sheets: typeof content === 'function' ? content() : [sheet('Sheet1', content)],
  }),
});

export const unreadable = (path: string, error: UnreadableFile): InputFile => ({
  path,
  open: () => Promise.reject(error),
});

export const PERIOD = '2021-07' as YearMonth;

/** One small office: a table for every required kind. */
export const OFFICE = {
  roster: [
    ['工号', '姓名', '角色', '网格编号', '入职日期', '离职日期'],
    ['W001', '王芳', '专职网格员', 'G001', '2020-01-01', null],
    ['W002', '李强', '专职网格员', 'G002', null, '2021-07-20'],
    ['L001', '张敏', '网格长', 'G001、G002', null, null],
  ],
  patrol: [
    ['日期', '工号', '姓名', '在线率', '在线时长（小时）', '巡查里程(km)', '重点人员走访', '重点场所走访'],
    ['2021-07-01', 'W001', '王芳', '97%', 4.5, 3.2, 1, 2],
    ['2021-07-02', 'W001', '王芳', '100%', 5, 4, 0, 1],
  ],
  reports: [
    ['编号', '工号', '姓名', '上报时间', '类别', '网格编号', '是否有效', '内容'],
    ['R1', 'W001', '王芳', '2021-07-01 08:30', '违法建设', 'G001', '有效', '围墙'],
  ],
  tasks: [
    ['编号', '类型', '工号', '姓名', '派单时间', '截止时间', '完成时间', '状态'],
    ['T1', '事件', 'W001', '王芳', '2021-07-01', '2021-07-05', '2021-07-04 10:00', '办结'],
  ],
  meetings: [
    ['日期', '工号', '姓名', '签到'],
    ['2021-07-05', 'W001', '王芳', '出席'],
  ],
} as const satisfies Record<string, readonly RowSpec[]>;

type Tables = { readonly [table: string]: readonly RowSpec[] | null };

export interface Situation {
  /** Tables beside or instead of the office's; null leaves one out. A name with a dot is a file name. */
  readonly month?: Tables;
  readonly previous?: Tables;
  readonly root?: Tables;
  readonly files?: readonly InputFile[];
  readonly scope?: Scope;
  readonly switchedOff?: readonly PatrolFigure[];
  readonly marksBy?: string;
  readonly asOf?: string;
}

const filesOf = (folder: string, tables: Tables): InputFile[] =>
  Object.entries(tables).flatMap(([name, rows]) => (rows ? [file(`${folder}${NAMES[name] ?? name}.xlsx`, rows)] : []));

/** A matrix of marks is one of meetings where the file's name says so. */
const NAMES: Readonly<Record<string, string>> = { meetings: 'meetings例会' };

/** Reads the small office with a situation laid over it. */
export const readOffice = ({
  month = {},
  previous = {},
  root = {},
  files = [],
  scope,
  switchedOff = [],
  marksBy,
  asOf,
}: Situation) =>
  readMonth({
    period: PERIOD,
    asOf: (asOf as CivilDate | undefined) ?? null,
    month: [...filesOf('2021-07/', { ...OFFICE, ...month }), ...files],
    previous: filesOf('2021-06/', previous),
    root: filesOf('', root),
    scope: scope ?? null,
    switchedOff: new Set(switchedOff),
    marksBy: marksBy ?? null,
  });

/** `error dateUnreadable 2021-07/patrol.xlsx Sheet1 2 0` */
export const brief = (found: Problem): string => {
  const { file: path, sheet: name, row, column } = found.place;
  return [severityOf(found), found.code, path ?? '-', name ?? '-', row ?? '-', column ?? '-'].join(' ');
};

export const messages = (problems: readonly Problem[]): string[] => problems.map((found) => wordsOf(found).message);
