// 比较: one row a variant, below the scheme in force.
import { type Fen, fen, yuanNumber } from '../../../model/money.ts';
import { itemChanges } from '../../../record/changes.ts';
import type { Cost, Simulation, VariantOutcome } from '../../../record/simulation.ts';
import { changeIn, gaining, isComputed, losing } from '../../simulation.ts';
import { countColumn, detailSheet, moneyColumn, textColumn } from '../columns.ts';
import { type Cell, type SheetModel, styled } from '../model.ts';

/** Items that change under any variant, with their titles. */
export function changingItems({ base, outcomes }: Simulation): ReadonlyMap<string, string> {
  const computed = outcomes.filter(isComputed);
  const changing = new Set(computed.flatMap(({ cost }) => [...itemChanges(base, cost).keys()]));
  const titles = [base, ...computed.map(({ cost }) => cost)].flatMap((cost) => [...cost.titles]);
  return new Map(titles.filter(([item]) => changing.has(item)));
}

const changeCell = (change: Fen): Cell => (change === 0 ? null : yuanNumber(change));

function rowOf(outcome: VariantOutcome, base: Cost, items: readonly string[]): readonly Cell[] {
  const { title } = outcome.info;
  if (!outcome.computed)
    return [
      styled(`${title}\n未能测算：${outcome.reason}`, 'warn'),
      null,
      null,
      ...items.map(() => null),
      ...NO_COUNTS,
    ];
  const { cost } = outcome;
  const changes = itemChanges(base, cost);
  return [
    title,
    yuanNumber(cost.total),
    yuanNumber(changeIn(outcome, base)),
    ...items.map((item) => changeCell(changes.get(item) ?? fen(0))),
    gaining(outcome),
    losing(outcome),
    cost.cards.yellow,
    cost.cards.red,
  ];
}

const NO_COUNTS: readonly Cell[] = [null, null, null, null];

export function comparisonSheet(simulation: Simulation, title: string): SheetModel {
  const { base, outcomes, office } = simulation;
  const items = changingItems(simulation);
  const current: readonly Cell[] = [
    styled('现行方案', 'strong'),
    yuanNumber(base.total),
    null,
    ...[...items].map(() => null),
    null,
    null,
    base.cards.yellow,
    base.cards.red,
  ];
  return detailSheet({
    name: '比较',
    title,
    subtitle: [[`单位：${office}`, '单位：元']],
    columns: [
      textColumn('方案或口径', 20, 56),
      moneyColumn('合计'),
      moneyColumn('增减'),
      ...[...items.values()].map((name) => moneyColumn(`其中：\n${name}`)),
      countColumn('增加人数'),
      countColumn('减少人数'),
      countColumn('黄牌人数'),
      countColumn('红牌人数'),
    ],
    rows: [current, ...outcomes.map((outcome) => rowOf(outcome, base, [...items.keys()]))],
    footer: [['增减为测算减现行，空白为没有增减。黄牌、红牌人数为各月中得过该牌的人数。本表只供比较，不作发放依据。']],
    frozenColumns: 1,
  });
}
