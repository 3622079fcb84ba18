// Every formula of the workbooks comes to what is written beside it, calculated from the models without a spreadsheet; and what
// moves a column is either of no consequence or found.
import { beforeAll, describe, expect, test } from 'vitest';
import type { MonthRecord, SubjectRecord } from '../../../src/model/record.ts';
import { isForm } from '../../../src/views/workbook/form.ts';
import { type Column, cellOf, type SheetModel, type WorkbookModel } from '../../../src/views/workbook/model.ts';
import { payWorkbook } from '../../../src/views/workbook/pay.ts';
import { rankingWorkbook } from '../../../src/views/workbook/ranking.ts';
import { memoryWorkspace } from '../../memory-workspace.ts';
import { decidedMonths } from '../../oracle/decided.ts';
import { officeFiles } from '../../oracle/files.ts';
import { randomOffice } from '../../oracle/random.ts';
import { quarterUnder } from '../../run/sample-quarter.ts';
import { evaluated, evaluatorOf } from './evaluate.ts';

const NOBODY = { preparedBy: null, preparedOn: null };
let quarter: readonly MonthRecord[];

beforeAll(async () => {
  quarter = await quarterUnder();
});

test('of the sample quarter', () => {
  const pays = quarter.map((record) => evaluated(payWorkbook(record, NOBODY)));
  const last = quarter.at(-1) as MonthRecord;
  const ranking = last.ranking === null ? null : evaluated(rankingWorkbook(last.ranking, last, NOBODY));
  expect([...pays, ranking].flatMap((one) => one?.differing ?? ['no ranking'])).toEqual([]);
  expect(pays.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(20_000);
  expect(ranking?.count).toBeGreaterThan(100);
});

test.each([2, 4, 5])('of random office %d', async (seed) => {
  const months = await decidedMonths(memoryWorkspace(officeFiles(randomOffice(seed), seed)));
  const differing = [...months.values()].flatMap((record) => [
    ...evaluated(payWorkbook(record, NOBODY)).differing,
    ...(record.ranking === null ? [] : evaluated(rankingWorkbook(record.ranking, record, NOBODY)).differing),
  ]);
  expect(differing).toEqual([]);
});

describe('a value changed on 规则依据', () => {
  const changes: readonly (readonly [parameter: string, value: number])[] = [
    ['巡查补贴标准', 20],
    ['未达标日扣减', 400],
    ['信息少报扣减', 7.5],
  ];
  test.each(changes)('%s = %d: the amounts and lines are those of a month that is decided so', async (title, value) => {
    const others = await quarterUnder(`${title},${value},,会议纪要,王主任`);
    const [before, after] = [quarter[0], others[0]].map((record) => payWorkbook(record as MonthRecord, NOBODY));
    const sheetOf = (model: WorkbookModel | undefined, name: string) =>
      model?.sheets.find((sheet) => sheet.name === name) as SheetModel;
    const at = ({ columns }: SheetModel, key: string) => columns.findIndex((column) => column.key === key);
    const model: WorkbookModel = {
      ...(before as WorkbookModel),
      sheets: (before as WorkbookModel).sheets.map((sheet) => {
        if (isForm(sheet) || sheet.name !== '规则依据') return sheet;
        const [named, valued] = [at(sheet, 'title'), at(sheet, 'value')];
        return {
          ...sheet,
          rows: sheet.rows.map((row) =>
            row[named] === title ? row.map((cell, index) => (index === valued ? value : cell)) : row,
          ),
        };
      }),
    };
    const { evaluate } = evaluatorOf(model);
    const amounts = (sheet: SheetModel, keys: readonly number[], isLive: boolean) =>
      sheet.rows.map((row) =>
        keys.map((key) => {
          const { formula, value: written } = cellOf(row[key] ?? null);
          const found = isLive && formula ? evaluate(formula) : written;
          return typeof found === 'number' ? Math.round(found * 100) + 0 : found;
        }),
      );
    for (const [name, isAsked] of [
      ['发放表', (key: string) => key.startsWith('money ')],
      ['核对', (key: string) => key === 'recomputed'],
    ] as const) {
      const [live, decided] = [sheetOf(model, name), sheetOf(after, name)];
      const keys = live.columns.flatMap(({ key = '' }, index) => (isAsked(key) ? [index] : []));
      // Below the people stand sums and parameters, the changed one among them.
      const rows = (sheet: SheetModel): SheetModel => ({
        ...sheet,
        rows: name === '核对' ? sheet.rows.filter((row) => cellOf(row[0] ?? null).value !== null) : sheet.rows,
      });
      expect(amounts(rows(live), keys, true)).toEqual(amounts(rows(decided), keys, false));
    }
  });
});

describe('a column', () => {
  const SHEETS = [
    '发放表',
    '巡查明细',
    '信息明细',
    '任务明细',
    '例会明细',
    '增减项明细',
    '其他指标',
    '核对',
    '规则依据',
  ];
  const changed = (model: WorkbookModel, name: string, change: (sheet: SheetModel) => SheetModel): WorkbookModel => ({
    ...model,
    sheets: model.sheets.map((sheet) => (!isForm(sheet) && sheet.name === name ? change(sheet) : sheet)),
  });
  let model: WorkbookModel;
  beforeAll(() => {
    const [, record] = quarter as [MonthRecord, MonthRecord];
    const items = new Set(record.scheme.items.map(({ item }) => item));
    /** Of use to the sheets that few have rows on. */
    const telling = ({ figures, decisions }: SubjectRecord) =>
      Number(figures.meetingAbsences?.value ?? 0) +
      decisions.filter(({ item, lines }) => !items.has(item) && lines.length > 0).length;
    const few = (isFullTime: boolean) =>
      record.subjects
        .filter(({ role }) => (role === 'fullTime') === isFullTime)
        .sort((a, b) => telling(b) - telling(a))
        .slice(0, 12);
    model = payWorkbook({ ...record, subjects: [...few(true), ...few(false)] }, NOBODY);
    expect(evaluated(model)).toMatchObject({ differing: [] });
    const shown = model.sheets.map(({ name }) => name);
    expect(SHEETS.filter((name) => !shown.includes(name))).toEqual([]);
  });
  const OTHER: Column = { key: 'other', heading: '另一列', align: 'left', kind: 'text', width: [4, 8] };

  test.each(SHEETS)('more in front of those of %s changes nothing', (name) => {
    const other = changed(model, name, (sheet) => ({
      ...sheet,
      columns: [OTHER, ...sheet.columns],
      rows: sheet.rows.map((row) => [null, ...row]),
      totals: sheet.totals && [null, ...sheet.totals],
    }));
    expect(evaluated(other).differing).toEqual([]);
  });

  test.each(SHEETS)('whose cells stand one further to the right on %s is found', (name) => {
    const shift = <T>(cells: readonly T[]): readonly T[] => [cells.at(-1) as T, ...cells.slice(0, -1)];
    const other = changed(model, name, (sheet) => ({ ...sheet, rows: sheet.rows.map(shift) }));
    expect(evaluated(other).differing.length).toBeGreaterThan(0);
  });

  test.each(SHEETS)('without its key on %s is found', (name) => {
    const other = changed(model, name, (sheet) => ({
      ...sheet,
      columns: sheet.columns.map(({ key: _, ...column }) => column),
    }));
    expect(evaluated(other).differing.length).toBeGreaterThan(0);
  });
});
