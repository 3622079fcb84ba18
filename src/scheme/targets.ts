// 量化指标 of an office in force in a month: of each name the row with the latest 起始月.
import type { QuantifiedTargetRow } from '../intake/read-workspace.ts';
import type { YearMonth } from '../model/civil.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { inForce } from './in-force.ts';
import { tidy } from './values.ts';

export type QuantifiedTarget = QuantifiedTargetRow;

/** A standard of 0 ends a target. */
export function targetsInForce(
  all: readonly QuantifiedTargetRow[],
  period: YearMonth,
): { readonly targets: readonly QuantifiedTarget[]; readonly problems: readonly Problem[] } {
  const { rows, repeated } = inForce(all, ({ name }) => tidy(name), period);
  return {
    targets: [...rows.values()].filter(({ standard }) => standard > 0),
    problems: repeated.map(({ name, from, place }) => problem('targetTwice', { name, month: from }, place)),
  };
}
