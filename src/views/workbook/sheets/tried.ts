// 说明: what was tried. Readings in full beside the one taken; of other schemes and values each parameter.
import type { Simulation, TriedValue, VariantInfo } from '../../../record/simulation.ts';
import { shownValue } from '../../../scheme/values.ts';
import { tableSheet, textColumn, wordColumn } from '../columns.ts';
import type { SheetModel } from '../model.ts';

const NAME = '说明';

const changedText = (values: readonly TriedValue[]): string =>
  values
    .filter(({ value, before }) => value !== before)
    .map(({ title, value, unit }) => `${title}＝${shownValue(value, unit)}`)
    .join('，');

const readingsSheet = (infos: readonly VariantInfo[], title: string): SheetModel =>
  tableSheet<VariantInfo>({
    name: NAME,
    title,
    columns: [
      ['short', wordColumn('编号', 5, 6), ({ short }) => short],
      ['clause', wordColumn('条款', 8, 12), ({ interpretation }) => interpretation?.clause ?? null],
      ['question', textColumn('问题', 16, 28), ({ interpretation }) => interpretation?.question ?? null],
      ['current', textColumn('现行的口径', 16, 40), ({ interpretation }) => interpretation?.current ?? null],
      ['reading', textColumn('测算的口径', 16, 40), ({ interpretation }) => interpretation?.reading ?? null],
      ['values', textColumn('改用的取值', 16, 36), ({ values }) => changedText(values)],
    ],
    rows: infos,
    footer: [['除所测算的一项外，其余口径和参数均按现行方案。本表只供比较，不作发放依据。']],
  });

const valuesSheet = ({ title: variant, kind, values }: VariantInfo, title: string): SheetModel =>
  tableSheet<TriedValue>({
    name: NAME,
    title,
    subtitle: [[`${kind === 'scheme' ? '测算的方案' : '测算的取值'}：${variant}`]],
    columns: [
      ['title', textColumn('参数', 20, 36), (tried) => tried.title],
      ['key', textColumn('编号', 16, 36), ({ key }) => key],
      [
        'before',
        wordColumn('现行取值', 10, 20),
        ({ before, unit }) => (before === null ? null : shownValue(before, unit)),
      ],
      ['value', wordColumn('测算取值', 10, 20), ({ value, unit }) => shownValue(value, unit)],
    ],
    rows: values,
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
