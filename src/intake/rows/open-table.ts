// A table whose rows are streaming in (逐行读表): each is told from what is no data, read, and entered in the books.
import { type CivilDate, firstDay, lastDay, type YearMonth } from '../../model/civil.ts';
import { PATROL_FIGURES } from '../../model/terms.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { checkHeader } from '../header/check-header.ts';
import type { Fit } from '../header/recognise.ts';
import type { KindSpec } from '../kind.ts';
import { PERSON_FIELDS } from '../kinds/common.ts';
import type { Cell, Range, Row } from '../sheet.ts';
import { isMarked, type ParsedTable, placeIn } from '../table.ts';
import { isBlank } from '../values/blank.ts';
import { type Filling, MergedCells, mergesMatter } from './merged-cells.ts';
import { nonDataTest } from './non-data.ts';
import { otherCellsDigest, otherColumns } from './other-columns.ts';
import { leaveOutOtherPeriod } from './other-period.ts';
import { REASONS } from './reasons.ts';
import { RowReader } from './row-reader.ts';

/** The days that rows may be about. */
export interface Within {
  /** Null for tables that belong to no month. */
  readonly period: YearMonth | null;
  /** The last day looked at of a month in progress; null where the whole month is. */
  readonly asOf: CivilDate | null;
}

/** A table whose rows are streaming in. */
export interface OpenTable {
  /** Takes a row; those up to the headings are passed over. */
  readonly accept: (row: Row) => void;
  /** Whether merged cells give rows of the table values that it does not know of yet. */
  readonly needs: (merges: readonly Range[]) => boolean;
  /** `whole` is false when the file broke off. */
  readonly close: (whole: boolean) => void;
}

/** Takes the rows below a header into `table`; `merges` are those that are known before the rows are read. */
export function startTable(fit: Fit, table: ParsedTable, within: Within, merges: readonly Range[]): OpenTable {
  const readable = checkHeader(fit, table);
  if (!readable) table.incomplete = true;
  const dates = fit.dates.filter(({ date }) => !isLater(date, within));
  const isAhead = fit.dates.length > 0 && dates.length === 0;
  const reader = new RowReader(fit.fields, dates, (row, column) => placeIn(table, row, column));
  const noData = nonDataTest(fit);
  // What does not add up is alike whatever else its row says.
  const others = fit.spec.comparesOtherColumns && !isMarked(table) ? otherColumns(fit) : null;
  const unreal = new Map(fit.matrix?.unreal.map(({ column, heading }) => [column, heading]));
  const filling = fillingOf(table);
  const merged = merges.length > 0 ? new MergedCells(merges, filling) : null;
  let hidden = 0;
  const accept = (row: Row): void => {
    const own = row.cells.some(isBlank) ? row.cells.filter((cell) => !isBlank(cell)) : row.cells;
    if (row.number <= table.headerRow || own.length === 0) return;
    const cells = merged ? merged.fill(row.number, own) : own;
    if (row.hidden) hidden += 1;
    table.ledger.enter(row.number);
    const reason = noData(cells);
    if (reason) table.ledger.settle(row.number, reason);
    else if (fit.spec.kind === 'trackPoints') table.ledger.settle(row.number, REASONS.trackPoint);
    else if (!readable) table.ledger.settle(row.number, 'error');
    else if (isAhead) table.ledger.settle(row.number, REASONS.later);
    else {
      if (unreal.size > 0) refuseUnreal(row.number, cells, unreal, table);
      reader.begin(row.number, cells);
      parseRow(fit.spec, reader, row.number, table, within, others ? otherCellsDigest(cells, others) : 0);
    }
  };
  const close = (whole: boolean): void => {
    if (!whole) table.incomplete = true;
    if (hidden > 0) table.problems.push(problem('hiddenRowsRead', { count: hidden }, placeIn(table, null, null)));
    if (merged) table.problems.push(...countedOnce(merged, table));
    fit.spec.finish(table);
  };
  return { accept, needs: (found) => mergesMatter(found, filling), close };
}

/** Cells below a heading like a date that does not exist cannot be told a day. */
function refuseUnreal(row: number, cells: readonly Cell[], unreal: ReadonlyMap<number, string>, table: ParsedTable) {
  for (const { column } of cells) {
    const found = unreal.get(column);
    if (found === undefined) continue;
    table.problems.push(problem('dateNotReal', { heading: '表头', found }, placeIn(table, row, column)));
    table.ledger.settle(row, 'error');
  }
}

function fillingOf({ kind, headerRow, fields, dates }: ParsedTable): Filling {
  const columns = (names: readonly string[]) => new Set(names.flatMap((name) => fields.get(name)?.column ?? []));
  return {
    headerRow,
    dateColumns: new Set(dates.map(({ column }) => column)),
    figures: columns(kind === 'patrol' ? Object.keys(PATROL_FIGURES) : []),
    occasion: columns([...Object.keys(PERSON_FIELDS), 'date']),
  };
}

const countedOnce = ({ counted }: MergedCells, table: ParsedTable): Problem[] =>
  [...table.fields.values()].flatMap(({ column, heading }) => {
    const count = counted.get(column);
    return count === undefined
      ? []
      : [problem('mergedFigureOnce', { heading, count }, placeIn(table, table.headerRow, column))];
  });

function parseRow(
  spec: KindSpec,
  reader: RowReader<string>,
  row: number,
  table: ParsedTable,
  within: Within,
  others: number,
): void {
  const reason = spec.leftOut(reader);
  if (reason) {
    table.ledger.settle(row, reason);
    return;
  }
  const draft = spec.parse(reader);
  const { person, grids, township, span, key, failed } = reader;
  const { period } = within;
  if (span && isLater(span[0], within) && !spec.tellsAhead) {
    table.ledger.settle(row, REASONS.later);
    return;
  }
  const inPeriod = span && period && span[0] <= lastDay(period) && span[1] >= firstDay(period);
  if (inPeriod === false && (failed || !spec.keepsOtherPeriods)) {
    leaveOutOtherPeriod(table, row);
    return;
  }
  const shared = { row, person, grids, township, key, inPeriod, others, problems: reader.problems };
  if (failed || !isSeveral(draft)) table.entries.push(failed ? null : (draft as object | null), shared);
  else if (draft.length === 0) table.ledger.settle(row, REASONS.noFigures);
  else for (const value of draft) table.entries.push(value, shared);
}

const isLater = (day: CivilDate, { asOf }: Within): boolean => asOf !== null && day > asOf;

const isSeveral = (draft: object | readonly object[] | null): draft is readonly object[] => Array.isArray(draft);
