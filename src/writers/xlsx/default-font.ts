// The font of cells without one is the unit of all column widths. exceljs leaves it to the theme, so that a Chinese Excel
// takes another than an English one; here it is the body's, and columns are as wide as the text in them wherever it is shown.
import { BODY } from './styles.ts';

const FROM_THEME = /<font>(?:(?!<\/font>).)*<scheme val="minor"\/>(?:(?!<\/font>).)*<\/font>/;

export const withBodyFont = (part: string, xml: string): string =>
  part === 'xl/styles.xml'
    ? xml.replace(FROM_THEME, `<font><sz val="${BODY.size}"/><name val="${BODY.name}"/></font>`)
    : xml;
