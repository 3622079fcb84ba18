// One workbook as SheetJS writes it in every format, read back as the same cells.
import { type BookType, type CellObject, utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { openBook } from '../../../src/files/open.ts';
import type { Cell, NumberFormat, Row } from '../../../src/files/sheet.ts';
import { readMonth } from '../../../src/intake/read-month.ts';
import { openFile } from '../../../src/run/open.ts';
import { file, OFFICE, PERIOD } from '../../intake/book.ts';
import { mergesOf, read, reason, text } from '../helpers.ts';

const n = (v: number, z = 'General'): CellObject => ({ t: 'n', v, z });
const s = (v: string): CellObject => ({ t: 's', v });

const CELLS: readonly (readonly CellObject[])[] = [
  [s('日期'), s('工号'), s('姓名'), s('在线率'), s('在线时长'), s('身份证号'), s('备注'), s('合并')],
  [
    n(44_378, 'yyyy-mm-dd'),
    s('0012'),
    s('王　芳'),
    n(0.97, '0.0%'),
    n(0.1875, '[h]:mm'),
    s('330106199001011234'),
    s('a\nb'),
  ],
  [
    n(44_378.5, 'yyyy/m/d h:mm'),
    n(12),
    s('欧阳𠮷'),
    n(1, '0%'),
    n(1.25, '[h]:mm:ss'),
    n(Number('330106199001011234')),
    s('<&">'),
  ],
  [{ t: 'b', v: true }, { t: 'b', v: false }, { t: 'e', v: 42 }, { t: 'e', v: 7 }, n(-0.1), n(1e21), n(0.1 + 0.2)],
];

function workbookOf(date1904 = false): WorkBook {
  const sheet = utils.aoa_to_sheet([...CELLS.map((row) => [...row])]);
  sheet['!merges'] = [{ s: { r: 0, c: 7 }, e: { r: 0, c: 9 } }];
  sheet['!rows'] = [{}, {}, { hidden: true, hpx: 20 }];
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, '巡查');
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['甲', 1]]), '隐藏');
  workbook.Workbook = { ...workbook.Workbook, Sheets: [{ Hidden: 0 }, { Hidden: 1 }], WBProps: { date1904 } };
  return workbook;
}

const bytesOf = (bookType: BookType, workbook = workbookOf()): Uint8Array =>
  write(workbook, { bookType, type: 'buffer' });

const number = (column: number, raw: string, format: NumberFormat = 'plain'): Cell => ({
  column,
  kind: 'number',
  raw,
  format,
});
const error = (column: number, shown: string): Cell => ({ column, kind: 'error', text: shown });

function expectedRows(hidesRows: boolean): Row[] {
  const [header = []] = CELLS;
  return [
    { number: 1, hidden: false, cells: header.map((cell, column) => text(column, String(cell.v))) },
    {
      number: 2,
      hidden: false,
      cells: [
        number(0, '44378', 'date'),
        text(1, '0012'),
        text(2, '王　芳'),
        number(3, '0.97', 'percent'),
        number(4, '0.1875', 'time'),
        text(5, '330106199001011234'),
        text(6, 'a\nb'),
      ],
    },
    {
      number: 3,
      hidden: hidesRows,
      cells: [
        number(0, '44378.5', 'date'),
        number(1, '12'),
        text(2, '欧阳𠮷'),
        number(3, '1', 'percent'),
        number(4, '1.25', 'time'),
        number(5, '330106199001011260'),
        text(6, '<&">'),
      ],
    },
    {
      number: 4,
      hidden: false,
      cells: [
        { column: 0, kind: 'boolean', value: true },
        { column: 1, kind: 'boolean', value: false },
        error(2, '#N/A'),
        error(3, '#DIV/0!'),
        number(4, '-0.1'),
        number(5, '1e+21'),
        number(6, '0.30000000000000004'),
      ],
    },
  ];
}

/** SheetJS writes no hidden rows into .xls, and neither hidden rows, hidden sheets nor errors into OpenDocument and HTML. */
const FORMATS: readonly (readonly [BookType, { rows: boolean; sheets: boolean; errors: boolean }])[] = [
  ['biff8', { rows: false, sheets: true, errors: true }],
  ['xlsb', { rows: true, sheets: true, errors: true }],
  ['xlml', { rows: true, sheets: true, errors: true }],
  ['ods', { rows: false, sheets: false, errors: false }],
  ['fods', { rows: false, sheets: false, errors: false }],
];

describe.each(FORMATS)('%s', (type, hides) => {
  it('gives the cells back', async () => {
    const rows = expectedRows(hides.rows).map((row) => ({
      ...row,
      cells: row.cells.filter((cell) => cell.kind !== 'error' || hides.errors),
    }));
    expect(await read(bytesOf(type), '表.xls')).toEqual({
      ownOutput: false,
      sheets: [
        { name: '巡查', hidden: false, rows },
        {
          name: '隐藏',
          hidden: hides.sheets,
          rows: [{ number: 1, hidden: false, cells: [text(0, '甲'), number(1, '1')] }],
        },
      ],
    });
  });

  it('names merged ranges and can be read again', async () => {
    const bytes = bytesOf(type);
    expect(await mergesOf(bytes)).toEqual([[{ firstRow: 1, lastRow: 1, firstColumn: 7, lastColumn: 9 }], []]);
    const [sheet] = (await openFile(bytes, 'x')).sheets;
    const rounds: number[] = [];
    for (let round = 0; round < 2; round++) for await (const batch of sheet?.rows ?? []) rounds.push(batch.length);
    expect(rounds).toEqual([4, 4]);
  });
});

it.each<BookType>(['biff8', 'xlsb', 'xlml'])('%s keeps the 1904 date system', async (type) => {
  const workbook = workbookOf(true);
  (workbook.Sheets.巡查 as Record<string, CellObject>).A2 = n(42_916, 'yyyy-mm-dd');
  const { sheets } = await read(bytesOf(type, workbook));
  expect(sheets[0]?.rows[1]?.cells[0]).toEqual(number(0, '42916', 'date1904'));
});

it('HTML has one sheet without a name; what is shown counts', async () => {
  const { sheets } = await read(bytesOf('html'), '表.xls');
  const shown = (row: Row): Row => ({
    ...row,
    cells: row.cells
      .filter(({ kind }) => kind !== 'error')
      .map((cell) => (cell.kind === 'boolean' ? text(cell.column, cell.value ? 'TRUE' : 'FALSE') : cell)),
  });
  expect(sheets).toEqual([{ name: null, hidden: false, rows: expectedRows(false).map(shown) }]);
});

it('is refused without a reader for it', async () => {
  await expect(openBook(bytesOf('biff8'), 'x.xls')).rejects.toMatchObject({ reason: 'legacyFormat' });
});

it.each<BookType>(['biff8', 'xlsb', 'ods', 'xlml'])('%s that is cut off is refused', async (type) => {
  const bytes = bytesOf(type);
  for (const share of [0.3, 0.6, 0.9]) {
    expect(await reason(bytes.subarray(0, Math.floor(bytes.length * share))), `${share}`).toBe('damaged');
  }
});

it('tables of one kind in several .xls files are read together', async () => {
  const [header, ...rows] = OFFICE.patrol;
  const part = (path: string, row: readonly (string | number)[]) => {
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([[...header], [...row]]), 'Sheet1');
    const bytes = bytesOf('biff8', workbook);
    return { path, open: () => openFile(bytes, path) };
  };
  const tables = { roster: OFFICE.roster, reports: OFFICE.reports, tasks: OFFICE.tasks, meetings: OFFICE.meetings };
  const others = Object.entries(tables).map(([name, table]) => file(`2021-07/${name}.xlsx`, table));
  const read = (patrol: Parameters<typeof readMonth>[0]['month']) =>
    readMonth({
      period: PERIOD,
      month: [...others, ...patrol],
      previous: [],
      root: [],
      scope: null,
      switchedOff: new Set(),
    });
  const whole = await read([file('2021-07/patrol.xlsx', OFFICE.patrol)]);
  const split = await read(rows.map((row, index) => part(`2021-07/巡查${index}.xls`, row)));
  const days = ({ facts }: Awaited<ReturnType<typeof readMonth>>) =>
    [...facts.patrol].map(({ person, date, onlineTime, mileage }) => ({ person, date, onlineTime, mileage }));
  expect(days(split)).toEqual(days(whole));
  expect(days(split)).toHaveLength(rows.length);
  expect(split.problems).toEqual(whole.problems);
});
