// summary.json beside each results.json: made with every output, read by `status`.
import type { Quarter, YearMonth } from '../model/civil.ts';
import type { IssueRecord, MonthRecord } from '../model/record.ts';
import { SUMMARY_SCHEMA, type Summary, type WrittenFile } from '../model/summary.ts';
import { TABLE_KINDS } from '../model/terms.ts';
import { sha256, type Workspace } from '../store/workspace.ts';
import type { Output } from '../store/write.ts';
import { summaryPath } from './paths.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown, fields: readonly string[]): boolean =>
  Array.isArray(value) &&
  value.every((one) => typeof one === 'object' && one !== null && fields.every((key) => isText(one[key])));

/** By hand: `status` is asked for often, and a checker of documents takes longer to load than everything it does. */
function isSummary(value: unknown): value is Summary {
  if (typeof value !== 'object' || value === null) return false;
  const { schema, program, seal, previous, inputs, tables, issues, owing, outputs } = value as Partial<
    Record<string, unknown>
  >;
  const counts = Object.values((issues ?? {}) as object);
  return (
    schema === SUMMARY_SCHEMA &&
    isText(program) &&
    isText(seal) &&
    (previous === null || isText(previous)) &&
    isList(inputs, ['file', 'sha256']) &&
    isList(outputs, ['path', 'sha256', 'seal']) &&
    (owing === undefined || isList(owing, ['id', 'name'])) &&
    Array.isArray(tables) &&
    tables.every((kind) => isText(kind) && Object.hasOwn(TABLE_KINDS, kind)) &&
    counts.length === 2 &&
    counts.every(Number.isInteger)
  );
}

/** Null where there is none, or none of this program. */
export async function summaryOf(workspace: Workspace, period: YearMonth | Quarter): Promise<Summary | null> {
  const bytes = await workspace.readIfThere(summaryPath(period));
  try {
    const found: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
    return isSummary(found) ? found : null;
  } catch {
    return null;
  }
}

/** Files that an earlier run wrote and this one does not, as far as they still stand as they were written. */
async function standing(workspace: Workspace, period: YearMonth | Quarter, outputs: readonly Output[]) {
  const before = (await summaryOf(workspace, period))?.outputs ?? [];
  const rewritten = new Set(outputs.map(({ path }) => path));
  const others = before.filter(({ path }) => !rewritten.has(path));
  const there = await Promise.all(
    others.map(async (one) => {
      const bytes = await workspace.readIfThere(one.path);
      return bytes !== null && sha256(bytes) === one.sha256;
    }),
  );
  return others.filter((_, index) => there[index]);
}

const countOf = (issues: readonly IssueRecord[], severity: IssueRecord['severity']): number =>
  issues.filter((issue) => issue.severity === severity).length;

/** The summary of a period, with what this run writes for it. */
export async function summaryOutput(
  workspace: Workspace,
  record: MonthRecord,
  period: YearMonth | Quarter,
  outputs: readonly Output[],
): Promise<Output> {
  const { program, seal, previous, inputs, tables, issues } = record;
  const written = outputs.map(({ path, bytes }): WrittenFile => ({ path, sha256: sha256(bytes), seal }));
  const all = [...(await standing(workspace, period, outputs)), ...written];
  const owing = record.subjects.flatMap(({ id, name, owesAsLeaver, carriedOut }) =>
    owesAsLeaver ? [{ id, name, amount: -carriedOut }] : [],
  );
  const summary: Summary = {
    schema: SUMMARY_SCHEMA,
    period,
    program,
    seal,
    previous,
    inputs,
    tables: [...new Set(tables.map(({ kind }) => kind))].sort(),
    issues: { warning: countOf(issues, 'warning'), notice: countOf(issues, 'notice') },
    ...(owing.length > 0 && { owing }),
    outputs: all.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
  return { path: summaryPath(period), bytes: new TextEncoder().encode(`${JSON.stringify(summary, null, 1)}\n`) };
}
