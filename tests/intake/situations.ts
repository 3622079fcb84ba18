// Every problem code of intake, provoked in the small office: what is laid over it, and the problems that follow.
import { UnreadableFile, type UnreadableReason } from '../../src/files/sheet.ts';
import { file, num, OFFICE, type RowSpec, type Situation, sheet, unreadable } from './book.ts';

type Case = readonly [title: string, situation: Situation, expected: readonly string[]];

const month = (table: string, rows: readonly RowSpec[]): Situation => ({ month: { [table]: rows } });
const roster = (...rows: RowSpec[]) => [...OFFICE.roster, ...rows];
const patrol = (...rows: RowSpec[]) => [...OFFICE.patrol, ...rows];
const reports = (...rows: RowSpec[]) => [...OFFICE.reports, ...rows];
const tasks = (...rows: RowSpec[]) => [...OFFICE.tasks, ...rows];
const meetings = (...rows: RowSpec[]) => [...OFFICE.meetings, ...rows];
const LEAVE: RowSpec = ['工号', '姓名', '开始日期', '结束日期', '类型', '时段'];
const ADJUSTMENTS: RowSpec = ['序号', '工号', '姓名', '项目', '金额', '原因', '批准人'];
const SCORES: RowSpec = ['工号', '姓名', '巡查质量', '清单掌握'];
const MISSED: RowSpec = ['发现日期', '网格编号', '类型', '是否漏报', '说明'];
const BARE_PATROL: RowSpec = ['日期', '工号', '在线率', '在线时长', '巡查里程', '重点人员走访', '重点场所走访'];

const REASONS: readonly (readonly [UnreadableReason, string])[] = [
  ['empty', 'error fileEmpty'],
  ['damaged', 'error fileDamaged'],
  ['tooLarge', 'error fileTooLarge'],
  ['tooSlow', 'error fileTooSlow'],
  ['encrypted', 'error fileEncrypted'],
  ['tooSlow', 'error fileTooSlow'],
  ['legacyFormat', 'error fileLegacyFormat'],
  ['notATable', 'notice fileNotATable'],
  ['encoding', 'error fileEncoding'],
];

const files: readonly Case[] = [
  ...REASONS.map(
    ([reason, expected]): Case => [
      `a file that cannot be read: ${reason}`,
      {
        files: [
          unreadable(`2021-07/x.${reason === 'notATable' ? 'doc' : 'xls'}`, new UnreadableFile(reason, 'detail')),
        ],
      },
      [`${expected} 2021-07/x.${reason === 'notATable' ? 'doc' : 'xls'} - - -`],
    ],
  ),
  [
    'a file that breaks off while its rows are read',
    {
      month: { roster: null },
      files: [
        file('2021-07/r.csv', () => [
          sheet(null, [...OFFICE.roster].slice(0, 2), { breaksOff: new UnreadableFile('damaged', 'd', null, 9) }),
        ]),
      ],
    },
    // L001 and W002 are lacking, which is no problem of the rows that name them.
    ['error fileDamaged 2021-07/r.csv - 9 -'],
  ],
];

const sheets: readonly Case[] = [
  [
    'a sheet no kind fits',
    month('x', [
      ['甲', '乙'],
      [1, 2],
    ]),
    ['warning sheetNotTaken 2021-07/x.xlsx Sheet1 - -'],
  ],
  [
    'a sheet two kinds fit equally well',
    month('x', [['日期', '网格编号', '是否漏报', '说明', '工号', '原因']]),
    ['error sheetAmbiguous 2021-07/x.xlsx Sheet1 1 -'],
  ],
  [
    'leave with a reason is not 免考',
    month('leave', [
      ['姓名', '开始日期', '结束日期', '原因', '请假类型'],
      ['王芳', '2021-07-01', '2021-07-01', '', '年假'],
    ]),
    [],
  ],
  [
    'a task table without 完成时间',
    month('tasks', [
      ['编号', '类型', '工号', '截止时间'],
      ['T1', '事件', 'W001', '2021-07-05'],
    ]),
    ['error columnMissing 2021-07/tasks.xlsx Sheet1 1 -'],
  ],
  [
    'a column that is nearly 离职日期',
    month('roster', [
      ['工号', '姓名', '角色', '网格编号', '离队日期', '部门'],
      ['W001', '王芳', '专职网格员', 'G001', '', '一组'],
    ]),
    ['warning columnUnknown 2021-07/roster.xlsx Sheet1 1 4'],
  ],
  [
    'a heading twice',
    month('meetings', [
      ['日期', '工号', '签到', '签到'],
      ['2021-07-05', 'W001', '出席', '缺席'],
    ]),
    ['error headingTwice 2021-07/meetings例会.xlsx Sheet1 1 3'],
  ],
  [
    'two columns of one meaning',
    month('meetings', [
      ['日期', '工号', '签到情况', '签到'],
      ['2021-07-05', 'W001', '缺席', '出席'],
    ]),
    ['notice columnNotUsed 2021-07/meetings例会.xlsx Sheet1 1 2'],
  ],
  [
    'a hidden sheet, hidden rows',
    {
      month: { meetings: null },
      files: [
        file('2021-07/m.xlsx', () => [
          sheet('旧', OFFICE.meetings, { hidden: true }),
          sheet('新', OFFICE.meetings, { hiddenRows: [2] }),
        ]),
      ],
    },
    ['notice hiddenRowsRead 2021-07/m.xlsx 新 - -', 'warning hiddenTableLeftOut 2021-07/m.xlsx 旧 - -'],
  ],
  ['patrol in the root', { root: { p: OFFICE.patrol } }, ['warning tableNotTaken p.xlsx Sheet1 - -']],
  [
    'settings in the month',
    month('s', [
      ['参数', '取值'],
      ['x', 1],
    ]),
    ['warning tableNotTaken 2021-07/s.xlsx Sheet1 - -'],
  ],
  [
    'a roster in the root and in the month',
    { root: { r: OFFICE.roster } },
    ['notice tableSuperseded r.xlsx Sheet1 - -'],
  ],
  ['a roster in the root alone', { month: { roster: null }, root: { r: OFFICE.roster } }, []],
  [
    'no meetings, no reports',
    { month: { meetings: null, reports: null } },
    ['error tableMissing - - - -', 'error tableMissing - - - -'],
  ],
  [
    'no meetings, no reports, in a month in progress',
    { month: { meetings: null, reports: null }, asOf: '2021-07-02' },
    ['notice tableNotYet - - - -'],
  ],
  ['no patrol in a month in progress', { month: { patrol: null }, asOf: '2021-07-02' }, ['error tableMissing - - - -']],
  [
    'rows after the day of a month in progress',
    {
      month: {
        patrol: patrol(['2021-07-05', 'W009', '某人', '97%', '约5', 3, 1, 1]),
        reports: reports(['R2', 'W001', '王芳', '2021-07-05', '违法建设', 'G001', '也许', '']),
        tasks: tasks(['T2', '怪事', 'W001', '王芳', '2021-07-01', '2021-07-05', '', '']),
        meetings: [
          ['工号', '2021-07-02', '2021-07-05'],
          ['W001', '出席', '也许'],
        ],
        例会补: [
          ['工号', '2021-07-05', '2021-07-06'],
          ['W009', '出席', '也许'],
        ],
        leave: [LEAVE, ['W001', '王芳', '2021-07-05', '2021-07-06', '年假', '']],
      },
      asOf: '2021-07-02',
    },
    [],
  ],
  [
    'a template of meetings with nothing but its example',
    {
      month: {
        meetings: [
          ['序号', '日期*', '工号*', '签到*'],
          ['示例', '2021-07-05', 'W001', '出席'],
        ],
      },
    },
    ['error templateUnfilled 2021-07/meetings例会.xlsx Sheet1 - -'],
  ],
  [
    'a template of meetings beside a table of them',
    {
      month: {
        template: [
          ['序号', '日期*', '工号*', '签到*'],
          ['示例', '2021-07-05', 'W001', '出席'],
        ],
      },
    },
    [],
  ],
  [
    'a template without its example: there were no meetings',
    { month: { meetings: [['序号', '日期*', '工号*', '签到*']] } },
    [],
  ],
  ['no roster: nobody is unknown', { month: { roster: null } }, ['error tableMissing - - - -']],
  [
    'points without a daily table',
    {
      month: {
        patrol: null,
        points: [
          ['工号', '时间', '经度', '纬度'],
          ['W001', '2021-07-01 08:00', 120.1, 29.1],
        ],
      },
    },
    ['error trackPointsNotYetSupported 2021-07/points.xlsx Sheet1 1 -'],
  ],
  [
    'points beside a daily table',
    month('points', [
      ['工号', '时间', '经度', '纬度'],
      ['W001', '2021-07-01 08:00', 120.1, 29.1],
    ]),
    ['notice trackPointsNotUsed 2021-07/points.xlsx Sheet1 - -'],
  ],
  [
    'a figure without a column, another switched off, no 在线率',
    {
      month: {
        patrol: [
          ['日期', '工号', '在线时长(小时)', '巡查里程(km)'],
          ['2021-07-01', 'W001', 4, 3],
        ],
      },
      switchedOff: ['keyPersonVisits'],
    },
    ['error figureColumnMissing 2021-07/patrol.xlsx Sheet1 1 -'],
  ],
  [
    'bare durations and mileages',
    month('patrol', [BARE_PATROL, ['2021-07-01', 'W001', 0.9, 240, 100, 1, 1]]),
    ['notice unitInferred 2021-07/patrol.xlsx Sheet1 1 3', 'warning unitDoubtful 2021-07/patrol.xlsx Sheet1 1 4'],
  ],
  [
    'bare durations that are neither hours nor minutes',
    month('patrol', [BARE_PATROL, ['2021-07-01', 'W001', 0.9, 14400, '3公里', 1, 1]]),
    ['error unitUnknown 2021-07/patrol.xlsx Sheet1 1 3'],
  ],
  [
    'figures that no day has: minutes below hours, metres below kilometres',
    month('patrol', patrol(['2021-07-05', 'W001', '王芳', '97%', 270, 3400, 1, 1])),
    [
      'warning durationBeyondDay 2021-07/patrol.xlsx Sheet1 4 4',
      'warning mileageBeyondReach 2021-07/patrol.xlsx Sheet1 4 5',
    ],
  ],
  [
    'rates of two kinds in one column',
    month('patrol', [
      BARE_PATROL,
      ['2021-07-01', 'W001', 0.97, '4小时', '3公里', 1, 1],
      ['2021-07-02', 'W001', 97, '4小时', '3公里', 1, 1],
    ]),
    ['warning ratesMixed 2021-07/patrol.xlsx Sheet1 1 2'],
  ],
  [
    'rows of other months, even with bad cells',
    month('patrol', patrol(['2021-06-30', 'W001', null, '97%', '?'], ['2021-08-01', '谁', null])),
    ['notice otherPeriodLeftOut 2021-07/patrol.xlsx Sheet1 - -'],
  ],
  [
    'grids outside the scope',
    {
      month: { roster: roster(['W009', '外人', '专职网格员', 'H001'], ['W010', '?', '?', 'H002']) },
      scope: { gridPrefix: 'G', township: null },
    },
    ['notice outOfScopeLeftOut 2021-07/roster.xlsx Sheet1 - -'],
  ],
];

const at = (table: string, row: number | '-', column: number | '-') =>
  `2021-07/${table === 'meetings' ? 'meetings例会' : table}.xlsx Sheet1 ${row} ${column}`;

const cells: readonly Case[] = [
  ['an empty 签到', month('meetings', meetings(['2021-07-06', 'W001'])), [`error cellEmpty ${at('meetings', 3, 3)}`]],
  [
    'an error cell',
    month('patrol', patrol(['2021-07-05', 'W001', null, { kind: 'error', text: '#N/A' }])),
    [`error cellError ${at('patrol', 4, 3)}`],
  ],
  [
    'a formula without a value',
    month('patrol', patrol(['2021-07-05', 'W001', null, { kind: 'pending' }])),
    [`error formulaNotCalculated ${at('patrol', 4, 3)}`],
  ],
  ['a date that is none', month('patrol', patrol(['周一', 'W001'])), [`error dateUnreadable ${at('patrol', 4, 0)}`]],
  [
    'a day that never was',
    month('patrol', patrol(['2021-06-31', 'W001'])),
    [`error dateNotReal ${at('patrol', 4, 0)}`],
  ],
  [
    'a time of another zone',
    month('reports', reports(['R2', 'W001', null, '2021-07-01T08:30:00Z', null, null, '有效'])),
    [`error timeZoneOther ${at('reports', 3, 3)}`],
  ],
  [
    'wrong figures, one problem a cell',
    month(
      'patrol',
      patrol(['2021-07-05', 'W001', null, '101%', '多', '远', 1.5, -1], ['2021-07-06', 'W001', null, '高']),
    ),
    [
      `error rateAboveOne ${at('patrol', 4, 3)}`,
      `error durationUnreadable ${at('patrol', 4, 4)}`,
      `error distanceUnreadable ${at('patrol', 4, 5)}`,
      `error countUnreadable ${at('patrol', 4, 6)}`,
      `error valueNegative ${at('patrol', 4, 7)}`,
      `error rateUnreadable ${at('patrol', 5, 3)}`,
    ],
  ],
  [
    'a bare rate above 100 in a column of per cents',
    month('patrol', [
      BARE_PATROL,
      ['2021-07-01', 'W001', 100.5, '4小时', '3公里', 1, 1],
      ['2021-07-02', 'W001', 99, '4小时', '3公里', 1, 1],
    ]),
    [`error rateAboveOne ${at('patrol', 2, 2)}`],
  ],
  [
    'amounts',
    month('a', [
      ADJUSTMENTS,
      [1, 'W001', '', '补', '若干', 'x', 'y'],
      [2, 'W001', '', '补', '1.005', 'x', 'y'],
      [3, 'W001', '', '补', 5, '', 'y'],
    ]),
    [
      `error moneyUnreadable ${at('a', 2, 4)}`,
      `error moneyPartsOfFen ${at('a', 3, 4)}`,
      `error cellEmpty ${at('a', 4, 5)}`,
    ],
  ],
  ['a mark above 100', month('s', [SCORES, ['W001', '', 101, '是']]), [`error scoreUnreadable ${at('s', 2, 2)}`]],
  [
    'an unknown role',
    month('roster', roster(['W003', '赵六', '网格大师', 'G003'])),
    [`error wordUnknown ${at('roster', 4 + 1, 2)}`],
  ],
  [
    'a 工号 with decimals',
    month('meetings', meetings(['2021-07-06', num('1.5'), '', '出席'])),
    [`error codeUnreadable ${at('meetings', 3, 1)}`],
  ],
  [
    '身份证号 and 银行账号 that were numbers, or look doubtful',
    month('roster', [
      [...(OFFICE.roster[0] as RowSpec), '身份证号', '银行账号'],
      ...OFFICE.roster.slice(1),
      ['W003', '赵六', '兼职网格员', 'G001', '', '', num('1.1010519491231E+17'), num('6222021234567890000')],
      ['W004', '钱七', '兼职网格员', 'G001', '', '', '110105194912310021', '6222021234567891'],
    ]),
    [
      `error numberWrecked ${at('roster', 5, 6)}`,
      `error numberWrecked ${at('roster', 5, 7)}`,
      `warning idNumberDoubtful ${at('roster', 6, 6)}`,
      `warning bankAccountDoubtful ${at('roster', 6, 7)}`,
    ],
  ],
  [
    'leave of an unknown kind, leave that ends before it starts',
    month('leave', [
      LEAVE,
      ['W001', '', '2021-07-01', '2021-07-02', '旷工', ''],
      ['W001', '', '2021-07-05', '2021-07-02', '年假', ''],
    ]),
    [`error wordUnknown ${at('leave', 2, 4)}`, `error rangeReversed ${at('leave', 3, 3)}`],
  ],
];

const people: readonly Case[] = [
  [
    'nobody named',
    month('meetings', meetings(['2021-07-06', '', '', '出席'])),
    [`error personMissing ${at('meetings', 3, 1)}`],
  ],
  [
    'not on the roster',
    month('meetings', meetings(['2021-07-06', 'W099', '', '出席'], ['2021-07-06', '', '赵六', '出席'])),
    [`error personUnknown ${at('meetings', 3, 1)}`, `error personUnknown ${at('meetings', 4, 2)}`],
  ],
  [
    'two bearers of a name',
    {
      month: {
        roster: roster(['W003', '王芳', '兼职网格员', 'G001']),
        meetings: meetings(['2021-07-06', '', '王　芳', '出席'], ['2021-07-06', 'W003', '王芳', '出席']),
      },
    },
    [`error personAmbiguous ${at('meetings', 3, 2)}`],
  ],
  [
    'a 工号 that contradicts the name',
    month('meetings', meetings(['2021-07-06', 'W002', '王芳', '出席'])),
    [`error personContradicted ${at('meetings', 3, 2)}`],
  ],
  [
    'rows of one person that disagree',
    month(
      'roster',
      roster(['W001', '王芳', '兼职网格员', 'G002', '2020-02-01'], ['W002', '李刚', '兼职网格员', 'G002']),
    ),
    [`error rosterRowsDisagree ${at('roster', 5, 4)}`, `error rosterRowsDisagree ${at('roster', 6, 1)}`],
  ],
  [
    'an unknown grid',
    month('reports', reports(['R2', 'W001', '', '2021-07-02', '其他', 'G777', '是'])),
    [`error gridUnknown ${at('reports', 3, 5)}`],
  ],
  [
    'two grids where one belongs',
    month('reports', reports(['R2', 'W001', '', '2021-07-02', '其他', 'G001、G002', '是'])),
    [`error gridNotSingle ${at('reports', 3, 5)}`],
  ],
  [
    'facts outside employment: one warning',
    {
      month: {
        meetings: meetings(['2021-07-20', 'W002', '', '出席'], ['2021-07-21', 'W002', '', '缺席']),
        reports: reports(['R2', 'W002', '', '2021-07-21 00:00', '其他', 'G002', '是']),
      },
    },
    ['warning outsideEmployment - - - -'],
  ],
  [
    'a bad roster row is the only problem of those who name it',
    {
      month: {
        roster: roster(['W003', '赵六', '兼职网格员', 'G003', '2021-02-30']),
        meetings: meetings(['2021-07-06', 'W003', '赵六', '出席'], ['2021-07-07', '', '赵六', '出席']),
        missed: [MISSED, ['2021-07-05', 'G003', '违法建设', '否', '']],
      },
    },
    [`error dateNotReal ${at('roster', 5, 4)}`],
  ],
];

const equalLeave: RowSpec = ['W001', '', '2021-07-01', '2021-07-02', '年假', ''];

const rows: readonly Case[] = [
  ['equal patrol rows', month('patrol', patrol(OFFICE.patrol[1])), [`warning equalRows ${at('patrol', 4, '-')}`]],
  ['different patrol rows of one day', month('patrol', patrol(['2021-07-01', 'W001', '', '98%', 1, 1, 1, 1])), []],
  ['equal leave rows', month('leave', [LEAVE, equalLeave, equalLeave]), [`warning equalRows ${at('leave', 3, '-')}`]],
  [
    'overlapping leave rows',
    month('leave', [LEAVE, equalLeave, ['W001', '', '2021-07-02', '2021-07-03', '事假', '']]),
    [],
  ],
  [
    'one 编号, two contents, in one sheet',
    month('reports', reports(['R1', 'W001', '王芳', '2021-07-01 08:30', '违法建设', 'G001', '无效', '围墙'])),
    [`error rowsDisagree ${at('reports', 3, '-')}`],
  ],
  [
    'one report in two files, equal',
    month('reports2', OFFICE.reports),
    ['notice copiesLeftOut 2021-07/reports2.xlsx Sheet1 - -'],
  ],
  [
    'one patrol day in two files, equal',
    month('patrol2', OFFICE.patrol),
    ['notice copiesLeftOut 2021-07/patrol2.xlsx Sheet1 - -'],
  ],
  [
    'an export of noon and one of the evening',
    month('patrol2', [OFFICE.patrol[0], ['2021-07-01', 'W001', '王芳', '97%', 2, 3.2, 1, 2]]),
    ['error rowsDisagree 2021-07/patrol2.xlsx Sheet1 2 -'],
  ],
  [
    'a task twice, differing',
    month('tasks', tasks(['T1', '任务', 'W001', '', '2021-07-01', '2021-07-05', '2021-07-04 10:00', '办结'])),
    [`error rowsDisagree ${at('tasks', 3, '-')}`],
  ],
  [
    'a meeting twice, differing',
    month('meetings', meetings(['2021-07-05', 'W001', '', '缺席'])),
    [`error rowsDisagree ${at('meetings', 3, '-')}`],
  ],
  [
    'marks twice: equal, then differing',
    month('s', [
      SCORES,
      ['W001', '', 90, '是'],
      ['W001', '', 90, '是'],
      ['W002', '', 90, '是'],
      ['W002', '', 91, '是'],
    ]),
    [`warning equalRows ${at('s', 3, '-')}`, `error rowsDisagree ${at('s', 5, '-')}`],
  ],
  [
    'equal adjustments ask',
    month('a', [ADJUSTMENTS, [1, 'W001', '', '补发', 50, 'x', 'y'], [2, 'W001', '王芳', '补发', '50.00', 'x', 'y']]),
    [`error adjustmentsEqual ${at('a', 3, '-')}`],
  ],
  [
    'a pending report',
    month('reports', reports(['R2', 'W001', '', '2021-07-02', '', '', '待审核'])),
    [`warning reportPending ${at('reports', 3, 6)}`],
  ],
  [
    'states that contradict 完成时间',
    month(
      'tasks',
      tasks(
        ['T2', '事件', 'W001', '', '2021-07-01', '', '', '已办结'],
        ['T3', '事件', 'W001', '', '2021-07-01', '', '2021-07-02', '办理中'],
        ['T4', '事件', 'W001', '', '2021-07-01', '', '2021-07-02', '已完成'],
        ['T5', '事件', 'W001', '', '2021-07-01', '', '', '退回'],
      ),
    ),
    [
      `warning taskStateContradicted ${at('tasks', 3, 7)}`,
      `warning taskStateContradicted ${at('tasks', 4, 7)}`,
      `notice rowsVoided ${at('tasks', 6, '-')}`,
    ],
  ],
  [
    'a task without dates, a task of unknown type',
    month('tasks', tasks(['T2', '事件', 'W001'], ['T3', '巡查', 'W001', '', '2021-07-02'])),
    [`error taskWithoutDates ${at('tasks', 3, '-')}`, `error wordUnknown ${at('tasks', 4, 1)}`],
  ],
  [
    'an incident of another type, an empty 是否漏报',
    month('missed', [MISSED, ['2021-07-05', 'G001', '火灾', '是', ''], ['2021-07-05', 'G001', '违法建设', '', '']]),
    [`error wordUnknown ${at('missed', 2, 2)}`, `error cellEmpty ${at('missed', 3, 3)}`],
  ],
];

const TIMES: RowSpec[] = [['7月在线时长（小时）'], ['工号', '7月1日', '7月2日']];
const matrices: readonly Case[] = [
  [
    'a figure both in a list and in a matrix',
    month('times', [...TIMES, ['W001', 4.5, 5]]),
    ['error patrolFigureTwice 2021-07/times.xlsx Sheet1 - -'],
  ],
  [
    'leave in a matrix that no leave explains',
    month('times', [...TIMES, ['W001', '事', null]]),
    [`error patrolLeaveMark ${at('times', 3, 1)}`],
  ],
  [
    'marks instead of a column',
    {
      month: {
        patrol: [['7月巡查'], ['工号', '7月1日', '7月2日'], ['W001', '√', '×']],
      },
      marksBy: '巡查标记代替数字',
    },
    ['warning patrolMarksTaken 2021-07/patrol.xlsx Sheet1 2 -'],
  ],
  [
    'marks of a figure',
    month('marks', [['7月在线时长'], ['工号', '7月1日', '7月2日'], ['W001', '√', '×']]),
    ['error patrolMarksOnly 2021-07/marks.xlsx Sheet1 2 -'],
  ],
  [
    'figures nobody names',
    month('figures', [
      ['工号', '7月1日', '7月2日'],
      ['W001', 4, 5],
    ]),
    ['error patrolFigureUnknown 2021-07/figures.xlsx Sheet1 1 -'],
  ],
  [
    'a figure merged over two rows of one day',
    {
      month: { patrol: null },
      files: [
        file('2021-07/p.xlsx', () => [
          sheet('S', patrol(['2021-07-05', 'W001', null, '97%', 4, 3, 1, 1], ['2021-07-05', 'W001', null, '97%', 4]), {
            merges: [{ firstRow: 4, lastRow: 5, firstColumn: 5, lastColumn: 5 }],
          }),
        ]),
      ],
    },
    ['warning mergedFigureOnce 2021-07/p.xlsx S 1 5'],
  ],
];

const asked: readonly Case[] = [
  [
    'a page that is called a workbook',
    { files: [unreadable('2021-07/x.xlsx', new UnreadableFile('notATable', 'd'))] },
    ['error fileNotAsNamed 2021-07/x.xlsx - - -'],
  ],
  [
    'nothing but headings nobody knows',
    month('x', [['甲', '乙']]),
    ['notice sheetNotRecognised 2021-07/x.xlsx Sheet1 - -'],
  ],
  [
    'an empty hidden sheet of a kind',
    { files: [file('2021-07/m.xlsx', () => [sheet('旧', [['甲', '乙']], { hidden: true })])] },
    ['notice hiddenSheetLeftOut 2021-07/m.xlsx 旧 - -'],
  ],
  [
    'a sheet that is called 请假 and was not recognised',
    month('请假登记', [
      ['请假的人', '哪天走', '哪天回'],
      ['王芳', '2021-07-05', '2021-07-06'],
    ]),
    ['error sheetUnread 2021-07/请假登记.xlsx Sheet1 - -'],
  ],
  [
    'a table of 工资',
    month('工资表', [
      ['姓名', '基本工资', '应发工资', '实发'],
      ['王芳', 3000, 3200, 2800],
    ]),
    ['notice sheetOfOtherLayout 2021-07/工资表.xlsx Sheet1 - -'],
  ],
  [
    'a second amount under a heading of its own',
    month('adjustments', [
      ['工号', '项目', '金额', '原因', '批准人', '补助'],
      ['W001', '补贴', 20, '加班', '李', 30],
    ]),
    ['warning columnsLikeFields 2021-07/adjustments.xlsx Sheet1 1 5'],
  ],
  [
    'patrol of another month',
    month('patrol', [OFFICE.patrol[0], ['2021-06-01', 'W001', '王芳', '97%', 4.5, 3.2, 1, 2]]),
    ['error otherMonthOnly 2021-07/patrol.xlsx Sheet1 - -'],
  ],
  [
    'meetings of another month',
    month('meetings', [OFFICE.meetings[0], ['2021-06-05', 'W001', '王芳', '出席']]),
    ['warning otherMonthFile 2021-07/meetings例会.xlsx Sheet1 - -'],
  ],
  [
    'two records in one row',
    {
      files: [
        file('2021-07/more.csv', () => [
          sheet(null, [
            OFFICE.reports[0],
            ['R2', 'W001', '', '2021-07-01', '', '', '有效', '', 'R3', 'W001', '', '2021-07-02'],
            ['R4', 'W001', '', '2021-07-02', '', '', '有效', 'a'],
            ['R5', 'W001', '', '2021-07-05', '', '', '有效', 'b'],
          ]),
        ]),
      ],
    },
    ['error recordsGlued 2021-07/more.csv - 2 8'],
  ],
  [
    'durations without the format of time',
    month('patrol', [
      BARE_PATROL,
      ['2021-07-01', 'W001', 0.9, 0.19, '3公里', 1, 1],
      ['2021-07-02', 'W001', 0.9, 0.2, '3公里', 1, 1],
      ['2021-07-05', 'W001', 0.9, 0.21, '3公里', 1, 1],
    ]),
    ['error durationPartsOfDay 2021-07/patrol.xlsx Sheet1 1 3'],
  ],
  [
    'minutes of hours',
    month('patrol', [
      ['日期', '工号', '在线时长（分钟）', '巡查里程(km)', '重点人员走访', '重点场所走访'],
      ['2021-07-01', 'W001', 4.5, 3, 1, 1],
      ['2021-07-02', 'W001', 5, 3, 1, 1],
      ['2021-07-05', 'W001', 5, 3, 1, 1],
    ]),
    ['warning unitUnfit 2021-07/patrol.xlsx Sheet1 1 2'],
  ],
  [
    'a second file of bare minutes beside one of hours',
    {
      month: {
        patrol: [
          ['日期', '工号', '在线率', '在线时长（小时）', '巡查里程(km)', '重点人员走访', '重点场所走访'],
          ['2021-07-01', 'W001', 0.9, 5, 3, 1, 1],
          ['2021-07-02', 'W001', 0.9, 5, 3, 1, 1],
        ],
        补录: [
          ['日期', '工号', '在线率', '在线时长', '巡查里程(km)', '重点人员走访', '重点场所走访'],
          ['2021-07-05', 'W001', 0.9, 20, 3, 1, 1],
          ['2021-07-06', 'W001', 0.9, 20, 3, 1, 1],
        ],
      },
    },
    ['error unitAgainstOthers 2021-07/补录.xlsx Sheet1 1 3'],
  ],
];

const emptied: readonly Case[] = [
  [
    'a list of days and reasons that nowhere says 免考',
    month('大事记', [
      ['日期', '事由'],
      ['2021-07-05', '防汛'],
    ]),
    ['warning kindUnsaid 2021-07/大事记.xlsx Sheet1 1 -'],
  ],
  ['one that says so in its title', month('大事记', [['七月免考名单'], ['日期', '事由'], ['2021-07-05', '防汛']]), []],
  [
    'overtime is known as that, and excuses nobody',
    month('加班登记', [
      ['日期', '姓名', '事由', '时长'],
      ['2021-07-05', '王芳', '防汛', 3],
    ]),
    ['notice sheetOfOtherLayout 2021-07/加班登记.xlsx Sheet1 - -'],
  ],
  [
    'a list of 签到 beside one that is of a meeting',
    month('读书会登记', [
      ['日期', '工号', '签到'],
      ['2021-07-08', 'W001', '缺席'],
    ]),
    [],
  ],
  [
    'one whose name says no meeting, whatever its heading says',
    month('七月活动', [
      ['会议日期', '工号', '签到'],
      ['2021-07-08', 'W001', '缺席'],
    ]),
    ['warning kindUnsaid 2021-07/七月活动.xlsx Sheet1 1 -'],
  ],
  [
    'a list of 签到 that is known to be of another matter',
    month('体温登记', [
      ['日期', '工号', '签到'],
      ['2021-07-08', 'W001', '缺席'],
    ]),
    ['notice sheetOfOtherLayout 2021-07/体温登记.xlsx Sheet1 - -'],
  ],
  [
    'leave that is planned',
    month('年休假计划', [LEAVE, ['W001', '', '2021-07-05', '2021-07-06', '年假', '']]),
    ['warning tablePlanned 2021-07/年休假计划.xlsx Sheet1 - -'],
  ],
  [
    'leave of this month of another year',
    month('leave', [
      LEAVE,
      ['W001', '', '2021-07-05', '2021-07-06', '年假', ''],
      ['W001', '', '2020-07-12', '2020-07-13', '年假', ''],
    ]),
    [
      'notice otherPeriodLeftOut 2021-07/leave.xlsx Sheet1 - -',
      'warning leaveOfOtherYear 2021-07/leave.xlsx Sheet1 3 2',
    ],
  ],
  [
    'leave of other months of that year, too',
    month('leave', [
      LEAVE,
      ['W001', '', '2020-03-05', '2020-03-06', '年假', ''],
      ['W001', '', '2020-07-12', '2020-07-13', '年假', ''],
    ]),
    ['notice otherPeriodLeftOut 2021-07/leave.xlsx Sheet1 - -'],
  ],
  [
    'leave told in words alone',
    month('请假', [
      ['姓名', '请假情况'],
      ['王芳', '5日至6日事假'],
    ]),
    ['error sheetUnread 2021-07/请假.xlsx Sheet1 - -'],
  ],
  [
    'a month’s roster without somebody whom the workspace’s has',
    { root: { r: OFFICE.roster }, month: { roster: OFFICE.roster.filter(([id]) => id !== 'W001') } },
    ['error rosterLacksPeople 2021-07/roster.xlsx Sheet1 - -', 'notice tableSuperseded r.xlsx Sheet1 - -'],
  ],
  [
    'a name with a note beside it, and the right 工号',
    month('patrol', patrol(['2021-07-05', 'W001', '王芳（组长）', '97%', 4.5, 3.2, 1, 2])),
    [],
  ],
  [
    'a name that says 离职',
    month('patrol', patrol(['2021-07-05', 'W001', '王芳(离职)', '97%', 4.5, 3.2, 1, 2])),
    ['warning nameMarked 2021-07/roster.xlsx Sheet1 - -'],
  ],
  [
    'a name with a note, by which alone somebody is found',
    month('meetings', meetings(['2021-07-12', '', '王芳（组长）', '出席'])),
    [],
  ],
  [
    'a sum of a person among the adjustments',
    month('增减项', [ADJUSTMENTS, [1, 'W001', '', '小计', 20, '慰问', '李主任']]),
    ['error adjustmentIsTotal 2021-07/增减项.xlsx Sheet1 2 3'],
  ],
  [
    'amounts in 万元 that are yuan',
    month('增减项', [
      ADJUSTMENTS.map((heading) => (heading === '金额' ? '金额（万元）' : heading)),
      [1, 'W001', '', '慰问', 20, '高温', '李主任'],
    ]),
    ['warning amountLarge 2021-07/增减项.xlsx Sheet1 2 4'],
  ],
  [
    'an amount that was paid, one of another month, one of the month it is about, a leave that was withdrawn',
    {
      month: {
        增减项: [
          [...ADJUSTMENTS, '是否已发', '发放月份', '月份', '备注'],
          [1, 'W001', '', '慰问', 20, '高温', '李主任', '是', '2021-07', '6月', ''],
          [2, 'W001', '', '补贴', 30, '防汛', '李主任', '否', '2021年8月', '7月', '已取消'],
        ],
        leave: [
          [...LEAVE, '备注'],
          ['W001', '', '2021-07-05', '2021-07-06', '年假', '', '已撤销'],
          ['W001', '', '2021-07-12', '2021-07-12', '年假', '', '按时销假'],
        ],
      },
    },
    [
      'warning rowsSpokenAgainst 2021-07/leave.xlsx Sheet1 2 6',
      'warning rowsSpokenAgainst 2021-07/增减项.xlsx Sheet1 2 7',
      'warning rowsSpokenAgainst 2021-07/增减项.xlsx Sheet1 3 8',
      'warning rowsSpokenAgainst 2021-07/增减项.xlsx Sheet1 3 10',
    ],
  ],
  [
    'a report that a note calls a copy: only where it is effective is that asked',
    month('reports', [
      [...(OFFICE.reports[0] as RowSpec), '备注'],
      ['R1', 'W001', '', '2021-07-01 08:30', '', '', '有效', 'a', '重复上报'],
      ['R2', 'W001', '', '2021-07-02 08:30', '', '', '无效', 'b', '重复上报'],
    ]),
    ['warning rowsSpokenAgainst 2021-07/reports.xlsx Sheet1 2 8'],
  ],
  [
    'a table of one line, without headings; a list with people across the top is another matter',
    {
      files: [
        file('2021-07/增减项.csv', () => [sheet(null, [['W001', '王芳', '追扣', '-1500', '重复发放', '周主任']])]),
        file('2021-07/请假登记.csv', () => [sheet(null, [['王芳', '2021-07-05', '2021-07-06', '事假', '李强']])]),
        file('2021-07/白夜安排.csv', () => [
          sheet(null, [
            ['日期', '王芳', '李强'],
            ['2021-07-03', '白天', '夜间'],
          ]),
        ]),
      ],
    },
    [
      'error sheetUnread 2021-07/增减项.csv - - -',
      'warning sheetNotTaken 2021-07/白夜安排.csv - - -',
      'error sheetUnread 2021-07/请假登记.csv - - -',
    ],
  ],
  [
    'remarks about a matter, about an amount, an absence, a person',
    {
      month: {
        reports: [
          [...(OFFICE.reports[0] as RowSpec), '备注'],
          ['R1', 'W001', '', '2021-07-01 08:30', '', '', '有效', 'a', '取消了违规摊位'],
          ['R2', 'W001', '', '2021-07-02 08:30', '', '', '有效', 'b', '驳回理由已告知'],
          ['R3', 'W001', '', '2021-07-03 08:30', '', '', '有效', 'c', '重复来电，已安抚'],
          ['R4', 'W001', '', '2021-07-04 08:30', '', '', '有效', 'd', '已撤销，见R3'],
        ],
        增减项: [
          [...ADJUSTMENTS, '备注'],
          [1, 'W001', '', '慰问', 20, '高温', '李主任', '6月已发'],
          [2, 'W001', '', '补贴', 30, '防汛', '李主任', '下月一并发放'],
          [3, 'W001', '', '奖励', 40, '台风', '李主任', '已发通知'],
        ],
        meetings: [
          ['日期', '工号', '签到', '备注'],
          ['2021-07-05', 'W001', '缺席', '已请假'],
          ['2021-07-06', 'W001', '出席', '会议取消'],
          ['2021-07-07', 'W001', '缺席', '未通知到'],
        ],
        roster: [
          [...OFFICE.roster[0], '备注'],
          ['W001', '王芳', '专职网格员', 'G001', '2020-01-01', null, '7月20日因个人原因离职'],
          ['W002', '李强', '专职网格员', 'G002', null, '2021-07-20', '已离职'],
          ['L001', '张敏', '网格长', 'G001、G002', null, null, '退休返聘'],
        ],
      },
    },
    [
      `warning rowsSpokenAgainst ${at('meetings', 2, 3)}`,
      'warning rowsSpokenAgainst 2021-07/reports.xlsx Sheet1 5 8',
      'warning rowsSpokenAgainst 2021-07/roster.xlsx Sheet1 2 6',
      'warning rowsSpokenAgainst 2021-07/增减项.xlsx Sheet1 2 7',
      'warning rowsSpokenAgainst 2021-07/增减项.xlsx Sheet1 3 7',
    ],
  ],
  [
    'a stricter amount is one question, not two',
    month('增减项', [
      ['工号', '姓名', '项目', '金额', '实际金额', '原因', '批准人'],
      ['W001', '王芳', '补贴', 100, 50, '高温', '李主任'],
    ]),
    ['warning columnRival 2021-07/增减项.xlsx Sheet1 1 4'],
  ],
  [
    'a stricter figure beside the one that is used',
    month('patrol', [
      [...OFFICE.patrol[0], '有效巡查里程(km)'],
      ['2021-07-01', 'W001', '王芳', '97%', 4.5, 3.2, 1, 2, 2.8],
    ]),
    [`warning columnRival ${at('patrol', 1, 8)}`],
  ],
  [
    'tasks that other columns call late, in time or extended',
    month('tasks', [
      [...(OFFICE.tasks[0] as RowSpec), '是否超期', '延期至'],
      ['T1', '事件', 'W001', '', '2021-07-01', '2021-07-05', '2021-07-04', '办结', '是', ''],
      ['T2', '事件', 'W001', '', '2021-07-01', '2021-07-05', '2021-07-06', '办结', '否', ''],
      ['T3', '事件', 'W001', '', '2021-07-01', '2021-07-05', '2021-07-06', '办结', '是', '2021-07-10'],
      ['T4', '事件', 'W001', '', '2021-07-01', '2021-07-05', '2021-07-04', '办结', '否', '2021-07-10'],
      ['T5', '事件', 'W001', '', '2021-07-01', '2021-07-05', '2021-07-04', '办结', '', '月底'],
    ]),
    [
      `warning taskLatenessContradicted ${at('tasks', 2, 8)}`,
      `warning taskLatenessContradicted ${at('tasks', 3, 8)}`,
      `warning taskExtended ${at('tasks', 4, 9)}`,
    ],
  ],
  [
    'a second state that says 作废',
    month('tasks', [
      [...(OFFICE.tasks[0] as RowSpec), '办理状态'],
      ['T1', '事件', 'W001', '', '2021-07-01', '2021-07-05', '2021-07-04', '办结', '作废'],
    ]),
    [`notice columnNotUsed ${at('tasks', 1, 8)}`, `warning rowsSpokenAgainst ${at('tasks', 2, 8)}`],
  ],
  [
    'a monthly sum beside complete figures: 走访数 is like two figures and proposed as none',
    month('巡查汇总', [
      ['工号', '姓名', '在线时长', '巡查里程', '走访数'],
      ['W001', '王芳', 105, 75, 40],
    ]),
    ['error columnMissing 2021-07/巡查汇总.xlsx Sheet1 1 -'],
  ],
  [
    'an address list that takes the roster’s place',
    {
      root: { r: OFFICE.roster },
      month: {
        roster: null,
        通讯录: [
          ['工号', '姓名', '职务', '网格编号', '电话'],
          ['W001', '王芳', '专职网格员', 'G001', '13900000000'],
          ['W002', '李强', '专职网格员', 'G002', '13900000001'],
          ['L001', '张敏', '网格长', 'G001', '13900000002'],
        ],
      },
    },
    ['warning rosterPoorer 2021-07/通讯录.xlsx Sheet1 1 -'],
  ],
  [
    'tasks that count for nobody',
    month(
      'tasks',
      tasks(
        ['T2', '事件', 'W001', '', '2021-07-01', '2021-07-05', '', '驳回'],
        ['T3', '事件', 'W001', '', '2021-07-01', '2021-07-05', '', '转派'],
      ),
    ),
    [`notice rowsVoided ${at('tasks', 3, '-')}`],
  ],
  [
    'a figure of which there is a column and no value',
    month('patrol', [BARE_PATROL, ['2021-07-01', 'W001', 0.9, '4小时', null, 1, 1]]),
    ['error figureColumnEmpty 2021-07/patrol.xlsx Sheet1 1 4'],
  ],
  [
    'days and months that changed places',
    month(
      'reports',
      reports(
        ['R2', 'W001', '', '2021-05-07', '', '', '有效', 'a'],
        ['R3', 'W001', '', '2021-09-07', '', '', '有效', 'b'],
      ),
    ),
    ['warning datesSwapped 2021-07/reports.xlsx Sheet1 3 -'],
  ],
];

const money: readonly Case[] = [
  [
    'an amount over two people',
    {
      files: [
        file('2021-07/a.xlsx', () => [
          sheet('S', [ADJUSTMENTS, [1, 'W001', '', '补贴', 300, 'x', '李'], [2, 'W002', '', '补贴', null, 'x', '李']], {
            merges: [{ firstRow: 2, lastRow: 3, firstColumn: 4, lastColumn: 4 }],
          }),
        ]),
      ],
    },
    ['error amountMerged 2021-07/a.xlsx S 2 4'],
  ],
  [
    'rows alike but for the amount',
    month('adjustments', [
      ADJUSTMENTS,
      [1, 'W001', '', '补贴', 100, 'x', '李'],
      [2, 'W001', '', '补贴', 150, 'x', '李'],
    ]),
    [`error adjustmentsOfOtherAmounts ${at('adjustments', 3, 4)}`],
  ],
  [
    'a sign besides the direction',
    month('adjustments', [
      ['工号', '项目', '增减', '金额', '原因', '批准人'],
      ['W001', '补贴', '减', -100, 'x', '李'],
    ]),
    [`error amountSignTwice ${at('adjustments', 2, 3)}`],
  ],
  [
    'an amount and one in 补发',
    month('adjustments', [
      ['工号', '项目', '金额', '补发', '原因', '批准人'],
      ['W001', '补贴', 100, 50, 'x', '李'],
    ]),
    [`error amountsTwice ${at('adjustments', 2, 2)}`],
  ],
];

const times: readonly Case[] = [
  [
    'half a day of dates only',
    month('leave', [
      ['工号', '开始日期', '结束日期', '类型', '天数'],
      ['W001', '2021-07-05', '2021-07-05', '事假', 0.5],
    ]),
    [`error leaveHalfOfDates ${at('leave', 2, 4)}`],
  ],
  [
    'leave of a year',
    month('leave', [
      ['工号', '开始日期', '结束日期', '类型'],
      ['W001', '2021-07-05', '2022-07-05', '事假'],
    ]),
    [`warning leaveTooLong ${at('leave', 2, 2)}`],
  ],
  [
    'a verdict under a heading of its own',
    month('leave', [
      ['工号', '开始日期', '结束日期', '类型', '领导意见'],
      ['W001', '2021-07-05', '2021-07-05', '事假', '同意'],
      ['W001', '2021-07-06', '2021-07-06', '事假', '不同意'],
    ]),
    [`warning columnsLikeFields ${at('leave', 1, 4)}`],
  ],
  [
    'days that the period has not',
    month('leave', [
      ['工号', '开始日期', '结束日期', '类型', '天数'],
      ['W001', '2021-07-05', '2021-07-05', '事假', 3],
    ]),
    [`warning leaveLengthDiffers ${at('leave', 2, 4)}`],
  ],
  [
    'midnights that may be dates',
    month('leave', [
      ['工号', '开始时间', '结束时间', '类型', '天数'],
      ['W001', '2021-07-05 00:00', '2021-07-06 00:00', '事假', 1],
      ['W001', '2021-07-12 00:00', '2021-07-13 00:00', '事假', 2],
    ]),
    [`error leaveMidnights ${at('leave', 2, 2)}`, `error leaveMidnights ${at('leave', 3, 2)}`],
  ],
  [
    'leave that a later folder tells otherwise',
    {
      previous: { leave: [LEAVE, ['W001', '', '2021-06-28', '2021-07-06', '年假', '']] },
      month: { leave: [LEAVE, ['W001', '', '2021-06-28', '2021-07-02', '年假', '']] },
    },
    [`warning leaveReplaced ${at('leave', 2, '-')}`],
  ],
  [
    'due times that are dates',
    month('tasks', [
      OFFICE.tasks[0],
      ['T1', '事件', 'W001', '', '2021-07-01 09:00', '2021-07-05 00:00', '2021-07-04 10:00', '办结'],
    ]),
    [`notice dueMidnight ${at('tasks', 2, 5)}`],
  ],
  [
    'a meeting on one day at a time of another',
    month('meetings', [
      ['日期', '会议时间', '工号', '签到'],
      ['2021-07-05', '2021-07-06 09:00', 'W001', '缺席'],
    ]),
    [`error datesContradict ${at('meetings', 2, 1)}`],
  ],
];

const verdicts: readonly Case[] = [
  [
    'rows that are void, and rows that are not yet',
    month('leave', [
      [...LEAVE, '审批状态'],
      ['W001', '', '2021-07-05', '2021-07-05', '年假', '', '已撤销'],
      ['W001', '', '2021-07-06', '2021-07-06', '年假', '', '审批中'],
    ]),
    [`notice rowsVoided ${at('leave', 2, '-')}`, `warning rowsPending ${at('leave', 3, '-')}`],
  ],
  [
    'a report that is effective by one column and not by another',
    month('reports', [
      ['编号', '工号', '上报时间', '是否有效', '审核状态'],
      ['R1', 'W001', '2021-07-01 08:30', '有效', '驳回'],
    ]),
    [`error verdictsContradict ${at('reports', 2, 4)}`],
  ],
  [
    'somebody who has left, without a date',
    month('roster', [
      ['工号', '姓名', '角色', '网格编号', '状态'],
      ['W001', '王芳', '专职网格员', 'G001', '离职'],
    ]),
    [`error statusWithoutDate ${at('roster', 2, 4)}`],
  ],
  [
    'somebody in service who left long ago',
    month('roster', [
      ['工号', '姓名', '角色', '网格编号', '状态', '离职日期'],
      ['W001', '王芳', '专职网格员', 'G001', '在职', ''],
      ['W002', '李强', '专职网格员', 'G001', '在职', '2020-12-31'],
    ]),
    [`warning statusContradicted ${at('roster', 3, 4)}`],
  ],
];

const keys: readonly Case[] = [
  [
    'numbers that a spreadsheet rounded',
    month('reports', [
      OFFICE.reports[0],
      [num('20210700000000000'), 'W001', '', '2021-07-01', '', '', '有效', 'a'],
      [num('20210700000000000'), 'W001', '', '2021-07-02', '', '', '有效', 'b'],
    ]),
    [`error numbersRounded ${at('reports', 2, 0)}`],
  ],
  [
    'numbers that each person counts from one',
    month('reports', [
      OFFICE.reports[0],
      ['1', 'W001', '', '2021-07-01', '', '', '有效', 'a'],
      ['2', 'W001', '', '2021-07-02', '', '', '有效', 'b'],
      ['1', 'W002', '', '2021-07-01', '', '', '有效', 'c'],
      ['2', 'W002', '', '2021-07-02', '', '', '有效', 'd'],
    ]),
    ['notice numbersWithinPerson 2021-07/reports.xlsx Sheet1 - -'],
  ],
  [
    'a task that is handed on',
    month('tasks', [
      OFFICE.tasks[0],
      ['T1', '事件', 'W001', '', '2021-07-01', '2021-07-05', '', '转派'],
      ['T1', '事件', 'W002', '', '2021-07-02', '2021-07-05', '2021-07-04', '办结'],
    ]),
    [`notice taskHandedOn ${at('tasks', 3, '-')}`],
  ],
  [
    'zeros that were lost',
    {
      month: {
        roster: [
          ['工号', '姓名', '角色', '网格编号'],
          ['001', '王芳', '专职网格员', 'G001'],
          ['002', '李强', '专职网格员', 'G002'],
        ],
        patrol: [
          OFFICE.patrol[0],
          ['2021-07-01', 1, '', '97%', 4.5, 3.2, 1, 2],
          ['2021-07-01', 2, '', '97%', 4.5, 3.2, 1, 2],
        ],
        reports: [OFFICE.reports[0]],
        tasks: [OFFICE.tasks[0]],
        meetings: [OFFICE.meetings[0]],
      },
    },
    [`error zerosLost ${at('patrol', 2, 1)}`],
  ],
  [
    'a meeting and its make-up on one date',
    month('meetings', [
      ['日期', '工号', '会议名称', '签到'],
      ['2021-07-05', 'W001', '例会', '缺席'],
      ['2021-07-05', 'W001', '例会补签', '出席'],
    ]),
    [`error meetingMakeUp ${at('meetings', 3, 2)}`],
  ],
  [
    'one date under other names in two files',
    {
      month: {
        meetings: [
          ['日期', '工号', '会议名称', '签到'],
          ['2021-07-05', 'W001', '周例会', '出席'],
        ],
        例会2: [
          ['日期', '工号', '会议名称', '签到'],
          ['2021-07-05', 'W001', '工作例会', '缺席'],
        ],
      },
    },
    ['warning meetingsOfOtherNames 2021-07/例会2.xlsx Sheet1 2 -'],
  ],
];

export const SITUATIONS: readonly (readonly [string, readonly Case[]])[] = [
  ['files', files],
  ['sheets and tables', sheets],
  ['matrices', matrices],
  ['cells', cells],
  ['people and grids', people],
  ['rows', rows],
  ['what is asked', asked],
  ['what is empty or turned round', emptied],
  ['money', money],
  ['times', times],
  ['verdicts', verdicts],
  ['keys', keys],
];
