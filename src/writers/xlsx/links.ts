// Links to cells of other files. exceljs writes such a link whole in two places; each of its halves belongs in one.
import type { FileLink } from '../../views/workbook/model.ts';

/** Characters a path in a link cannot hold as they are; Chinese it can. */
const UNSAFE = /[\s%#?"<>[\]`^{}|\\]/g;

const encoded = (path: string): string => path.replace(UNSAFE, encodeURIComponent);

/** `标注/巡查.xlsx#'Sheet1'!D5` */
export const hrefOf = ({ path, sheet, cell }: FileLink): string =>
  `${encoded(path)}#'${sheet.replaceAll("'", "''")}'!${cell}`;

/** The file stays in the relation, the cell in the sheet. */
export function withSplitLinks(part: string, xml: string): string {
  if (/^xl\/worksheets\/sheet\d+\.xml$/.test(part)) return xml.replace(/ location="[^"#]+#/g, ' location="');
  if (/^xl\/worksheets\/_rels\//.test(part)) return xml.replace(/ Target="([^"#]+)#[^"]*"/g, ' Target="$1"');
  return xml;
}
