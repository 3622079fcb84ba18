// One row a person and one column a date (矩阵): which headings are dates, marks of meetings, figures of daily patrol.
import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/intake/header/recognise.ts';
import { PATROL_FIGURES } from '../../src/model/terms.ts';
import {
  brief,
  type CellSpec,
  file,
  num,
  OFFICE,
  PERIOD,
  type RowSpec,
  readOffice,
  rowsOf,
  type Situation,
  sheet,
} from './book.ts';

/** `meetings 2-3: 05 12` for two columns of July found below one row of titles. */
function dated(rows: readonly RowSpec[], name: string | null = null, path = '例会.xlsx'): string {
  const seen = recognise(rowsOf(rows), { period: PERIOD, sheet: name, file: path });
  if (seen.type !== 'found') return seen.type;
  const { spec, dates, rows: header, row } = seen.fit;
  const days = dates.map(({ date }) => (date.startsWith(PERIOD) ? date.slice(8) : date));
  return `${spec.kind} ${header[0]?.number}-${row.number}: ${days.join(' ')}`;
}

const days = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const PERSON: RowSpec = ['工号', '姓名'];
const marked = (...dates: CellSpec[]): RowSpec[] => [
  [...PERSON, ...dates],
  ['W001', '王芳', ...dates.map(() => '√')],
];

describe('headings that are dates', () => {
  test.each<[string, readonly CellSpec[], string]>([
    ['7月5日', ['7月5日', '7月12日'], '05 12'],
    ['date cells', [num('44382', 'date'), num('44389', 'date')], '05 12'],
    ['七月五日', ['七月五日', '七月十二日'], '05 12'],
    ['with a day of the week', ['7月5日（周一）', '7月12日\n星期一'], '05 12'],
    ['7-5', ['7-5', '7-12'], '05 12'],
    ['7.5', ['7.5', '7.12'], '05 12'],
    ['5日', ['5日', '12日', '19日'], '05 12 19'],
    ['5号', ['5号'], '05'],
    [
      '1 … 31',
      days(1, 31),
      days(1, 31)
        .map((day) => String(day).padStart(2, '0'))
        .join(' '),
    ],
    ['1 … 5 as text', days(1, 5).map(String), '01 02 03 04 05'],
    ['例会 behind', ['7月5日例会', '7月12日 会议'], '05 12'],
  ])('%s', (_, dates, expected) => expect(dated(marked(...dates))).toBe(`meetings 1-1: ${expected}`));
  test.each<[string, readonly CellSpec[]]>([
    ['a few numbers', [1, 2, 3, 4]],
    ['numbers that do not rise', [5, 4, 3, 2, 1, 6]],
    ['numbers no month has', [31, 32, 33, 34, 35, 36]],
    ['a single 7-5', ['7-5']],
    ['fractions', [1.1, 1.2, 1.3, 1.4, 1.5]],
    ['days of a month that lacks them', ['6-31', '6-32']],
  ])('%s are none', (_, dates) => expect(dated(marked(...dates))).toBe('none'));
  test('the month stands in the title, in the sheet name, above the days, or is the folder’s', () => {
    expect(dated([['2021年6月例会签到表'], ...marked(...days(1, 5))])).toBe(
      'meetings 2-2: 2021-06-01 2021-06-02 2021-06-03 2021-06-04 2021-06-05',
    );
    expect(dated(marked('5日', '12日'), '6月')).toBe('meetings 1-1: 2021-06-05 2021-06-12');
    expect(dated([['导出时间：2021年8月1日'], ...marked('5日', '12日')])).toBe('meetings 2-2: 05 12');
    expect(dated([['6月、7月例会'], ...marked('5日', '12日')])).toBe('none');
    const grouped: RowSpec[] = [
      [...PERSON, '6月', null, '7月', null],
      [null, null, '7日', '14日', '5日', '12日'],
      ['W001', '王芳', '√', '√', '√', '√'],
    ];
    expect(dated(grouped)).toBe('meetings 1-2: 2021-06-07 2021-06-14 05 12');
  });
  test('the day of an export above the headings is none of them', () => {
    const above: RowSpec[] = [
      ['导出时间', num('44477', 'date')],
      [null, '2021-10-08', null, '2021-10-09'],
    ];
    for (const row of above) {
      expect(dated([row, ['工号', '原因', '日期'], ['W001', '台风', '2021-07-05']])).toBe('excused 2-2: ');
      expect(dated([row, ...OFFICE.patrol])).toBe('patrol 2-2: ');
      expect(dated([row, ...OFFICE.reports])).toBe('reports 2-2: ');
    }
  });
  test('a day alone among full dates is one of their month', () =>
    expect(dated(marked('6月28日', '6月29日', '30日'))).toBe('meetings 1-1: 2021-06-28 2021-06-29 2021-06-30'));
  test('a date that does not exist is an error where something stands below it', async () => {
    const rows = (...cells: CellSpec[]): RowSpec[] => [
      [...PERSON, '7月5日', '6月31日'],
      ['W001', '王芳', ...cells],
    ];
    const empty = await readOffice({ month: { meetings: rows('√', null) } });
    expect(empty.problems.map(brief)).toEqual([]);
    const { facts, problems } = await readOffice({ month: { meetings: rows('√', '×') } });
    expect(problems.map(brief)).toEqual(['error dateNotReal 2021-07/meetings例会.xlsx Sheet1 2 3']);
    expect(facts.tables.find(({ kind }) => kind === 'meetings')?.rows).toMatchObject({ read: 1, used: 0, inError: 1 });
  });
  test('days of the week above, below or beside are no headings and no data', () => {
    const [head, data] = marked('7月5日', '7月12日') as [RowSpec, RowSpec];
    expect(dated([head, [null, null, '一', '一'], data])).toBe('meetings 1-2: 05 12');
    expect(dated([head, [null, null, '周一', '星期一'], data])).toBe('meetings 1-2: 05 12');
    expect(dated([[null, null, '一', '一'], head, data])).toBe('meetings 2-2: 05 12');
    expect(dated([[...PERSON, '日期', null], [null, null, '7月5日', '7月12日'], data])).toBe('meetings 1-2: 05 12');
  });
});

describe('marks of meetings', () => {
  const marks = {
    present: ['√', '✓', '✔', '出席', '到', '已到', '签', '已签到', '到会'],
    absent: ['×', '✗', '缺', '缺席', '缺勤', '旷', '未到'],
    onLeave: ['事', '病', '假', '请假', '公', '年', '事假', '病假', '公假', '年假', '婚', '产假', '工伤'],
    late: ['迟', '迟到'],
  };
  test.each(Object.entries(marks))('%s', async (attendance, words) => {
    const dates = words.map((_, index) => `7月${index + 1}日`);
    const { facts, problems } = await readOffice({
      month: {
        meetings: [
          [...PERSON, ...dates],
          ['W001', '王芳', ...words],
        ],
      },
    });
    expect(problems.map(brief)).toEqual([]);
    expect(facts.meetings.map((one) => one.attendance)).toEqual(words.map(() => attendance));
  });
  test.each(['△', 'X', '休', '早退', '√×', '?', '1'])('%s is not guessed', async (mark) => {
    const { problems } = await readOffice({
      month: { meetings: [['例会签到'], [...PERSON, '7月5日'], ['W001', '王芳', mark]] },
    });
    expect(problems.map(brief)).toEqual(['error wordUnknown 2021-07/meetings例会.xlsx Sheet1 3 2']);
  });
});

test('a figure among marks does not make daily patrol of a table without a title', () => {
  const rows: RowSpec[] = [
    [...PERSON, '7月5日', '7月12日'],
    ['W001', '王芳', '√', '9:05'],
    ['W002', '李强', '√', '×'],
  ];
  expect(dated(rows)).toBe('meetings 1-1: 05 12');
  expect(dated([['巡查'], ...rows], null, '表.xlsx')).toBe('patrol 2-2: 05 12');
  expect(dated(rows, null, '表.xlsx')).toBe('none');
});

const NO_LIST = { patrol: null };
const matrix = (name: string, rows: readonly RowSpec[], title = name) =>
  file(`2021-07/${name}.xlsx`, () => [sheet(title, rows)]);
const figureOf = (facts: Awaited<ReturnType<typeof readOffice>>['facts']) =>
  [...facts.patrol].map((row) => {
    const figures = Object.keys(PATROL_FIGURES).filter((figure) => row[figure as keyof typeof PATROL_FIGURES] !== null);
    const values = figures.map((figure) => row[figure as keyof typeof PATROL_FIGURES] as number | object);
    return [row.person, row.date.slice(8), ...figures, ...values, row.origin.row, row.origin.column];
  });

describe('figures of daily patrol', () => {
  const FIVE: RowSpec[] = [
    ['2021年7月巡查明细'],
    [...PERSON, '项目', '1日', '2日'],
    ['W001', '王芳', '在线时长（小时）', 4.5, '5小时'],
    ['W001', '王芳', '巡查里程', 3.2, null],
    ['W001', '王芳', '在线率', '97%', '90%'],
    ['W001', '王芳', '重点人员走访', 1, '两次'],
    ['W001', '王芳', '重点场所走访（次）', 0, 1],
  ];
  test('one row a person and figure', async () => {
    const { facts, problems } = await readOffice({ month: NO_LIST, files: [matrix('巡查', FIVE)] });
    expect(problems.map(brief)).toEqual(['notice unitInferred 2021-07/巡查.xlsx 巡查 2 3']);
    expect(figureOf(facts)).toEqual([
      ['W001', '01', 'onlineTime', 16200, 3, 3],
      ['W001', '02', 'onlineTime', 18000, 3, 4],
      ['W001', '01', 'mileage', 3200, 4, 3],
      ['W001', '01', 'onlineRate', { n: 97n, d: 100n }, 5, 3],
      ['W001', '02', 'onlineRate', { n: 9n, d: 10n }, 5, 4],
      ['W001', '01', 'keyPersonVisits', 1, 6, 3],
      ['W001', '02', 'keyPersonVisits', 2, 6, 4],
      ['W001', '01', 'keyPlaceVisits', 0, 7, 3],
      ['W001', '02', 'keyPlaceVisits', 1, 7, 4],
    ]);
    expect([...facts.patrol].map(({ hasRateColumn }) => hasRateColumn)).toEqual(Array(9).fill(true));
    expect([...facts.patrolFigures].sort()).toEqual(Object.keys(PATROL_FIGURES).sort());
    expect(facts.tables.find(({ kind }) => kind === 'patrol')).toMatchObject({
      headerRow: 2,
      rows: { read: 5, used: 5 },
    });
  });
  test('the title says which figure, its unit with it; one table a figure', async () => {
    const one = (title: string, ...cells: CellSpec[]): RowSpec[] => [
      [title],
      [...PERSON, '1日', '2日'],
      ['W001', '王芳', ...cells],
    ];
    const { facts, problems } = await readOffice({
      month: NO_LIST,
      files: [
        matrix('a', one('7月在线时长统计表（单位：分钟）', 270, 300)),
        matrix('b', one('7月巡查里程（米）', 3200, 4000)),
        matrix(
          'c',
          [
            [...PERSON, '1日', '2日'],
            ['W001', '王芳', 1, 2],
          ],
          '重点人员走访',
        ),
        matrix('d', one('重点场所走访次数', '1次', 0)),
      ],
    });
    expect(problems.map(brief)).toEqual([]);
    expect(figureOf(facts).map((row) => row.slice(1, 4))).toEqual([
      ['01', 'onlineTime', 16200],
      ['02', 'onlineTime', 18000],
      ['01', 'mileage', 3200],
      ['02', 'mileage', 4000],
      ['01', 'keyPersonVisits', 1],
      ['02', 'keyPersonVisits', 2],
      ['01', 'keyPlaceVisits', 1],
      ['02', 'keyPlaceVisits', 0],
    ]);
  });
  test('figures above the dates, and dates above the figures', async () => {
    const above: RowSpec[] = [
      [...PERSON, '在线时长（小时）', null, '巡查里程（公里）', null],
      [null, null, '1日', '2日', '1日', '2日'],
      ['W001', '王芳', 4, 5, 3, 2],
    ];
    const below: RowSpec[] = [
      [...PERSON, '7月1日', null, '7月2日', null],
      [null, null, '在线时长（小时）', '巡查里程（公里）', '在线时长（小时）', '巡查里程（公里）'],
      ['W001', '王芳', 4, 3, 5, 2],
    ];
    const read = async (rows: RowSpec[]) => {
      const { facts } = await readOffice({ month: NO_LIST, files: [matrix('x', rows)] });
      return figureOf(facts)
        .map((row) => row.slice(0, 4).join(' '))
        .sort();
    };
    const expected = [
      'W001 01 mileage 3000',
      'W001 01 onlineTime 14400',
      'W001 02 mileage 2000',
      'W001 02 onlineTime 18000',
    ];
    expect([await read(above), await read(below)]).toEqual([expected, expected]);
  });
  test('an empty cell is no record; a row without any is left out; other months are left out', async () => {
    const rows: RowSpec[] = [
      ['7月在线时长（小时）'],
      [...PERSON, '7月1日', '8月1日'],
      ['W001', '王芳', null, null],
      ['L001', '张敏', 4, 5],
    ];
    const { facts } = await readOffice({ month: NO_LIST, files: [matrix('x', rows)] });
    expect(figureOf(facts)).toEqual([['L001', '01', 'onlineTime', 14400, 4, 2]]);
    expect(facts.tables.find(({ kind }) => kind === 'patrol')?.rows).toEqual({
      read: 2,
      used: 1,
      leftOut: { 各日期都没有填写: 1 },
      inError: 0,
    });
  });
  test('a cell that cannot be read puts its row in error, with every such cell named', async () => {
    const rows: RowSpec[] = [
      ['7月在线时长（小时）'],
      [...PERSON, '1日', '2日', '3日'],
      ['W001', '王芳', '约4小时', 4, '休'],
    ];
    const { facts, problems } = await readOffice({ month: NO_LIST, files: [matrix('x', rows)] });
    expect([...facts.patrol]).toEqual([]);
    expect(problems.map(brief).filter((text) => text.includes('Unreadable'))).toEqual([
      'error durationUnreadable 2021-07/x.xlsx x 3 2',
      'error durationUnreadable 2021-07/x.xlsx x 3 4',
    ]);
  });
  test('a person without a name of the roster is told once', async () => {
    const rows: RowSpec[] = [['7月在线时长（小时）'], [...PERSON, '1日', '2日'], ['W999', '某人', 4, 4]];
    const { problems } = await readOffice({ files: [matrix('x', rows)], month: { patrol: null } });
    expect(problems.map(brief).filter((text) => text.includes('person'))).toEqual([
      'error personUnknown 2021-07/x.xlsx x 3 0',
    ]);
  });
  test('a person’s rows add up only where they differ', async () => {
    const rows: RowSpec[] = [
      ['7月在线时长（小时）'],
      [...PERSON, '1日', '2日'],
      ['W001', '王芳', 4, 1],
      ['W001', '王芳', 4, 2],
      ['W001', '王芳', 4, 2],
    ];
    const { facts, problems } = await readOffice({ month: NO_LIST, files: [matrix('x', rows)] });
    expect(figureOf(facts).map((row) => row.slice(1, 5))).toEqual([
      ['01', 'onlineTime', 14400, 3],
      ['02', 'onlineTime', 3600, 3],
      ['01', 'onlineTime', 14400, 4],
      ['02', 'onlineTime', 7200, 4],
    ]);
    expect(problems.map(brief).filter((text) => text.includes('equalRows'))).toEqual([
      'warning equalRows 2021-07/x.xlsx x 5 -',
    ]);
  });
  test('the same figure in two matrices: equal once, different an error', async () => {
    const one = (hours: number): RowSpec[] => [['7月在线时长（小时）'], [...PERSON, '1日'], ['W001', '王芳', hours]];
    const equal = await readOffice({ month: NO_LIST, files: [matrix('a', one(4)), matrix('b', one(4))] });
    expect(figureOf(equal.facts)).toHaveLength(1);
    const different = await readOffice({ month: NO_LIST, files: [matrix('a', one(4)), matrix('b', one(5))] });
    expect(different.problems.map(brief).filter((text) => text.includes('rows'))).toEqual([
      'error rowsDisagree 2021-07/b.xlsx b 3 -',
    ]);
  });
  test('a rate in a matrix is the rate of the day, not one made from the time', async () => {
    const { facts } = await readOffice({
      month: NO_LIST,
      files: [
        matrix('a', [['7月在线时长（小时）'], [...PERSON, '1日'], ['W001', '王芳', 4]]),
        matrix('b', [['7月在线率'], [...PERSON, '1日'], ['W001', '王芳', '70%']]),
      ],
    });
    expect([...facts.patrol].map(({ hasRateColumn }) => hasRateColumn)).toEqual([true, true]);
  });
});

describe('matrices that hold no figure, or one nobody names', () => {
  const only = async (rows: readonly RowSpec[], name = 'Sheet1') => {
    const { facts, problems } = await readOffice({ files: [matrix('x', rows, name)], month: { patrol: null } });
    const { rows: sums } = facts.tables.find(({ file: path }) =>
      path.endsWith('x.xlsx'),
    ) as (typeof facts.tables)[number];
    return [
      problems.map(brief).filter((text) => text.includes('x.xlsx x') || text.includes('x.xlsx Sheet1')),
      sums.inError,
    ];
  };
  test('marks where figures are needed', async () => {
    expect(await only([['7月巡查考勤'], [...PERSON, '1日', '2日'], ['W001', '王芳', '√', '×']])).toEqual([
      ['error patrolMarksOnly 2021-07/x.xlsx Sheet1 2 -'],
      0,
    ]);
    expect(await only([['7月巡查里程'], [...PERSON, '1日', '2日'], ['W001', '王芳', '√', '×']])).toEqual([
      ['error patrolMarksOnly 2021-07/x.xlsx Sheet1 2 -'],
      1,
    ]);
  });
  test('a figure nobody names, or several', async () => {
    const rows: RowSpec[] = [
      [...PERSON, '1日', '2日'],
      ['W001', '王芳', 4, 5],
    ];
    expect(await only(rows)).toEqual([['error patrolFigureUnknown 2021-07/x.xlsx Sheet1 1 -'], 1]);
    expect(await only([['在线时长、里程统计'], ...rows])).toEqual([
      ['error patrolFigureUnknown 2021-07/x.xlsx Sheet1 2 -'],
      1,
    ]);
  });
});

describe('marks of daily patrol', () => {
  const marks = async (rows: readonly RowSpec[], month: Situation['month'] = NO_LIST) => {
    const { facts, problems } = await readOffice({
      files: [matrix('x', [['7月巡查登记'], ...rows], 'Sheet1')],
      month: { ...month },
      marksBy: '巡查标记代替数字',
    });
    const read = [...facts.patrol].filter(({ met }) => met !== null);
    return {
      met: read.map(({ person, date, met, origin }) => [person, date.slice(8), met, origin.row, origin.column]),
      problems: problems.map(brief).filter((text) => text.includes('x.xlsx')),
    };
  };
  const TAKEN = 'warning patrolMarksTaken 2021-07/x.xlsx Sheet1 2 -';
  const HEAD: RowSpec = [...PERSON, '1日', '2日', '5日'];
  test('√ is met, × is not, an empty cell says nothing', async () =>
    expect(await marks([HEAD, ['W001', '王芳', '√', '×', null], ['W002', '李强', '达标', '未达标', '到']])).toEqual({
      met: [
        ['W001', '01', true, 3, 2],
        ['W001', '02', false, 3, 3],
        ['W002', '01', true, 4, 2],
        ['W002', '02', false, 4, 3],
        ['W002', '05', true, 4, 4],
      ],
      problems: [TAKEN],
    }));
  const LIST_HEAD: RowSpec = [
    '日期',
    '工号',
    '在线率',
    '在线时长(小时)',
    '巡查里程(km)',
    '重点人员走访',
    '重点场所走访',
  ];
  const listed = (...dates: string[]): RowSpec[] => [
    LIST_HEAD,
    ...dates.map((date): RowSpec => [date, 'W001', '97%', 4, 3, 1, 1]),
  ];
  test('no warning where a list has all figures of the day, one where it lacks the day', async () => {
    const day: RowSpec[] = [
      [...PERSON, '1日'],
      ['W001', '王芳', '√'],
    ];
    expect((await marks(day, { patrol: listed('2021-07-01') })).problems).toEqual([]);
    expect((await marks(day, { patrol: listed('2021-07-02') })).problems).toEqual([TAKEN]);
  });
  test('where marks may not stand for figures they are refused, whoever else has figures', async () => {
    const { problems } = await readOffice({
      files: [matrix('x', [['7月巡查登记'], [...PERSON, '1日'], ['W001', '王芳', '√']], 'Sheet1')],
      month: { patrol: listed('2021-07-02') },
    });
    expect(problems.map(brief)).toEqual(['error patrolMarksOnly 2021-07/x.xlsx Sheet1 2 -']);
  });
  test('a column that no table has is missing while somebody’s day has no mark', async () => {
    const patrol = listed('2021-07-02').map((row) => row.slice(0, -1));
    const { problems } = await readOffice({
      files: [matrix('x', [['7月巡查登记'], [...PERSON, '1日'], ['W001', '王芳', '√']], 'Sheet1')],
      month: { patrol },
      marksBy: '巡查标记代替数字',
    });
    expect(problems.map(brief).sort()).toEqual(['error figureColumnMissing 2021-07/patrol.xlsx Sheet1 1 -', TAKEN]);
  });
  test('a mark of leave needs the leave, an unknown mark is an error', async () => {
    const LEAVE: RowSpec[] = [
      ['工号', '开始日期', '结束日期', '类型'],
      ['W001', '2021-07-01', '2021-07-01', '事假'],
    ];
    const rows: RowSpec[] = [HEAD, ['W001', '王芳', '事', '√', null], ['W002', '李强', '√', '迟', '病']];
    const { met, problems } = await marks(rows, { ...NO_LIST, leave: LEAVE });
    expect(met).toEqual([['W001', '02', true, 3, 3]]);
    expect(problems).toEqual([TAKEN, 'error wordUnknown 2021-07/x.xlsx Sheet1 4 3']);
    const { problems: unproven } = await marks([HEAD, ['W002', '李强', '√', '√', '病']]);
    expect(unproven).toEqual([TAKEN, 'error patrolLeaveMark 2021-07/x.xlsx Sheet1 3 4']);
  });
  test('two marks of a day that disagree are an error, equal ones are one', async () => {
    const twice: RowSpec[] = [HEAD, ['W001', '王芳', '√', '√', '√'], ['W001', '王芳', '√', '×', '√']];
    const { met, problems } = await marks(twice);
    expect(met.map(([, date, value]) => [date, value])).toEqual([
      ['01', true],
      ['05', true],
    ]);
    expect(problems).toEqual([
      TAKEN,
      'warning equalRows 2021-07/x.xlsx Sheet1 4 -',
      'error rowsDisagree 2021-07/x.xlsx Sheet1 4 -',
    ]);
  });
});

describe('leave in a matrix of figures', () => {
  const rows: RowSpec[] = [['7月在线时长（小时）'], [...PERSON, '1日', '2日'], ['W001', '王芳', '事', '病假']];
  const LEAVE: RowSpec[] = [
    ['工号', '开始日期', '结束日期', '类型'],
    ['W001', '2021-07-01', '2021-07-01', '事假'],
  ];
  test('is settled by the table of leave, else an error that asks for it', async () => {
    const { facts, problems } = await readOffice({ month: { patrol: null, leave: LEAVE }, files: [matrix('x', rows)] });
    expect([...facts.patrol]).toEqual([]);
    expect(problems.map(brief).filter((text) => text.includes('Mark'))).toEqual([
      'error patrolLeaveMark 2021-07/x.xlsx x 3 3',
    ]);
  });
});

test('a figure both in a list and in a matrix is an error', async () => {
  const rows: RowSpec[] = [['7月在线时长（小时）'], [...PERSON, '1日'], ['W001', '王芳', 4.5]];
  const { problems } = await readOffice({ files: [matrix('x', rows)] });
  expect(problems.map(brief)).toEqual(['error patrolFigureTwice 2021-07/x.xlsx x - -']);
  expect(OFFICE.patrol[0]).toContain('在线时长（小时）');
});
