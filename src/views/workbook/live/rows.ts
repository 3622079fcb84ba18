// What the sheets behind 发放表 list: lines to prove, amounts given, figures that stand nowhere else.
import type { Decision, Figure, Figures, Line } from '../../../model/decision.ts';
import { type Expression, leavesOf } from '../../../model/expression.ts';
import type { MonthRecord, SubjectRecord } from '../../../model/record.ts';
import { CARRIED_OUT, TOTAL } from '../money-columns.ts';
import { type PayrollPlan, showsMoney } from './payroll-plan.ts';

/** A row of 核对: who it is, a line, the amount of an item, or a sum of the person. */
export interface ProofRow {
  readonly plan: PayrollPlan;
  readonly subject: SubjectRecord;
  readonly of:
    | { readonly decision: Decision; readonly line: Line }
    | { readonly decision: Decision; readonly line: null }
    | { readonly sum: string }
    /** What stands in a column about the person. */
    | { readonly column: string; readonly heading: string; readonly value: string };
}

/** An amount that somebody gave or that came over from last month: it rests on no figure. */
export interface GivenRow {
  readonly subject: SubjectRecord;
  readonly decision: Decision;
  readonly line: Line;
}

export const proofRows = (plans: readonly PayrollPlan[]): readonly ProofRow[] =>
  plans.flatMap((plan) =>
    plan.subjects.flatMap((subject) => {
      const items = subject.decisions
        .filter(({ item, lines }) => lines.length > 0 && showsMoney(plan, item))
        .flatMap((decision) => [...decision.lines, null].map((line) => ({ decision, line })));
      const sums = [TOTAL, CARRIED_OUT].filter((sum) => showsMoney(plan, sum)).map((sum) => ({ sum }));
      const who = [
        { column: 'id', heading: '工号', value: subject.id },
        { column: 'name', heading: '姓名', value: subject.name },
      ];
      return [...who, ...items, ...sums].map((of): ProofRow => ({ plan, subject, of: of as ProofRow['of'] }));
    }),
  );

/** Amounts of no item of the edition. */
export function givenRows({ scheme }: MonthRecord, plans: readonly PayrollPlan[]): readonly GivenRow[] {
  const known = new Set(scheme.items.map(({ item }) => item));
  return plans.flatMap(({ subjects }) =>
    subjects.flatMap((subject) =>
      subject.decisions
        .filter(({ item }) => !known.has(item))
        .flatMap((decision) => decision.lines.map((line) => ({ subject, decision, line }))),
    ),
  );
}

/** What a figure is made of, where it was decided. */
export const expressionOf = (figure: Figure | undefined): Expression | null =>
  figure === undefined || figure.type === 'text' ? null : (figure.expression ?? null);

const figuresIn = (expression: Expression): readonly string[] =>
  leavesOf(expression).flatMap(({ op, key }) => (op === 'figure' ? [key] : []));

/** The figures and those they are made of. */
function withThoseBehind(keys: readonly string[], figures: Figures, found: Set<string>): void {
  for (const key of keys) {
    if (found.has(key)) continue;
    found.add(key);
    const behind = expressionOf(figures[key]);
    if (behind) withThoseBehind(figuresIn(behind), figures, found);
  }
}

/** Figures behind amounts and columns that stand in no column of the person's sheet, in the order they are met. */
export function otherFigures(plans: readonly PayrollPlan[]): readonly string[] {
  const others = new Set<string>();
  for (const { subjects, figures: shown } of plans) {
    for (const { figures, decisions } of subjects) {
      const lines = decisions.flatMap((decision) => decision.lines);
      const found = new Set<string>();
      withThoseBehind([...shown, ...lines.flatMap(({ expression }) => figuresIn(expression))], figures, found);
      for (const key of found) if (!shown.includes(key)) others.add(key);
    }
  }
  return [...others];
}
