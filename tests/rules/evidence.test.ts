// What a line and a figure rest on: which line was decided and why, the rows counted, or the tables searched in vain.
import { describe, expect, test } from 'vitest';
import type { Task } from '../../src/model/facts.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import type { Source, TableInfo } from '../../src/model/source.ts';
import type { TableKind } from '../../src/model/terms.ts';
import {
  adjustment,
  day,
  decide,
  meeting,
  missed,
  patrols,
  person,
  recordOf,
  reports,
  type SomeFacts,
  subjectOf,
  task,
} from './office.ts';

const KINDS: readonly TableKind[] = ['roster', 'patrol', 'reports', 'tasks', 'meetings', 'missedIncidents', 'scores'];
const tables = KINDS.map(
  (kind, id): TableInfo => ({
    id,
    file: `2021-07/${kind}.xlsx`,
    sheet: null,
    kind,
    headerRow: 1,
    columns: {},
    rows: { read: 0, used: 0, leftOut: {}, inError: 0 },
  }),
);
const origin = (kind: TableKind, row: number) => ({ table: KINDS.indexOf(kind), row });
const rows = (kind: TableKind, list: readonly number[], field: string | null = null): Source => ({
  type: 'rows',
  table: KINDS.indexOf(kind),
  rows: list,
  field,
});
const searched = (kind: TableKind, what: string): Source => ({
  type: 'absence',
  what,
  searched: [KINDS.indexOf(kind)],
});

const base = person('A');
const A = { ...base, assignments: base.assignments.map((one) => ({ ...one, origin: origin('roster', 2) })) };
const july = async (facts: SomeFacts = {}) =>
  subjectOf(await decide({ period: '2021-07', facts: { tables, people: [A], ...facts } }), 'A');
type Subject = Awaited<ReturnType<typeof july>>;
const line = (subject: Subject, item: string) => {
  const found = subject.decisions.find((decision) => decision.item === item)?.lines[0];
  if (found === undefined) throw new Error(`no line of ${item}`);
  return found;
};

describe('三（六）1: why the subsidy is forfeited', () => {
  test.each([
    ['three in a row', ['2021-07-06', '2021-07-07', '2021-07-08'], '巡查补贴不发放：连续未达标', '3', '连续3天未达标'],
    [
      'four in a row',
      ['2021-07-06', '2021-07-07', '2021-07-08', '2021-07-09'],
      '巡查补贴不发放：连续未达标',
      '4',
      '连续3天未达标',
    ],
    [
      'five scattered',
      ['2021-07-01', '2021-07-05', '2021-07-07', '2021-07-09', '2021-07-13'],
      '巡查补贴不发放：累计未达标',
      '5',
      '当月累计5天未达标',
    ],
    ['one day', ['2021-07-06'], '巡查补贴全额', '1', '补助800元/月'],
  ])('%s', async (_, unmet, label, quantity, quote) => {
    const {
      label: shown,
      quantity: shownQuantity,
      basis,
    } = line(await july({ patrol: patrols('A', '2021-07', unmet) }), 'patrolSubsidy');
    expect([shown, shownQuantity, basis]).toEqual([label, quantity, { clause: '三（六）1', quote }]);
  });
});

describe('三（六）3: which case of the task reward', () => {
  const open = task('A', '2021-07-10', null);
  const done = task('A', '2021-07-10', '2021-07-09');
  test.each([
    ['none', [], '任务奖励：当月没有派单'],
    ['full', [done], '任务奖励：派单全部按时办结'],
    ['unfinished', [done, open], '任务奖励：派单未全部按时办结'],
  ] as [string, Task[], string][])('%s', async (key, tasks, label) => {
    const found = line(await july({ tasks }), 'taskReward');
    expect([found.key, found.label]).toEqual([key, label]);
  });
});

describe('sources of figures', () => {
  const PATROL = patrols('A', '2021-07').map((row, index) => ({ ...row, origin: origin('patrol', index + 2) }));
  const absence = searched('patrol', '1日的巡查记录');
  test('no unmet day: the tables searched', async () => {
    expect((await july({ patrol: PATROL })).figures.unmetDays?.sources).toEqual([searched('patrol', '未达标的考核日')]);
  });
  test('a day short of a target: its cell', async () => {
    const patrol = PATROL.map((row, index) => (index === 3 ? { ...row, mileage: 0 } : row));
    expect((await july({ patrol })).figures.unmetDays?.sources).toEqual([rows('patrol', [5], 'mileage')]);
  });
  test('a day without a row: the tables searched', async () => {
    expect((await july({ patrol: PATROL.slice(1) })).figures.unmetDays?.sources).toEqual([absence]);
  });
  test('one of each: both', async () => {
    const patrol = PATROL.slice(1).map((row, index) => (index === 3 ? { ...row, mileage: 0 } : row));
    expect((await july({ patrol })).figures.unmetDays?.sources).toEqual([rows('patrol', [6], 'mileage'), absence]);
  });
  test('the share: the role on the roster', async () => {
    expect((await july()).figures.share?.sources).toEqual([rows('roster', [2], 'role')]);
  });
  test('what was counted: its rows', async () => {
    const { figures } = await july({
      patrol: PATROL.slice(0, 2),
      reports: reports('A', '2021-07', 1, { origin: origin('reports', 4) }),
      tasks: [task('A', '2021-07-10', '2021-07-09', { origin: origin('tasks', 6) })],
      meetings: [{ ...meeting('A', '2021-07-05', 'absent'), origin: origin('meetings', 3) }],
      missedIncidents: [{ ...missed('G-A', '2021-07-05', true), origin: origin('missedIncidents', 9) }],
    });
    expect(
      ['onlineDays', 'effectiveReports', 'tasksAssigned', 'meetingAbsences', 'missedIncidents'].map(
        (key) => figures[key]?.sources,
      ),
    ).toEqual([
      [rows('patrol', [2, 3], 'onlineTime')],
      [rows('reports', [4], 'effective')],
      [rows('tasks', [6], 'id')],
      [rows('meetings', [3], 'attendance')],
      [rows('missedIncidents', [9], 'missed')],
    ]);
  });
  test('what was searched in vain: the tables of its kind', async () => {
    const { figures } = await july();
    expect(
      ['onlineDays', 'effectiveReports', 'tasksAssigned', 'meetingAbsences', 'missedIncidents', 'qualityMarks'].map(
        (key) => figures[key]?.sources,
      ),
    ).toEqual([
      [searched('patrol', '有在线时长的考核日')],
      [searched('reports', '有效信息')],
      [searched('tasks', '应办结的事件和任务派单')],
      [searched('meetings', '无故缺席的例会')],
      [searched('missedIncidents', '认定为漏报的记录')],
      [searched('scores', '巡查质量评分')],
    ]);
  });
});

test('三（六）4: the reward names the rank and the months of the quarter, no others', async () => {
  let history: MonthRecord[] = [];
  let subject: Subject | undefined;
  for (const period of ['2021-06', '2021-07', '2021-08', '2021-09']) {
    const facts = { people: [A], patrol: patrols('A', period) };
    const result = await decide({ period, facts, history, schemeStart: '2021-06' });
    history = [...history, recordOf(period, result)];
    subject = subjectOf(result, 'A');
  }
  const reward = line(subject as Subject, 'starReward');
  expect([reward.label, reward.quantity, reward.unit, reward.amount]).toEqual([
    '排名奖励：第1名，3星',
    '1',
    '名',
    30000,
  ]);
  expect(reward.sources).toEqual(
    ['2021-07', '2021-08', '2021-09'].map((period) => ({ type: 'record', period, person: 'A', item: 'starReward' })),
  );
});

test('who only owes and left the roster has no roster row', async () => {
  const before = await decide({ period: '2021-07', facts: { people: [A], adjustments: [adjustment('A', -100)] } });
  const result = await decide({
    period: '2021-08',
    history: [recordOf('2021-07', before)],
    schemeStart: '2021-07',
    facts: { tables, people: [person('B', { hired: day('2021-08-01') })] },
  });
  expect(subjectOf(result, 'A').figures.share?.sources).toEqual([]);
});
