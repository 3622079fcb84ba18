// Two workbooks compared cell by cell, by what stands in them.
import { type Cell, UnreadableFile } from '../../files/sheet.ts';
import { columnLetter } from '../../model/source.ts';
import { openFile } from '../../run/open.ts';

export interface CellDifference {
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly archived: string | number | boolean | null;
  readonly recomputed: string | number | boolean | null;
}

type Value = string | number | boolean;
type Sheets = ReadonlyMap<string, ReadonlyMap<string, Value>>;

const valueIn = (cell: Cell): Value => {
  switch (cell.kind) {
    case 'number':
      return Number(cell.raw);
    case 'boolean':
      return cell.value;
    case 'pending':
      return '';
    default:
      return cell.text;
  }
};

/** Sheet → cell → value; null for a file that is no workbook. */
export async function cellsIn(bytes: Uint8Array, path: string): Promise<Sheets | null> {
  const sheets = new Map<string, Map<string, Value>>();
  try {
    for (const sheet of (await openFile(bytes, path)).sheets) {
      const cells = new Map<string, Value>();
      sheets.set(sheet.name ?? '', cells);
      for await (const batch of sheet.rows)
        for (const row of batch)
          for (const cell of row.cells) cells.set(`${columnLetter(cell.column)}${row.number}`, valueIn(cell));
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return null;
  }
  return sheets;
}

/** Where the bytes differ: the cells that do; one difference without a cell where only formulas or looks do. */
export async function compareWorkbooks(
  archived: Uint8Array,
  recomputed: Uint8Array,
  path: string,
): Promise<readonly CellDifference[]> {
  const whole = (text: string): CellDifference => ({ sheet: null, cell: null, archived: text, recomputed: null });
  const [before, after] = [await cellsIn(archived, path), await cellsIn(recomputed, path)];
  if (before === null || after === null) return [whole('无法作为工作簿读取')];
  const differences = [...new Set([...before.keys(), ...after.keys()])].flatMap((sheet) => {
    const [was, is] = [before.get(sheet) ?? new Map(), after.get(sheet) ?? new Map()];
    return [...new Set([...was.keys(), ...is.keys()])]
      .filter((cell) => was.get(cell) !== is.get(cell))
      .map((cell) => ({ sheet, cell, archived: was.get(cell) ?? null, recomputed: is.get(cell) ?? null }));
  });
  return differences.length > 0 ? differences : [whole('单元格的值相同，公式、格式或文件属性不同')];
}
