// The columns every sheet is made of, and the defaults of a sheet.
import { ROLES, type Role } from '../../model/terms.ts';
import { type Cell, type Column, type SheetModel, styled } from './model.ts';

type Width = Column['width'];

/** Names, numbers of documents, sentences: left; wraps above the greater width. */
export const textColumn = (heading: string, ...width: Width): Column => ({
  heading,
  align: 'left',
  kind: 'text',
  width,
});

/** Short words and dates, centred. */
export const wordColumn = (heading: string, ...width: Width): Column => ({
  heading,
  align: 'center',
  kind: 'text',
  width,
});

export const countColumn = (heading: string): Column => ({ heading, align: 'center', kind: 'integer', width: [3, 12] });

export const moneyColumn = (heading: string): Column => ({ heading, align: 'right', kind: 'money', width: [7, 18] });

export const scoreColumn = (heading: string): Column => ({ heading, align: 'center', kind: 'score', width: [8, 14] });

/** What was not measured is a dash. */
export const scoreCell = (value: number | null): Cell => (value === null ? styled('—', 'muted') : value);

/** A column with its key, its cell in each row and, where it has one, the cell below the rows. */
export type TableColumn<Row> = readonly [
  key: string,
  column: Column,
  cell: (row: Row, index: number) => Cell,
  total?: Cell | undefined,
];

/** A column with the cell below its rows. */
export const withTotal = <Row>([key, column, cell]: TableColumn<Row>, total: Cell): TableColumn<Row> => [
  key,
  column,
  cell,
  total,
];

/** 序号 */
export const numberColumn: TableColumn<unknown> = ['number', countColumn('序号'), (_, index) => index + 1];

interface Named {
  readonly id: string;
  readonly name: string;
}

/** 工号, 姓名; `idCell` where the number leads somewhere. */
export const namedColumns = <Row>(
  personOf: (row: Row) => Named,
  idCell: (row: Row, index: number) => Cell = (row) => personOf(row).id,
): readonly TableColumn<Row>[] => [
  ['id', textColumn('工号', 4, 18), idCell],
  ['name', textColumn('姓名', 6, 14), (row) => personOf(row).name],
];

/** 序号, 工号, 姓名 of rows that are people. */
export const PERSON_COLUMNS: readonly TableColumn<Named>[] = [numberColumn, ...namedColumns((person: Named) => person)];

/** 角色 */
export const roleColumn = <Row extends { readonly role: Role }>(): TableColumn<Row> => [
  'role',
  wordColumn('角色', 6, 12),
  ({ role }) => ROLES[role],
];

interface GridNames {
  readonly id: string;
  readonly name: string | null;
  readonly village: string | null;
}

/** 网格编号, 网格名称, 村社 */
export const GRID_COLUMNS: readonly TableColumn<GridNames>[] = [
  ['id', textColumn('网格编号', 6, 14), ({ id }) => id],
  ['name', textColumn('网格名称', 6, 20), ({ name }) => name],
  ['village', textColumn('村社', 4, 14), ({ village }) => village],
];

/** Columns of rows that are cells already, in the order of the columns: forms to fill in, a sheet of several tables. */
export const cellColumns = (columns: readonly Column[]): readonly TableColumn<readonly Cell[]>[] =>
  columns.map((column, index) => [column.heading, column, (row) => row[index] ?? null]);

type Optional = Partial<Omit<SheetModel, 'name' | 'title' | 'columns' | 'rows' | 'totals'>>;

interface Table<Row> extends Optional {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
}

/** A sheet of one table: landscape, low rows, nothing above or below unless given. */
export function tableSheet<Row>({ columns, rows, ...sheet }: Table<Row>): SheetModel {
  const hasTotals = columns.some(([, , , total]) => total !== undefined);
  return {
    subtitle: [],
    footer: [],
    landscape: true,
    frozenColumns: 0,
    rowHeight: 18,
    ...sheet,
    columns: columns.map(([key, column]) => ({ ...column, key })),
    rows: rows.map((row, index) => columns.map(([, , cell]) => cell(row, index))),
    totals: hasTotals ? columns.map(([, , , total = styled(null, 'strong')]) => total) : null,
  };
}
