/** Tables of one kind over several files or sheets, with or without rows that stand in two of them. */
import type { TableKind } from '../../src/model/terms.ts';
import type { Dice } from './dice.ts';
import { isDateField } from './matrices.ts';
import type { PlainRow, PlainTable } from './model.ts';

/** What a row is a record of: its rows stay in one sheet, and may stand in a second one as a whole (spec 3). */
const RECORD: Partial<Record<TableKind, (row: PlainRow) => string>> = {
  patrol: ({ person, date }) => `${person} ${date}`,
  meetings: ({ person, date }) => `${person} ${date}`,
  reports: ({ id }) => String(id),
  tasks: ({ id }) => String(id),
};

/** Rows by record; a row of another kind is a record of its own. */
function recordsOf(table: PlainTable): PlainRow[][] {
  const isMatrix = table.fields.some(isDateField);
  const recordOf = isMatrix ? ({ person }: PlainRow) => String(person) : RECORD[table.kind];
  if (!recordOf) return table.rows.map((row) => [row]);
  const records = new Map<string, PlainRow[]>();
  for (const row of table.rows) records.set(recordOf(row), [...(records.get(recordOf(row)) ?? []), row]);
  return [...records.values()];
}

function partCount(table: PlainTable, dice: Dice): number {
  const counts = table.rows.length < 8 ? { '1': 9, '2': 1, '3': 0, '4': 0 } : { '1': 12, '2': 3, '3': 2, '4': 1 };
  return Number(dice.draw('parts of a table', counts));
}

export function split(table: PlainTable, dice: Dice): PlainTable[] {
  const count = partCount(table, dice);
  const contiguous = count > 1 && dice.does('splitting', 'one after another', 0.5);
  const records = recordsOf(table);
  const parts: PlainRow[][] = Array.from({ length: count }, () => []);
  for (const [index, record] of records.entries()) {
    const part = contiguous ? Math.floor((index * count) / records.length) : dice.int(0, count - 1);
    parts[part]?.push(...record);
  }
  const whole = parts.filter((rows) => rows.length > 0);
  const twice = table.kind in RECORD ? dice.draw('rows in two files', { none: 8, some: 2, all: 1 }) : 'none';
  if (twice !== 'none') {
    const copies = records.filter(() => twice === 'all' || dice.is(0.1)).flat();
    if (count === 1 || twice === 'all') whole.push(copies);
    else for (const rows of whole) rows.push(...missingFrom(rows, copies));
  }
  return whole.filter((rows) => rows.length > 0).map((rows) => ({ ...table, rows }));
}

const missingFrom = (rows: readonly PlainRow[], copies: readonly PlainRow[]): PlainRow[] => {
  const there = new Set(rows);
  return copies.filter((row) => !there.has(row));
};

/** Rows of the months beside that an export took along; they are left out (spec 3). */
export function withStrays(table: PlainTable, office: readonly PlainTable[], dice: Dice): PlainTable {
  const dated = { patrol: 'date', reports: 'at', meetings: 'date' }[table.kind as string];
  if (dated === undefined || !dice.does('rows', 'of another month', 0.15)) return table;
  const others = office.filter(({ kind, folder }) => kind === table.kind && folder !== table.folder);
  const known = new Set(table.rows.map((row) => RECORD[table.kind]?.(row)));
  const strays = others
    .flatMap(({ rows }) => rows)
    .filter((row) => !String(row[dated]).startsWith(table.folder) && !known.has(RECORD[table.kind]?.(row)));
  return { ...table, rows: [...table.rows, ...dice.shuffle(strays).slice(0, 12)] };
}
