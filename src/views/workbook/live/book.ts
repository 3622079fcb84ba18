// Where everything that the amounts rest on stands in the pay workbook, and the formula of each: figures, lines, amounts.
import type { Decision, Line } from '../../../model/decision.ts';
import { evaluate, type Leaf } from '../../../model/expression.ts';
import { compare, exactText, parseFraction } from '../../../model/fraction.ts';
import type { MonthRecord, SubjectRecord } from '../../../model/record.ts';
import { call, cells, type Formula, number, roundedToFen } from '../formula.ts';
import { CARRIED_OUT, TOTAL } from '../money-columns.ts';
import { SHEETS } from '../sheet-names.ts';
import { amountFormula } from './amount.ts';
import type { Detail, RowSpan } from './details.ts';
import { expressionFormula, type LeafFormula, numberFormula } from './expression.ts';
import type { ParameterNames } from './names.ts';
import { figureKey, moneyKey, type PayrollPlan } from './payroll-plan.ts';
import { expressionOf, type GivenRow, givenRows, otherFigures, type ProofRow, proofRows } from './rows.ts';
import { fittingTally, TALLIES, tallyFormula } from './tally.ts';

export interface LiveBook {
  readonly plans: readonly PayrollPlan[];
  /** Figures that formulas need and no sheet that pays shows, and the people whose formulas do. */
  readonly otherFigures: readonly string[];
  readonly otherSubjects: readonly SubjectRecord[];
  readonly given: readonly GivenRow[];
  readonly proof: readonly ProofRow[];
  /** Of a figure in its own cell; null where it is taken as it was read. */
  readonly figureFormula: (subject: SubjectRecord, key: string) => Formula | null;
  readonly lineFormula: (subject: SubjectRecord, decision: Decision, line: Line) => Formula;
  /** Of an item or a sum; null where an amount has no lines. */
  readonly moneyFormula: (subject: SubjectRecord, item: string) => Formula | null;
  /** A column about the person on the sheet that pays. */
  readonly personCell: (subject: SubjectRecord, column: string) => Formula;
  /** The cell of a person's amount or sum on the sheet that pays. */
  readonly moneyCell: (subject: SubjectRecord, item: string) => Formula;
}

interface SubjectPlace {
  readonly plan: PayrollPlan;
  readonly row: number;
  /** On 其他指标. */
  readonly otherRow: number;
  /** The person's rows of 增减项明细 by item. */
  readonly given: ReadonlyMap<string, RowSpan>;
  /** The row of 核对 of each line. */
  readonly proof: ReadonlyMap<Line, number>;
}

function placesOf(
  plans: readonly PayrollPlan[],
  others: readonly SubjectRecord[],
  given: readonly GivenRow[],
  proof: readonly ProofRow[],
): ReadonlyMap<SubjectRecord, SubjectPlace> {
  const otherRows = new Map(others.map((subject, row) => [subject, row]));
  const places = new Map<SubjectRecord, SubjectPlace & { given: Map<string, RowSpan>; proof: Map<Line, number> }>();
  for (const plan of plans) {
    plan.subjects.forEach((subject, row) => {
      places.set(subject, { plan, row, otherRow: otherRows.get(subject) ?? 0, given: new Map(), proof: new Map() });
    });
  }
  given.forEach(({ subject, decision }, row) => {
    const own = places.get(subject)?.given;
    own?.set(decision.item, { from: own.get(decision.item)?.from ?? row, to: row });
  });
  proof.forEach(({ subject, of }, row) => {
    if ('line' in of && of.line) places.get(subject)?.proof.set(of.line, row);
  });
  return places;
}

const isSameNumber = (left: string, right: string): boolean => {
  const [a, b] = [parseFraction(left), parseFraction(right)];
  return a !== null && b !== null && compare(a, b) === 0;
};

export function liveBook(
  record: MonthRecord,
  plans: readonly PayrollPlan[],
  details: ReadonlyMap<string, Detail>,
  names: ParameterNames,
): LiveBook {
  const others = otherFigures(plans);
  const otherSubjects = plans.filter((plan) => otherFigures([plan]).length > 0).flatMap((plan) => plan.subjects);
  const given = givenRows(record, plans);
  const proof = proofRows(plans);
  const places = placesOf(plans, otherSubjects, given, proof);
  const placeOf = (subject: SubjectRecord): SubjectPlace => places.get(subject) as SubjectPlace;
  const subjects = plans.flatMap((plan) => plan.subjects);
  const tallies = new Map([...TALLIES.keys()].map((key) => [key, fittingTally(key, subjects, details)]));

  const figureCell = (subject: SubjectRecord, key: string): Formula => {
    const { plan, row, otherRow } = placeOf(subject);
    const column = figureKey(key);
    return plan.figures.includes(key)
      ? cells({ sheet: plan.name, row, column })
      : cells({ sheet: SHEETS.otherFigures, row: otherRow, column });
  };

  /** A figure is rounded where it is shown: a formula that rests on it unrounded says again what it is made of. */
  const figureLeaf = (subject: SubjectRecord, { key, value }: Leaf): Formula => {
    const figure = subject.figures[key];
    const shown = figure?.type === 'flag' ? (figure.value ? '1' : '0') : (figure?.value ?? '');
    if (isSameNumber(shown, value)) return figureCell(subject, key);
    const behind = expressionOf(figure);
    const isUnrounded = behind?.op === 'roundToFen' && exactText(evaluate(behind.of)) === value;
    return isUnrounded ? expressionFormula(behind.of, leavesOf(subject, [])) : number(value);
  };

  /** `lines` are those of the item, to which its lines may refer. */
  const leavesOf =
    (subject: SubjectRecord, lines: readonly Line[]): LeafFormula =>
    (leaf) => {
      if (leaf.op === 'figure') return figureLeaf(subject, leaf);
      if (leaf.op === 'parameter') {
        const name = names.get(leaf.key);
        return name === undefined ? number(leaf.value) : { name };
      }
      const line = lines.find(({ key }) => key === leaf.key);
      const row = line && placeOf(subject).proof.get(line);
      return row === undefined ? number(leaf.value) : cells({ sheet: SHEETS.proof, row, column: 'recomputed' });
    };

  const givenFormula = (subject: SubjectRecord, item: string): Formula | null => {
    const span = placeOf(subject).given.get(item);
    if (span === undefined) return null;
    return call('SUM', cells({ sheet: SHEETS.given, row: span.from, toRow: span.to, column: 'amount' }));
  };

  const moneyCell = (subject: SubjectRecord, item: string): Formula => {
    const { plan, row } = placeOf(subject);
    return cells({ sheet: plan.name, row, column: moneyKey(item) });
  };

  const sumFormula = (subject: SubjectRecord, sum: string): Formula => {
    const { plan, row } = placeOf(subject);
    const items = plan.money
      .slice(
        0,
        plan.money.findIndex(({ item }) => item === TOTAL),
      )
      .map(({ item }) => moneyKey(item));
    const [column, toColumn] = [items[0] as string, items.at(-1) as string];
    const all = call('SUM', cells({ sheet: plan.name, row, column, toColumn }));
    return roundedToFen(call(sum === TOTAL ? 'MAX' : 'MIN', number(0), all));
  };

  return {
    plans,
    otherFigures: others,
    otherSubjects,
    given,
    proof,
    moneyCell,
    personCell: (subject, column) => {
      const { plan, row } = placeOf(subject);
      return cells({ sheet: plan.name, row, column });
    },
    figureFormula: (subject, key) => {
      const behind = expressionOf(subject.figures[key]);
      if (behind) return numberFormula(behind, leavesOf(subject, []));
      const found = tallies.get(key);
      const span = found?.detail.spans.get(subject);
      return found?.fits.has(subject) && span ? tallyFormula(found.tally, found.detail, span) : null;
    },
    lineFormula: (subject, decision, line) => {
      const span = placeOf(subject).given.get(decision.item);
      if (span === undefined) return expressionFormula(line.expression, leavesOf(subject, decision.lines));
      return cells({ sheet: SHEETS.given, row: span.from + decision.lines.indexOf(line), column: 'amount' });
    },
    moneyFormula: (subject, item) => {
      if (item === TOTAL || item === CARRIED_OUT) return sumFormula(subject, item);
      const lines = subject.decisions.find((one) => one.item === item)?.lines ?? [];
      return givenFormula(subject, item) ?? amountFormula(lines, leavesOf(subject, lines));
    },
  };
}
