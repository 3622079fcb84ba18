// A table whose rows are streaming in (逐行读表): each is told from what is no data, read, and entered in the books.
import type { Cell, Range, Row } from '../../files/sheet.ts';
import { type CivilDate, firstDay, lastDay, type YearMonth, yearOf } from '../../model/civil.ts';
import { PATROL_FIGURES, TABLE_KINDS } from '../../model/terms.ts';
import type { ValueRules } from '../../model/value-rules.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import type { AnswersInForce } from '../answers.ts';
import { isReadable, lacksOnlyIds, tellHeader } from '../header/check-header.ts';
import type { Fit } from '../header/recognise.ts';
import type { KindSpec } from '../kind.ts';
import { PERSON_FIELDS, VALIDITY_PARSERS } from '../kinds/common.ts';
import { columnProblems } from '../questions.ts';
import { isMarked, type ParsedTable, placeIn } from '../table.ts';
import { isBlank } from '../values/blank.ts';
import { gravest, type Standing } from '../values/validity.ts';
import { ColumnProfile } from './column-profile.ts';
import { counterSigns } from './counter-signs.ts';
import { type Filling, MergedCells, mergesMatter } from './merged-cells.ts';
import { nonDataTest } from './non-data.ts';
import { otherCellsDigest, otherColumns } from './other-columns.ts';
import { leaveOutOtherPeriod } from './other-period.ts';
import { REASONS } from './reasons.ts';
import { type Manner, RowReader } from './row-reader.ts';

/** The days that rows may be about. */
export interface Within {
  readonly valueRules: ValueRules;
  /** 工号位数; null where the office says nothing. */
  readonly idDigits: number | null;
  readonly answers: AnswersInForce;
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

const answerableIn = ({ kind, words }: KindSpec): Manner['answerable'] => ({
  table: TABLE_KINDS[kind],
  fields: new Set(Object.keys(words)),
});

/** Takes the rows below a header into `table`; `merges` are those that are known before the rows are read. */
export function startTable(fit: Fit, table: ParsedTable, within: Within, merges: readonly Range[]): OpenTable {
  const isWhole = isReadable(fit);
  if (!isWhole) table.incomplete = true;
  const readable = isWhole || (within.valueRules === 2 && lacksOnlyIds(fit));
  const dates = fit.dates.filter(({ date }) => !isLater(date, within));
  const isAhead = fit.dates.length > 0 && dates.length === 0;
  const { valueRules, idDigits, answers } = within;
  const manner = { valueRules, idDigits, ownWords: answers.wordsOf(table.kind), answerable: answerableIn(fit.spec) };
  const reader = new RowReader(table.fields, dates, (row, column) => placeIn(table, row, column), manner);
  const profile = profiles(fit, table, within);
  const beyond = beyondHeadings(fit, table);
  const against = counterSigns(table, within.period);
  const standingOf = standingTest(fit.spec, table);
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
      beyond.look(row.number, own);
      profile(cells);
      against.look(row.number, cells);
      if (unreal.size > 0) refuseUnreal(row.number, cells, unreal, table);
      reader.begin(row.number, cells);
      parseRow(fit.spec, reader, row.number, table, within, others ? otherCellsDigest(cells, others) : 0, standingOf);
    }
  };
  const close = (whole: boolean): void => {
    if (!whole) table.incomplete = true;
    if (hidden > 0) table.problems.push(problem('hiddenRowsRead', { count: hidden }, placeIn(table, null, null)));
    if (merged) table.problems.push(...countedOnce(merged, table), ...amountsMerged(merged, table));
    beyond.close();
    const isNotUsed = (heading: string): boolean => answers.isColumnNotUsed(table.file, table.sheet, heading);
    const asked = tellHeader(fit, table, isNotUsed);
    table.problems.push(...columnProblems(table, answers, asked));
    fit.spec.finish(table);
    table.problems.push(...against.problems(isNotUsed));
  };
  return { accept, needs: (found) => mergesMatter(found, filling), close };
}

/** Looks at the columns that no field takes. */
function profiles(
  { unknown }: Fit,
  table: ParsedTable,
  { period, valueRules }: Within,
): (cells: readonly Cell[]) => void {
  if (valueRules === 1 || unknown.length === 0) return () => {};
  for (const { column } of unknown) table.profiles.set(column, new ColumnProfile(period && yearOf(period)));
  return (cells) => {
    for (const cell of cells) table.profiles.get(cell.column)?.add(cell);
  };
}

/** Records of a text file with fields beyond the last heading: two that were glued together, unless most rows have them. */
function beyondHeadings({ rows }: Fit, table: ParsedTable) {
  const last = Math.max(...rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const found: number[] = [];
  let count = 0;
  return {
    look: (row: number, cells: readonly Cell[]): void => {
      if (table.sheet !== null || table.valueRules === 1) return;
      count += 1;
      if (cells.some(({ column }) => column > last)) found.push(row);
    },
    close: (): void => {
      if (found.length === 0 || found.length * 2 > count) return;
      const data = { count: found.length, columns: last + 1 };
      table.problems.push(problem('recordsGlued', data, placeIn(table, found[0] ?? null, last + 1)));
      for (const row of found) table.ledger.settle(row, 'error');
      table.entries.withdraw(new Set(found));
    },
  };
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

/** An amount merged over several rows: whose it is, and how often, only the office can tell. */
const amountsMerged = ({ spread }: MergedCells, table: ParsedTable): Problem[] =>
  [...spread].map(([column, { row, count }]) => {
    table.incomplete = true;
    const heading = [...table.fields.values()].find((one) => one.column === column)?.heading ?? '';
    return problem('amountMerged', { heading, count }, placeIn(table, row, column));
  });

function fillingOf({ kind, headerRow, fields, dates, valueRules }: ParsedTable): Filling {
  const columns = (names: readonly string[]) => new Set(names.flatMap((name) => fields.get(name)?.column ?? []));
  return {
    headerRow,
    dateColumns: new Set(dates.map(({ column }) => column)),
    figures: columns(kind === 'patrol' ? Object.keys(PATROL_FIGURES) : []),
    occasion: columns([...Object.keys(PERSON_FIELDS), 'date']),
    amounts: columns(kind === 'adjustments' && valueRules === 2 ? ['amount', 'added', 'deducted'] : []),
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
  standingOf: (reader: RowReader<string>) => Standing,
): void {
  const reason = spec.leftOut(reader);
  if (reason) {
    table.ledger.settle(row, reason);
    return;
  }
  const standing = standingOf(reader);
  const isFaulty = reader.failed;
  const draft = spec.parse(reader);
  const { person, grids, township, span, key, failed } = reader;
  const { period } = within;
  if (!isFaulty && (standing !== 'counts' || reader.isVoid)) {
    // A row that is none is not asked whether the rest of it can be read.
    const isPending = standing === 'pending';
    if (span === null || period === null || (span[0] <= lastDay(period) && span[1] >= firstDay(period)))
      (isPending ? table.pending : table.voided).push(row);
    table.ledger.settle(row, isPending ? REASONS.pending : REASONS.voided);
    return;
  }
  if (span && isLater(span[0], within) && !spec.tellsAhead) {
    table.ledger.settle(row, REASONS.later);
    return;
  }
  const inPeriod = span && period && span[0] <= lastDay(period) && span[1] >= firstDay(period);
  if (inPeriod === false && (failed || !spec.keepsOtherPeriods)) {
    leaveOutOtherPeriod(table, row, span?.[0] ?? null);
    return;
  }
  const shared = { row, person, grids, township, key, inPeriod, others, problems: reader.problems };
  if (failed || !isSeveral(draft)) table.entries.push(failed ? null : (draft as object | null), shared);
  else if (draft.length === 0) table.ledger.settle(row, REASONS.noFigures);
  else for (const value of draft) table.entries.push(value, shared);
}

/** What the columns say that decide whether a row counts; kinds with such columns of their own ask them themselves. */
function standingTest(
  { kind }: KindSpec,
  { fields, valueRules }: ParsedTable,
): (reader: RowReader<string>) => Standing {
  const deciding = (Object.keys(VALIDITY_PARSERS) as (keyof typeof VALIDITY_PARSERS)[]).filter((one) =>
    fields.has(one),
  );
  if (valueRules === 1 || kind === 'reports' || deciding.length === 0) return () => 'counts';
  return (reader) => gravest(deciding.flatMap((field) => reader.read<Standing>(field, VALIDITY_PARSERS[field]) ?? []));
}

const isLater = (day: CivilDate, { asOf }: Within): boolean => asOf !== null && day > asOf;

const isSeveral = (draft: object | readonly object[] | null): draft is readonly object[] => Array.isArray(draft);
