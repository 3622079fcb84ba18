/** The results of a workspace that the mess must not change: documents without issues, facts without their places. */
import { readBySheetJs } from '../../src/files/foreign/sheetjs.ts';
import { openBook } from '../../src/files/open.ts';
import { type InputFile, readMonth } from '../../src/intake/read-month.ts';
import { readWorkspaceTables, type WorkspaceTables } from '../../src/intake/read-workspace.ts';
import type { YearMonth } from '../../src/model/civil.ts';
import type { Facts, PatrolRow } from '../../src/model/facts.ts';
import { type Fraction, maxOf } from '../../src/model/fraction.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { severityOf } from '../../src/problems/words.ts';
import { conditionsOf } from '../../src/run/conditions.ts';
import { decide } from '../../src/run/decide.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { inputsOf } from '../../src/store/inputs.ts';
import type { Input } from '../../src/store/workspace.ts';
import { payDocument } from '../../src/views/documents/pay.ts';
import { rankDocument } from '../../src/views/documents/rank.ts';
import { warnDocument } from '../../src/views/documents/warn.ts';
import type { MemoryWorkspace } from '../memory-workspace.ts';

export interface MonthResults {
  readonly pay: object;
  readonly warn: object;
  readonly rank: object | null;
  readonly facts: object;
}

/** A month that has results, or the errors that stand in their way. */
export type Outcome =
  | { readonly record: MonthRecord; readonly results: MonthResults }
  | { readonly errors: readonly string[] };

const withoutPlace = (key: string, value: unknown): unknown => {
  if (key === 'origin' || key === 'tables' || key === 'leaveAhead') return undefined;
  if (typeof value === 'bigint') return `${value}`;
  return value instanceof Set ? [...value].sort() : value;
};

const byText = <T>(list: readonly T[]): T[] => {
  const keyed = list.map((one) => [JSON.stringify(one, withoutPlace), one] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
};
const sorted = (list: readonly unknown[]): string[] => list.map((one) => JSON.stringify(one)).sort();

const added = (a: number | null, b: number | null): number | null => (a === null ? b : a + (b ?? 0));
const higher = (a: Fraction | null, b: Fraction | null): Fraction | null =>
  a === null ? b : b === null ? a : maxOf(a, b);

/** The rows of one person and day as one: how many they are is the table's form. */
function patrolDays(rows: Iterable<PatrolRow>): PatrolRow[] {
  const days = new Map<string, PatrolRow>();
  for (const row of rows) {
    const key = `${row.person} ${row.date}`;
    const held = days.get(key);
    days.set(
      key,
      held === undefined
        ? row
        : {
            ...row,
            hasRateColumn: held.hasRateColumn || row.hasRateColumn,
            onlineRate: higher(held.onlineRate, row.onlineRate),
            onlineTime: added(held.onlineTime, row.onlineTime),
            mileage: added(held.mileage, row.mileage),
            keyPersonVisits: added(held.keyPersonVisits, row.keyPersonVisits),
            keyPlaceVisits: added(held.keyPlaceVisits, row.keyPlaceVisits),
          },
    );
  }
  return [...days.values()];
}

/** Facts as data, each list in one order: file order is no result. */
function factsWithoutPlace(facts: Facts): object {
  const patrol = patrolDays(facts.patrol);
  const people = facts.people.map((person) => ({
    ...person,
    assignments: byText(person.assignments.flatMap((one) => one.grids.map((grid) => ({ ...one, grids: [grid] })))),
  }));
  // `9月9日例会` is a date and a name, `9月9日` a date.
  const meetings = facts.meetings.map((one) => ({ ...one, meeting: one.meeting === '例会' ? null : one.meeting }));
  const plain = JSON.parse(JSON.stringify({ ...facts, people, patrol, meetings }, withoutPlace)) as Record<
    string,
    unknown
  >;
  return Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [name, Array.isArray(value) ? sorted(value) : value]),
  );
}

/** One line a code: how often, and the first of them. */
function toldByCode(errors: readonly Problem[]): string[] {
  const codes = [...new Set(errors.map(({ code }) => code))];
  return codes.map((code) => {
    const these = errors.filter((one) => one.code === code);
    return `${these.length} × ${JSON.stringify(these[0])}`;
  });
}

/** Foreign formats are read in this process: a worker for each of some thousand files would take long. */
const opened = (inputs: readonly Input[]): InputFile[] =>
  inputs.map(({ path, read }) => ({ path, open: async () => openBook(await read(), path, readBySheetJs) }));

/** What stands in the workspace's own folder besides the tables that serve every month. */
export const officeTablesOf = async (workspace: MemoryWorkspace): Promise<WorkspaceTables> =>
  readWorkspaceTables(opened(await workspace.rootInputs()));

/** Decides a month; `history` holds the records of the months before. */
export async function outcomeOf(
  workspace: MemoryWorkspace,
  tables: WorkspaceTables,
  month: YearMonth,
  history: readonly MonthRecord[],
): Promise<Outcome> {
  const conditions = await conditionsOf(tables, shippedEditions(), month);
  if ('code' in conditions) return { errors: [conditions.code] };
  const inputs = await inputsOf(workspace, month);
  const files = { month: opened(inputs.month), previous: opened(inputs.previous), root: opened(inputs.root) };
  const read = await readMonth({ period: month, ...files, ...conditions });
  const { problems, ...decided } = decide(inputs, read, conditions, history);
  const record = decided.record();
  if (record === null) {
    return { errors: toldByCode(problems.filter((one) => severityOf(one) === 'error')) };
  }
  const { ranking } = record;
  // How rows and files were spread is the table's form.
  const { coverage: _, ...pay } = payDocument(record);
  return {
    record,
    results: {
      pay,
      warn: warnDocument(record),
      rank: ranking && rankDocument(record, ranking),
      facts: factsWithoutPlace(read.facts),
    },
  };
}

/** Where two results first differ, with both sides; null when they are equal. */
export function firstDifference(expected: unknown, found: unknown, path = ''): string | null {
  if (Object.is(expected, found)) return null;
  const objects = [expected, found].every((one) => typeof one === 'object' && one !== null);
  if (!objects) return `${path}: ${JSON.stringify(expected)} became ${JSON.stringify(found)}`;
  const [a, b] = [expected, found] as [Record<string, unknown>, Record<string, unknown>];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const difference = firstDifference(a[key], b[key], `${path}/${key}`);
    if (difference !== null) return difference;
  }
  return null;
}
