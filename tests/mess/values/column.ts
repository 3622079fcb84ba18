/** A column of plain values as cells in one spelling, or in a mixture of spellings. */
import type { MessCell, Value, ValueType } from '../model.ts';
import { typeOf } from '../office.ts';
import { days, spokenDates } from './dates.ts';
import { amounts, counts, distances, durations, marks, rates } from './figures.ts';
import type { Spelling, SpellingContext, Spellings } from './spelling.ts';
import {
  attendance,
  closedWords,
  codeLists,
  codes,
  emptyForms,
  longCodes,
  names,
  texts,
  verdicts,
  yesNo,
} from './words.ts';

const COUNTED: Readonly<Record<string, string>> = { households: '户', population: '人' };

/** Words of spec 3 that mean yes and no in one column, and whether its empty cells mean no. */
function yesNoOf(field: string): Spellings<boolean> {
  if (field === 'missed') return yesNo([['漏报', '未漏报']], false);
  return yesNo(field === 'knowsDutyList' ? [['掌握', '未掌握']] : [], true);
}

const SPELLINGS: Readonly<Record<ValueType, (field: string) => Spellings<never>>> = {
  code: () => codes,
  codes: () => codeLists,
  longCode: () => longCodes,
  name: () => names,
  text: () => texts,
  word: () => closedWords,
  date: () => days,
  moment: () => spokenDates,
  rate: () => rates,
  duration: () => durations,
  distance: () => distances,
  count: (field) => counts(COUNTED[field] ?? '次'),
  mark: () => marks,
  money: () => amounts,
  yesNo: yesNoOf,
  effective: () => verdicts,
  attendance: () => attendance,
};

export interface SpelledColumn {
  /** What the heading must say behind the name. */
  readonly unit: string | null;
  readonly cells: readonly (MessCell | null)[];
}

/** As many lots for each as its weight says. */
const lotsOf = (spellings: readonly Spelling<Value>[]): readonly Spelling<Value>[] =>
  spellings.flatMap((one) => Array.from({ length: Math.ceil(one.weight * 4) }, () => one));

/** What the place of the values allows: number formats, and a unit inferred from the whole column. */
export interface Place {
  readonly typed: boolean;
  readonly infers: boolean;
}

export function spellColumn(
  kind: string,
  field: string,
  values: readonly Value[],
  { typed, infers }: Place,
  context: SpellingContext,
): SpelledColumn {
  const { dice } = context;
  const type = typeOf(kind, field);
  const all = SPELLINGS[type](field) as unknown as Spellings<Value>;
  const usable = all.filter((one) => (typed || !one.typed) && (infers || !one.inferred));
  const main = dice.pick(lotsOf(usable));
  const unit = main.units ? dice.pick(main.units) : null;
  const alike = lotsOf(
    usable.filter((one) => !one.inferred && (!one.units || (unit !== null && one.units.includes(unit)))),
  );
  const mixed = !main.inferred && dice.does('values', 'mixed spellings in a column', 0.15);
  dice.note(type, main.name);
  const [plain] = all as [Spelling<Value>];
  const empty = dice.pick(lotsOf(emptyForms));
  const cells = values.map((value) => {
    if (value === null) return empty.write(value, context);
    const spelling = mixed ? dice.pick(alike) : main;
    return spelling.write(value, context) ?? plain.write(value, context);
  });
  return { unit, cells };
}
