// 量化指标: an office's own weekly and monthly targets of its members (三（四）末段).
import type { YearMonth } from '../../model/civil.ts';
import { TARGET_FIGURES, TARGET_PERIODS, type TargetFigure, type TargetPeriod } from '../../model/terms.ts';
import { defineKind } from '../kind.ts';
import { count } from '../values/counts.ts';
import { month } from '../values/dates.ts';
import { distance } from '../values/distances.ts';
import { duration } from '../values/durations.ts';
import { type Bare, Fault, fault, isBare, type Parser } from '../values/fault.ts';
import { shownText, text, verbatim } from '../values/text.ts';
import { glossary, wordOf } from '../values/words.ts';
import { DECISION_FIELDS } from './settings.ts';

export interface QuantifiedTargetDraft {
  readonly name: string;
  readonly figure: TargetFigure;
  readonly period: TargetPeriod;
  /** Whole seconds, metres or a count. */
  readonly standard: number;
  /** Of reports, only those of this 类别. */
  readonly category: string | null;
  readonly from: YearMonth | null;
  readonly basis: string | null;
  readonly approver: string | null;
}

const figureWord = wordOf<TargetFigure>(
  [
    ...glossary(TARGET_FIGURES),
    ['巡查时长', 'onlineTime'],
    ['巡查分钟', 'onlineTime'],
    ['里程', 'mileage'],
    ['信息', 'effectiveReports'],
    ['派单', 'tasksDone'],
  ],
  Object.values(TARGET_FIGURES),
);

const periodWord = wordOf<TargetPeriod>(
  [...glossary(TARGET_PERIODS), ['周', 'week'], ['月', 'month']],
  Object.values(TARGET_PERIODS),
);

/** A time or a length is nothing without its unit, but for 0. */
const withUnit =
  (parser: Parser<number | Bare>, code: 'durationUnreadable' | 'distanceUnreadable'): Parser<number> =>
  (cell, column) => {
    const value = parser(cell, column);
    if (value instanceof Fault || !isBare(value)) return value;
    if (value.bare.n === 0n) return 0;
    return fault(code, { heading: column.heading, found: shownText(cell) });
  };

const time = withUnit(duration, 'durationUnreadable');
const length = withUnit(distance, 'distanceUnreadable');

const STANDARDS: Readonly<Record<TargetFigure, Parser<number>>> = {
  onlineTime: time,
  mileage: length,
  keyPersonVisits: count,
  keyPlaceVisits: count,
  effectiveReports: count,
  tasksDone: count,
};

export const quantifiedTargets = defineKind({
  kind: 'quantifiedTargets',
  fields: {
    name: ['指标名称', '量化指标'],
    figure: ['指标', '统计内容'],
    period: ['周期', '考核周期'],
    standard: ['标准', '指标值'],
    category: ['类别', '信息类别'],
    ...DECISION_FIELDS,
  },
  recognisedBy: [
    ['name', 'figure', 'standard'],
    ['figure', 'period', 'standard'],
  ],
  required: [['name'], ['figure'], ['period'], ['standard']],
  parse(row) {
    const name = row.need('name', text);
    const figure = row.need('figure', figureWord);
    const period = row.need('period', periodWord);
    const standard = figure && row.need('standard', STANDARDS[figure]);
    const category = row.read('category', text);
    const decision = {
      from: row.read('from', month),
      basis: row.read('basis', verbatim),
      approver: row.read('approver', verbatim),
    };
    if (figure !== null && figure !== 'effectiveReports' && category !== null)
      row.fail('targetCategory', { figure: TARGET_FIGURES[figure], found: category }, 'category');
    if (name === null || figure === null || period === null || standard === null) return null;
    return { name, figure, period, standard, category, ...decision };
  },
});
