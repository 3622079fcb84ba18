// 人员: who gains or loses how much. Of one variant by item; of several one column each, as many to a sheet as fit on A4.
import { addFen, type Fen, fen, yuanNumber } from '../../../model/money.ts';
import { ROLES } from '../../../model/terms.ts';
import type { PersonChange, Simulation } from '../../../record/simulation.ts';
import { type Computed, isComputed } from '../../simulation.ts';
import {
  moneyColumn,
  namedColumns,
  numberColumn,
  type TableColumn,
  tableSheet,
  withTotal,
  wordColumn,
} from '../columns.ts';
import { type Cell, type SheetModel, styled } from '../model.ts';
import { changingItems } from './comparison.ts';

const VARIANTS_A_SHEET = 9;

interface Money {
  readonly heading: string;
  readonly amountOf: (id: PersonChange['id']) => Fen;
}

const cellOfAmount = (amount: Fen): Cell => (amount === 0 ? null : yuanNumber(amount));

function sheetOf(name: string, title: string, people: readonly PersonChange[], money: readonly Money[]): SheetModel {
  return tableSheet<PersonChange>({
    name,
    title,
    subtitle: [['单位：元']],
    columns: [
      withTotal(numberColumn, styled('合计', 'strong')),
      ...namedColumns((person: PersonChange) => person),
      ['role', wordColumn('角色', 10, 12), ({ role }) => ROLES[role]],
      ...money.map(
        ({ heading, amountOf }): TableColumn<PersonChange> => [
          heading,
          moneyColumn(heading),
          ({ id }) => cellOfAmount(amountOf(id)),
          styled(yuanNumber(addFen(...people.map(({ id }) => amountOf(id)))), 'strong'),
        ],
      ),
    ],
    rows: people,
    footer: [[people.length === 0 ? '没有人的金额有增减。' : '只列金额有增减的人员；空白为没有增减。不作发放依据。']],
    frozenColumns: 3,
  });
}

/** The people concerned by any of the variants, by id. */
function concerned(variants: readonly Computed[]): readonly PersonChange[] {
  const people = new Map(variants.flatMap((one) => one.people.map((person) => [person.id, person] as const)));
  return [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const inChange = (people: readonly PersonChange[], amountOf: (person: PersonChange) => Fen): Money['amountOf'] => {
  const amounts = new Map(people.map((person) => [person.id, amountOf(person)]));
  return (id) => amounts.get(id) ?? fen(0);
};

function ofOne(simulation: Simulation, { people }: Computed, title: string): SheetModel {
  const items = [...changingItems(simulation)].map(([item, heading]) => ({
    heading: `其中：\n${heading}`,
    amountOf: inChange(people, (person) => person.items.get(item) ?? fen(0)),
  }));
  return sheetOf('人员', title, people, [
    { heading: '现行', amountOf: inChange(people, ({ base }) => base) },
    { heading: '测算', amountOf: inChange(people, ({ trial }) => trial) },
    { heading: '差额', amountOf: inChange(people, ({ change }) => change) },
    ...items,
  ]);
}

/** Variants that concern nobody have no column. */
export function changesSheets(simulation: Simulation, title: string): readonly SheetModel[] {
  const computed = simulation.outcomes.filter(isComputed);
  const [first] = computed;
  if (first && simulation.outcomes.length === 1) return [ofOne(simulation, first, title)];
  const telling = computed.filter(({ people }) => people.length > 0);
  const parts = Array.from({ length: Math.max(1, Math.ceil(telling.length / VARIANTS_A_SHEET)) }, (_, index) =>
    telling.slice(index * VARIANTS_A_SHEET, (index + 1) * VARIANTS_A_SHEET),
  );
  return parts.map((variants, index) => {
    const people = concerned(variants);
    return sheetOf(index === 0 ? '人员' : `人员${index + 1}`, title, people, [
      { heading: '现行', amountOf: inChange(people, ({ base }) => base) },
      ...variants.map((one) => ({
        heading: one.info.short,
        amountOf: inChange(one.people, ({ change }) => change),
      })),
    ]);
  });
}
