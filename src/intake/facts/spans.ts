// Facts over a span of days, clipped to the month: leave and excused days (请假, 免考).
import { type CivilDate, firstDay, lastDay } from '../../model/civil.ts';
import type { Excused, Leave } from '../../model/facts.ts';
import { originOf, type ParsedTable } from '../table.ts';
import type { Candidate } from './candidates.ts';
import { settleDuplicates, signature, useAll } from './duplicates.ts';
import { admit, type Run } from './run.ts';

const EFFECT = '只按一行计算，不影响天数';

function clip(run: Run, { from, to }: { readonly from: CivilDate; readonly to: CivilDate }) {
  const [first, last] = [firstDay(run.period), lastDay(run.period)];
  return { from: from < first ? first : from, to: to > last ? last : to };
}

export function leaveFacts(run: Run, tables: readonly ParsedTable<'leave'>[]): Leave[] {
  const candidates = tables.flatMap((typed) =>
    typed.entries.flatMap((entry): Candidate<Leave>[] => {
      const admitted = admit(run, typed, entry);
      if (!admitted?.person) return [];
      const table = typed as ParsedTable;
      const { value, person } = admitted;
      const fact = { ...value, ...clip(run, value), person: person.id, origin: originOf(table, entry.row) };
      return [{ fact, table, entry }];
    }),
  );
  return useAll(run, settleDuplicates(run, candidates, { key: signature, effect: EFFECT, what: () => '' }));
}

/** A row that names nobody is for everyone. */
export function excusedFacts(run: Run, tables: readonly ParsedTable<'excused'>[]): Excused[] {
  const candidates = tables.flatMap((typed) =>
    typed.entries.flatMap((entry): Candidate<Excused>[] => {
      const admitted = admit(run, typed, entry);
      if (!admitted) return [];
      const table = typed as ParsedTable;
      const { value, person } = admitted;
      const fact = { ...value, ...clip(run, value), person: person?.id ?? null, origin: originOf(table, entry.row) };
      return [{ fact, table, entry }];
    }),
  );
  return useAll(run, settleDuplicates(run, candidates, { key: signature, effect: EFFECT, what: () => '' }));
}
