// Reads the cells of one row after another through the table's header map, and collects what is wrong with each.
import type { Cell } from '../../files/sheet.ts';
import type { CivilDate } from '../../model/civil.ts';
import type { ValueRules } from '../../model/value-rules.ts';
import { type Code, type DataOf, type Place, type Problem, problem } from '../../problems/problem.ts';
import type { DateColumn, HeaderColumn, PersonRef } from '../table.ts';
import { EMPTY, orEmpty } from '../values/blank.ts';
import { type ColumnContext, Fault, fault, type Parser, type ValueCell } from '../values/fault.ts';
import { gridList } from '../values/grid-lists.ts';
import { code, idNumber, phone } from '../values/ids.ts';
import { nameText, shownText, text } from '../values/text.ts';
import { wordIn } from '../values/words.ts';

/** Values kept per column, so that repeated dates, names and figures are parsed and stored once. */
const MEMO_LIMIT = 50_000;

/** What the cells of one column were read as: kind or number format → text of the cell → value. */
const newMemo = () => ({
  text: new Map<string, unknown>(),
  plain: new Map<string, unknown>(),
  percent: new Map<string, unknown>(),
  date: new Map<string, unknown>(),
  date1904: new Map<string, unknown>(),
  time: new Map<string, unknown>(),
  boolean: new Map<string, unknown>(),
});
type Memo = ReturnType<typeof newMemo>;

const memoKey = (cell: ValueCell): string =>
  cell.kind === 'text' ? cell.text : cell.kind === 'number' ? (cell.shows ?? cell.raw) : String(cell.value);

const sameRef = (a: PersonRef, id: string | null, number: string | null, mobile: string | null, name: string | null) =>
  a.id === id && a.idNumber === number && a.phone === mobile && a.name === name;

const NO_GRIDS: readonly string[] = [];
const NO_PROBLEMS: readonly Problem[] = [];

/** What an office has said about the words of a table (用词), by field and word as compared: the word they stand for. */
export type OwnWords = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** How rows are read, whatever stands in them. */
export interface Manner {
  readonly valueRules: ValueRules;
  readonly ownWords: OwnWords;
  /** Where a word that is not known may be told in 用词: the table's name, and the fields that have words. */
  readonly answerable: { readonly table: string; readonly fields: ReadonlySet<string> };
  /** 工号位数: digits that a 工号 has; null where the office says nothing. */
  readonly idDigits: number | null;
}

export class RowReader<F extends string> {
  /** The row's cells by column, up to the last column that is read. */
  readonly #cells: (Cell | undefined)[];
  readonly #memos = new Map<string, Memo>();
  /** By the first thing that tells who it is. */
  readonly #people = new Map<string | null, PersonRef[]>();
  #number = 0;
  #failed = false;
  problems: readonly Problem[] = NO_PROBLEMS;
  person: PersonRef | null = null;
  grids: readonly string[] = NO_GRIDS;
  township: string | null = null;
  span: readonly [from: CivilDate, to: CivilDate] | null = null;
  key: string | null = null;
  /** 作废: the row is none. */
  isVoid = false;
  /** The unit of money that 单位 names in this row. */
  #unit: string | null = null;

  constructor(
    readonly fields: ReadonlyMap<string, HeaderColumn>,
    readonly dates: readonly DateColumn[],
    private readonly place: (row: number, column: number | null) => Place,
    private readonly manner: Manner,
  ) {
    const columns = [...fields.values(), ...dates].map(({ column }) => column);
    this.#cells = new Array<Cell | undefined>(Math.max(0, ...columns) + 1).fill(undefined);
  }

  /** Turns to the next row; `cells` are its non-blank ones. */
  begin(number: number, cells: readonly Cell[]): void {
    this.#cells.fill(undefined);
    for (const cell of cells) if (cell.column < this.#cells.length) this.#cells[cell.column] = cell;
    this.#number = number;
    this.#failed = false;
    this.problems = NO_PROBLEMS;
    this.person = null;
    this.grids = NO_GRIDS;
    this.township = null;
    this.span = null;
    this.key = null;
    this.isVoid = false;
    this.#unit = null;
  }

  get valueRules(): ValueRules {
    return this.manner.valueRules;
  }

  get failed(): boolean {
    return this.#failed;
  }

  has(field: F): boolean {
    return this.fields.has(field);
  }

  /** The heading of a field as it stands in the table; empty where there is none. */
  headingOf(field: F): string {
    return this.fields.get(field)?.heading ?? '';
  }

  /** The text of a field's cell as shown; empty where there is nothing. */
  shownIn(field: F): string {
    const cell = this.#cells[this.fields.get(field)?.column ?? -1];
    return cell === undefined || cell.kind === 'error' || cell.kind === 'pending' ? '' : shownText(cell);
  }

  /** Amounts of this row are measured in the unit that a cell names, where it names one. */
  measureIn(field: F, parser: Parser<string | null>): void {
    this.#unit = this.read(field, parser);
  }

  /** Whether the row has nothing in the cell of a field. */
  isEmpty(field: F): boolean {
    const header = this.fields.get(field);
    return header === undefined || this.#cells[header.column] === undefined;
  }

  /** The value of an optional cell; null when empty, or when it could not be read (then the row has failed). */
  read<T>(field: F, parser: Parser<T | typeof EMPTY>): T | null {
    const header = this.fields.get(field);
    return header ? this.#parse(field, header, header.column, parser) : null;
  }

  /** The value of a required cell; null when it is empty or could not be read (then the row has failed). */
  need<T>(field: F, parser: Parser<T>): T | null {
    const header = this.fields.get(field);
    if (header && !this.#cells[header.column]) this.fail('cellEmpty', { heading: header.heading }, field);
    return header ? this.read(field, parser) : null;
  }

  /** The cells below the date headings of the wide form, empty ones as null. */
  acrossDates<T>(parser: Parser<T>): {
    readonly date: CivilDate;
    /** What the heading calls the meeting of the day; null where it does not. */
    readonly meeting: string | null;
    readonly column: number;
    readonly value: T | null;
  }[] {
    return this.dates.map(({ date, name, column, heading }) => {
      const value = this.#parse('attendance', { heading, unit: null, year: null }, column, parser);
      return { date, meeting: name, column, value };
    });
  }

  /** The cell below one date heading, read as the figure it holds. */
  readDate<T>({ column, heading }: DateColumn, figure: string, unit: string | null, parser: Parser<T>): T | null {
    return this.#parse(`${figure} ${unit}`, { heading, unit, year: null }, column, parser);
  }

  /** Reads 工号, 身份证号, 手机, 姓名 where the table has them; the row is about this person. */
  identify(): PersonRef {
    const isOld = this.valueRules === 1;
    const id = this.#padded(this.read('person' as F, code));
    const number = this.read('idNumber' as F, isOld ? idNumber : orEmpty(idNumber));
    const mobile = this.read('phone' as F, isOld ? phone : orEmpty(phone));
    const name = this.read('name' as F, nameText);
    const key = id ?? number ?? mobile ?? name;
    const alike = this.#people.get(key) ?? [];
    let known = alike.find((one) => sameRef(one, id, number, mobile, name));
    if (!known) {
      known = { id, idNumber: number, phone: mobile, name };
      this.#people.set(key, [...alike, known]);
    }
    this.person = known;
    return known;
  }

  /** With the zeros in front that a spreadsheet took off (工号位数). */
  #padded(id: string | null): string | null {
    const { idDigits } = this.manner;
    return id !== null && idDigits !== null && /^\d+$/.test(id) ? id.padStart(idDigits, '0') : id;
  }

  /** Reads 网格编号 and 所属镇街 where the table has them. */
  locate(): readonly string[] {
    this.grids = this.read('grid' as F, gridList) ?? NO_GRIDS;
    this.township = this.read('township' as F, text);
    return this.grids;
  }

  /** The day, or first and last day, by which the row belongs to a period. */
  happened(from: CivilDate, to: CivilDate = from): void {
    this.span = [from, to];
  }

  fail<C extends Code>(codeOf: C, data: DataOf<C>, field: F | null): void {
    this.#failed = true;
    this.warn(codeOf, data, field);
  }

  warn<C extends Code>(codeOf: C, data: DataOf<C>, field: F | null): void {
    const column = field === null ? null : (this.fields.get(field)?.column ?? null);
    this.problems = [...this.problems, problem(codeOf, data, this.place(this.#number, column))];
  }

  #parse<T>(field: string, context: ColumnContext, column: number, parser: Parser<T | typeof EMPTY>): T | null {
    const cell = this.#cells[column];
    if (!cell) return null;
    const own = this.#unit === null ? context : { ...context, unit: this.#unit };
    const memo = this.#unit === null ? field : `${field} ${this.#unit}`;
    const value = this.#value(memo, this.#inKnownWords(field, cell), own, parser);
    if (value === EMPTY) return null;
    if (!(value instanceof Fault)) return value as T;
    this.#failed = true;
    this.problems = [...this.problems, this.#withAnswer(field, value.at(this.place(this.#number, column)))];
    return null;
  }

  #withAnswer(field: string, found: Problem): Problem {
    const { table, fields } = this.manner.answerable;
    return found.code === 'wordUnknown' && fields.has(field)
      ? problem('wordUnknown', { ...found.data, table }, found.place)
      : found;
  }

  /** A word of the office's own is the word it stands for. */
  #inKnownWords(field: string, cell: Cell): Cell {
    const words = this.manner.ownWords.get(field);
    if (words === undefined || cell.kind === 'error' || cell.kind === 'pending') return cell;
    const meaning = words.get(wordIn(shownText(cell)));
    return meaning === undefined ? cell : { column: cell.column, kind: 'text', text: meaning };
  }

  #value<T>(field: string, cell: Cell, context: ColumnContext, parser: Parser<T>): T | Fault {
    if (cell.kind === 'error') return fault('cellError', { heading: context.heading, found: cell.text });
    if (cell.kind === 'pending') return fault('formulaNotCalculated', { heading: context.heading });
    const kind = cell.kind === 'number' ? cell.format : cell.kind;
    const memo = this.#memoOf(field)[kind] as Map<string, T>;
    const key = memoKey(cell);
    const held = memo.get(key);
    if (held !== undefined) return held;
    const value = parser(cell, context);
    if (!(value instanceof Fault) && memo.size < MEMO_LIMIT) memo.set(key, value);
    return value;
  }

  #memoOf(field: string): Memo {
    const known = this.#memos.get(field);
    if (known) return known;
    const memo = newMemo();
    this.#memos.set(field, memo);
    return memo;
  }
}
