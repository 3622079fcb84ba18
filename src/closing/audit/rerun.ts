// An archived month computed once more (重新核算): from its own inputs, edition, calendar, holds and past, by this program.
import type { Archive } from '../../archive/archive.ts';
import { archivedCells, archivedOutput } from '../../archive/contents.ts';
import { archivedEditions } from '../../archive/editions.ts';
import { archivedWorkspace } from '../../archive/workspace.ts';
import type { Manifest } from '../../model/archive.ts';
import type { YearMonth } from '../../model/civil.ts';
import type { MonthRecord } from '../../model/record.ts';
import { VALUE_RULES_NOW, valueRulesOf } from '../../model/value-rules.ts';
import type { Problem } from '../../problems/problem.ts';
import { severityOf } from '../../problems/words.ts';
import { paymentsOf } from '../../record/payments.ts';
import { conditionsThen } from '../../run/conditions-then.ts';
import { decide, readFacts } from '../../run/decide.ts';
import { closingOutputs } from '../../run/outputs.ts';
import { schemeStart } from '../../scheme/timeline.ts';
import { inputsOf } from '../../store/inputs.ts';
import { sealed } from '../../store/seal.ts';
import type { Output } from '../../store/write.ts';

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

/** Errors that today's rules of values would ask about, of a month that was closed by earlier ones: it stands all the same. */
export async function askedToday(archive: Archive): Promise<readonly Problem[]> {
  if (valueRulesOf(archive.manifest.program) === VALUE_RULES_NOW) return [];
  const then = await conditionsThen(archive, VALUE_RULES_NOW);
  if ('problems' in then) return [];
  const inputs = await inputsOf(archivedWorkspace(archive), archive.manifest.period);
  const { conditions, history } = then;
  const { problems } = decide(inputs, await readFacts(inputs, conditions, history), conditions, history);
  return problems.filter((one) => severityOf(one) === 'error');
}

/** `record` is null where the archive no longer holds what it was computed from. */
export async function rerun(archive: Archive): Promise<Rerun> {
  const { period, options } = archive.manifest;
  const { editions } = await archivedEditions(archive);
  const start = editions.length > 0 ? schemeStart(editions) : null;
  const then = await conditionsThen(archive);
  const nothing = { record: null, outputs: [], cells: {}, history: then.history, schemeStart: start };
  if ('problems' in then) return { ...nothing, problems: then.problems };
  const { conditions, history } = then;
  const inputs = await inputsOf(archivedWorkspace(archive), period);
  const { problems, roster, ...decided } = decide(
    inputs,
    await readFacts(inputs, conditions, history),
    conditions,
    history,
  );
  const unsealed = decided.record();
  if (unsealed === null) return { ...nothing, problems };
  const record = sealed(unsealed);
  const { payments } = options.bank === null ? { payments: [] } : paymentsOf(record, roster, conditions.valueRules);
  const { outputs, cells } = await closingOutputs(record, history, payments, options);
  return {
    record,
    outputs: outputs.map(archivedOutput),
    cells: archivedCells(cells),
    history,
    problems,
    schemeStart: start,
  };
}
