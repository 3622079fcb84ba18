// How a figure is counted on the sheets of detail: a formula, and the same count of the cells as they are written.
import type { SubjectRecord } from '../../../model/record.ts';
import { TASK_TYPES } from '../../../model/terms.ts';
import { call, type Formula, infix, text } from '../formula.ts';
import { type CellValue, cellOf } from '../model.ts';
import { SHEETS } from '../sheet-names.ts';
import { cellsOf, columnOf, type Detail, type RowSpan } from './details.ts';

/** A column and what its cells must be; `<>` before it: must not be. */
type Condition = readonly [column: string, criterion: string];

export type Tally =
  | { readonly sheet: string; readonly how: 'rows'; readonly of: string }
  | { readonly sheet: string; readonly how: 'sum' | 'max'; readonly of: string }
  /** Rows that meet all conditions of one of the lists. */
  | { readonly sheet: string; readonly how: 'count'; readonly any: readonly (readonly Condition[])[] };

export const NO_DATA = '无数据';
export const EFFECTIVE = '有效';
export const ABSENT = '无故缺席';
export const LATE_FOR_MEETING = '迟到';
export const DONE = '按时办结';
export const DONE_LATE = '逾期办结';
export const WITHDRAWN = '不计（退回、撤销或转派）';

const countIn = (sheet: string, ...any: readonly (readonly Condition[])[]): Tally => ({ sheet, how: 'count', any });

const PAID: Condition = ['type', `<>${TASK_TYPES.adHoc}`];
const done: readonly Condition[] = [PAID, ['verdict', DONE]];
const late: readonly Condition[] = [PAID, ['verdict', DONE_LATE]];

/** Figure → the ways it may be counted; the first one that fits the month holds (K14 decides whether late is done). */
export const TALLIES: ReadonlyMap<string, readonly Tally[]> = new Map<string, readonly Tally[]>([
  ['assessableDays', [{ sheet: SHEETS.patrol, how: 'rows', of: 'verdict' }]],
  ['unmetDays', [{ sheet: SHEETS.patrol, how: 'sum', of: 'unmet' }]],
  ['noDataDays', [countIn(SHEETS.patrol, [['verdict', NO_DATA]])]],
  ['longestUnmetRun', [{ sheet: SHEETS.patrol, how: 'max', of: 'run' }]],
  ['meetingAbsences', [countIn(SHEETS.meetings, [['verdict', ABSENT]])]],
  ['meetingLates', [countIn(SHEETS.meetings, [['verdict', LATE_FOR_MEETING]])]],
  ['reports', [{ sheet: SHEETS.reports, how: 'rows', of: 'verdict' }]],
  ['effectiveReports', [countIn(SHEETS.reports, [['verdict', EFFECTIVE]])]],
  ['tasksAssigned', [countIn(SHEETS.tasks, [PAID, ['verdict', `<>${WITHDRAWN}`]])]],
  ['tasksDone', [countIn(SHEETS.tasks, done), countIn(SHEETS.tasks, done, late)]],
]);

export function tallyFormula(tally: Tally, { sheet }: Detail, span: RowSpan): Formula {
  if (tally.how !== 'count') {
    const names = { rows: 'ROWS', sum: 'SUM', max: 'MAX' } as const;
    return call(names[tally.how], cellsOf(sheet, tally.of, span));
  }
  const counts = tally.any.map((conditions) =>
    call(
      conditions.length === 1 ? 'COUNTIF' : 'COUNTIFS',
      ...conditions.flatMap(([column, criterion]) => [cellsOf(sheet, column, span), text(criterion)]),
    ),
  );
  return counts.reduce((left, right) => infix('+', left, right));
}

export interface Fitting {
  readonly tally: Tally;
  readonly detail: Detail;
  /** Whose figure it gives; another's stays as it was read. */
  readonly fits: ReadonlySet<SubjectRecord>;
}

/** The way of counting that gives the figures of most people; null where no sheet is counted. */
export function fittingTally(
  key: string,
  subjects: readonly SubjectRecord[],
  details: ReadonlyMap<string, Detail>,
): Fitting | null {
  const ways = (TALLIES.get(key) ?? []).flatMap((tally): readonly Fitting[] => {
    const detail = details.get(tally.sheet);
    if (detail === undefined) return [];
    const fits = subjects.filter(
      (subject) => subject.figures[key]?.value === String(tallied(tally, detail, detail.spans.get(subject))),
    );
    return [{ tally, detail, fits: new Set(fits) }];
  });
  return ways.reduce<Fitting | null>((best, way) => (best && best.fits.size >= way.fits.size ? best : way), null);
}

const meets = (value: CellValue, criterion: string): boolean =>
  criterion.startsWith('<>') ? value !== criterion.slice(2) : value === criterion;

/** What the formula comes to on the sheet as it is written; 0 for a person without rows. */
function tallied(tally: Tally, { sheet }: Detail, span: RowSpan | undefined): number {
  const rows = span ? sheet.rows.slice(span.from, span.to + 1) : [];
  const under = (column: string) => {
    const index = columnOf(sheet, column);
    return rows.map((row) => cellOf(row[index] ?? null).value);
  };
  if (tally.how === 'rows') return rows.length;
  if (tally.how === 'count') {
    const columns = tally.any.map((conditions) =>
      conditions.map(([column, criterion]) => under(column).map((value) => meets(value, criterion))),
    );
    return rows.filter((_, index) => columns.some((held) => held.every((column) => column[index]))).length;
  }
  const numbers = under(tally.of).map((value) => (typeof value === 'number' ? value : 0));
  return tally.how === 'sum' ? numbers.reduce((sum, one) => sum + one, 0) : Math.max(0, ...numbers);
}
