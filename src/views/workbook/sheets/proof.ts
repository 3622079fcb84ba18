// 核对: every line recomputed from the sheets as they stand now, beside what the system decided. One FALSE says that somebody
// changed the workbook.
import { addFen, type Fen, yuanNumber } from '../../../model/money.ts';
import type { MonthRecord } from '../../../model/record.ts';
import { detailSheet, moneyColumn, PERSON_COLUMNS, textColumn, wordColumn } from '../columns.ts';
import { call, cells, type Formula, infix, number, truth } from '../formula.ts';
import { type LiveBook, PROOF_LIVE, PROOF_SHEET } from '../live/book.ts';
import { type BackLink, idCell } from '../live/details.ts';
import type { ProofRow } from '../live/rows.ts';
import type { Cell, SheetModel } from '../model.ts';
import { monthTitle } from '../prepared.ts';

const DECIDED = PROOF_LIVE - 1;
const AGREES = PROOF_LIVE + 1;

/** Whether every row agrees. */
export const proofHolds: Formula = cells({ sheet: PROOF_SHEET, row: 'totals', column: AGREES });

interface Proved {
  /** 工号, 姓名; none for a sum of all. */
  readonly person: readonly [Cell, string] | null;
  readonly item: string;
  readonly label: string;
  readonly amount: Fen;
  readonly formula: Formula;
}

function provedBy({ plan, subject, of }: ProofRow, live: LiveBook, back: BackLink): Proved {
  const person = [idCell(subject, back), subject.name] as const;
  if ('sum' in of) {
    const { title, amountOf } = plan.money.find(({ item }) => item === of.sum) as (typeof plan.money)[number];
    return {
      person,
      item: title,
      label: plan.name,
      amount: amountOf(subject),
      formula: live.moneyCell(subject, of.sum),
    };
  }
  const { decision, line } = of;
  const { item, title } = decision;
  return line === null
    ? { person, item: title, label: plan.name, amount: decision.amount, formula: live.moneyCell(subject, item) }
    : {
        person,
        item: title,
        label: line.label,
        amount: line.amount,
        formula: live.lineFormula(subject, decision, line),
      };
}

/** The sums below each sheet that pays stand in no person's row. */
const provedTotals = ({ plans }: LiveBook): readonly Proved[] =>
  plans
    .filter(({ subjects }) => subjects.length > 0)
    .flatMap((plan) =>
      plan.money.map(({ title, amountOf }, at) => ({
        person: null,
        item: title,
        label: `${plan.name}合计`,
        amount: addFen(...plan.subjects.map(amountOf)),
        formula: cells({ sheet: plan.name, row: 'totals', column: plan.firstMoney + at }),
      })),
    );

function proofCells({ person, item, label, amount, formula }: Proved, row: number): readonly Cell[] {
  const value = yuanNumber(amount);
  const difference = infix(
    '-',
    cells({ sheet: PROOF_SHEET, row, column: PROOF_LIVE }),
    cells({ sheet: PROOF_SHEET, row, column: DECIDED }),
  );
  const agrees = infix('=', call('ROUND', difference, number(2)), number(0));
  return [...(person ?? [null, null]), item, label, value, { value, formula }, { value: true, formula: agrees }];
}

export function proofSheet(record: MonthRecord, live: LiveBook, back: BackLink): SheetModel {
  const rows = [...live.proof.map((row) => provedBy(row, live, back)), ...provedTotals(live)].map(proofCells);
  const agreed = cells({ sheet: PROOF_SHEET, row: 0, toRow: rows.length - 1, column: AGREES });
  const allAgree = infix('=', call('COUNTIF', agreed, truth(true)), call('ROWS', agreed));
  const holds: Cell = {
    value: true,
    style: 'strong',
    ...(rows.length > 0 && { formula: allAgree }),
  };
  return detailSheet({
    name: PROOF_SHEET,
    title: `${monthTitle(record.period)} 核对`,
    subtitle: [
      [
        '“重算”按各明细表和规则依据现在的内容重新计算，“系统结果”是生成时的金额。有一行不一致，发放表的标题即注明已改动。',
      ],
    ],
    columns: [
      ...PERSON_COLUMNS.slice(1),
      textColumn('项目', 8, 14),
      textColumn('明细', 12, 36),
      moneyColumn('系统结果'),
      moneyColumn('重算'),
      { ...wordColumn('一致', 6, 8), kind: 'truth' },
    ],
    rows,
    totals: ['全部一致', null, null, null, null, null, holds],
    landscape: false,
    frozenColumns: 2,
  });
}
