// 说明: what was tried. Readings in full beside the one taken; of other schemes and values each parameter.
import type { Simulation, TriedValue, VariantInfo } from '../../../record/simulation.ts';
import { shownValue } from '../../../scheme/values.ts';
import { detailSheet, textColumn, wordColumn } from '../columns.ts';
import type { Cell, SheetModel } from '../model.ts';

const NAME = '说明';

const changedText = (values: readonly TriedValue[]): string =>
  values
    .filter(({ value, before }) => value !== before)
    .map(({ title, value, unit }) => `${title}＝${shownValue(value, unit)}`)
    .join('，');

function readingRow({ short, interpretation, values }: VariantInfo): readonly Cell[] {
  const { clause = null, question = null, current = null, reading = null } = interpretation ?? {};
  return [short, clause, question, current, reading, changedText(values)];
}

const readingsSheet = (infos: readonly VariantInfo[], title: string): SheetModel =>
  detailSheet({
    name: NAME,
    title,
    columns: [
      wordColumn('编号', 5, 6),
      wordColumn('条款', 8, 12),
      textColumn('问题', 16, 28),
      textColumn('现行的口径', 16, 40),
      textColumn('测算的口径', 16, 40),
      textColumn('改用的取值', 16, 36),
    ],
    rows: infos.map(readingRow),
    footer: [['除所测算的一项外，其余口径和参数均按现行方案。本表只供比较，不作发放依据。']],
  });

const valuesSheet = ({ title: variant, kind, values }: VariantInfo, title: string): SheetModel =>
  detailSheet({
    name: NAME,
    title,
    subtitle: [[`${kind === 'scheme' ? '测算的方案' : '测算的取值'}：${variant}`]],
    columns: [
      textColumn('参数', 20, 36),
      textColumn('编号', 16, 36),
      wordColumn('现行取值', 10, 20),
      wordColumn('测算取值', 10, 20),
    ],
    rows: values.map(({ key, title: name, unit, value, before }) => [
      name,
      key,
      before === null ? null : shownValue(before, unit),
      shownValue(value, unit),
    ]),
    footer: [['除所测算的以外，其余均按现行方案和本单位的设置。本表只供比较，不作发放依据。']],
    landscape: false,
  });

export function triedSheet({ outcomes }: Simulation, title: string): SheetModel {
  const [first, ...others] = outcomes.map(({ info }) => info);
  return first && others.length === 0 && first.interpretation === null
    ? valuesSheet(first, title)
    : readingsSheet(
        outcomes.map(({ info }) => info),
        title,
      );
}
