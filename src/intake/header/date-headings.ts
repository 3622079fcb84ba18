// Columns headed by dates (日期列): 7月1日, date cells, 7-1, and 1日 or 1 … 31 of a month known otherwise.
import { type CivilDate, civilDate, monthOf, type YearMonth, yearOf } from '../../model/civil.ts';
import { date } from '../values/dates.ts';
import { type ColumnContext, Fault, type ValueCell } from '../values/fault.ts';
import { compact, shownText } from '../values/text.ts';
import { figureNamed } from './figures.ts';
import type { HeadedColumn } from './header.ts';

export interface DatedColumn {
  readonly column: HeadedColumn;
  readonly date: CivilDate;
  /** What a heading says right beside the date, such as 安全会 or 下午; null for nothing. */
  readonly name: string | null;
  /** What the header says of the column besides the date. */
  readonly besides: readonly ValueCell[];
}

const WEEKDAY_ALONE = /^\(?(?:星期|周|礼拜)?[一二三四五六日天]\)?$/;
const WEEKDAY_BEHIND = /\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|\([一二三四五六日天]\)$/;
/** Below a date. */
const OF_A_DAY = /^(例会|会议|签到|签到情况|出席|出席情况|到会|参会|考勤|上午|下午)$/;
const WHAT_FOR = /(例会|会议|签到|签到情况|考勤)$/;
/** 7月20日安全会, 下午(7月20日): a date within a heading, and what may stand beside it. */
const DATE_WITHIN = /(?:\d{4}[年./-])?\d{1,2}(?:月|[./-])\d{1,2}[日号]?/;
const BESIDE = /会|学习|培训|^[上下]午|^晚上|第.次|补[报签录登]/;
const NO_DAY = /[前后至]|截止|累计|合计|平均/;
const LONGEST_NAME = 12;
const MONTH_AND_DAY = /^(\d{1,2})([-/.])(\d{1,2})$/;
const DAY = /^(\d{1,2})([日号]?)$/;
const LIKE_A_DATE = /^(?:(?:\d{4}[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?|\d{1,2}[日号]|29|30|31)$/;
const MONTH = /^(?:(\d{4})年)?(\d{1,2})月份?$/;
const MONTH_IN_TEXT = /(?:(\d{4})[年.-])?(?<!\d)(\d{1,2})月(?!\d{1,2}[日号])/g;

/** How many headings in a row must be days alone to be taken for days: numbers may be anything. */
const DAYS_IN_A_ROW = { number: 5, day: 1, monthAndDay: 2 } as const;
type DoubtfulForm = keyof typeof DAYS_IN_A_ROW;

export const isWeekday = (cell: ValueCell): boolean => cell.kind === 'text' && WEEKDAY_ALONE.test(compact(cell.text));

const headingText = (cell: ValueCell): string =>
  compact(shownText(cell)).replace(WEEKDAY_BEHIND, '').replace(WHAT_FOR, '');

interface NamedDay {
  readonly date: CivilDate;
  readonly name: string | null;
}

/** A heading as its date and what stands beside it; null where it has none or says more than a name. */
function dividedHeading(cell: ValueCell): readonly [date: string, name: string] | null {
  if (cell.kind !== 'text') return null;
  const text = compact(shownText(cell)).replace(WEEKDAY_BEHIND, '');
  const found = DATE_WITHIN.exec(text);
  if (!found) return null;
  const name = text.replace(found[0], '').replace(/[()（）、,:：\-—]/g, '');
  return name !== '' && name.length <= LONGEST_NAME && BESIDE.test(name) && !NO_DAY.test(name)
    ? [found[0], name]
    : null;
}

/** What names no meeting, only what the marks of the day are. */
const NO_NAME = /^(?:签到|签到情况|考勤)$/;

/** A date that leaves nothing open but the year. With `named`, also one with a name beside it. */
function certain(cell: ValueCell, context: ColumnContext, named: boolean): NamedDay | null {
  const whole = date(
    cell.kind === 'text' ? { ...cell, text: compact(shownText(cell)).replace(WEEKDAY_BEHIND, '') } : cell,
    context,
  );
  if (!(whole instanceof Fault)) return { date: whole, name: null };
  const plain = date(cell.kind === 'text' ? { ...cell, text: headingText(cell) } : cell, context);
  const divided = named ? dividedHeading(cell) : null;
  if (!(plain instanceof Fault)) {
    const name = divided?.[1] ?? null;
    return { date: plain, name: name === null || NO_NAME.test(name) ? null : name };
  }
  const day = divided && cell.kind === 'text' ? date({ ...cell, text: divided[0] }, context) : null;
  return day === null || day instanceof Fault ? null : { date: day, name: divided?.[1] ?? null };
}

/** The months that texts speak of, such as 2021年6月巡查统计表; days of a month, such as 6月1日, are none. */
export function monthsIn(texts: readonly string[], year: number): YearMonth[] {
  const found = texts.flatMap((text) =>
    [...compact(text).matchAll(MONTH_IN_TEXT)].flatMap(([, named, month]) => {
      const day = civilDate(named === undefined ? year : Number(named), Number(month), 1);
      return day === null ? [] : [day.slice(0, 7) as YearMonth];
    }),
  );
  return [...new Set(found)];
}

interface Doubtful extends DatedColumn {
  readonly form: DoubtfulForm;
}

/** A date of the month known otherwise. */
function doubtful(cell: ValueCell, month: YearMonth, named: boolean): (NamedDay & { form: DoubtfulForm }) | null {
  const plain = cell.kind === 'text' || (cell.kind === 'number' && cell.format === 'plain');
  const divided = named ? dividedHeading(cell) : null;
  const text = divided?.[0] ?? (plain ? headingText(cell) : '');
  const both = cell.kind === 'text' ? MONTH_AND_DAY.exec(text) : null;
  const day = DAY.exec(text);
  if (!both && !day) return null;
  const [monthNumber, dayNumber] = both ? [both[1], both[3]] : [month.slice(5), day?.[1]];
  const found = civilDate(yearOf(month), Number(monthNumber), Number(dayNumber));
  return found && { date: found, name: divided?.[1] ?? null, form: both ? 'monthAndDay' : day?.[2] ? 'day' : 'number' };
}

/** What may stand below a date that heads several columns: a figure, or what the marks of the day are. */
const isOfADay = (cell: ValueCell): boolean =>
  figureNamed(shownText(cell)) !== null || OF_A_DAY.test(compact(shownText(cell)));

/** The columns whose header holds exactly one date. */
function certainColumns(columns: readonly HeadedColumn[], named: boolean): DatedColumn[] {
  const found = columns.flatMap((column) => {
    const cells = column.path.filter((cell) => !isWeekday(cell));
    const dates = cells.flatMap((cell, index) => {
      const read = certain(cell, column.header, named);
      return read === null ? [] : [{ index, read }];
    });
    const [only] = dates;
    if (dates.length !== 1 || !only || !cells.slice(only.index + 1).every(isOfADay)) return [];
    const besides = cells.filter((_, index) => index !== only.index);
    return [{ column, ...only.read, besides, above: only.index < cells.length - 1 }];
  });
  // One date above all headings is the time of the export, not a day of the table.
  const above = new Set(found.filter((one) => one.above).map((one) => one.date));
  return found.filter((one) => !one.above || above.size > 1).map(({ above: _, ...one }) => one);
}

/** Stretches of columns whose days rise. */
function rising(columns: readonly Doubtful[]): Doubtful[][] {
  const stretches: Doubtful[][] = [];
  for (const next of columns) {
    const stretch = stretches.at(-1);
    const last = stretch?.at(-1);
    const follows = last && (last.date < next.date || (last.date === next.date && last.name !== next.name));
    if (stretch && last && last.form === next.form && follows) stretch.push(next);
    else stretches.push([next]);
  }
  return stretches;
}

function doubtfulColumns(
  columns: readonly HeadedColumn[],
  year: number,
  known: YearMonth | null,
  named: boolean,
): Doubtful[] {
  const found = columns.flatMap((column): Doubtful[] => {
    const cells = column.path.filter((cell) => !isWeekday(cell));
    const month = cells.flatMap((cell) => monthOfGroup(cell, year))[0] ?? known;
    if (month === null) return [];
    const dated = cells.flatMap((cell, index) => {
      const read = doubtful(cell, month, named);
      return read ? [{ ...read, index }] : [];
    });
    const [only] = dated;
    if (dated.length !== 1 || !only || !cells.slice(only.index + 1).every(isOfADay)) return [];
    const besides = cells.filter((cell, index) => index !== only.index && monthOfGroup(cell, year).length === 0);
    return [{ column, date: only.date, name: only.name, form: only.form, besides }];
  });
  return rising(found)
    .filter((stretch) => stretch.length >= DAYS_IN_A_ROW[(stretch[0] as Doubtful).form])
    .flat();
}

export const isMonth = (text: string): boolean => MONTH.test(compact(text));

/** 7月 above the days. */
function monthOfGroup(cell: ValueCell, year: number): YearMonth[] {
  const match = cell.kind === 'text' ? MONTH.exec(compact(cell.text)) : null;
  const day = match && civilDate(Number(match[1] ?? year), Number(match[2]), 1);
  return day ? [day.slice(0, 7) as YearMonth] : [];
}

/**
 * The columns of a header that stand for dates. `month` is that of days alone, where no group above them names another;
 * null where none is known. Without a year only full dates are dates. `named`: a date may have a name beside it.
 */
export function datedColumns(
  columns: readonly HeadedColumn[],
  year: number | null,
  month: YearMonth | null,
  named: boolean,
): readonly DatedColumn[] {
  const sure = certainColumns(columns, named);
  if (year === null) return sure;
  const months = new Set(sure.map(({ date: day }) => monthOf(day)));
  if (months.size > 1) return sure;
  const [known = month] = months;
  const others = columns.filter((column) => !sure.some((one) => one.column === column));
  const further = doubtfulColumns(others, year, known, named).filter(
    ({ form }) => sure.length === 0 || form !== 'number',
  );
  return [...sure, ...further].sort((a, b) => a.column.header.column - b.column.header.column);
}

/** Headings like dates that no month has, such as 6月31日: what stands below them belongs to no day. */
export const unrealDates = (columns: readonly HeadedColumn[], dated: readonly DatedColumn[]): readonly HeadedColumn[] =>
  columns.filter(
    (column) =>
      !dated.some((one) => one.column === column) &&
      column.path.some((cell) => LIKE_A_DATE.test(headingText(cell)) && !isSerial(cell)),
  );

const isSerial = (cell: ValueCell): boolean => cell.kind === 'number' && cell.format !== 'plain';
