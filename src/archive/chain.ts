// The chain of closed months in a workspace (spec 11): each archive names the manifest of the one before it. What was closed
// is taken as it stands there, once it is whole.
import { ARCHIVE_SCHEMA } from '../model/archive.ts';
import { addMonths, parseYearMonth, type YearMonth } from '../model/civil.ts';
import type { MonthRecord } from '../model/record.ts';
import { NOWHERE, type Problem, problem } from '../problems/problem.ts';
import { historyOf } from '../record/past.ts';
import { readRecord, readRecords } from '../record/read.ts';
import { isWhole } from '../store/seal.ts';
import { ARCHIVE_FOLDER, type Workspace } from '../store/workspace.ts';
import { type Archive, openArchive } from './archive.ts';
import type { Damage } from './container.ts';
import { FOLDERS } from './explanatory-note.ts';

export const RESULTS = 'results.json';
export const EARLIER = `${FOLDERS.past}/更早月份.json`;
export const pastPath = (month: YearMonth): string => `${FOLDERS.past}/${month}.json`;
export const archivePath = (month: YearMonth): string => `${ARCHIVE_FOLDER}/${month}.zip`;

export interface ClosedMonth {
  readonly period: YearMonth;
  readonly archive: Archive;
}

/** The months closed in a workspace, oldest first; or what is wrong with their archives. */
export interface Chain {
  readonly closed: readonly ClosedMonth[];
  readonly problems: readonly Problem[];
}

const damaged = (month: YearMonth, { path, what }: Damage): Problem =>
  problem('archiveDamaged', { month, entry: path ?? '压缩包', what }, { ...NOWHERE, file: archivePath(month) });

function linkProblems(before: ClosedMonth | undefined, { period, archive }: ClosedMonth): readonly Problem[] {
  const { previous } = archive.manifest;
  const place = { ...NOWHERE, file: archivePath(period) };
  if (archive.manifest.period !== period)
    return [damaged(period, { path: 'manifest.json', what: `是 ${archive.manifest.period} 的归档` })];
  if (previous !== null && previous.period !== before?.period)
    return [problem('archiveMissing', { month: previous.period, named: period }, place)];
  if (before !== undefined && previous?.manifest !== before.archive.manifestHash)
    return previous === null
      ? [damaged(period, { path: 'manifest.json', what: `没有接着 ${before.period}` })]
      : [problem('archiveChainBroken', { month: period, before: before.period }, place)];
  return [];
}

/** Reads the chain; the first archive that does not hold ends it. */
export async function chainOf(workspace: Workspace): Promise<Chain> {
  const names = await workspace.archiveNames();
  const months = names
    .filter((name) => name.endsWith('.zip'))
    .map((name) => parseYearMonth(name.slice(0, -'.zip'.length)))
    .filter((month) => month !== null);
  const closed: ClosedMonth[] = [];
  for (const period of months) {
    const bytes = await workspace.readIfThere(archivePath(period));
    if (bytes === null) continue;
    const { archive, damage } = openArchive(bytes);
    const [first] = damage;
    if (archive === null || first) {
      const found = first ?? { path: null, what: ARCHIVE_SCHEMA };
      return { closed, problems: [damaged(period, found)] };
    }
    const one = { period, archive };
    const problems = linkProblems(closed.at(-1), one);
    if (problems.length > 0) return { closed, problems };
    closed.push(one);
  }
  return { closed, problems: [] };
}

function recordAt({ bytesOf }: Archive, path: string): MonthRecord | null {
  const bytes = bytesOf(path);
  const record = bytes && readRecord(bytes);
  return record && isWhole(record) ? record : null;
}

/** The record as it was closed; null where it does not hold. */
export function closedRecord({ archive }: ClosedMonth): MonthRecord | null {
  const record = recordAt(archive, RESULTS);
  return record?.seal === archive.manifest.seal ? record : null;
}

/** The months before a closed one as its archive holds them; null where one does not hold. */
export function pastIn(archive: Archive): readonly MonthRecord[] | null {
  const { bytesOf, manifest } = archive;
  const whole = manifest.history.whole.map((month) => recordAt(archive, pastPath(month)));
  const earlier = bytesOf(EARLIER);
  const figures = manifest.history.figures.length === 0 ? [] : earlier && readRecords(earlier);
  return figures !== null && whole.every((record) => record !== null) ? historyOf({ whole, figures }) : null;
}

export interface ClosedPast {
  readonly history: readonly MonthRecord[];
  readonly problems: readonly Problem[];
}

/** What the last closed month before `period` hands on; an empty history where none is closed. */
export function closedPast({ closed }: Chain, period: YearMonth): ClosedPast {
  const last = closed.findLast((one) => one.period < period);
  if (last === undefined) return { history: [], problems: [] };
  const [record, past] = [closedRecord(last), pastIn(last.archive)];
  if (record === null || past === null)
    return { history: [], problems: [damaged(last.period, { path: RESULTS, what: '不是本程序的月度结果' })] };
  return { history: [...past, record], problems: [] };
}

/** Whether the months before `period` are closed up to the very last one. */
export const followsClosed = ({ closed }: Chain, period: YearMonth): boolean =>
  closed.at(-1)?.period === addMonths(period, -1);
