// What a tired clerk does wrong: exit 1, a message that names the cell (or the folder and the columns looked for) and the
// remedy, and no output file.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, json, wangge } from './office.ts';

const ROSTER = `工号,姓名,角色,网格编号
W1,王芳,专职网格员,G1
W2,王芳,专职网格员,G2
W3,李强,专职网格员,G3
`;
const DAYS = Array.from({ length: 31 }, (_, index) => `2021-07-${String(index + 1).padStart(2, '0')}`);
const PATROL = `日期,工号,姓名,在线时长（小时）,巡查里程（公里）,重点人员走访,重点场所走访
${DAYS.flatMap((day) => ['W1', 'W2', 'W3'].map((id) => `${day},${id},,5,4,1,1`)).join('\n')}
`;
const TABLES: Record<string, string> = {
  '花名册.csv': ROSTER,
  '2021-07/巡查.csv': PATROL,
  '2021-07/信息.csv': '编号,工号,上报时间,是否有效\nX1,W1,2021-07-05 09:00,是\n',
  '2021-07/派单.csv': '编号,类型,工号,派单时间,截止时间,完成时间\nT1,事件,W1,2021-07-05,2021-07-06,2021-07-06\n',
  '2021-07/例会.csv': '日期,工号,签到\n2021-07-05,W1,出席\n',
};

const office = (changes: Record<string, string | null> = {}): string => folderOf({ ...TABLES, ...changes });

const OUTPUTS = ['2021-07/输出', '2021-Q3/输出'];

/** The errors of a run as `code file row column`, after checking how it ended. */
function errorsOf(folder: string, args: readonly string[]): string[] {
  const run = wangge(folder, [...args, '--json']);
  const document = json(run);
  expect([run.status, Object.keys(document)]).toEqual([1, ['schema', 'period', 'issues']]);
  for (const output of OUTPUTS) expect(existsSync(join(folder, output))).toBe(false);
  for (const { message, remedy } of document.issues)
    expect([message, remedy].every((text) => /[\u4e00-\u9fff]/.test(text))).toBe(true);
  const errors = document.issues.filter(({ severity }: { severity: string }) => severity === 'error');
  return errors.map((one: Record<string, unknown>) =>
    [one.code, one.file, one.row, one.column].map((part) => part ?? '-').join(' '),
  );
}

test('the small office itself is paid', () => {
  const run = wangge(office(), ['pay', '2021-07', '--json']);
  expect([run.status, json(run).workers.map(({ patrolSubsidy }: { patrolSubsidy: number }) => patrolSubsidy)]).toEqual([
    0,
    [800, 800, 800],
  ]);
});

describe('pay 2021-07', () => {
  const without = (day: string) =>
    PATROL.split('\n')
      .filter((line) => !line.startsWith(day))
      .join('\n');
  test.each<[string, Record<string, string | null>, string[]]>([
    ['no roster', { '花名册.csv': null }, ['tableMissing - - -']],
    ['no patrol table', { '2021-07/巡查.csv': null }, ['tableMissing - - -']],
    [
      'an unknown person',
      { '2021-07/信息.csv': '编号,工号,上报时间,是否有效\nX1,W9,2021-07-05,是\n' },
      ['personUnknown 2021-07/信息.csv 2 B'],
    ],
    [
      'two people of one name and no 工号',
      { '2021-07/信息.csv': '编号,姓名,上报时间,是否有效\nX1,王芳,2021-07-05,是\n' },
      ['personAmbiguous 2021-07/信息.csv 2 B'],
    ],
    [
      'an unreadable date',
      { '2021-07/信息.csv': '编号,工号,上报时间,是否有效\nX1,W1,上周三,是\n' },
      ['dateUnreadable 2021-07/信息.csv 2 C'],
    ],
    [
      'an unknown leave kind',
      { '2021-07/请假.csv': '工号,开始日期,结束日期,类型\nW1,2021-07-05,2021-07-06,探亲\n' },
      ['wordUnknown 2021-07/请假.csv 2 D'],
    ],
    [
      'a workday nobody has a record of',
      { '2021-07/巡查.csv': without('2021-07-13') },
      ['workdayWithoutPatrol 2021-07/巡查.csv - -'],
    ],
    [
      'everything at once, never the first only',
      {
        '2021-07/巡查.csv': without('2021-07-13'),
        '2021-07/信息.csv': '编号,工号,上报时间,是否有效\nX1,W9,上周三,是\nX2,W1,2021-07-06,也许\n',
      },
      [
        'personUnknown 2021-07/信息.csv 2 B',
        'dateUnreadable 2021-07/信息.csv 2 C',
        'wordUnknown 2021-07/信息.csv 3 D',
        'workdayWithoutPatrol 2021-07/巡查.csv - -',
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(errorsOf(office(changes), ['pay', '2021-07']).sort()).toEqual([...expected].sort());
  });
  test('an empty month folder, an absent one, a month before the scheme', () => {
    const folder = office();
    mkdirSync(join(folder, '2021-08'));
    expect(errorsOf(folder, ['pay', '2021-08'])).toEqual(['monthFolderEmpty - - -']);
    expect(errorsOf(folder, ['pay', '2021-09'])).toEqual(['monthFolderMissing - - -']);
    expect(errorsOf(folder, ['pay', '2021-05'])).toEqual(['noEdition - - -']);
  });
  test('a year the calendar does not cover; the office supplies it', () => {
    const folder = office();
    renameSync(join(folder, '2021-07'), join(folder, '2030-07'));
    for (const name of readdirSync(join(folder, '2030-07'))) {
      const path = join(folder, '2030-07', name);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('2021-', '2030-'));
    }
    expect(errorsOf(folder, ['pay', '2030-07'])).toContain('calendarYearNotCovered - - -');
    writeFileSync(join(folder, '日历.csv'), '日期,类型,依据\n2030-01-01,休息日,放假通知\n');
    expect(wangge(folder, ['pay', '2030-07', '--json']).status).toBe(0);
  });
  test('the missing table is named with folder and columns', () => {
    const { err } = wangge(office({ '2021-07/例会.csv': null }), ['pay', '2021-07']);
    for (const word of ['例会', '2021-07', '日期', '签到', '未生成任何文件']) expect(err).toContain(word);
  });
});

describe('--strict, --quiet and the other commands', () => {
  test('under --strict a warning stops the run', () => {
    const folder = office();
    const run = wangge(folder, ['pay', '2021-07', '--json', '--strict']);
    expect([run.status, json(run).issues[0].severity, existsSync(join(folder, OUTPUTS[0] as string))]).toEqual([
      1,
      'error',
      false,
    ]);
  });
  test('check writes nothing; a run without errors exits 0', () => {
    const folder = office();
    const run = wangge(folder, ['check', '2021-07', '--quiet']);
    expect([run.status, run.out, run.err, existsSync(join(folder, OUTPUTS[0] as string))]).toEqual([0, '', '', false]);
  });
  test('rank without its months names them', () => {
    expect(errorsOf(office(), ['rank', '2021-Q3'])).toEqual(['monthFolderMissing - - -']);
  });
  test('a month of the quarter with errors: pay warns and gives no stars, rank stops', () => {
    const folder = office();
    for (const month of ['2021-08', '2021-09']) {
      mkdirSync(join(folder, month));
      for (const name of readdirSync(join(folder, '2021-07'))) {
        const text = readFileSync(join(folder, '2021-07', name), 'utf8').replaceAll('2021-07-', `${month}-`);
        const lines = text.split('\n').filter((line) => !line.startsWith('2021-09-31'));
        writeFileSync(
          join(folder, month, name),
          lines.join('\n').replaceAll('X1', `X-${month}`).replaceAll('T1', `T-${month}`),
        );
      }
    }
    writeFileSync(join(folder, '2021-08/信息.csv'), '编号,工号,上报时间,是否有效\nX2,W9,2021-08-05,是\n');
    expect(errorsOf(folder, ['rank', '2021-Q3'])).toEqual([
      'quarterMonthMissing - - -',
      'personUnknown 2021-08/信息.csv 2 B',
    ]);
    const paid = wangge(folder, ['pay', '2021-09', '--json']);
    expect(paid.status).toBe(0);
    expect(json(paid).issues.map(({ code }: { code: string }) => code)).toContain('quarterIncomplete');
    expect(json(paid).totals.starReward).toBe(0);
  });
  test('wrong usage is 2, an absent workspace is 4; nothing on standard output', () => {
    const folder = office();
    for (const [args, status] of [
      [['pay', '2021-13', '--json'], 2],
      [['pay'], 2],
      [['rank', '2021-Q5'], 2],
      [['nothing'], 2],
      [['pay', '2021-07', '--date', '2021-02-30'], 2],
    ] as const) {
      const run = wangge(folder, args);
      expect([run.status, run.out], args.join(' ')).toEqual([status, '']);
    }
    rmSync(folder, { recursive: true });
    expect(wangge(folder, ['pay', '2021-07']).status).toBe(4);
  });
  test('what the program wrote is never read as input', () => {
    const folder = office();
    expect(wangge(folder, ['pay', '2021-07']).status).toBe(0);
    const before = json(wangge(folder, ['pay', '2021-07', '--json']));
    renameSync(join(folder, '2021-07/输出/2021-07-工资发放表.xlsx'), join(folder, '2021-07/拖回来的发放表.xlsx'));
    const { issues: _a, ...after } = json(wangge(folder, ['pay', '2021-07', '--json']));
    const { issues: _b, ...plain } = before;
    expect(after).toEqual(plain);
  });
});
