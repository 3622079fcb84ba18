// A workbook model into the bytes of an .xlsx file; equal models give equal bytes under any clock, time zone and locale.
import { OWN_OUTPUT_MARK } from '../../intake/sheet.ts';
import { cellOf, type SheetModel, type WorkbookModel } from '../../views/workbook/model.ts';
import { type Layout, layoutOf } from './layout.ts';
import { repacked } from './repack.ts';
import { type Addresses, addSheet } from './sheet.ts';
import { cellText } from './text.ts';

const PROGRAM = 'wangge';
const SAME_TIME = new Date(Date.UTC(2000, 0, 1));

const hasFormula = ({ rows, totals }: SheetModel): boolean =>
  [...rows, totals ?? []].some((cells) => cells.some((cell) => cellOf(cell).formula !== undefined));

/** exceljs is loaded when the first workbook is written. Throws a RangeError for a link to a sheet that is not there. */
export async function workbookBytes(model: WorkbookModel): Promise<Uint8Array> {
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js');
  const workbook = new Workbook();
  Object.assign(workbook, {
    title: cellText(model.title),
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    created: SAME_TIME,
    modified: SAME_TIME,
    keywords: OWN_OUTPUT_MARK,
  });
  if (model.sheets.some(hasFormula)) workbook.calcProperties.fullCalcOnLoad = true;

  const layouts = new Map<string, Layout>(model.sheets.map((sheet) => [sheet.name, layoutOf(sheet)]));
  const addressOf: Addresses = (sheet, row) => {
    const layout = layouts.get(sheet);
    if (layout === undefined) throw new RangeError(`no sheet ${sheet}`);
    return `#'${sheet}'!A${layout.firstRow + row}`;
  };
  for (const sheet of model.sheets) addSheet(workbook, sheet, layouts.get(sheet.name) as Layout, addressOf);
  // Stored, not deflated: the bytes are packed once more.
  const zip = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return repacked(new Uint8Array(zip));
}
