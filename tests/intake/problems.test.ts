// Every problem code of intake, its place, its sentence, and the books of every table (问题, 行数平衡).
import { describe, expect, test } from 'vitest';
import type { UnreadableFile } from '../../src/files/sheet.ts';
import { readMonth } from '../../src/intake/read-month.ts';
import { readWorkspaceTables } from '../../src/intake/read-workspace.ts';
import type { YearMonth } from '../../src/model/civil.ts';
import { intakeProblems } from '../../src/problems/intake.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { severityOf, wordsOf } from '../../src/problems/words.ts';
import { brief, file, messages, readOffice, unreadable } from './book.ts';
import { SITUATIONS } from './situations.ts';

for (const [title, cases] of SITUATIONS) {
  describe(title, () => {
    test.each(cases)('%s', async (_, situation, expected) => {
      const { facts, problems } = await readOffice(situation);
      expect(problems.map(brief)).toEqual(expected);
      for (const { rows } of facts.tables) {
        const leftOut = Object.values(rows.leftOut).reduce((sum, count) => sum + count, 0);
        expect(rows.read).toBe(rows.used + leftOut + rows.inError);
      }
      for (const found of problems) {
        const { message, remedy } = wordsOf(found);
        expect(message).toMatch(/[一-龥]/);
        expect(remedy).toMatch(/[一-龥]/);
        expect(`${message}${remedy}`).not.toMatch(/undefined|null|NaN|\[object/);
      }
    });
  });
}

const emptyMonth = () =>
  readMonth({ period: '2021-07' as YearMonth, month: [], previous: [], root: [], scope: null, switchedOff: new Set() });

test('an empty month folder is one error', async () => {
  const { facts, problems } = await emptyMonth();
  expect(problems.map(brief)).toEqual(['error monthFolderEmpty - - - -']);
  expect(facts.people).toEqual([]);
});

test('every code of intake is provoked', async () => {
  const runs = SITUATIONS.flatMap(([, cases]) => cases.map(([, situation]) => readOffice(situation)));
  const bad = file('设置.xlsx', [
    ['参数', '取值', '起始月'],
    ['x', 1, '何时'],
  ]);
  const targets = file('指标.xlsx', [
    ['指标名称', '指标', '周期', '标准', '类别'],
    ['入户走访', '重点人员走访', '每周', '10次', '矛盾纠纷'],
  ]);
  const found: Problem[] = [
    ...(await Promise.all(runs)).flatMap(({ problems }) => problems),
    ...(await emptyMonth()).problems,
    ...(await readWorkspaceTables([bad])).problems,
    ...(await readWorkspaceTables([targets])).problems,
  ];
  expect([...new Set(found.map(({ code }) => code as string))].sort()).toEqual(Object.keys(intakeProblems).sort());
});

test('sentences name the value and what would be right', async () => {
  const { problems } = await readOffice({
    month: {
      meetings: [
        ['日期', '工号', '签到'],
        ['2021-07-05', 'W001', '早退'],
        ['2021-07-06', 'W009', '出席'],
      ],
    },
  });
  expect(messages(problems)).toEqual(['“签到”的值“早退”不认识', '花名册中没有“W009”']);
  expect(wordsOf(problems[0] as Problem).remedy).toBe(
    '请改为“出席”、“迟到”、“请假”、“缺席”之一；系统就是这样写的，在 设置.xlsx 的“用词”表中加一行：' +
      '表=例会，列=签到，词=早退，含义=（出席、迟到、请假、缺席之一），批准人=（姓名）',
  );
});

test('a missing table names the folder and the columns looked for', async () => {
  const { problems } = await readOffice({ month: { tasks: null } });
  expect(messages(problems)).toEqual([
    '2021-07 文件夹中没有“派单”表，找过有这些列的表：“编号”、“类型”、“截止时间”、“完成时间”、“工号”',
  ]);
});

test('a defect is thrown on, not swallowed', async () => {
  const broken = unreadable('2021-07/x.xlsx', new TypeError('boom') as unknown as UnreadableFile);
  await expect(readOffice({ files: [broken] })).rejects.toThrow('boom');
});

test('severities: a table that stands where none is read is asked about, one that gives way is told', () => {
  expect(severityOf({ code: 'tableNotTaken' } as Problem)).toBe('warning');
  expect(severityOf({ code: 'tableSuperseded' } as Problem)).toBe('notice');
});
