// 异常线索: each kind just below, at and just above where it begins, with its sentence and the cells it names; what must
// never be shown of an account; and that row order decides nothing but sources.
import { describe, expect, test } from 'vitest';
import type { PatrolRow, Report } from '../../src/model/facts.ts';
import { fen } from '../../src/model/money.ts';
import type { ClueRecord, MonthRecord, SubjectRecord } from '../../src/model/record.ts';
import type { Origin, Source, TableInfo } from '../../src/model/source.ts';
import { CLUES, type Clue, type TableKind } from '../../src/model/terms.ts';
import {
  adjustment,
  type Decided,
  day,
  decide,
  leave,
  meeting,
  patrol,
  person,
  recordOf,
  reports,
  type SomeFacts,
  subjectOf,
  task,
} from './office.ts';

const table = (id: number, kind: TableKind, fields: readonly string[]): TableInfo => ({
  id,
  file: `2021-07/${kind}.xlsx`,
  sheet: null,
  kind,
  headerRow: 1,
  columns: Object.fromEntries(fields.map((field, index) => [field, index])),
  rows: { read: 0, used: 0, leftOut: {}, inError: 0 },
});
const ROSTER = table(0, 'roster', ['person', 'name', 'role', 'grid', 'hired', 'left', 'from', 'to', 'bankAccount']);
const PATROL = table(1, 'patrol', ['person', 'date', 'onlineTime', 'mileage', 'keyPersonVisits', 'keyPlaceVisits']);
const REPORTS = table(2, 'reports', ['id', 'person', 'at', 'effective', 'text']);
const TASKS = table(3, 'tasks', ['id', 'person', 'due', 'done']);
const MEETINGS = table(4, 'meetings', ['person', 'date', 'attendance']);
const LEAVE = table(5, 'leave', ['person', 'from', 'to', 'kind']);
const TABLES = [ROSTER, PATROL, REPORTS, TASKS, MEETINGS, LEAVE];

const at = (row: number, { id }: TableInfo): { origin: Origin } => ({ origin: { table: id, row } });
const cells = ({ id }: TableInfo, field: string, ...rows: number[]): Source => ({
  type: 'rows',
  table: id,
  rows,
  field,
});
const ofRecord = (who: string, item: string): Source => ({
  type: 'record',
  period: '2021-06' as never,
  person: who,
  item,
});

/** A member of the roster in a row of it. */
const member = (id: string, row: number, changes: Parameters<typeof person>[1] = {}) => {
  const made = person(id, changes);
  return { ...made, assignments: made.assignments.map((one) => ({ ...one, ...at(row, ROSTER) })) };
};

const july = (facts: SomeFacts, history: readonly MonthRecord[] = []): Promise<Decided> =>
  decide({ period: '2021-07', schemeStart: '2021-06', history, facts: { tables: TABLES, ...facts } });
const find = async (clue: Clue, facts: SomeFacts, history: readonly MonthRecord[] = []) =>
  (await july(facts, history)).clues().filter((one) => one.clue === clue);
const texts = (clues: readonly ClueRecord[]) => clues.map(({ text }) => text);
const ids = (clues: readonly ClueRecord[]) => clues.map(({ people }) => people.map(({ id }) => id).join());

/** June of these people, changed where a test says. */
const june = async (
  people: SomeFacts['people'],
  change: (subject: SubjectRecord) => Partial<SubjectRecord> = () => ({}),
): Promise<readonly MonthRecord[]> => {
  const decided = await decide({ period: '2021-06', facts: { people: people ?? [] } });
  const record = recordOf('2021-06', decided);
  return [{ ...record, subjects: record.subjects.map((subject) => ({ ...subject, ...change(subject) })) }];
};

const ACCOUNT = '6222021207001234567';
const OTHER = '6222021207007654321';
const account = (bankAccount: string | null) => ({ bankAccount });

describe('银行账号相同', () => {
  test('of two people', async () => {
    const people = [member('B', 3, account(ACCOUNT)), member('A', 2, account(ACCOUNT)), member('C', 4, account(OTHER))];
    expect(await find('accountShared', { people })).toEqual([
      {
        clue: 'accountShared',
        people: [
          { id: 'A', name: '人A' },
          { id: 'B', name: '人B' },
        ],
        text: '同一银行账号（尾号 4567）由 2 人使用：A 人A、B 人B',
        sources: [cells(ROSTER, 'bankAccount', 2, 3)],
      },
    ]);
  });
  test('of one person in two rows, and of nobody', async () => {
    const twice = member('A', 2, account(ACCOUNT));
    const assignments = [...twice.assignments, ...member('A', 3).assignments];
    const people = [{ ...twice, assignments }, member('B', 4), member('C', 5)];
    expect(await find('accountShared', { people })).toEqual([]);
  });
  test('an account as short as its ending is not told', async () => {
    const people = [member('A', 2, account('1234')), member('B', 3, account('1234'))];
    expect(texts(await find('accountShared', { people }))).toEqual(['同一银行账号由 2 人使用：A 人A、B 人B']);
  });
});

describe('银行账号变更', () => {
  const changed = async (was: string | null, is: string | null) =>
    find('accountChanged', { people: [member('A', 2, account(is))] }, await june([member('A', 2, account(was))]));
  test('of another ending', async () => {
    expect(await changed(ACCOUNT, OTHER)).toEqual([
      {
        clue: 'accountChanged',
        people: [{ id: 'A', name: '人A' }],
        text: '银行账号尾号上月为 4567，本月为 4321',
        sources: [cells(ROSTER, 'bankAccount', 2), ofRecord('A', 'accountEnding')],
      },
    ]);
  });
  test.each([
    ['the same', ACCOUNT, ACCOUNT],
    ['a first one', null, ACCOUNT],
    ['none any more', ACCOUNT, null],
  ])('%s is none', async (_, was, is) => {
    expect(await changed(was, is)).toEqual([]);
  });
  test('in another role it is still the person’s', async () => {
    const people = [member('A', 2, { ...account(OTHER), role: 'gridLead' })];
    expect(ids(await find('accountChanged', { people }, await june([member('A', 2, account(ACCOUNT))])))).toEqual([
      'A',
    ]);
  });
});

test('no record holds an account', async () => {
  const people = [member('A', 2, account(OTHER)), member('B', 3, account(OTHER))];
  const history = await june([member('A', 2, account(ACCOUNT))]);
  const content = `户主提供的卡号${OTHER}有误`;
  const list = reports('A', '2021-07', 2, { text: content });
  const decided = await july({ people, reports: list }, history);
  const text = JSON.stringify([history, { ...decided, clues: decided.clues() }]);
  for (const number of [ACCOUNT, OTHER]) expect(text).not.toContain(number);
  expect(subjectOf(decided, 'A').accountEnding).toBe('4321');
  const kinds = decided.clues().map(({ clue }) => clue);
  for (const told of ['accountShared', 'accountChanged', 'sameContent']) expect(kinds).toContain(told);
  expect(text).toContain('户主提供的卡号***************4321有误');
});

describe('离职仍有发放', () => {
  const paid = (amount: number, changes: Parameters<typeof person>[1]) =>
    find('leaverPaid', {
      people: [member('A', 2, changes)],
      adjustments: [{ ...adjustment('A', amount), ...at(9, ROSTER) }],
    });
  test('money after 离职日期', async () => {
    expect(await paid(12_050, { left: day('2021-06-30') })).toEqual([
      {
        clue: 'leaverPaid',
        people: [{ id: 'A', name: '人A' }],
        text: '离职日期 2021-06-30，本月不在职，合计 120.50 元：增减项 120.50 元',
        sources: [cells(ROSTER, 'left', 2), { type: 'rows', table: 0, rows: [9], field: 'amount' }],
      },
    ]);
  });
  test('before 入职日期', async () => {
    expect(texts(await paid(1, { hired: day('2021-08-01'), left: day('2021-12-31') }))).toEqual([
      '入职日期 2021-08-01，本月不在职，合计 0.01 元：增减项 0.01 元',
    ]);
  });
  test.each([
    ['nothing is paid', 0, { left: day('2021-06-30') }],
    ['less than nothing', -100, { left: day('2021-06-30') }],
    ['on the first day still there', 100, { left: day('2021-07-01') }],
    ['still an adviser', 100, { role: 'adviser' as const }],
  ])('none: %s', async (_, amount, changes) => {
    expect(await paid(amount, changes)).toEqual([]);
  });
  test('somebody who is no longer on the roster', async () => {
    const history = await june([member('A', 2)], () => ({ carriedOut: fen(-100) }));
    const [record] = history as [MonthRecord];
    const ranked = [{ id: 'A', name: '人A', rank: 1, stars: 3, reward: fen(30_000) }];
    const ranking = { item: 'starReward', quarter: '2021-Q2', months: [], paidIn: '2021-07', ranked, ineligible: [] };
    const before = { ...record, ranking: { ...ranking, dimensions: [], ties: [] } } as unknown as MonthRecord;
    const [clue] = await find('leaverPaid', { people: [] }, [before]);
    expect(clue?.text).toBe('花名册上没有此人，本月不在职，合计 299.00 元：排名奖励 300.00 元、上月结转 -1.00 元');
    expect(clue?.sources[0]).toEqual({ type: 'absence', what: '花名册上的记录', searched: [0] });
  });
});

describe('合计增减较大', () => {
  /** July pays A 增减项 and nothing else but 任务奖励; June is said to have paid so much. */
  const jump = async (was: number, is: number, change: (one: SubjectRecord) => Partial<SubjectRecord> = () => ({})) => {
    const people = [member('A', 2)];
    const none = await july({ people });
    const rest = subjectOf(none, 'A').total;
    const history = await june(people, (subject) => ({
      decisions: [{ item: 'patrolSubsidy', title: '巡查补贴', amount: fen(was), lines: [] }],
      total: fen(was),
      carriedOut: fen(0),
      ...change(subject),
    }));
    return find('totalJump', { people, adjustments: [adjustment('A', is - rest)] }, history);
  };
  test.each([
    ['29.999% more', 100_000, 129_999, []],
    ['30% more', 100_000, 130_000, ['增加 300.00 元（30.0%）']],
    ['30.001% more', 100_000, 130_001, ['增加 300.01 元（30.0%）']],
    ['29.999% less', 100_000, 70_001, []],
    ['30% less', 100_000, 70_000, ['减少 300.00 元（30.0%）']],
    ['30.001% less', 100_000, 69_999, ['减少 300.01 元（30.0%）']],
    ['30% of 3 fen is less than one', 3, 4, ['增加 0.01 元（33.3%）']],
    ['nothing left', 100_000, 0, ['减少 1000.00 元（100.0%）']],
    ['after nothing', 0, 1, ['增加 0.01 元']],
    ['nothing after nothing', 0, 0, []],
    ['no change', 100_000, 100_000, []],
  ])('%s', async (_, was, is, expected) => {
    const found = texts(await jump(was, is));
    expect(found.map((text) => /，((增加|减少).*?)：/.exec(text)?.[1])).toEqual(expected);
  });
  test('both totals, what moved, the largest first, and the record of the month before', async () => {
    const none = subjectOf(await july({ people: [member('A', 2)] }), 'A');
    const rest = none.decisions.filter(({ amount }) => amount !== 0).map(({ title }) => title);
    expect(rest).toEqual([]);
    expect(await jump(100_000, 130_000)).toEqual([
      {
        clue: 'totalJump',
        people: [{ id: 'A', name: '人A' }],
        text:
          '上月合计 1000.00 元，本月合计 1300.00 元，增加 300.00 元（30.0%）：' +
          '增减项 +1300.00 元、巡查补贴 -1000.00 元',
        sources: [ofRecord('A', 'total')],
      },
    ]);
  });
  test('what is carried out is a part of the total', async () => {
    const [clue] = await jump(0, 50_000, () => ({
      decisions: [{ item: 'patrolSubsidy', title: '巡查补贴', amount: fen(-10_000), lines: [] }],
      carriedOut: fen(-10_000),
    }));
    expect(clue?.text.split('：')[1]).toBe(
      '增减项 +500.00 元、巡查补贴 +100.00 元、上月结转 -100.00 元、结转追扣 -100.00 元',
    );
  });
  test.each([
    ['did not serve', { served: false }],
    ['served in another role', { role: 'gridLead' as const }],
  ])('none: in June A %s', async (_, change) => {
    expect(await jump(100_000, 200_000, () => change)).toEqual([]);
  });
  test('none without a month before', async () => {
    expect(await find('totalJump', { people: [member('A', 2)], adjustments: [adjustment('A', 100)] })).toEqual([]);
  });
});

describe('人数变动', () => {
  test('who came, with the cells that say so, and who went', async () => {
    const before = [member('A', 2), member('B', 3), member('L', 4, { role: 'gridLead' })];
    const from = member('D', 6);
    const people = [
      member('A', 2),
      member('B', 3, { left: day('2021-06-30') }),
      member('C', 5, { hired: day('2021-07-05') }),
      { ...from, assignments: from.assignments.map((one) => ({ ...one, from: day('2021-07-01') })) },
      member('L', 7),
    ];
    expect(await find('headcount', { people }, await june(before))).toEqual([
      {
        clue: 'headcount',
        people: ['C', 'D', 'L', 'B'].map((id) => ({ id, name: `人${id}` })),
        text: '上月 2 人，新增 3 人（C 人C、D 人D、L 人L），减少 1 人（B 人B），本月 4 人',
        sources: [
          cells(ROSTER, 'hired', 5),
          cells(ROSTER, 'from', 6),
          cells(ROSTER, 'role', 7),
          ofRecord('B', 'served'),
        ],
      },
    ]);
  });
  test('nobody', async () => {
    const people = [member('A', 2)];
    expect(await find('headcount', { people }, await june(people))).toEqual([
      { clue: 'headcount', people: [], text: '上月 1 人，新增 0 人，减少 0 人，本月 1 人', sources: [] },
    ]);
  });
  test('many are counted', async () => {
    const people = Array.from({ length: 13 }, (_, index) => member(`A${10 + index}`, 2 + index));
    const [few] = await find('headcount', { people: people.slice(1) }, await june([]));
    const [many] = await find('headcount', { people }, await june([]));
    expect(few?.text).toContain('A22 人A22），');
    expect(many?.text).toContain('A21 人A21 … 等 13 人），');
    expect(many?.people.length).toBe(13);
  });
  test('none without a month before', async () => {
    expect(await find('headcount', { people: [member('A', 2)] })).toEqual([]);
  });
});

const report = (who: string, row: number, moment: string, changes: Partial<Report> = {}): Report => {
  const [date, time = null] = moment.split(' ') as [string, string?];
  const [made] = reports(who, '2021-07', 1) as [Report];
  return { ...made, id: `R${row}`, at: { date: day(date), time }, ...at(row, REPORTS), ...changes };
};

describe('信息内容重复', () => {
  const people = [member('A', 2), member('B', 3)];
  const said = (who: string, row: number, date: string, text: string | null) => report(who, row, date, { text });
  const repeated = (...list: readonly Report[]) => find('sameContent', { people, reports: list });
  test('by two people, however it is typed', async () => {
    const [first, second, third] = [
      said('B', 9, '2021-07-02', '河道 有漂浮垃圾，已通知ABC保洁。'),
      said('A', 7, '2021-07-05', '河道有漂浮垃圾已通知ａｂｃ保洁'),
      said('B', 8, '2021-07-06', '【河道】有漂浮垃圾,\n已通知abc保洁!'),
    ] as const;
    expect(await repeated(third, second, first)).toEqual([
      {
        clue: 'sameContent',
        people: [
          { id: 'A', name: '人A' },
          { id: 'B', name: '人B' },
        ],
        text:
          '相同内容 3 次，2 人上报：B 人B 2 次、A 人A 1 次；内容“河道 有漂浮垃圾，已通知ABC保洁。”；' +
          '编号 R9、R7、R8',
        sources: [cells(REPORTS, 'text', 7, 8, 9)],
      },
    ]);
  });
  test('by one', async () => {
    const found = await repeated(
      said('A', 7, '2021-07-05', '路灯不亮三盏'),
      said('A', 8, '2021-07-06', '路灯不亮三盏'),
    );
    expect(texts(found)).toEqual(['相同内容 2 次，1 人上报：A 人A 2 次；内容“路灯不亮三盏”；编号 R7、R8']);
  });
  test.each([
    ['five characters', '一切都正常', 0],
    ['five and punctuation', '一、切、都、正、常。', 0],
    ['six', '一切都很正常', 1],
    ['seven', '今天一切都正常', 1],
    ['five beyond the first plane', '𠮷𠮷𠮷𠮷𠮷', 0],
    ['none', '', 0],
    ['no content', null, 0],
  ])('%s', async (_, text, expected) => {
    const found = await repeated(said('A', 7, '2021-07-05', text), said('A', 8, '2021-07-06', text));
    expect(found.length).toBe(expected);
  });
  test('a digit more is another content', async () => {
    expect(
      await repeated(said('A', 7, '2021-07-05', '路灯不亮3盏坏'), said('A', 8, '2021-07-06', '路灯不亮4盏坏')),
    ).toEqual([]);
  });
  test('with a report of the month before, by somebody who has left', async () => {
    const text = '路灯不亮三盏';
    const found = await repeated(said('Z', 7, '2021-06-30', text), said('A', 8, '2021-07-06', text));
    expect(texts(found)).toEqual([
      '相同内容 2 次（其中本月以前 1 次），2 人上报：A 人A 1 次、Z Z 1 次；内容“路灯不亮三盏”；编号 R7、R8',
    ]);
    const before = await find(
      'sameContent',
      { people: [], reports: [said('Z', 7, '2021-06-30', text), said('A', 8, '2021-07-06', text)] },
      await june([member('Z', 9)]),
    );
    expect(before[0]?.people.map(({ name }) => name)).toEqual(['A', '人Z']);
  });
  test('in the month before only', async () => {
    const text = '路灯不亮三盏';
    expect(await repeated(said('A', 7, '2021-06-29', text), said('A', 8, '2021-06-30', text))).toEqual([]);
  });
  test.each([
    [30, '长'.repeat(30)],
    [31, `${'长'.repeat(30)}…`],
  ])('of %i characters', async (length, shown) => {
    const text = '长'.repeat(length);
    const [clue] = await repeated(said('A', 7, '2021-07-05', text), said('A', 8, '2021-07-06', text));
    expect(clue?.text).toContain(`内容“${shown}”`);
  });
});

describe('一分钟内多条', () => {
  const people = [member('A', 2), member('B', 3)];
  const clock = (second: number) =>
    [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
  const all = (seconds: readonly number[], who = 'A', date = '2021-07-05', row = 10) =>
    seconds.map((second, index) => report(who, row + index, `${date} ${clock(second)}`));
  const TEN = 36_000;
  const within = (...offsets: readonly number[]) =>
    find('burst', { people, reports: all(offsets.map((one) => TEN + one)) });
  test('five', async () => {
    expect(await within(0, 40, 10, 20, 30)).toEqual([
      {
        clue: 'burst',
        people: [{ id: 'A', name: '人A' }],
        text: '2021-07-05 10:00:00 至 10:00:40 上报 5 条信息，60 秒内最多 5 条；编号 R10、R12、R13、R14、R11',
        sources: [cells(REPORTS, 'at', 10, 11, 12, 13, 14)],
      },
    ]);
  });
  test.each([
    ['four', [0, 1, 2, 3], []],
    ['five in 59 seconds', [0, 15, 30, 45, 59], ['10:00:00 至 10:00:59 上报 5 条信息，60 秒内最多 5 条']],
    ['five in 60', [0, 15, 30, 45, 60], ['10:00:00 至 10:01:00 上报 5 条信息，60 秒内最多 5 条']],
    ['five in 61', [0, 15, 30, 45, 61], []],
    ['six at once', [0, 0, 0, 0, 0, 0], ['10:00:00 上报 6 条信息，60 秒内最多 6 条']],
    ['windows that meet', [0, 15, 30, 45, 60, 75, 75], ['10:00:00 至 10:01:15 上报 7 条信息，60 秒内最多 6 条']],
    [
      'windows that share one report',
      [0, 15, 30, 45, 60, 80, 100, 110, 120],
      ['10:00:00 至 10:02:00 上报 9 条信息，60 秒内最多 5 条'],
    ],
    [
      'windows apart',
      [0, 0, 0, 0, 0, 61, 61, 61, 61, 61, 200],
      ['10:00:00 上报 5 条信息，60 秒内最多 5 条', '10:01:01 上报 5 条信息，60 秒内最多 5 条'],
    ],
  ])('%s', async (_, offsets, expected) => {
    expect(texts(await within(...offsets)).map((text) => text.slice('2021-07-05 '.length).split('；')[0])).toEqual(
      expected,
    );
  });
  test('over midnight', async () => {
    const list = [...all([86_380, 86_390]), ...all([0, 10, 20], 'A', '2021-07-06', 20)];
    expect(texts(await find('burst', { people, reports: list }))).toEqual([
      '2021-07-05 23:59:40 至 2021-07-06 00:00:20 上报 5 条信息，60 秒内最多 5 条；编号 R10、R11、R20、R21、R22',
    ]);
  });
  test('of two people, without a time, and before the month: none', async () => {
    const timeless = Array.from({ length: 5 }, (_, index) => report('A', 30 + index, '2021-07-08'));
    const list = [
      ...all([0, 1, 2]),
      ...all([3, 4], 'B', '2021-07-05', 20),
      ...timeless,
      ...all([5, 5, 5, 5, 5], 'A', '2021-06-30', 40),
    ];
    expect(await find('burst', { people, reports: list })).toEqual([]);
  });
});

describe('请假日有工作记录', () => {
  const people = [member('A', 2), member('B', 3)];
  const DAY = '2021-07-06';
  const off = (part: 'full' | 'morning' | 'afternoon' = 'full', row = 5, who = 'A') => ({
    ...leave(who, DAY, DAY, '年假', part),
    ...at(row, LEAVE),
  });
  const NOTHING = { onlineTime: 0, mileage: 0, keyPersonVisits: 0, keyPlaceVisits: 0 };
  const walked = (row: number, changes: Partial<PatrolRow>) => ({
    ...patrol('A', DAY, { ...NOTHING, ...changes }),
    ...at(row, PATROL),
  });
  const onLeave = (facts: SomeFacts, leaves = [off()]) => find('leaveWork', { people, leave: leaves, ...facts });
  test('everything that is work, with its cells', async () => {
    const clues = await onLeave({
      patrol: [walked(7, { onlineTime: 5400 }), walked(8, { onlineTime: 1, mileage: 3250 })],
      reports: [report('A', 9, `${DAY} 10:00:00`), report('A', 10, DAY)],
      tasks: [{ ...task('A', '2021-07-20', `${DAY} 09:00:00`), ...at(11, TASKS) }],
      meetings: [{ ...meeting('A', DAY, 'late'), ...at(12, MEETINGS) }],
    });
    expect(clues).toEqual([
      {
        clue: 'leaveWork',
        people: [{ id: 'A', name: '人A' }],
        text:
          '2021-07-06 全天请假（年假），当天有工作记录：' +
          '在线时长 1小时30分1秒、巡查里程 3.25 公里、上报信息 2 条、完成派单 1 件、例会迟到',
        sources: [
          cells(LEAVE, 'from', 5),
          cells(LEAVE, 'to', 5),
          cells(PATROL, 'onlineTime', 7, 8),
          cells(PATROL, 'mileage', 8),
          cells(REPORTS, 'at', 9, 10),
          cells(TASKS, 'done', 11),
          cells(MEETINGS, 'attendance', 12),
        ],
      },
    ]);
  });
  const onlyReport = { reports: [report('A', 9, DAY)] };
  test.each([
    ['the morning', [off('morning')], 0],
    ['the afternoon twice', [off('afternoon'), off('afternoon', 6)], 0],
    ['both halves', [off('morning'), off('afternoon', 6)], 1],
    ['somebody else', [off('full', 5, 'B')], 0],
  ])('leave of %s', async (_, leaves, expected) => {
    expect((await onLeave(onlyReport, leaves)).length).toBe(expected);
  });
  test('both halves are named', async () => {
    const [clue] = await onLeave(onlyReport, [off('morning'), { ...off('afternoon', 6), kind: '事假' }]);
    expect(clue?.text).toBe('2021-07-06 全天请假（事假、年假），当天有工作记录：上报信息 1 条');
    expect(clue?.sources.slice(0, 2)).toEqual([cells(LEAVE, 'from', 5, 6), cells(LEAVE, 'to', 5, 6)]);
  });
  test.each<[string, SomeFacts, string | null]>([
    ['nothing', {}, null],
    ['zeros', { patrol: [walked(7, {})] }, null],
    ['nothing known', { patrol: [walked(7, { onlineTime: null, mileage: null })] }, null],
    ['a second', { patrol: [walked(7, { onlineTime: 1 })] }, '在线时长 0小时0分1秒'],
    ['a metre', { patrol: [walked(7, { mileage: 1 })] }, '巡查里程 0.001 公里'],
    ['a visit', { patrol: [walked(7, { keyPlaceVisits: 1 })] }, '重点场所走访 1 次'],
    ['×', { patrol: [walked(7, { met: false })] }, null],
    ['√', { patrol: [walked(7, { met: true })] }, '巡查标记 √'],
    ['a report of the next day', { reports: [report('A', 9, '2021-07-07')] }, null],
    ['a task due', { tasks: [task('A', DAY, '2021-07-05')] }, null],
    ['a task handed back', { tasks: [task('A', '2021-07-09', DAY, { withdrawn: true })] }, null],
    ['a meeting attended', { meetings: [meeting('A', DAY, 'present')] }, '例会出席'],
    ['a meeting on leave', { meetings: [meeting('A', DAY, 'onLeave')] }, null],
    ['a meeting missed', { meetings: [meeting('A', DAY, 'absent')] }, null],
  ])('%s', async (_, facts, expected) => {
    expect(texts(await onLeave(facts)).map((text) => text.split('：')[1])).toEqual(expected === null ? [] : [expected]);
  });
  test('one clue a day, in order', async () => {
    const two = { ...leave('A', '2021-07-06', '2021-07-08', '病假'), ...at(5, LEAVE) };
    const list = [report('A', 9, '2021-07-08'), report('A', 10, '2021-07-06'), report('A', 11, '2021-07-09')];
    const found = await find('leaveWork', { people, leave: [two], reports: list });
    expect(texts(found).map((text) => text.slice(0, 10))).toEqual(['2021-07-06', '2021-07-08']);
  });
});

describe('连续多日数字相同', () => {
  const people = [member('A', 2)];
  type Walked = string | [string, Partial<PatrolRow>];
  const walked = (...dates: readonly Walked[]) =>
    find('equalDays', {
      people,
      patrol: dates.map((entry, index) => {
        const [date, changes] = typeof entry === 'string' ? [entry, {}] : entry;
        return { ...patrol('A', `2021-07-${date}`, changes), ...at(20 + index, PATROL) };
      }),
    });
  test('three recorded days in a row, whatever lies between', async () => {
    expect(await walked('02', '09', '05')).toEqual([
      {
        clue: 'equalDays',
        people: [{ id: 'A', name: '人A' }],
        text:
          '连续 3 个有记录日（2021-07-02、2021-07-05、2021-07-09）数字相同：' +
          '在线时长 4小时、巡查里程 3 公里、重点人员走访 1 次、重点场所走访 1 次',
        sources: [
          cells(PATROL, 'onlineTime', 20, 21, 22),
          cells(PATROL, 'mileage', 20, 21, 22),
          cells(PATROL, 'keyPersonVisits', 20, 21, 22),
          cells(PATROL, 'keyPlaceVisits', 20, 21, 22),
        ],
      },
    ]);
  });
  test.each<[string, readonly Walked[], readonly number[]]>([
    ['two', ['05', '06'], []],
    ['four', ['05', '06', '07', '08'], [4]],
    ['another day between', ['05', '06', ['07', { mileage: 3001 }], '08'], []],
    ['two runs', ['05', '06', '07', ['08', { onlineTime: 14_401 }], '09', '12', '13'], [3, 3]],
    ['other visits', ['05', '06', ['07', { keyPlaceVisits: 2 }]], []],
    ['visits unknown on one of them', ['05', '06', ['07', { keyPersonVisits: null }]], []],
    ['another rate', ['05', '06', ['07', { onlineRate: null }]], [3]],
    [
      'time unknown',
      [
        ['05', { onlineTime: null }],
        ['06', { onlineTime: null }],
        ['07', { onlineTime: null }],
      ],
      [],
    ],
    [
      'no time',
      [
        ['05', { onlineTime: 0 }],
        ['06', { onlineTime: 0 }],
        ['07', { onlineTime: 0 }],
      ],
      [],
    ],
    [
      'distance unknown',
      [
        ['05', { mileage: null }],
        ['06', { mileage: null }],
        ['07', { mileage: null }],
      ],
      [],
    ],
    [
      'no distance',
      [
        ['05', { mileage: 0 }],
        ['06', { mileage: 0 }],
        ['07', { mileage: 0 }],
      ],
      [],
    ],
    [
      'one day in two rows',
      [
        '05',
        '06',
        ['07', { onlineTime: 14_000, mileage: 1000, keyPersonVisits: 0 }],
        ['07', { onlineTime: 400, mileage: 2000, keyPlaceVisits: 0 }],
      ],
      [3],
    ],
  ])('%s', async (_, dates, expected) => {
    const found = texts(await walked(...dates));
    expect(found.map((text) => Number(/连续 (\d+) 个/.exec(text)?.[1]))).toEqual(expected);
  });
  test('visits that nobody records are not told', async () => {
    const none = { keyPersonVisits: null, keyPlaceVisits: null };
    const found = await walked(['05', none], ['06', none], ['07', none]);
    expect(found[0]?.text).toMatch(/数字相同：在线时长 4小时、巡查里程 3 公里$/);
    expect(found[0]?.sources.length).toBe(2);
  });
});

describe('在线超过24小时', () => {
  const people = [member('A', 2)];
  const online = (...seconds: readonly (number | null)[]) =>
    find('over24h', {
      people,
      patrol: seconds.map((onlineTime, index) => ({
        ...patrol('A', '2021-07-05', { onlineTime, mileage: 10 + index }),
        ...at(30 + index, PATROL),
      })),
    });
  test('a second more', async () => {
    expect(await online(86_401)).toEqual([
      {
        clue: 'over24h',
        people: [{ id: 'A', name: '人A' }],
        text: '2021-07-05 在线时长 24小时0分1秒，超过 24 小时',
        sources: [cells(PATROL, 'onlineTime', 30)],
      },
    ]);
  });
  test('the rows of a day together', async () => {
    const found = await online(80_000, null, 10_000);
    expect(texts(found)).toEqual(['2021-07-05 在线时长 25小时，超过 24 小时']);
    expect(found[0]?.sources).toEqual([cells(PATROL, 'onlineTime', 30, 32)]);
  });
  test.each([[86_400], [86_399], [null]])('%s seconds: none', async (seconds) => {
    expect(await online(seconds)).toEqual([]);
  });
  test('a cell of a matrix', async () => {
    const one = { ...patrol('A', '2021-07-05', { onlineTime: 90_000 }), origin: { table: 1, row: 4, column: 7 } };
    const [clue] = await find('over24h', { people, patrol: [one] });
    expect(clue?.sources).toEqual([{ type: 'cell', table: 1, row: 4, column: 7 }]);
  });
});

describe('all together', () => {
  const people = [
    member('B', 3, account(ACCOUNT)),
    member('A', 2, account(ACCOUNT)),
    member('C', 4, { left: day('2021-06-30') }),
  ];
  const facts = {
    people,
    adjustments: [{ ...adjustment('C', 100), ...at(90, ROSTER) }],
    reports: ['A', 'B'].flatMap((who, index) =>
      [0, 1, 2, 3, 4].map((second) =>
        report(who, 40 + index * 5 + second, `2021-07-06 10:00:0${second}`, { text: `${who}处路灯不亮三盏` }),
      ),
    ),
    leave: ['B', 'A'].map((who, index) => ({
      ...leave(who, '2021-07-06', '2021-07-06', '年假'),
      ...at(60 + index, LEAVE),
    })),
    patrol: ['A', 'B'].flatMap((who, index) =>
      [7, 8, 9].map((date, at_) => ({
        ...patrol(who, `2021-07-0${date}`, { onlineTime: 90_000 }),
        ...at(70 + index * 3 + at_, PATROL),
      })),
    ),
  };
  const history = () =>
    june([member('A', 2, account(OTHER)), member('B', 3, account(OTHER))], () => ({ total: fen(100), decisions: [] }));
  test('stand by kind, then by first person, then by day', async () => {
    const found = (await july(facts, await history())).clues();
    expect(found.map(({ clue, people: who }) => `${clue} ${who.map(({ id }) => id).join()}`)).toEqual([
      'accountShared A,B',
      'accountChanged A',
      'accountChanged B',
      'leaverPaid C',
      'totalJump A',
      'totalJump B',
      'headcount ',
      'sameContent A',
      'sameContent B',
      'burst A',
      'burst B',
      'leaveWork A',
      'leaveWork B',
      'equalDays A',
      'equalDays B',
      ...['A', 'A', 'A', 'B', 'B', 'B'].map((who) => `over24h ${who}`),
    ]);
    expect([...new Set(found.map(({ clue }) => clue))]).toEqual(Object.keys(CLUES));
    expect(texts(found.slice(-3)).map((text) => text.slice(0, 10))).toEqual(['2021-07-07', '2021-07-08', '2021-07-09']);
  });
  test('the same in another row order', async () => {
    const shuffled = {
      people: [...facts.people].reverse(),
      adjustments: facts.adjustments,
      reports: [...facts.reports].reverse(),
      leave: [...facts.leave].reverse(),
      patrol: [...facts.patrol].reverse(),
    };
    const told = async (these: typeof facts) =>
      (await july(these, await history())).clues().map(({ sources: _, ...clue }) => clue);
    expect(await told(shuffled)).toEqual(await told(facts));
  });
  test('pay and problems are what they are without them', async () => {
    const decided = await july(facts, await history());
    const before = JSON.stringify([decided.subjects, decided.problems]);
    decided.clues();
    expect(JSON.stringify([decided.subjects, decided.problems])).toBe(before);
  });
});

test('a field that is named is a column of its table', async () => {
  const people = [member('A', 2, { ...account(ACCOUNT), left: day('2021-06-30') }), member('B', 3, account(ACCOUNT))];
  const bare = [table(0, 'roster', ['person', 'name', 'role', 'grid'])];
  const decided = await july({ tables: bare, people, adjustments: [adjustment('A', 100)] });
  const sources = decided.clues().map(({ clue, sources: [first] }) => [clue, first]);
  expect(sources).toEqual([
    ['accountShared', cells(ROSTER, 'person', 2, 3)],
    ['leaverPaid', cells(ROSTER, 'person', 2)],
  ]);
});
