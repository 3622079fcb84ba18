// The archived outputs against those written once more: byte by byte, or by the cells that the manifest names.
import { type Archive, MANIFEST } from '../../archive/archive.ts';
import { parseFraction } from '../../model/fraction.ts';
import { yuanNumber } from '../../model/money.ts';
import type { MonthRecord } from '../../model/record.ts';
import { sha256 } from '../../store/workspace.ts';
import type { Cause, Difference } from './causes.ts';
import type { Rerun } from './rerun.ts';
import type { Compared } from './results.ts';
import { cellsIn, compareWorkbooks } from './workbooks.ts';

export async function compareOutputs(archive: Archive, { outputs }: Rerun, cause: Cause): Promise<Compared> {
  const differences: Difference[] = [];
  for (const { path, bytes } of outputs) {
    const archived = archive.bytesOf(path);
    // One that is not there is told with the contents.
    if (archived === null || sha256(archived) === sha256(bytes)) continue;
    for (const found of await compareWorkbooks(archived, bytes, path))
      differences.push({ file: path, ...found, cause });
  }
  return { differences, count: outputs.length };
}

/** Yuan or figure of a person on the sheets that pay, as the record has it. */
function valueIn(record: MonthRecord, id: string, item: string): number | string | boolean | null | undefined {
  for (const subject of record.subjects.filter((one) => one.id === id)) {
    if (item === 'total' || item === 'carriedOut') return yuanNumber(subject[item]);
    const decision = subject.decisions.find((one) => one.item === item);
    if (decision) return yuanNumber(decision.amount);
    const figure = subject.figures[item];
    if (figure) return figure.value;
  }
  return undefined;
}

/** Figures are exact text in the record, on a sheet numbers; a share such as 19/22 may be either. */
function isShownAs(value: number | string | boolean | null, cell: number | string | boolean | null): boolean {
  if (value === cell || String(value) === String(cell)) return true;
  const exact = typeof value === 'string' ? parseFraction(value) : null;
  return typeof cell === 'number' && (exact === null ? Number(value) : Number(exact.n) / Number(exact.d)) === cell;
}

/** By another program version sheets may look otherwise: the cells that the manifest names are held against the results. */
export async function compareNamedCells(archive: Archive, record: MonthRecord): Promise<Compared> {
  const differences: Difference[] = [];
  let count = 0;
  const unnamed = new Set(record.subjects.filter(({ role }) => role === 'fullTime').map(({ id }) => id as string));
  for (const [path, sheets] of Object.entries(archive.manifest.cells)) {
    const bytes = archive.bytesOf(path);
    const found = bytes && (await cellsIn(bytes, path));
    for (const [sheet, cells] of Object.entries(sheets))
      for (const [cell, [id, item]] of Object.entries(cells)) {
        const recomputed = valueIn(record, id, item);
        const archived = found?.get(sheet)?.get(cell) ?? null;
        if (item === 'total') unnamed.delete(id);
        if (recomputed === undefined) continue;
        count += 1;
        if (!isShownAs(recomputed, archived))
          differences.push({ file: path, sheet, cell, archived, recomputed, cause: 'program' });
      }
  }
  for (const id of unnamed)
    differences.push({
      file: MANIFEST,
      sheet: null,
      cell: 'cells',
      archived: null,
      recomputed: `没有指明 ${id} 的合计在发放表的哪一格`,
      cause: 'statement',
    });
  return { differences, count };
}
