// Files → tables (读文件): one after another, in the order given; what cannot be read becomes one problem.
import type { Code, Problem } from '../problems/problem.ts';
import { problem } from '../problems/problem.ts';
import { readSheet, type SheetContext } from './read-sheet.ts';
import { type Book, type Sheet, UnreadableFile, type UnreadableReason } from './sheet.ts';

/** A file of the workspace: its path relative to it with forward slashes, and its bytes opened on demand. */
export interface InputFile {
  readonly path: string;
  /** May reject with UnreadableFile. */
  readonly open: () => Promise<Book>;
}

const CODES = {
  empty: 'fileEmpty',
  damaged: 'fileDamaged',
  tooLarge: 'fileTooLarge',
  tooSlow: 'fileTooSlow',
  encrypted: 'fileEncrypted',
  legacyFormat: 'fileLegacyFormat',
  notATable: 'fileNotATable',
  encoding: 'fileEncoding',
} as const satisfies Record<UnreadableReason, Code>;

/** Turns an UnreadableFile into its problem; anything else is thrown on. */
function unreadable(error: unknown, file: string, sheet: string | null): Problem {
  if (!(error instanceof UnreadableFile)) throw error;
  const place = { file, sheet: error.sheet ?? sheet, row: error.line, column: null };
  return problem(CODES[error.reason], { detail: error.detail }, place);
}

/** A text that does not hold together and in which no table was met: somebody's note, not an export that broke off. */
const isNote = (sheet: Sheet | null, { file, tables }: SheetContext): boolean =>
  sheet?.name === null && !tables.some((table) => table.file === file);

/** One problem says it: the file is no table. */
function asNote({ place: { file } }: Problem, problems: Problem[]): Problem {
  const told = problems.findIndex(({ code, place }) => code === 'sheetNotRecognised' && place.file === file);
  if (told >= 0) problems.splice(told, 1);
  return problem('fileNotATable', { detail: 'text without a table' }, { file, sheet: null, row: null, column: null });
}

const byPath = (a: InputFile, b: InputFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** Files by path, code unit order. */
export const sortedFiles = <T extends InputFile>(files: readonly T[]): T[] => [...files].sort(byPath);

/** Reads every visible sheet of a file into the context; the program's own outputs are passed over. */
export async function readFile(file: InputFile, context: Omit<SheetContext, 'file'>): Promise<void> {
  const own: SheetContext = { ...context, file: file.path };
  let current: Sheet | null = null;
  try {
    const book = await file.open();
    if (book.ownOutput) {
      own.readings.push({ file: file.path, sheet: null, fate: 'ownOutput', kind: null, table: null, why: null });
      return;
    }
    for (const sheet of book.sheets) {
      current = sheet;
      if (sheet.hidden) {
        const place = { file: file.path, sheet: sheet.name, row: null, column: null };
        own.problems.push(problem('hiddenSheetLeftOut', {}, place));
        const { name } = sheet;
        own.readings.push({ file: file.path, sheet: name, fate: 'hidden', kind: null, table: null, why: null });
      } else {
        await readSheet(sheet, own);
      }
    }
  } catch (error) {
    const found = unreadable(error, file.path, current?.name ?? null);
    const why = found.code === 'fileDamaged' && isNote(current, own) ? asNote(found, own.problems) : found;
    own.problems.push(why);
    const { sheet } = why.place;
    const isBegun = own.readings.some((reading) => reading.file === file.path && reading.sheet === sheet);
    if (!isBegun) own.readings.push({ file: file.path, sheet, fate: 'unreadable', kind: null, table: null, why });
  }
}
