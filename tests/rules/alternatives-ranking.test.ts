// 排名奖励 read otherwise: ties not broken (K17), who takes part (K18), paid in the next quarter's first month (K19),
// and the switches of other items that move a dimension (K10, K14).
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/model/facts.ts';
import type { MonthRecord } from '../../src/model/record.ts';
import {
  amount,
  day,
  decide,
  figure,
  leave,
  mark,
  patrols,
  person,
  recordOf,
  reports,
  SHIPPED,
  type SomeFacts,
  schemeWith,
  subjectOf,
  task,
} from './office.ts';

type Result = Awaited<ReturnType<typeof decide>>;
const Q3 = ['2021-07', '2021-08', '2021-09'];

/** Everybody is perfect in each dimension and has fewer reports than the one before, but never fewer than the base. */
const perfect = (people: Facts['people'], period: string): SomeFacts => ({
  people,
  patrol: people.flatMap(({ id }) => patrols(id, period)),
  reports: people.flatMap(({ id }, index) => reports(id, period, 60 - index)),
  tasks: people.flatMap(({ id }) => [
    task(id, `${period}-11`, `${period}-09`),
    task(id, `${period}-11`, `${period}-09`, { type: 'adHoc' }),
  ]),
  scores: people.map(({ id }) => mark(id, 100)),
});

interface Course {
  readonly people: Facts['people'];
  readonly values?: Record<string, string> | ((period: string) => Record<string, string>);
  readonly changes?: (period: string) => SomeFacts;
  readonly periods?: readonly string[];
  readonly schemeStart?: string;
}

/** The months of a course, each with those before it as its history; a gap in the months ends the history. */
async function course({ people, values = {}, changes = () => ({}), periods = Q3, schemeStart = '2021-07' }: Course) {
  let history: MonthRecord[] = [];
  const results: Record<string, Result> = {};
  for (const period of periods) {
    const own = typeof values === 'function' ? values(period) : values;
    const scheme = Object.keys(own).length > 0 ? schemeWith(own) : SHIPPED;
    const facts = { ...perfect(people, period), ...changes(period) };
    const before = Number(history.at(-1)?.period.slice(5) ?? 0);
    if (Number(period.slice(5)) !== before + 1) history = [];
    const result = await decide({ period, facts, history, schemeStart, scheme });
    results[period] = result;
    history = [...history, recordOf(period, result)];
  }
  return (period: string) => results[period] as Result;
}
const names = (count: number) => Array.from({ length: count }, (_, index) => person(`P${index + 10}`));
const ranks = ({ ranking }: Result) => ranking?.ranked.map(({ id, rank, stars }) => `${rank}${id} ${stars}`);
const star = (result: Result, who: string) => {
  const line = subjectOf(result, who).decisions.find(({ item }) => item === 'starReward')?.lines[0];
  return [line?.amount, line?.label];
};

describe('K17: equal composites share the rank', () => {
  const values = { 'star.breaksTies': '否' };
  test('six alike are all first; the next is seventh and gets what a seventh gets', async () => {
    const people = names(7);
    const changes = (period: string) => ({
      patrol: people.flatMap(({ id }) => patrols(id, period, id === 'P16' ? [`${period}-13`] : [])),
    });
    const found = (await course({ people, values, changes }))('2021-09');
    expect(ranks(found)).toEqual(['1P10 3', '1P11 3', '1P12 3', '1P13 3', '1P14 3', '1P15 3', '7P16 2']);
    expect(people.map(({ id }) => amount(subjectOf(found, id), 'starReward'))).toEqual([
      30000, 30000, 30000, 30000, 30000, 30000, 20000,
    ]);
  });
  test('as shipped the reports decide between them', async () => {
    const found = (await course({ people: names(7) }))('2021-09');
    expect(ranks(found)).toEqual(['1P10 3', '2P11 3', '3P12 3', '4P13 3', '5P14 3', '6P15 2', '7P16 2']);
  });
  test('composites that differ still rank', async () => {
    const people = names(2);
    const changes = () => ({ scores: [mark('P10', 99), mark('P11', 100)] });
    expect(ranks((await course({ people, values, changes }))('2021-09'))).toEqual(['1P11 3', '2P10 3']);
  });
});

describe('K18: who takes part', () => {
  /** B is red in September, C without assessable days in August, D joins in August, E is gone before the end. */
  const people = [
    person('A'),
    person('B'),
    person('C'),
    person('D', { hired: day('2021-08-02') }),
    person('E', { left: day('2021-09-29') }),
  ];
  const changes = (period: string) => ({
    patrol: people.filter(({ id }) => id !== 'B' || period === '2021-07').flatMap(({ id }) => patrols(id, period)),
    leave: period === '2021-08' ? [leave('C', '2021-08-01', '2021-08-31', '产假')] : [],
  });
  const bars = (values: Record<string, string>) => course({ people, values, changes });
  const out = ({ ranking }: Result) => ranking?.ineligible.map(({ id, reason }) => `${id} ${reason}`);
  test.each([
    ['as shipped', {}, ['B redCard', 'C noAssessableDays', 'D noAssessableDays', 'E notEmployedAtEnd']],
    [
      'red cards do not bar',
      { 'star.redBars': '否' },
      ['C noAssessableDays', 'D noAssessableDays', 'E notEmployedAtEnd'],
    ],
    ['not every month is needed', { 'star.needsEveryMonth': '否' }, ['B redCard', 'E notEmployedAtEnd']],
    ['neither', { 'star.redBars': '否', 'star.needsEveryMonth': '否' }, ['E notEmployedAtEnd']],
  ])('%s', async (_, values, expected) => {
    const result = (await bars(values))('2021-09');
    expect(out(result)).toEqual(expected);
    const ineligible = new Set(expected.map((text) => text[0]));
    const ranked = result.ranking?.ranked.map(({ id }) => id as string).sort();
    expect(ranked).toEqual(['A', 'B', 'C', 'D', 'E'].filter((id) => !ineligible.has(id)));
  });
  test('the red card stands and is rewarded all the same', async () => {
    const result = (await bars({ 'star.redBars': '否', 'star.needsEveryMonth': '否' }))('2021-09');
    expect([figure(subjectOf(result, 'B'), 'card'), star(result, 'B')]).toEqual([
      'red',
      [30000, '排名奖励：第4名，3星'],
    ]);
  });
  test('who was away a month is measured over the others', async () => {
    const result = (await bars({ 'star.needsEveryMonth': '否' }))('2021-09');
    const attendance = (who: string) => result.ranking?.ranked.find(({ id }) => id === who)?.dimensions[0]?.parts;
    expect(['A', 'C', 'D'].map(attendance)).toEqual([
      [{ of: '66', per: '66' }],
      [{ of: '44', per: '44' }],
      [{ of: '44', per: '44' }],
    ]);
  });
  test('nobody assessed all quarter: the days are left out of the composite', async () => {
    const away = (period: string) => ({ leave: [leave('A', `${period}-01`, '2021-09-30', '产假')] });
    const result = (await course({ people: [person('A')], values: { 'star.needsEveryMonth': '否' }, changes: away }))(
      '2021-09',
    );
    const [one] = result.ranking?.ranked ?? [];
    expect([one?.composite, one?.dimensions.map(({ score }) => score)]).toEqual([
      '100',
      [null, null, '100', '100', '100', '100'],
    ]);
  });
});

describe('K19: paid in the next quarter’s first month', () => {
  const values = { 'star.paidIn': '次季首月' };
  const periods = [...Q3, '2021-10', '2021-11'];
  const people = names(16);
  const NOT_YET = [0, '排名奖励：本月不发，随次季第一个月发放'];
  test('September ranks and pays nothing, October pays, November nothing', async () => {
    const on = await course({ people, values, periods });
    expect(ranks(on('2021-09'))?.slice(4, 6)).toEqual(['5P14 3', '6P15 2']);
    expect(['2021-07', '2021-08', '2021-09', '2021-11'].map((period) => star(on(period), 'P10'))).toEqual([
      NOT_YET,
      NOT_YET,
      NOT_YET,
      NOT_YET,
    ]);
    expect(people.map(({ id }) => amount(subjectOf(on('2021-10'), id), 'starReward') / 100)).toEqual([
      300, 300, 300, 300, 300, 200, 200, 200, 200, 200, 100, 100, 100, 100, 100, 0,
    ]);
    expect([star(on('2021-10'), 'P10'), star(on('2021-10'), 'P25')]).toEqual([
      [30000, '排名奖励：第1名，3星'],
      [0, '排名奖励：第16名，未获星'],
    ]);
    expect(on('2021-10').ranking).toBeNull();
  });
  test('the records of the quarter stand behind the line', async () => {
    const october = (await course({ people, values, periods }))('2021-10');
    const line = subjectOf(october, 'P10').decisions.find(({ item }) => item === 'starReward')?.lines[0];
    const record = (period: string) => ({ type: 'record', period, person: 'P10', item: 'starReward' });
    expect(line?.sources).toEqual(Q3.map(record));
  });
  test('the basis: the tier where there is a rank, else the reading; a month that pays none rests on the setting', async () => {
    const lineOf = (result: Result, who: string) =>
      subjectOf(result, who).decisions.find(({ item }) => item === 'starReward')?.lines[0];
    const on = await course({ people, values, periods });
    const tier = (stars: number) => SHIPPED.parameters.get(`star.${stars}.amount`)?.basis;
    expect(['P10', 'P15', 'P20', 'P25'].map((who) => lineOf(on('2021-10'), who)?.basis)).toEqual([
      tier(3),
      tier(2),
      tier(1),
      tier(1),
    ]);
    expect(lineOf(on('2021-09'), 'P10')?.basis).toEqual({ interpretation: 'K19', clause: '三（六）4' });
    const setting = { type: 'setting', parameter: 'star.paidIn', value: '次季首月' };
    expect(lineOf(on('2021-09'), 'P10')?.sources).toEqual([{ ...setting, cell: null }]);
    const october = await course({ people, values, periods: ['2021-10'] });
    expect(lineOf(october('2021-10'), 'P10')?.basis).toEqual({ interpretation: 'K18', clause: '三（六）4' });

    const scheme = schemeWith(values);
    const paidIn = scheme.parameters.get('star.paidIn');
    if (paidIn === undefined) throw new Error('no parameter');
    const place = { file: '设置.xlsx', sheet: '设置', row: 3, column: 1 };
    const parameters = new Map(scheme.parameters).set('star.paidIn', { ...paidIn, place });
    const own = await decide({ period: '2021-07', scheme: { ...scheme, parameters }, facts: { people } });
    expect(lineOf(own, 'P10')?.sources).toEqual([{ ...setting, cell: place }]);
  });
  test('as shipped October pays nothing', async () => {
    const on = await course({ people, periods });
    expect([star(on('2021-09'), 'P10'), star(on('2021-10'), 'P10')]).toEqual([
      [30000, '排名奖励：第1名，3星'],
      [0, '排名奖励：本月不发，随季度最后一个月发放'],
    ]);
  });
  test.each([
    ['September is not to be had', ['2021-07', '2021-08', '2021-10']],
    ['July was not to be had, so that September has no ranking', ['2021-08', '2021-09', '2021-10']],
    ['nothing is', ['2021-10']],
  ])('%s', async (_, known) => {
    const on = await course({ people, values, periods: known });
    expect(star(on('2021-10'), 'P10')).toEqual([0, '排名奖励：本季资料不全，无法排名']);
  });
  test.each([
    ['the scheme starts in October: there was nothing to rank', '2021-10', NOT_YET],
    ['it starts in September: one month is the quarter', '2021-09', [30000, '排名奖励：第1名，3星']],
  ])('%s', async (_, schemeStart, expected) => {
    const known = schemeStart === '2021-10' ? ['2021-10'] : ['2021-09', '2021-10'];
    expect(star((await course({ people, values, periods: known, schemeStart }))('2021-10'), 'P10')).toEqual(expected);
  });
  test('who did not take part, and who joined since', async () => {
    const members = [person('A'), person('B', { left: day('2021-09-29') }), person('C', { hired: day('2021-10-08') })];
    const on = await course({ people: members, values, periods });
    expect([star(on('2021-10'), 'A'), star(on('2021-10'), 'C')]).toEqual([
      [30000, '排名奖励：第1名，3星'],
      [0, '排名奖励：未参加排名，本季不在职'],
    ]);
    expect(on('2021-10').subjects.map(({ id }) => id)).toEqual(['A', 'C']);
  });
  test.each([
    ['still on the roster', [person('A', { left: day('2021-09-30') }), person('B')]],
    ['no longer on it', [person('B')]],
  ])('who left on the quarter’s last day is paid: %s', async (_, inOctober) => {
    const members = [person('A', { left: day('2021-09-30') }), person('B')];
    const changes = (period: string) => (period === '2021-10' ? { people: inOctober } : {});
    const on = await course({ people: members, values, periods, changes });
    const leaver = subjectOf(on('2021-10'), 'A');
    expect([star(on('2021-10'), 'A'), leaver.total, figure(leaver, 'share'), leaver.served]).toEqual([
      [30000, '排名奖励：第1名，3星'],
      30000,
      '0/1',
      false,
    ]);
    expect(on('2021-11').subjects.map(({ id }) => id)).toEqual(['B']);
  });
  test('who left and was 兼职 for part of September is listed once, as full-time', async () => {
    const member = person('A', { left: day('2021-09-30') });
    const [first] = member.assignments;
    if (first === undefined) throw new Error('no assignment');
    const assignments = [
      { ...first, to: day('2021-08-31') },
      { ...first, role: 'partTime' as const, from: day('2021-09-01'), to: day('2021-09-10') },
      { ...first, from: day('2021-09-11') },
    ];
    const on = await course({ people: [{ ...member, assignments }], values, periods });
    expect(['2021-09', '2021-10'].map((period) => on(period).subjects.map(({ role }) => role))).toEqual([
      ['fullTime', 'partTime'],
      ['fullTime'],
    ]);
    expect(star(on('2021-10'), 'A')).toEqual([30000, '排名奖励：第1名，3星']);
  });
  test('who left without a star is not listed', async () => {
    const members = [...names(15), person('Q', { left: day('2021-09-30') })];
    const october = (await course({ people: members, values, periods }))('2021-10');
    expect(october.subjects.some(({ id }) => id === 'Q')).toBe(false);
  });
  test('who is 兼职 since is paid as the full-time member of then, once', async () => {
    const moved = person('A');
    const [first] = moved.assignments;
    if (first === undefined) throw new Error('no assignment');
    const assignments = [
      { ...first, to: day('2021-09-30') },
      { ...first, role: 'partTime' as const, from: day('2021-10-01') },
    ];
    const on = await course({ people: [{ ...moved, assignments }], values, periods });
    expect(on('2021-10').subjects.map(({ role, total }) => [role, total])).toEqual([
      ['fullTime', 30000],
      ['partTime', 30000],
    ]);
  });
  test.each([
    ['from October on: September has paid, October pays nothing more', '当季末月', '次季首月', 30000, 0],
    ['given up from October on: what September left is still paid', '次季首月', '当季末月', 0, 30000],
  ])('decided %s', async (_, before, after, september, october) => {
    const on = await course({
      people,
      periods,
      values: (period) => ({ 'star.paidIn': period < '2021-10' ? before : after }),
    });
    expect([on('2021-09'), on('2021-10')].map((result) => amount(subjectOf(result, 'P10'), 'starReward'))).toEqual([
      september,
      october,
    ]);
  });
  test('the amounts are those of the quarter that was ranked', async () => {
    const on = await course({
      people,
      periods,
      values: (period) => ({ ...values, 'star.3.amount': period < '2021-10' ? '300' : '400', 'star.2.upTo': '6' }),
    });
    expect([star(on('2021-10'), 'P10'), star(on('2021-10'), 'P15')]).toEqual([
      [30000, '排名奖励：第1名，3星'],
      [20000, '排名奖励：第6名，2星'],
    ]);
  });
});

describe('dimensions that follow other switches', () => {
  const parts = ({ ranking }: Result, dimension: number) => ranking?.ranked[0]?.dimensions[dimension]?.parts;
  test('K14: tasks done late count as done, 临时 ones too', async () => {
    const people = [person('A')];
    const changes = (period: string) => ({
      tasks: [task('A', `${period}-09`, `${period}-10`), task('A', `${period}-09`, `${period}-10`, { type: 'adHoc' })],
    });
    const shipped = (await course({ people, changes }))('2021-09');
    const other = (await course({ people, changes, values: { 'task.lateIsDone': '是' } }))('2021-09');
    expect([parts(shipped, 3), parts(shipped, 5)]).toEqual([[{ of: '0', per: '3' }], [{ of: '0', per: '3' }]]);
    expect([parts(other, 3), parts(other, 5)]).toEqual([[{ of: '3', per: '3' }], [{ of: '3', per: '3' }]]);
  });
  test('as shipped: only the reports against the base stop at 1', async () => {
    const { ranking } = (await course({ people: [person('A')] }))('2021-09');
    expect(ranking?.dimensions.map((dimension) => dimension.parts.map(({ capped }) => capped))).toEqual([
      [false],
      [false],
      [true, false],
      [false],
      [false],
      [false],
    ]);
  });
  test('K10: the base not prorated', async () => {
    const people = [person('A')];
    const changes = (period: string) => ({ leave: [leave('A', `${period}-06`, `${period}-06`, '事假')] });
    const other = { 'information.baseProrated': '否', 'information.base': '40' };
    const base = async (values: Record<string, string>) =>
      parts((await course({ people, changes, values }))('2021-09'), 2)?.[0]?.per;
    expect([await base({ 'information.base': '40' }), await base(other)]).toEqual(['117', '120']);
  });
});
