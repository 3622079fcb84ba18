// `check --json`: for each table which column is what and what became of its rows (read = used + left out + in error), and
// the sheets that became no table.
import type { SheetAccount } from '../../intake/reading.ts';
import type { CoverageRecord } from '../../model/record.ts';
import { columnLetter, type TableInfo } from '../../model/source.ts';
import type { checkBody } from '../schemas/check.ts';
import type { DocumentBody } from '../schemas/common.ts';

export const CHECK_SCHEMA = 'check/1';

const columnsOf = ({ columns }: SheetAccount) =>
  columns.map(({ column, heading, field, meaning, unit, date }) => ({
    column: columnLetter(column),
    heading,
    field,
    meaning,
    unit,
    date,
  }));

export function checkDocument(
  tables: readonly TableInfo[],
  sheets: readonly SheetAccount[],
  coverage: readonly CoverageRecord[],
): DocumentBody<typeof checkBody> {
  const accountOf = (table: TableInfo) =>
    sheets.find(({ file, sheet, fate }) => file === table.file && sheet === table.sheet && fate === 'read');
  return {
    tables: tables.map((table) => {
      const { file, sheet, kind, headerRow, rows } = table;
      const account = accountOf(table);
      return { file, sheet, kind, headerRow, ...rows, columns: account ? columnsOf(account) : [] };
    }),
    others: sheets
      .filter((account) => !tables.some((table) => accountOf(table) === account))
      .map((account) => {
        const { file, sheet, fate, kind, headerRow } = account;
        return { file, sheet, fate, kind, headerRow, columns: columnsOf(account) };
      }),
    coverage,
  };
}
