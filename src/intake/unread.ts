// Sheets that no kind took (没有认出的表): what they look like, and whether they may move money (spec 3.0).
import type { Row } from '../files/sheet.ts';
import type { YearMonth } from '../model/civil.ts';
import { firstDay, lastDay, yearOf } from '../model/civil.ts';
import type { Person } from '../model/facts.ts';
import type { TableKind } from '../model/terms.ts';
import { nameOf } from './header/matrix.ts';
import { otherLayout, saysMeeting } from './header/other-layouts.ts';
import { ColumnProfile, roughSum, type ValueType } from './rows/column-profile.ts';
import { isBlank } from './values/blank.ts';
import { addDays } from './values/serial.ts';
import { compact, shownText } from './values/text.ts';

/** Rows that are looked at: the question needs no more. */
const MOST_ROWS = 2_000;
/** How far beyond the month a date may lie that is still of use to it: a period of leave, a task of the month before. */
const NEAR = 31;

/** A sheet as it was met, and what its columns hold below the row with the most headings. */
export interface UnreadSheet {
  readonly file: string;
  readonly sheet: string | null;
  readonly titles: readonly string[];
  readonly headings: readonly string[];
  /** Of the row with the most headings. */
  readonly top: Row['cells'];
  readonly columns: ReadonlyMap<number, ColumnProfile>;
  /** Whether a row below the headings has two filled cells, one of them a date or a number. */
  readonly hasData: boolean;
}

const textOf = (cell: Row['cells'][number]): string =>
  cell.kind === 'error' || cell.kind === 'pending' ? '' : compact(shownText(cell));

/** Takes the rows of a sheet from its beginning. */
export class UnreadRows {
  readonly #head: Row[] = [];
  readonly #columns = new Map<number, ColumnProfile>();
  #headings: Row | null = null;
  #rows = 0;
  #hasData = false;

  constructor(
    private readonly period: YearMonth | null,
    head: readonly Row[],
  ) {
    this.#head.push(...head);
    const width = (row: Row) => row.cells.filter((cell) => cell.kind === 'text' && !isBlank(cell)).length;
    for (const row of head) if (this.#headings === null || width(row) > width(this.#headings)) this.#headings = row;
    for (const row of head) this.#take(row);
  }

  /** False when enough has been seen. */
  accept(rows: readonly Row[]): boolean {
    for (const row of rows) this.#take(row);
    return this.#rows < MOST_ROWS;
  }

  #take(row: Row): void {
    if (this.#headings === null || row.number <= this.#headings.number) return;
    this.#rows += 1;
    const cells = row.cells.filter((cell) => !isBlank(cell));
    for (const cell of cells) {
      const known = this.#columns.get(cell.column) ?? new ColumnProfile(this.period && yearOf(this.period));
      this.#columns.set(cell.column, known);
      known.add(cell);
    }
    this.#hasData ||= cells.length >= 2 && cells.some((cell) => cell.kind === 'number' || /\d/.test(textOf(cell)));
  }

  done(file: string, sheet: string | null): UnreadSheet {
    const top = this.#headings;
    const titles = this.#head
      .filter(({ number }) => top !== null && number < top.number)
      .flatMap(({ cells }) => cells.map(textOf).filter((text) => text !== ''));
    return {
      file,
      sheet,
      titles,
      headings: (top?.cells ?? []).map(textOf).filter((text) => text !== ''),
      top: top?.cells ?? [],
      columns: this.#columns,
      hasData: this.#hasData,
    };
  }
}

interface Sign {
  readonly kind: TableKind;
  readonly says: (text: string) => boolean;
  /** Values that the kind cannot do without. */
  readonly needs: readonly ValueType[];
  /** Headings that say as much as such values do. */
  readonly headed?: RegExp;
}

const says = (pattern: RegExp) => (text: string) => pattern.test(text);
const NO_REPORT = /人员信息|基本信息|个人信息|党员信息|住户信息|信息员|信息化|信息公开|家庭信息/g;

/** 请假天数, 请假情况: leave told without dates of its own; 应休 and 剩余 tell of none. */
const LEAVE_HEADING = /^请假|^事假|^病假|^年假天数/;

/** Words by which titles and names speak of a kind. */
const SIGNS: readonly Sign[] = [
  { kind: 'leave', says: says(/请假|休假|销假|年假|病假|事假|产假/), needs: ['date'], headed: LEAVE_HEADING },
  { kind: 'adjustments', says: says(/增减|补发|补扣|扣款|扣发|追缴|追扣|应补|应扣/), needs: ['number', 'money'] },
  { kind: 'missedIncidents', says: says(/漏报/), needs: ['date', 'verdict'] },
  { kind: 'excused', says: says(/免考|免于考核|免除考核/), needs: ['date'] },
  { kind: 'patrol', says: says(/巡查|巡逻|轨迹|走访|在线时长|在线率/), needs: ['date', 'number', 'verdict'] },
  { kind: 'reports', says: (text) => /信息|事件|上报/.test(text.replace(NO_REPORT, '')), needs: ['date', 'verdict'] },
  { kind: 'tasks', says: says(/派单|交办|任务|工单|督办/), needs: ['date'] },
  { kind: 'meetings', says: saysMeeting, needs: ['verdict', 'date'] },
  { kind: 'specialDuties', says: says(/专项/), needs: ['verdict'] },
  { kind: 'scores', says: says(/巡查质量|质量评分|评分/), needs: ['number'] },
  { kind: 'roster', says: says(/花名册|名册|离职|入职|离岗|人员异动|人员变动/), needs: ['date'] },
];

/** How the people of the roster may be named in a column. */
export function namesOfPeople(people: readonly Person[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, name, formerNames, idNumber, phone } of people) {
    // A short number may be anything's.
    const isTelling = /\D/.test(id) || id.length >= 4;
    for (const one of [name, ...formerNames, idNumber, phone, isTelling ? id : null])
      if (one) names.set(compact(one), name);
  }
  return names;
}

/** What a sheet that no kind took is to its month. */
export type Judgement =
  | { readonly type: 'other'; readonly layout: string }
  | {
      readonly type: 'mayPay';
      readonly kind: TableKind;
      readonly word: string;
      readonly people: readonly string[];
      /** Fen, roughly: what the amounts come to; null for other kinds. */
      readonly amount: number | null;
    }
  /** `kind`: what its name speaks of. */
  | { readonly type: 'data'; readonly people: readonly string[]; readonly kind: TableKind | null }
  | { readonly type: 'nothing' };

/**
 * Whether the widest row is data: it names one person, or several beside an amount, a figure or a date (an approver stands on
 * the roster, too). Names alone across the top are headings.
 */
export function isHeadless({ headings, top }: UnreadSheet, names: ReadonlyMap<string, string>): boolean {
  const named = new Set(headings.flatMap((text) => names.get(text) ?? [])).size;
  if (named < 2) return named === 1;
  const figures = new ColumnProfile(null);
  for (const cell of top) figures.add(cell);
  return ['number', 'money', 'date'].some((type) => figures.count(type as ValueType) > 0);
}

/** The columns with that row among their values. */
function withTop({ columns, top }: UnreadSheet, period: YearMonth): UnreadSheet['columns'] {
  const all = new Map(columns);
  for (const cell of top) {
    const profile = all.get(cell.column) ?? new ColumnProfile(yearOf(period));
    all.set(cell.column, profile);
    profile.add(cell);
  }
  return all;
}

export function judge(
  sheet: UnreadSheet,
  /** Whether some sheet of the file was taken: then its name speaks of that one. */
  isFileTaken: boolean,
  period: YearMonth,
  names: ReadonlyMap<string, string>,
): Judgement {
  const { titles, headings } = sheet;
  const isTopData = isHeadless(sheet, names);
  const columns = isTopData ? withTop(sheet, period) : sheet.columns;
  const hasData = sheet.hasData || isTopData;
  const file = nameOf(sheet.file);
  const said = [...titles, sheet.sheet ?? '', ...(isFileTaken ? [] : [file])].map(compact);
  const layout = otherLayout({ titles: [...said, ...(isFileTaken ? [file] : [])], headings });
  if (layout !== null) return { type: 'other', layout };
  const people = [
    ...new Set([...columns.values()].flatMap(({ texts }) => [...texts].flatMap((text) => names.get(text) ?? []))),
  ];
  let spoken: TableKind | null = null;
  for (const { kind, says: speaks, needs, headed } of SIGNS) {
    const word = said.find(speaks);
    if (word === undefined || people.length === 0) continue;
    spoken ??= kind;
    if (!holds(columns, needs, period) && !headings.some((heading) => headed?.test(heading))) continue;
    const amounts = [...columns.values()].filter((column) => column.isMostly('number', 'money') && !column.isSerial);
    const amount = kind === 'adjustments' ? Math.round(Math.max(0, ...amounts.map(roughSum)) * 100) : null;
    return { type: 'mayPay', kind, word, people, amount };
  }
  return hasData || (people.length > 0 && headings.length > 1)
    ? { type: 'data', people, kind: spoken }
    : { type: 'nothing' };
}

/** Whether a column holds what a kind needs; dates must be of some use to the month. */
function holds(columns: UnreadSheet['columns'], needs: readonly ValueType[], period: YearMonth): boolean {
  const [first, last] = [addDays(firstDay(period), -NEAR), addDays(lastDay(period), NEAR)];
  return [...columns.values()].some((column) =>
    needs.some((type) => {
      if (type === 'date') return [...column.dates].some((day) => day >= first && day <= last);
      return column.count(type) > 0 && !(type === 'number' && column.isSerial);
    }),
  );
}
