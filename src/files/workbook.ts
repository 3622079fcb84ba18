// The workbook part (sheets in tab order, date system) and the keywords of the document properties.
import { OWN_OUTPUT_MARK, UnreadableFile } from './sheet.ts';
import { isTrue, readXml } from './xml.ts';
import type { Zip, ZipPart } from './zip.ts';

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string | undefined;
}

export interface Workbook {
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
}

export async function readWorkbook(zip: Zip, part: ZipPart): Promise<Workbook> {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  let root: string | undefined;
  let inSheets = false;
  await readXml(zip, part, {
    open(name, attributes) {
      root ??= name;
      if (root !== 'workbook') throw new UnreadableFile('notATable', `an Office document: ${part.path}`);
      if (name === 'sheets') inSheets = true;
      else if (name === 'workbookPr') date1904 = isTrue(attributes.get('date1904'));
      else if (name === 'sheet' && inSheets) {
        sheets.push({
          name: attributes.get('name') ?? '',
          hidden: ['hidden', 'veryHidden'].includes(attributes.get('state') ?? ''),
          // The prefix of the relationships namespace is usually `r`, but any will do.
          relation: attributes.prefixed('id'),
        });
      }
    },
    close(name) {
      if (name === 'sheets') inSheets = false;
    },
    text() {},
  });
  return { date1904, sheets };
}

export async function readOwnOutput(zip: Zip, part: ZipPart): Promise<boolean> {
  let keywords = '';
  let capture = false;
  await readXml(zip, part, {
    open(name) {
      capture = name === 'keywords';
    },
    close() {
      capture = false;
    },
    text(text) {
      if (capture) keywords += text;
    },
  });
  return keywords.includes(OWN_OUTPUT_MARK);
}
