/** Columns laid out as people lay out a sheet: titles, headers, blank rows and columns, totals, footnotes, merges. */
import type { Dice } from './dice.ts';
import { type Merge, type MessCell, type MessColumn, type MessSheet, numberCell, textCell } from './model.ts';
import type { Writer } from './writers/writer.ts';

type Grid = (MessCell | null)[][];

export interface LayoutRequest {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly MessColumn[];
  /** Which cells of the columns stand in the rows, in this order. */
  readonly order: readonly number[];
  /** Fields whose equal neighbours may be merged, as one: those of the person, or the date. */
  readonly mergeable: ReadonlySet<string>;
  readonly writer: Writer;
}

/** What is drawn of the sheet so far. */
class Page {
  readonly rows: Grid = [];
  readonly merges: Merge[] = [];
  readonly hidden = new Set<number>();

  add(cells: readonly (MessCell | null)[]): number {
    return this.rows.push([...cells]) - 1;
  }

  merge(top: number, bottom: number, left: number, right: number): void {
    if (bottom > top || right > left) this.merges.push({ top, bottom, left, right });
  }
}

const EXPORTED = ['导出时间：2021-10-08 09:15:32', '导出日期：2021年10月8日　导出人：管理员', '打印时间：2021/10/8'];

function titleRows(title: string, typed: boolean, dice: Dice): (readonly MessCell[])[] {
  const date: MessCell = typed
    ? { kind: 'date', day: '2021-10-08', minutes: null, format: 'yyyy-mm-dd' }
    : textCell('2021-10-08');
  const named = [textCell(title)];
  const exported = [textCell(dice.pick(EXPORTED))];
  switch (
    dice.draw('above the header', { nothing: 5, title: 4, 'title and time': 3, time: 1, 'time in two cells': 1 })
  ) {
    case 'title':
      return [named];
    case 'title and time':
      return [named, exported];
    case 'time':
      return [exported];
    case 'time in two cells':
      return [named, [textCell('导出日期'), date]];
    default:
      return [];
  }
}

function addTitles(page: Page, { title, columns, writer }: LayoutRequest, dice: Dice): void {
  const lines = titleRows(title, writer.typed, dice);
  for (const line of lines) {
    const row = page.add(line);
    if (writer.merges && line.length === 1 && dice.is(0.7)) page.merge(row, row, 0, columns.length - 1);
  }
  if (lines.length > 0 && dice.does('above the header', 'blank row', 0.3)) page.add([]);
}

/** One header row, or two where columns have groups. Returns the rows to repeat. */
function addHeader(page: Page, columns: readonly MessColumn[], mergeDown: boolean): Grid {
  if (columns.every(({ group }) => group === null)) {
    const heading = columns.map(({ heading }) => heading);
    page.add(heading);
    return [heading];
  }
  const top: (MessCell | null)[] = [];
  const below: (MessCell | null)[] = [];
  const first = page.rows.length;
  for (const [index, { heading, group }] of columns.entries()) {
    const begins = group !== null && columns[index - 1]?.group?.title !== group.title;
    top.push(group === null ? heading : begins ? textCell(group.title) : null);
    below.push(group === null ? null : textCell(group.below));
    if (group === null && mergeDown) page.merge(first, first + 1, index, index);
    if (begins) {
      const end = columns.findIndex((one, at) => at > index && one.group?.title !== group.title);
      page.merge(first, first, index, (end < 0 ? columns.length : end) - 1);
    }
  }
  page.add(top);
  page.add(below);
  return [top, below];
}

function totalRow(label: string, columns: readonly MessColumn[], dice: Dice): (MessCell | null)[] {
  const first = columns.findIndex(({ heading }) => heading !== BLANK);
  return columns.map((column, index) => {
    if (index === first) return textCell(label);
    if (!column.summable || column.cells[0]?.kind !== 'number') return null;
    return dice.is(0.8) ? numberCell(dice.int(100, 99_999)) : null;
  });
}

/** The heading of a blank column. */
export const BLANK: MessCell = textCell('');

const NOTES = [
  '注：数据以平安系统为准。',
  '说明：在线时长按定位统计，如有异议请于三日内反馈。',
  '备注：本表一式两份',
  '制表人：周小明',
  '填表人：周小明　　审核人：何素芳',
  '导出时间：2021-10-08 09:15:32',
];

function addFootnotes(page: Page, { columns, writer }: LayoutRequest, dice: Dice): void {
  switch (dice.draw('below the data', { nothing: 6, note: 3, 'notes after a blank row': 2, signatures: 2 })) {
    case 'note': {
      const row = page.add([textCell(dice.pick(NOTES))]);
      if (writer.merges && dice.is(0.5)) page.merge(row, row, 0, columns.length - 1);
      return;
    }
    case 'notes after a blank row':
      page.add([]);
      for (const note of dice.shuffle(NOTES).slice(0, 2)) page.add([textCell(note)]);
      return;
    case 'signatures':
      page.add([textCell('制表：周小明'), null, textCell('审核：何素芳'), textCell('审批：')]);
  }
}

interface Interruptions {
  readonly blankRows: boolean;
  /** 0 for never. */
  readonly repeatHeader: number;
  readonly subtotal: number;
}

const drawInterruptions = (dice: Dice): Interruptions => ({
  blankRows: dice.does('between the data', 'blank rows', 0.2),
  repeatHeader: dice.does('between the data', 'repeated headers', 0.2) ? dice.int(3, 50) : 0,
  subtotal: dice.does('between the data', '小计 rows', 0.12) ? dice.int(5, 60) : 0,
});

function addData(page: Page, request: LayoutRequest, header: Grid, dice: Dice): Map<number, number> {
  const { columns, order, writer } = request;
  const { blankRows, repeatHeader, subtotal } = drawInterruptions(dice);
  const hides = writer.hiddenRows && dice.does('rows', 'hidden', 0.15);
  const placed = new Map<number, number>();
  for (const [index, source] of order.entries()) {
    if (index > 0 && blankRows && dice.is(0.05)) page.add(dice.is(0.5) ? [] : [textCell(' ')]);
    if (index > 0 && subtotal > 0 && index % subtotal === 0) page.add(totalRow('小计', columns, dice));
    if (index > 0 && repeatHeader > 0 && index % repeatHeader === 0) for (const row of header) page.add(row);
    const row = page.add(columns.map(({ cells }) => cells[source] ?? null));
    placed.set(row, source);
    if (hides && dice.is(0.1)) page.hidden.add(row);
  }
  if (dice.does('below the data', '合计 row', 0.25)) {
    page.add(totalRow(dice.pick(['合计', '合 计', '总计', '合计：', '本页合计']), columns, dice));
  }
  return placed;
}

const sameCell = (a: MessCell | null | undefined, b: MessCell | null | undefined): boolean =>
  Boolean(a) && JSON.stringify(a) === JSON.stringify(b);

/** Merges the neighbours that agree in every mergeable column: the value stays in the first row only. */
function mergeData(page: Page, { columns, mergeable }: LayoutRequest, placed: ReadonlyMap<number, number>): void {
  const merged = columns.flatMap(({ field }, index) => (field !== null && mergeable.has(field) ? [index] : []));
  const agree = (row: number, next: number): boolean =>
    merged.length > 0 && merged.every((column) => sameCell(page.rows[row]?.[column], page.rows[next]?.[column]));
  let top = 0;
  while (top < page.rows.length) {
    let bottom = top;
    while (placed.has(top) && placed.has(bottom + 1) && agree(top, bottom + 1)) bottom++;
    for (const column of bottom > top ? merged : []) {
      page.merge(top, bottom, column, column);
      for (let row = top + 1; row <= bottom; row++) (page.rows[row] as Grid[number])[column] = null;
    }
    top = bottom + 1;
  }
}

export function layOut(request: LayoutRequest, dice: Dice): MessSheet {
  const page = new Page();
  addTitles(page, request, dice);
  const header = addHeader(page, request.columns, request.writer.merges);
  const placed = addData(page, request, header, dice);
  addFootnotes(page, request, dice);
  mergeData(page, request, placed);
  return {
    name: request.name,
    hidden: false,
    rows: page.rows,
    merges: page.merges,
    hiddenRows: page.hidden,
    styledRows: dice.does('rows', 'styled to far below', 0.1) ? 300 : 0,
  };
}
