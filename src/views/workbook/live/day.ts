// The verdict of a day on 巡查明细 as formulas over its own cells: which targets are reached, whether the day counts as
// unmet, how long the run is that it ends.
import type { DayVerdict, TargetVerdict } from '../../../model/decision.ts';
import type { ParameterRecord } from '../../../model/record.ts';
import type { PatrolFigure } from '../../../model/terms.ts';
import { call, cells, type Formula, infix, number, text } from '../formula.ts';
import { SHEETS } from '../sheet-names.ts';
import { NO_DATA } from './tally.ts';

/** The threshold of a figure: its name and unit. */
interface Threshold {
  readonly name: string;
  readonly unit: ParameterRecord['unit'];
}

export interface DayGrid {
  /** In the order of their columns. */
  readonly figures: readonly PatrolFigure[];
  readonly thresholds: ReadonlyMap<PatrolFigure, Threshold>;
  readonly noDataIsUnmet: boolean;
}

/** What a cell is multiplied by to be in the unit of its threshold: time stands in days, mileage in kilometres, a rate of 1. */
const SCALES: Readonly<Partial<Record<PatrolFigure, Readonly<Record<string, number>>>>> = {
  onlineRate: { '%': 100 },
  onlineTime: { 小时: 24, 其他: 86_400 },
  mileage: { 公里: 1, 其他: 1000 },
};

/** Of the cell and of the threshold's unit, to whole seconds and metres. */
const WHOLE: Readonly<Partial<Record<PatrolFigure, readonly [cell: number, unit: Readonly<Record<string, number>>]>>> =
  {
    onlineTime: [86_400, { 小时: 3600 }],
    mileage: [1000, { 公里: 1000 }],
  };

/** Floating point leaves less than this many decimals of a second in hours. */
const DIGITS = number(9);
const times = (left: Formula, factor: number): Formula => (factor === 1 ? left : infix('*', left, number(factor)));

function isReached(of: Formula, { figure, part }: TargetVerdict, { name, unit }: Threshold): Formula {
  if (part !== undefined) {
    const [cell, units] = WHOLE[figure] ?? [1, {}];
    const share = infix('*', times({ name }, units[unit] ?? 1), number(part));
    const owed = call('ROUNDUP', call('ROUND', share, number(6)), number(0));
    return infix('>=', call('ROUND', times(of, cell), number(0)), owed);
  }
  const scales = SCALES[figure];
  if (scales === undefined) return infix('>=', of, { name });
  return infix('>=', call('ROUND', times(of, scales[unit] ?? scales.其他 ?? 1), DIGITS), { name });
}

export interface DayPlace {
  /** The row of the day, and of the person's first day. */
  readonly row: number;
  readonly firstRow: number;
  readonly days: readonly DayVerdict[];
  /** The run that the days before the month end with. */
  readonly runBefore: number;
}

/** Over the day's own cell, or over those of the week or month that falls due. */
function targetMet(target: TargetVerdict, place: DayPlace, grid: DayGrid): Formula | null {
  const threshold = grid.thresholds.get(target.figure);
  const column = target.figure;
  if (target.result === 'notDue' || threshold === undefined || !grid.figures.includes(column)) return null;
  const { over } = target;
  const sheet = SHEETS.patrol;
  if (over === null) {
    const cell = cells({ sheet, row: place.row, column });
    const mark = grid.noDataIsUnmet
      ? infix('=', cell, text('√'))
      : call('OR', ...['√', NO_DATA, ''].map((word) => infix('=', cell, text(word))));
    return call('IF', infix('=', call('COUNT', cell), number(1)), isReached(cell, target, threshold), mark);
  }
  const at = (date: DayVerdict['date']) => place.firstRow + place.days.findIndex((day) => day.date === date);
  const [first, last] = [at(over[0] as DayVerdict['date']), at(over.at(-1) as DayVerdict['date'])];
  const span = cells({ sheet, row: first, toRow: last, column });
  const marks = grid.noDataIsUnmet
    ? infix('=', call('COUNTIF', span, text('√')), call('ROWS', span))
    : infix('=', call('COUNTIF', span, text('×')), number(0));
  return call(
    'IF',
    infix('>=', call('COUNT', span), number(1)),
    isReached(call('SUM', span), target, threshold),
    marks,
  );
}

/** 1 for an unmet day, else 0; null where a due target has no threshold to be held against. */
export function unmetFormula(place: DayPlace, grid: DayGrid): Formula | null {
  const { targets } = place.days[place.row - place.firstRow] as DayVerdict;
  const due = targets.filter(({ result }) => result !== 'notDue');
  const met = due.map((target) => targetMet(target, place, grid));
  const known = met.filter((formula) => formula !== null);
  if (known.length < met.length || known.length === 0) return null;
  return call('IF', known.length === 1 ? (known[0] as Formula) : call('AND', ...known), number(0), number(1));
}

/** 达标, 未达标, or 无数据 while a day that nobody recorded has no figures. */
export function verdictFormula({ row, firstRow, days }: DayPlace, grid: DayGrid): Formula {
  const sheet = SHEETS.patrol;
  const unmet = infix('=', cells({ sheet, row, column: 'unmet' }), number(0));
  const judged = call('IF', unmet, text('达标'), text('未达标'));
  if ((days[row - firstRow] as DayVerdict).recorded) return judged;
  const [column, toColumn] = [grid.figures[0] as PatrolFigure, grid.figures.at(-1) as PatrolFigure];
  const figures = cells({ sheet, row, column, toColumn });
  return call('IF', infix('=', call('COUNT', figures), number(0)), text(NO_DATA), judged);
}

/** The unmet days in a row up to this one. */
export function runFormula({ row, firstRow, days, runBefore }: DayPlace): Formula {
  const sheet = SHEETS.patrol;
  const unmet = cells({ sheet, row, column: 'unmet' });
  const { follows } = days[row - firstRow] as DayVerdict;
  const isFirst = row === firstRow;
  if (!follows || (isFirst && runBefore === 0)) return unmet;
  const before = isFirst ? number(runBefore) : cells({ sheet, row: row - 1, column: 'run' });
  return call('IF', infix('=', unmet, number(1)), infix('+', before, number(1)), number(0));
}
