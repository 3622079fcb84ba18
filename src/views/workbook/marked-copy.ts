// A copy of an input with its problems marked (标注副本): problem cells are coloured, and a note says what is wrong and what
// to do. A sheet too long to look at is an excerpt: its head and the rows with problems.
import type { Cell, Row } from '../../files/sheet.ts';
import type { IssueRecord } from '../../model/record.ts';
import { columnIndex, columnLetter } from '../../model/source.ts';
import type { Severity } from '../../problems/definition.ts';
import type { CopyCell, CopyFormat, CopyModel, CopyRange, CopyRow, CopySheet } from './copy.ts';
import { tabNames } from './tab-names.ts';

/** A sheet of an input as far as it is held. */
export interface HeldSheet {
  readonly name: string | null;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
  readonly merges: readonly CopyRange[];
  /** Whether only some rows are held. */
  readonly isExcerpt: boolean;
  /** Whether even some rows with problems are not held. */
  readonly isCut: boolean;
  /** Non-empty rows of the sheet, held or not. */
  readonly total: number;
  readonly headerRow: number | null;
}

/** Where a problem is marked: the copy's tab and cell, such as D5. */
export interface MarkedPlace {
  readonly sheet: string;
  readonly cell: string;
}

export interface MarkedCopy {
  readonly model: CopyModel;
  readonly places: ReadonlyMap<IssueRecord, MarkedPlace>;
}

const LABELS: Record<Severity, string> = { error: '错误', warning: '警告', notice: '提示' };
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];
/** Problems that a note tells in full. */
const NOTED = 10;
/** A workbook writer touches every cell of a merged range. */
const LARGEST_MERGES = 100_000;
const HIGHEST_FROZEN = 20;
const DAYS_1904 = 1462;
/** A workbook has no more columns. */
const COLUMNS = 16_384;

type Shown = Pick<CopyCell, 'value' | 'format'>;

function numberShown(raw: string, format: Extract<Cell, { kind: 'number' }>['format']): Shown {
  const value = Number(raw);
  if (!Number.isFinite(value)) return { value: raw, format: 'text' };
  const formats: Record<typeof format, CopyFormat> = {
    plain: 'general',
    percent: 'percent',
    time: 'time',
    date: Number.isInteger(value) ? 'date' : 'dateTime',
    date1904: Number.isInteger(value) ? 'date' : 'dateTime',
  };
  return { value: format === 'date1904' ? value + DAYS_1904 : value, format: formats[format] };
}

/** The cell as a reader of the input sees it. */
function shown(cell: Cell): Shown {
  switch (cell.kind) {
    case 'number':
      return numberShown(cell.raw, cell.format);
    case 'boolean':
      return { value: cell.value, format: 'general' };
    case 'pending':
      return { value: null, format: 'general' };
    case 'text':
    case 'error':
      return { value: cell.text, format: 'text' };
  }
}

function noteOf(issues: readonly IssueRecord[], moved: number | null): string {
  const said = issues
    .slice(0, NOTED)
    .map(({ severity, message, remedy }) => `【${LABELS[severity]}】${message}\n→ ${remedy}`);
  const more = issues.length > NOTED ? [`另有 ${issues.length - NOTED} 处，见问题清单`] : [];
  return [...(moved === null ? [] : [`原第 ${moved} 行`]), ...said, ...more].join('\n');
}

const gravest = (issues: readonly IssueRecord[]): Severity | null =>
  SEVERITIES.find((severity) => issues.some((issue) => issue.severity === severity)) ?? null;

/** Ranges that a copy can hold: within the used cells, not one over another. */
function mergesOf({ rows, merges, isExcerpt }: HeldSheet): CopyRange[] {
  if (isExcerpt) return [];
  const lastRow = rows.at(-1)?.number ?? 0;
  const lastColumn = Math.max(0, ...rows.map(({ cells }) => cells.at(-1)?.column ?? 0));
  const taken = new Set<string>();
  const held: CopyRange[] = [];
  for (const range of merges) {
    const clipped = {
      ...range,
      lastRow: Math.min(range.lastRow, lastRow),
      lastColumn: Math.min(range.lastColumn, lastColumn),
    };
    const [height, width] = [clipped.lastRow - range.firstRow + 1, clipped.lastColumn - range.firstColumn + 1];
    if (height < 1 || width < 1 || height * width < 2 || taken.size + height * width > LARGEST_MERGES) continue;
    const cells = Array.from(
      { length: height * width },
      (_, index) => `${range.firstRow + Math.floor(index / width)},${range.firstColumn + (index % width)}`,
    );
    if (cells.some((cell) => taken.has(cell))) continue;
    for (const cell of cells) taken.add(cell);
    held.push(clipped);
  }
  return held;
}

interface Spot {
  /** Of the input. */
  readonly row: number;
  readonly column: number;
}

/** The cell a problem is marked at: a row's first one where it names none, the headings where it names no row. */
function spotOf(
  held: HeldSheet,
  byNumber: ReadonlyMap<number, Row>,
  merges: readonly CopyRange[],
  { row, column }: IssueRecord,
): Spot {
  const at = row ?? held.headerRow ?? held.rows[0]?.number ?? 1;
  const first = byNumber.get(at)?.cells[0]?.column ?? 0;
  const spot = { row: at, column: column === null ? first : columnIndex(column) };
  const merged = merges.find(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      firstRow <= spot.row && spot.row <= lastRow && firstColumn <= spot.column && spot.column <= lastColumn,
  );
  return merged ? { row: merged.firstRow, column: merged.firstColumn } : spot;
}

const EMPTY: Shown = { value: null, format: 'general' };

function copyRow(
  { number, hidden, cells }: Row,
  to: number,
  marks: ReadonlyMap<number, readonly IssueRecord[]> | undefined,
): CopyRow {
  const moved = to === number ? null : number;
  const columns = [...new Set([...cells.map(({ column }) => column), ...(marks?.keys() ?? [])])]
    .filter((column) => column < COLUMNS)
    .sort((a, b) => a - b);
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  return {
    number: to,
    hidden,
    cells: columns.map((column) => {
      const cell = byColumn.get(column);
      const issues = marks?.get(column) ?? [];
      return {
        ...(cell ? shown(cell) : EMPTY),
        column,
        mark: gravest(issues),
        note: issues.length > 0 ? noteOf(issues, moved) : null,
      };
    }),
  };
}

function excerptBanner({ rows, total, isCut }: HeldSheet): CopyRow {
  const which = isCut ? '表头和一部分有问题的行（先错误，后警告、提示）' : '表头和有问题的行';
  const value = `本表共 ${total} 行，这里只摘录${which}，共 ${rows.length} 行；原行号见批注和问题清单`;
  return { number: 1, hidden: false, cells: [{ column: 0, value, format: 'text', mark: 'notice', note: null }] };
}

/** Over as many columns as its sentence is long. */
const BANNER_RANGE: CopyRange = { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 9 };

interface CopiedSheet {
  readonly sheet: CopySheet;
  readonly cellOf: (issue: IssueRecord) => string | null;
}

function copySheet(held: HeldSheet, name: string, issues: readonly IssueRecord[]): CopiedSheet {
  const merges = mergesOf(held);
  const byNumber = new Map(held.rows.map((row) => [row.number, row]));
  const spots = new Map(issues.map((issue) => [issue, spotOf(held, byNumber, merges, issue)]));
  const marks = new Map<number, Map<number, IssueRecord[]>>();
  for (const [issue, { row, column }] of spots) {
    const inRow = marks.get(row) ?? new Map<number, IssueRecord[]>();
    const atCell = inRow.get(column) ?? [];
    atCell.push(issue);
    marks.set(row, inRow.set(column, atCell));
  }
  const { isExcerpt } = held;
  // A problem may stand in a row that has no cells.
  const bare = isExcerpt ? [] : [...marks.keys()].filter((row) => !byNumber.has(row));
  const rows = [...held.rows, ...bare.map((number): Row => ({ number, hidden: false, cells: [] }))].sort(
    (a, b) => a.number - b.number,
  );
  const places = new Map(rows.map(({ number }, index) => [number, isExcerpt ? index + 2 : number]));
  const copied = rows.map((row) => copyRow(row, places.get(row.number) ?? row.number, marks.get(row.number)));
  const header = held.headerRow === null ? 0 : (places.get(held.headerRow) ?? 0);
  return {
    sheet: {
      name,
      hidden: held.hidden,
      rows: isExcerpt ? [excerptBanner(held), ...copied] : copied,
      merges: isExcerpt ? [BANNER_RANGE] : merges,
      frozenRows: header <= HIGHEST_FROZEN ? header : 0,
    },
    cellOf: (issue) => {
      const spot = spots.get(issue);
      const row = spot && places.get(spot.row);
      return spot && row !== undefined ? `${columnLetter(spot.column)}${row}` : null;
    },
  };
}

/** `issues` are those of the file, in the order of the list of problems. */
export function markedCopy(title: string, sheets: readonly HeldSheet[], issues: readonly IssueRecord[]): MarkedCopy {
  const names = tabNames(sheets.map(({ name }) => name));
  const indexOf = (sheet: string | null): number => sheets.findIndex(({ name }) => name === sheet);
  const bySheet = sheets.map((): IssueRecord[] => []);
  // What is said of the file as a whole stands on its first sheet.
  for (const issue of issues) bySheet[Math.max(0, indexOf(issue.sheet))]?.push(issue);
  const copied = sheets.map((held, index) => copySheet(held, names[index] as string, bySheet[index] ?? []));
  const places = new Map<IssueRecord, MarkedPlace>();
  for (const [index, own] of bySheet.entries()) {
    for (const issue of own) {
      const cell = copied[index]?.cellOf(issue) ?? null;
      if (cell !== null) places.set(issue, { sheet: names[index] as string, cell });
    }
  }
  return { model: { title, sheets: copied.map(({ sheet }) => sheet) }, places };
}
