// 工资条: who gets a strip, what stands on it, and deductions in words, on made months and on the sample's.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Decision, Line } from '../../../src/model/decision.ts';
import { binary, type Expression, negate, number, roundToFen, times, when } from '../../../src/model/expression.ts';
import { type Fen, fen } from '../../../src/model/money.ts';
import type { MonthRecord, SubjectRecord } from '../../../src/model/record.ts';
import { deductionTexts } from '../../../src/views/workbook/deductions.ts';
import type { FormBlock, FormSheet } from '../../../src/views/workbook/form.ts';
import { payWorkbook } from '../../../src/views/workbook/pay.ts';
import type { Prepared } from '../../../src/views/workbook/prepared.ts';
import { quarterUnder } from '../../run/sample-quarter.ts';
import { formNamed } from './cells.ts';
import { monthRecord } from './record.ts';

const NOBODY = { preparedBy: null, preparedOn: null };

const slipsOf = (record: MonthRecord, prepared: Prepared = NOBODY): FormSheet =>
  formNamed(payWorkbook(record, prepared), '工资条');
const valuesOf = (block: FormBlock | undefined) => (block ?? []).map(({ cells }) => cells.map(({ value }) => value));
const stripOf = (record: MonthRecord, id: string) =>
  valuesOf(slipsOf(record).blocks.find((block) => valuesOf(block).flat().includes(id)));

describe('strips', () => {
  const record = monthRecord(45);
  const form = slipsOf(record);

  it('are of all members and of others with any money, in the order of the record', () => {
    const paid = record.subjects.filter(({ role, total }) => role === 'fullTime' || total !== 0);
    expect(paid.length).toBeLessThan(record.subjects.length);
    expect(form.blocks.map((block) => valuesOf(block)[2]?.[0])).toEqual(paid.map(({ id }) => id));
    expect(form).toMatchObject({ name: '工资条', landscape: false, pages: 'packed' });
  });

  it('hold the items of the role, the sum and room to sign', () => {
    expect(stripOf(record, 'YH0003')).toEqual([
      ['2021年7月 工资条（元）　中共嵊州市剡湖街道工作委员会、嵊州市剡湖街道办事处', '专职网格员'],
      ['工号', '姓名', '网格', '巡查补贴', '信息补贴', '任务奖励', '专项奖励', '排名奖励', '应发合计', '签收'],
      ['YH0003', '孙雪', '330683001003', 800, 200, 200, 500, 0, 1700, null],
      ['说明', '无扣减'],
      [null],
    ]);
    expect(stripOf(record, 'JZ0002').slice(1, 3)).toEqual([
      ['工号', '姓名', '网格', '以奖代补', '应发合计', '签收'],
      ['JZ0002', expect.any(String), '330683001002', 5, 5, null],
    ]);
  });

  it('go on in a second line with what few people have', () => {
    expect(stripOf(record, 'YH0002').slice(1, 6)).toEqual([
      ['工号', '姓名', '网格', '巡查补贴', '信息补贴', '任务奖励', '专项奖励', '排名奖励', '增减项', '签收'],
      ['YH0002', '钱强海', '330683001002', 750, 170, 200, 0, 0, -1700, null],
      [null, '应发合计', '结转追扣'],
      [null, 0, -580],
      [
        '说明',
        '结转追扣：各项合计不足，580.00 元转入下月追扣\n未达标日：7日 在线时长 3:42:53（应 4:00:00），巡查里程 2.999 km（应 3.00 km）；20日 在线时长 3:59:22（应 4:00:00），巡查里程 2.999 km（应 3.00 km）',
      ],
    ]);
  });

  it('cover all columns in every boxed row', () => {
    const spans = form.blocks.flatMap((block) =>
      block.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)),
    );
    expect(Math.max(...spans)).toBe(form.widths.length);
    for (const block of form.blocks) {
      const boxed = block.filter(({ cells }) => cells.every(({ border }) => border === 'box'));
      expect(boxed.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0))).toEqual(
        boxed.map(() => form.widths.length),
      );
    }
  });

  it('say who made them where that is known', () => {
    const made = slipsOf(record, { preparedBy: '王芳', preparedOn: '2021-08-03' });
    expect(valuesOf(made.blocks[0]).at(-1)).toEqual(['制表：王芳　日期：2021年8月3日']);
  });

  it('are none where nobody is paid', () => {
    const names = payWorkbook({ ...record, subjects: [] }, NOBODY).sheets.map(({ name }) => name);
    expect(names).not.toContain('工资条');
  });
});

const parameter = (value: string, unit = '元'): Expression => ({
  op: 'parameter',
  key: 'p',
  title: '标准',
  value,
  unit,
});
const figure = (value: string, unit: string): Expression => ({ op: 'figure', key: 'f', title: '数', value, unit });
const line = (change: Partial<Line> & Pick<Line, 'label' | 'expression'>, yuan: number): Line => ({
  key: 'other',
  amount: fen(Math.round(yuan * 100)),
  quantity: null,
  rate: null,
  unit: null,
  basis: { clause: '三', quote: '…' },
  interpretations: [],
  missing: null,
  sources: [],
  ...change,
});
const deduct = (label: string, quantity: string, unit: string, rate: number, yuan: number): Line =>
  line(
    {
      label,
      quantity,
      unit,
      rate: fen(rate * 100),
      expression: negate(binary('min', times(parameter(String(rate)), figure(quantity, unit)), number(-yuan))),
    },
    yuan,
  );
const full = (title: string, share: string, yuan: number): Line =>
  line(
    {
      key: 'full',
      label: `${title}全额`,
      expression: when(number(0), number(0), roundToFen(times(parameter('800', '元/月'), figure(share, '')))),
      quantity: share,
      unit: '月',
    },
    yuan,
  );

const [member] = monthRecord(1).subjects as [SubjectRecord];
const textsOf = (...items: readonly (readonly [title: string, ...lines: readonly Line[]])[]) => {
  const decisions = items.map(([title, ...lines]): Decision => {
    const amount = fen(lines.reduce((sum, one) => sum + one.amount, 0));
    return { item: title, title, amount, lines };
  });
  const sum = decisions.reduce((total, { amount }) => total + amount, 0);
  return deductionTexts({ ...member, decisions, total: Math.max(0, sum) as Fen, carriedOut: fen(0) });
};

describe('deductions in words', () => {
  it('a share, and so much for each', () => {
    expect(
      textsOf(['巡查补贴', full('巡查补贴', '19/22', 690.91), deduct('未达标日扣减', '4', '天', 25, -100)]),
    ).toEqual(['巡查补贴：按出勤份额计 690.91 元（800 × 19/22）；未达标日扣减 4 天 × 25 元，扣 100.00 元']);
  });

  it('what is left caps them, and a rate of nothing takes nothing', () => {
    expect(
      textsOf([
        '巡查补贴',
        full('巡查补贴', '1/22', 36.36),
        deduct('未达标日扣减', '2', '天', 25, -36.36),
        deduct('会议缺席扣减', '1', '次', 50, 0),
        deduct('会议迟到扣减', '1', '次', 0, 0),
        deduct('会议早退扣减', '0', '次', 50, 0),
      ]),
    ).toEqual([
      '巡查补贴：按出勤份额计 36.36 元（800 × 1/22）；未达标日扣减 2 天 × 25 元，扣 36.36 元（扣完为止）；会议缺席扣减 1 次 × 50 元，已无余额，不再扣',
    ]);
  });

  it('nothing paid: why, with the number it was about, and what goes on being taken', () => {
    const forfeited = line(
      {
        key: 'forfeited',
        label: '巡查补贴不发放：累计未达标',
        expression: when(binary('atLeast', figure('6', '天'), parameter('5', '天')), number(0), number(800)),
        quantity: '6',
        unit: '天',
      },
      0,
    );
    expect(textsOf(['巡查补贴', forfeited, deduct('未达标日扣减', '6', '天', 25, 0)])).toEqual([
      '巡查补贴 0 元：不发放，累计未达标 6 天',
    ]);
    expect(
      textsOf(['别的', full('别的', '1', 800)], ['巡查补贴', forfeited, deduct('缺席', '1', '次', 50, -50)]),
    ).toEqual(['巡查补贴 −50.00 元：不发放，累计未达标 6 天；缺席 1 次 × 50 元，扣 50.00 元']);
  });

  it('a number that did not decide is left out; what is lacking counts before it', () => {
    const done = figure('8', '件');
    const reward = (change: Partial<Line>, forfeits: string, assigned: string): Line =>
      line(
        {
          label: '任务奖励：派单未全部按时办结',
          expression: when(
            binary('atLeast', done, figure(assigned, '件')),
            when(figure(forfeits, '是否'), number(0), number(200)),
            number(0),
          ),
          quantity: '8',
          unit: '件',
          ...change,
        },
        0,
      );
    const missing = { quantity: '1', unit: '件' };
    expect(textsOf(['任务奖励', reward({ missing }, '0', '9')])).toEqual([
      '任务奖励 0 元：派单未全部按时办结，还差 1 件',
    ]);
    expect(textsOf(['任务奖励', reward({ label: '任务奖励不发放：巡查补贴取消' }, '1', '8')])).toEqual([
      '任务奖励 0 元：不发放，巡查补贴取消',
    ]);
  });

  it('a reward nobody earned is no deduction', () => {
    const duty = when(binary('atLeast', figure('0', '项'), number(1)), number(500), number(0));
    const missing = { quantity: '1', unit: '项' };
    expect(
      textsOf(['专项奖励', line({ key: 'full', label: '专项奖励：未完成', expression: duty, missing }, 0)]),
    ).toEqual([]);
    expect(textsOf(['排名奖励', line({ label: '排名奖励：本月不发', expression: number(0) }, 0)])).toEqual([]);
    expect(
      textsOf(['以奖代补', line({ label: '以奖代补', expression: times(parameter('5'), figure('0', '条')) }, 0)]),
    ).toEqual([]);
  });

  it('a coefficient below one, an adjustment with its reason, a sum below zero', () => {
    const pay = roundToFen(times(times(parameter('600', '元/月'), figure('2', '个')), parameter('0.8', '倍')));
    expect(textsOf(['网格报酬', line({ label: '网格报酬：第3名，系数0.8', expression: pay }, 960)])).toEqual([
      '网格报酬：第3名，系数0.8 960.00 元（600 × 2 × 0.8）',
    ]);
    const given = (yuan: number) =>
      line({ label: '追扣', expression: number(yuan), basis: { approver: '王', reason: '重复发放' } }, yuan);
    expect(textsOf(['增减项', given(-1500)])).toEqual([
      '增减项：追扣，扣 1,500.00 元（重复发放）',
      '各项合计 −1,500.00 元，应发合计按 0.00 元计',
    ]);
    expect(textsOf(['增减项', given(36.5)])).toEqual([]);
  });
});

describe('the sample', () => {
  let months: readonly MonthRecord[];
  beforeAll(async () => {
    months = await quarterUnder();
  });
  const textsIn = (month: number, id: string) =>
    (months[month]?.subjects ?? []).filter((one) => one.id === id).flatMap(deductionTexts);

  it.each([
    [0, 'W001', []],
    [0, 'W002', ['巡查补贴 0 元：不发放，连续未达标 3 天']],
    [0, 'W022', ['信息补贴 0 元：取消，漏报 1 起']],
    [0, 'W023', ['巡查补贴 0 元：不发放，累计未达标 5 天']],
    [0, 'W029', ['巡查补贴：未达标日扣减 1 天 × 25 元，扣 25.00 元', '任务奖励 0 元：派单未全部按时办结，还差 1 件']],
    [
      0,
      'W033',
      [
        '巡查补贴：未达标日扣减 1 天 × 25 元，扣 25.00 元',
        '增减项：追扣，扣 1,500.00 元（追扣2021年上半年重复发放的补贴）',
        '结转追扣：各项合计不足，325.00 元转入下月追扣',
      ],
    ],
    [
      0,
      'W034',
      [
        '巡查补贴：按出勤份额计 690.91 元（800 × 19/22）',
        '信息补贴：按出勤份额计 172.73 元（200 × 19/22）',
        '任务奖励：派单全部按时办结 172.73 元（200 × 19/22）',
      ],
    ],
    [
      0,
      'W035',
      ['巡查补贴：未达标日扣减 1 天 × 25 元，扣 25.00 元', '信息补贴：有效信息少报扣减 3 条 × 10 元，扣 30.00 元'],
    ],
    [0, 'W042', ['巡查补贴：会议无故缺席扣减 1 次 × 50 元，扣 50.00 元']],
    [1, 'W033', ['上月结转：2021-07 结转追扣，扣 325.00 元']],
    [2, 'W029', ['本月不在岗']],
  ])('month %i, %s', (month, id, texts) => {
    expect(textsIn(month, id)).toEqual(texts);
  });

  it('what is taken in words is what the amounts lack', () => {
    const taken = (texts: readonly string[]) =>
      texts.flatMap((text) =>
        [...text.matchAll(/扣 ([\d,]+\.\d\d) 元/g)].map(([, sum]) => Number(sum?.replace(',', ''))),
      );
    const wrong = months.flatMap(({ period, subjects }) =>
      subjects
        .filter((subject) => {
          const said = taken(deductionTexts(subject)).reduce((sum, one) => sum + Math.round(one * 100), 0);
          const lines = subject.decisions.flatMap((one) => one.lines.map(({ amount }) => amount));
          return said !== -lines.filter((amount) => amount < 0).reduce((sum, one) => sum + one, 0);
        })
        .map(({ id }) => `${period} ${id}`),
    );
    expect(wrong).toEqual([]);
  });

  it('holds no account', () => {
    const accounts = months.flatMap(({ subjects }) => subjects.flatMap(({ accountEnding }) => accountEnding ?? []));
    expect(accounts.length).toBeGreaterThan(0);
    const words = new Set(JSON.stringify(months.map((record) => slipsOf(record))).match(/\d{4,}/g));
    expect(accounts.filter((ending) => words.has(ending))).toEqual([]);
  });
});
