// 信息补贴, 任务奖励, 专项奖励 and the total read otherwise: the base not prorated (K10), lost together with 巡查补贴 (K6),
// no task (K13), late tasks (K14), a reward for each duty (K20), nothing carried over (K30).
import { describe, expect, test } from 'vitest';
import {
  adjustment,
  amount,
  decide,
  duty,
  figure,
  leave,
  missed,
  patrols,
  person,
  recordOf,
  reports,
  type SHIPPED,
  type SomeFacts,
  schemeWith,
  subjectOf,
  task,
} from './office.ts';

async function july(values: Record<string, string>, facts: SomeFacts, scheme: typeof SHIPPED = schemeWith(values)) {
  const result = await decide({ period: '2021-07', scheme, facts: { people: [person('A')], ...facts } });
  const subject = subjectOf(result, 'A');
  return { subject, problems: result.problems };
}
/** The first line of an item: its key, label and fen. */
const firstLine = ({ subject }: Awaited<ReturnType<typeof july>>, item: string) => {
  const line = subject.decisions.find((decision) => decision.item === item)?.lines[0];
  return [line?.key, line?.label, line?.amount];
};
const RUN = ['2021-07-06', '2021-07-07', '2021-07-08'];
const FORFEITED = patrols('A', '2021-07', RUN);
const KEPT = patrols('A', '2021-07', RUN.slice(1));
/** 3 of 22 workdays: share 19/22. */
const SICK = [leave('A', '2021-07-05', '2021-07-07', '病假')];

describe('K10: the base is not prorated', () => {
  const values = { 'information.baseProrated': '否' };
  test.each([
    [18, 17273 - 2000],
    [19, 17273 - 1000],
    [20, 17273],
    [21, 17273],
  ])('share 19/22, %i reports against 20', async (count, expected) => {
    const { subject } = await july(values, { reports: reports('A', '2021-07', count), leave: SICK });
    expect([figure(subject, 'reportBase'), amount(subject, 'informationSubsidy')]).toEqual(['20', expected]);
  });
  test('out of service the whole base stays due, the deduction stops at zero', async () => {
    const { subject } = await july(values, { leave: [leave('A', '2021-07-01', '2021-07-31', '病假')] });
    expect([figure(subject, 'reportBase'), amount(subject, 'informationSubsidy')]).toEqual(['20', 0]);
  });
});

describe('K6: 信息补贴 is lost with 巡查补贴', () => {
  const values = { 'information.forfeitedToo': '是' };
  const run = (facts: SomeFacts) => july(values, { reports: reports('A', '2021-07', 20), ...facts });
  const tasks = [task('A', '2021-07-10', '2021-07-09')];
  test('forfeited: nothing, and the line says why', async () => {
    const found = await run({ patrol: FORFEITED, tasks });
    expect(firstLine(found, 'informationSubsidy')).toEqual(['forfeited', '信息补贴不发放：巡查补贴已取消', 0]);
    expect([amount(found.subject, 'taskReward'), figure(found.subject, 'informationCancelled')]).toEqual([
      20000,
      false,
    ]);
  });
  test('two days in a row: kept', async () => {
    expect(firstLine(await run({ patrol: KEPT }), 'informationSubsidy')).toEqual(['full', '信息补贴全额', 20000]);
  });
  test('the shipped reading: kept although forfeited', async () => {
    const found = await july({}, { patrol: FORFEITED, reports: reports('A', '2021-07', 20) });
    expect(firstLine(found, 'informationSubsidy')).toEqual(['full', '信息补贴全额', 20000]);
  });
  test('reports short as well: nothing more is taken off', async () => {
    const { subject } = await run({ patrol: FORFEITED, reports: reports('A', '2021-07', 15) });
    expect(subject.decisions[1]?.lines.map((line) => [line.key, line.amount])).toEqual([
      ['forfeited', 0],
      ['shortfall', 0],
    ]);
  });
  test('cancelled for 漏报 and forfeited: the 漏报 is the reason', async () => {
    const found = await run({ patrol: FORFEITED, missedIncidents: [missed('G-A', '2021-07-10', true)] });
    expect(firstLine(found, 'informationSubsidy')).toEqual(['cancelled', '信息补贴取消：漏报', 0]);
    expect(figure(found.subject, 'informationCancelled')).toBe(true);
  });
  test('cancelled and not forfeited', async () => {
    const found = await run({ patrol: KEPT, missedIncidents: [missed('G-A', '2021-07-10', true)] });
    expect(firstLine(found, 'informationSubsidy')).toEqual(['cancelled', '信息补贴取消：漏报', 0]);
  });
});

describe('K6: 任务奖励 is lost with 巡查补贴', () => {
  const both = { 'information.forfeitedToo': '是', 'task.forfeitedToo': '是' };
  const done = task('A', '2021-07-10', '2021-07-09');
  const open = task('A', '2021-07-11', null);
  const NOT_PAID = ['forfeited', '任务奖励不发放：巡查补贴已取消', 0];
  test.each([
    ['forfeited, all done', FORFEITED, [done], {}, NOT_PAID],
    ['kept, all done', KEPT, [done], {}, ['full', '任务奖励：派单全部按时办结', 20000]],
    [
      'forfeited, one not done: that is the reason',
      FORFEITED,
      [done, open],
      {},
      ['unfinished', '任务奖励：派单未全部按时办结', 0],
    ],
    ['forfeited, none assigned', FORFEITED, [], {}, ['none', '任务奖励：当月没有派单', 0]],
    ['forfeited, none assigned and that paid', FORFEITED, [], { 'task.paidWhenNone': '是' }, NOT_PAID],
    [
      'kept, none assigned and that paid',
      KEPT,
      [],
      { 'task.paidWhenNone': '是' },
      ['none', '任务奖励：当月没有派单', 20000],
    ],
  ])('%s', async (_, patrol, tasks, values, expected) => {
    const found = await july({ ...both, ...values }, { patrol, tasks });
    expect(firstLine(found, 'taskReward')).toEqual(expected);
  });
  test('only 任务奖励', async () => {
    const { subject } = await july(
      { 'task.forfeitedToo': '是' },
      { patrol: FORFEITED, tasks: [done], reports: reports('A', '2021-07', 20) },
    );
    expect([amount(subject, 'informationSubsidy'), amount(subject, 'taskReward')]).toEqual([20000, 0]);
  });
  test('all three: nothing is left of the month', async () => {
    const { subject } = await july(both, { patrol: FORFEITED, tasks: [done], reports: reports('A', '2021-07', 20) });
    expect([subject.total, subject.carriedOut]).toEqual([0, 0]);
  });
});

describe('K13: a month without a task is paid', () => {
  const values = { 'task.paidWhenNone': '是' };
  const withdrawn = task('A', '2021-07-10', null, { withdrawn: true });
  const adHoc = task('A', '2021-07-10', null, { type: 'adHoc' });
  test.each([
    ['none', {}, 20000],
    ['none, prorated to 19/22', { leave: SICK }, 17273],
    ['one that was withdrawn', { tasks: [withdrawn] }, 20000],
    ['an open 临时 task', { tasks: [adHoc] }, 20000],
    ['one done', { tasks: [task('A', '2021-07-10', '2021-07-10')] }, 20000],
    ['one not done', { tasks: [task('A', '2021-07-10', null)] }, 0],
  ])('%s', async (_, facts, expected) => {
    expect(amount((await july(values, facts)).subject, 'taskReward')).toBe(expected);
  });
  test.each([
    ['是', FORFEITED, '否', '200.00'],
    ['否', FORFEITED, '否', '0.00'],
    ['是', FORFEITED, '是', '0.00'],
  ])('paid %s: the warning says what is paid', async (paid, patrol, forfeitedToo, text) => {
    const { problems } = await july({ 'task.paidWhenNone': paid, 'task.forfeitedToo': forfeitedToo }, { patrol });
    const warned = problems.filter(({ code }) => code === 'noTasksAssigned');
    expect(warned.map(({ data }) => data)).toEqual([
      { id: 'A', name: '人A', month: '2021-07', item: '任务奖励', amount: text },
    ]);
  });
});

describe('K14: done late is done', () => {
  const values = { 'task.lateIsDone': '是' };
  const noon = '2021-07-10 12:00:00';
  test.each([
    ['on the minute', [task('A', noon, noon)], 20000, '1/1'],
    ['a minute late', [task('A', noon, '2021-07-10 12:01:00')], 20000, '1/1'],
    ['in the next month', [task('A', '2021-07-10', '2021-08-20')], 20000, '1/1'],
    [
      'without 截止时间, after the month',
      [task('A', null, '2021-08-01', { dispatched: { date: '2021-07-30' as never, time: null } })],
      20000,
      '1/1',
    ],
    ['not done at all', [task('A', '2021-07-10', null)], 0, '0/1'],
    ['one late, one open', [task('A', '2021-07-10', '2021-07-11'), task('A', '2021-07-12', null)], 0, '1/2'],
    [
      'late and withdrawn does not count',
      [task('A', '2021-07-10', '2021-07-11', { withdrawn: true }), task('A', '2021-07-10', '2021-07-10')],
      20000,
      '1/1',
    ],
  ])('%s', async (_, tasks, expected, done) => {
    const { subject } = await july(values, { tasks });
    expect([
      amount(subject, 'taskReward'),
      `${figure(subject, 'tasksDone')}/${figure(subject, 'tasksAssigned')}`,
    ]).toEqual([expected, done]);
  });
  test('临时 tasks too; the list still says that it was late', async () => {
    const tasks = [task('A', '2021-07-10', '2021-07-11', { type: 'adHoc' })];
    const [shipped, other] = [await july({}, { tasks }), await july(values, { tasks })];
    expect([shipped, other].map(({ subject }) => figure(subject, 'adHocDone'))).toEqual(['0', '1']);
    expect(other.subject.evidence.tasks.map(({ result }) => result)).toEqual(['late']);
  });
  test('the setting stands behind the line', async () => {
    const scheme = schemeWith(values);
    const own = scheme.parameters.get('task.lateIsDone');
    if (own === undefined) throw new Error('no parameter');
    const place = { file: '设置.xlsx', sheet: '设置', row: 3, column: 1 };
    const parameters = new Map(scheme.parameters).set('task.lateIsDone', { ...own, place });
    const tasks = [task('A', '2021-07-10', '2021-07-11')];
    const { subject } = await july({}, { tasks }, { ...scheme, parameters });
    const line = subject.decisions.find(({ item }) => item === 'taskReward')?.lines[0];
    expect(line?.sources.filter(({ type }) => type === 'setting')).toEqual([
      { type: 'setting', parameter: 'task.lateIsDone', value: '是', cell: place },
    ]);
  });
});

test('an own value stands behind the lines it moves: the amount its own line, a count of all of the item', async () => {
  const place = (row: number) => ({ file: '设置.xlsx', sheet: '设置', row, column: 1 });
  const parameters = new Map(schemeWith({}).parameters);
  for (const [index, key] of ['patrol.amount', 'target.mileage.threshold'].entries()) {
    const own = parameters.get(key);
    if (own) parameters.set(key, { ...own, place: place(index + 2) });
  }
  const { subject } = await july({}, {}, { ...schemeWith({}), parameters });
  const settings = (item: string) =>
    subject.decisions
      .find((decision) => decision.item === item)
      ?.lines.map(({ key, sources }) => [
        key,
        ...sources.flatMap((one) => (one.type === 'setting' ? [one.parameter] : [])),
      ]);
  expect(settings('patrolSubsidy')).toEqual([
    ['forfeited', 'patrol.amount', 'target.mileage.threshold'],
    ['unmetDays', 'target.mileage.threshold'],
    ['meetingAbsences', 'target.mileage.threshold'],
    ['meetingLates', 'target.mileage.threshold'],
  ]);
  expect(settings('informationSubsidy')).toEqual([['full'], ['shortfall']]);
});

describe('K20: 500 for each duty', () => {
  const values = { 'special.perDuty': '是' };
  test.each([
    ['none', [], 0],
    ['one not done', [duty('A', false)], 0],
    ['one', [duty('A', true)], 50000],
    ['two', [duty('A', true), duty('A', true, '系统维护')], 100000],
    ['two, one of them done', [duty('A', true), duty('A', false, '系统维护')], 50000],
  ])('%s', async (_, specialDuties, expected) => {
    const { subject } = await july(values, { specialDuties, leave: SICK });
    expect(amount(subject, 'specialReward')).toBe(expected);
  });
});

describe('K30: what is below zero is not carried over', () => {
  const off = { 'settlement.carries': '否' };
  const people = [person('A')];
  const patrol = patrols('A', '2021-07');
  const below = (fen: number) => july(off, { patrol, adjustments: [adjustment('A', fen)] });
  test.each([
    [-79999, 1, []],
    [-80000, 0, []],
    [-80001, 0, ['0.01']],
    [-100000, 0, ['200.00']],
  ])('800 and %i fen', async (fen, total, left) => {
    const { subject, problems } = await below(fen);
    const warned = problems.flatMap((one) => (one.code === 'rewardBelowZero' ? [one.data] : []));
    expect([subject.total, subject.carriedOut]).toEqual([total, 0]);
    expect(warned).toEqual(left.map((text) => ({ id: 'A', name: '人A', left: text })));
  });
  const nextMonth = async (before: Record<string, string>, now: Record<string, string>, fen: number) => {
    const facts = { people, patrol, adjustments: [adjustment('A', -100000)] };
    const first = await decide({ period: '2021-07', scheme: schemeWith(before), facts });
    const second = await decide({
      period: '2021-08',
      scheme: schemeWith(now),
      history: [recordOf('2021-07', first)],
      schemeStart: '2021-07',
      facts: { people, patrol: patrols('A', '2021-08'), adjustments: [adjustment('A', fen)] },
    });
    const subject = subjectOf(second, 'A');
    return [amount(subject, 'carriedIn'), subject.total, subject.carriedOut];
  };
  test('nothing is in next month', async () => {
    expect(await nextMonth(off, off, 0)).toEqual([0, 80000, 0]);
  });
  test('switched off later: what was carried out is still taken off', async () => {
    expect(await nextMonth({}, off, 0)).toEqual([-20000, 60000, 0]);
    expect(await nextMonth({}, off, -70000)).toEqual([-20000, 0, 0]);
  });
});
