// One month of one workspace: inputs, scheme, calendar and history come together, the rules decide, the record is made.
import { type YearMonth, yearOf } from '../model/civil.ts';
import { type MonthRecord, RECORD_SCHEMA } from '../model/record.ts';
import type { TableInfo } from '../model/source.ts';
import type { PatrolFigure } from '../model/terms.ts';
import { issuesOf } from '../problems/issues.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { hasErrors } from '../problems/words.ts';
import { rulesOf } from '../rules/kinds.ts';
import { decideMonth } from '../rules/month.ts';
import type { Office } from '../rules/office.ts';
import { CALENDAR_SOURCE, daysOfMonth, type WorkCalendar, workCalendar } from '../scheme/calendar.ts';
import { type Scheme, schemeOf } from '../scheme/scheme.ts';
import { shippedEditions } from '../scheme/shipped.ts';
import { editionOf, schemeStart } from '../scheme/timeline.ts';
import { sha256 } from '../store/workspace.ts';
import { VERSION } from '../version.ts';
import { factsOf, inputRecords, type MonthInputs } from './read.ts';
import { schemeRecord } from './scheme-record.ts';

/** `record` is null when an error stands in its way. */
export interface MonthRun {
  readonly period: YearMonth;
  readonly record: MonthRecord | null;
  readonly problems: readonly Problem[];
  /** Tables that were read, also when there are errors. */
  readonly tables: readonly TableInfo[];
}

/** The rules of a workspace's month before any of its tables is read. */
export interface Ground {
  readonly scheme: Scheme;
  readonly calendar: WorkCalendar;
  readonly schemeStart: YearMonth;
}

export function groundOf(period: YearMonth): Ground | Problem {
  const editions = shippedEditions();
  const found = editionOf(editions, period);
  if ('code' in found) return found;
  return {
    scheme: schemeOf(found.edition, sha256(found.text)),
    calendar: workCalendar([]),
    schemeStart: schemeStart(editions),
  };
}

function calendarProblems(period: YearMonth, calendar: WorkCalendar): readonly Problem[] {
  const year = yearOf(period);
  if (!calendar.covers(year)) return [problem('calendarYearNotCovered', { year })];
  const decemberMayMove = period.endsWith('-12') && !calendar.covers(year + 1);
  return decemberMayMove ? [problem('calendarNextYearNotCovered', { year: year + 1 })] : [];
}

/** Targets the scheme does not ask for: a patrol table may lack their column. */
const switchedOff = ({ parameters }: Scheme): ReadonlySet<PatrolFigure> =>
  new Set(
    [...parameters.values()].flatMap(({ key, value }) => {
      const figure = /^target\.(\w+)\.enabled$/.exec(key)?.[1];
      return figure !== undefined && value === '否' ? [figure as PatrolFigure] : [];
    }),
  );

function folderProblem({ period, hasFolder, month }: MonthInputs): Problem | null {
  if (!hasFolder) return problem('monthFolderMissing', { folder: period });
  return month.length === 0 ? problem('monthFolderEmpty', { folder: period }) : null;
}

/**
 * Computes a month from its inputs. `history` holds the records of the months right before it, oldest first.
 * Problems are complete: those of the tables and, where people and days are known, those of the rules.
 */
export async function computeMonth(
  inputs: MonthInputs,
  ground: Ground,
  history: readonly MonthRecord[],
): Promise<MonthRun> {
  const { period } = inputs;
  const { scheme, calendar } = ground;
  const absent = folderProblem(inputs);
  const early = [...calendarProblems(period, calendar), ...(absent ? [absent] : [])];
  if (absent || hasErrors(early)) return { period, record: null, problems: early, tables: [] };

  const { facts, problems: found } = await factsOf(inputs, switchedOff(scheme));
  const workdays = daysOfMonth(period).filter(calendar.isWorkday);
  const office: Office = { period, facts, scheme, calendar, workdays, history, schemeStart: ground.schemeStart };
  const read = [...early, ...found];
  if (hasErrors(read)) return { period, record: null, problems: read, tables: facts.tables };

  const rules = await rulesOf(scheme);
  const { subjects, ranking, cardsIncomplete, problems: judged } = decideMonth(office, rules);
  const problems = [...read, ...judged];
  const record: MonthRecord = {
    schema: RECORD_SCHEMA,
    program: VERSION,
    period,
    office: null,
    previous: history.at(-1)?.seal ?? null,
    scheme: schemeRecord(scheme, subjects),
    calendar: { source: CALENDAR_SOURCE, workdays, overrides: calendar.overrides.map(({ date }) => date) },
    inputs: inputRecords(inputs),
    tables: facts.tables,
    subjects,
    ranking,
    cardsIncomplete,
    issues: issuesOf(problems, false),
    seal: '',
  };
  return { period, record: hasErrors(problems) ? null : sealed(record), problems, tables: facts.tables };
}

/** The record with the SHA-256 of its own text: an edited record is known as such, and the next month names it. */
const sealed = (record: MonthRecord): MonthRecord => ({ ...record, seal: sealOf(record) });

export const sealOf = (record: MonthRecord): string => sha256(JSON.stringify({ ...record, seal: '' }));
