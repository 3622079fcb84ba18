// What holds in a workspace's month before any of its tables is read: scheme with settings, rules, calendar, the office's scope.
import type { Answers } from '../intake/answers.ts';
import type { OwnHeadings } from '../intake/header/own-headings.ts';
import type { Scope } from '../intake/read-month.ts';
import { readWorkspaceTables, type WorkspaceTables } from '../intake/read-workspace.ts';
import type { FigureDemands } from '../intake/required-tables.ts';
import type { Hold } from '../model/archive.ts';
import { type CivilDate, type YearMonth, yearOf } from '../model/civil.ts';
import type { WordingRecord } from '../model/record.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../model/terms.ts';
import { VALUE_RULES_NOW, type ValueRules } from '../model/value-rules.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { type Rule, rulesOf } from '../rules/kinds.ts';
import { OFFICIAL_DAYS, type OfficialDays, type WorkCalendar, workCalendar } from '../scheme/calendar.ts';
import { officeScheme } from '../scheme/office-scheme.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import { isOn, referred, type Scheme } from '../scheme/scheme.ts';
import { digitsIn } from '../scheme/settings.ts';
import { editionOf, schemeStart } from '../scheme/timeline.ts';
import { sha256, type Workspace } from '../store/workspace.ts';
import { opened } from './read.ts';

export interface MonthConditions extends FigureDemands {
  readonly valueRules: ValueRules;
  /** 不用 and 用词. */
  readonly answers: Answers;
  readonly wordings: readonly WordingRecord[];
  /** 工号位数; null where nothing is said. */
  readonly idDigits: number | null;
  readonly source: EditionSource;
  readonly scheme: Scheme;
  readonly rules: readonly Rule[];
  readonly calendar: WorkCalendar;
  readonly schemeStart: YearMonth;
  /** The last day looked at of a month in progress; null where the month is looked at whole. */
  readonly asOf: CivilDate | null;
  readonly officeName: string | null;
  readonly scope: Scope | null;
  /** 暂缓发放 */
  readonly holds: readonly Hold[];
  /** Headings of the office's own exports. */
  readonly ownHeadings: OwnHeadings;
  /** Of the settings and the calendar. */
  readonly problems: readonly Problem[];
}

/** The office's own tables in the workspace's folder. */
export const officeTables = async (workspace: Workspace, valueRules?: ValueRules): Promise<WorkspaceTables> =>
  readWorkspaceTables(opened(await workspace.rootInputs()), valueRules);

function calendarProblems(period: YearMonth, calendar: WorkCalendar): readonly Problem[] {
  const year = yearOf(period);
  if (!calendar.covers(year)) return [problem('calendarYearNotCovered', { year })];
  const days = calendar.onlyOwnDays(year);
  const decemberMayMove = period.endsWith('-12') && !calendar.covers(year + 1);
  return [
    ...(days === null ? [] : [problem('calendarYearByOffice', { year, days })]),
    ...(decemberMayMove ? [problem('calendarNextYearNotCovered', { year: year + 1 })] : []),
  ];
}

function contradictoryDays(days: WorkspaceTables['calendarDays']): readonly Problem[] {
  const known = new Map<string, boolean>();
  return days.flatMap(({ date, workday, place }) => {
    const before = known.get(date);
    known.set(date, workday);
    return before !== undefined && before !== workday ? [problem('calendarDayTwice', { date }, place)] : [];
  });
}

function marksSetting(scheme: Scheme): string | null {
  const { marksDecide } = scheme.edition.measures;
  const setting = marksDecide === undefined ? null : referred(scheme, marksDecide);
  return setting && isOn(setting) ? setting.title : null;
}

/** The rules of a scheme and what they ask of the daily tables. */
export async function rulesAndColumns(scheme: Scheme): Promise<Pick<MonthConditions, 'rules' | keyof FigureDemands>> {
  const rules = await rulesOf(scheme);
  const asked = rules.flatMap(({ kind, with: rule }) => kind.asksFor?.(rule) ?? []);
  const figures = Object.keys(PATROL_FIGURES) as readonly PatrolFigure[];
  return {
    rules,
    switchedOff: new Set(figures.filter((figure) => !asked.some((one) => one.figure === figure))),
    switches: new Map(asked.flatMap(({ figure, setting }) => (setting === null ? [] : [[figure, setting]]))),
    marksBy: marksSetting(scheme),
  };
}

/** How a month is looked at, and what one that is closed, or was, brings along. */
export interface ConditionChoices {
  readonly asOf?: CivilDate;
  readonly holds?: readonly Hold[];
  /** Those of its archive; else those that the program holds. */
  readonly officialDays?: OfficialDays;
  /** Of the version that closed it. */
  readonly valueRules?: ValueRules;
}

/** The conditions of a month, or the problem that no edition or several are in force. */
export async function conditionsOf(
  tables: WorkspaceTables,
  editions: readonly EditionSource[],
  period: YearMonth,
  { asOf, holds, officialDays, valueRules = VALUE_RULES_NOW }: ConditionChoices = {},
): Promise<MonthConditions | Problem> {
  const source = editionOf(editions, period);
  if ('code' in source) return source;
  const { scheme, office, problems } = officeScheme(source, tables, period, sha256, editions);
  const calendar = workCalendar(tables.calendarDays, officialDays ?? OFFICIAL_DAYS);
  const { name, gridPrefix, township, idDigits } = office;
  return {
    source,
    scheme,
    ...(await rulesAndColumns(scheme)),
    calendar,
    schemeStart: schemeStart(editions),
    asOf: asOf ?? null,
    holds: holds ?? [],
    officeName: name,
    valueRules,
    answers: tables.answers,
    wordings: tables.wordings.map(({ table, column, word, meaning, approver }) => ({
      ...{ table, column, word, meaning, approver },
    })),
    idDigits: digitsIn(idDigits),
    ownHeadings: tables.ownHeadings,
    scope: gridPrefix === null && township === null ? null : { gridPrefix, township },
    problems: [
      ...tables.problems,
      ...problems,
      ...contradictoryDays(tables.calendarDays),
      ...calendarProblems(period, calendar),
    ],
  };
}
