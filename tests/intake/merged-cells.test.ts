// Merged cells among the data (合并单元格): which cells get a value, that none is made, and that a sheet is read again for it.
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBook } from '../../src/files/open.ts';
import type { Range, Row, Sheet } from '../../src/files/sheet.ts';
import { type Filling, MergedCells, mergesMatter } from '../../src/intake/rows/merged-cells.ts';
import { brief, file, PERIOD, type RowSpec, readOffice, rowsOf, sheet } from './book.ts';

const range = (firstRow: number, lastRow: number, firstColumn: number, lastColumn = firstColumn): Range => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
});
const filling = (part: Partial<Filling> = {}): Filling => ({
  headerRow: 1,
  dateColumns: new Set(),
  figures: new Set(),
  occasion: new Set(),
  amounts: new Set(),
  ...part,
});

/** `2: a 3=b` for row 2 with a in column 0 and b in column 3. */
function filled(rows: readonly Row[], merges: readonly Range[], part: Partial<Filling> = {}): string[] {
  const merged = new MergedCells(merges, filling(part));
  return rows.map(({ number, cells }) => {
    const all = merged.fill(number, cells);
    return `${number}: ${all.map((cell) => `${cell.column}=${cell.kind === 'text' ? cell.text : cell.kind}`).join(' ')}`;
  });
}

const ROWS = rowsOf([['h', 'h', 'h'], ['a', 'x', 'p'], [null, 'y', null], [], [null, 'z', 'q'], ['b', 'w', null]]);

describe('filling', () => {
  test('downwards, in rows that are there', () =>
    expect(filled(ROWS, [range(2, 5, 0), range(5, 6, 2)])).toEqual([
      '1: 0=h 1=h 2=h',
      '2: 0=a 1=x 2=p',
      '3: 0=a 1=y',
      '5: 0=a 1=z 2=q',
      '6: 0=b 1=w 2=q',
    ]));
  test('sideways in the first column only', () =>
    expect(filled(ROWS, [range(2, 3, 0, 2)])).toEqual(filled(ROWS, [range(2, 3, 0)])));
  test('sideways in date columns', () =>
    expect(filled(ROWS, [range(3, 3, 1, 5), range(5, 6, 1, 2)], { dateColumns: new Set([1, 2, 4]) })).toEqual([
      '1: 0=h 1=h 2=h',
      '2: 0=a 1=x 2=p',
      '3: 1=y 2=y 4=y',
      '5: 1=z 2=z',
      '6: 0=b 1=z 2=z',
    ]));
  test('never from the header', () => expect(filled(ROWS, [range(1, 6, 0)])).toEqual(filled(ROWS, [])));
  test('never from an empty cell', () => expect(filled(ROWS, [range(3, 6, 0)])).toEqual(filled(ROWS, [])));
  test('never from a row that is not there', () => expect(filled(ROWS, [range(4, 6, 0)])).toEqual(filled(ROWS, [])));
  test('as large as a sheet', () =>
    expect(filled(ROWS, [range(2, 1_048_576, 0, 16_383)], { dateColumns: new Set([1]) })).toEqual([
      '1: 0=h 1=h 2=h',
      '2: 0=a 1=x 2=p',
      '3: 0=a 1=y',
      '5: 0=a 1=z 2=q',
      '6: 0=a 1=w',
    ]));
  test('a range that begins within another has its own value, none where its cell is empty', () =>
    expect(filled(ROWS, [range(2, 3, 0), range(3, 6, 0)])).toEqual([
      '1: 0=h 1=h 2=h',
      '2: 0=a 1=x 2=p',
      '3: 0=a 1=y',
      '5: 1=z 2=q',
      '6: 0=b 1=w',
    ]));
  test('every cell is its own, the first of its range, or none', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }), { maxLength: 4 }), {
          maxLength: 8,
        }),
        fc.array(
          fc
            .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(3), fc.nat(4), fc.nat(3))
            .map(([row, down, column, right]) => range(row, row + down, column, column + right)),
          { maxLength: 4 },
        ),
        (specs, merges) => {
          const rows = rowsOf(specs);
          const at = (row: number, column: number) =>
            rows.find(({ number }) => number === row)?.cells.find((cell) => cell.column === column);
          const merged = new MergedCells(merges, filling());
          for (const { number, cells } of rows) {
            for (const cell of merged.fill(number, cells)) {
              const covering = merges.filter(
                ({ firstRow, lastRow, firstColumn }) =>
                  firstRow > 1 && firstRow < number && lastRow >= number && firstColumn === cell.column,
              );
              const allowed = [at(number, cell.column), ...covering.map(({ firstRow }) => at(firstRow, cell.column))];
              expect(allowed).toContainEqual(cell);
            }
          }
        },
      ),
    ));
  test('what matters are ranges downwards among the data, and sideways from a date', () => {
    const dates = { dateColumns: new Set([4, 5]) };
    const matter = (one: Range) => mergesMatter([one], filling(dates));
    expect([range(2, 3, 0), range(2, 2, 4, 5), range(9, 99, 7)].map(matter)).toEqual([true, true, true]);
    expect([range(1, 1, 0, 7), range(1, 2, 0), range(2, 2, 0, 7), range(2, 2, 4)].map(matter)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

/** A sheet that counts how often it is read. */
function counted(one: Sheet): { readonly sheet: Sheet; readonly readings: () => number } {
  let readings = 0;
  const rows = {
    [Symbol.asyncIterator]: () => {
      readings += 1;
      return one.rows[Symbol.asyncIterator]();
    },
  };
  return { sheet: { ...one, rows }, readings: () => readings };
}

const PATROL: RowSpec[] = [
  ['工号', '姓名', '日期', '在线时长（小时）', '巡查里程（公里）', '重点人员走访', '重点场所走访', '在线率'],
  ['W001', '王芳', '2021-07-01', 5, 4, 1, 1, '100%'],
  [null, null, '2021-07-02', 6, 4, 1, 1, '100%'],
  [null, null, '2021-07-05', 7, 4, 1, 1, '100%'],
];
const PERSON = [range(2, 4, 0), range(2, 4, 1)];

describe('sheets', () => {
  test('a sheet is read again only for merged cells that matter', async () => {
    const once = counted(sheet('S', [PATROL[0] as RowSpec, PATROL[1] as RowSpec], { merges: [range(2, 2, 0, 1)] }));
    const twice = counted(sheet('S', PATROL, { merges: PERSON }));
    const plain = counted(sheet('S', PATROL.slice(0, 2)));
    for (const one of [once, twice, plain]) {
      const { problems } = await readOffice({
        month: { patrol: null },
        files: [file('2021-07/p.xlsx', () => [one.sheet])],
      });
      expect(problems.map(brief)).toEqual([]);
    }
    expect([once, twice, plain].map(({ readings }) => readings())).toEqual([1, 2, 1]);
  });
  test('the value counts for each row; nothing of the first reading is left', async () => {
    const merged = sheet('S', PATROL, { merges: PERSON, hiddenRows: [3] });
    const { facts, problems } = await readOffice({
      month: { patrol: null },
      files: [file('2021-07/p.xlsx', () => [merged])],
    });
    expect(problems.map(brief)).toEqual(['notice hiddenRowsRead 2021-07/p.xlsx S - -']);
    expect([...facts.patrol].map(({ person, date, onlineTime }) => [person, date, onlineTime])).toEqual([
      ['W001', '2021-07-01', 18000],
      ['W001', '2021-07-02', 21600],
      ['W001', '2021-07-05', 25200],
    ]);
    expect(facts.tables.filter(({ kind }) => kind === 'patrol')).toMatchObject([
      { rows: { read: 3, used: 3, leftOut: {} } },
    ]);
  });
  test('a figure merged over several days counts for each, over several rows of one day once', async () => {
    const rows: RowSpec[] = [
      PATROL[0] as RowSpec,
      ['W001', '王芳', '2021-07-01', 5, 4, 1, 1, '100%'],
      [null, null, '2021-07-02', null, 2, 1, 1, '90%'],
      [null, null, null, null, 3, 1, 2, '80%'],
    ];
    const merges = [range(2, 4, 0), range(2, 4, 1), range(3, 4, 2), range(2, 4, 3)];
    const { facts, problems } = await readOffice({
      month: { patrol: null },
      files: [file('2021-07/p.xlsx', () => [sheet('S', rows, { merges })])],
    });
    expect([...facts.patrol].map(({ date, onlineTime, mileage }) => [date, onlineTime, mileage])).toEqual([
      ['2021-07-01', 18000, 4000],
      ['2021-07-02', 18000, 2000],
      ['2021-07-02', 18000, 3000],
    ]);
    expect(problems.map(brief)).toEqual([]);
  });
  test('a figure merged over two rows of one day', async () => {
    const rows: RowSpec[] = [
      PATROL[0] as RowSpec,
      ['W001', '王芳', '2021-07-01', 5, 4, 1, 1, '100%'],
      [null, null, null, null, 3, 1, 2, '80%'],
    ];
    const merges = [range(2, 3, 0), range(2, 3, 1), range(2, 3, 2), range(2, 3, 3)];
    const { facts, problems } = await readOffice({
      month: { patrol: null },
      files: [file('2021-07/p.xlsx', () => [sheet('S', rows, { merges })])],
    });
    expect([...facts.patrol].map(({ onlineTime, mileage }) => [onlineTime, mileage])).toEqual([
      [18000, 4000],
      [null, 3000],
    ]);
    expect(problems.map(brief)).toEqual(['warning mergedFigureOnce 2021-07/p.xlsx S 1 3']);
  });
  test('a total merged over two rows is a total in both; rows that only a merge reaches are none', async () => {
    const rows: RowSpec[] = [...PATROL, ['合计', null, null, 18, null], [null, null, null, null, 12]];
    const merges = [range(2, 4, 0), range(2, 4, 1), range(5, 6, 0), range(7, 900_000, 0, 7)];
    const { facts, problems } = await readOffice({
      month: { patrol: null },
      files: [file('2021-07/p.xlsx', () => [sheet('S', rows, { merges })])],
    });
    expect(problems.map(brief)).toEqual([]);
    expect(facts.tables.find(({ kind }) => kind === 'patrol')?.rows).toEqual({
      read: 5,
      used: 3,
      leftOut: { 合计行: 2 },
      inError: 0,
    });
  });
  test('marks merged over dates and people', async () => {
    const rows: RowSpec[] = [
      ['工号', '姓名', '7月5日', '7月12日', '7月19日'],
      ['W001', '王芳', '假', null, '√'],
      ['W002', '李强', '√', '×', null],
    ];
    const merges = [range(2, 2, 2, 3), range(2, 3, 4)];
    const { facts, problems } = await readOffice({
      month: { meetings: null },
      files: [file('2021-07/m.xlsx', () => [sheet('例会', rows, { merges })])],
    });
    expect(problems.map(brief)).toEqual([]);
    expect(facts.meetings.map(({ person, date, attendance }) => [person, date.slice(8), attendance])).toEqual([
      ['W001', '05', 'onLeave'],
      ['W001', '12', 'onLeave'],
      ['W001', '19', 'present'],
      ['W002', '05', 'present'],
      ['W002', '12', 'absent'],
      ['W002', '19', 'present'],
    ]);
  });
});

test('a workbook written by another program: two-row header, people and days merged, a merged footnote', async () => {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('巡查');
  page.addRow(['2021年7月巡查情况统计表']);
  page.addRow(['工号', '姓名', '日期', '走访（次）', null, '在线', null, '巡查里程（公里）']);
  page.addRow([null, null, null, '重点人员', '重点场所', '时长（分钟）', '率', null]);
  page.addRow(['W001', '王芳', '2021-07-01', 1, 0, 270, '97%', 3.2]);
  page.addRow([null, null, '2021-07-02', 2, 1, 240, '96%', 3]);
  page.addRow(['W002', '李强', '2021-07-02', 1, 1, 250, '95%', 4]);
  page.addRow(['注：数据以系统为准']);
  for (const merge of ['A1:H1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2', 'H2:H3', 'A4:A5', 'B4:B5', 'A7:H9']) {
    page.mergeCells(merge);
  }
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const path = `${PERIOD}/巡查.xlsx`;
  const { facts, problems } = await readOffice({
    month: { patrol: null },
    files: [{ path, open: () => openBook(bytes, path) }],
  });
  expect(problems.map(brief)).toEqual([]);
  expect(
    [...facts.patrol].map((row) => [row.person, row.date, row.onlineTime, row.mileage, row.keyPersonVisits]),
  ).toEqual([
    ['W001', '2021-07-01', 16200, 3200, 1],
    ['W001', '2021-07-02', 14400, 3000, 2],
    ['W002', '2021-07-02', 15000, 4000, 1],
  ]);
  expect(facts.tables.find(({ kind }) => kind === 'patrol')).toMatchObject({
    headerRow: 3,
    rows: { read: 4, used: 3, leftOut: { 表尾说明: 1 }, inError: 0 },
  });
});
