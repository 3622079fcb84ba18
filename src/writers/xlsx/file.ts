// What every workbook of the program has in common: its properties, and how it becomes bytes that are always the same.
import type { Workbook } from 'exceljs';
import { OWN_OUTPUT_MARK } from '../../files/sheet.ts';
import { type EditPart, repacked } from './repack.ts';
import { cellText } from './text.ts';

const PROGRAM = 'wangge';
const SAME_TIME = new Date(Date.UTC(2000, 0, 1));

/** exceljs is loaded when the first workbook is made. What is to be filled in and read bears no mark. */
export async function newWorkbook(title: string, isInput = false): Promise<Workbook> {
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js');
  return Object.assign(new Workbook(), {
    title: cellText(title),
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    created: SAME_TIME,
    modified: SAME_TIME,
    ...(!isInput && { keywords: OWN_OUTPUT_MARK }),
  });
}

export async function bytesOf(workbook: Workbook, edit: EditPart): Promise<Uint8Array> {
  // Stored, not deflated: the bytes are packed once more. exceljs takes `zip`, which its types do not know.
  const options = { zip: { compression: 'STORE' as const } };
  return repacked(new Uint8Array(await workbook.xlsx.writeBuffer(options)), edit);
}
