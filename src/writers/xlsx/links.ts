// Links. exceljs writes one whole in two places: to a cell of another file each of its halves belongs in one, to a cell of
// the workbook itself there is no other file, so no relation.
import type { FileLink } from '../../views/workbook/model.ts';

/** Characters a path in a link cannot hold as they are; Chinese it can. */
const UNSAFE = /[\s%#?"<>[\]`^{}|\\]/g;

const encoded = (path: string): string => path.replace(UNSAFE, encodeURIComponent);

/** `标注/巡查.xlsx#'Sheet1'!D5` */
export const hrefOf = ({ path, sheet, cell }: FileLink): string =>
  `${encoded(path)}#'${sheet.replaceAll("'", "''")}'!${cell}`;

/** The file stays in the relation, the cell in the sheet. */
export function withSplitLinks(part: string, xml: string): string {
  if (/^xl\/worksheets\/sheet\d+\.xml$/.test(part)) {
    return xml
      .replace(/(<hyperlink [^>]*?) r:id="[^"]*"( location=")#/g, '$1$2')
      .replace(/ location="[^"#]+#/g, ' location="');
  }
  if (/^xl\/worksheets\/_rels\//.test(part)) {
    return xml.replace(/<Relationship [^>]*Target="#[^>]*>/g, '').replace(/ Target="([^"#]+)#[^"]*"/g, ' Target="$1"');
  }
  return xml;
}
