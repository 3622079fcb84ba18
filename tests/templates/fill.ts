// Templates filled in as a person does: below the example, in the columns of the headings.
import { readFileSync } from 'node:fs';
import { Workbook, type Worksheet } from 'exceljs';

export type Value = string | number | null;
export type FilledRow = Readonly<Record<string, Value>>;

export async function opened(path: string): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Uint8Array.from(readFileSync(path)).buffer);
  return workbook;
}

/** The row of the headings, and the column of each without its star and unit. */
export function headingsOf(sheet: Worksheet): { readonly row: number; readonly columns: ReadonlyMap<string, number> } {
  for (let row = 1; row <= 5; row++) {
    const texts: [string, number][] = [];
    sheet.getRow(row).eachCell((cell, column) => texts.push([cell.text.replace(/（.*|\*$/g, ''), column]));
    if (new Set(texts.map(([text]) => text)).size > 1) return { row, columns: new Map(texts) };
  }
  throw new Error('no headings');
}

const DATE = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/;

/** Text below a date or a moment becomes one, as it does when it is typed. */
function typed(sheet: Worksheet, column: number, value: Value): Value | Date {
  const isDate = sheet.getColumn(column).numFmt?.startsWith('yyyy') ?? false;
  const [, day, time = '00:00'] = (isDate && typeof value === 'string' && DATE.exec(value)) || [];
  return day === undefined ? value : new Date(`${day}T${time}:00Z`);
}

export function fill(sheet: Worksheet, rows: readonly FilledRow[], above = 1): void {
  const { row: headings, columns } = headingsOf(sheet);
  rows.forEach((values, index) => {
    const row = headings + above + 1 + index;
    for (const [name, value] of Object.entries(values)) {
      const column = columns.get(name);
      if (column === undefined) throw new Error(`no column ${name} in ${sheet.name}`);
      const cell = sheet.getCell(row, column);
      cell.value = typed(sheet, column, value);
      const format = sheet.getColumn(column).numFmt;
      if (format !== undefined) cell.numFmt = format;
    }
  });
}
