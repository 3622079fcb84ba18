// 核对: every line recomputed from the sheets as they stand now, beside what the system decided. One FALSE says that somebody
// changed the workbook. So do the names on the sheets that pay and the values of 规则依据.
import { addFen, yuanNumber } from '../../../model/money.ts';
import type { MonthRecord, SchemeRecord } from '../../../model/record.ts';
import { moneyColumn, tableSheet, textColumn, wordColumn } from '../columns.ts';
import { call, cells, type Formula, infix, number, truth } from '../formula.ts';
import type { LiveBook } from '../live/book.ts';
import { type BackLink, idCell } from '../live/details.ts';
import type { ParameterNames } from '../live/names.ts';
import { moneyKey } from '../live/payroll-plan.ts';
import type { ProofRow } from '../live/rows.ts';
import type { Cell, CellValue, SheetModel } from '../model.ts';
import { monthTitle } from '../prepared.ts';
import { SHEETS } from '../sheet-names.ts';
import { parameterValue } from './rules.ts';

interface Proved {
  /** 工号, 姓名; none for a sum of all and for a parameter. */
  readonly person: readonly [Cell, string] | null;
  readonly item: string;
  readonly label: string;
  /** Yuan, or text that must stand as it is. */
  readonly value: CellValue;
  readonly formula: Formula;
}

const onSheet = (sheet: string): string => `${sheet}上的金额`;

function provedBy({ plan, subject, of }: ProofRow, live: LiveBook, back: BackLink): Proved {
  const person = [idCell(subject, back), subject.name] as const;
  const shown = onSheet(plan.name);
  if ('column' in of) {
    const { heading, value, column } = of;
    return { person, item: heading, label: plan.name, value, formula: live.personCell(subject, column) };
  }
  if ('sum' in of) {
    const { title, amountOf } = plan.money.find(({ item }) => item === of.sum) as (typeof plan.money)[number];
    const value = yuanNumber(amountOf(subject));
    return { person, item: title, label: shown, value, formula: live.moneyCell(subject, of.sum) };
  }
  const { decision, line } = of;
  const { item, title } = decision;
  const value = yuanNumber((line ?? decision).amount);
  return line === null
    ? { person, item: title, label: shown, value, formula: live.moneyCell(subject, item) }
    : { person, item: title, label: line.label, value, formula: live.lineFormula(subject, decision, line) };
}

/** A change on 规则依据 tells, also where no amount of the month follows it. */
const provedParameters = (scheme: SchemeRecord, names: ParameterNames): readonly Proved[] =>
  scheme.parameters.flatMap((parameter) => {
    const name = names.get(parameter.key);
    const { title } = parameter;
    return name === undefined
      ? []
      : [{ person: null, item: SHEETS.rules, label: title, value: parameterValue(parameter), formula: { name } }];
  });

/** The sums below each sheet that pays stand in no person's row. */
const provedTotals = ({ plans }: LiveBook): readonly Proved[] =>
  plans
    .filter(({ subjects }) => subjects.length > 0)
    .flatMap((plan) =>
      plan.money.map(({ item, title, amountOf }) => ({
        person: null,
        item: title,
        label: `${plan.name}合计`,
        value: yuanNumber(addFen(...plan.subjects.map(amountOf))),
        formula: cells({ sheet: plan.name, row: 'totals', column: moneyKey(item) }),
      })),
    );

const recomputedCell = ({ value, formula }: Proved): Cell => ({
  value,
  formula,
  ...(typeof value === 'string' && { kind: 'number' }),
});

function agreesCell({ value }: Proved, row: number): Cell {
  const cell = (column: string) => cells({ sheet: SHEETS.proof, row, column });
  const [now, decided] = [cell('recomputed'), cell('decided')];
  const agrees =
    typeof value === 'number'
      ? infix('=', call('ROUND', infix('-', now, decided), number(2)), number(0))
      : infix('=', now, decided);
  return { value: true, formula: agrees };
}

export function proofSheet(record: MonthRecord, live: LiveBook, names: ParameterNames, back: BackLink): SheetModel {
  const rows = [
    ...live.proof.map((row) => provedBy(row, live, back)),
    ...provedTotals(live),
    ...provedParameters(record.scheme, names),
  ];
  const agreed = cells({ sheet: SHEETS.proof, row: 0, toRow: rows.length - 1, column: 'agrees' });
  const allAgree = infix('=', call('COUNTIF', agreed, truth(true)), call('ROWS', agreed));
  const holds: Cell = {
    value: true,
    style: 'strong',
    ...(rows.length > 0 && { formula: allAgree }),
  };
  return tableSheet<Proved>({
    name: SHEETS.proof,
    title: `${monthTitle(record.period)} 核对`,
    subtitle: [
      [
        '“重算”按各明细表和规则依据现在的内容重新计算，“系统结果”是生成时的金额。有一行不一致，发放表的标题即注明已改动。',
      ],
    ],
    columns: [
      ['id', textColumn('工号', 4, 18), ({ person }) => person?.[0] ?? null, '全部一致'],
      ['name', textColumn('姓名', 6, 14), ({ person }) => person?.[1] ?? null, null],
      ['item', textColumn('项目', 8, 14), ({ item }) => item, null],
      ['line', textColumn('明细', 12, 36), ({ label }) => label, null],
      ['decided', moneyColumn('系统结果'), ({ value }) => value, null],
      ['recomputed', moneyColumn('重算'), recomputedCell, null],
      ['agrees', { ...wordColumn('一致', 6, 8), kind: 'truth' }, agreesCell, holds],
    ],
    rows,
    landscape: false,
    locked: true,
    frozenColumns: 2,
  });
}
