// 测算: months decided as they are, then again under each variant. Facts are read once a month; a variant only decides.
import type { WorkspaceTables } from '../intake/read-workspace.ts';
import type { YearMonth } from '../model/civil.ts';
import type { MonthRecord } from '../model/record.ts';
import { issuesOf } from '../problems/issues.ts';
import type { Problem } from '../problems/problem.ts';
import { changesOf, costOf } from '../record/changes.ts';
import type { Outcome, Simulation } from '../record/simulation.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import { withValues } from '../scheme/trial.ts';
import type { Workspace } from '../store/workspace.ts';
import { chainOf } from './archives.ts';
import { basisOf } from './basis.ts';
import { decide, type ReadFacts, readFacts } from './decide.ts';
import { type Ground, type GroundChoices, groundOf, officeTables, rulesAndColumns } from './ground.ts';
import { inputsOf, type MonthInputs } from './inputs.ts';
import { pastOf } from './past.ts';
import { sealed } from './seal.ts';
import type { Variant } from './variants.ts';

interface BenchMonth {
  readonly tables: WorkspaceTables;
  readonly inputs: MonthInputs;
  /** What a closed month brings along, under any scheme. */
  readonly choices: GroundChoices;
  readonly ground: Ground;
  readonly read: (ground: Ground) => Promise<ReadFacts>;
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
  return (ground) => {
    const key = JSON.stringify([ground.scope, [...ground.switchedOff].sort(), [...ground.switches], ground.marksBy]);
    const found = known.get(key) ?? readFacts(inputs, ground, history);
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
    const basis = await basisOf(workspace, editions, chain, period);
    const tables = await officeTables(basis.workspace, basis.choices.valueRules);
    const ground = await groundOf(tables, basis.editions, period, basis.choices);
    problems.push(...basis.problems);
    if ('code' in ground) {
      problems.push(ground);
      continue;
    }
    if (period === periods[0]) {
      before = (await pastOf(workspace, editions, tables, period, ground, chain)).history;
      history = before;
    }
    const inputs = await inputsOf(basis.workspace, period);
    const month = { tables, inputs, choices: basis.choices, ground, read: readOnce(inputs, history) };
    const decided = decide(inputs, await month.read(ground), ground, history);
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
async function groundUnder(
  { tables, inputs, choices, ground }: BenchMonth,
  variant: Variant,
): Promise<Ground | Problem> {
  const found = variant.editions ? await groundOf(tables, variant.editions, inputs.period, choices) : ground;
  if ('code' in found) return found;
  const scheme = withValues(found.scheme, variant.values.get(found.scheme.edition.id) ?? new Map());
  const schemeStart = found.schemeStart > ground.schemeStart ? found.schemeStart : ground.schemeStart;
  return { ...found, schemeStart, scheme, ...(await rulesAndColumns(scheme)) };
}

/** The months under a variant: each on the records of those before it, the earlier ones as decided. */
async function recordsUnder(bench: Bench, variant: Variant): Promise<readonly MonthRecord[] | string> {
  const records: MonthRecord[] = [];
  for (const month of bench.months) {
    const { period } = month.inputs;
    const ground = await groundUnder(month, variant);
    if ('code' in ground) return reasonOf(period, [ground]);
    const decided = decide(month.inputs, await month.read(ground), ground, [...bench.history, ...records]);
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

async function outcomeOf(bench: Bench, variant: Variant): Promise<Outcome> {
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
  const outcomes: Outcome[] = [];
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
