// `check --json`: for each table what became of its rows; read = used + left out + in error.
import type { TableInfo } from '../../model/source.ts';

export const CHECK_SCHEMA = 'check/1';

export const checkDocument = (tables: readonly TableInfo[]) => ({
  tables: tables.map(({ file, sheet, kind, headerRow, rows }) => ({ file, sheet, kind, headerRow, ...rows })),
});
