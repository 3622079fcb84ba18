/** A workbook as export pages write it: prefixed XML, inline strings, rows and cells without their addresses. */
import { strToU8, zipSync } from 'fflate';
import type { Dice } from '../dice.ts';
import type { MessCell, MessSheet } from '../model.ts';
import { serialOf, type Writer } from './writer.ts';

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The number formats met so far; a cell style each. */
type Formats = string[];

function styleOf(format: string, formats: Formats): number {
  if (!formats.includes(format)) formats.push(format);
  return formats.indexOf(format);
}

interface Habits {
  readonly addresses: boolean;
  readonly isoDates: boolean;
  readonly names: typeof TRANSITIONAL;
}

function dateXml(cell: MessCell & { readonly kind: 'date' }, habits: Habits): readonly [type: string, value: string] {
  if (!habits.isoDates) return ['', String(serialOf(cell.day, cell.minutes))];
  const iso = new Date(Date.parse(`${cell.day}T00:00:00Z`) + (cell.minutes ?? 0) * 60_000).toISOString();
  return [' t="d"', cell.minutes === null ? iso.slice(0, 10) : iso.slice(0, 19)];
}

function cellXml(cell: MessCell, address: string, formats: Formats, habits: Habits): string {
  switch (cell.kind) {
    case 'text':
      return `<x:c${address} t="inlineStr"><x:is><x:t xml:space="preserve">${escaped(cell.text)}</x:t></x:is></x:c>`;
    case 'number':
      return `<x:c${address} s="${styleOf(cell.format, formats)}"><x:v>${cell.value}</x:v></x:c>`;
    case 'boolean':
      return `<x:c${address} t="b"><x:v>${cell.value ? 1 : 0}</x:v></x:c>`;
    case 'date': {
      const [type, value] = dateXml(cell, habits);
      return `<x:c${address} s="${styleOf(cell.format, formats)}"${type}><x:v>${value}</x:v></x:c>`;
    }
  }
}

/** `A`, `B` … `AA` */
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;

function sheetXml(sheet: MessSheet, formats: Formats, habits: Habits): string {
  const rows = sheet.rows.map((cells, r) => {
    const inside = cells.map((cell, c) => {
      const address = habits.addresses ? ` r="${letters(c)}${r + 1}"` : '';
      if (cell) return cellXml(cell, address, formats, habits);
      return habits.addresses ? '' : '<x:c/>';
    });
    const attributes = `${habits.addresses ? ` r="${r + 1}"` : ''}${sheet.hiddenRows.has(r) ? ' hidden="1"' : ''}`;
    return `<x:row${attributes}>${inside.join('')}</x:row>`;
  });
  const styled = Array.from({ length: sheet.styledRows }, () => '<x:row><x:c s="0"/></x:row>');
  const merges = sheet.merges.map(
    ({ top, bottom, left, right }) => `<x:mergeCell ref="${letters(left)}${top + 1}:${letters(right)}${bottom + 1}"/>`,
  );
  const merged = merges.length > 0 ? `<x:mergeCells count="${merges.length}">${merges.join('')}</x:mergeCells>` : '';
  return `<?xml version="1.0" encoding="utf-8"?><x:worksheet xmlns:x="${habits.names.main}"><x:sheetData>${rows.join('')}${
    habits.addresses ? '' : styled.join('')
  }</x:sheetData>${merged}</x:worksheet>`;
}

const relationships = ({ names }: Habits, links: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${links
    .map(
      ([type, target], index) =>
        `<Relationship Id="R${index + 1}" Type="${names.relations}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

function stylesXml(formats: Formats, { names }: Habits): string {
  const codes = formats.map((format, index) => `<x:numFmt numFmtId="${164 + index}" formatCode="${escaped(format)}"/>`);
  const styles = formats.map((_, index) => `<x:xf numFmtId="${index === 0 ? 0 : 164 + index}"/>`);
  return `<x:styleSheet xmlns:x="${names.main}"><x:numFmts>${codes.join('')}</x:numFmts><x:cellXfs>${styles.join('')}</x:cellXfs></x:styleSheet>`;
}

function write(sheets: readonly MessSheet[], dice: Dice): Uint8Array {
  const habits = {
    addresses: !dice.does('cells', 'rows and cells without r', 0.5),
    isoDates: dice.does('cells', 'ISO date cells', 0.3),
    names: dice.does('cells', 'strict OOXML', 0.2) ? STRICT : TRANSITIONAL,
  };
  const formats: Formats = ['General'];
  const parts: Record<string, string> = {};
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/s${index}.xml`] = sheetXml(sheet, formats, habits);
  }
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<x:sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="R${index + 1}"/>`,
  );
  parts['xl/workbook.xml'] =
    `<x:workbook xmlns:x="${habits.names.main}" xmlns:r="${habits.names.relations}"><x:sheets>${list.join('')}</x:sheets></x:workbook>`;
  parts['xl/styles.xml'] = stylesXml(formats, habits);
  parts['_rels/.rels'] = relationships(habits, [['officeDocument', '/xl/workbook.xml']]);
  parts['xl/_rels/workbook.xml.rels'] = relationships(habits, [
    ...sheets.map((_, index) => ['worksheet', `/xl/worksheets/s${index}.xml`] as const),
    ['styles', '/xl/styles.xml'],
  ]);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])), { level: 1 });
}

export const prefixedWriter: Writer = {
  name: 'prefixed XML .xlsx',
  typed: true,
  merges: true,
  hiddenRows: true,
  manySheets: true,
  hiddenSheets: true,
  extension: 'xlsx',
  write,
};
