// What holds in a workspace's month before any of its tables is read: scheme with settings, calendar, the office's scope.
import type { Scope } from '../intake/read-month.ts';
import { readWorkspaceTables, type WorkspaceTables } from '../intake/read-workspace.ts';
import { type YearMonth, yearOf } from '../model/civil.ts';
import type { PatrolFigure } from '../model/terms.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { type WorkCalendar, workCalendar } from '../scheme/calendar.ts';
import { confirmationProblems } from '../scheme/confirmations.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type AppliedSettings, applySettings } from '../scheme/settings.ts';
import { shippedEditions } from '../scheme/shipped.ts';
import { type EditionSource, editionOf, schemeStart } from '../scheme/timeline.ts';
import { sha256, type Workspace } from '../store/workspace.ts';
import { opened } from './read.ts';

export interface Ground {
  readonly scheme: Scheme;
  readonly calendar: WorkCalendar;
  readonly schemeStart: YearMonth;
  readonly officeName: string | null;
  readonly scope: Scope | null;
  /** Targets the office does not ask for: a patrol table may lack their column. */
  readonly switchedOff: ReadonlySet<PatrolFigure>;
  /** Of the settings and the calendar. */
  readonly problems: readonly Problem[];
}

/** The office's own tables in the workspace's folder. */
export const officeTables = async (workspace: Workspace): Promise<WorkspaceTables> =>
  readWorkspaceTables(opened(await workspace.rootInputs()));

/** The edition's file alone where nothing is set, so that anyone can check it; else with the settings used. */
const schemeHash = ({ text }: EditionSource, { used }: AppliedSettings): string =>
  sha256(used.length === 0 ? text : `${text}\n${JSON.stringify(used)}`);

function calendarProblems(period: YearMonth, calendar: WorkCalendar): readonly Problem[] {
  const year = yearOf(period);
  if (!calendar.covers(year)) return [problem('calendarYearNotCovered', { year })];
  const decemberMayMove = period.endsWith('-12') && !calendar.covers(year + 1);
  return decemberMayMove ? [problem('calendarNextYearNotCovered', { year: year + 1 })] : [];
}

function contradictoryDays(days: WorkspaceTables['calendarDays']): readonly Problem[] {
  const known = new Map<string, boolean>();
  return days.flatMap(({ date, workday, place }) => {
    const before = known.get(date);
    known.set(date, workday);
    return before !== undefined && before !== workday ? [problem('calendarDayTwice', { date }, place)] : [];
  });
}

const switchedOff = ({ parameters }: AppliedSettings): ReadonlySet<PatrolFigure> =>
  new Set(
    [...parameters.values()].flatMap(({ key, value }) => {
      const figure = /^target\.(\w+)\.enabled$/.exec(key)?.[1];
      return figure !== undefined && value === '否' ? [figure as PatrolFigure] : [];
    }),
  );

/** The ground of a month, or the problem that no edition or several are in force. */
export function groundOf(tables: WorkspaceTables, period: YearMonth): Ground | Problem {
  const editions = shippedEditions();
  const source = editionOf(editions, period);
  if ('code' in source) return source;
  const { edition } = source;
  const settings = applySettings(edition, tables.settings, period);
  const calendar = workCalendar(tables.calendarDays);
  const { name, gridPrefix, township } = settings.office;
  return {
    scheme: { edition, sha256: schemeHash(source, settings), parameters: settings.parameters },
    calendar,
    schemeStart: schemeStart(editions),
    officeName: name,
    scope: gridPrefix === null && township === null ? null : { gridPrefix, township },
    switchedOff: switchedOff(settings),
    problems: [
      ...tables.problems,
      ...settings.problems,
      ...confirmationProblems(edition, tables.confirmations),
      ...contradictoryDays(tables.calendarDays),
      ...calendarProblems(period, calendar),
    ],
  };
}
