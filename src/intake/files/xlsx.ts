// A zip file as a workbook: finds its parts by the relationships and puts them together.

import { type Book, type Sheet, UnreadableFile } from '../sheet.ts';
import { type Relation, readRelations } from './relations.ts';
import { worksheet } from './rows.ts';
import { readStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { readOwnOutput, readWorkbook } from './workbook.ts';
import type { Part, Zip } from './zip.ts';

/** The part in a role; a link to a part that is not there is damage, no link leaves the usual path. */
function partInRole(zip: Zip, relations: readonly Relation[], role: string, usual: string): Part | undefined {
  const relation = relations.find((candidate) => candidate.role === role);
  if (relation === undefined) return zip.find(usual);
  if (relation.part === undefined) throw new UnreadableFile('damaged', `the part for ${role} is missing`);
  return relation.part;
}

export async function openXlsx(zip: Zip): Promise<Book> {
  const packageLinks = await readRelations(zip, '');
  const workbookPart = partInRole(zip, packageLinks, 'officeDocument', 'xl/workbook.xml');
  if (workbookPart === undefined) throw new UnreadableFile('notATable', 'a zip file without a workbook');
  const workbook = await readWorkbook(zip, workbookPart);
  const links = await readRelations(zip, workbookPart.path);

  const core = partInRole(zip, packageLinks, 'core-properties', 'docProps/core.xml');
  const ownOutput = core !== undefined && (await readOwnOutput(zip, core));
  const stylesPart = partInRole(zip, links, 'styles', 'xl/styles.xml');
  const formats = stylesPart === undefined ? [] : await readStyles(zip, stylesPart, workbook.date1904);
  const stringsPart = partInRole(zip, links, 'sharedStrings', 'xl/sharedStrings.xml');
  const strings = stringsPart === undefined ? [] : await readStrings(zip, stringsPart);

  const sheets: Sheet[] = [];
  for (const { name, hidden, relation } of workbook.sheets) {
    const link = links.find((candidate) => candidate.id === relation);
    if (link !== undefined && link.role !== 'worksheet') continue; // chart and dialog sheets have no cells
    if (link?.part === undefined) throw new UnreadableFile('damaged', 'the part of a sheet is missing', name);
    sheets.push({ name, hidden, ...worksheet(zip, link.part, { name, strings, formats }) });
  }
  return { ownOutput, sheets };
}
