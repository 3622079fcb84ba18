// Figures that count the assessable days on which targets are reached: for 工作要求 (三（四）要求2) and the ranking's 巡查轨迹 (三（六）4).
import type { CivilDate } from '../model/civil.ts';
import type { DayVerdict, Figures } from '../model/decision.ts';
import { rowsOf, type Source } from '../model/source.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../model/terms.ts';
import { canonicalOf, type Parameter } from '../scheme/scheme.ts';
import { cellsOf } from './cells.ts';
import { count, counted, noData } from './measures/figure.ts';
import { type PatrolDay, reaches } from './measures/patrol-days.ts';
import { type Office, type Subject, tablesOf } from './office.ts';
import { settingSource } from './settings-behind.ts';

type Days = ReadonlyMap<CivilDate, PatrolDay>;

interface ReachRule {
  readonly targets: readonly { readonly figure: PatrolFigure; readonly threshold: Parameter }[];
  /** Figure → the targets that a day must reach all of, or the one. */
  readonly daysMeeting: Readonly<Record<string, readonly PatrolFigure[]>>;
  readonly daysReaching: Readonly<Record<string, PatrolFigure>>;
}

type Reached = (date: CivilDate, figure: PatrolFigure) => boolean;

/**
 * Whether the target of a figure is met on a day: as the day was judged, or the week or month it belongs to. A target that
 * is switched off is measured day by day.
 */
export function reachedOn({ targets }: ReachRule, verdicts: readonly DayVerdict[], days: Days): Reached {
  const met = new Set<string>();
  const judged = new Set<PatrolFigure>();
  for (const { date, targets: results } of verdicts) {
    for (const { figure, result, over } of results) {
      judged.add(figure);
      if (result === 'met') for (const day of over ?? [date]) met.add(`${figure} ${day}`);
    }
  }
  return (date, figure) => {
    if (judged.has(figure)) return met.has(`${figure} ${date}`);
    const target = targets.find((candidate) => candidate.figure === figure);
    return target !== undefined && reaches(days.get(date), figure, canonicalOf(target.threshold)) === true;
  };
}

/** The office's own threshold of a figure. */
const thresholdSource = ({ targets }: ReachRule, figure: PatrolFigure): readonly Source[] =>
  targets.flatMap((target) => (target.figure === figure ? settingSource(target.threshold) : []));

export function daysReaching(
  office: Office,
  rule: ReachRule,
  { service }: Subject,
  days: Days,
  isReached: Reached,
): Figures {
  return Object.fromEntries(
    Object.entries(rule.daysReaching).map(([name, figure]) => {
      const short = service.assessable.filter((date) => !isReached(date, figure));
      const what = `${PATROL_FIGURES[figure]}未达标的考核日`;
      const cells = cellsOf(
        office,
        short.flatMap((date) => [...(days.get(date)?.origins ?? [])]),
        figure,
        'date',
      );
      const absence: Source = { type: 'absence', what, searched: tablesOf(office, 'patrol') };
      const sources = [...counted(cells, absence), ...thresholdSource(rule, figure)];
      const isKnown = office.facts.patrolFigures.has(figure);
      return [name, isKnown ? count(service.assessable.length - short.length, sources) : noData(sources)];
    }),
  );
}

export function daysMeeting(
  office: Office,
  rule: ReachRule,
  { service }: Subject,
  days: Days,
  isReached: Reached,
): Figures {
  return Object.fromEntries(
    Object.entries(rule.daysMeeting).map(([name, figures]) => {
      const met = service.assessable.flatMap((date) => {
        const day = days.get(date);
        return day && figures.every((figure) => isReached(date, figure)) ? [day] : [];
      });
      const origins = met.flatMap((day) => [...day.origins]);
      const absence: Source = { type: 'absence', what: '达标的考核日', searched: tablesOf(office, 'patrol') };
      return [
        name,
        count(
          met.length,
          counted(
            figures.flatMap((figure) => rowsOf(origins, figure)),
            absence,
          ),
        ),
      ];
    }),
  );
}
