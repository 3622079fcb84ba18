// A look at the first rows of each file (粗看): which tables are there. Nothing is checked.
import type { YearMonth } from '../model/civil.ts';
import type { TableKind } from '../model/terms.ts';
import { HEAD_ROWS, recognise } from './header/recognise.ts';
import type { InputFile } from './read-files.ts';
import { type Row, type Sheet, UnreadableFile } from './sheet.ts';
import { isBlank } from './values/blank.ts';

export interface Glance {
  readonly kinds: ReadonlySet<TableKind>;
  /** Files in which no table was seen, or that could not be opened. */
  readonly unknown: readonly string[];
}

async function kindOf(sheet: Sheet, period: YearMonth | null): Promise<TableKind | null> {
  const head: Row[] = [];
  for await (const batch of sheet.rows) {
    head.push(...batch.filter(({ cells }) => !cells.every(isBlank)));
    if (head.length >= HEAD_ROWS) break;
  }
  const found = recognise(head.slice(0, HEAD_ROWS), { period, sheet: sheet.name });
  return found.type === 'found' ? found.fit.spec.kind : null;
}

/** Null: no table was seen. */
async function kindsOf({ open }: InputFile, period: YearMonth | null): Promise<readonly TableKind[] | null> {
  try {
    const book = await open();
    if (book.ownOutput) return [];
    const seen: (TableKind | null)[] = [];
    for (const sheet of book.sheets) if (!sheet.hidden) seen.push(await kindOf(sheet, period));
    const found = seen.filter((kind) => kind !== null);
    return found.length > 0 ? found : null;
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    return null;
  }
}

/** Own headings (列名) are not known here: a table that needs them is unknown. */
export async function glance(files: readonly InputFile[], period: YearMonth | null): Promise<Glance> {
  const seen = await Promise.all(files.map(async (file) => ({ path: file.path, kinds: await kindsOf(file, period) })));
  return {
    kinds: new Set(seen.flatMap(({ kinds }) => kinds ?? [])),
    unknown: seen.filter(({ kinds }) => kinds === null).map(({ path }) => path),
  };
}
