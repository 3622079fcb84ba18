// Reads and changes the cells of an .xlsx file's XML: formulas, cached values, what a program that recalculates makes of them.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const decoded = (text) =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');

const attribute = (tag, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

const textIn = (xml) => decoded([...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text).join(''));

const CELL = /<c(\s[^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;

/** Sheet name → its part, in tab order. */
export function sheetParts(files) {
  const workbook = strFromU8(files['xl/workbook.xml']);
  const relations = strFromU8(files['xl/_rels/workbook.xml.rels']);
  const targets = new Map(
    [...relations.matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  );
  return new Map(
    [...workbook.matchAll(/<sheet\s[^>]*>/g)].map(([tag]) => [
      decoded(attribute(tag, 'name')),
      `xl/${targets.get(attribute(tag, 'r:id')).replace(/^\/?(xl\/)?/, '')}`,
    ]),
  );
}

/** Every cell that holds something: `{formula, value}` by sheet and address; `value` is text, number or boolean. */
export function cellsOf(bytes) {
  const files = unzipSync(bytes);
  const strings = files['xl/sharedStrings.xml']
    ? [...strFromU8(files['xl/sharedStrings.xml']).matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, xml]) => textIn(xml))
    : [];
  const found = new Map();
  for (const [sheet, part] of sheetParts(files)) {
    for (const [, tag, inner = ''] of strFromU8(files[part]).matchAll(CELL)) {
      const value = /<v(?:\s[^>]*)?>([^<]*)<\/v>/.exec(inner)?.[1];
      const formula = /<f(?:\s[^>]*)?>([^<]*)<\/f>/.exec(inner)?.[1];
      if (value === undefined && formula === undefined) continue;
      const type = attribute(tag, 't');
      const read = {
        s: () => strings[Number(value)],
        str: () => decoded(value),
        b: () => value === '1',
        e: () => `error ${value}`,
      };
      found.set(`${sheet}!${attribute(tag, 'r')}`, {
        formula: formula === undefined ? null : decoded(formula),
        value: value === undefined ? null : (read[type] ?? (() => Number(value)))(),
      });
    }
  }
  return found;
}

/** The workbook without the cached values of its formulas. */
export function withoutCache(bytes) {
  const files = unzipSync(bytes);
  for (const part of sheetParts(files).values()) {
    const xml = strFromU8(files[part]).replace(CELL, (cell, tag, inner = '') =>
      inner.includes('<f>') ? `<c${tag.replace(/\st="[^"]*"/, '')}>${inner.replace(/<v>[^<]*<\/v>/, '')}</c>` : cell,
    );
    files[part] = strToU8(xml);
  }
  return zipSync(files);
}

/** The workbook with another number in a cell. */
export function withNumber(bytes, sheet, address, value) {
  const files = unzipSync(bytes);
  const part = sheetParts(files).get(sheet);
  let changed = 0;
  const xml = strFromU8(files[part]).replace(CELL, (cell, tag) => {
    if (attribute(tag, 'r') !== address) return cell;
    changed += 1;
    return `<c${tag.replace(/\st="[^"]*"/, '')}><v>${value}</v></c>`;
  });
  if (changed !== 1) throw new RangeError(`${sheet}!${address} is not there once`);
  files[part] = strToU8(xml);
  return zipSync(files);
}
