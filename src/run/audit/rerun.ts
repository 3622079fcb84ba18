// An archived month computed once more (重新核算): from its own inputs, edition, calendar, holds and past, by this program.
import type { Manifest } from '../../model/archive.ts';
import type { MonthRecord } from '../../model/record.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { paymentsOf } from '../../record/payments.ts';
import { mistakesInRules } from '../../rules/kinds.ts';
import type { OfficialDays } from '../../scheme/calendar.ts';
import { type EditionSource, parseEdition } from '../../scheme/parse-edition.ts';
import type { Archive } from '../../store/archive.ts';
import type { Output } from '../../store/write.ts';
import { archivedCells, archivedOutput, CALENDAR } from '../archive-contents.ts';
import { archivedWorkspace } from '../archived-workspace.ts';
import { pastIn } from '../archives.ts';
import { groundOf, officeTables } from '../ground.ts';
import { mistakeIn } from '../mistakes.ts';
import { computeMonth } from '../month.ts';
import { closingOutputs } from '../outputs.ts';
import { inputsOf } from '../read.ts';

export interface Rerun {
  readonly record: MonthRecord | null;
  /** By their paths in the archive. */
  readonly outputs: readonly Output[];
  readonly cells: Manifest['cells'];
  readonly history: readonly MonthRecord[];
  readonly problems: readonly Problem[];
}

const textIn = ({ bytesOf }: Archive, path: string): string | null => {
  const bytes = bytesOf(path);
  return bytes && new TextDecoder().decode(bytes);
};

/** The editions as they were given; those that are missing or do not read are told. */
async function editionsIn(archive: Archive): Promise<{ editions: EditionSource[]; problems: Problem[] }> {
  const editions: EditionSource[] = [];
  const problems: Problem[] = [];
  for (const { entry, file } of archive.manifest.editions) {
    const text = textIn(archive, entry);
    if (text === null) continue;
    const parsed = parseEdition(text, file ?? undefined);
    const mistakes = 'mistakes' in parsed ? parsed.mistakes : await mistakesInRules(parsed);
    problems.push(...mistakes.map((mistake) => mistakeIn(file ?? entry, mistake)));
    if (!('mistakes' in parsed)) editions.push(parsed);
  }
  return { editions, problems };
}

function officialDaysIn(archive: Archive): OfficialDays | null {
  const text = textIn(archive, CALENDAR);
  try {
    return text === null ? null : (JSON.parse(text) as OfficialDays);
  } catch {
    return null;
  }
}

const lacking = (manifest: Manifest, entry: string): Problem =>
  problem('archiveDamaged', { month: manifest.period, entry, what: '缺少或无法读取，不能重新核算' });

/** `record` is null where the archive no longer holds what it was computed from. */
export async function rerun(archive: Archive): Promise<Rerun> {
  const { manifest } = archive;
  const { period, holds, options } = manifest;
  const nothing = { record: null, outputs: [], cells: {}, history: [] };
  const { editions, problems } = await editionsIn(archive);
  if (problems.length > 0) return { ...nothing, problems };
  const [officialDays, history] = [officialDaysIn(archive), pastIn(archive)];
  if (officialDays === null) return { ...nothing, problems: [lacking(manifest, CALENDAR)] };
  if (history === null) return { ...nothing, problems: [lacking(manifest, '前期')] };
  const workspace = archivedWorkspace(archive);
  const ground = await groundOf(await officeTables(workspace), editions, period, { holds, officialDays });
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
  };
}
