// Sources as readers need them: file, sheet, rows and column letter instead of table numbers.
import type { MonthRecord } from '../model/record.ts';
import { columnLetter, type Source, type TableInfo } from '../model/source.ts';

export type NamedSource =
  | {
      readonly type: 'rows';
      readonly file: string;
      readonly sheet: string | null;
      readonly rows: readonly number[];
      readonly column: string | null;
    }
  | {
      readonly type: 'cell';
      readonly file: string;
      readonly sheet: string | null;
      readonly row: number;
      readonly column: string;
    }
  | {
      readonly type: 'absence';
      readonly what: string;
      readonly searched: readonly { readonly file: string; readonly sheet: string | null; readonly rows: number }[];
    }
  | { readonly type: 'record'; readonly period: string; readonly item: string }
  | { readonly type: 'ledger'; readonly entry: string }
  | { readonly type: 'setting'; readonly parameter: string };

const letterOf = (table: TableInfo, field: string | null): string | null => {
  const column = field === null ? undefined : table.columns[field];
  return column === undefined ? null : columnLetter(column);
};

export function namedSources({ tables }: MonthRecord, sources: readonly Source[]): readonly NamedSource[] {
  return sources.map((source): NamedSource => {
    switch (source.type) {
      case 'rows': {
        const table = tables[source.table] as TableInfo;
        return {
          type: 'rows',
          file: table.file,
          sheet: table.sheet,
          rows: source.rows,
          column: letterOf(table, source.field),
        };
      }
      case 'cell': {
        const { file, sheet } = tables[source.table] as TableInfo;
        return { type: 'cell', file, sheet, row: source.row, column: columnLetter(source.column) };
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
        return { type: 'record', period: source.period, item: source.item };
      case 'setting':
        return { type: 'setting', parameter: source.parameter };
      default:
        return source;
    }
  });
}
