// The header of a sheet (表头): one row of headings, or two or three with groups above them.
import type { Row } from '../../files/sheet.ts';
import type { HeaderColumn } from '../table.ts';
import type { ValueCell } from '../values/fault.ts';
import { shownText } from '../values/text.ts';
import { type Heading, parseHeading } from './heading.ts';

/** How many rows a header may have. */
export const HEADER_HEIGHT = 3;

/** A name a column may be known by. */
interface ColumnName {
  readonly heading: Heading;
  /** The unit of the group, for names without their own. */
  readonly groupUnit: string | null;
  /** Behind the names that tell the group as well. */
  readonly behind: boolean;
}

export interface HeadedColumn {
  /** From the group that stands highest down to the column's own heading. */
  readonly path: readonly ValueCell[];
  readonly names: readonly ColumnName[];
  /** As shown to the user, without a kind's own view of the unit. */
  readonly header: HeaderColumn;
}

export interface Header {
  readonly rows: readonly Row[];
  readonly columns: readonly HeadedColumn[];
}

type Level = ReadonlyMap<number, ValueCell>;

/** The rows of a sheet's head are looked at again and again. */
const headings = new WeakMap<ValueCell, Heading>();
const levels = new WeakMap<Row, Level>();

function headingOf(cell: ValueCell): Heading {
  const known = headings.get(cell) ?? parseHeading(shownText(cell));
  headings.set(cell, known);
  return known;
}

function levelOf(row: Row): Level {
  const known = levels.get(row);
  if (known) return known;
  const cells = row.cells.filter((cell): cell is ValueCell => cell.kind !== 'error' && cell.kind !== 'pending');
  const level = new Map(
    cells.filter((cell) => headingOf(cell).whole !== '').map((cell) => [cell.column, cell] as const),
  );
  levels.set(row, level);
  return level;
}

/** Whether a cell of these rows is by itself named as `isName` knows. */
export const namesIn = (rows: readonly Row[], isName: (name: string) => boolean): boolean =>
  rows.some((row) => [...levelOf(row).values()].some((cell) => headingOf(cell).forms.some(({ name }) => isName(name))));

/** Groups reach to the right over the columns next to them that have a heading below and no group of their own. */
function groupsOf(level: Level, below: readonly Level[], columns: readonly number[]): Level {
  const groups = new Map<number, ValueCell>();
  let group: ValueCell | undefined;
  let previous = Number.NaN;
  for (const column of columns) {
    const isGroup = below.some((lower) => lower.has(column));
    group = level.get(column) ?? (column === previous + 1 ? group : undefined);
    if (!isGroup) group = undefined;
    if (group) groups.set(column, group);
    previous = column;
  }
  return groups;
}

function pathsOf(all: readonly Level[]): Map<number, ValueCell[]> {
  const columns = [...new Set(all.flatMap((level) => [...level.keys()]))].sort((a, b) => a - b);
  const groups = all.map((level, index) => groupsOf(level, all.slice(index + 1), columns));
  return new Map(
    columns.map((column) => [
      column,
      all.flatMap((level, index) => groups[index]?.get(column) ?? level.get(column) ?? []),
    ]),
  );
}

const unitOf = (headings: readonly Heading[]): string | null =>
  headings.findLast(({ unit }) => unit !== null)?.unit ?? null;

/** 走访（次） above 重点人员: 走访(次)/重点人员, 走访重点人员, 重点人员走访, 重点人员. */
function namesOf(path: readonly ValueCell[]): ColumnName[] {
  const all = path.map(headingOf);
  const own = all.at(-1) as Heading;
  const groups = all.slice(0, -1);
  if (groups.length === 0) return [{ heading: own, groupUnit: null, behind: false }];
  const groupUnit = unitOf(groups);
  const name = (text: string): ColumnName => ({ heading: parseHeading(text), groupUnit, behind: false });
  const bases = groups.map(({ base }) => base);
  return [
    name(all.map(({ shown }) => shown).join('/')),
    ...bases.reverse().flatMap((group) => [name(`${group}${own.whole}`), name(`${own.base}${group}`)]),
    ...(groups.length > 1 ? [name(`${groups.map(({ base }) => base).join('')}${own.whole}`)] : []),
    { heading: own, groupUnit, behind: true },
  ];
}

/** The columns of a header of these rows. */
export function headerOf(rows: readonly Row[], year: number | null): Header {
  const columns = [...pathsOf(rows.map(levelOf))].map(([column, path]): HeadedColumn => {
    const names = namesOf(path);
    const { heading, groupUnit } = names[0] as ColumnName;
    return { path, names, header: { column, heading: heading.shown, unit: heading.unit ?? groupUnit, year } };
  });
  return { rows, columns };
}

const filled = (row: Row): string => [...levelOf(row).keys()].join();

/** The rows from `start` on that may be one header of this height: they follow on each other and fill different columns. */
export function headerRows(rows: readonly Row[], start: number, height: number): readonly Row[] | null {
  const block = rows.slice(start, start + height);
  const follows = block.every((row, index) => {
    const above = block[index - 1];
    return !above || (row.number === above.number + 1 && filled(row) !== filled(above));
  });
  return block.length === height && follows ? block : null;
}
