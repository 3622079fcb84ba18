// Files → tables (读文件): one after another, in the order given; what cannot be read becomes one problem.
import { type Book, type Sheet, UnreadableFile, type UnreadableReason } from '../files/sheet.ts';
import { TABLE_KINDS } from '../model/terms.ts';
import type { Code, Problem } from '../problems/problem.ts';
import { problem } from '../problems/problem.ts';
import { readSheet, type SheetContext } from './read-sheet.ts';
import type { ParsedTable } from './table.ts';

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

const TABLE_EXTENSION = /\.(?:xlsx|xlsm|xlsb|xltx|xltm|xls|xlt|et|ett|ods|ots|fods|csv|tsv)$/i;
/** Letters and slides: what cannot be read of them is nobody's table. */
const LETTER_EXTENSION = /\.(?:docx?|wps|rtf|pptx?|dps)$/i;

/** Turns an UnreadableFile into its problem; anything else is thrown on. */
function unreadable(error: unknown, file: string, sheet: string | null): Problem {
  if (!(error instanceof UnreadableFile)) throw error;
  const place = { file, sheet: error.sheet ?? sheet, row: error.line, column: null };
  return problem(CODES[error.reason], { detail: error.detail }, place);
}

/**
 * Whether what cannot be read is no table at all: a letter, or a text that does not hold together and in which no table was
 * met.
 */
function isNoTable(found: Problem, sheet: Sheet | null, { file, tables, valueRules }: SheetContext): boolean {
  if (valueRules === 2 && LETTER_EXTENSION.test(file)) return true;
  const isText = sheet?.name === null && !tables.some((table) => table.file === file);
  return found.code === 'fileDamaged' && isText && (valueRules === 1 || !TABLE_EXTENSION.test(file));
}

/** One problem says it: the file is no table. */
function asNoTable({ place: { file } }: Problem, { problems, unread }: SheetContext): Problem {
  const told = problems.findIndex(({ code, place }) => code === 'sheetNotRecognised' && place.file === file);
  if (told >= 0) problems.splice(told, 1);
  const met = unread.findIndex((one) => one.file === file);
  if (met >= 0) unread.splice(met, 1);
  return problem('fileNotATable', { detail: 'text without a table' }, { file, sheet: null, row: null, column: null });
}

/** A file whose name says that it is a table and whose bytes say that it is none. */
const asNamed = (found: Problem, { file, valueRules }: SheetContext): Problem =>
  found.code === 'fileNotATable' && valueRules === 2 && TABLE_EXTENSION.test(file)
    ? problem('fileNotAsNamed', { extension: file.slice(file.lastIndexOf('.')) }, found.place)
    : found;

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
      if (sheet.hidden) await tellHidden(sheet, own);
      else await readSheet(sheet, own);
    }
  } catch (error) {
    const found = unreadable(error, file.path, current?.name ?? null);
    if (own.answers.isSheetNotUsed(file.path, current?.name ?? null, [])) {
      own.readings.push({ file: file.path, sheet: null, fate: 'notUsed', kind: null, table: null, why: null });
      return;
    }
    const why = isNoTable(found, current, own) ? asNoTable(found, own) : asNamed(found, own);
    own.problems.push(why);
    const { sheet } = why.place;
    const isBegun = own.readings.some((reading) => reading.file === file.path && reading.sheet === sheet);
    if (!isBegun) own.readings.push({ file: file.path, sheet, fate: 'unreadable', kind: null, table: null, why });
  }
}

/** Rows of the month, or of no date, that a hidden table would have had. */
function rowsHidden(table: ParsedTable): number {
  let count = 0;
  for (const { inPeriod } of table.entries) if (inPeriod !== false) count += 1;
  return count;
}

/** A hidden sheet is left out; where it is a table with rows of the month, that is a question. */
async function tellHidden(sheet: Sheet, own: SheetContext): Promise<void> {
  const place = { file: own.file, sheet: sheet.name, row: null, column: null };
  const tell = (fate: 'hidden' | 'notUsed') =>
    own.readings.push({ file: own.file, sheet: sheet.name, fate, kind: null, table: null, why: null });
  const aside: SheetContext = { ...own, problems: [], tables: [], readings: [], unread: [] };
  if (own.valueRules === 2) await readSheet(sheet, aside);
  if (aside.readings.some(({ fate }) => fate === 'notUsed')) {
    tell('notUsed');
    return;
  }
  const [table] = aside.tables;
  const rows = table ? rowsHidden(table) : 0;
  own.problems.push(
    table && rows > 0
      ? problem(
          'hiddenTableLeftOut',
          { kind: TABLE_KINDS[table.kind], rows, sheet: sheet.name ?? '', path: own.file },
          place,
        )
      : problem('hiddenSheetLeftOut', {}, place),
  );
  tell('hidden');
}
