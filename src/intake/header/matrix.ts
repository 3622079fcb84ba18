// What a table with one column a date is about (日期矩阵): marks of meetings, or daily patrol figures. The headings do not
// tell, so the titles above them, the sheet's name and the first rows are asked.
import type { Cell, Row } from '../../files/sheet.ts';
import { type CivilDate, type YearMonth, yearOf } from '../../model/civil.ts';
import type { PatrolFigure } from '../../model/terms.ts';
import type { ValueRules } from '../../model/value-rules.ts';
import { LEAVE_MARKS, MARKS } from '../kinds/marks.ts';
import { type DateColumn, type HeaderColumn, MARK } from '../table.ts';
import type { ValueCell } from '../values/fault.ts';
import { compact, shownText } from '../values/text.ts';
import { type DatedColumn, datedColumns, isMonth, monthsIn, unrealDates } from './date-headings.ts';
import { FIGURE_HEADINGS, figureNamed, figuresInTitles, type NamedFigure, unitInTitles } from './figures.ts';
import type { Header } from './header.ts';
import { saysMeeting } from './other-layouts.ts';

/** Why a matrix of patrol cannot be read: it has marks where a figure is named, or nothing says which figure it holds. */
type MatrixFault = 'marksOnly' | 'figureUnknown';

export interface Matrix {
  readonly kind: 'meetings' | 'patrol';
  readonly dates: readonly DateColumn[];
  /** Columns headed like a date that does not exist. */
  readonly unreal: readonly HeaderColumn[];
  readonly fault: MatrixFault | null;
}

/** What stands around a header. */
export interface Surroundings {
  readonly sheet: string | null;
  /** The path of the file. */
  readonly file: string | null;
  readonly valueRules: ValueRules;
  readonly above: readonly Row[];
  readonly below: readonly Row[];
  readonly period: YearMonth | null;
}

/** Versions before 0.4.0 took any matrix of marks for 例会. */
const OF_MEETINGS_BEFORE = /例会|会议|签到|到会|参会/;
const OF_PATROL = /巡查|巡逻|在线|时长|里程|轨迹|走访/;

const textsOf = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : [])));

/** The titles of a table, and the sheet's name. */
const titlesOf = ({ above, sheet }: Surroundings): string[] => [...textsOf(above), ...(sheet === null ? [] : [sheet])];

/** The month of days alone: that of the titles, else the folder's; null where the titles disagree. */
function monthOf(titles: readonly string[], period: YearMonth): YearMonth | null {
  const months = monthsIn(titles, yearOf(period));
  return months.length > 1 ? null : (months[0] ?? period);
}

function datesOf(
  { rows, columns }: Header,
  titles: readonly string[],
  period: YearMonth | null,
  named: boolean,
): readonly DatedColumn[] {
  if (period === null) return datedColumns(columns, null, null, named);
  const groups = textsOf(rows).filter((text) => !isMonth(text));
  return datedColumns(columns, yearOf(period), monthOf([...titles, ...groups], period), named);
}

/** √ and ×; a mark of leave may stand among figures. */
const isMark = (cell: Cell): boolean =>
  cell.kind === 'text' && MARKS.has(compact(cell.text)) && !LEAVE_MARKS.has(compact(cell.text));
const isFigure = (cell: Cell): boolean =>
  cell.kind === 'number' || (cell.kind === 'text' && /^\D?\d/.test(compact(cell.text)));

function dateColumn({ column, date, name, besides }: DatedColumn, title: NamedFigure | null): DateColumn {
  const figure = besides.flatMap((cell) => figureNamed(shownText(cell)) ?? [])[0] ?? title;
  const { column: index, heading } = column.header;
  return { column: index, date, name, heading, figure: figure?.figure ?? null, unit: figure?.unit ?? null };
}

/** Whether a cell below says what its heading says: it is of a repeated header. */
const repeats = (cell: Cell, heading: ValueCell): boolean =>
  cell.kind !== 'error' && cell.kind !== 'pending' && shownText(cell) === shownText(heading);

/** The name of a file without its folders and its extension. */
export const nameOf = (path: string | null): string =>
  path === null ? '' : path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');

/** Null where no column stands for a date, or where nothing says that the marks of days are those of meetings. */
export function matrixOf(header: Header, around: Surroundings): Matrix | null {
  const { columns } = header;
  const titles = titlesOf(around);
  const isOld = around.valueRules === 1;
  const found = datesOf(header, titles, around.period, !isOld);
  if (found.length === 0) return null;
  const shown = [...titles, ...found.flatMap(({ besides, name }) => [...besides.map(shownText), name ?? ''])];
  const sayMeeting = [...shown, ...columns.map((one) => one.header.heading), nameOf(around.file)].some(saysMeeting);
  // A day with a name is one of a meeting.
  const dated = sayMeeting ? found : found.filter(({ name }) => name === null);
  if (dated.length === 0) return null;
  const headings = new Map(dated.map(({ column: { header: own, path } }) => [own.column, path.at(-1) as ValueCell]));
  const cells = around.below.flatMap((row) =>
    row.cells.filter((cell) => headings.has(cell.column) && !repeats(cell, headings.get(cell.column) as ValueCell)),
  );
  const groups = dated.flatMap(({ besides }) => besides.map(shownText));
  const said = [...titles, ...groups];
  const named = figuresInTitles(said);
  const title = named.length === 1 ? { figure: named[0] as PatrolFigure, unit: unitInTitles(said) } : null;
  const byRow = namesFigures(columns, around.below);
  const dates = dated.map((one) => dateColumn(one, byRow ? null : title));
  const ofMeetings = isOld ? said.some((text) => OF_MEETINGS_BEFORE.test(compact(text))) : sayMeeting;
  const [figures, marks] = [cells.filter(isFigure).length, cells.filter(isMark).length];
  const ofPatrol = byRow || (!ofMeetings && (figures > marks || said.some((text) => OF_PATROL.test(compact(text)))));
  const unreal = unrealDates(columns, dated).map((column) => column.header);
  if (!ofPatrol) return isOld || sayMeeting ? { kind: 'meetings', dates, unreal, fault: null } : null;
  const known = byRow || dates.every(({ figure }) => figure !== null);
  const patrol = { kind: 'patrol', dates, unreal, fault: null } as const;
  if (figures > 0 || marks === 0) return known ? patrol : { ...patrol, fault: 'figureUnknown' };
  const ofDays = !byRow && dates.every(({ figure }) => figure === null);
  return ofDays
    ? { ...patrol, dates: dates.map((date) => ({ ...date, figure: MARK })) }
    : { ...patrol, fault: 'marksOnly' };
}

/** Whether a column says in its rows which figure they hold. */
function namesFigures(columns: Header['columns'], below: readonly Row[]): boolean {
  const saying = columns.filter(({ names }) => names.some(({ heading }) => FIGURE_HEADINGS.includes(heading.base)));
  const indexes = new Set(saying.map(({ header }) => header.column));
  return below.some(({ cells }) =>
    cells.some((cell) => indexes.has(cell.column) && cell.kind === 'text' && figureNamed(cell.text) !== null),
  );
}

/** Dates that two columns of one figure bear. */
export function datesTwice(dates: readonly DateColumn[]): readonly DateColumn[] {
  const seen = new Set<string>();
  const keyOf = (date: CivilDate, figure: string | null) => `${date} ${figure}`;
  return dates.filter(({ date, figure }) => {
    const key = keyOf(date, figure);
    const twice = seen.has(key);
    seen.add(key);
    return twice;
  });
}
