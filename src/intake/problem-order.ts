// The order problems are shown in (问题排序): by file, sheet, row, column; by code unit, never by locale.
import type { Problem } from '../problems/problem.ts';

const byText = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  return a === null || (b !== null && a < b) ? -1 : 1;
};

function byPlace({ place: a, code: codeA }: Problem, { place: b, code: codeB }: Problem): number {
  return (
    byText(a.file, b.file) ||
    byText(a.sheet, b.sheet) ||
    (a.row ?? 0) - (b.row ?? 0) ||
    (a.column ?? -1) - (b.column ?? -1) ||
    byText(codeA, codeB)
  );
}

/** Sorted by place, then code; equal problems once (two readers may meet the same file). */
export function orderProblems(problems: readonly Problem[]): Problem[] {
  const distinct = new Map(problems.map((found) => [JSON.stringify(found), found]));
  return [...distinct.values()].sort(byPlace);
}
