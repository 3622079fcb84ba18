// A month is a pure function: facts + scheme + calendar + history → decisions, figures, evidence and problems.

import { firstDay, lastDay } from '../model/civil.ts';
import type { DayVerdict, Decision, Figures } from '../model/decision.ts';
import type { GridId } from '../model/facts.ts';
import type { Evidence, RankingRecord, SubjectRecord } from '../model/record.ts';
import type { Problem } from '../problems/problem.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { checkMonth } from './checks/index.ts';
import type { Verdict } from './kind.ts';
import type { Rule } from './kinds.ts';
import { measure } from './measures/index.ts';
import { isDeducted } from './measures/meetings.ts';
import { taskResult } from './measures/tasks.ts';
import type { Office, Subject } from './office.ts';
import { withSettings } from './settings-behind.ts';
import { decisionOf, settle } from './settlement.ts';
import { subjectsOf } from './subjects.ts';

export interface MonthResult {
  /** Full-time members first, each group by id. */
  readonly subjects: readonly SubjectRecord[];
  readonly ranking: RankingRecord | null;
  readonly cardsIncomplete: boolean;
  readonly problems: readonly Problem[];
}

interface Progress {
  readonly figures: Figures;
  readonly decisions: readonly Decision[];
  readonly days: readonly DayVerdict[];
}

const advance = (before: Progress, scheme: Scheme, { item }: Rule, verdict: Verdict): Progress => ({
  figures: { ...before.figures, ...verdict.figures },
  decisions: verdict.lines
    ? [...before.decisions, decisionOf(item.item, item.title, withSettings(scheme, item, verdict.lines))]
    : before.decisions,
  days: [...before.days, ...(verdict.days ?? [])],
});

/** Decides the month by the rules in their order. */
export function decideMonth(office: Office, rules: readonly Rule[]): MonthResult {
  const subjects = subjectsOf(office);
  const progress = new Map<Subject, Progress>(
    subjects.map((subject) => [subject, { figures: measure(office, subject), decisions: [], days: [] }]),
  );
  const progressOf = (subject: Subject): Progress => progress.get(subject) as Progress;
  const problems: Problem[] = [...checkMonth(office, subjects)];
  let ranking: RankingRecord | null = null;

  for (const rule of rules) {
    const concerned = subjects.filter(({ role }) => rule.item.for.includes(role));
    const outcome = rule.kind.decide({
      office,
      item: rule.item,
      with: rule.with,
      subjects: concerned,
      figuresOf: (subject) => progressOf(subject).figures,
    });
    for (const [subject, verdict] of outcome.verdicts) {
      progress.set(subject, advance(progressOf(subject), office.scheme, rule, verdict));
      problems.push(...(verdict.problems ?? []));
    }
    problems.push(...(outcome.problems ?? []));
    ranking = outcome.ranking ?? ranking;
  }

  const records = subjects.map((subject) => {
    const isFirst = subjects.find(({ person }) => person.id === subject.person.id) === subject;
    const { problems: unsettled, ...settlement } = settle(office, subject, isFirst, progressOf(subject).decisions);
    problems.push(...unsettled);
    return { ...recordOf(office, subject, progressOf(subject)), ...settlement };
  });
  const cardsIncomplete = records.some(({ figures }) => figures.cardIncomplete?.value === true);
  return { subjects: records, ranking, cardsIncomplete, problems };
}

function recordOf(office: Office, subject: Subject, { figures, days }: Progress) {
  const { person, role, service } = subject;
  return {
    id: person.id,
    name: person.name,
    role,
    grids: gridsOfMonth(office, subject),
    served: service.days.size > 0,
    figures,
    evidence: evidenceOf(office, subject, days),
  };
}

/** The grids assigned in the role on any day of the month, by id. */
function gridsOfMonth({ period }: Office, { person, role }: Subject): readonly GridId[] {
  const grids = person.assignments
    .filter((assignment) => assignment.role === role)
    .filter(({ from, to }) => (from ?? '') <= lastDay(period) && (to ?? lastDay(period)) >= firstDay(period))
    .flatMap((assignment) => assignment.grids);
  return [...new Set(grids)].sort();
}

function evidenceOf({ period }: Office, subject: Subject, days: readonly DayVerdict[]): Evidence {
  return {
    days,
    reports: subject.reports.map(({ id, at, category, grid, effective, pending, origin }) => ({
      id,
      at,
      category,
      grid,
      status: effective ? 'effective' : pending ? 'pending' : 'ineffective',
      origin,
    })),
    tasks: subject.tasks.map((task) => ({
      id: task.id,
      type: task.type,
      dispatched: task.dispatched,
      due: task.due,
      done: task.done,
      result: taskResult(task, period),
      origin: task.origin,
    })),
    meetings: subject.meetings.map((entry) => ({
      date: entry.date,
      meeting: entry.meeting,
      attendance: entry.attendance,
      deducted: isDeducted(subject, entry),
      origin: entry.origin,
    })),
  };
}
