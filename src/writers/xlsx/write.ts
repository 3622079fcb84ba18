// A workbook model into the bytes of an .xlsx file; equal models give equal bytes under any clock, time zone and locale.
import type { Workbook } from 'exceljs';
import { columnLetter } from '../../model/source.ts';
import { type FormSheet, isForm } from '../../views/workbook/form.ts';
import { type Cell, cellOf, type SheetModel, type WorkbookModel } from '../../views/workbook/model.ts';
import { withNumberedBars } from './bars.ts';
import { bytesOf, newWorkbook } from './file.ts';
import { addForm } from './form.ts';
import { formLayoutOf } from './form-layout.ts';
import { type Positions, quotedSheet } from './formula.ts';
import { layoutOf } from './layout.ts';
import { withSplitLinks } from './links.ts';
import { type Noted, notesPart, withNoteSizes } from './notes.ts';
import type { EditPart } from './repack.ts';
import { addSheet } from './sheet.ts';
import { BODY } from './styles.ts';

/**
 * The font of cells without one is the unit of all column widths. exceljs leaves it to the theme, so that a Chinese Excel takes
 * another than an English one; here it is the body's, and columns are as wide as the text in them wherever it is shown.
 */
const FROM_THEME = /<font>(?:(?!<\/font>).)*<scheme val="minor"\/>(?:(?!<\/font>).)*<\/font>/;

const withBodyFont = (part: string, xml: string): string =>
  part === 'xl/styles.xml'
    ? xml.replace(FROM_THEME, `<font><sz val="${BODY.size}"/><name val="${BODY.name}"/></font>`)
    : xml;

const rowsOf = (sheet: SheetModel | FormSheet): readonly (readonly Cell[])[] =>
  isForm(sheet) ? sheet.blocks.flat().map(({ cells }) => cells) : [...sheet.rows, sheet.totals ?? []];

const hasFormula = (sheet: SheetModel | FormSheet): boolean =>
  rowsOf(sheet).some((cells) => cells.some((cell) => cellOf(cell).formula !== undefined));

/** A sheet ready to be added, when the rows of all sheets are known. */
interface Placed {
  readonly rowOf: (row: number | 'totals') => number | undefined;
  /** 0-based; negative where no column has the key. */
  readonly columnOf: (key: string) => number;
  /** Gives back its notes; a form has none. */
  readonly add: (at: Positions) => Noted | null;
}

function placed(workbook: Workbook, sheet: SheetModel | FormSheet): Placed {
  if (isForm(sheet)) {
    const layout = formLayoutOf(sheet);
    return {
      rowOf: (row) => (row === 'totals' ? undefined : layout.firstRows[row]),
      columnOf: () => -1,
      add: (at) => {
        addForm(workbook, sheet, layout, at);
        return null;
      },
    };
  }
  const layout = layoutOf(sheet);
  return {
    rowOf: (row) => (row === 'totals' ? layout.totalsRow : layout.firstRow + row),
    columnOf: (key) => sheet.columns.findIndex((column) => column.key === key),
    add: (at) => addSheet(workbook, sheet, layout, at),
  };
}

/** Throws a RangeError for a link to a sheet that is not there, and for two sheets of one name. */
export async function workbookBytes(model: WorkbookModel): Promise<Uint8Array> {
  const workbook = await newWorkbook(model.title, model.isInput);
  if (model.sheets.some(hasFormula)) workbook.calcProperties.fullCalcOnLoad = true;

  const sheets = new Map(model.sheets.map((sheet) => [sheet.name, placed(workbook, sheet)]));
  if (sheets.size < model.sheets.length) throw new RangeError('two sheets of one name');
  const positions: Positions = {
    row: (sheet, row) => {
      const found = sheets.get(sheet)?.rowOf(row);
      if (found === undefined) throw new RangeError(`no sheet ${sheet} with a row ${row}`);
      return found;
    },
    column: (sheet, key) => {
      const found = sheets.get(sheet)?.columnOf(key) ?? -1;
      if (found < 0) throw new RangeError(`no sheet ${sheet} with a column ${key}`);
      return columnLetter(found);
    },
  };
  const noted = new Map([...sheets.values()].map(({ add }, index) => [notesPart(index), add(positions)] as const));
  for (const { name, sheet, row, column } of model.names ?? [])
    workbook.definedNames.add(
      `${quotedSheet(sheet)}!$${positions.column(sheet, column)}$${positions.row(sheet, row)}`,
      name,
    );
  const withSizes: EditPart = (part, xml) => {
    const found = noted.get(part);
    return found ? withNoteSizes(xml, found.notes, found.grid) : xml;
  };
  return bytesOf(workbook, (part, xml) =>
    [withSizes, withSplitLinks, withNumberedBars, withBodyFont].reduce((edited, edit) => edit(part, edited), xml),
  );
}
