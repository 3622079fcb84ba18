// Other editions as data alone: an amended one that takes over in a run of months, and a points scheme of another township.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MonthRecord, SubjectRecord } from '../../src/model/record.ts';
import { severityOf } from '../../src/problems/words.ts';
import { editionsOf } from '../../src/run/editions.ts';
import { runMonth } from '../../src/run/month.ts';
import { runQuarter } from '../../src/run/quarter.ts';
import type { EditionSource } from '../../src/scheme/parse-edition.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { sha256 } from '../../src/store/workspace.ts';
import { payDocument } from '../../src/views/documents/pay.ts';
import { rankDocument } from '../../src/views/documents/rank.ts';
import { payWorkbook } from '../../src/views/workbook/pay.ts';
import { rankingWorkbook } from '../../src/views/workbook/ranking.ts';
import { month, officeFiles, type Plan, SCHEMES, schemeText, workdaysOf } from '../editions-office.ts';
import { memoryWorkspace } from '../memory-workspace.ts';
import { sheetNamed, tablesOf } from '../views/workbook/cells.ts';

async function named(...files: readonly { readonly path: string; readonly text: string }[]) {
  const found = await editionsOf(files);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found.editions;
}
const shipped = (...names: readonly string[]) => named(...names.map((path) => ({ path, text: schemeText(path) })));
const subject = (record: MonthRecord | null | undefined, id: string): SubjectRecord =>
  record?.subjects.find((one) => one.id === id) as SubjectRecord;
const yuan = (record: MonthRecord | null | undefined, id: string, item: string): number =>
  (subject(record, id).decisions.find((one) => one.item === item)?.amount ?? Number.NaN) / 100;
const NOBODY = { preparedBy: null, preparedOn: null };

describe.each(['yanhu-2022', 'points-town'])('%s and its invented text', (name) => {
  const text = readFileSync(join(SCHEMES, `${name}.txt`), 'utf8');
  test('hash and quotes', async () => {
    const edition = (await shipped(`${name}.yaml`)).find((one) => one.edition.id === name)?.edition;
    expect(edition?.document.sha256).toBe(sha256(text));
    const quotes = Object.values(edition?.parameters ?? {}).flatMap(({ basis }) =>
      'quote' in basis ? [basis.quote] : [],
    );
    expect(quotes.length).toBeGreaterThan(15);
    expect(quotes.filter((quote) => !text.includes(quote))).toEqual([]);
  });
  test('says that it is invented', () => {
    expect(text).toContain('虚构');
    expect(schemeText(`${name}.yaml`)).toMatch(/document:\n {2}title: .*虚构/);
  });
});

describe('an amended edition from 2022-01, in a run of months', () => {
  const MONTHS = ['2021-11', '2021-12', '2022-01', '2022-02', '2022-03'];
  const unmet = Object.fromEntries([3, 4, 5, 6, 7].map((days) => [`U${days}`, `G-U${days}`]));
  const counts = [19, 20, 21, 24, 25, 26];
  const reporters = Object.fromEntries(counts.map((count) => [`R${count}`, `G-R${count}`]));
  const plan = (id: string, period: string): Plan => {
    if (id.startsWith('U')) return { unmet: Number(id.slice(1)) };
    if (id.startsWith('R')) return { effective: Number(id.slice(1)) };
    if (id === 'TWICE') return { unmet: { '2021-12': 5, '2022-01': 6 }[period] ?? 0 };
    if (id === 'ONCE') return { unmet: { '2021-12': 5, '2022-01': 5 }[period] ?? 0 };
    return period === '2021-12' ? { adjustment: -2000 } : {};
  };
  const files = officeFiles({
    people: { ...unmet, ...reporters, TWICE: 'G1', ONCE: 'G2', OWES: 'G3' },
    months: MONTHS,
    plan,
  });
  let amended: readonly EditionSource[];
  const records = new Map<string, MonthRecord>();
  beforeAll(async () => {
    amended = await shipped('yanhu-2022.yaml');
    const run = await runMonth(memoryWorkspace(files), amended, month('2022-03'));
    for (const record of [...run.past.history, run.record as MonthRecord]) records.set(record.period, record);
  });

  test('each month by its own edition', () => {
    expect(MONTHS.map((period) => [period, records.get(period)?.scheme.id])).toEqual([
      ['2021-11', 'yanhu-2021'],
      ['2021-12', 'yanhu-2021'],
      ['2022-01', 'yanhu-2022'],
      ['2022-02', 'yanhu-2022'],
      ['2022-03', 'yanhu-2022'],
    ]);
  });
  test.each([
    ['2021-11', [725, 700, 0, 0, 0]],
    ['2021-12', [725, 700, 0, 0, 0]],
    ['2022-01', [710, 680, 650, 0, 0]],
    ['2022-03', [710, 680, 650, 0, 0]],
  ])('%s: 25 then 30 yuan a day, forfeited at 5 then 6 days', (period, expected) => {
    expect(Object.keys(unmet).map((id) => yuan(records.get(period), id, 'patrolSubsidy'))).toEqual(expected);
  });
  test.each([
    ['2021-12', [190, 200, 200, 200, 200, 200]],
    ['2022-01', [140, 150, 160, 190, 200, 200]],
  ])('%s: the base is 20, then 25', (period, expected) => {
    expect(Object.keys(reporters).map((id) => yuan(records.get(period), id, 'informationSubsidy'))).toEqual(expected);
  });
  test('cards count on across the change, by what failed each month under its own edition', () => {
    const card = (period: string, id: string) => [
      subject(records.get(period), id).figures.card?.value,
      subject(records.get(period), id).figures.consecutiveFailedMonths?.value,
    ];
    expect([card('2021-12', 'TWICE'), card('2022-01', 'TWICE')]).toEqual([
      ['yellow', '1'],
      ['red', '2'],
    ]);
    expect([card('2021-12', 'ONCE'), card('2022-01', 'ONCE')]).toEqual([
      ['yellow', '1'],
      ['', '0'],
    ]);
  });
  test('what was left below zero is carried over the change', () => {
    expect(subject(records.get('2021-12'), 'OWES').carriedOut).toBe(-80_000);
    expect([yuan(records.get('2022-01'), 'OWES', 'carriedIn'), subject(records.get('2022-01'), 'OWES').total]).toEqual([
      -800, 40_000,
    ]);
  });
  test('the readings speak of the values in force', () => {
    const reading = (period: string, number: string) =>
      records.get(period)?.scheme.interpretations.find((one) => one.number === number)?.reading;
    expect(reading('2021-12', 'K10')).toContain('20条');
    expect(reading('2022-01', 'K10')).toContain('25条');
    expect(reading('2022-01', 'K21')).toContain('累计6天');
  });
  test('without the file 2022-01 is paid by the shipped edition', async () => {
    const { record } = await runMonth(memoryWorkspace(files), shippedEditions(), month('2022-01'));
    expect([record?.scheme.id, yuan(record, 'U4', 'patrolSubsidy'), yuan(record, 'U5', 'patrolSubsidy')]).toEqual([
      'yanhu-2021',
      700,
      0,
    ]);
  });
  test('a setting of the new edition alone holds from its month and disturbs no month before', async () => {
    const own = (row: string) => [...files, { path: '设置.csv', text: `参数,取值,起始月,决定,批准人\n${row}\n` }];
    const run = async (row: string, period: string) => {
      const { record, problems } = await runMonth(memoryWorkspace(own(row)), amended, month(period));
      const value = record?.scheme.parameters.find(({ key }) => key === 'star.4.amount')?.value;
      return [problems.filter((one) => severityOf(one) === 'error').map(({ code }) => code), value];
    };
    expect(await run('四档奖励,60,2022-01,会议纪要,王主任', '2021-12')).toEqual([[], undefined]);
    expect(await run('四档奖励,60,2022-01,会议纪要,王主任', '2022-01')).toEqual([[], '60']);
    expect(await run('五档奖励,60,2022-01,会议纪要,王主任', '2022-01')).toEqual([['settingUnknown'], undefined]);
  });
});

describe('the quarter 2022-Q1 of the amended edition', () => {
  const ids = Array.from({ length: 22 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);
  const files = officeFiles({
    people: Object.fromEntries(ids.map((id) => [id, `G-${id}`])),
    months: ['2022-01', '2022-02', '2022-03'],
    plan: (id, period) => ({ effective: 25, ineffective: period === '2022-03' ? ids.indexOf(id) : 0 }),
  });
  test('300, 200, 100 and 50 yuan; the fourth tier without a star', async () => {
    const { record } = await runQuarter(memoryWorkspace(files), await shipped('yanhu-2022.yaml'), '2022-Q1' as never);
    const { ranking } = record as MonthRecord;
    if (!record || !ranking) throw new Error('no ranking');
    const expected = [300, 200, 100, 50].flatMap((reward, tier) => Array(5).fill([3 - tier, reward]));
    const document = rankDocument(record, ranking);
    expect(document.ranking.map(({ id, rank, stars, reward }) => [id, rank, stars, reward])).toEqual(
      ids.map((id, index) => [id, index + 1, ...(expected[index] ?? [0, 0])]),
    );
    expect(ids.map((id) => yuan(record, id, 'starReward'))).toEqual(document.ranking.map(({ reward }) => reward));
    const label = (id: string) =>
      subject(record, id).decisions.find(({ item }) => item === 'starReward')?.lines[0]?.label;
    expect([label('P15'), label('P16'), label('P21')]).toEqual([
      '排名奖励：第15名，1星',
      '排名奖励：第16名',
      '排名奖励：第21名，未获星',
    ]);
    const rows = tablesOf(rankingWorkbook(ranking, record, NOBODY))[0]?.rows ?? [];
    expect([rows[14]?.at(-2), rows[15]?.at(-2), rows[15]?.at(-1)]).toEqual(['★', null, 50]);
  });
});

/** The points scheme once more, from the plan alone: hundredths of a point and fen. */
const FULL = { results: 50, duty: 30, worker: 20 };
function pointsOf(plan: Plan, base: number, days: number): number {
  const {
    effective = 30,
    missed = 0,
    offline = 0,
    tasksAssigned = 2,
    tasksDone = tasksAssigned,
    absences = 0,
    mark,
  } = plan;
  const scale = (full: number, parts: readonly (readonly [number, number | null])[]) => {
    const known = parts.filter((part): part is readonly [number, number] => part[1] !== null);
    return (full * known.reduce((sum, [, got]) => sum + got, 0)) / known.reduce((sum, [weight]) => sum + weight, 0);
  };
  const results = 40 * Math.min(1, effective / base) + Math.max(0, 10 - 5 * missed);
  const duty = scale(FULL.duty, [
    [15, (15 * (days - offline)) / days],
    [15, tasksAssigned === 0 ? null : (15 * tasksDone) / tasksAssigned],
  ]);
  const worker = scale(FULL.worker, [
    [10, Math.max(0, 10 - 5 * absences)],
    [10, mark === undefined ? null : mark / 10],
  ]);
  return Math.floor((results + duty + worker + Math.min(10, Math.max(0, effective - base))) * 100 + 0.5 + 1e-9);
}
function amountsOf(people: readonly { id: string; points: number | null; grids: number; share: number }[]) {
  const ranked = people.flatMap(({ points }) => (points === null ? [] : [points]));
  return people.map(({ id, points, grids, share }) => {
    const rank = points === null ? null : ranked.filter((other) => other > points).length + 1;
    const tenths = rank === null ? 10 : rank <= 7 ? 12 : rank > ranked.length - 7 ? 8 : 10;
    return [id, rank ?? '', Math.floor(6000 * grids * tenths * share + 0.5 + 1e-6) / 100];
  });
}

describe('a points scheme of another township', () => {
  const PERIOD = '2021-07';
  const days = workdaysOf(PERIOD).length;
  const plans: Record<string, Plan> = {
    A01: { effective: 20, mark: 90 },
    A02: { effective: 19, mark: 90 },
    A03: { effective: 21, mark: 90 },
    A04: { effective: 29, mark: 90 },
    A05: { effective: 30, mark: 90 },
    A06: { effective: 31, mark: 90 },
    A07: { effective: 20, missed: 1, mark: 85 },
    A08: { effective: 20, missed: 3, mark: 85 },
    A09: { effective: 20, tasksAssigned: 3, tasksDone: 1, mark: 77 },
    A10: { effective: 20, tasksAssigned: 0, mark: 77 },
    A11: { effective: 20, absences: 1, mark: 70 },
    A12: { effective: 20, absences: 3 },
    A13: { effective: 20 },
    A14: { effective: 13, offline: 5, mark: 61 },
    A15: { effective: 0, offline: 7, tasksDone: 0, mark: 0 },
    A16: { effective: 18, mark: 90 },
    A17: { effective: 20, mark: 90 },
    A18: { effective: 0, offline: days },
  };
  const grids = (id: string) => (id === 'A03' ? 'G-A03 G-A03b' : `G-${id}`);
  const office = (ids: readonly string[], settings: string | null = null) =>
    memoryWorkspace([
      ...officeFiles({
        people: Object.fromEntries(ids.map((id) => [id, grids(id)])),
        months: [PERIOD],
        plan: (id) => plans[id] as Plan,
        dates: { A14: { hired: '2021-07-08' }, A18: { left: '2021-07-31' } },
      }),
      ...(settings === null ? [] : [{ path: '设置.csv', text: `参数,取值\n${settings}\n` }]),
      ...(ids.includes('A18')
        ? [{ path: `${PERIOD}/请假.csv`, text: '工号,开始日期,结束日期,类型\nA18,2021-07-01,2021-07-31,产假\n' }]
        : []),
    ]);
  const run = async (ids = Object.keys(plans), settings: string | null = null) => {
    const { record, problems } = await runMonth(
      office(ids, settings),
      await shipped('points-town.yaml'),
      month(PERIOD),
    );
    const errors = problems.filter((one) => severityOf(one) === 'error');
    if (record === null) throw new Error(JSON.stringify(errors));
    return { record, problems };
  };
  const expectedFor = (ids: readonly string[]) =>
    amountsOf(
      ids.map((id) => {
        const isLate = id === 'A14';
        const served = isLate ? days - 5 : days;
        const base = Math.ceil((20 * served) / days);
        const plan = { ...plans[id], offline: isLate ? 0 : (plans[id]?.offline ?? 0) };
        const points = id === 'A18' ? null : pointsOf(plan, base, served);
        return { id, points, grids: grids(id).split(' ').length, share: served / days };
      }),
    );
  const got = (record: MonthRecord) =>
    payDocument(record).workers.map(({ id, pointsRank, gridPay }) => [id, pointsRank, gridPay]);

  test.each([18, 14, 13, 8, 3])('%i people: ranks and amounts', async (count) => {
    const ids = Object.keys(plans).slice(0, count);
    expect(got((await run(ids)).record)).toEqual(expectedFor(ids));
  });
  test('bonus points stop at 10; sections of 50, 30 and 20; what has no data is left out with a warning', async () => {
    const { record, problems } = await run();
    const workers = new Map(payDocument(record).workers.map((one) => [one.id, one]));
    const points = (id: string) => {
      const { resultsPoints, dutyPoints, workerPoints, bonusPoints, points: total } = workers.get(id) ?? {};
      return [resultsPoints, dutyPoints, workerPoints, bonusPoints, total];
    };
    expect(points('A02')).toEqual([48, 30, 19, 0, 97]);
    expect(points('A04')).toEqual([50, 30, 19, 9, 108]);
    expect(points('A05')).toEqual([50, 30, 19, 10, 109]);
    expect(points('A06')).toEqual([50, 30, 19, 10, 109]);
    expect(points('A10')).toEqual([50, 30, 17.7, 0, 97.7]);
    expect(points('A13')).toEqual([50, 30, 20, 0, 100]);
    expect(points('A18')).toEqual(['', '', '', '', '']);
    expect(
      problems.flatMap((one) => (one.code === 'dimensionLeftOut' ? [[one.data.dimension, one.data.names]] : [])),
    ).toEqual([
      ['办结派单', ['人A10']],
      ['巡查质量评分', ['人A12', '人A13']],
    ]);
  });
  test('every line has a basis and sources, and is the value of its expression', async () => {
    const { record } = await run();
    for (const { decisions, figures } of record.subjects) {
      const lines = decisions.flatMap((one) => one.lines);
      expect(lines.every(({ basis, sources }) => 'quote' in basis && sources.length > 0)).toBe(true);
      expect(Object.values(figures).every(({ sources }) => sources.length > 0)).toBe(true);
    }
    const line = subject(record, 'A03').decisions[0]?.lines[0];
    expect([line?.label, line?.quantity, line?.rate, line?.basis]).toEqual([
      '网格报酬：第4名，系数1.2',
      '2',
      60_000,
      { clause: '二（二）', quote: '积分排名前7名的，系数为1.2' },
    ]);
  });
  test.each([
    ['名次既在前列又在末列的系数,末列', 3, [480, 480, 960]],
    ['名次既在前列又在末列的系数,其余', 3, [600, 600, 1200]],
    ['每个网格报酬,650', 1, [780]],
    ['前列人数,0', 1, [480]],
  ])('%s', async (setting, count, amounts) => {
    const { record } = await run(Object.keys(plans).slice(0, count), setting);
    expect(record.subjects.map(({ total }) => total / 100)).toEqual(amounts);
  });
  test('part months are paid whole where the office reads it so', async () => {
    const of = (record: MonthRecord) => yuan(record, 'A14', 'gridPay');
    const [share, whole] = [await run(), await run(Object.keys(plans), '网格报酬按出勤份额折算,否')].map((one) =>
      of(one.record),
    );
    expect([share, whole]).toEqual([Math.round((48_000 * (days - 5)) / days) / 100, 480]);
  });
  test('the sheets follow the items', async () => {
    const { record } = await run();
    const book = payWorkbook(record, NOBODY);
    expect(book.sheets.map(({ name }) => name)).toEqual([
      '发放表',
      '工资条',
      '信息明细',
      '任务明细',
      '例会明细',
      '其他指标',
      '问题清单',
      '异常线索',
      '核对',
      '规则依据',
      '解释口径',
      '数据来源',
    ]);
    expect(sheetNamed(book, '发放表').columns.map(({ heading }) => heading)).toEqual([
      ...['序号', '工号', '姓名', '网格', '考核日', '网格成效', '履职情况', '本人表现', '加分', '月度积分'],
      ...['积分名次', '网格数', '系数', '出勤份额', '网格报酬', '增减项', '应发合计', '备注', '签名'],
    ]);
  });
  test('a quarter cannot be ranked, and says so', async () => {
    const three = officeFiles({
      people: { A01: 'G1' },
      months: ['2021-07', '2021-08', '2021-09'],
      plan: () => ({ mark: 90 }),
    });
    const { problems } = await runQuarter(
      memoryWorkspace(three),
      await shipped('points-town.yaml'),
      '2021-Q3' as never,
    );
    expect(problems.map(({ code }) => code)).toContain('schemeWithoutRanking');
  });
});
