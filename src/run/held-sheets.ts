// The sheets of an input held in memory to be copied: whole, or of a long one the head and the rows asked for.
import { type Row, type Sheet, UnreadableFile } from '../files/sheet.ts';
import type { InputFile } from '../intake/read-files.ts';
import type { HeldSheet } from '../views/workbook/marked-copy.ts';

/** Beyond this a sheet is held in excerpt: a copy is made in memory as a whole. */
const MOST_ROWS = 20_000;
const MOST_CELLS = 400_000;
/** Rows with problems in an excerpt: more than anybody looks through. */
const MOST_EXCERPT_ROWS = 5_000;
/** A workbook has no more rows; a text file may. */
const LAST_ROW = 1_048_576;

/** What is asked of a sheet: the row of its headings, null where it is no table, and the rows to keep, the gravest first. */
export interface RowsWanted {
  readonly headerRow: number | null;
  readonly rows: readonly number[];
}

async function held(sheet: Sheet, { headerRow, rows: asked }: RowsWanted): Promise<HeldSheet> {
  const distinct = [...new Set(asked)];
  const wanted = new Set(distinct.slice(0, MOST_EXCERPT_ROWS));
  let rows: Row[] = [];
  let [total, cells, isExcerpt, isCut] = [0, 0, false, wanted.size < distinct.length];
  const isKept = ({ number }: Row): boolean => number <= (headerRow ?? 1) || wanted.has(number);
  const take = (row: Row): void => {
    total += 1;
    if (isExcerpt && !isKept(row)) return;
    if (isExcerpt && cells >= MOST_CELLS) {
      isCut = true;
      return;
    }
    rows.push(row);
    cells += row.cells.length;
    if (isExcerpt || (rows.length <= MOST_ROWS && cells <= MOST_CELLS && row.number <= LAST_ROW)) return;
    isExcerpt = true;
    rows = rows.filter(isKept);
    cells = rows.reduce((count, one) => count + one.cells.length, 0);
  };
  try {
    for await (const batch of sheet.rows) for (const row of batch) if (row.cells.length > 0) take(row);
  } catch (error) {
    // What was read before the file broke off can be copied.
    if (!(error instanceof UnreadableFile)) throw error;
  }
  return { name: sheet.name, hidden: sheet.hidden, rows, merges: sheet.merges, isExcerpt, isCut, total, headerRow };
}

/** Null for a file that cannot be opened, or that the program wrote. */
export async function heldSheets(file: InputFile, askedOf: (sheet: Sheet) => RowsWanted): Promise<HeldSheet[] | null> {
  try {
    const book = await file.open();
    if (book.ownOutput) return null;
    const sheets: HeldSheet[] = [];
    for (const sheet of book.sheets) sheets.push(await held(sheet, askedOf(sheet)));
    return sheets.length > 0 ? sheets : null;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return null;
  }
}
