// Rows of facts as cells: a source of rows always names a column that its table has.
import { type Origin, rowsOf, type Source } from '../model/source.ts';
import type { Office } from './office.ts';

/** In each table the first of these fields that it has a column for. */
export const cellsOf = ({ facts }: Office, origins: Iterable<Origin>, field: string, ...instead: string[]): Source[] =>
  rowsOf(origins, field).map((source) => {
    if (source.type !== 'rows') return source;
    const columns = facts.tables.find(({ id }) => id === source.table)?.columns ?? {};
    return { ...source, field: [field, ...instead].find((one) => columns[one] !== undefined) ?? field };
  });

/** Only in tables that have the column. */
export const cellsIfThere = ({ facts }: Office, origins: Iterable<Origin>, field: string): Source[] =>
  rowsOf(origins, field).filter(
    (source) =>
      source.type !== 'rows' || facts.tables.find(({ id }) => id === source.table)?.columns[field] !== undefined,
  );
