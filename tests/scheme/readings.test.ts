// 解释口径: the reading taken follows the values in force; 口径确认 chooses one, and what it may not say.
import { describe, expect, test } from 'vitest';
import { readWorkspaceTables } from '../../src/intake/read-workspace.ts';
import type { YearMonth } from '../../src/model/civil.ts';
import { issuesOf } from '../../src/problems/issues.ts';
import { conditionsOf, officeTables } from '../../src/run/conditions.ts';
import { canonical, labelOf, readingsOf, valuesOfReadings } from '../../src/scheme/readings.ts';
import { schemeOf, shippedParameters } from '../../src/scheme/scheme.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { memoryWorkspace } from '../memory-workspace.ts';

const [shipped] = shippedEditions();
if (shipped === undefined) throw new Error('no edition');
const { edition } = shipped;

interface Rows {
  readonly settings?: readonly string[];
  readonly confirmations?: readonly string[];
}

/** The scheme of a month under these rows of 设置 and 口径确认, with the problems found. */
async function under({ settings = [], confirmations = [] }: Rows, period = '2021-07') {
  const file = (path: string, head: string, rows: readonly string[]) =>
    rows.length === 0 ? [] : [{ path, text: `${head},起始月,决定,批准人\n${rows.join('\n')}\n` }];
  const files = [...file('设置.csv', '参数,取值', settings), ...file('口径.csv', '编号,选定', confirmations)];
  const conditions = await conditionsOf(
    await officeTables(memoryWorkspace(files)),
    shippedEditions(),
    period as YearMonth,
  );
  if ('code' in conditions) throw new Error(conditions.code);
  const reading = (number: string) => conditions.scheme.readings.find((one) => one.number === number);
  const problems = conditions.problems.map(({ code, place: { file: name, row, column } }) =>
    [code, name?.slice(0, 2), row, column].join(' '),
  );
  const value = (key: string) => conditions.scheme.parameters.get(key)?.value;
  return { ...conditions, reading, problems, value, issues: issuesOf(conditions.problems, false) };
}

test('a workspace without tables of its own has none of these rows', async () => {
  const tables = await readWorkspaceTables([]);
  expect([tables.settings, tables.confirmations, tables.problems]).toEqual([[], [], []]);
});

describe('the reading taken follows the values', () => {
  test('甲 everywhere as shipped, nothing confirmed', async () => {
    const { scheme } = await under({});
    expect(new Set(scheme.readings.map(({ taken, confirmed }) => `${taken} ${confirmed}`))).toEqual(
      new Set(['甲 null']),
    );
    expect(scheme.readings.map(({ number }) => number)).toEqual(Object.keys(edition.interpretations));
  });
  const others = Object.entries(edition.interpretations).flatMap(([number, { others: list }]) =>
    list.map(({ sets }, index) => [number, labelOf(index + 1), sets] as const),
  );
  test.each(others)('%s%s when its values are set', async (number, label, sets) => {
    const settings = Object.entries(sets).map(([key, value]) => `${key},${value},,会议纪要,王主任`);
    const { reading, problems } = await under({ settings });
    expect([reading(number)?.taken, problems]).toEqual([label, []]);
    expect(reading(number)?.others.map((one) => one.label)).not.toContain(label);
  });
  test('the other readings are listed, 甲 first', async () => {
    const { reading } = await under({ settings: ['连续未达标计算方式,工作日,,,'] });
    expect(reading('K1')).toEqual({
      number: 'K1',
      question: '“连续3天未达标”是否计入周末、节假日、请假和免考日？',
      clause: '三（六）1',
      taken: '乙',
      reading: '按工作日连续计算：请假、免考的工作日中断连续，周末和节假日不中断',
      others: [
        { label: '甲', reading: '只按考核日连续计算：非考核日既不中断也不延长' },
        { label: '丙', reading: '按自然日连续计算：周末、节假日、请假和免考日均中断连续' },
      ],
      confirmed: null,
    });
  });
  test.each([
    ['K8', ['会议迟到扣减,20,,,'], '单位自定：会议迟到扣减＝20'],
    [
      'K3',
      ['目标.巡查里程.周期,周,,,'],
      '单位自定：目标.在线时长.周期＝日，目标.巡查里程.周期＝周，目标.重点人员走访.周期＝日，目标.重点场所走访.周期＝日',
    ],
    [
      'K6',
      ['巡查补贴取消时任务奖励一并取消,是,,,'],
      '单位自定：巡查补贴取消时信息补贴一并取消＝否，巡查补贴取消时任务奖励一并取消＝是',
    ],
  ])('%s: a combination that is no reading', async (number, settings, text) => {
    const { reading } = await under({ settings });
    expect([reading(number)?.taken, reading(number)?.reading]).toEqual([null, text]);
    expect(reading(number)?.others.map(({ label }) => label)[0]).toBe('甲');
  });
  test('a word in braces is the value in force', async () => {
    const { reading } = await under({ settings: ['信息考核基数,25,,,', '连续未达标取消天数,4,,,'] });
    expect(reading('K10')?.reading).toBe('基数为每月25条，按出勤份额折算后向上取整');
    expect(reading('K10')?.others).toEqual([{ label: '乙', reading: '基数为每月25条，请假和中途入职、离职不折算' }]);
    expect(reading('K21')?.reading).toBe('当月巡查补贴被取消（连续4天或累计5天未达标）的月份');
  });
  test('a reading that is not taken says its own values', async () => {
    const { reading } = await under({ confirmations: ['K16,乙,,,', 'K5,乙,,,'] });
    expect(reading('K16')?.others[0]?.reading).toBe(
      '六项各0-100分，权重20、20、20、15、15、10，无数据的项目不计并将其余权重按比例放大，综合分四舍五入到两位小数',
    );
    expect(reading('K5')).toMatchObject({
      taken: '乙',
      others: [{ label: '甲', reading: '在线率不低于80%，重点人员走访不少于1次，重点场所走访不少于1次' }],
    });
  });
  test('values of an edition written with their unit are read like an office’s', () => {
    const parameters = { ...edition.parameters };
    for (const [key, value] of [
      ['target.onlineRate.threshold', '80%'],
      ['meeting.lateDeduction', '0元'],
    ] as const)
      parameters[key] = { ...(edition.parameters[key] as (typeof parameters)[string]), value };
    const late = edition.interpretations.K8 as (typeof edition.interpretations)[string];
    const interpretations = {
      ...edition.interpretations,
      K8: { ...late, others: [{ reading: '扣50元', sets: { 'meeting.lateDeduction': '５０.0元/次' } }] },
    };
    const written = { ...edition, parameters, interpretations };
    expect(schemeOf(written, '').parameters.get('target.onlineRate.threshold')?.value).toBe('80');
    expect(valuesOfReadings(written, interpretations.K8)).toEqual([
      { 'meeting.lateDeduction': '0' },
      { 'meeting.lateDeduction': '50' },
    ]);
    const taken = readingsOf(written, shippedParameters(written), new Map());
    expect(taken.find(({ number }) => number === 'K8')?.taken).toBe('甲');
  });
});

test.each([
  ['patrol.amount', '９００元', '900'],
  ['patrol.amount', '九百', '九百'],
  ['no.such', '900', '900'],
])('%s %s in the edition’s own writing: %s', (key, text, expected) => {
  expect(canonical(edition, key, text)).toBe(expected);
});

describe('口径确认 chooses', () => {
  const K5 = '在线率不低于80%，重点人员走访不少于1次，重点场所走访不少于1次';
  test.each([
    ['K2,采用', '甲', '否'],
    ['K2,同意', '甲', '否'],
    ['K2,是', '甲', '否'],
    ['K2,甲', '甲', '否'],
    ['K2,在当月之内计算，不跨月', '甲', '否'],
    ['K2,乙', '乙', '是'],
    ['k2, 乙 ', '乙', '是'],
    ['Ｋ２,上月末的连续未达标与本月初的连续计算', '乙', '是'],
    ['K2,上月末的连续未达标 与 本月初的连续计算 ', '乙', '是'],
    ['"K2","在当月之内计算,不跨月"', '甲', '否'],
  ])('%s: %s', async (row, label, value) => {
    const { reading, value: own, problems } = await under({ confirmations: [`${row},,,`] });
    expect([reading('K2')?.taken, own('patrol.runAcrossMonths'), problems]).toEqual([label, value, []]);
  });
  test.each([
    ['K1,丙,,,', 'patrol.runBasis', '自然日'],
    [`K5,${K5},,,`, 'target.onlineRate.threshold', '80'],
    ['K5,在线率须达１００％，两项走访各不少于1次,,,', 'target.onlineRate.threshold', '100'],
    ['K8,乙,,,', 'meeting.lateDeduction', '50'],
    ['K16,乙,,,', 'star.weight.adHoc', '10'],
    ['K11,丙,,,', 'leave.personal.reduces', '否'],
  ])('%s', async (row, key, value) => {
    const { value: own, problems } = await under({ confirmations: [row] });
    expect([own(key), problems]).toEqual([value, []]);
  });
  test('the words of a reading are those with the office’s values', async () => {
    const settings = ['专项奖励标准,600,,,'];
    const words = (yuan: number) => `K20,当月每完成一项职责发${yuan}元，不分档，不折算,,,`;
    expect((await under({ settings, confirmations: [words(600)] })).value('special.perDuty')).toBe('是');
    expect((await under({ settings, confirmations: [words(500)] })).problems).toEqual([
      'confirmationNotComputed 口径 2 1',
    ]);
  });
  test('the row is behind the value, the basis stays the interpretation', async () => {
    const { scheme } = await under({ confirmations: ['K2,乙,,会议纪要,王主任'] });
    expect(scheme.parameters.get('patrol.runAcrossMonths')).toMatchObject({
      basis: { interpretation: 'K2', clause: '三（六）1' },
      place: { file: '口径.csv', row: 2, column: 1 },
    });
    expect(scheme.parameters.get('patrol.runBasis')?.place).toBeNull();
  });
  test('who decided it, since when and why is kept; the hash follows', async () => {
    const none = await under({});
    const agreed = await under({ confirmations: ['K2,采用,2021-07,街道党政联席会议,王主任'] });
    expect(agreed.reading('K2')?.confirmed).toEqual({
      from: '2021-07',
      approver: '王主任',
      reason: '街道党政联席会议',
    });
    expect(agreed.reading('K1')?.confirmed).toBeNull();
    const other = await under({ confirmations: ['K2,采用,2021-07,街道党政联席会议,李主任'] });
    expect(new Set([none, agreed, other].map(({ scheme }) => scheme.sha256)).size).toBe(3);
  });
});

describe('from a month on', () => {
  const twice = ['K2,乙,2021-08,,', 'K2,甲,2021-10,,'];
  test.each([
    ['2021-07', '甲', null],
    ['2021-08', '乙', '2021-08'],
    ['2021-09', '乙', '2021-08'],
    ['2021-10', '甲', '2021-10'],
    ['2021-11', '甲', '2021-10'],
  ])('%s: %s', async (period, label, from) => {
    for (const confirmations of [twice, [...twice].reverse()]) {
      const { reading, problems } = await under({ confirmations }, period);
      expect([reading('K2')?.taken, reading('K2')?.confirmed?.from ?? null, problems]).toEqual([label, from, []]);
    }
  });
  test('a row without a month holds until a dated one', async () => {
    const confirmations = ['K2,乙,2021-08,,', 'K2,采用,,,'];
    const taken = async (period: string) => (await under({ confirmations }, period)).reading('K2')?.taken;
    expect([await taken('2021-07'), await taken('2021-08')]).toEqual(['甲', '乙']);
  });
  test('before it holds, a row is no part of the hash', async () => {
    const early = await under({ confirmations: ['K2,乙,2021-08,,'] });
    expect([early.scheme.sha256, early.reading('K2')?.confirmed]).toEqual([(await under({})).scheme.sha256, null]);
  });
});

describe('what 口径确认 may not say', () => {
  test.each([
    ['an unknown number', ['K99,采用,,,'], ['confirmationUnknown 口径 2 0']],
    ['no number of that kind', ['口径一,采用,,,'], ['confirmationUnknown 口径 2 0']],
    ['a reading that is not computed', ['K2,每季度计算,,,'], ['confirmationNotComputed 口径 2 1']],
    ['a label there is none of', ['K2,丙,,,'], ['confirmationNotComputed 口径 2 1']],
    ['乙 where there is only one reading', ['K9,乙,,,'], ['confirmationNotComputed 口径 2 1']],
    ['two rows for one month', ['K2,乙,2021-07,,', 'K2,乙,2021-07,,'], ['confirmationTwice 口径 3 1']],
    ['two rows without a month', ['K2,乙,,,', 'K2,甲,,,'], ['confirmationTwice 口径 3 1']],
    ['a mistake that is not yet in force', ['K2,丙,2022-01,,'], ['confirmationNotComputed 口径 2 1']],
  ])('%s', async (_, confirmations, expected) => {
    expect((await under({ confirmations })).problems).toEqual(expected);
  });
  test('the message lists what can be chosen, with the values in force', async () => {
    const { issues } = await under({ confirmations: ['K10,其他,,,'] });
    expect(issues.map(({ message, remedy }) => [message, remedy])).toEqual([
      [
        '解释口径 K10 选定的“其他”程序不能计算',
        '请填写 甲（基数为每月20条，按出勤份额折算后向上取整），或 乙（基数为每月20条，请假和中途入职、离职不折算）',
      ],
    ]);
  });
  test('a row that is not understood changes nothing', async () => {
    const { reading, value } = await under({ confirmations: ['K2,丙,,,'] });
    expect([reading('K2')?.confirmed, value('patrol.runAcrossMonths')]).toEqual([null, '否']);
  });
});

describe('设置 beside 口径确认', () => {
  const setting = '连续未达标跨月计算';
  test.each([
    ['the value of the reading', ['是'], 'K2,乙,,,', []],
    ['another value', ['否'], 'K2,乙,,,', ['settingAgainstConfirmation 设置 2 1']],
    ['the shipped value, agreed to', ['否'], 'K2,采用,,,', []],
    ['against what was agreed to', ['是'], 'K2,采用,,,', ['settingAgainstConfirmation 设置 2 1']],
    ['a confirmation not yet in force', ['是'], 'K2,采用,2021-08,,', []],
  ])('%s', async (_, [value], confirmation, expected) => {
    const { problems } = await under({ settings: [`${setting},${value},,,`], confirmations: [confirmation] });
    expect(problems).toEqual(expected);
  });
  test('a value that no reading is about does not contradict', async () => {
    const rows = { settings: ['信息考核基数,25,,,'], confirmations: ['K10,乙,,,'] };
    const { problems, reading } = await under(rows);
    expect([problems, reading('K10')?.reading]).toEqual([[], '基数为每月25条，请假和中途入职、离职不折算']);
  });
  test('an equal value: the setting is the one behind it', async () => {
    const { scheme } = await under({
      settings: ['会议迟到扣减,50元,,会议纪要,王主任'],
      confirmations: ['K8,乙,,,'],
    });
    expect(scheme.parameters.get('meeting.lateDeduction')).toMatchObject({
      value: '50',
      basis: { approver: '王主任', reason: '会议纪要' },
      place: { file: '设置.csv', row: 2 },
    });
  });
  test('the message names both', async () => {
    const rows = { settings: ['会议迟到扣减,20,,,'], confirmations: ['K8,乙,,,'] };
    const { issues } = await under(rows);
    expect(issues.map(({ message }) => message)).toEqual([
      '参数“会议迟到扣减”的取值“20”与口径确认 K8 选定的“50”不一致',
    ]);
  });
});
