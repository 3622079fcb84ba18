// Which cell of a workbook says what of whom, for whoever compares it later.
import { columnLetter } from '../../model/source.ts';
import { isForm } from '../../views/workbook/form.ts';
import { cellOf, type WorkbookModel } from '../../views/workbook/model.ts';
import { layoutOf } from './layout.ts';

/** Sheet → cell → person and item; sheets without such cells are left out. */
export type CellMap = Readonly<Record<string, Readonly<Record<string, readonly [id: string, item: string]>>>>;

export function cellMap({ sheets }: WorkbookModel): CellMap {
  const maps = sheets.flatMap((sheet) => {
    if (isForm(sheet)) return [];
    const { firstRow } = layoutOf(sheet);
    const cells = sheet.rows.flatMap((row, index) =>
      row.flatMap((cell, column) => {
        const { about } = cellOf(cell);
        return about ? [[`${columnLetter(column)}${firstRow + index}`, about] as const] : [];
      }),
    );
    return cells.length > 0 ? [[sheet.name, Object.fromEntries(cells)] as const] : [];
  });
  return Object.fromEntries(maps);
}
