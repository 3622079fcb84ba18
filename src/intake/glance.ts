// A look at the first rows of each file (粗看): which tables are there. Nothing is checked.
import { type Row, type Sheet, UnreadableFile } from '../files/sheet.ts';
import type { YearMonth } from '../model/civil.ts';
import type { TableKind } from '../model/terms.ts';
import { type Answers, AnswersInForce } from './answers.ts';
import type { OwnHeadings } from './header/own-headings.ts';
import { HEAD_ROWS, recognise, widestRow } from './header/recognise.ts';
import type { InputFile } from './read-files.ts';
import { isBlank } from './values/blank.ts';

export interface Glance {
  readonly kinds: ReadonlySet<TableKind>;
  /** Files in which no table was seen, or that could not be opened. */
  readonly unknown: readonly string[];
}

/** By what the office's own tables say, as `check` reads them. */
export interface Glancing {
  readonly period: YearMonth | null;
  readonly own: OwnHeadings;
  readonly answers: Answers;
}

/** `notUsed`: the office says so. */
type Sight = TableKind | 'notUsed' | null;

async function sightOf(sheet: Sheet, file: string, { period, own, answers }: Glancing): Promise<Sight> {
  const head: Row[] = [];
  for await (const batch of sheet.rows) {
    head.push(...batch.filter(({ cells }) => !cells.every(isBlank)));
    if (head.length >= HEAD_ROWS) break;
  }
  const rows = head.slice(0, HEAD_ROWS);
  const inForce = new AnswersInForce(answers, period, []);
  if (inForce.isSheetNotUsed(file, sheet.name, widestRow(rows))) return 'notUsed';
  const found = recognise(rows, { period, own, sheet: sheet.name, file });
  return found.type === 'found' ? found.fit.spec.kind : null;
}

/** Null: no table was seen. */
async function kindsOf({ open, path }: InputFile, by: Glancing): Promise<readonly TableKind[] | null> {
  try {
    const book = await open();
    if (book.ownOutput) return [];
    const seen: Sight[] = [];
    for (const sheet of book.sheets) if (!sheet.hidden) seen.push(await sightOf(sheet, path, by));
    const found = seen.filter((sight) => sight !== null);
    return found.length > 0 ? found.filter((sight) => sight !== 'notUsed') : null;
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    return null;
  }
}

export async function glance(files: readonly InputFile[], by: Glancing): Promise<Glance> {
  const seen = await Promise.all(files.map(async (file) => ({ path: file.path, kinds: await kindsOf(file, by) })));
  return {
    kinds: new Set(seen.flatMap(({ kinds }) => kinds ?? [])),
    unknown: seen.filter(({ kinds }) => kinds === null).map(({ path }) => path),
  };
}
