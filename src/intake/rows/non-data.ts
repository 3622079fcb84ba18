// Rows below the headings that are not data (非数据行): 合计 rows, repeated headers and titles, footnotes, the example of a
// template. Any other row that says whom or what it is about is data, whatever else stands in it.
import type { Cell, Row } from '../../files/sheet.ts';
import { normalHeading } from '../header/heading.ts';
import type { Fit } from '../header/recognise.ts';
import { PERSON_FIELDS } from '../kinds/common.ts';
import { compact, shownText } from '../values/text.ts';
import { exampleTest } from './example.ts';
import { isLabel, isLoneNote, isNote, isTotal, mayBeNoData } from './footnotes.ts';
import { REASONS, type Reason } from './reasons.ts';

/** Fields that tell what a row is about, besides the person: when it happened and its number. */
const OCCASIONS = ['date', 'at', 'dispatched', 'due', 'from', 'to', 'id', 'time'];
const PEOPLE = Object.keys(PERSON_FIELDS).filter((field) => field !== 'role');
/** Fields people write sentences in. */
const PROSE = ['text', 'note', 'reason', 'title'];

export type NonDataTest = (cells: readonly Cell[]) => Reason | null;

const textOf = (cell: Cell): string => (cell.kind === 'text' ? compact(cell.text) : '');

const columnsOf = (fit: Fit, fields: readonly string[]): ReadonlySet<number> =>
  new Set(fields.flatMap((field) => fit.fields.get(field)?.column ?? []));

/** A test of the rows of one table; `cells` are the non-blank ones. */
export function nonDataTest(fit: Fit): NonDataTest {
  const people = columnsOf(fit, PEOPLE);
  const places = people.size === 0 ? ['grid'] : [];
  const occasions = columnsOf(fit, [...OCCASIONS, ...places]);
  const prose = columnsOf(fit, PROSE);
  const repeats = repeatedRows(fit);
  const isExample = exampleTest(fit);

  const isTotalRow = (cells: readonly Cell[]): boolean => {
    const totals = cells.filter((cell) => isTotal(textOf(cell)));
    if (totals.length === 0) return false;
    const others = cells.filter((cell) => !totals.includes(cell));
    if (totals.some(({ column }) => occasions.has(column))) return true;
    if (others.some(({ column }) => people.has(column))) return false;
    if (people.size > 0 && totals.some(({ column }) => !prose.has(column))) return true;
    return !others.some(({ column }) => occasions.has(column));
  };

  const isFootnoteRow = (cells: readonly Cell[]): boolean => {
    const [only] = cells;
    if (only && cells.length === 1 && !prose.has(only.column) && isLoneNote(textOf(only))) return true;
    return cells.every((cell, index) => {
      const text = textOf(cell);
      return isNote(text) || isLabel(text) || (index > 0 && isLabel(textOf(cells[index - 1] as Cell)));
    });
  };

  return (cells) => {
    if (repeats(cells)) return REASONS.repeatedHeader;
    if (isExample(cells)) return REASONS.example;
    if (!cells.some((cell) => cell.kind === 'text' && (cells.length === 1 || mayBeNoData(cell.text)))) return null;
    if (isTotalRow(cells)) return REASONS.total;
    return isFootnoteRow(cells) ? REASONS.footnote : null;
  };
}

const shownIn = (cell: Cell): string =>
  cell.kind === 'error' || cell.kind === 'pending' ? '' : normalHeading(shownText(cell));

/** Whether a cell begins like a heading: only then is the row compared in full. */
function beginsLike(cell: Cell, heading: string): boolean {
  if (cell.kind === 'number') return /\d/.test(heading);
  if (cell.kind !== 'text') return false;
  const { text } = cell;
  let start = 0;
  while (start < text.length && ' *＊\u3000\n'.includes(text[start] as string)) start += 1;
  return start < text.length && heading.includes((text[start] as string).toUpperCase());
}

/** Whether a row says what a row of the header, or a title above it, says in the same columns. */
function repeatedRows(fit: Fit): (cells: readonly Cell[]) => boolean {
  const read = new Set([...fit.fields.values(), ...fit.dates].map(({ column }) => column));
  const levels = fit.rows.map(headingsOf);
  const titles = fit.above.map(headingsOf);
  return (cells) => {
    const first = cells[0] as Cell;
    const alike = (level: ReadonlyMap<number, string>) => {
      const heading = level.get(first.column);
      return heading !== undefined && beginsLike(first, heading);
    };
    return (
      levels.some((level) => alike(level) && repeats(cells, level, read)) ||
      titles.some((level) => cells.length === level.size && alike(level) && repeats(cells, level, null))
    );
  };
}

const headingsOf = (row: Row): ReadonlyMap<number, string> =>
  new Map(row.cells.map((cell) => [cell.column, shownIn(cell)] as const).filter(([, heading]) => heading !== ''));

/** `read` are the columns compared, all where it is null. */
function repeats(
  cells: readonly Cell[],
  level: ReadonlyMap<number, string>,
  read: ReadonlySet<number> | null,
): boolean {
  const compared = read === null ? cells : cells.filter(({ column }) => read.has(column));
  return compared.length > 0 && compared.every((cell) => level.get(cell.column) === shownIn(cell));
}
