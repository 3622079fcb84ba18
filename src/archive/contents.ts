// What a closed month's archive holds, and under which names.
import type { Manifest } from '../model/archive.ts';
import type { YearMonth } from '../model/civil.ts';
import type { MonthRecord } from '../model/record.ts';
import { keptPast } from '../record/past.ts';
import { recordBytes } from '../record/read.ts';
import { OFFICIAL_DAYS } from '../scheme/calendar.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import { inputsOf } from '../store/inputs.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Output } from '../store/write.ts';
import { jsonBytes } from './archive.ts';
import { EARLIER, pastPath, RESULTS } from './chain.ts';
import type { ArchiveEntry } from './container.ts';
import { archiveText, FOLDERS } from './explanatory-note.ts';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** As it stands in the archive. */
export const archivedOutput = ({ path, bytes }: Output): Output => ({
  path: `${FOLDERS.outputs}/${nameOf(path)}`,
  bytes,
});
export const archivedCells = (cells: Manifest['cells']): Manifest['cells'] =>
  Object.fromEntries(Object.entries(cells).map(([path, sheets]) => [`${FOLDERS.outputs}/${nameOf(path)}`, sheets]));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const CALENDAR = `${FOLDERS.scheme}/工作日历.json`;
export const NOTE = '说明.txt';

async function inputEntries(workspace: Workspace, period: YearMonth): Promise<readonly ArchiveEntry[]> {
  const { month, previous, root } = await inputsOf(workspace, period);
  return Promise.all(
    [...month, ...previous, ...root].map(async ({ path, read }) => ({
      path: `${FOLDERS.inputs}/${path}`,
      bytes: await read(),
    })),
  );
}

export const editionEntry = (id: string): string => `${FOLDERS.scheme}/${id}.yaml`;

function pastEntries(record: MonthRecord, history: readonly MonthRecord[]): readonly ArchiveEntry[] {
  const { whole, figures } = keptPast(record, history);
  return [
    ...whole.map((before) => ({ path: pastPath(before.period), bytes: recordBytes(before) })),
    ...(figures.length > 0 ? [{ path: EARLIER, bytes: jsonBytes(figures) }] : []),
  ];
}

/** All but manifest and sums. */
export async function archiveContents(
  workspace: Workspace,
  editions: readonly EditionSource[],
  record: MonthRecord,
  history: readonly MonthRecord[],
  outputs: readonly Output[],
  manifest: Omit<Manifest, 'schema' | 'entries'>,
): Promise<readonly ArchiveEntry[]> {
  return [
    ...(await inputEntries(workspace, record.period)),
    ...editions.map(({ edition, text }) => ({ path: editionEntry(edition.id), bytes: utf8(text) })),
    { path: CALENDAR, bytes: jsonBytes(OFFICIAL_DAYS) },
    ...pastEntries(record, history),
    ...outputs.map(archivedOutput),
    { path: RESULTS, bytes: recordBytes(record) },
    { path: NOTE, bytes: utf8(archiveText(manifest)) },
  ];
}
