// 测算: months decided as they are, then again under each variant. Facts are read once a month; a variant only decides.
import { chainOf } from '../archive/chain.ts';
import type { WorkspaceTables } from '../intake/read-workspace.ts';
import type { YearMonth } from '../model/civil.ts';
import type { MonthRecord } from '../model/record.ts';
import { issuesOf } from '../problems/issues.ts';
import type { Problem } from '../problems/problem.ts';
import { changesOf, costOf } from '../record/changes.ts';
import type { Simulation, VariantOutcome } from '../record/simulation.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import { withValues } from '../scheme/trial.ts';
import { inputsOf, type MonthInputs } from '../store/inputs.ts';
import { sealed } from '../store/seal.ts';
import type { Workspace } from '../store/workspace.ts';
import {
  type ConditionChoices,
  conditionsOf,
  type MonthConditions,
  officeTables,
  rulesAndColumns,
} from './conditions.ts';
import { decide, type ReadFacts, readFacts } from './decide.ts';
import { monthSourcesOf } from './month-sources.ts';
import { pastOf } from './past.ts';
import type { Variant } from './variants.ts';

interface BenchMonth {
  readonly tables: WorkspaceTables;
  readonly inputs: MonthInputs;
  /** What a closed month brings along, under any scheme. */
  readonly choices: ConditionChoices;
  readonly conditions: MonthConditions;
  readonly read: (conditions: MonthConditions) => Promise<ReadFacts>;
}

/** The months as decided, ready to be decided otherwise. */
export interface Bench {
  /** As decided: of the months before the first. */
  readonly history: readonly MonthRecord[];
  readonly months: readonly BenchMonth[];
  readonly records: readonly MonthRecord[];
}

/** Facts depend on the scheme only through the scope and the figures that it asks for. */
function readOnce(inputs: MonthInputs, history: readonly MonthRecord[]): BenchMonth['read'] {
  const known = new Map<string, Promise<ReadFacts>>();
  return (conditions) => {
    const key = JSON.stringify([
      conditions.scope,
      [...conditions.switchedOff].sort(),
      [...conditions.switches],
      conditions.marksBy,
    ]);
    const found = known.get(key) ?? readFacts(inputs, conditions, history);
    known.set(key, found);
    return found;
  };
}

/** Consecutive months as `pay` decides them, closed ones as they were closed; `bench` is null when a month has errors. */
export async function benchOf(
  workspace: Workspace,
  editions: readonly EditionSource[],
  periods: readonly YearMonth[],
): Promise<{ readonly bench: Bench | null; readonly problems: readonly Problem[] }> {
  const chain = await chainOf(workspace);
  const problems: Problem[] = [...chain.problems];
  const months: BenchMonth[] = [];
  const records: MonthRecord[] = [];
  let before: readonly MonthRecord[] = [];
  let history: readonly MonthRecord[] = [];
  for (const period of periods) {
    const basis = await monthSourcesOf(workspace, editions, chain, period);
    const tables = await officeTables(basis.workspace, basis.choices.valueRules);
    const conditions = await conditionsOf(tables, basis.editions, period, basis.choices);
    problems.push(...basis.problems);
    if ('code' in conditions) {
      problems.push(conditions);
      continue;
    }
    if (period === periods[0]) {
      before = (await pastOf(workspace, editions, tables, period, conditions, chain)).history;
      history = before;
    }
    const inputs = await inputsOf(basis.workspace, period);
    const month = { tables, inputs, choices: basis.choices, conditions, read: readOnce(inputs, history) };
    const decided = decide(inputs, await month.read(conditions), conditions, history);
    problems.push(...decided.problems);
    months.push(month);
    const unsealed = decided.record();
    const record = unsealed && sealed(unsealed);
    if (record) records.push(record);
    history = record ? [...history, record] : [];
  }
  const isWhole = records.length === periods.length;
  return { bench: isWhole ? { history: before, months, records } : null, problems };
}

/** What holds in a month under a variant. Months before the scheme now in force began are not to be had. */
async function conditionsUnder(
  { tables, inputs, choices, conditions }: BenchMonth,
  variant: Variant,
): Promise<MonthConditions | Problem> {
  const found = variant.editions ? await conditionsOf(tables, variant.editions, inputs.period, choices) : conditions;
  if ('code' in found) return found;
  const scheme = withValues(found.scheme, variant.values.get(found.scheme.edition.id) ?? new Map());
  const schemeStart = found.schemeStart > conditions.schemeStart ? found.schemeStart : conditions.schemeStart;
  return { ...found, schemeStart, scheme, ...(await rulesAndColumns(scheme)) };
}

/** The months under a variant: each on the records of those before it, the earlier ones as decided. */
async function recordsUnder(bench: Bench, variant: Variant): Promise<readonly MonthRecord[] | string> {
  const records: MonthRecord[] = [];
  for (const month of bench.months) {
    const { period } = month.inputs;
    const conditions = await conditionsUnder(month, variant);
    if ('code' in conditions) return reasonOf(period, [conditions]);
    const decided = decide(month.inputs, await month.read(conditions), conditions, [...bench.history, ...records]);
    const record = decided.record();
    if (record === null) return reasonOf(period, decided.problems);
    records.push(record);
  }
  return records;
}

function reasonOf(period: YearMonth, problems: readonly Problem[]): string {
  const [first, ...more] = issuesOf(problems, false).filter(({ severity }) => severity === 'error');
  return `${period} ${first?.message ?? ''}${more.length > 0 ? `（另有 ${more.length} 处错误）` : ''}`;
}

async function outcomeOf(bench: Bench, variant: Variant): Promise<VariantOutcome> {
  const { info } = variant;
  const records = await recordsUnder(bench, variant);
  return typeof records === 'string'
    ? { info, computed: false, reason: records }
    : { info, computed: true, cost: costOf(records), people: changesOf(bench.records, records) };
}

/** Each variant in turn beside the months as decided. */
export async function simulationOf(
  bench: Bench,
  period: string,
  variants: readonly Variant[],
  onNext: (index: number) => void = () => {},
): Promise<Simulation> {
  const { records } = bench;
  const outcomes: VariantOutcome[] = [];
  for (const [index, variant] of variants.entries()) {
    onNext(index);
    outcomes.push(await outcomeOf(bench, variant));
  }
  const [first] = records;
  return {
    period,
    months: records.map((record) => record.period),
    office: first ? (first.office ?? first.scheme.document.issuer) : '',
    base: costOf(records),
    outcomes,
  };
}
