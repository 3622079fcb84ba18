// Small offices that went wrong (fixtures/cases), one of a kind: what each is paid, or which cell is asked about and how to answer.
// But for what it is about, everybody has met every workday, sent 20 reports and done the tasks: 1200.00.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { YearMonth } from '../../src/model/civil.ts';
import type { IssueRecord } from '../../src/model/record.ts';
import { issuesOf } from '../../src/problems/issues.ts';
import { runMonth } from '../../src/run/month.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { type MemoryFile, memoryWorkspace } from '../memory-workspace.ts';
import { workdaysOf } from '../oracle/calendar.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/cases');

const filesOf = (name: string): readonly MemoryFile[] =>
  readdirSync(join(FOLDER, name), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.\w+$/.test(path))
    .map((path) => ({ path: path.replaceAll('\\', '/'), bytes: readFileSync(join(FOLDER, name, path)) }));

const textOf = ({ bytes, text }: MemoryFile): string => text ?? new TextDecoder().decode(bytes);

interface Outcome {
  /** Yuan by 工号; of an office with errors nothing. */
  readonly paid: Readonly<Record<string, number>>;
  readonly cards: readonly string[];
  readonly issues: readonly IssueRecord[];
}

async function outcomeOf(files: readonly MemoryFile[], period = '2021-07'): Promise<Outcome> {
  const { record, problems } = await runMonth(memoryWorkspace(files), shippedEditions(), period as YearMonth);
  const members = (record?.subjects ?? []).filter(({ role }) => role === 'fullTime');
  return {
    paid: Object.fromEntries(members.map(({ id, total }) => [id, total / 100])),
    cards: members.flatMap(({ id, figures }) => (figures.card?.value ? [`${id} ${figures.card.value}`] : [])),
    issues: issuesOf(problems, false),
  };
}

const told = (issues: readonly IssueRecord[], code: string): readonly string[] =>
  issues
    .filter((one) => one.code === code)
    .map(({ severity, file, row, column }) =>
      `${severity} ${file?.split('/').at(-1)} ${column ?? ''}${row ?? ''}`.trim(),
    );

const changed = (files: readonly MemoryFile[], path: string, change: (text: string) => string): readonly MemoryFile[] =>
  files.map((file) => (file.path === path ? { path, text: change(textOf(file)) } : file));

describe('paid right', () => {
  test.each([
    ['增减项 with a column that says which way', 'direction-column', { W01: 1300, W02: 1150 }],
    ['an amount whose heading has a unit', 'amount-unit', { W01: 1350 }],
    ['amounts to add and to take in two columns', 'two-amount-columns', { W01: 1300, W02: 1150 }],
    ['meetings as columns that bear a name besides the day', 'wide-meetings-named', { W01: 1100, W02: 1150 }],
    ['leave of 上午 and 下午', 'leave-dingtalk-halfday', { W01: 1172.72, W02: 1118.17 }],
    ['two meetings of one day', 'meetings-two-a-day', { W01: 1100 }],
    ['工号 shown with zeros by a number format', 'number-format-000', { '001': 1200, '002': 1200 }],
    ['placeholders for no date', 'placeholders', { W01: 1200, W02: 1200 }],
    [
      'a person in two roles, and the same one again',
      'role-change',
      { W01: 535.45, W02: 454.55, W03: 717.27, W05: 36.36, W06: 36.36, W07: 0 },
    ],
    ['one number along a chain of 转派', 'task-shared-number', { W01: 1200, W02: 1200, W03: 1200 }],
  ])('%s', async (_, name, expected) => {
    const { paid } = await outcomeOf(filesOf(name));
    expect(paid).toMatchObject(expected);
  });

  test('service that ended, or has not begun, by assignments alone', async () => {
    const { paid, cards, issues } = await outcomeOf(filesOf('assignment-ended-no-leaving'));
    expect(paid).toEqual({ W01: 1200, W02: 545.46, W04: 0 });
    expect(cards.map((one) => one.slice(0, 3))).toEqual(['W04']);
    expect(told(issues, 'personWithoutPatrol')).toEqual(['warning 花名册.csv 5']);
    expect(told(issues, 'outsideAssignments')).toEqual(['warning 花名册.csv']);
  });
  test('no card for a month outside every assignment', async () => {
    const { cards } = await outcomeOf(filesOf('ended-red-card'), '2021-08');
    expect(cards).toEqual([]);
    expect((await outcomeOf(filesOf('ended-red-card'))).paid).toMatchObject({ W02: 363.64 });
  });
  test('leave that an earlier month’s folder tells of', async () => {
    expect((await outcomeOf(filesOf('leave-spans'), '2021-08')).paid).toMatchObject({ W01: 1200 });
  });
  test('leave of several whole months', async () => {
    let files = filesOf('whole-next-month');
    expect((await outcomeOf(files, '2021-08')).paid).toMatchObject({ W01: 800, W02: 1200 });
    for (const [before, period] of [
      ['2021-08', '2021-09'],
      ['2021-09', '2021-10'],
    ] as const) {
      files = [...files, ...monthLike(files, before, period)];
      expect((await outcomeOf(files, period)).paid, period).toMatchObject({ W01: 800 });
    }
  });
});

/** A month's tables with the days of another, 巡查 on each of its workdays. */
function monthLike(files: readonly MemoryFile[], from: string, to: string): readonly MemoryFile[] {
  return files
    .filter(({ path }) => path.startsWith(`${from}/`))
    .map((file) => {
      const path = file.path.replace(from, to);
      const [head = '', ...rows] = textOf(file).trim().split('\n');
      if (!path.endsWith('巡查.csv'))
        return { path, text: [head, ...rows].join('\n').replaceAll(`${from}-`, `${to}-`) };
      const each = [...new Map(rows.map((row) => [row.split(',')[1], row])).values()];
      const daily = each.flatMap((row) => workdaysOf(to).map((day) => row.replace(/^[^,]+/, day)));
      return { path, text: [head, ...daily].join('\n') };
    });
}

describe('leave with times of day', () => {
  test('half a day of dates only names the cell, and 时段', async () => {
    const { issues } = await outcomeOf(filesOf('leave-times'));
    expect(told(issues, 'leaveHalfOfDates')).toEqual(['error 请假.csv E5']);
    expect(issues[0]?.remedy).toContain('时段');
  });
  test('without that row: halves, a day and a half, an end at 00:00, an hour', async () => {
    const files = changed(filesOf('leave-times'), '2021-07/请假.csv', (text) => text.replace(/^W04[^\n]*\n/m, ''));
    const { paid, issues } = await outcomeOf(files);
    expect(paid).toMatchObject({ W01: 1172.72, W02: 1118.17, W03: 1145.46, W05: 1200 });
    expect(told(issues, 'leaveTooShort')).toEqual(['warning 请假.csv C5']);
  });
  test('leave that is no half excuses nothing, and is told', async () => {
    const { paid, issues } = await outcomeOf(filesOf('leave-time-reducing-not'));
    expect(paid).toMatchObject({ W01: 1175 });
    expect(told(issues, 'leaveTooShort')).toEqual(['warning 请假.csv B2']);
  });
});

describe('asked, with the cell and what to do', () => {
  test.each([
    ['leave under headings of its own', 'optional-table-unread', 'sheetUnread', 'error 请假登记.csv', '列名'],
    ['增减项 without a reason', 'optional-table-unread', 'columnMissing', 'error 增减明细.csv 1', '批准人'],
    ['专项 that is done and not done', 'contradictory-rows', 'rowsDisagree', 'error 专项.csv 3', ''],
    ['two amounts alike in all else', 'contradictory-rows', 'adjustmentsOfOtherAmounts', 'error 增减项.csv C3', '原因'],
    ['one 身份证号, two 工号', 'same-id-number-twice', 'samePersonTwice', 'warning 花名册.csv L3', '工号'],
    ['a leaver’s debt', 'leaver-carry', 'leaverOwes', 'notice 花名册.csv 3', '冲销'],
    ['an amount merged over several people', 'merged-amount', 'amountMerged', 'error 增减项.xlsx C2', '取消合并'],
    [
      'a task done before it was dispatched',
      'task-done-before-dispatched',
      'taskTimesReversed',
      'warning 派单.csv F2',
      '日期',
    ],
    ['an account that fails its check digit', 'bank-accounts', 'bankAccountDoubtful', 'warning 花名册.csv J2', '核对'],
    ['numbers that a spreadsheet rounded', 'report-number-wrecked', 'numbersRounded', 'error 信息.csv A2', '文本'],
    ['工号 that lost their zeros', 'leading-zeros', 'zerosLost', 'error 巡查.csv B2', '工号位数'],
    ['a third of 200', 'formula-third', 'moneyPartsOfFen', 'error 增减项.xlsx C2', '66.67'],
    ['a second file in other units', 'supplement-units', 'unitAgainstOthers', 'error 巡查补录.csv E1', '单位'],
  ])('%s', async (_, name, code, place, remedy) => {
    const { issues } = await outcomeOf(filesOf(name));
    expect(told(issues, code)[0]).toBe(place);
    expect(issues.find((one) => one.code === code)?.remedy).toContain(remedy);
  });
  test('one entry a cause', async () => {
    for (const name of ['report-number-wrecked', 'leading-zeros', 'merged-amount', 'formula-third']) {
      const { issues } = await outcomeOf(filesOf(name));
      expect(issues.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    }
  });
  test('the incident that was missed and not missed, and leave of two kinds that overlaps', async () => {
    const files = filesOf('contradictory-rows');
    expect(told((await outcomeOf(files)).issues, 'rowsDisagree')).toEqual(['error 专项.csv 3', 'error 漏报.csv 3']);
    const settled = files.filter(({ path }) => !/增减项|漏报|专项/.test(path));
    expect((await outcomeOf(settled)).paid).toMatchObject({ W04: 981.83 });
  });
});
