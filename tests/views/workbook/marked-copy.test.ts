// Where problems are marked in a copy: cells, rows, sheets, merged ranges, excerpts; values as they were read.
import { describe, expect, test } from 'vitest';
import type { IssueRecord } from '../../../src/model/record.ts';
import { columnIndex, columnLetter } from '../../../src/model/source.ts';
import { type HeldSheet, markedCopy } from '../../../src/views/workbook/marked-copy.ts';
import { tabNames } from '../../../src/views/workbook/tab-names.ts';
import { num, type RowSpec, rowsOf } from '../../intake/book.ts';

const held = (specs: readonly RowSpec[], more: Partial<HeldSheet> = {}): HeldSheet => ({
  name: '巡查',
  hidden: false,
  rows: rowsOf(specs),
  merges: [],
  isExcerpt: false,
  isCut: false,
  total: specs.length,
  headerRow: 1,
  ...more,
});

const issue = (
  severity: IssueRecord['severity'],
  row: number | null,
  column: string | null,
  text = '错',
): IssueRecord => ({
  severity,
  code: 'x',
  file: 'a.xlsx',
  sheet: '巡查',
  row,
  column,
  message: text,
  remedy: `改${text}`,
});

/** `A2 error note` of every marked cell. */
function marks(sheets: readonly HeldSheet[], issues: readonly IssueRecord[]): readonly string[] {
  const { model } = markedCopy('a', sheets, issues);
  return model.sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ number, cells }) =>
      cells
        .filter(({ mark }) => mark !== null)
        .map(({ column, mark, note }) => `${name} ${columnLetter(column)}${number} ${mark} ${note}`),
    ),
  );
}

const TABLE: readonly RowSpec[] = [
  [null, '日期', '工号'],
  [null, '2021-07-01', 'W1'],
];

describe('a problem is marked', () => {
  test('at its cell, also an empty one', () => {
    expect(marks([held(TABLE)], [issue('error', 2, 'C'), issue('notice', 2, 'E'), issue('warning', 4, 'A')])).toEqual([
      '巡查 C2 error 【错误】错\n→ 改错',
      '巡查 E2 notice 【提示】错\n→ 改错',
      '巡查 A4 warning 【警告】错\n→ 改错',
    ]);
  });
  test("at the row's first cell, at the headings, at the first row where there are none", () => {
    expect(marks([held(TABLE)], [issue('error', 2, null)])).toEqual(['巡查 B2 error 【错误】错\n→ 改错']);
    expect(marks([held([['标题'], ...TABLE], { headerRow: 2 })], [issue('error', null, null)])).toEqual([
      '巡查 B2 error 【错误】错\n→ 改错',
    ]);
    expect(marks([held([['标题'], ...TABLE], { headerRow: null })], [issue('error', null, null)])).toEqual([
      '巡查 A1 error 【错误】错\n→ 改错',
    ]);
    expect(marks([held([])], [issue('error', null, null)])).toEqual(['巡查 A1 error 【错误】错\n→ 改错']);
  });
  test('with others of its cell, the gravest first in colour', () => {
    expect(marks([held(TABLE)], [issue('notice', 2, 'B', '甲'), issue('error', 2, 'B', '乙')])).toEqual([
      '巡查 B2 error 【提示】甲\n→ 改甲\n【错误】乙\n→ 改乙',
    ]);
    const many = Array.from({ length: 12 }, () => issue('error', 2, 'B'));
    expect(marks([held(TABLE)], many)[0]?.endsWith('→ 改错\n另有 2 处，见问题清单')).toBe(true);
  });
  test('on the sheet it names, else on the first', () => {
    const sheets = [held(TABLE, { name: '一' }), held(TABLE, { name: '巡查' })];
    expect(marks(sheets, [issue('error', 2, 'C'), { ...issue('warning', null, null), sheet: null }])).toEqual([
      '一 B1 warning 【警告】错\n→ 改错',
      '巡查 C2 error 【错误】错\n→ 改错',
    ]);
  });
  test("at a merged range's first cell", () => {
    const merges = [{ firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 2 }];
    expect(marks([held([...TABLE, [null, null, 'x']], { merges })], [issue('error', 3, 'C')])).toEqual([
      '巡查 B2 error 【错误】错\n→ 改错',
    ]);
  });
});

test('places lead from a problem to its mark', () => {
  const [known, gone] = [issue('error', 2, 'C'), issue('error', 9, 'C')];
  const excerpt = held(TABLE, { isExcerpt: true, total: 90 });
  expect([...markedCopy('a', [excerpt], [known, gone]).places]).toEqual([[known, { sheet: '巡查', cell: 'C3' }]]);
});

test('an excerpt says so, and keeps the numbers of its rows', () => {
  const { model } = markedCopy('a', [held(TABLE, { isExcerpt: true, total: 90 })], [issue('error', 2, 'C')]);
  const [sheet] = model.sheets;
  expect(sheet?.rows.map(({ number, cells }) => [number, cells.map(({ value, note }) => note ?? value)])).toEqual([
    [1, ['本表共 90 行，这里只摘录表头和有问题的行，共 2 行；原行号见批注和问题清单']],
    [2, ['日期', '工号']],
    [3, ['2021-07-01', '原第 2 行\n【错误】错\n→ 改错']],
  ]);
  expect([sheet?.frozenRows, sheet?.merges]).toEqual([2, [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 9 }]]);
  const cut = markedCopy('a', [held(TABLE, { isExcerpt: true, isCut: true, total: 90 })], []).model.sheets[0]?.rows[0];
  expect(cut?.cells[0]?.value).toBe(
    '本表共 90 行，这里只摘录表头和一部分有问题的行（先错误，后警告、提示），共 2 行；原行号见批注和问题清单',
  );
});

test('values are those a reader of the input sees', () => {
  const row: RowSpec = [
    '=1',
    num('44378', 'date'),
    num('42916.5', 'date1904'),
    num('0.97', 'percent'),
    num('0.175', 'time'),
    num('0012'),
    num('nonsense'),
    true,
    { kind: 'error', text: '#N/A' },
    { kind: 'pending' },
  ];
  const { model } = markedCopy('a', [held([row])], []);
  expect(model.sheets[0]?.rows[0]?.cells.map(({ value, format }) => [value, format])).toEqual([
    ['=1', 'text'],
    [44378, 'date'],
    [44378.5, 'dateTime'],
    [0.97, 'percent'],
    [0.175, 'time'],
    [12, 'general'],
    ['nonsense', 'text'],
    [true, 'general'],
    ['#N/A', 'text'],
    [null, 'general'],
  ]);
});

test('merged ranges are kept within the used cells and apart from each other', () => {
  const merges = [
    { firstRow: 1, lastRow: 1_048_576, firstColumn: 0, lastColumn: 16_383 },
    { firstRow: 2, lastRow: 2, firstColumn: 1, lastColumn: 2 },
    { firstRow: 7, lastRow: 8, firstColumn: 0, lastColumn: 0 },
  ];
  const { model } = markedCopy('a', [held(TABLE, { merges })], []);
  expect(model.sheets[0]?.merges).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 2 }]);
});

test('tabs: no character a workbook refuses, no name twice, none too long', () => {
  const long = '表'.repeat(40);
  expect(tabNames([null, 'sheet1', 'a/b:c', "'x'", 'History', long, long, ''])).toEqual([
    'Sheet1',
    'sheet1(2)',
    'a_b_c',
    '_x_',
    'History(2)',
    '表'.repeat(31),
    `${'表'.repeat(28)}(2)`,
    '表',
  ]);
});

test.each([
  ['A', 0],
  ['Z', 25],
  ['AA', 26],
  ['XFD', 16_383],
])('column %s', (letters, index) => {
  expect([columnIndex(letters), columnLetter(index)]).toEqual([index, letters]);
});
