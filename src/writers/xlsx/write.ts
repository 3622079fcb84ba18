// A workbook model into the bytes of an .xlsx file; equal models give equal bytes under any clock, time zone and locale.
import { cellOf, type SheetModel, type WorkbookModel } from '../../views/workbook/model.ts';
import { bytesOf, newWorkbook } from './file.ts';
import { type Layout, layoutOf } from './layout.ts';
import { withSplitLinks } from './links.ts';
import { type Addresses, addSheet } from './sheet.ts';

const hasFormula = ({ rows, totals }: SheetModel): boolean =>
  [...rows, totals ?? []].some((cells) => cells.some((cell) => cellOf(cell).formula !== undefined));

/** Throws a RangeError for a link to a sheet that is not there. */
export async function workbookBytes(model: WorkbookModel): Promise<Uint8Array> {
  const workbook = await newWorkbook(model.title);
  if (model.sheets.some(hasFormula)) workbook.calcProperties.fullCalcOnLoad = true;

  const layouts = new Map<string, Layout>(model.sheets.map((sheet) => [sheet.name, layoutOf(sheet)]));
  const addressOf: Addresses = (sheet, row) => {
    const layout = layouts.get(sheet);
    if (layout === undefined) throw new RangeError(`no sheet ${sheet}`);
    return `#'${sheet}'!A${layout.firstRow + row}`;
  };
  for (const sheet of model.sheets) addSheet(workbook, sheet, layouts.get(sheet.name) as Layout, addressOf);
  return bytesOf(workbook, withSplitLinks);
}
