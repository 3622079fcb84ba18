// 比较: one row a variant, below the scheme in force.
import { type Fen, fen, yuanNumber } from '../../../model/money.ts';
import { itemChanges } from '../../../record/changes.ts';
import type { Cost, Simulation, VariantOutcome } from '../../../record/simulation.ts';
import { changeIn, gaining, isComputed, losing } from '../../simulation.ts';
import { countColumn, moneyColumn, type TableColumn, tableSheet, textColumn } from '../columns.ts';
import { type Cell, type SheetModel, styled } from '../model.ts';

/** Items that change under any variant, with their titles. */
export function changingItems({ base, outcomes }: Simulation): ReadonlyMap<string, string> {
  const computed = outcomes.filter(isComputed);
  const changing = new Set(computed.flatMap(({ cost }) => [...itemChanges(base, cost).keys()]));
  const titles = [base, ...computed.map(({ cost }) => cost)].flatMap((cost) => [...cost.titles]);
  return new Map(titles.filter(([item]) => changing.has(item)));
}

const changeCell = (change: Fen): Cell => (change === 0 ? null : yuanNumber(change));

/** The scheme in force, or a variant; `cost` is null where it could not be computed. */
interface Compared {
  readonly title: Cell;
  readonly cost: Cost | null;
  readonly changes: ReadonlyMap<string, Fen>;
  readonly change: Fen | null;
  readonly gaining: number | null;
  readonly losing: number | null;
}

const NOTHING = { changes: new Map<string, Fen>(), change: null, gaining: null, losing: null };

function compared(outcome: VariantOutcome, base: Cost): Compared {
  const { title } = outcome.info;
  if (!outcome.computed)
    return { ...NOTHING, title: styled(`${title}\n未能测算：${outcome.reason}`, 'warn'), cost: null };
  return {
    title,
    cost: outcome.cost,
    changes: itemChanges(base, outcome.cost),
    change: changeIn(outcome, base),
    gaining: gaining(outcome),
    losing: losing(outcome),
  };
}

export function comparisonSheet(simulation: Simulation, title: string): SheetModel {
  const { base, outcomes, office } = simulation;
  const items = changingItems(simulation);
  const current: Compared = { ...NOTHING, title: styled('现行方案', 'strong'), cost: base };
  return tableSheet<Compared>({
    name: '比较',
    title,
    subtitle: [[`单位：${office}`, '单位：元']],
    columns: [
      ['title', textColumn('方案或口径', 20, 56), ({ title: variant }) => variant],
      ['total', moneyColumn('合计'), ({ cost }) => cost && yuanNumber(cost.total)],
      ['change', moneyColumn('增减'), ({ change }) => (change === null ? null : yuanNumber(change))],
      ...[...items].map(
        ([item, name]): TableColumn<Compared> => [
          item,
          moneyColumn(`其中：\n${name}`),
          ({ changes }) => changeCell(changes.get(item) ?? fen(0)),
        ],
      ),
      ['gaining', countColumn('增加人数'), (one) => one.gaining],
      ['losing', countColumn('减少人数'), (one) => one.losing],
      ['yellow', countColumn('黄牌人数'), ({ cost }) => cost?.cards.yellow ?? null],
      ['red', countColumn('红牌人数'), ({ cost }) => cost?.cards.red ?? null],
    ],
    rows: [current, ...outcomes.map((outcome) => compared(outcome, base))],
    footer: [['增减为测算减现行，空白为没有增减。黄牌、红牌人数为各月中得过该牌的人数。本表只供比较，不作发放依据。']],
    frozenColumns: 1,
  });
}
