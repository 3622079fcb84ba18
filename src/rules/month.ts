// A month is a pure function: facts + scheme + calendar + history → decisions, figures, evidence and problems.
import { firstDay, lastDay } from '../model/civil.ts';
import type { Assessment, DayVerdict, Decision, Figures, Note } from '../model/decision.ts';
import type { GridId, PersonId } from '../model/facts.ts';
import type {
  ClueRecord,
  Evidence,
  GridRecord,
  RankingRecord,
  SubjectRecord,
  SurveyRecord,
  WithheldRecord,
} from '../model/record.ts';
import type { Source } from '../model/source.ts';
import { GRID } from '../model/terms.ts';
import type { Problem } from '../problems/problem.ts';
import type { ItemDefinition } from '../scheme/edition.ts';
import { referencesIn, type Scheme } from '../scheme/scheme.ts';
import { checkMonth } from './checks/index.ts';
import { accountEnding } from './clues/account-ending.ts';
import { cluesOf } from './clues/index.ts';
import { gridUnits } from './grid-units.ts';
import { figureOf, type Outcome, UnfitFigure, type Verdict } from './kind.ts';
import type { Rule } from './kinds.ts';
import { gridMeasure } from './measures/grids.ts';
import { measure } from './measures/index.ts';
import { isDeducted } from './measures/meetings.ts';
import { taskResult } from './measures/tasks.ts';
import type { GridUnit, Office, RuleSubject, Subject } from './office.ts';
import { type Prospect, prospectOf } from './prospects.ts';
import { settingsBehind, withSettings } from './settings-behind.ts';
import { decisionOf, settle } from './settlement.ts';
import { subjectsOf } from './subjects.ts';
import { surveyInForce } from './survey.ts';
import { withheldNow } from './withheld.ts';

export interface MonthResult {
  /** Full-time members first, each group by id. Made when asked for: whoever only checks a month needs none. */
  readonly subjects: () => readonly SubjectRecord[];
  /** By id; made when asked for. */
  readonly grids: () => readonly GridRecord[];
  /** Made when asked for. */
  readonly clues: () => readonly ClueRecord[];
  /** How the members in service stand, where the month is in progress; by id, made when asked for. */
  readonly prospects: () => readonly Prospect[];
  readonly survey: readonly SurveyRecord[];
  readonly ranking: RankingRecord | null;
  readonly cardsIncomplete: boolean;
  readonly withheld: readonly WithheldRecord[];
  readonly problems: readonly Problem[];
}

interface Progress {
  readonly figures: Figures;
  readonly decisions: readonly Decision[];
  readonly notes: readonly Note[];
  readonly assessments: readonly Assessment[];
  readonly days: readonly DayVerdict[];
}

const begun = (figures: Figures): Progress => ({ figures, decisions: [], notes: [], assessments: [], days: [] });

const noteOf = (
  { item, title, interpretations }: ItemDefinition,
  note: NonNullable<Verdict['note']>,
  settings: readonly Source[],
): Note => ({
  item,
  title,
  ...note,
  interpretations: [...new Set(Object.values(interpretations).flat())],
  sources: [...note.sources, ...settings],
});

const advance = (before: Progress, scheme: Scheme, { item }: Rule, verdict: Verdict): Progress => ({
  figures: { ...before.figures, ...verdict.figures },
  decisions: verdict.lines
    ? [...before.decisions, decisionOf(item.item, item.title, withSettings(scheme, item, verdict.lines))]
    : before.decisions,
  notes: verdict.note
    ? [...before.notes, noteOf(item, verdict.note, settingsBehind(scheme, referencesIn(item.with)))]
    : before.notes,
  assessments: verdict.assessment
    ? [...before.assessments, { item: item.item, title: item.title, ...verdict.assessment }]
    : before.assessments,
  days: [...before.days, ...(verdict.days ?? [])],
});

/** Runs a step of an item; a figure that does not fit is told with the item that refers to it. */
function forItem<T>({ item }: Rule, step: () => T): T {
  try {
    return step();
  } catch (cause) {
    throw cause instanceof UnfitFigure ? new UnfitFigure(cause.figure, cause.fault, item.item) : cause;
  }
}

/** Decides the month by the rules in their order. Throws an UnfitFigure that names the item. */
export function decideMonth(office: Office, rules: readonly Rule[]): MonthResult {
  const subjects = subjectsOf(office);
  const progress = new Map<RuleSubject, Progress>(
    subjects.map((subject) => [subject, begun(measure(office, subject))]),
  );
  const progressOf = (unit: RuleSubject): Progress => progress.get(unit) as Progress;
  let grids: readonly GridUnit[] = [];
  /** The grids rest on what has been decided of their people: they are measured for the first item about them. */
  const openGrids = (): readonly GridUnit[] => {
    if (grids.length > 0) return grids;
    grids = gridUnits(office);
    const members = subjects.filter(({ role }) => role === 'fullTime').map((one) => [one.person.id, one] as const);
    const byId = new Map(members);
    const daysOf = (id: PersonId) => {
      const member = byId.get(id);
      return member ? progressOf(member).days : [];
    };
    const measured = gridMeasure(office, grids, daysOf);
    for (const unit of grids) progress.set(unit, begun(measured(unit)));
    return grids;
  };
  const problems: Problem[] = [...checkMonth(office, subjects)];
  let ranking: RankingRecord | null = null;

  for (const rule of rules) {
    const concerned = rule.item.for.includes(GRID)
      ? openGrids()
      : subjects.filter(({ role }) => rule.item.for.includes(role));
    const outcome = forItem(
      rule,
      (): Outcome =>
        rule.kind.decide({
          office,
          item: rule.item,
          with: rule.with,
          subjects: concerned,
          figuresOf: (unit) => progressOf(unit).figures,
        }),
    );
    for (const [subject, verdict] of outcome.verdicts) {
      progress.set(subject, advance(progressOf(subject), office.scheme, rule, verdict));
      forItem(rule, () => rule.item.shows.map((shown) => figureOf(progressOf(subject).figures, shown)));
      problems.push(...(verdict.problems ?? []));
    }
    problems.push(...(outcome.problems ?? []));
    ranking = outcome.ranking ?? ranking;
  }

  const met = new Set<PersonId>();
  const settled = subjects.map((subject) => {
    const isFirst = !met.has(subject.person.id);
    met.add(subject.person.id);
    const { problems: unsettled, ...settlement } = settle(office, subject, isFirst, progressOf(subject).decisions);
    problems.push(...unsettled);
    return [subject, settlement] as const;
  });
  const withheld = withheldNow(
    office,
    settled.map(([subject, { decisions }]) => ({ subject, decisions })),
  );
  const cardsIncomplete = subjects.some((subject) => progressOf(subject).figures.cardIncomplete?.value === true);
  return {
    subjects: () =>
      settled.map(([subject, settlement]) => ({ ...recordOf(office, subject, progressOf(subject)), ...settlement })),
    grids: () => grids.map((unit) => gridRecordOf(unit, progressOf(unit))),
    clues: () =>
      cluesOf(
        office,
        settled.map(([subject, settlement]) => ({ subject, ...settlement })),
      ),
    prospects: () =>
      subjects
        .filter(({ role, service }) => role === 'fullTime' && service.days.size > 0)
        .map((subject) => prospectOf(office, rules, subject, gridsOfMonth(office, subject), progressOf(subject))),
    survey: surveyInForce(office),
    ranking,
    cardsIncomplete,
    withheld,
    problems,
  };
}

const gridRecordOf = ({ grid, team }: GridUnit, { figures, assessments }: Progress): GridRecord => ({
  id: grid.id,
  name: grid.name,
  village: grid.village,
  team,
  figures,
  assessments,
});

function recordOf(office: Office, subject: Subject, { figures, notes, assessments, days }: Progress) {
  const { person, role, service } = subject;
  return {
    id: person.id,
    name: person.name,
    role,
    grids: gridsOfMonth(office, subject),
    served: service.days.size > 0,
    figures,
    notes,
    assessments,
    accountEnding: accountEnding(person.bankAccount),
    ...(office.uncertain.has(person.id) && { isUncertain: true as const }),
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

function evidenceOf(office: Office, subject: Subject, days: readonly DayVerdict[]): Evidence {
  return {
    days,
    reports: subject.reports().map(({ id, at, category, grid, effective, pending, origin }) => ({
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
      result: taskResult(task, office),
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
