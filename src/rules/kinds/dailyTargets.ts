// Daily targets with a deduction for each unmet day and forfeiture after too many: 巡查补贴 三（六）1.
import * as z from 'zod';
import type { CivilDate } from '../../model/civil.ts';
import type { DayVerdict, Figures, Line } from '../../model/decision.ts';
import { binary, type Expression, evaluate, negate, number, times, when } from '../../model/expression.ts';
import { ceil, compare, isZero } from '../../model/fraction.ts';
import { fenOfYuan } from '../../model/money.ts';
import type { Source } from '../../model/source.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../../model/terms.ts';
import { canonicalOf, isOn, leafOf, numberOf } from '../../scheme/scheme.ts';
import { fullLine, prorated } from '../full-line.ts';
import { figureOf, lineOf, perSubject, type RuleInput, type RuleKind, type Verdict } from '../kind.ts';
import { figureLeaf, numberIn, remaining } from '../leaves.ts';
import { count, flag } from '../measures/figure.ts';
import type { PatrolDay } from '../measures/patrol-days.ts';
import { type Subject, tablesOf } from '../office.ts';
import { choice, fenOf, money, period, quantity, threshold, yesNo } from '../parameters.ts';
import { daysMeeting, daysReaching, reachedOn } from '../reached-days.ts';
import { judgeDays, type RunBefore, type Target, unmetRuns } from '../targets.ts';
import { unmetFigures } from '../unmet-figures.ts';

const patrolFigure = z.enum(Object.keys(PATROL_FIGURES) as [PatrolFigure]);

const parameters = z.strictObject({
  /** Full amount a month, multiplied by the share of attendance. */
  amount: money(),
  /** Off for each unmet day. */
  deduction: money(),
  /** Unmet days in a row, and in the month, that forfeit the amount. */
  forfeitRun: quantity(),
  forfeitTotal: quantity(),
  /** Without a period, a target is due every day. */
  targets: z.array(
    z.strictObject({ figure: patrolFigure, threshold: threshold(), period: period().optional(), enabled: yesNo() }),
  ),
  runBasis: choice('考核日', '工作日', '自然日'),
  runAcrossMonths: yesNo(),
  noDataIsUnmet: yesNo(),
  /** Further deductions per occurrence. */
  occurrences: z.array(z.strictObject({ figure: z.string(), label: z.string(), unit: z.string(), rate: money() })),
  /** Whether they stop when nothing is left of this item (K7). */
  occurrencesStopAtZero: yesNo(),
  /** Figures that count the assessable days on which all the named targets' thresholds are reached. */
  daysMeeting: z.record(z.string(), z.array(patrolFigure)),
  /** Figures that count the assessable days on which one target's threshold is reached, shown by the days that fall short. */
  daysReaching: z.record(z.string(), patrolFigure).default({}),
});
type Parameters = z.infer<typeof parameters>;
type Input = RuleInput<Parameters>;
type Days = ReadonlyMap<CivilDate, PatrolDay>;

const PERIODS: Readonly<Record<string, Target['period']>> = { 日: 'day', 周: 'week', 月: 'month' };

const dueTargets = (rule: Parameters): readonly Target[] =>
  rule.targets
    .filter(({ enabled }) => isOn(enabled))
    .map((target) => ({
      figure: target.figure,
      threshold: canonicalOf(target.threshold),
      period: PERIODS[target.period?.value ?? '日'] as Target['period'],
    }));

/** The run that the last month with an assessable day ended with, where runs go on over the month's end (K2). */
function runBefore({ office, with: rule }: Input, { person, role }: Subject): (RunBefore & { source: Source }) | null {
  if (!isOn(rule.runAcrossMonths)) return null;
  for (const { period, subjects } of [...office.history].reverse()) {
    const before = subjects.find((one) => one.id === person.id && one.role === role);
    const lastDay = before?.evidence.days.at(-1)?.date;
    if (lastDay === undefined) continue;
    const length = Number(before?.figures.trailingUnmetRun?.value ?? 0);
    const source: Source = { type: 'record', period, person: person.id, item: 'trailingUnmetRun' };
    return length === 0 ? null : { length, lastDay, source };
  }
  return null;
}

type Before = ReturnType<typeof runBefore>;

function figuresOf(
  { office, with: rule }: Input,
  verdicts: readonly DayVerdict[],
  days: Days,
  before: Before,
): Figures {
  const runs = unmetRuns(verdicts, before);
  const figures = unmetFigures(office, verdicts, days, runs);
  const evidence = [...figureOf(figures, 'unmetDays').sources, ...(before ? [before.source] : [])];
  const known: Figures = { ...figures, longestUnmetRun: count(runs.longest, evidence) };
  const forfeits = forfeitsBy(rule, known);
  return {
    ...known,
    ...(before ? { unmetRunBefore: count(before.length, [before.source]) } : {}),
    forfeited: flag(!isZero(evaluate(forfeits)), evidence, forfeits),
  };
}

const dayLeaf = (figures: Figures, key: string, title: string) => figureLeaf(figures, key, title, '天');
const unmetLeaf = (figures: Figures) => dayLeaf(figures, 'unmetDays', '未达标日');
const runLeaf = (figures: Figures) => dayLeaf(figures, 'longestUnmetRun', '最长连续未达标');

const forfeitsBy = ({ forfeitRun, forfeitTotal }: Parameters, figures: Figures): Expression =>
  binary(
    'or',
    binary('atLeast', runLeaf(figures), leafOf(forfeitRun)),
    binary('atLeast', unmetLeaf(figures), leafOf(forfeitTotal)),
  );

function linesOf({ item, with: rule }: Input, figures: Figures): readonly Line[] {
  const unmet = unmetLeaf(figures);
  const run = runLeaf(figures);
  const expression = when(forfeitsBy(rule, figures), number(0), prorated(rule.amount, figures));
  const sources = [...figureOf(figures, 'share').sources, ...figureOf(figures, 'unmetDays').sources];

  const byRun = compare(numberIn(figures, 'longestUnmetRun'), numberOf(rule.forfeitRun)) >= 0;
  const first = figureOf(figures, 'forfeited').value
    ? lineOf(item, 'forfeited', {
        label: byRun ? `${item.title}不发放：连续未达标` : `${item.title}不发放：累计未达标`,
        expression,
        quantity: byRun ? run.value : unmet.value,
        unit: '天',
        basis: (byRun ? rule.forfeitRun : rule.forfeitTotal).basis,
        sources,
      })
    : fullLine(item, rule.amount, figures, expression, sources);

  const lines: [Line, ...Line[]] = [first];
  const deduct = (key: string, label: string, unit: string, rate: Parameters['amount'], stopsAtZero: boolean) => {
    const quantityLeaf = figureLeaf(figures, key, label, unit);
    const owed = times(leafOf(rate), quantityLeaf);
    const taken = stopsAtZero ? binary('min', owed, remaining(lines)) : owed;
    const line = lineOf(item, key, {
      label: `${label}扣减`,
      expression: negate(taken),
      quantity: quantityLeaf.value,
      rate: fenOfYuan(numberOf(rate)),
      unit,
      basis: rate.basis,
      sources: figureOf(figures, key).sources,
    });
    lines.push(line);
  };
  deduct('unmetDays', '未达标日', '天', rule.deduction, true);
  for (const { figure, label, unit, rate } of rule.occurrences)
    deduct(figure, label, unit, rate, isOn(rule.occurrencesStopAtZero));
  return lines;
}

/** Where √ and × stood for figures, every line rests on that reading as well. */
const withMarks = ({ item }: Input, line: Line): Line => ({
  ...line,
  interpretations: [...line.interpretations, ...(item.interpretations.marked ?? [])],
});

function decide(input: Input, subject: Subject, before: Figures): Verdict {
  const { with: rule, office } = input;
  const recorded = subject.patrolDays;
  const { assessable } = subject.service;
  const runsBefore = runBefore(input, subject);
  const days = judgeDays(assessable, recorded, {
    targets: dueTargets(rule),
    calendar: office.calendar,
    noDataIsUnmet: isOn(rule.noDataIsUnmet),
    runBasis: rule.runBasis.value,
    before: runsBefore,
    searched: tablesOf(office, 'patrol'),
  });
  const isReached = reachedOn(rule, days, recorded);
  const figures = {
    ...figuresOf(input, days, recorded, runsBefore),
    ...daysMeeting(office, rule, subject, recorded, isReached),
    ...daysReaching(office, rule, subject, recorded, isReached),
  };
  const lines = linesOf(input, { ...before, ...figures });
  const isMarked = days.some(({ targets }) => targets.some(({ marked }) => marked));
  return { figures, lines: isMarked ? lines.map((line) => withMarks(input, line)) : lines, days };
}

export const kind: RuleKind<Parameters> = {
  parameters,
  asksFor: (rule) =>
    rule.targets.flatMap(({ figure, enabled }) => (isOn(enabled) ? [{ figure, setting: enabled.title }] : [])),
  judgesDays: (rule) => ({
    targets: rule.targets.map(({ figure, threshold }) => ({ figure, parameter: threshold.key })),
    noDataIsUnmet: isOn(rule.noDataIsUnmet),
  }),
  stakes: ({ amount, deduction, forfeitRun, forfeitTotal, occurrences }) => {
    const allAt = Math.min(...[forfeitRun, forfeitTotal].map((one) => Number(ceil(numberOf(one)))));
    return [
      { figures: null, most: fenOf(amount), each: fenOf(deduction), allAt },
      ...occurrences.map(({ figure, rate }) => ({ figures: [figure], most: fenOf(amount), each: fenOf(rate) })),
    ];
  },
  afterDays: (input, subject, days) => figuresOf(input, days, subject.patrolDays, runBefore(input, subject)),
  decide: perSubject(decide),
};
