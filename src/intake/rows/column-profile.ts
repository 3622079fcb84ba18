// What the values of a column look like (列的样子): asked of columns and sheets that no kind took.
import type { Cell } from '../../files/sheet.ts';
import { date } from '../values/dates.ts';
import { Fault } from '../values/fault.ts';
import { numberOfCell, numberOfText } from '../values/number.ts';
import { compact, shownText } from '../values/text.ts';
import { figureText } from '../values/typed.ts';

export type ValueType = 'date' | 'number' | 'rate' | 'money' | 'verdict' | 'dayPart' | 'text';

/** Of a longer column the beginning is looked at. */
const MOST_ROWS = 3_000;
const MOST_TEXTS = 500;
const MOST_SAMPLES = 3;
const LONGEST_TEXT = 24;

const VERDICTS = new Set(
  '√ ✓ ✔ ☑ × ✗ ✘ ✕ ╳ ☒ 是 否 有 无 Y N 有效 无效 通过 不通过 已通过 驳回 同意 不同意 完成 未完成 已完成 出席 缺席 迟到 请假 到 未到 合格 不合格 达标 未达标 已签到 未签到'.split(
    ' ',
  ),
);
const DAY_PARTS = new Set(['上午', '下午', '全天']);

function typeOf(cell: Exclude<Cell, { kind: 'error' | 'pending' }>, text: string, year: number | null): ValueType {
  if (cell.kind === 'boolean') return 'verdict';
  if (cell.kind === 'number') {
    if (cell.format === 'date' || cell.format === 'date1904') return 'date';
    if (cell.format === 'percent') return 'rate';
    return isDigitsOfDate(text) ? 'date' : 'number';
  }
  if (DAY_PARTS.has(text)) return 'dayPart';
  if (VERDICTS.has(text.toUpperCase())) return 'verdict';
  const typed = figureText(cell.text);
  if (/^[¥￥]|元$/.test(typed)) return 'money';
  if (typed.endsWith('%')) return 'rate';
  if (isDigitsOfDate(text)) return 'date';
  if (numberOfText(typed) !== null) return 'number';
  const read = text.length > LONGEST_TEXT ? null : date(cell, { heading: '', unit: null, year });
  return read === null || read instanceof Fault ? 'text' : 'date';
}

const isDigitsOfDate = (text: string): boolean => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text);

export class ColumnProfile {
  readonly #counts = new Map<ValueType, number>();
  /** Distinct texts, as compared. */
  readonly texts = new Set<string>();
  readonly samples: string[] = [];
  readonly dates = new Set<string>();
  filled = 0;

  constructor(private readonly year: number | null) {}

  add(cell: Cell): void {
    if (cell.kind === 'error' || cell.kind === 'pending' || this.filled >= MOST_ROWS) return;
    const shown = shownText(cell);
    const text = compact(shown);
    if (text === '') return;
    this.filled += 1;
    const type = typeOf(cell, text, this.year);
    this.#counts.set(type, (this.#counts.get(type) ?? 0) + 1);
    if (this.texts.size < MOST_TEXTS && text.length <= LONGEST_TEXT) this.texts.add(text);
    if (type === 'date' && this.dates.size < MOST_TEXTS) {
      const read = date(cell, { heading: '', unit: null, year: this.year });
      if (!(read instanceof Fault)) this.dates.add(read);
    }
    if (this.samples.length < MOST_SAMPLES && !this.samples.includes(shown)) this.samples.push(shown);
  }

  count(type: ValueType): number {
    return this.#counts.get(type) ?? 0;
  }

  /** Whether most values are of a type. */
  isMostly(...types: readonly ValueType[]): boolean {
    const count = types.reduce((sum, type) => sum + this.count(type), 0);
    return this.filled > 0 && count * 2 > this.filled;
  }

  /** Numbers that run on by one: a 序号. */
  get isSerial(): boolean {
    const numbers = [...this.texts].map(Number);
    return (
      numbers.length > 1 && numbers.every((one, index) => index === 0 || one === (numbers[index - 1] as number) + 1)
    );
  }
}

/** The sum of the amounts of a column's texts, in yuan; for the size of a question, never for pay. */
export const roughSum = ({ texts }: ColumnProfile): number =>
  [...texts].reduce((sum, text) => {
    const value = numberOfText(text.replace(/[¥￥元]/g, '')) ?? numberOfCell(text);
    return sum + (value === null ? 0 : Math.abs(Number(value.n) / Number(value.d)));
  }, 0);
