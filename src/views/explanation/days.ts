// The unmet days behind an item that judges days: each failed target with what was reached, what was owed and its cells.
import type { CivilDate } from '../../model/civil.ts';
import type { DayVerdict, TargetVerdict } from '../../model/decision.ts';
import type { Evidence, MonthRecord } from '../../model/record.ts';
import type { Source, TableInfo } from '../../model/source.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../../model/terms.ts';
import { type NamedSource, namedSources, type TextAt } from '../sources.ts';
import { reasonsOf } from '../workbook/sheets/patrol.ts';
import { patrolText, weekdayText } from '../workbook/words.ts';
import { type ExplanationNode, explanationNode } from './node.ts';
import { sourceTexts } from './source-texts.ts';

interface FailedTarget {
  readonly figure: PatrolFigure;
  readonly title: string;
  /** As a person says it; null is 无数据. */
  readonly reached: string | null;
  readonly owed: string | null;
  /** The days of a target of a week or month. */
  readonly over: readonly CivilDate[] | null;
  readonly sources: readonly NamedSource[];
}

export interface UnmetDay {
  readonly date: CivilDate;
  readonly weekday: string;
  readonly reason: string;
  readonly failed: readonly FailedTarget[];
  readonly sources: readonly NamedSource[];
}

const isFailed = ({ result }: TargetVerdict): boolean => result === 'missed' || result === 'noData';

/** The rows of a day as cells of a figure; a table without its column is shown by the cells the rule went by. */
function figureCells(source: Source, figure: PatrolFigure, tables: readonly TableInfo[]): Source {
  if (source.type !== 'rows') return source;
  const columns = (tables[source.table] as TableInfo).columns;
  const instead = figure === 'onlineRate' ? 'onlineTime' : 'date';
  const field = [figure, instead, 'date'].find((one) => columns[one] !== undefined) ?? source.field;
  return { ...source, field };
}

/** Unmet days of somebody's evidence in a record. */
export function unmetDays(record: MonthRecord, evidence: Evidence, textAt: TextAt): readonly UnmetDay[] {
  const sourcesOf = (date: CivilDate) => evidence.days.find((day) => day.date === date)?.sources ?? [];
  const failedTarget = (day: DayVerdict, { figure, reached, owed, over }: TargetVerdict): FailedTarget => {
    const sources = (over ?? [day.date]).flatMap(sourcesOf);
    return {
      figure,
      title: PATROL_FIGURES[figure],
      reached: reached === null ? null : patrolText(figure, reached),
      owed: owed === null ? null : patrolText(figure, owed),
      over,
      sources: namedSources(
        record,
        sources.map((source) => figureCells(source, figure, record.tables)),
        textAt,
      ),
    };
  };
  return evidence.days
    .filter(({ unmet }) => unmet)
    .map((day) => ({
      date: day.date,
      weekday: weekdayText(day.date),
      reason: reasonsOf(day),
      failed: day.targets.filter(isFailed).map((target) => failedTarget(day, target)),
      sources: namedSources(record, day.sources, textAt),
    }));
}

/** One branch for all; none where every day was met. */
export function toldDays(month: string, days: readonly UnmetDay[]): readonly ExplanationNode[] {
  if (days.length === 0) return [];
  const below = days.map(({ date, weekday, reason, failed, sources }) => {
    const texts = failed.flatMap((target) => target.sources);
    return explanationNode(`${date} ${weekday}：${reason}`, {
      sources: [...new Set(sourceTexts(texts.length > 0 ? texts : sources))],
    });
  });
  return [explanationNode(`${month} 未达标 ${days.length} 天`, { below })];
}
