// The example row of a template (示例行): 示例 where other rows have their number, as the first thing in the row.
import type { Cell } from '../../files/sheet.ts';
import { normalHeading } from '../header/heading.ts';
import type { Fit } from '../header/recognise.ts';

/** The heading of the running numbers, and what stands below it in the example. */
export const NUMBER_HEADING = '序号';
export const EXAMPLE = '示例';

/** Whether a row is the example; `cells` are its non-blank ones. */
export function exampleTest({ unknown }: Pick<Fit, 'unknown'>): (cells: readonly Cell[]) => boolean {
  const numbers = new Set(
    unknown.filter(({ heading }) => normalHeading(heading) === NUMBER_HEADING).map(({ column }) => column),
  );
  return ([first]) => first?.kind === 'text' && numbers.has(first.column) && first.text.trim() === EXAMPLE;
}
