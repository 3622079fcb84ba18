// Sources as readers need them: file, sheet, rows and column letter instead of table numbers, and the text in each cell.
import { parseFraction } from '../model/fraction.ts';
import type { MonthRecord } from '../model/record.ts';
import { columnLetter, type SettingCell, type Source, type TableInfo } from '../model/source.ts';
import { figureTitle } from './figures.ts';

/** What stands in a cell of an input file; null when it is empty. Rows are 1-based, columns 0-based. */
export type TextAt = (file: string, sheet: string | null, row: number, column: number) => string | null;

interface SheetPlace {
  readonly file: string;
  readonly sheet: string | null;
}

export type NamedSource =
  | (SheetPlace & {
      readonly type: 'rows';
      readonly rows: readonly number[];
      readonly column: string | null;
      /** One a row. */
      readonly values: readonly (string | null)[];
    })
  | (SheetPlace & {
      readonly type: 'cell';
      readonly row: number;
      readonly column: string;
      readonly value: string | null;
    })
  | {
      readonly type: 'absence';
      readonly what: string;
      readonly searched: readonly (SheetPlace & { readonly rows: number })[];
    }
  | { readonly type: 'record'; readonly period: string; readonly item: string; readonly title: string }
  | { readonly type: 'ledger'; readonly entry: string }
  | {
      readonly type: 'setting';
      readonly parameter: string;
      readonly title: string;
      readonly value: string;
      readonly unit: string;
      /** Null: the scheme's own value. */
      readonly cell:
        | (SheetPlace & { readonly row: number; readonly column: string; readonly value: string | null })
        | null;
    };

/** Titles of what a month record carries over that is no item of the edition. */
const CARRIED = new Map([
  ['carriedOut', '结转追扣'],
  ['total', '合计'],
  ['served', '在职'],
  ['accountEnding', '银行账号尾号'],
]);

const titleIn = ({ scheme }: MonthRecord, item: string): string =>
  scheme.items.find((one) => one.item === item)?.title ?? CARRIED.get(item) ?? figureTitle(scheme, item);

const settingCell = ({ file, sheet, row, column }: SettingCell, textAt: TextAt) =>
  column === null ? null : { file, sheet, row, column: columnLetter(column), value: textAt(file, sheet, row, column) };

function named(record: MonthRecord, source: Source, textAt: TextAt): NamedSource {
  const { tables, scheme } = record;
  switch (source.type) {
    case 'rows': {
      const { file, sheet, columns } = tables[source.table] as TableInfo;
      const column = source.field === null ? undefined : columns[source.field];
      return {
        type: 'rows',
        file,
        sheet,
        column: column === undefined ? null : columnLetter(column),
        rows: source.rows,
        values: column === undefined ? [] : source.rows.map((row) => textAt(file, sheet, row, column)),
      };
    }
    case 'cell': {
      const { file, sheet } = tables[source.table] as TableInfo;
      const { row, column } = source;
      return { type: 'cell', file, sheet, row, column: columnLetter(column), value: textAt(file, sheet, row, column) };
    }
    case 'absence': {
      const searched = source.searched.map((id) => tables[id] as TableInfo);
      return {
        type: 'absence',
        what: source.what,
        searched: searched.map(({ file, sheet, rows }) => ({ file, sheet, rows: rows.read })),
      };
    }
    case 'record':
      return { type: 'record', period: source.period, item: source.item, title: titleIn(record, source.item) };
    case 'setting': {
      const { title, unit } = scheme.parameters.find(({ key }) => key === source.parameter) ?? {
        title: source.parameter,
        unit: '',
      };
      return {
        type: 'setting',
        parameter: source.parameter,
        title,
        value: source.value,
        unit: parseFraction(source.value) === null ? '' : unit,
        cell: source.cell === null ? null : settingCell(source.cell, textAt),
      };
    }
    default:
      return source;
  }
}

/** Each source once. */
export function namedSources(record: MonthRecord, sources: readonly Source[], textAt: TextAt): readonly NamedSource[] {
  const distinct = new Map(sources.map((source) => [JSON.stringify(source), source]));
  return [...distinct.values()].map((source) => named(record, source, textAt));
}
