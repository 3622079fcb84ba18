// What stands in the cells that an explanation names, read again from the workspace's input files: each file once, the
// rows asked for only.
import type { Sheet } from '../files/sheet.ts';
import { writtenText } from '../intake/values/written.ts';
import { parseYearMonth } from '../model/civil.ts';
import type { Input, Workspace } from '../store/workspace.ts';
import type { TextAt } from '../views/sources.ts';
import { openFile } from './open.ts';

/** Row → column → text. */
type Rows = Map<number, Map<number, string | null>>;
/** File → sheet → rows. */
type Cells = Map<string, Map<string | null, Rows>>;

function rowsAt(cells: Cells, file: string, sheet: string | null): Rows {
  const sheets = cells.get(file) ?? new Map<string | null, Rows>();
  const rows = sheets.get(sheet) ?? new Map();
  cells.set(file, sheets.set(sheet, rows));
  return rows;
}

async function fillRows(sheet: Sheet, wanted: Rows): Promise<void> {
  for await (const batch of sheet.rows) {
    for (const { number, cells } of batch) {
      const row = wanted.get(number);
      if (row) for (const cell of cells) row.set(cell.column, writtenText(cell));
    }
  }
}

/** A cell that a merged one covers says what the merged one says. Merges are known once the rows were gone through. */
async function fillSheet(sheet: Sheet, wanted: Rows): Promise<void> {
  await fillRows(sheet, wanted);
  const asked = [...wanted.keys()];
  const covering = sheet.merges.filter(({ firstRow, lastRow }) =>
    asked.some((row) => row >= firstRow && row <= lastRow),
  );
  if (covering.length === 0) return;
  const firsts: Rows = new Map(covering.map(({ firstRow }) => [firstRow, new Map()]));
  await fillRows(sheet, firsts);
  for (const { firstRow, lastRow, firstColumn, lastColumn } of covering) {
    const text = firsts.get(firstRow)?.get(firstColumn) ?? null;
    for (const row of asked.filter((one) => one >= firstRow && one <= lastRow)) {
      for (let column = firstColumn; column <= lastColumn; column++) wanted.get(row)?.set(column, text);
    }
  }
}

async function fillFile({ path, read }: Input, wanted: ReadonlyMap<string | null, Rows>): Promise<void> {
  const { sheets } = await openFile(await read(), path);
  for (const sheet of sheets) {
    const rows = wanted.get(sheet.name);
    if (rows) await fillSheet(sheet, rows);
  }
}

/** The inputs of the workspace's own folder, or of the month's that the path begins with. */
async function inputsBeside(workspace: Workspace, folder: string): Promise<readonly Input[]> {
  const month = parseYearMonth(folder);
  return month === null ? workspace.rootInputs() : workspace.monthInputs(month);
}

async function fill(workspace: Workspace, cells: Cells): Promise<void> {
  const folders = new Set([...cells.keys()].map((file) => (file.includes('/') ? (file.split('/')[0] as string) : '')));
  for (const folder of folders) {
    for (const input of await inputsBeside(workspace, folder)) {
      const wanted = cells.get(input.path);
      if (wanted) await fillFile(input, wanted);
    }
  }
}

/**
 * What `render` makes of the texts of the cells it asks for. It runs twice, first to learn which cells they are, so it
 * must ask for the same ones whatever it is told.
 */
export async function withCellTexts<T>(workspace: Workspace, render: (textAt: TextAt) => T): Promise<T> {
  const cells: Cells = new Map();
  render((file, sheet, row) => {
    const rows = rowsAt(cells, file, sheet);
    if (!rows.has(row)) rows.set(row, new Map());
    return null;
  });
  await fill(workspace, cells);
  return render((file, sheet, row, column) => cells.get(file)?.get(sheet)?.get(row)?.get(column) ?? null);
}
