// What a month is decided on: the office's folders and the editions of the run, or what the month was closed with.

import type { Chain } from '../archive/chain.ts';
import { archivedDays, archivedEditions } from '../archive/editions.ts';
import { archivedWorkspace } from '../archive/workspace.ts';
import type { YearMonth } from '../model/civil.ts';
import { valueRulesOf } from '../model/value-rules.ts';
import type { Problem } from '../problems/problem.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import type { Workspace } from '../store/workspace.ts';
import type { ConditionChoices } from './conditions.ts';

export interface MonthSources {
  readonly workspace: Workspace;
  readonly editions: readonly EditionSource[];
  readonly choices: ConditionChoices;
  readonly problems: readonly Problem[];
}

export async function monthSourcesOf(
  workspace: Workspace,
  editions: readonly EditionSource[],
  { closed }: Chain,
  period: YearMonth,
): Promise<MonthSources> {
  const found = closed.find((one) => one.period === period);
  if (found === undefined) return { workspace, editions, choices: {}, problems: [] };
  const { archive } = found;
  const { holds, program } = archive.manifest;
  const officialDays = archivedDays(archive);
  return {
    workspace: archivedWorkspace(archive),
    ...(await archivedEditions(archive)),
    choices: { holds, valueRules: valueRulesOf(program), ...(officialDays && { officialDays }) },
  };
}
