// 暂缓发放: rows in error that are about somebody whose pay is withheld stop nobody else's.
import type { MonthRead } from '../intake/read-month.ts';
import type { Hold } from '../model/archive.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { severityOf, wordsOf } from '../problems/words.ts';

/** Their errors become warnings: the rows are left out. */
export function withoutHeldRows(
  problems: readonly Problem[],
  holds: readonly Hold[],
  personAt: MonthRead['personAt'],
): readonly Problem[] {
  if (holds.length === 0) return problems;
  return problems.map((one) => {
    if (severityOf(one) !== 'error' || one.place.row === null) return one;
    const id = personAt(one.place)?.id ?? null;
    const isHeld = holds.some((hold) => hold.id === id);
    return isHeld ? problem('heldRowLeftOut', { id: id as string, message: wordsOf(one).message }, one.place) : one;
  });
}
