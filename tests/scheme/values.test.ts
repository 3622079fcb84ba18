// Values of parameters as an office writes them: units, digits and punctuation of either width, choices, ranges.
import { describe, expect, test } from 'vitest';
import { shippedEditions } from '../../src/scheme/shipped.ts';
import { readValue, tidy } from '../../src/scheme/values.ts';

const parameters = shippedEditions()[0]?.edition.parameters ?? {};

/** The value read, or the fault with what it says. */
function read(key: string, text: string): string {
  const definition = parameters[key];
  if (definition === undefined) throw new Error(`no parameter ${key}`);
  const found = readValue(definition, text);
  if ('value' in found) return found.value;
  return found.fault === 'outOfRange' ? `outOfRange ${found.range}` : found.fault;
}

test('every shipped value is read as it is written, with its unit too', () => {
  for (const [key, { value, unit, choices }] of Object.entries(parameters)) {
    expect([key, read(key, value)]).toEqual([key, value]);
    if (!choices) expect([key, read(key, `${value}${unit}`)]).toEqual([key, value]);
  }
});

describe('money: 元/月, two decimals at the most', () => {
  test.each([
    ['900', '900'],
    ['900元/月', '900'],
    ['900元', '900'],
    ['900.50', '900.5'],
    ['0900', '900'],
    [' 9 0 0 元 / 月 ', '900'],
    ['９００', '900'],
    ['９００．５', '900.5'],
    ['９００元／月', '900'],
    ['0', '0'],
    ['100000', '100000'],
    ['0.01', '0.01'],
    ['25.5', '25.5'],
  ])('%s is %s', (text, expected) => {
    expect(read('patrol.amount', text)).toBe(expected);
  });
  const RANGE = 'outOfRange 0 至 100000 之间的数（最多两位小数）';
  test.each(['-1', '－1', '-0.01', '100000.01', '100001', '0.001', '900.005'])('%s is out of range', (text) => {
    expect(read('patrol.amount', text)).toBe(RANGE);
  });
  test.each([
    '',
    '元',
    '九百',
    '900元/天',
    '900元/季',
    '900块',
    '900圆',
    '900.',
    '.5',
    '1,000',
    '1，000',
    '25。5',
    '25．．5',
    '25..5',
    '9e2',
    '+900',
    '−900',
    '900-1000',
    '约900',
    '900%',
  ])('“%s” is no amount', (text) => {
    expect(read('patrol.amount', text)).toBe('unreadable');
  });
});

describe('%: 0 to 100, decimals allowed', () => {
  test.each([
    ['80', '80'],
    ['80%', '80'],
    ['８０％', '80'],
    ['79.99%', '79.99'],
    ['0%', '0'],
    ['100%', '100'],
    ['100.01%', 'outOfRange 0 至 100 之间的数'],
    ['101%', 'outOfRange 0 至 100 之间的数'],
    ['-1%', 'outOfRange 0 至 100 之间的数'],
    ['80百分', 'unreadable'],
    ['80%%', 'unreadable'],
    ['0.8', 'unreadable'],
    ['1', 'unreadable'],
    ['1.01', '1.01'],
    ['0.8%', '0.8'],
    ['1%', '1'],
    ['0', '0'],
    ['80‰', 'unreadable'],
  ])('%s: %s', (text, expected) => {
    expect(read('target.onlineRate.threshold', text)).toBe(expected);
  });
});

describe('小时 and 公里: words that mean the same, decimals allowed', () => {
  test.each([
    ['target.onlineTime.threshold', '4小时', '4'],
    ['target.onlineTime.threshold', '4.5h', '4.5'],
    ['target.onlineTime.threshold', '4 H', '4'],
    ['target.onlineTime.threshold', '168', '168'],
    ['target.onlineTime.threshold', '168.5', 'outOfRange 0 至 168 之间的数'],
    ['target.onlineTime.threshold', '240分钟', 'unreadable'],
    ['target.onlineTime.threshold', '4:00', 'unreadable'],
    ['target.onlineTime.threshold', '4km', 'unreadable'],
    ['target.mileage.threshold', '3公里', '3'],
    ['target.mileage.threshold', '3千米', '3'],
    ['target.mileage.threshold', '2.999KM', '2.999'],
    ['target.mileage.threshold', '１０００公里', '1000'],
    ['target.mileage.threshold', '1001', 'outOfRange 0 至 1000 之间的数'],
    ['target.mileage.threshold', '3000米', 'unreadable'],
    ['target.mileage.threshold', '3里', 'unreadable'],
  ])('%s %s: %s', (key, text, expected) => {
    expect(read(key, text)).toBe(expected);
  });
});

describe('whole numbers of something', () => {
  test.each([
    ['patrol.forfeitRun', '3天', '3'],
    ['patrol.forfeitRun', '3.0', '3'],
    ['patrol.forfeitRun', '2.5', 'outOfRange 1 至 31 之间的整数'],
    ['patrol.forfeitRun', '0', 'outOfRange 1 至 31 之间的整数'],
    ['patrol.forfeitRun', '1', '1'],
    ['patrol.forfeitRun', '31', '31'],
    ['patrol.forfeitRun', '32', 'outOfRange 1 至 31 之间的整数'],
    ['patrol.forfeitRun', '3日', 'unreadable'],
    ['information.base', '20条', '20'],
    ['information.base', '20.5', 'outOfRange 0 至 10000 之间的整数'],
    ['card.red', '2个月', '2'],
    ['card.red', '2月', 'unreadable'],
    ['star.3.upTo', '5名', '5'],
    ['star.weight.track', '20分', '20'],
    ['star.weight.track', '20.5', 'outOfRange 0 至 100 之间的整数'],
  ])('%s %s: %s', (key, text, expected) => {
    expect(read(key, text)).toBe(expected);
  });
});

describe('choices', () => {
  test.each([
    ['patrol.runBasis', '自然日', '自然日'],
    ['patrol.runBasis', ' 自 然　日 ', '自然日'],
    ['patrol.runBasis', '日历日', 'notAChoice'],
    ['patrol.runBasis', '', 'notAChoice'],
    ['star.paidIn', '次季\n首月', '次季首月'],
    ['patrol.runAcrossMonths', '是', '是'],
    ['patrol.runAcrossMonths', '是的', 'notAChoice'],
    ['patrol.runAcrossMonths', 'Y', 'notAChoice'],
    ['target.onlineTime.period', '周', '周'],
    ['target.onlineTime.period', '年', 'notAChoice'],
  ])('%s “%s”: %s', (key, text, expected) => {
    expect(read(key, text)).toBe(expected);
  });
  test('a fault lists them', () => {
    const definition = parameters['target.onlineTime.period'];
    expect(definition && readValue(definition, '年')).toEqual({ fault: 'notAChoice', choices: ['日', '周', '月'] });
  });
});

describe('a range that is open', () => {
  const open = { title: '', unit: '条', value: '0', basis: { interpretation: 'K1' }, moves: [] };
  test.each([
    [{ min: 5 }, '4', 'outOfRange 不小于 5 的整数'],
    [{ min: 5 }, '5', '5'],
    [{ max: 5 }, '5', '5'],
    [{ max: 5 }, '6', 'outOfRange 不大于 5 的整数'],
    [{}, '-6', '-6'],
  ])('%j and %s: %s', (range, text, expected) => {
    const found = readValue({ ...open, ...range }, text);
    expect('value' in found ? found.value : found.fault === 'outOfRange' && `outOfRange ${found.range}`).toBe(expected);
  });
});

test('spaces and widths are nothing', () => {
  expect(tidy('　Ｋ１ ，80％\t')).toBe('K1,80%');
});
