// The full amount of a month, multiplied by the share of attendance (K11): the first line of a prorated item.
import type { Figures, Line } from '../model/decision.ts';
import { type Expression, roundToFen, times } from '../model/expression.ts';
import { fenOfYuan } from '../model/money.ts';
import type { Source } from '../model/source.ts';
import type { ItemDefinition } from '../scheme/edition.ts';
import { leafOf, numberOf, type Parameter } from '../scheme/scheme.ts';
import { lineOf } from './kind.ts';
import { figureLeaf } from './leaves.ts';

export const shareIn = (figures: Figures) => figureLeaf(figures, 'share', '出勤份额', '');

/** Rounded half up to the fen. */
export const prorated = (amount: Parameter, figures: Figures): Expression =>
  roundToFen(times(leafOf(amount), shareIn(figures)));

/** `expression` is the prorated amount under the item's own condition. */
export const fullLine = (
  item: ItemDefinition,
  amount: Parameter,
  figures: Figures,
  expression: Expression,
  sources: readonly Source[],
): Line =>
  lineOf(item, 'full', {
    label: `${item.title}全额`,
    expression,
    quantity: shareIn(figures).value,
    rate: fenOfYuan(numberOf(amount)),
    unit: '月',
    basis: amount.basis,
    sources,
  });
