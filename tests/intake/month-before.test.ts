// What the month's folder and the one before it give together (上月文件夹): tasks due now, reports for the look-back.
import { describe, expect, test } from 'vitest';
import { brief, OFFICE, type RowSpec, readOffice } from './book.ts';

const TASKS = OFFICE.tasks[0] as RowSpec;
const REPORTS = OFFICE.reports[0] as RowSpec;

describe('tasks', () => {
  test('dispatched before, due now: taken; where both folders have one, the later row holds', async () => {
    const { facts, problems } = await readOffice({
      previous: {
        t: [
          TASKS,
          ['T1', '事件', 'W001', '', '2021-06-20', '2021-07-05', '', ''],
          ['T0', '任务', 'W001', '', '2021-06-20', '2021-07-01', '2021-07-01', ''],
          ['T9', '任务', 'W001', '', '2021-06-20', '2021-06-25', '', ''],
          ['T8', '任务', 'W099', '', '2021-06-20', '2021-06-25', '', ''],
          ['T7', '任务', 'W001', '', '2021-06-20', '昨天', '', ''],
          ['T6', '怪', 'W001', '', '2021-06-20', '2021-06-25', '', ''],
        ],
      },
    });
    expect(problems.map(brief)).toEqual([]);
    expect(facts.tasks.map(({ id, origin }) => [id, origin])).toEqual([
      ['T0', { table: 0, row: 3 }],
      ['T1', { table: 5, row: 2 }],
    ]);
    expect(facts.tables[0]?.rows).toEqual({
      read: 6,
      used: 1,
      leftOut: { 上月资料中本月不用: 3, 不属于本月: 1, 以本月文件夹的记录为准: 1 },
      inError: 0,
    });
  });

  test('a task put off to August in this folder is not taken from the folder before', async () => {
    const { facts } = await readOffice({
      month: { tasks: [TASKS, ['T1', '事件', 'W001', '', '2021-06-20', '2021-08-05', '', '']] },
      previous: { t: [TASKS, ['T1', '事件', 'W001', '', '2021-06-20', '2021-07-05', '', '']] },
    });
    expect(facts.tasks).toEqual([]);
  });

  test('rows that matter now are errors there', async () => {
    const { problems } = await readOffice({
      previous: {
        t: [
          TASKS,
          ['T2', '怪', 'W001', '', '2021-06-20', '2021-07-05', '', ''],
          ['T3', '任务', 'W099', '', '2021-06-20', '2021-07-05', '', ''],
        ],
        p: [
          ['日期', '工号', '在线时长'],
          ['坏', '坏', '坏'],
        ],
      },
    });
    expect(problems.map(brief)).toEqual([
      'error wordUnknown 2021-06/t.xlsx Sheet1 2 1',
      'error personUnknown 2021-06/t.xlsx Sheet1 3 2',
    ]);
  });

  test("people there are found through that folder's own roster", async () => {
    const { facts, problems } = await readOffice({
      month: { roster: [...OFFICE.roster, ['W003', '王芳', '兼职网格员', 'G001']] },
      previous: {
        r: [...OFFICE.roster, ['W099', '赵六', '专职网格员', 'G002']],
        t: [
          TASKS,
          ['T2', '任务', '', '王芳', '2021-06-20', '2021-07-05', '', ''],
          ['T3', '任务', '', '赵六', '2021-06-20', '2021-07-05', '', ''],
        ],
      },
    });
    expect(facts.tasks.map(({ id, person }) => [id, person])).toEqual([
      ['T2', 'W001'],
      ['T1', 'W001'],
    ]);
    expect(problems.map(brief)).toEqual(['warning outsideEmployment - - - -']);
  });
});

describe('reports', () => {
  test('of the 30 days before, effective, with grid and category, from either folder', async () => {
    const report = (id: string, at: string, category: string, grid: string, effective: string): RowSpec => [
      id,
      'W001',
      '',
      at,
      category,
      grid,
      effective,
    ];
    const { facts, problems } = await readOffice({
      month: { reports: [...OFFICE.reports, report('A1', '2021-06-30', '违法建设', 'G001', '有效')] },
      previous: {
        r: [
          REPORTS,
          report('A1', '2021-06-30', '违法建设', 'G001', '有效'),
          report('A2', '2021-06-01 00:00', '违法建设', 'G001', '有效'),
          report('A3', '2021-05-31', '违法建设', 'G001', '有效'),
          report('A4', '2021-06-15', '违法建设', 'G001', '无效'),
          report('A5', '2021-06-15', '', 'G001', '有效'),
          report('A6', '2021-06-15', '违法建设', '', '有效'),
          report('A7', '2021-07-15', '违法建设', 'G001', '有效'),
          report('A8', '坏', '违法建设', 'G001', '有效'),
        ],
      },
    });
    expect([...facts.reports].map(({ id }) => id)).toEqual(['R1', 'A1', 'A2']);
    expect([...facts.reports][1]?.origin).toEqual({ table: 3, row: 3 });
    expect(problems.map(brief)).toEqual(['notice otherPeriodLeftOut 2021-07/reports.xlsx Sheet1 - -']);
  });

  test('earlier rows of one 编号 that disagree: the same one whatever their order', async () => {
    const rows: RowSpec[] = [
      ['A1', 'W002', '', '2021-06-30', '违法建设', 'G001', '有效'],
      ['A1', 'W001', '', '2021-06-30', '违法建设', 'G001', '有效'],
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const { facts } = await readOffice({ previous: { r: [REPORTS, ...order] } });
      expect([...facts.reports].map(({ id, person }) => [id, person])).toEqual([
        ['R1', 'W001'],
        ['A1', 'W001'],
      ]);
    }
  });
});
