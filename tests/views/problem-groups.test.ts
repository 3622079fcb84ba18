import { expect, test } from 'vitest';
import type { IssueRecord } from '../../src/model/record.ts';
import { problemGroups } from '../../src/views/problem-groups.ts';

const issue = (change: Partial<IssueRecord>): IssueRecord => ({
  severity: 'error',
  code: 'valueWrong',
  file: 'a.xlsx',
  sheet: '巡查',
  row: 2,
  column: 'C',
  message: '错',
  remedy: '改',
  ...change,
});

test('equal ones together: of one kind in one column of one sheet', () => {
  const groups = problemGroups([
    issue({ row: 2 }),
    issue({ row: 9 }),
    issue({ row: 3, column: 'D' }),
    issue({ file: 'b.xlsx' }),
    issue({ code: 'otherWrong' }),
  ]);
  expect(groups.map(({ example, count }) => [example.code, example.file, example.column, example.row, count])).toEqual([
    ['valueWrong', 'a.xlsx', 'C', 2, 2],
    ['valueWrong', 'a.xlsx', 'D', 3, 1],
    ['valueWrong', 'b.xlsx', 'C', 2, 1],
    ['otherWrong', 'a.xlsx', 'C', 2, 1],
  ]);
});

test('errors first, whole tables before single rows, many before few; nothing is lost', () => {
  const many = Array.from({ length: 5 }, (_, index) => issue({ severity: 'warning', code: 'many', row: index + 1 }));
  const all = [
    issue({ severity: 'notice', code: 'told' }),
    ...many,
    issue({ code: 'few' }),
    issue({ severity: 'warning', code: 'one' }),
    issue({ code: 'missing', file: null, sheet: null, row: null, column: null }),
  ];
  const groups = problemGroups(all);
  expect(groups.map(({ example, count }) => `${example.code} ${count}`)).toEqual([
    'missing 1',
    'few 1',
    'many 5',
    'one 1',
    'told 1',
  ]);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
});
