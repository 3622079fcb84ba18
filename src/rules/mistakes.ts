// Mistakes of an edition's file as problems: named with line and column, whether found on reading or on deciding a month.
import { type Problem, problem } from '../problems/problem.ts';
import { type EditionMistake, type EditionSource, mistakeAt } from '../scheme/parse-edition.ts';
import type { UnfitFigure } from './kind.ts';

/** `file` as it was named; null for an edition shipped with the program. */
export const mistakeIn = (file: string | null, { line, column, path, message }: EditionMistake): Problem =>
  problem('schemeMistake', { line, column, path, message }, { file, sheet: null, row: line, column: null });

const FAULTS: Record<UnfitFigure['fault'], string> = {
  unknown: '没有任何统计或前面的项目给出它',
  noNumber: '它不是数，不能用在这里',
  noFlag: '它不是“是否”，不能用在这里',
};

/** Where a value names the figure, as a path below it; empty when it does not. */
function pathTo(value: unknown, figure: string): readonly PropertyKey[] {
  if (typeof value !== 'object' || value === null) return [];
  for (const [key, inner] of Object.entries(value)) {
    if (inner === figure) return [key];
    const below = pathTo(inner, figure);
    if (below.length > 0) return [key, ...below];
  }
  return [];
}

export function figureMistake({ edition, locate, file }: EditionSource, { item, figure, fault }: UnfitFigure): Problem {
  const index = edition.items.findIndex((one) => one.item === item);
  const { with: own, shows } = edition.items[index] ?? {};
  const path = ['items', index, ...pathTo({ with: own, shows }, figure)];
  return mistakeIn(file, mistakeAt(locate, path, `用到数据 ${figure}，但${FAULTS[fault]}`));
}
