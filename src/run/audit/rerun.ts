// An archived month computed once more (重新核算): from its own inputs, edition, calendar, holds and past, by this program.
import type { Manifest } from '../../model/archive.ts';
import type { YearMonth } from '../../model/civil.ts';
import type { MonthRecord } from '../../model/record.ts';
import { valueRulesOf } from '../../model/value-rules.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { paymentsOf } from '../../record/payments.ts';
import { schemeStart } from '../../scheme/timeline.ts';
import type { Archive } from '../../store/archive.ts';
import type { Output } from '../../store/write.ts';
import { archivedCells, archivedOutput, CALENDAR } from '../archive-contents.ts';
import { archivedDays, archivedEditions } from '../archived-editions.ts';
import { archivedWorkspace } from '../archived-workspace.ts';
import { pastIn } from '../archives.ts';
import { groundOf, officeTables } from '../ground.ts';
import { inputsOf } from '../inputs.ts';
import { computeMonth } from '../month.ts';
import { closingOutputs } from '../outputs.ts';

export interface Rerun {
  readonly record: MonthRecord | null;
  /** By their paths in the archive. */
  readonly outputs: readonly Output[];
  readonly cells: Manifest['cells'];
  readonly history: readonly MonthRecord[];
  readonly problems: readonly Problem[];
  /** The first month in which a scheme was in force; null where no edition reads. */
  readonly schemeStart: YearMonth | null;
}

const lacking = (manifest: Manifest, entry: string): Problem =>
  problem('archiveDamaged', { month: manifest.period, entry, what: '缺少或无法读取，不能重新核算' });

/** `record` is null where the archive no longer holds what it was computed from. */
export async function rerun(archive: Archive): Promise<Rerun> {
  const { manifest } = archive;
  const { period, holds, options } = manifest;
  const { editions, problems } = await archivedEditions(archive);
  const start = editions.length > 0 ? schemeStart(editions) : null;
  const nothing = { record: null, outputs: [], cells: {}, history: [], schemeStart: start };
  if (problems.length > 0) return { ...nothing, problems };
  const [officialDays, history] = [archivedDays(archive), pastIn(archive)];
  if (officialDays === null) return { ...nothing, problems: [lacking(manifest, CALENDAR)] };
  if (history === null) return { ...nothing, problems: [lacking(manifest, '前期')] };
  const workspace = archivedWorkspace(archive);
  const valueRules = valueRulesOf(manifest.program);
  const tables = await officeTables(workspace, valueRules);
  const ground = await groundOf(tables, editions, period, { holds, officialDays, valueRules });
  if ('code' in ground) return { ...nothing, history, problems: [ground] };
  const run = await computeMonth(await inputsOf(workspace, period), ground, history);
  if (run.record === null) return { ...nothing, history, problems: run.problems };
  const { payments } = options.bank === null ? { payments: [] } : paymentsOf(run.record, run.roster);
  const { outputs, cells } = await closingOutputs(run.record, history, payments, options);
  return {
    record: run.record,
    outputs: outputs.map(archivedOutput),
    cells: archivedCells(cells),
    history,
    problems: run.problems,
    schemeStart: start,
  };
}
