// An office's own targets of its members (量化指标, 三（四）末段): so much a week or month of what is measured, met or not. They
// pay nothing.
import * as z from 'zod';
import type { CivilDate } from '../../model/civil.ts';
import type { Basis, Finding } from '../../model/decision.ts';
import { binary, evaluate, type Leaf } from '../../model/expression.ts';
import { add, div, exactText, type Fraction, fraction, isZero, ONE, plainText, ZERO } from '../../model/fraction.ts';
import type { Origin, Source } from '../../model/source.ts';
import { TABLE_KINDS, TARGET_FIGURES, TARGET_PERIODS, type TableKind, type TargetFigure } from '../../model/terms.ts';
import { weekOf } from '../../scheme/calendar.ts';
import { isOn, type Parameter } from '../../scheme/scheme.ts';
import type { QuantifiedTarget } from '../../scheme/targets.ts';
import { cellsOf } from '../cells.ts';
import { perSubject, type RuleInput, type RuleKind } from '../kind.ts';
import { counted } from '../measures/figure.ts';
import { isDispatched, isDoneIn, taskDay } from '../measures/tasks.ts';
import { isServing, type Office, type Subject, tablesOf } from '../office.ts';
import { yesNo } from '../parameters.ts';
import { settingSource } from '../settings-behind.ts';
import { owedOver } from '../targets.ts';

const parameters = z.strictObject({
  /** Whether they are checked; cites the clause. */
  checked: yesNo(),
  clause: z.string(),
});
type Parameters = z.infer<typeof parameters>;
type Input = RuleInput<Parameters>;

interface Shown {
  readonly unit: string;
  /** How many seconds or metres one unit is. */
  readonly size: Fraction;
  readonly table: TableKind;
}

const SHOWN: Readonly<Record<TargetFigure, Shown>> = {
  onlineTime: { unit: '小时', size: fraction(60 * 60), table: 'patrol' },
  mileage: { unit: '公里', size: fraction(1000), table: 'patrol' },
  keyPersonVisits: { unit: '次', size: ONE, table: 'patrol' },
  keyPlaceVisits: { unit: '次', size: ONE, table: 'patrol' },
  effectiveReports: { unit: '条', size: ONE, table: 'reports' },
  tasksDone: { unit: '件', size: ONE, table: 'tasks' },
};

interface Reached {
  /** Null: no row holds the figure. */
  readonly value: Fraction | null;
  readonly origins: readonly Origin[];
  readonly field: string;
}

const hasCategories = ({ facts }: Office): boolean =>
  facts.tables.some(({ kind, columns }) => kind === 'reports' && columns.category !== undefined);

/** What was measured on assessable days, or reported and done on days in service, of a week or month. */
function reached(office: Office, subject: Subject, target: QuantifiedTarget, within: ReadonlySet<CivilDate>): Reached {
  const { figure, category } = target;
  if (figure === 'effectiveReports') {
    const own = subject
      .reports()
      .filter(({ effective, at }) => effective && within.has(at.date))
      .filter((report) => category === null || report.category === category);
    return {
      value: category === null || hasCategories(office) ? fraction(own.length) : null,
      origins: own.map(({ origin }) => origin),
      field: 'effective',
    };
  }
  if (figure === 'tasksDone') {
    const isDone = isDoneIn(office);
    const own = subject.tasks.filter((task) => isDispatched(task) && within.has(taskDay(task)) && isDone(task));
    return { value: fraction(own.length), origins: own.map(({ origin }) => origin), field: 'done' };
  }
  const days = subject.service.assessable
    .filter((day) => within.has(day))
    .flatMap((day) => subject.patrolDays.get(day) ?? []);
  const values = days.flatMap((day) => day.figures[figure] ?? []);
  return {
    value: values.length === 0 ? null : values.reduce(add, ZERO),
    origins: days.flatMap((day) => [...day.origins]),
    field: figure,
  };
}

/** Monday to Sunday within the month, or the month. */
function spansOf({ period }: QuantifiedTarget, days: readonly CivilDate[]): readonly (readonly CivilDate[])[] {
  if (period === 'month') return [days];
  const weeks = new Map<CivilDate, CivilDate[]>();
  for (const day of days) weeks.set(weekOf(day), [...(weeks.get(weekOf(day)) ?? []), day]);
  return [...weeks.values()];
}

const basisOf = ({ basis, approver }: QuantifiedTarget, checked: Parameter): Basis =>
  basis === null && approver === null ? checked.basis : { approver: approver ?? '未注明', reason: basis ?? '未注明' };

function settingOf({ name, figure, standard, place }: QuantifiedTarget): readonly Source[] {
  const { file, sheet, row, column } = place;
  const { unit, size } = SHOWN[figure];
  if (file === null || row === null) return [];
  const parameter = `${TABLE_KINDS.quantifiedTargets}.${name}`;
  return [
    {
      type: 'setting',
      parameter,
      value: `${plainText(div(fraction(standard), size))}${unit}`,
      cell: { file, sheet, row, column },
    },
  ];
}

function findingOf(input: Input, subject: Subject, target: QuantifiedTarget, span: readonly CivilDate[]): Finding {
  const { office, item, with: rule } = input;
  const { unit, size, table } = SHOWN[target.figure];
  const within = new Set(span);
  const assessable = subject.service.assessable.filter((day) => within.has(day));
  const { value, origins, field } = reached(office, subject, target, within);
  const { period, standard } = target;
  const due =
    assessable.length === 0 ? ZERO : owedOver({ threshold: fraction(standard), period }, assessable, office.calendar);
  const leaf = (key: string, title: string, amount: Fraction): Leaf => ({
    op: 'figure',
    key,
    title,
    value: exactText(div(amount, size)),
    unit,
  });
  const title = `${target.name}（${TARGET_PERIODS[target.period]}${target.category ?? ''}${TARGET_FIGURES[target.figure]}）`;
  const required = leaf('required', `${target.name}应达到`, due);
  const own = value && leaf(target.figure, target.name, value);
  const holds = own && binary('atLeast', own, required);
  return {
    key: `target.${target.name}`,
    title,
    clause: rule.clause,
    value: own?.value ?? null,
    unit,
    expression: holds,
    full: null,
    required: { value: required.value, bound: 'atLeast' },
    met: holds === null || isZero(due) ? null : !isZero(evaluate(holds)),
    days: target.period === 'week' ? span : null,
    basis: basisOf(target, rule.checked),
    interpretations: item.interpretations[target.period] ?? [],
    sources: [
      ...counted(cellsOf(office, origins, field, 'date'), {
        type: 'absence',
        what: `${target.category ?? ''}${TARGET_FIGURES[target.figure]}的记录`,
        searched: tablesOf(office, table),
      }),
      ...settingOf(target),
      ...settingSource(rule.checked),
    ],
  };
}

export const kind: RuleKind<Parameters> = {
  parameters,
  decide: perSubject((input, subject) => {
    const { targets } = input.office.scheme;
    if (targets.length === 0 || !isOn(input.with.checked) || !isServing(subject)) return {};
    const days = [...subject.service.days];
    const findings = targets.flatMap((target) =>
      spansOf(target, days).map((span) => findingOf(input, subject, target, span)),
    );
    return { assessment: { sort: 'requirements', score: null, findings } };
  }),
};
