// What a month's files leave to be asked (该问的): sheets that no kind took, columns that no field took, rows of another month,
// rows that are none (spec 3.0). Each question is one problem, with the row of 不用 that would answer it.
import { type CivilDate, monthOf, type YearMonth, yearOf } from '../model/civil.ts';
import type { Person } from '../model/facts.ts';
import { TABLE_KINDS, type TableKind } from '../model/terms.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { type AnswersInForce, adviceFor } from './answers.ts';
import { aliasesOf, canonicalHeading } from './header/aliases.ts';
import { parseHeading } from './header/heading.ts';
import { saysMeeting } from './header/other-layouts.ts';
import { fittingValues, isEveryday } from './header/suggestions.ts';
import type { FieldType, KindSpec } from './kind.ts';
import { PERSON_FIELDS, PLACE_FIELDS } from './kinds/common.ts';
import { KINDS } from './kinds/index.ts';
import type { ColumnProfile, ValueType } from './rows/column-profile.ts';
import { REASONS } from './rows/reasons.ts';
import { type ParsedTable, placeIn, tablesOf } from './table.ts';
import { isHeadless, type Judgement, judge, namesOfPeople, type UnreadSheet } from './unread.ts';
import { speakOfVoidRows } from './values/validity.ts';

const SHOWN = 5;

type NearestOf<C extends Problem> = C extends { readonly code: 'sheetNotRecognised' } ? C['data']['nearest'] : never;

/** The nearest kind as far as the sheet's name speaks of no other, with the suggestions that its values fit. */
function nearestBy(nearest: NearestOf<Problem>, { columns }: UnreadSheet, judged: Judgement): NearestOf<Problem> {
  const spoken = 'kind' in judged ? judged.kind : null;
  if (nearest === null || (spoken !== null && TABLE_KINDS[spoken] !== nearest.kind)) return null;
  const suggestions = nearest.suggestions.flatMap((one) => fittingValues(one, columns.get(one.column)));
  return { ...nearest, suggestions };
}

/** The first heading of each group that a kind cannot do without and that none of these headings is. */
function headingsLacking(kind: TableKind, headings: readonly string[]): readonly string[] {
  const spec = KINDS.find((one) => one.kind === kind && !one.dateColumns);
  const known = new Set(headings.map((heading) => parseHeading(heading).base));
  return (spec?.required ?? []).flatMap((group) => {
    const names = group.flatMap((field) => spec?.fields[field] ?? []);
    return names.some((name) => known.has(name)) ? [] : names.slice(0, 1);
  });
}

const TEXT_FILE = /\.(?:txt|md|log)$/i;
const WORKBOOK_FILE = /\.(?:xlsx?|xlsm|xlsb|et|ods)$/i;

/** What is called a workbook and holds a few words only: the page that a system sends instead of an export. */
const isPage = ({ file, sheet, hasData }: UnreadSheet): boolean =>
  WORKBOOK_FILE.test(file) && sheet === null && !hasData;

/** Sheets that no kind took: an error where one may pay, a warning a file where one holds data, else a notice. */
export function unreadProblems(
  unread: readonly UnreadSheet[],
  found: readonly Problem[],
  takenFiles: ReadonlySet<string>,
  period: YearMonth,
  people: readonly Person[],
): readonly Problem[] {
  const names = namesOfPeople(people);
  const warned = new Set<string>();
  const told = new Map<Problem, Problem>();
  for (const sheet of unread) {
    const { file } = sheet;
    const notice = found.find(
      ({ code, place }) => code === 'sheetNotRecognised' && place.file === file && place.sheet === sheet.sheet,
    );
    if (notice === undefined || notice.code !== 'sheetNotRecognised') continue;
    const judged = judge(sheet, takenFiles.has(file), period, names);
    const answer = adviceFor(file, sheet.sheet, null);
    const { headings } = notice.data;
    const nearest = nearestBy(notice.data.nearest, sheet, judged);
    if (isPage(sheet)) {
      const extension = file.slice(file.lastIndexOf('.'));
      told.set(notice, problem('fileNotAsNamed', { extension }, { file, sheet: null, row: null, column: null }));
    } else if (judged.type === 'other') {
      told.set(
        notice,
        problem('sheetOfOtherLayout', { layout: judged.layout }, { ...notice.place, row: null, column: null }),
      );
    } else if (judged.type === 'mayPay' && !TEXT_FILE.test(file)) {
      const { kind, word, people: named, amount } = judged;
      const lacking = headingsLacking(kind, headings);
      const data = {
        kind: TABLE_KINDS[kind],
        word,
        people: named,
        headings,
        nearest,
        lacking,
        isHeadless: isHeadless(sheet, names),
        answer,
        table: kind,
        amount,
      };
      told.set(notice, problem('sheetUnread', data, notice.place));
    } else if ((judged.type === 'data' || judged.type === 'mayPay') && !TEXT_FILE.test(file) && !warned.has(file)) {
      warned.add(file);
      const more = unread.filter((one) => one.file === file && one !== sheet).length;
      const data = { headings, isHeadless: isHeadless(sheet, names), nearest, answer, more, people: judged.people };
      told.set(notice, problem('sheetNotTaken', data, notice.place));
    }
  }
  return found.map((one) => told.get(one) ?? one);
}

const TYPES: Readonly<Record<FieldType, readonly ValueType[]>> = {
  date: ['date'],
  money: ['money', 'number'],
  rate: ['rate'],
  number: ['number'],
  dayPart: ['dayPart'],
  verdict: ['verdict'],
  person: [],
};

/** Of an amount, and of what explains one: how many, what each costs. */
const NO_AMOUNT =
  /天数|次数|数量|单价|标准|人数|户数|年龄|月份|页码|序|编号|号码|电话|手机|日期|时间|小时|分数|得分|评分|排名|名次|工号|余额|累计|合计|总计/;
/** A number of a person's marks is none of these. */
const NO_MARK = /年龄|序|编号|号码|电话|手机|排名|名次|工号|次数|天数|人数|户数/;

/** The kind of a table whose columns are asked about; null where they are not. */
const askedKind = ({ kind, side, dates, valueRules }: ParsedTable): KindSpec | null =>
  valueRules === 1 || side === 'previous' || dates.length > 0
    ? null
    : (KINDS.find((one) => one.kind === kind && !one.dateColumns) ?? null);

/** Questions about the columns that no field took; those of `suggested` were asked about already. */
export function columnProblems(
  table: ParsedTable,
  answers: AnswersInForce,
  suggested: ReadonlySet<number>,
): readonly Problem[] {
  const spec = askedKind(table);
  if (spec === null) return [];
  const isNotUsed = (heading: string): boolean => answers.isColumnNotUsed(table.file, table.sheet, heading);
  const open = table.unused.filter(
    ({ column, heading, spare }) => !spare && !suggested.has(column) && !isNotUsed(heading),
  );
  const rivals = open.flatMap((column) => rivalOf(table, spec, column));
  const others = open.filter(({ column }) => !rivals.some(({ place }) => place.column === column));
  return [...likeFields(table, spec, others), ...rivals];
}

/** Columns whose values look like those of a field that moves money and that no column fills: one entry a table. */
function likeFields(table: ParsedTable, spec: KindSpec, unused: ParsedTable['unused']): readonly Problem[] {
  const wanted = (Object.entries(spec.typed) as [string, FieldType][]).filter(
    ([field, type]) => type === 'money' || !isFilled(table, field),
  );
  const columns = unused.flatMap(({ column, heading }) => {
    const profile = table.profiles.get(column);
    if (!profile || isEveryday(heading) || profile.isSerial) return [];
    const alike = wanted.filter(([, type]) => looksLike(type, heading, profile)).map(([field]) => field);
    const fields = alike.length === 0 && isUnaskedVerdict(table, profile) ? ['decision'] : alike;
    if (fields.length === 0) return [];
    const meanings = fields.map((field) => canonicalHeading(spec, field));
    return [{ column, heading, meanings, samples: profile.samples }];
  });
  const [first] = columns;
  if (first === undefined) return [];
  const answer = adviceFor(table.file, table.sheet, first.heading);
  const data = { kind: TABLE_KINDS[table.kind], columns, answer, table: table.kind };
  return [problem('columnsLikeFields', data, placeIn(table, table.headerRow, first.column))];
}

/** What a system calls its second, stricter figure. */
const STRICTER = /^(?:有效|实际|核定|核实|认定|审定|折算|修正|校正|最终|复核)(.{2,})$/;

/** A column that bears the name of one that is used, as the stricter of both: which of them counts is the office's to say. */
function rivalOf(
  table: ParsedTable,
  spec: KindSpec,
  { column, heading }: ParsedTable['unused'][number],
): readonly Problem[] {
  const name = STRICTER.exec(parseHeading(heading).base)?.[1] ?? '';
  const [field = ''] = aliasesOf(spec).get(name) ?? [];
  const used = table.fields.get(field);
  const samples = table.profiles.get(column)?.samples ?? [];
  if (!used || samples.length === 0 || field in PERSON_FIELDS || field in PLACE_FIELDS || field === 'note') return [];
  const answer = adviceFor(table.file, table.sheet, heading);
  const data = { kind: TABLE_KINDS[table.kind], heading, used: used.heading, meaning: name, samples, answer };
  return [problem('columnRival', data, placeIn(table, table.headerRow, column))];
}

/** A column under a heading of its own that says of some rows that they were refused or withdrawn, where no other column does. */
const isUnaskedVerdict = ({ kind, fields }: ParsedTable, { texts }: ColumnProfile): boolean =>
  kind !== 'reports' &&
  kind !== 'tasks' &&
  'decision' in (KINDS.find((one) => one.kind === kind)?.fields ?? {}) &&
  !['approval', 'decision', 'voided', 'isValid', 'freeState'].some((field) => fields.has(field)) &&
  texts.size > 0 &&
  speakOfVoidRows(texts);

/** Several headings tell of a report's effect; any of them fills the field. */
const isFilled = ({ kind, fields }: ParsedTable, field: string): boolean =>
  fields.has(field) || (kind === 'reports' && ['effective', 'review', 'verdict'].some((one) => fields.has(one)));

function looksLike(type: FieldType, heading: string, profile: ColumnProfile): boolean {
  if (type === 'money' && NO_AMOUNT.test(heading)) return false;
  if (type === 'number' && NO_MARK.test(heading)) return false;
  return profile.isMostly(...TYPES[type]);
}

/** Tables whose rows belong to other months. */
const REQUIRED_IN_MONTH: ReadonlySet<TableKind> = new Set(['patrol', 'reports']);
const ASKED_BY_MONTH: ReadonlySet<TableKind> = new Set(['patrol', 'reports', 'meetings', 'tasks']);

const NOT_OF_MONTH = [REASONS.otherPeriod, REASONS.example, REASONS.total, REASONS.footnote, REASONS.repeatedHeader];

/** Rows that count for the month: those of no other period. */
const rowsInMonth = (table: ParsedTable): number => {
  const { read, leftOut } = table.ledger.balance();
  return NOT_OF_MONTH.reduce((rows, reason) => rows - (leftOut[reason] ?? 0), read);
};

/** More months than anybody wants to be told. */
const MOST_MONTHS = 6;

/** 2021-05-07 as 2021-07-05 */
const swappedDay = (date: CivilDate): string => `${date.slice(0, 4)}-${date.slice(8)}-${date.slice(5, 7)}`;

/**
 * Days of other months that would all lie in the month if month and day changed places: so are those of a spreadsheet that
 * read 7/5 as the 7th of May. One such day may be a coincidence but in 例会, where everybody is on a day.
 */
function datesSwapped(table: ParsedTable, period: YearMonth): Problem | null {
  const days = [...table.otherDates].sort();
  const [first] = days;
  if (first === undefined || !days.every((day) => swappedDay(day).startsWith(`${period}-`))) return null;
  const isSure =
    new Set(days.map(monthOf)).size > 1 ||
    (table.kind === 'meetings' && table.otherPeriod > 2 && rowsInMonth(table) > 0);
  if (!isSure) return null;
  const data = {
    kind: TABLE_KINDS[table.kind],
    period,
    count: table.otherPeriod,
    example: first,
    meant: swappedDay(first),
  };
  return problem('datesSwapped', data, placeIn(table, table.otherPeriodRow, table.fields.get('date')?.column ?? null));
}

/** Files of which no row falls into the month: an error where all files of 巡查 or 信息 are so, else a warning. */
export function otherMonthProblems(tables: readonly ParsedTable[], period: YearMonth): readonly Problem[] {
  const own = tables.filter(
    ({ side, kind, valueRules, incomplete }) =>
      side === 'month' && ASKED_BY_MONTH.has(kind) && valueRules === 2 && !incomplete,
  );
  return own.flatMap((table) => {
    if (table.otherPeriod === 0) return [];
    const swapped = datesSwapped(table, period);
    if (swapped !== null) return [swapped];
    if (rowsInMonth(table) > 0) return [];
    const alike = own.filter(({ kind }) => kind === table.kind);
    const isOnly = alike.every((one) => rowsInMonth(one) === 0);
    const months = [...new Set([...table.otherDates].map(monthOf))].sort().slice(0, MOST_MONTHS);
    const data = { kind: TABLE_KINDS[table.kind], period, months, count: table.otherPeriod, table: table.kind, isOnly };
    const isError = isOnly && REQUIRED_IN_MONTH.has(table.kind);
    const place = placeIn(table, null, null);
    return [isError ? problem('otherMonthOnly', data, place) : problem('otherMonthFile', data, place)];
  });
}

const SAYS_EXCUSED = /免考|免.{0,4}考核|不考核|不予考核|免巡/;

/** Whether the titles of a table, or a heading of it, say what it was taken for. */
const saysKind = ({ kind, titles, fields, unused }: ParsedTable, by: 'titles' | 'all'): boolean => {
  const headings = by === 'titles' ? [] : [...fields.values(), ...unused].map(({ heading }) => heading);
  return [...titles, ...headings].some((text) => (kind === 'excused' ? SAYS_EXCUSED.test(text) : saysMeeting(text)));
};

/**
 * Lists whose headings alone made them 免考 or 例会: any list of days and reasons, or of 签到, has them. 例会 are asked about
 * where another table of the month says in its title that it is of a meeting.
 */
export function unsaidKinds(tables: readonly ParsedTable[]): readonly Problem[] {
  const own = tables.filter(
    ({ kind, side, valueRules, dates }) =>
      (kind === 'excused' || kind === 'meetings') && side === 'month' && valueRules === 2 && dates.length === 0,
  );
  const isNamed = tables.some((one) => one.kind === 'meetings' && saysKind(one, 'titles'));
  return own.flatMap((table) => {
    const { used } = table.ledger.balance();
    if (used === 0 || saysKind(table, table.kind === 'meetings' ? 'titles' : 'all')) return [];
    if (table.kind === 'meetings' && !isNamed) return [];
    const answer = adviceFor(table.file, table.sheet, null);
    const data = { kind: TABLE_KINDS[table.kind], excuses: table.kind === 'excused', rows: used, answer };
    return [problem('kindUnsaid', data, placeIn(table, table.headerRow, null))];
  });
}

const PLANNED = /计划|预排|拟休|意向|预安排/;

/** Leave and meetings that are to be, by the title of their table: whether they were is not told. */
export const plannedTables = (tables: readonly ParsedTable[]): readonly Problem[] =>
  tables.flatMap((table) => {
    const word = table.titles.map((title) => PLANNED.exec(title)?.[0]).find((one) => one !== undefined);
    const isAsked = (table.kind === 'leave' || table.kind === 'meetings') && table.side === 'month';
    if (!isAsked || word === undefined || table.valueRules === 1 || table.ledger.balance().used === 0) return [];
    const { used } = table.ledger.balance();
    const answer = adviceFor(table.file, table.sheet, null);
    return [
      problem('tablePlanned', { kind: TABLE_KINDS[table.kind], word, rows: used, answer }, placeIn(table, null, null)),
    ];
  });

/** Leave of this month of another year, in tables that hold no other leave of that year: a year that was mistyped, maybe. */
export const leaveOfOtherYears = (tables: readonly ParsedTable[], period: YearMonth): readonly Problem[] =>
  tablesOf(tables, 'leave').flatMap((table) => {
    if (table.side !== 'month' || table.valueRules === 1) return [];
    const rows = [...table.entries].flatMap(({ row, value }) =>
      value === null ? [] : [{ row, from: value.from.date }],
    );
    const years = new Set(rows.map(({ from }) => yearOf(from)));
    return [...years].flatMap((year) => {
      const own = rows.filter(({ from }) => yearOf(from) === year);
      const [first] = own;
      if (
        first === undefined ||
        year === yearOf(period) ||
        !own.every(({ from }) => from.slice(5, 7) === period.slice(5))
      )
        return [];
      const data = { count: own.length, example: first.from, period };
      const column = table.fields.get('from')?.column ?? null;
      return [problem('leaveOfOtherYear', data, placeIn(table, first.row, column))];
    });
  });

/** Rows that are none, and those that are not yet. */
export function validityProblems(tables: readonly ParsedTable[]): readonly Problem[] {
  return tables
    .filter(({ side }) => side !== 'previous')
    .flatMap((table) => {
      const { voided, pending } = table;
      const kind = TABLE_KINDS[table.kind];
      const at = (rows: readonly number[]) => placeIn(table, rows[0] ?? null, null);
      return [
        ...(voided.length > 0
          ? [problem('rowsVoided', { kind, count: voided.length, rows: voided.slice(0, SHOWN) }, at(voided))]
          : []),
        ...(pending.length > 0
          ? [problem('rowsPending', { kind, count: pending.length, rows: pending.slice(0, SHOWN) }, at(pending))]
          : []),
      ];
    });
}
