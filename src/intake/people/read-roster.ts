// The roster of a month (花名册): its rows settled, its people, the directory that finds them, the grids it knows.
import type { CivilDate } from '../../model/civil.ts';
import type { Person } from '../../model/facts.ts';
import { withGapsHeld } from '../../model/service.ts';
import type { ValueRules } from '../../model/value-rules.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import type { Candidate } from '../facts/candidates.ts';
import { settleDuplicates, signature, useAll } from '../facts/duplicates.ts';
import { type Books, leaveOutOfScope, reject } from '../facts/run.ts';
import { fieldPlace, type ParsedTable } from '../table.ts';
import { type Directory, directoryOf } from './people.ts';
import { mergeRoster, type RosterRow, rosterCandidates } from './roster.ts';
import type { ScopeTest } from './scope.ts';

export interface Roster {
  /** Within the scope, in roster order. */
  readonly people: readonly Person[];
  readonly rows: readonly RosterRow[];
  readonly directory: Directory;
}

/** Settles every row of the roster tables; `books` takes the problems. */
export function readRoster(
  tables: readonly ParsedTable<'roster'>[],
  scope: ScopeTest,
  books: Books,
  {
    valueRules,
    first,
    replaced = [],
  }: {
    readonly valueRules: ValueRules;
    readonly first: CivilDate;
    /** Rosters that these take the place of. */
    readonly replaced?: readonly ParsedTable<'roster'>[];
  },
): Roster {
  const doubtful = rejectFailed(tables, scope, books);
  const distinct = settleDuplicates(books, rosterCandidates(tables, scope), {
    key: signature,
    effect: '只按一行任职计算',
    what: () => '',
  });
  const { people: merged, outside, problems, inError } = mergeRoster(distinct);
  const people = valueRules === 1 ? merged.map(withGapsHeld) : merged;
  books.problems.push(...problems, ...(valueRules === 1 ? [] : contradictedStatus(people, distinct, first)));
  for (const { table, entry, fact } of distinct) if (fact.outside) leaveOutOfScope(books, table, entry.row);
  for (const { table, entry } of inError) reject(books, table, entry.row, []);
  const inside = distinct.filter((candidate) => !candidate.fact.outside && !inError.has(candidate));
  useAll(books, inside);
  const elsewhere = new Set(
    replaced.flatMap(({ entries }) => [...entries].flatMap(({ person }) => [person?.id, person?.name])),
  );
  const complete = tables.length > 0 && tables.every(({ incomplete }) => !incomplete);
  return {
    people: people.filter(({ id }) => !outside.has(id)),
    rows: distinct.map(({ fact }) => fact),
    directory: directoryOf({
      people,
      outside,
      doubtful,
      complete,
      elsewhere: new Set([...elsewhere].filter((one) => one != null)),
    }),
  };
}

/** Somebody said to be in service (状态) who left before the month began. */
function contradictedStatus(
  people: readonly Person[],
  rows: readonly Candidate<RosterRow>[],
  first: CivilDate,
): readonly Problem[] {
  return people.flatMap(({ id, name, left }) => {
    const row = rows.find(({ fact }) => fact.id === id && fact.serves === true);
    if (left === null || left >= first || row === undefined) return [];
    return [problem('statusContradicted', { id, name, left }, fieldPlace(row.table, row.entry.row, 'status'))];
  });
}

/** Puts failed rows in error and gives their 工号 and names: rows that name them need no problem of their own. */
function rejectFailed(tables: readonly ParsedTable<'roster'>[], scope: ScopeTest, books: Books): ReadonlySet<string> {
  const doubtful = new Set<string>();
  for (const table of tables) {
    for (const entry of table.entries) {
      if (entry.value !== null) continue;
      if (scope.isOutside(entry)) {
        leaveOutOfScope(books, table as ParsedTable, entry.row);
        continue;
      }
      reject(books, table as ParsedTable, entry.row, entry.problems);
      for (const key of [entry.person?.id, entry.person?.name]) if (key) doubtful.add(key);
    }
  }
  return doubtful;
}
