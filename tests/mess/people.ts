/** Who is who on the roster, and how a table may name them (spec 3: 工号, else 身份证号 or 手机, else a name of one bearer). */
import type { Dice } from './dice.ts';
import type { PlainRow, PlainTable, Value } from './model.ts';

export interface People {
  readonly idNumber: (id: string) => Value;
  readonly phone: (id: string) => Value;
  readonly sharesName: (id: string) => boolean;
}

export function peopleOf(office: readonly PlainTable[]): People {
  const rows = office.filter(({ kind }) => kind === 'roster').flatMap((table) => table.rows);
  const byId = new Map(rows.map((row) => [String(row.person), row]));
  const bearers = new Map<Value, number>();
  for (const { name } of byId.values()) bearers.set(name ?? null, (bearers.get(name ?? null) ?? 0) + 1);
  return {
    idNumber: (id) => byId.get(id)?.idNumber ?? null,
    phone: (id) => byId.get(id)?.phone ?? null,
    sharesName: (id) => (bearers.get(byId.get(id)?.name ?? null) ?? 0) > 1,
  };
}

const WAYS = {
  '工号 and 姓名': 10,
  工号: 3,
  姓名: 3,
  身份证号: 1,
  '身份证号 and 姓名': 1,
  手机: 1,
  '手机 and 姓名': 1,
} as const;

/** The same table, its people named in one of the ways. */
export function namedOtherwise(table: PlainTable, people: People, dice: Dice): PlainTable {
  if (table.kind === 'roster' || !table.fields.includes('person')) return table;
  const way = dice.draw('people by', WAYS);
  const others = table.fields.filter((field) => field !== 'person' && field !== 'name');
  const hasNames = table.fields.includes('name');
  const columns = way.split(' and ');
  const namesakes = way === '姓名' && table.rows.some(({ person }) => people.sharesName(String(person)));
  const fields = [
    ...(columns.includes('工号') || namesakes || (way === '姓名' && !hasNames) ? ['person'] : []),
    ...(columns.includes('身份证号') ? ['idNumber'] : []),
    ...(columns.includes('手机') ? ['phone'] : []),
    ...(columns.includes('姓名') && hasNames ? ['name'] : []),
    ...others,
  ];
  const rows = table.rows.map((row): PlainRow => {
    const id = row.person === null ? null : String(row.person);
    if (id === null) return { ...row, idNumber: null, phone: null };
    const keepsId = columns.includes('工号') || !hasNames || people.sharesName(id);
    return { ...row, person: keepsId ? id : null, idNumber: people.idNumber(id), phone: people.phone(id) };
  });
  return { ...table, fields, rows };
}

/** Several grids of a person: in one cell, or a row for each (spec 3). */
export function assignedOtherwise(table: PlainTable, dice: Dice): PlainTable {
  if (table.kind !== 'roster') return table;
  const isOpen = ({ from, to }: PlainRow): boolean => from === null && to === null;
  switch (dice.draw('several grids', { 'as they were': 2, 'a row for each': 1, 'in one cell': 1 })) {
    case 'a row for each':
      return {
        ...table,
        rows: table.rows.flatMap((row) =>
          isOpen(row)
            ? String(row.grid)
                .split('、')
                .map((grid) => ({ ...row, grid }))
            : [row],
        ),
      };
    case 'in one cell': {
      const open = table.rows.filter(isOpen);
      const gridsOf = (person: Value | undefined): string =>
        open.flatMap((row) => (row.person === person ? [String(row.grid)] : [])).join('、');
      const first = open.filter((row) => open.find(({ person }) => person === row.person) === row);
      const joined = first.map((row) => ({ ...row, grid: gridsOf(row.person) }));
      return { ...table, rows: [...joined, ...table.rows.filter((row) => !isOpen(row))] };
    }
    default:
      return table;
  }
}

const LETTERS = 'ALPW';

/** 工号 as digits with a leading zero, in the same order: W001 is 04001. */
export const renumbered = (office: readonly PlainTable[]): readonly PlainTable[] =>
  office.map((table) => ({
    ...table,
    rows: table.rows.map((row) =>
      'person' in row && row.person !== null ? { ...row, person: digitsOf(String(row.person)) } : row,
    ),
  }));

const digitsOf = (id: string): string => `0${LETTERS.indexOf(id[0] as string) + 1}${id.slice(1)}`;

/** Results of the renumbered office with the 工号 of the clean one. */
export const withLetters = <T>(results: T): T =>
  JSON.parse(
    JSON.stringify(results).replace(
      /"0([1-4])(\d{3})(\\?")/g,
      (_, letter, rest, end) => `"${LETTERS[letter - 1]}${rest}${end}`,
    ),
  );
