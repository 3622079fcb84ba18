/** A plain table as columns in a drawn order, with extra and blank ones between. */
import type { Dice } from './dice.ts';
import { EXTRA_HEADINGS, headingOf } from './headings.ts';
import { BLANK } from './layout.ts';
import { dateHeadings, FIGURE, isDateField } from './matrices.ts';
import {
  type MessCell,
  type MessColumn,
  numberCell,
  type PlainTable,
  textCell,
  type Value,
  type ValueType,
} from './model.ts';
import { typeOf } from './office.ts';
import { spellColumn } from './values/column.ts';
import type { SpellingContext } from './values/spelling.ts';

const SUMMABLE: ReadonlySet<ValueType> = new Set(['rate', 'duration', 'distance', 'count', 'mark', 'money']);

const GROUPS: Readonly<Record<string, string>> = { keyPersonVisits: '重点人员', keyPlaceVisits: '重点场所' };

/** 走访 over 重点人员 and 重点场所, side by side; or a title over some neighbours whose own headings are whole. */
function grouped(columns: readonly MessColumn[], dice: Dice): readonly MessColumn[] {
  const visits = columns.filter(({ field }) => field !== null && field in GROUPS);
  if (visits.length === 2 && dice.does('two header rows', '走访 over 重点人员, 重点场所', 0.6)) {
    const title = dice.pick(['走访', '走访数', '走访情况']);
    const under = visits.map((one) => ({ ...one, group: { title, below: GROUPS[one.field as string] as string } }));
    const others = columns.filter((one) => !visits.includes(one));
    const at = dice.int(0, others.length);
    return [...others.slice(0, at), ...under, ...others.slice(at)];
  }
  if (columns.length < 3) return columns;
  dice.note('two header rows', 'a title over whole headings');
  const [from, title] = [dice.int(0, columns.length - 2), dice.pick(['基本信息', '登记情况', '填报内容'])];
  const to = Math.min(columns.length - 1, from + dice.int(1, 2));
  return columns.map((one, index) =>
    index < from || index > to || one.heading.kind !== 'text'
      ? one
      : { ...one, group: { title, below: one.heading.text } },
  );
}

function extraColumn(heading: string, count: number, dice: Dice): MessColumn {
  const fill = (index: number): MessCell | null =>
    heading === '序号'
      ? numberCell(index + 1)
      : heading === '附件数'
        ? numberCell(dice.int(0, 5))
        : dice.is(0.8)
          ? textCell(dice.pick(['平安系统', '补录', '东片', '已核对', '2021-09-30', '12.5%']))
          : null;
  return {
    field: null,
    heading: textCell(heading),
    summable: heading === '附件数',
    group: null,
    cells: Array.from({ length: count }, (_, index) => fill(index)),
  };
}

const blankColumn: MessColumn = { field: null, heading: BLANK, summable: false, group: null, cells: [] };

function withOthers(columns: readonly MessColumn[], count: number, dice: Dice): readonly MessColumn[] {
  const result = [...columns];
  if (dice.does('columns', 'extra', 0.4)) {
    for (const heading of dice.shuffle(EXTRA_HEADINGS).slice(0, dice.int(1, 3))) {
      const at = heading === '序号' ? 0 : dice.int(0, result.length);
      result.splice(at, 0, extraColumn(heading, count, dice));
    }
  }
  if (dice.does('columns', 'blank at the left', 0.12)) result.unshift(blankColumn);
  if (dice.does('columns', 'blank between', 0.12)) result.splice(dice.int(1, result.length - 1), 0, blankColumn);
  return result;
}

export interface ColumnRequest {
  readonly table: PlainTable;
  /** Whether the file keeps number formats, and merged cells. */
  readonly typed: boolean;
  readonly merges: boolean;
  readonly context: SpellingContext;
}

const finished = (columns: readonly MessColumn[], request: ColumnRequest, dice: Dice): readonly MessColumn[] => {
  const isMatrix = request.table.fields.some(isDateField);
  const shuffled = !isMatrix && dice.does('columns', 'shuffled', 0.6) ? dice.shuffle(columns) : columns;
  const twoRows = !isMatrix && request.merges && dice.does('header', 'two merged rows', 0.2);
  return withOthers(twoRows ? grouped(shuffled, dice) : shuffled, request.table.rows.length, dice);
};

/** The columns of a list, each field in a spelling of its own. */
function listColumns({ table, typed, context }: ColumnRequest, dice: Dice): MessColumn[] {
  const { kind, fields, rows } = table;
  const headingOfDate = fields.some(isDateField) ? dateHeadings(kind, typed, dice) : null;
  return fields.map((field): MessColumn => {
    const values = rows.map((row): Value => row[field] ?? null);
    const { unit, cells } = spellColumn(kind, field, values, { typed, infers: true }, context);
    const dated = isDateField(field) ? headingOfDate?.(field) : null;
    const heading = dated ?? textCell(headingOf(kind, field, unit, dice));
    return { field, heading, summable: SUMMABLE.has(typeOf(kind, field)), group: null, cells };
  });
}

/** The columns of a matrix of figures: a spelling for each figure, its unit beside its name. */
function figureColumns({ table, typed, context }: ColumnRequest, dice: Dice): MessColumn[] {
  const { kind, fields, rows } = table;
  const dates = fields.filter(isDateField);
  const names: MessCell[] = [];
  const cells = dates.map((): (MessCell | null)[] => []);
  for (const figure of new Set(rows.map((row) => String(row[FIGURE])))) {
    const these = rows.flatMap((row, index) => (row[FIGURE] === figure ? [index] : []));
    const values = these.flatMap((index) => dates.map((date): Value => rows[index]?.[date] ?? null));
    const spelled = spellColumn(kind, figure, values, { typed, infers: false }, context);
    const name = textCell(headingOf(kind, figure, spelled.unit, dice));
    for (const [place, index] of these.entries()) {
      names[index] = name;
      for (const [at, column] of cells.entries()) column[index] = spelled.cells[place * dates.length + at] ?? null;
    }
  }
  const others = fields.filter((field) => !isDateField(field) && field !== FIGURE);
  const headingOfDate = dateHeadings(kind, typed, dice);
  return [
    ...listColumns({ table: { ...table, fields: others }, typed, merges: false, context }, dice),
    {
      field: FIGURE,
      heading: textCell(headingOf(kind, FIGURE, null, dice)),
      summable: false,
      group: null,
      cells: names,
    },
    ...dates.map((field, at) => ({
      field,
      heading: headingOfDate(field),
      summable: false,
      group: null,
      cells: cells[at] ?? [],
    })),
  ];
}

export function columnsOf(request: ColumnRequest, dice: Dice): readonly MessColumn[] {
  const { fields } = request.table;
  return finished((fields.includes(FIGURE) ? figureColumns : listColumns)(request, dice), request, dice);
}
