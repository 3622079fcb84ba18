// What an archived month was computed on (归档时的依据): its edition, settings, calendar, holds and past.
import type { Archive } from '../archive/archive.ts';
import { pastIn } from '../archive/chain.ts';
import { CALENDAR } from '../archive/contents.ts';
import { archivedDays, archivedEditions } from '../archive/editions.ts';
import { archivedWorkspace } from '../archive/workspace.ts';
import type { Manifest } from '../model/archive.ts';
import type { MonthRecord } from '../model/record.ts';
import { type ValueRules, valueRulesOf } from '../model/value-rules.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { conditionsOf, type MonthConditions, officeTables } from './conditions.ts';

const lacking = (manifest: Manifest, entry: string): Problem =>
  problem('archiveDamaged', { month: manifest.period, entry, what: '缺少或无法读取，不能重新核算' });

/** What an archived month was computed on. */
export interface ConditionsThen {
  readonly conditions: MonthConditions;
  readonly history: readonly MonthRecord[];
}

interface Unreadable {
  readonly history: readonly MonthRecord[];
  readonly problems: readonly Problem[];
}

/** The edition, settings, calendar, holds and past of an archive, or why they cannot be had. */
export async function conditionsThen(
  archive: Archive,
  valueRules: ValueRules = valueRulesOf(archive.manifest.program),
): Promise<ConditionsThen | Unreadable> {
  const { manifest } = archive;
  const { editions, problems } = await archivedEditions(archive);
  if (problems.length > 0) return { history: [], problems };
  const [officialDays, history] = [archivedDays(archive), pastIn(archive)];
  if (officialDays === null) return { history: [], problems: [lacking(manifest, CALENDAR)] };
  if (history === null) return { history: [], problems: [lacking(manifest, '前期')] };
  const tables = await officeTables(archivedWorkspace(archive), valueRules);
  const choices = { holds: manifest.holds, officialDays, valueRules };
  const conditions = await conditionsOf(tables, editions, manifest.period, choices);
  return 'code' in conditions ? { history, problems: [conditions] } : { conditions, history };
}
