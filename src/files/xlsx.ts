// A zip file as a workbook: finds its parts by the relationships and puts them together.
import { builtInFormat, classifyFormat, type FormatClass, paddingFormat } from './formats.ts';
import { MAX_CELL_CHARS, MAX_SHARED_STRINGS, MAX_STRINGS_BYTES } from './limits.ts';
import { type Relation, readRelations } from './relations.ts';
import { worksheet } from './rows.ts';
import { type Book, type NumberFormat, type Sheet, UnreadableFile } from './sheet.ts';
import { cellText } from './text.ts';
import { readOwnOutput, readWorkbook } from './workbook.ts';
import { readXml } from './xml.ts';
import type { Zip, ZipPart } from './zip.ts';

/** What the styles say, by style index, as `s` of a cell gives it. */
interface CellFormats {
  readonly formats: readonly NumberFormat[];
  /** Formats that pad numbers; null for most. */
  readonly pads: readonly (string | null)[];
}

const NO_FORMATS: CellFormats = { formats: [], pads: [] };

/** The styles part: which number format each cell style has. */
async function readStyles(zip: Zip, part: ZipPart, date1904: boolean): Promise<CellFormats> {
  const custom = new Map<number, FormatClass>();
  const pads = new Map<number, string | null>();
  const ids: number[] = [];
  // Differential formats further on hold <numFmt> too, and <xf> stands in <cellStyleXfs> as well.
  let list = '';
  await readXml(zip, part, {
    open(name, attributes) {
      if (name === 'numFmts' || name === 'cellXfs') list = name;
      else if (name === 'numFmt' && list === 'numFmts') {
        const code = attributes.get('formatCode') ?? '';
        custom.set(Number(attributes.get('numFmtId')), classifyFormat(code));
        pads.set(Number(attributes.get('numFmtId')), paddingFormat(code));
      } else if (name === 'xf' && list === 'cellXfs') ids.push(Number(attributes.get('numFmtId') ?? 0));
    },
    close(name) {
      if (name === list) list = '';
    },
    text() {},
  });
  const formats = ids.map((id) => {
    const format = custom.get(id) ?? builtInFormat(id);
    return date1904 && format === 'date' ? 'date1904' : format;
  });
  return { formats, pads: ids.map((id) => pads.get(id) ?? null) };
}

/** The shared strings part: texts that cells refer to by index. */
async function readStrings(zip: Zip, part: ZipPart): Promise<string[]> {
  const strings: string[] = [];
  let value = '';
  let capture = false;
  // Phonetic runs hold <t> as well; they are readings, not text.
  let phonetic = false;
  await readXml(
    zip,
    part,
    {
      open(name) {
        if (name === 'si') value = '';
        else if (name === 'rPh') phonetic = true;
        else if (name === 't') capture = !phonetic;
      },
      close(name) {
        if (name === 't') capture = false;
        else if (name === 'rPh') phonetic = false;
        else if (name === 'si') {
          if (strings.length >= MAX_SHARED_STRINGS) throw new UnreadableFile('tooLarge', 'too many shared strings');
          strings.push(cellText(value, null));
        }
      },
      text(text) {
        if (capture && value.length <= MAX_CELL_CHARS) value += text;
      },
    },
    MAX_STRINGS_BYTES,
  );
  return strings;
}

/** The part in a role by its link; in its usual place where the link is missing. */
function partInRole(zip: Zip, relations: readonly Relation[], role: string, usual: string): ZipPart | undefined {
  const relation = relations.find((candidate) => candidate.role === role);
  return relation === undefined ? zip.find(usual) : relation.part;
}

/** Where programs put the sheets of a workbook that has lost its links; only if as many are there as it names. */
function unlinkedSheets(zip: Zip, count: number): (ZipPart | undefined)[] {
  const parts = Array.from({ length: count }, (_, index) => zip.find(`xl/worksheets/sheet${index + 1}.xml`));
  const others = [...zip.parts].filter(({ path }) => /^xl\/worksheets\/[^/]+\.xml$/i.test(path));
  return parts.length === others.length ? parts : [];
}

/** Only a mark that can be read is one. */
async function isOwnOutput(zip: Zip, part: ZipPart): Promise<boolean> {
  try {
    return await readOwnOutput(zip, part);
  } catch (error) {
    if (error instanceof UnreadableFile) return false;
    throw error;
  }
}

/** A sheet whose part is missing cannot be read; others can. */
const missingRows = (name: string): Sheet['rows'] => ({
  [Symbol.asyncIterator]: () => ({
    next: () => Promise.reject(new UnreadableFile('damaged', 'the part of a sheet is missing', name)),
  }),
});

/** Styles and shared strings: a workbook that has lost them does not say any more what its cells hold. */
function requiredPart(zip: Zip, links: readonly Relation[], role: string, usual: string): ZipPart | undefined {
  const part = partInRole(zip, links, role, usual);
  if (part !== undefined) return part.size === 0 ? undefined : part;
  if (links.some((link) => link.role === role)) throw new UnreadableFile('damaged', `the part for ${role} is missing`);
  return undefined;
}

export async function openXlsx(zip: Zip): Promise<Book> {
  const packageLinks = await readRelations(zip, '');
  const usual = zip.find('xl/workbook.xml');
  const workbookPart = partInRole(zip, packageLinks, 'officeDocument', 'xl/workbook.xml') ?? usual;
  if (workbookPart === undefined) throw new UnreadableFile('notATable', 'a zip file without a workbook');
  const workbook = await readWorkbook(zip, workbookPart);
  const links = await readRelations(zip, workbookPart.path);

  const core = partInRole(zip, packageLinks, 'core-properties', 'docProps/core.xml');
  const ownOutput = core !== undefined && (await isOwnOutput(zip, core));
  const stylesPart = requiredPart(zip, links, 'styles', 'xl/styles.xml');
  const styles = stylesPart === undefined ? NO_FORMATS : await readStyles(zip, stylesPart, workbook.date1904);
  const stringsPart = requiredPart(zip, links, 'sharedStrings', 'xl/sharedStrings.xml');
  const strings = stringsPart === undefined ? [] : await readStrings(zip, stringsPart);

  const unlinked = links.length === 0 ? unlinkedSheets(zip, workbook.sheets.length) : [];
  const sheets: Sheet[] = [];
  const taken = new Set<ZipPart>();
  for (const [index, { name, hidden, relation }] of workbook.sheets.entries()) {
    const link = links.find((candidate) => candidate.id === relation);
    if (link !== undefined && link.role !== 'worksheet') continue; // chart and dialog sheets have no cells
    const part = link?.part ?? unlinked[index];
    if (part !== undefined && taken.has(part)) throw new UnreadableFile('damaged', 'a part of two sheets', name);
    if (part !== undefined) taken.add(part);
    const content =
      part === undefined ? { rows: missingRows(name), merges: [] } : worksheet(zip, part, { name, strings, ...styles });
    sheets.push({ name, hidden, ...content });
  }
  return { ownOutput, sheets };
}
