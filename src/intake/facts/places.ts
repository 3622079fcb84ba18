// Facts about grids: the grids themselves and incidents found in them (网格, 漏报).
import type { Grid, GridId, MissedIncident } from '../../model/facts.ts';
import type { Origin } from '../../model/source.ts';
import type { RosterRow } from '../people/roster.ts';
import { originOf, type ParsedTable } from '../table.ts';
import type { Candidate } from './candidates.ts';
import { settleDuplicates, signature, useAll } from './duplicates.ts';
import { admit, type Run } from './run.ts';

/** Grids of the grid table, then those only the roster names. */
export function gridFacts(run: Run, tables: readonly ParsedTable<'grids'>[], roster: readonly RosterRow[]): Grid[] {
  const candidates = tables.flatMap((typed) =>
    typed.entries.flatMap((entry): Candidate<Grid & { readonly origin: Origin }>[] => {
      const admitted = admit(run, typed, entry);
      if (!admitted) return [];
      const table = typed as ParsedTable;
      const { value } = admitted;
      return [{ fact: { ...value, id: value.id as GridId, origin: originOf(table, entry.row) }, table, entry }];
    }),
  );
  const kept = settleDuplicates(run, candidates, {
    key: ({ id }) => id,
    effect: '只按一行计算',
    what: ({ id }) => `网格 ${id} 的资料`,
  });
  const grids = new Map<GridId, Grid>();
  for (const grid of useAll(run, kept)) grids.set(grid.id, grid);
  for (const row of roster) mergeRosterRow(grids, row);
  return [...grids.values()];
}

const UNLISTED = { name: null, village: null, households: null, population: null, origin: null };

/** A roster row of one grid also says its name and village; of several it cannot tell which. */
function mergeRosterRow(grids: Map<GridId, Grid>, row: RosterRow): void {
  for (const id of row.outside ? [] : row.grids) {
    const known = grids.get(id) ?? { ...UNLISTED, id };
    const single = row.grids.length === 1;
    const name = known.name ?? (single ? row.gridName : null);
    grids.set(id, { ...known, name, village: known.village ?? row.village });
  }
}

export function missedIncidentFacts(run: Run, tables: readonly ParsedTable<'missedIncidents'>[]): MissedIncident[] {
  const candidates = tables.flatMap((typed) =>
    typed.entries.flatMap((entry): Candidate<MissedIncident>[] => {
      const admitted = admit(run, typed, entry);
      if (!admitted) return [];
      const table = typed as ParsedTable;
      const fact = { ...admitted.value, grid: entry.grids[0] as GridId, origin: originOf(table, entry.row) };
      return [{ fact, table, entry }];
    }),
  );
  const ruleThen = { key: signature, effect: '只按一行计算', what: () => '' };
  const rule = {
    key: ({ id, date, grid, incident, note }: MissedIncident) =>
      id === null ? JSON.stringify([date, grid, incident, note]) : `${id}`,
    effect: '只按一行计算',
    what: ({ date, grid, incident }: MissedIncident) => `${grid} ${date} 的${incident}`,
  };
  return useAll(run, settleDuplicates<MissedIncident>(run, candidates, run.valueRules === 1 ? ruleThen : rule));
}
