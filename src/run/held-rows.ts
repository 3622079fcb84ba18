// 暂缓发放: rows in error that are about somebody whose pay is withheld stop nobody else's. The row of the roster
// has to hold all the same: without it there is nobody to withhold from.
import type { MonthRead } from '../intake/read-month.ts';
import type { Hold } from '../model/archive.ts';
import type { PersonId } from '../model/facts.ts';
import { type Place, type Problem, problem } from '../problems/problem.ts';
import { severityOf, wordsOf } from '../problems/words.ts';

export interface HeldRows {
  readonly problems: readonly Problem[];
  /** Of whom rows were left out. */
  readonly uncertain: ReadonlySet<PersonId>;
}

/** Errors of such rows become warnings: the rows are left out. */
export function withoutHeldRows(
  problems: readonly Problem[],
  holds: readonly Hold[],
  { personAt, facts }: Pick<MonthRead, 'personAt' | 'facts'>,
): HeldRows {
  const isRoster = ({ file, sheet }: Place): boolean =>
    facts.tables.some((table) => table.kind === 'roster' && table.file === file && table.sheet === sheet);
  const uncertain = new Set<PersonId>();
  const told = problems.map((one) => {
    if (holds.length === 0 || severityOf(one) !== 'error' || one.place.row === null || isRoster(one.place)) return one;
    const id = personAt(one.place)?.id ?? null;
    const hold = holds.find((each) => each.id === id);
    if (hold === undefined) return one;
    uncertain.add(hold.id);
    return problem('heldRowLeftOut', { id: hold.id, message: wordsOf(one).message }, one.place);
  });
  return { problems: told, uncertain };
}
