// Daily targets with a deduction for each unmet day and forfeiture after too many: 巡查补贴 三（六）1.
import * as z from 'zod';
import type { CivilDate } from '../../model/civil.ts';
import type { DayVerdict, Figures, Line } from '../../model/decision.ts';
import { binary, negate, number, times, when } from '../../model/expression.ts';
import { compare } from '../../model/fraction.ts';
import { fenOfYuan } from '../../model/money.ts';
import { rowsOf, type Source } from '../../model/source.ts';
import { PATROL_FIGURES, type PatrolFigure } from '../../model/terms.ts';
import { canonicalOf, leafOf, numberOf } from '../../scheme/scheme.ts';
import { fullLine, prorated } from '../full-line.ts';
import { figureOf, lineOf, perSubject, type RuleInput, type RuleKind, type Verdict } from '../kind.ts';
import { figureLeaf, numberIn, remaining } from '../leaves.ts';
import { count, counted, flag } from '../measures/figure.ts';
import { type PatrolDay, patrolDays } from '../measures/patrol-days.ts';
import { type Subject, tablesOf } from '../office.ts';
import { money, period, quantity, threshold, yesNo } from '../parameters.ts';
import { judgeDays, type Target, unmetRuns } from '../targets.ts';

const patrolFigure = z.enum(Object.keys(PATROL_FIGURES) as [PatrolFigure]);

const parameters = z.strictObject({
  /** Full amount a month, multiplied by the share of attendance. */
  amount: money(),
  /** Off for each unmet day. */
  deduction: money(),
  /** Unmet days in a row, and in the month, that forfeit the amount. */
  forfeitRun: quantity(),
  forfeitTotal: quantity(),
  targets: z.array(
    z.strictObject({ figure: patrolFigure, threshold: threshold(), period: period(), enabled: yesNo() }),
  ),
  /** Further deductions per occurrence, down to 0. */
  occurrences: z.array(z.strictObject({ figure: z.string(), label: z.string(), unit: z.string(), rate: money() })),
  /** Figures that count the assessable days on which all the named targets' thresholds are reached. */
  daysMeeting: z.record(z.string(), z.array(patrolFigure)),
});
type Parameters = z.infer<typeof parameters>;
type Input = RuleInput<Parameters>;

const PERIODS: Readonly<Record<string, Target['period']>> = { 日: 'day', 周: 'week', 月: 'month' };

const dueTargets = (rule: Parameters): readonly Target[] =>
  rule.targets
    .filter(({ enabled }) => enabled.value === '是')
    .map((target) => ({
      figure: target.figure,
      threshold: canonicalOf(target.threshold),
      period: PERIODS[target.period.value] as Target['period'],
    }));

function daysMeeting(rule: Parameters, subject: Subject, days: ReadonlyMap<CivilDate, PatrolDay>): Figures {
  const reaches = (day: PatrolDay, figure: PatrolFigure): boolean => {
    const value = day.figures[figure];
    const target = rule.targets.find((candidate) => candidate.figure === figure);
    return value !== null && target !== undefined && compare(value, canonicalOf(target.threshold)) >= 0;
  };
  return Object.fromEntries(
    Object.entries(rule.daysMeeting).map(([name, figures]) => {
      const met = subject.service.assessable.flatMap((date) => {
        const day = days.get(date);
        return day && figures.every((figure) => reaches(day, figure)) ? [day] : [];
      });
      return [name, count(met.length, rowsOf(met.flatMap(({ origins }) => origins)))];
    }),
  );
}

function figuresOf({ office, with: rule }: Input, verdicts: readonly DayVerdict[]): Figures {
  const absence: Source = { type: 'absence', what: '当日巡查记录', searched: tablesOf(office, 'patrol') };
  const unmet = verdicts.filter((day) => day.unmet);
  const unrecorded = verdicts.filter(({ recorded }) => !recorded);
  const rows = rowsOf(
    unmet.flatMap(({ sources }) => sources.flatMap((source) => (source.type === 'rows' ? originsOf(source) : []))),
  );
  const evidence = unrecorded.length > 0 ? [...rows, absence] : counted(rows, absence);
  const { longest, trailing } = unmetRuns(verdicts);
  const forfeited =
    compare(numberOf(rule.forfeitRun), { n: BigInt(longest), d: 1n }) <= 0 ||
    compare(numberOf(rule.forfeitTotal), { n: BigInt(unmet.length), d: 1n }) <= 0;
  return {
    unmetDays: count(unmet.length, evidence),
    noDataDays: count(unrecorded.length, [absence]),
    longestUnmetRun: count(longest, evidence),
    trailingUnmetRun: count(trailing, evidence),
    forfeited: flag(forfeited, evidence),
  };
}

const originsOf = ({ table, rows }: { table: number; rows: readonly number[] }) => rows.map((row) => ({ table, row }));

function linesOf({ item, with: rule }: Input, figures: Figures): readonly Line[] {
  const days = (key: string, title: string) => figureLeaf(figures, key, title, '天');
  const unmet = days('unmetDays', '未达标日');
  const run = days('longestUnmetRun', '最长连续未达标');
  const tooManyInARow = binary('atLeast', run, leafOf(rule.forfeitRun));
  const forfeits = binary('or', tooManyInARow, binary('atLeast', unmet, leafOf(rule.forfeitTotal)));
  const expression = when(forfeits, number(0), prorated(rule.amount, figures));
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
  const deduct = (key: string, label: string, unit: string, rate: Parameters['amount'], title: string) => {
    const quantityLeaf = figureLeaf(figures, key, title, unit);
    const taken = binary('min', times(leafOf(rate), quantityLeaf), remaining(lines));
    const line = lineOf(item, key, {
      label,
      expression: negate(taken),
      quantity: quantityLeaf.value,
      rate: fenOfYuan(numberOf(rate)),
      unit,
      basis: rate.basis,
      sources: figureOf(figures, key).sources,
    });
    lines.push(line);
  };
  deduct('unmetDays', '未达标日扣减', '天', rule.deduction, '未达标日');
  for (const { figure, label, unit, rate } of rule.occurrences) deduct(figure, `${label}扣减`, unit, rate, label);
  return lines;
}

function decide(input: Input, subject: Subject, before: Figures): Verdict {
  const { with: rule, office } = input;
  const recorded = patrolDays(subject.patrol);
  const days = judgeDays(subject.service.assessable, recorded, dueTargets(rule), office.calendar);
  const figures = { ...figuresOf(input, days), ...daysMeeting(rule, subject, recorded) };
  return { figures, lines: linesOf(input, { ...before, ...figures }), days };
}

export const kind: RuleKind<Parameters> = { parameters, decide: perSubject(decide) };
