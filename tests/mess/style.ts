/** One of the mess styles: the sample office, or a month of it, written as its seed says. */
import type { YearMonth } from '../../src/model/civil.ts';
import { TABLE_KINDS } from '../../src/model/terms.ts';
import { columnsOf } from './columns.ts';
import { Dice } from './dice.ts';
import { extraSheets, fileName, folderOf, sheetName } from './files.ts';
import { layOut } from './layout.ts';
import { isDateField, meetingMatrix, patrolMatrix } from './matrices.ts';
import type { MessFile, MessSheet, PlainRow, PlainTable } from './model.ts';
import { MONTHS } from './model.ts';
import { assignedOtherwise, namedOtherwise, type People, peopleOf, renumbered } from './people.ts';
import { split, withStrays } from './splitting.ts';
import { WRITERS } from './writers/index.ts';
import { libreOfficeWriters } from './writers/libreoffice.ts';
import type { Writer } from './writers/writer.ts';

export interface Style {
  readonly number: number;
  /** The months whose files are messed up; the others are those of the clean office. */
  readonly months: readonly YearMonth[];
  /** Whether the workspace's own folder is messed up, too. */
  readonly root: boolean;
  readonly renumbered: boolean;
  readonly files: readonly MessFile[];
  readonly drawn: ReadonlySet<string>;
}

const PERSON_FIELDS = ['person', 'name', 'idNumber', 'phone'];

function ordered(table: PlainTable, dice: Dice): { rows: readonly PlainRow[]; mergeable: ReadonlySet<string> } {
  const inOrder = (key: string) =>
    [...table.rows].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : String(a[key]) > String(b[key]) ? 1 : 0));
  switch (dice.draw('row order', { 'as exported': 3, shuffled: 3, 'by person': 2, 'by date': 1 })) {
    case 'shuffled':
      return { rows: dice.shuffle(table.rows), mergeable: new Set() };
    case 'by person':
      return { rows: inOrder('person'), mergeable: new Set(PERSON_FIELDS) };
    case 'by date':
      return { rows: inOrder('date'), mergeable: new Set(['date']) };
    default:
      return { rows: table.rows, mergeable: new Set(table.kind === 'roster' ? [] : PERSON_FIELDS) };
  }
}

/** Every row once, some of them twice: two rows alike in every field in one sheet are one (spec 3). */
function orderOf({ kind, rows }: PlainTable, dice: Dice): number[] {
  const order = rows.map((_, index) => index);
  if (kind === 'adjustments' || !dice.does('rows', 'equal rows', 0.08)) return order;
  return order.flatMap((index) => (dice.is(0.05) ? [index, index] : [index]));
}

function sheetOf(table: PlainTable, index: number, writer: Writer, people: People, dice: Dice): MessSheet {
  const { rows, mergeable } = ordered(table, dice);
  const named = namedOtherwise({ ...table, rows }, people, dice);
  const year = table.folder === '' ? null : table.folder.slice(0, 4);
  const columns = columnsOf(
    { table: named, typed: writer.typed, merges: writer.merges, context: { dice: dice.fork(), year } },
    dice,
  );
  const merging = writer.merges && mergeable.size > 0 && dice.does('rows', 'merged data cells', 0.3);
  return layOut(
    {
      name: sheetName(index, dice),
      title: `${table.folder || '云溪街道'}${TABLE_KINDS[table.kind]}汇总表`,
      columns,
      order: orderOf(named, dice),
      mergeable: merging ? mergeable : new Set(),
      writer,
    },
    dice,
  );
}

const LONG = 200;

/** Mostly the style's main writer; slow ones seldom get long tables. */
function writerFor(tables: readonly PlainTable[], main: Writer, dice: Dice): Writer {
  const isLong = tables.some(({ rows }) => rows.length > LONG) && !dice.is(0.1);
  const fits = (writer: Writer): boolean => (tables.length === 1 || writer.manySheets) && !(isLong && writer.slow);
  return fits(main) && dice.is(0.6) ? main : dice.pick(WRITERS.filter(fits));
}

/** The tables that share a file. */
function bundles(tables: readonly PlainTable[], dice: Dice): PlainTable[][] {
  const rest = dice.shuffle(tables);
  const result: PlainTable[][] = [];
  while (rest.length > 0) {
    const many = rest.length > 1 && dice.does('sheets', 'several tables in one file', 0.2);
    result.push(rest.splice(0, many ? dice.int(2, 4) : 1));
  }
  return result;
}

/** No program leaves a hidden sheet in front: LibreOffice shows it again. */
function shownFirst(sheets: readonly MessSheet[]): MessSheet[] {
  const first = sheets.find(({ hidden }) => !hidden);
  return first ? [first, ...sheets.filter((sheet) => sheet !== first)] : [...sheets];
}

/** A list, or a matrix where it can be one. */
function formsOf(table: PlainTable, dice: Dice): PlainTable[] {
  const matrix = table.kind === 'patrol' && dice.is(0.25) ? patrolMatrix(table) : null;
  if (matrix) dice.note('forms', '巡查 as a matrix');
  if (matrix) return [matrix];
  if (table.kind === 'meetings' && dice.does('forms', '例会 as a matrix', 0.4)) return meetingMatrix(table);
  return [table];
}

/** A matrix of marks is one of meetings only where something says so: here the file's name does. */
const saysWhat = (tables: readonly PlainTable[]): string =>
  tables.some(({ kind, fields }) => kind === 'meetings' && fields.some(isDateField)) ? '例会' : '';

async function folderFiles(
  folder: YearMonth | '',
  tables: readonly PlainTable[],
  office: readonly PlainTable[],
  main: Writer,
  dice: Dice,
): Promise<MessFile[]> {
  const people = peopleOf(office);
  const formed = tables.flatMap((plain) => {
    const table = withStrays(assignedOtherwise(plain, dice), office, dice);
    return formsOf(table, dice);
  });
  const parts = formed.flatMap((table) => split(table, dice.fork()));
  const files: MessFile[] = [];
  for (const [index, bundle] of bundles(parts, dice).entries()) {
    const writer = writerFor(bundle, main, dice);
    dice.note('writer', writer.name);
    const own = dice.fork();
    const sheets = bundle.map((table, at) => sheetOf(table, at, writer, people, own));
    const all = shownFirst(own.shuffle([...sheets, ...extraSheets(writer, own)]));
    const bytes = await writer.write(all, own);
    const path = `${folderOf(folder, own)}${saysWhat(bundle)}${fileName(writer.extension, index, own)}`;
    files.push({ path, bytes, convertTo: writer.convertTo });
  }
  return files;
}

/** Where the tables that serve every month stand: in the workspace's own folder, or in the month's. */
function placed(tables: readonly PlainTable[], months: readonly YearMonth[], dice: Dice): readonly PlainTable[] {
  return tables.flatMap((table) =>
    table.folder === '' && dice.does('folders', `${TABLE_KINDS[table.kind]} in the months`, 0.2)
      ? months.map((folder) => ({ ...table, folder }))
      : [table],
  );
}

/** LibreOffice takes long to start: it writes for a few styles of one month. */
export const isForLibreOffice = (number: number): boolean => number % 20 === 5;

const mainWriter = (number: number): Writer => {
  const [writers, place] = isForLibreOffice(number) ? [libreOfficeWriters, (number - 5) / 20] : [WRITERS, number];
  return writers[place % writers.length] as Writer;
};

export async function makeStyle(number: number, seed: number, office: readonly PlainTable[]): Promise<Style> {
  const dice = new Dice(seed * 10_007 + number);
  const whole = number % 20 === 0;
  const months = whole ? MONTHS : [dice.pick(MONTHS)];
  dice.note('months', whole ? 'all' : 'one');
  const root = whole || dice.does('folders', 'own folder of the workspace', 0.4);
  const digits = whole && dice.does('people', '工号 of digits with a leading zero', 0.7);
  const told = digits ? renumbered(office) : office;
  const folders: readonly string[] = [...(root ? [''] : []), ...months];
  const tables = placed(
    told.filter(({ folder }) => folders.includes(folder)),
    months,
    dice,
  );
  const main = mainWriter(number);
  const files: MessFile[] = [];
  for (const folder of folders as (YearMonth | '')[]) {
    const own = tables.filter((table) => table.folder === folder);
    files.push(...(await folderFiles(folder, own, told, main, dice.fork())));
  }
  return { number, months, root, renumbered: digits, files, drawn: dice.drawn };
}
