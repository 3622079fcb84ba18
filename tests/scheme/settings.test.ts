// 设置 of an office: parameters by title or key, from a month on, and what a row may not say.
import { describe, expect, test } from 'vitest';
import { parseYearMonth, type YearMonth } from '../../src/model/civil.ts';
import { wordsOf } from '../../src/problems/words.ts';
import { keyOf, readSettings } from '../../src/scheme/settings.ts';
import { shippedEditions } from '../../src/scheme/shipped.ts';

const edition = shippedEditions()[0]?.edition;
if (edition === undefined) throw new Error('no edition');

/** Rows as `name, value, from`, in 设置.xlsx from row 2 on. */
function read(
  rows: readonly (readonly [name: string, value: string, from?: string | undefined])[],
  period = '2021-07',
) {
  const found = readSettings(
    edition as NonNullable<typeof edition>,
    rows.map(([name, value, from], index) => ({
      name,
      value,
      from: from === undefined ? null : parseYearMonth(from),
      basis: '会议纪要',
      approver: '王主任',
      place: { file: '设置.xlsx', sheet: '设置', row: index + 2, column: 1 },
      columns: { name: 0, value: 1 },
    })),
    period as YearMonth,
  );
  return {
    ...found,
    own: Object.fromEntries([...found.values].map(([key, { value }]) => [key, value])),
    faults: found.problems.map(({ code, place }) => `${code} ${place.row},${place.column}`),
  };
}

describe('a parameter is named by title or key, in either width and with spaces', () => {
  test.each([
    ['巡查补贴标准', 'patrol.amount'],
    [' 巡查 补贴　标准 ', 'patrol.amount'],
    ['patrol.amount', 'patrol.amount'],
    ['ｐａｔｒｏｌ．ａｍｏｕｎｔ', 'patrol.amount'],
    ['目标．在线率．标准', 'target.onlineRate.threshold'],
    ['巡查补贴', undefined],
    ['Patrol.amount', undefined],
    ['', undefined],
  ])('“%s”', (name, key) => {
    expect(keyOf(edition, name)).toBe(key);
  });
});

describe('from a month on', () => {
  const rows = [
    ['巡查补贴标准', '900', '2021-08'],
    ['patrol.amount', '850'],
    ['巡查补贴标准', '950', '2021-10'],
  ] as const;
  test.each([
    ['2021-07', '850'],
    ['2021-08', '900'],
    ['2021-09', '900'],
    ['2021-10', '950'],
    ['2022-01', '950'],
  ])('%s: %s', (period, value) => {
    for (const order of [rows, [...rows].reverse()]) {
      const { own, faults, used } = read(order, period);
      expect([own, faults, used.map((row) => row.value)]).toEqual([{ 'patrol.amount': value }, [], [value]]);
    }
  });
  test('none in force yet', () => {
    const { own, used } = read([['巡查补贴标准', '900', '2021-08']]);
    expect([own, used]).toEqual([{}, []]);
  });
  test('the row in force is kept as it was decided', () => {
    expect(read([['巡查补贴标准', '９００元', '2021-07']]).used).toEqual([
      { name: '巡查补贴标准', value: '９００元', from: '2021-07', basis: '会议纪要', approver: '王主任' },
    ]);
  });
});

describe('one parameter twice for a month', () => {
  test.each([
    [
      'without a month',
      [
        ['巡查补贴标准', '900'],
        ['巡查补贴标准', '950'],
      ],
      ['settingTwice 3,1'],
    ],
    [
      'by title and by key',
      [
        ['巡查补贴标准', '900', '2021-07'],
        ['patrol.amount', '900', '2021-07'],
      ],
      ['settingTwice 3,1'],
    ],
    [
      'three times',
      [
        ['巡查补贴标准', '900'],
        ['巡查补贴标准', '950'],
        ['巡查补贴标准', '900'],
      ],
      ['settingTwice 3,1', 'settingTwice 4,1'],
    ],
    [
      'in two months',
      [
        ['巡查补贴标准', '900', '2021-07'],
        ['巡查补贴标准', '950', '2021-08'],
      ],
      [],
    ],
    [
      'two parameters',
      [
        ['巡查补贴标准', '900'],
        ['信息补贴标准', '900'],
      ],
      [],
    ],
    [
      'the office’s name',
      [
        ['单位名称', '甲街道'],
        ['单位名称', '乙街道'],
      ],
      ['settingTwice 3,1'],
    ],
  ] as const)('%s', (_, rows, expected) => {
    expect(read(rows).faults).toEqual(expected);
  });
  test('the message says since when', () => {
    const messages = (from?: string) =>
      read([
        ['巡查补贴标准', '900', from],
        ['巡查补贴标准', '950', from],
      ]).problems.map((one) => wordsOf(one).message);
    expect([messages(), messages('2021-08')]).toEqual([
      ['参数“巡查补贴标准”有两个没有写起始月的取值'],
      ['参数“巡查补贴标准”自 2021-08 起有两个取值'],
    ]);
  });
});

describe('what a row may not say', () => {
  test.each([
    [['巡查补贴', '900'], 'settingUnknown 2,0'],
    [['巡查补贴标准', '九百'], 'settingUnreadable 2,1'],
    [['巡查补贴标准', '-1'], 'settingOutOfRange 2,1'],
    [['连续未达标计算方式', '日历日'], 'settingNotAChoice 2,1'],
    [['巡查补贴标准', '九百', '2022-01'], 'settingUnreadable 2,1'],
  ] as const)('%j', (row, expected) => {
    const { faults, own } = read([row]);
    expect([faults, own]).toEqual([[expected], {}]);
  });
  const nearest = (name: string) => read([[name, '1']]).problems.map((one) => wordsOf(one).remedy);
  test.each([
    ['巡查补助标准', '是否为“巡查补贴标准”？请照抄规则依据表中的参数名称'],
    ['红牌月数', '是否为“红牌连续月数”？请照抄规则依据表中的参数名称'],
    ['三星', '是否为“三星名次”、“三星奖励”？请照抄规则依据表中的参数名称'],
    ['年终奖', '请照抄规则依据表中的参数名称'],
  ])('%s: %s', (name, remedy) => {
    expect(nearest(name)).toEqual([remedy]);
  });
  test('half of the characters are enough to be near, less is not', () => {
    expect(nearest('红牌甲乙')).toEqual(['是否为“红牌不参加排名”、“红牌连续月数”？请照抄规则依据表中的参数名称']);
    expect(nearest('红牌甲乙丙')).toEqual(['请照抄规则依据表中的参数名称']);
  });
});

test('the office’s own name, scope and township are no parameters', () => {
  const { office, own, faults } = read([
    ['单位 名称', ' 样例街道办事处 '],
    ['网格编号前缀', 'G00'],
    ['所属镇街', '剡湖街道', '2021-07'],
    ['所属镇街', '三江街道', '2021-08'],
    ['工号位数', '3'],
  ]);
  expect([office, own, faults]).toEqual([
    { name: '样例街道办事处', gridPrefix: 'G00', township: '剡湖街道', idDigits: '3' },
    {},
    [],
  ]);
  expect(read([]).office).toEqual({ name: null, gridPrefix: null, township: null, idDigits: null });
});
