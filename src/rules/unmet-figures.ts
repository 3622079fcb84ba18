// What the judged days of a month amount to, each figure with the cells that failed or the rows that are lacking.
import type { CivilDate } from '../model/civil.ts';
import type { DayVerdict, Figures } from '../model/decision.ts';
import type { Origin, Source } from '../model/source.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../model/terms.ts';
import { cellsOf } from './cells.ts';
import { count } from './measures/figure.ts';
import type { PatrolDay } from './measures/patrol-days.ts';
import { type Office, tablesOf } from './office.ts';

type Days = ReadonlyMap<CivilDate, PatrolDay>;

const dayList = (days: readonly CivilDate[]): string => days.map((day) => `${Number(day.slice(8))}日`).join('、');

const failingOn = ({ targets }: DayVerdict, figure: PatrolFigure): readonly CivilDate[] | null | undefined => {
  const target = targets.find((one) => one.figure === figure);
  return target?.result === 'missed' || target?.result === 'noData' ? target.over : undefined;
};

/** Where a table has no column for a figure: what the figure was taken from (spec 5.1), else the day itself. */
const INSTEAD: Readonly<Partial<Record<PatrolFigure, readonly string[]>>> = { onlineRate: ['onlineTime'] };

/** The cells of each target that was missed; a target of a week or month is all its days' cells. */
function failedCells(office: Office, unmet: readonly DayVerdict[], days: Days): readonly Source[] {
  return (Object.keys(PATROL_FIGURES) as PatrolFigure[]).flatMap((figure) => {
    const origins: readonly Origin[] = unmet.flatMap((verdict) => {
      const over = failingOn(verdict, figure);
      if (over === undefined) return [];
      return (over ?? [verdict.date]).flatMap((date) => [...(days.get(date)?.origins ?? [])]);
    });
    return cellsOf(office, origins, figure, ...(INSTEAD[figure] ?? []), 'date');
  });
}

/** The days an unmet day was judged by: itself, and those of each target of a week or month that it failed. */
const failedDays = (verdict: DayVerdict): readonly CivilDate[] => [
  verdict.date,
  ...verdict.targets.flatMap(({ figure }) => failingOn(verdict, figure) ?? []),
];

/** Figures of judged days; `runs` as `unmetRuns` found them. */
export function unmetFigures(
  office: Office,
  verdicts: readonly DayVerdict[],
  days: Days,
  runs: { readonly longest: number; readonly trailing: number },
): Figures {
  const searched = tablesOf(office, 'patrol');
  const absence = (what: string): Source => ({ type: 'absence', what, searched });
  const unmet = verdicts.filter((day) => day.unmet);
  const unrecorded = verdicts.filter(({ recorded }) => !recorded).map(({ date }) => date);
  const lacking = (dates: readonly CivilDate[]) => (dates.length === 0 ? [] : [absence(`${dayList(dates)}的巡查记录`)]);
  const failed = new Set(unmet.flatMap(failedDays));
  const evidence = [...failedCells(office, unmet, days), ...lacking(unrecorded.filter((date) => failed.has(date)))];
  const unmetEvidence = evidence.length > 0 ? evidence : [absence('未达标的考核日')];
  return {
    unmetDays: count(unmet.length, unmetEvidence),
    metDays: count(verdicts.length - unmet.length, unmetEvidence),
    noDataDays: count(
      unrecorded.length,
      unrecorded.length > 0 ? lacking(unrecorded) : [absence('没有巡查记录的考核日')],
    ),
    longestUnmetRun: count(runs.longest, unmetEvidence),
    trailingUnmetRun: count(runs.trailing, unmetEvidence),
  };
}
