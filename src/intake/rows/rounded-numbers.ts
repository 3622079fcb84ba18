// 编号 that a spreadsheet has rounded: rows that bear them cannot be told apart, and are in error; one problem tells of the column.
import { problem } from '../../problems/problem.ts';
import { type ParsedTable, placeIn } from '../table.ts';
import { isRounded, mayBeRounded, withoutMark } from '../values/ids.ts';
import { Withdrawal } from './entries.ts';

export function refuseRoundedNumbers<K extends 'reports' | 'tasks'>(table: ParsedTable<K>): void {
  if (table.valueRules === 1) return;
  const rows = new Map<string, number[]>();
  const entry = table.entries.cursor();
  for (; entry.index < table.entries.length; entry.index++) {
    const { key } = entry;
    if (key === null || !(isRounded(key) || mayBeRounded(key))) continue;
    const known = rows.get(key);
    if (known) known.push(entry.row);
    else rows.set(key, [entry.row]);
  }
  const wrecked = new Map([...rows].filter(([key, found]) => isRounded(key) || found.length > 1));
  const [first] = [...wrecked].sort(([, [a = 0]], [, [b = 0]]) => a - b);
  if (first === undefined) return;
  const { column = 0, heading = '' } = table.fields.get('id') ?? {};
  const count = [...wrecked.values()].reduce((sum, { length }) => sum + length, 0);
  const data = { heading, found: withoutMark(first[0]), count };
  table.problems.push(problem('numbersRounded', data, placeIn(table, first[1][0] ?? null, column)));
  const none = new Withdrawal(() => []);
  (table as ParsedTable<'reports'>).entries.replace('id', (id) => (wrecked.has(id) ? none : id));
}
