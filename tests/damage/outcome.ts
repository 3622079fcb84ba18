// What a month comes to, and whether what changed it was said.
import type { YearMonth } from '../../src/model/civil.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import { issuesOf } from '../../src/problems/issues.ts';
import { runMonth } from '../../src/run/month.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { type MemoryFile, memoryWorkspace } from '../memory-workspace.ts';

export interface Outcome {
  /** Per person and role what is paid, carried, and which card; null with errors. */
  readonly pay: ReadonlyMap<string, string> | null;
  /** Errors and warnings, each as `code file message`. */
  readonly asked: readonly string[];
}

const paidBy = ({ subjects, ranking }: MonthRecord): ReadonlyMap<string, string> =>
  new Map([
    ...subjects.map(
      ({ id, role, total, carriedOut, figures }) =>
        [`${id} ${role}`, `${total} ${carriedOut} ${figures.card?.value ?? ''}`] as const,
    ),
    ...(ranking?.ranked ?? []).map(({ id, reward }) => [`${id} ranking`, String(reward)] as const),
  ]);

export async function outcomeOf(files: readonly MemoryFile[], period: string): Promise<Outcome> {
  const { record, problems } = await runMonth(memoryWorkspace(files), shippedEditions(), period as YearMonth);
  // What the month before might have said is no word about this month's exports.
  const issues = issuesOf(problems, false).filter(
    ({ severity, code }) => severity !== 'notice' && code !== 'redCardCheckIncomplete',
  );
  return {
    pay: record && paidBy(record),
    asked: issues.map(({ severity, code, file, message }) => `${severity} ${code} ${file ?? ''} ${message}`),
  };
}

/** Whoever is not there gets nothing: so does somebody of whom no table tells. */
const NOTHING = '0 0 ';

const differs = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  [...a.keys(), ...b.keys()].some((key) => (a.get(key) ?? NOTHING) !== (b.get(key) ?? NOTHING));

/** Pay moved and nothing new that was asked names where. */
export function isSilent(before: Outcome, after: Outcome, names: readonly string[]): boolean {
  const said = after.asked.filter((one) => !before.asked.includes(one));
  const isNamed = said.some((one) => names.some((name) => one.includes(name)));
  if (isNamed) return false;
  return before.pay === null || after.pay === null || differs(before.pay, after.pay);
}
