// One month of one workspace: inputs, scheme, calendar and history come together, the rules decide, the record is made.
import type { RosterRow } from '../intake/people/roster.ts';
import { orderProblems } from '../intake/problem-order.ts';
import type { MonthRead } from '../intake/read-month.ts';
import type { SheetAccount } from '../intake/reading.ts';
import type { YearMonth } from '../model/civil.ts';
import { type CoverageRecord, type MonthRecord, RECORD_SCHEMA } from '../model/record.ts';
import type { TableInfo } from '../model/source.ts';
import { issuesOf } from '../problems/issues.ts';
import { NOWHERE, type Problem, problem } from '../problems/problem.ts';
import { hasErrors, severityOf } from '../problems/words.ts';
import { checkMonth } from '../rules/checks/index.ts';
import { coverage } from '../rules/coverage.ts';
import { UnfitFigure } from '../rules/kind.ts';
import type { Rule } from '../rules/kinds.ts';
import { figureMistake } from '../rules/mistakes.ts';
import { decideMonth, type MonthResult } from '../rules/month.ts';
import type { FailedMonth, Office, Subject } from '../rules/office.ts';
import type { Prospect } from '../rules/prospects.ts';
import { withStakes } from '../rules/stakes.ts';
import { subjectsOf } from '../rules/subjects.ts';
import { daysOfMonth } from '../scheme/calendar.ts';
import { inputRecords, type MonthInputs } from '../store/inputs.ts';
import { VERSION } from '../version.ts';
import type { MonthConditions } from './conditions.ts';
import { withoutHeldRows } from './held-rows.ts';
import { factsOf } from './read.ts';
import { schemeRecord } from './scheme-record.ts';

/** A month in progress, looked at up to a day. */
export interface MonthProgress {
  /** Workdays after it. */
  readonly workdaysLeft: number;
  /** By id. */
  readonly members: readonly Prospect[];
}

/** A month decided. `record` and `progress` are made when they are asked for, and give null where an error stands in the way. */
export interface DecidedMonth {
  readonly period: YearMonth;
  /** The month's record without a seal: only what is kept bears one. */
  readonly record: () => MonthRecord | null;
  readonly progress: () => MonthProgress | null;
  readonly problems: readonly Problem[];
  /** Tables that were read, also when there are errors. */
  readonly tables: readonly TableInfo[];
  /** What became of every sheet that was met. */
  readonly sheets: readonly SheetAccount[];
  /** What was read of each kind of table. */
  readonly coverage: readonly CoverageRecord[];
  /** The roster's rows, for what no record holds: bank accounts. */
  readonly roster: readonly RosterRow[];
}

/** A month's facts with the problems of its tables; null when it has no folder. */
export type ReadFacts = MonthRead | null;

export async function readFacts(
  inputs: MonthInputs,
  conditions: MonthConditions,
  history: readonly MonthRecord[],
): Promise<ReadFacts> {
  if (!inputs.hasFolder) return null;
  const { asOf, scope, switchedOff, switches, marksBy, ownHeadings, answers, idDigits, valueRules, calendar } =
    conditions;
  const last = history.at(-1);
  return factsOf(inputs, {
    ...{ asOf, scope, switchedOff, switches, marksBy, ownHeadings, answers, idDigits, valueRules },
    isWorkday: calendar.isWorkday,
    answeredBefore: last?.answered ?? [],
    leaveBefore:
      valueRules === 1 || !last ? [] : (last.leaveAhead ?? []).map((leave) => ({ leave, month: last.period })),
  });
}

const STOPPED = { record: () => null, progress: () => null };

/**
 * Decides a month on its facts. `history` holds the records of the months right before it, oldest first. Problems are
 * complete: those of the tables and, where people and days are known, those of the rules.
 */
export function decide(
  inputs: MonthInputs,
  read: ReadFacts,
  conditions: MonthConditions,
  history: readonly MonthRecord[],
  failedBefore: FailedMonth | null = null,
): DecidedMonth {
  const { period } = inputs;
  if (read === null) {
    const absent = problem('monthFolderMissing', { folder: period });
    return {
      ...STOPPED,
      period,
      problems: [...conditions.problems, absent],
      tables: [],
      sheets: [],
      coverage: [],
      roster: [],
    };
  }
  const { facts, sheets, roster } = read;
  const { tables } = facts;
  const { scheme, rules, calendar } = conditions;
  const workdays = daysOfMonth(period).filter(calendar.isWorkday);
  const { schemeStart, holds, asOf, valueRules } = conditions;
  // The workspace's own files are read for the office's tables and for the month's: a problem of theirs is told once.
  const links = inputs.links.map(({ path, leads }) => problem('linkStray', { leads }, { ...NOWHERE, file: path }));
  const ordered = orderProblems([...conditions.problems, ...links, ...read.problems]);
  const { problems: found, uncertain } = withoutHeldRows(ordered, holds, read);
  const around = { scheme, calendar, asOf, workdays, history, schemeStart, holds, uncertain, valueRules, failedBefore };
  const dueFigures = [...facts.patrolFigures].filter((figure) => !conditions.switchedOff.has(figure));
  const office: Office = { period, facts, dueFigures, ...around };
  const subjects = subjectsOf(office);
  const met = { period, tables, sheets, roster, coverage: coverage(office, subjects) };
  const weighed = (all: readonly Problem[]) => withStakes(all, office, rules, subjects);
  if (hasErrors(found)) {
    const further = hasErrors(conditions.problems) ? [] : furtherErrors(office, subjects);
    return { ...met, ...STOPPED, problems: weighed([...found, ...further]) };
  }

  const result = decidedOr(office, rules, conditions);
  if ('code' in result) return { ...met, ...STOPPED, problems: [...found, result] };
  const problems = weighed([...found, ...result.problems]);
  const record = (): MonthRecord => {
    const decided = result.subjects();
    return {
      schema: RECORD_SCHEMA,
      program: VERSION,
      period,
      office: conditions.officeName,
      previous: history.at(-1)?.seal ?? null,
      scheme: schemeRecord(scheme, rules, decided),
      calendar: { source: calendar.source, workdays, overrides: calendar.overrides.map(({ date }) => date) },
      inputs: inputRecords(inputs),
      tables,
      subjects: decided,
      survey: result.survey,
      grids: result.grids(),
      ranking: result.ranking,
      cardsIncomplete: result.cardsIncomplete,
      ...(result.withheld.length > 0 && { withheld: result.withheld }),
      ...(read.answered.length > 0 && { answered: read.answered }),
      ...(conditions.wordings.length > 0 && { wordings: conditions.wordings }),
      ...(facts.leaveAhead.length > 0 && valueRules === 2 && { leaveAhead: facts.leaveAhead }),
      ...(valueRules === 2 && { coverage: met.coverage }),
      issues: issuesOf(problems, false),
      clues: result.clues(),
      seal: '',
    };
  };
  if (hasErrors(problems)) return { ...met, ...STOPPED, problems };
  const progress = (): MonthProgress => ({
    workdaysLeft: workdays.filter((day) => asOf !== null && day > asOf).length,
    members: result.prospects(),
  });
  return { ...met, record, progress, problems };
}

/** The month decided, or the mistake of an edition that refers to a figure there is none of. */
function decidedOr(office: Office, rules: readonly Rule[], { source }: MonthConditions): MonthResult | Problem {
  try {
    return decideMonth(office, rules);
  } catch (cause) {
    if (!(cause instanceof UnfitFigure)) throw cause;
    return figureMistake(source, cause);
  }
}

/**
 * Errors of the rules that stand whatever else is wrong, so that all are shown at once. A day whose 巡查 rows may be among
 * those in error is not also told to lack them.
 */
function furtherErrors(office: Office, subjects: readonly Subject[]): readonly Problem[] {
  const { patrol, tables } = office.facts;
  const isDoubtful = patrol.length === 0 || tables.some(({ kind, rows }) => kind === 'patrol' && rows.inError > 0);
  return checkMonth(office, subjects)
    .filter((one) => severityOf(one) === 'error')
    .filter(({ code }) => !(isDoubtful && (code === 'workdayWithoutPatrol' || code === 'figuresBreakOff')));
}
