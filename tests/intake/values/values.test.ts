// Each value parser at its edges (单元格的读法, spec 3).
import { describe, expect, test } from 'vitest';
import { effectiveness, yesNo } from '../../../src/intake/values/booleans.ts';
import { isIdNumber, passesLuhn } from '../../../src/intake/values/check-digits.ts';
import { count } from '../../../src/intake/values/counts.ts';
import { date, moment, month } from '../../../src/intake/values/dates.ts';
import { distance, inferDistanceUnit } from '../../../src/intake/values/distances.ts';
import { duration, inferDurationUnit } from '../../../src/intake/values/durations.ts';
import { Fault, type Parser, type ValueCell } from '../../../src/intake/values/fault.ts';
import { gridList } from '../../../src/intake/values/grid-lists.ts';
import { bankAccount, code, idNumber, phone } from '../../../src/intake/values/ids.ts';
import { money } from '../../../src/intake/values/money.ts';
import { numberOfCell, numberOfText } from '../../../src/intake/values/number.ts';
import { rate } from '../../../src/intake/values/rates.ts';
import { score } from '../../../src/intake/values/scores.ts';
import { addDays } from '../../../src/intake/values/serial.ts';
import { nameText, text } from '../../../src/intake/values/text.ts';
import type { CivilDate } from '../../../src/model/civil.ts';
import { fraction } from '../../../src/model/fraction.ts';
import { NOWHERE } from '../../../src/problems/problem.ts';
import { type CellSpec, num } from '../book.ts';

function read<T>(parser: Parser<T>, spec: CellSpec, unit: string | null = null): T | string {
  const cell =
    typeof spec === 'string'
      ? { column: 0, kind: 'text', text: spec }
      : typeof spec === 'number'
        ? { column: 0, kind: 'number', raw: String(spec), format: 'plain' }
        : typeof spec === 'boolean'
          ? { column: 0, kind: 'boolean', value: spec }
          : { column: 0, ...spec };
  const value = parser(cell as ValueCell, { heading: '列', unit, year: 2021 });
  return value instanceof Fault ? value.at(NOWHERE).code : value;
}

const cases = <T>(parser: Parser<T>, table: readonly (readonly [CellSpec, unknown, string?])[]) =>
  test.each(table.map((row) => [JSON.stringify(row[0]), ...row] as const))('%s', (_, spec, expected, unit) => {
    expect(read(parser, spec, unit ?? null)).toEqual(expected);
  });

describe('numbers of cells: 15 significant digits', () => {
  test.each([
    ['0.28999999999999998', fraction(29, 100)],
    ['0.97999999999999998', fraction(98, 100)],
    ['123456789012345', fraction(123456789012345n)],
    ['1234567890123456', fraction(1234567890123460n)],
    ['4.13E+17', fraction(413000000000000000n)],
    ['-1.1000000000000001', fraction(-11, 10)],
    ['9.9999999999999995E-2', fraction(1, 10)],
    ['1E-3', fraction(1, 1000)],
    ['abc', null],
  ])('%s', (raw, expected) => expect(numberOfCell(raw)).toEqual(expected));
  test.each([
    ['3,200.5', fraction(64010, 20)],
    ['3,20', null],
    ['1E3', null],
    ['.5', fraction(1, 2)],
    ['+2', fraction(2)],
    ['', null],
    ['.', null],
  ])('text %s', (typed, expected) => expect(numberOfText(typed)).toEqual(expected));
});

describe('dates and moments', () => {
  const day = '2021-07-01';
  cases(moment, [
    ['2021-07-01', { date: day, time: null }],
    ['2021/7/1', { date: day, time: null }],
    ['2021.7.1', { date: day, time: null }],
    ['2021年7月1日', { date: day, time: null }],
    ['2021 年 7 月 1 日', { date: day, time: null }],
    ['20210701', { date: day, time: null }],
    ['７月１日', { date: day, time: null }],
    ['7月1日 8:05', { date: day, time: '08:05:00' }],
    ['2021-07-01 00:00', { date: day, time: '00:00:00' }],
    ['2021-07-01T08:30:15', { date: day, time: '08:30:15' }],
    ['2021年7月1日8时30分', { date: day, time: '08:30:00' }],
    ['20210701 23:59:59', { date: day, time: '23:59:59' }],
    ['2021-07-01 24:00', { date: '2021-07-01', time: '24:00:00' }],
    ['2021-07-01 8:3', 'dateUnreadable'],
    ['2021-7/1', 'dateUnreadable'],
    ['21-07-01', 'dateUnreadable'],
    ['2021-07', 'dateUnreadable'],
    ['昨天', 'dateUnreadable'],
    ['2021-02-30', 'dateNotReal'],
    ['20210230', 'dateNotReal'],
    ['2月29日', 'dateNotReal'],
    ['2021-13-01', 'dateNotReal'],
    [num('44378', 'date'), { date: day, time: null }],
    [num('44378.354166666664', 'date'), { date: day, time: '08:30:00' }],
    [num('44378.999999999', 'date'), { date: '2021-07-02', time: null }],
    [num('44377.999988426', 'date'), { date: '2021-06-30', time: '23:59:59' }],
    [num('42916', 'date1904'), { date: day, time: null }],
    [num('60', 'date'), 'dateNotReal'],
    [num('61', 'date'), { date: '1900-03-01', time: null }],
    [num('59', 'date'), { date: '1900-02-28', time: null }],
    [num('-1', 'date'), 'dateNotReal'],
    [num('20210701'), { date: day, time: null }],
    [num('44378'), 'dateUnreadable'],
    [num('0.5', 'time'), 'dateUnreadable'],
    [true, 'dateUnreadable'],
  ]);
  test('a day drops the time', () => expect(read(date, '2021-07-01 08:30')).toBe(day));
  test('days are counted over months, leap days and years', () => {
    expect(addDays('2021-07-01' as CivilDate, -30)).toBe('2021-06-01');
    expect(addDays('2020-03-01' as CivilDate, -1)).toBe('2020-02-29');
    expect(addDays('2020-12-31' as CivilDate, 1)).toBe('2021-01-01');
  });
});

describe('months', () => {
  cases(month, [
    ['2021-07', '2021-07'],
    ['2021年7月', '2021-07'],
    ['2021/7', '2021-07'],
    ['2021.10', '2021-10'],
    ['2021-07-15', '2021-07'],
    [num('202107'), '2021-07'],
    [num('44378', 'date'), '2021-07'],
    [num('2021.1'), 'monthUnreadable'],
    ['2021-13', 'monthUnreadable'],
    ['七月', 'monthUnreadable'],
  ]);
});

describe('durations in seconds', () => {
  cases(duration, [
    ['4:30', 16200],
    ['4：30：15', 16215],
    ['26:00', 93600],
    ['4:60', 'durationUnreadable'],
    ['4小时30分', 16200],
    ['4小时30分钟', 16200],
    ['4个小时', 14400],
    ['4.5小时', 16200],
    ['4.5h', 16200],
    ['270分钟', 16200],
    ['270min', 16200],
    ['90秒', 90],
    ['0.0001小时', 0],
    ['0.00014小时', 1],
    [num('0.16666666666666666', 'time'), 14400],
    [num('0.1666608797', 'time'), 14400],
    [num('0.16665', 'time'), 14399],
    [num('-0.1', 'time'), 'valueNegative'],
    [num('1.5', 'time'), 129600],
    [num('4.5'), { bare: fraction(9, 2) }],
    ['270', { bare: fraction(270) }],
    ['270', 16200, '分钟'],
    [num('4.5'), 16200, '小时'],
    [num('4.5'), 16200, 'h'],
    [num('16200'), 16200, '秒'],
    ['4:30', 16200, '分钟'],
    [num('0.16666666666666666', 'time'), 14400, '分钟'],
    [num('-1'), 'valueNegative', '小时'],
    ['-1', 'valueNegative'],
    ['很久', 'durationUnreadable'],
    [num('44378', 'date'), 'durationUnreadable'],
    [num('0.5', 'percent'), 'durationUnreadable'],
    [true, 'durationUnreadable'],
  ]);
  test.each([
    [fraction(24), 'hours'],
    [fraction(2401, 100), 'minutes'],
    [fraction(1440), 'minutes'],
    [fraction(1441), null],
  ])('the unit of bare numbers up to %o', (largest, unit) => expect(inferDurationUnit(largest)).toBe(unit));
});

describe('distances in metres', () => {
  cases(distance, [
    ['3.2公里', 3200],
    ['3200米', 3200],
    ['3.2KM', 3200],
    ['3200 m', 3200],
    ['2.9995千米', 3000],
    ['2.9994千米', 2999],
    [num('3.2'), { bare: fraction(16, 5) }],
    [num('3.2'), 3200, 'km'],
    [num('3200'), 3200, '米'],
    ['3.2公里', 3200, '米'],
    ['-3公里', 'valueNegative'],
    [num('-0.1'), 'valueNegative'],
    ['三公里', 'distanceUnreadable'],
    [num('0.5', 'percent'), 'distanceUnreadable'],
  ]);
  test.each([
    [fraction(100), 'kilometres'],
    [fraction(10001, 100), 'metres'],
  ])('the unit of bare numbers up to %o', (largest, unit) => expect(inferDistanceUnit(largest)).toBe(unit));
});

describe('rates as fractions of 1', () => {
  cases(rate, [
    ['97%', fraction(97, 100)],
    ['９７．５％', fraction(975, 1000)],
    [num('0.97999999999999998', 'percent'), fraction(98, 100)],
    [num('1', 'percent'), fraction(1)],
    [num('1.01', 'percent'), 'rateAboveOne'],
    ['100.1%', 'rateAboveOne'],
    ['-1%', 'valueNegative'],
    [num('97'), { bare: fraction(97) }],
    [num('97'), fraction(97, 100), '%'],
    [num('0.97', 'percent'), fraction(97, 100), '%'],
    [num('100.5'), 'rateAboveOne', '%'],
    ['良好', 'rateUnreadable'],
    [num('0.5', 'time'), 'rateUnreadable'],
  ]);
});

describe('counts', () => {
  cases(count, [
    ['3', 3],
    ['3次', 3],
    ['3.0', 3],
    ['1,200', 1200],
    [num('2.0'), 2],
    [num('1.5'), 'countUnreadable'],
    [num('-1'), 'valueNegative'],
    ['多次', 'countUnreadable'],
    [num('0.5', 'percent'), 'countUnreadable'],
    [false, 'countUnreadable'],
  ]);
});

describe('money in fen', () => {
  cases(money, [
    ['12.50', 1250],
    ['-12.5元', -1250],
    ['￥1,200', 120000],
    ['-¥50', -5000],
    [num('0.30000000000000004'), 30],
    [num('-0'), 0],
    [num('1.005'), 'moneyPartsOfFen'],
    ['12.505', 'moneyPartsOfFen'],
    ['十元', 'moneyUnreadable'],
    [num('1.2'), 1200000, '万元'],
    [num('100'), 10000, '元'],
    [num('100'), 'moneyUnreadable', '美元'],
    [num('0.5', 'percent'), 'moneyUnreadable'],
    [num('1E12'), 'moneyUnreadable'],
  ]);
});

describe('marks', () => {
  cases(score, [
    ['95分', fraction(95)],
    [num('0'), fraction(0)],
    [num('100'), fraction(100)],
    [num('100.01'), 'scoreUnreadable'],
    [num('-1'), 'scoreUnreadable'],
    ['优', 'scoreUnreadable'],
  ]);
});

describe('yes and no', () => {
  cases(yesNo(['漏报'], ['未漏报']), [
    ...['是', '√', '✓', '有效', '有', 'y', 'Ｙ', '1', 'true', '通过', '漏报'].map((word) => [word, true] as const),
    ...['否', '×', '无效', '无', 'n', '0', 'False', '不通过', '未漏报'].map((word) => [word, false] as const),
    [true, true],
    [false, false],
    [num('1.0'), true],
    [num('0'), false],
    [num('2'), 'wordUnknown'],
    ['也许', 'wordUnknown'],
    ['待审核', 'wordUnknown'],
  ]);
  cases(effectiveness, [
    ['待审核', 'pending'],
    ['有效', true],
    ['待定', 'wordUnknown'],
  ]);
});

describe('text and names', () => {
  test('full width, inner spaces, middle dots', () => {
    expect(read(nameText, ' 王　芳\u200b ')).toBe('王芳');
    expect(read(nameText, '阿依古丽・买买提')).toBe('阿依古丽·买买提');
    expect(read(text, '  ＡＢ（１） 二 ')).toBe('AB(1) 二');
    expect(read(text, num('0.80000000000000004', 'percent'))).toBe('80%');
    expect(read(text, num('0.16666666666666666', 'time'))).toBe('4:00:00');
    expect(read(text, num('44378.5', 'date'))).toBe('2021-07-01 12:00:00');
  });
});

describe('codes', () => {
  cases(code, [
    ['Ｗ００１', 'W001'],
    ['0012', '0012'],
    [num('1001'), '1001'],
    [num('1001.0'), '1001'],
    [num('1001.5'), 'codeUnreadable'],
    [num('1234567890123456'), 'codeUnreadable'],
    [num('1E3'), 'codeUnreadable'],
    [num('44378', 'date'), 'codeUnreadable'],
    [true, 'codeUnreadable'],
  ]);
  cases(gridList, [
    ['G001、G002，G003,G004；G005;G006 G007', ['G001', 'G002', 'G003', 'G004', 'G005', 'G006', 'G007']],
    ['G001、G001', ['G001']],
    [num('330683001'), ['330683001']],
  ]);
  cases(idNumber, [
    ['11010519491231002x', '11010519491231002X'],
    ['110105194912310000', 'numberWrecked'],
    [num('110105194912310000'), 'numberWrecked'],
    [num('1.10105194912310E+17'), 'numberWrecked'],
    ['4.13E+17', 'numberWrecked'],
    [num('110105491231002'), '110105491231002'],
  ]);
  cases(bankAccount, [
    ['6222 0212 3456 7890 123', '6222021234567890123'],
    ['6222021234567890000', '6222021234567890000'],
    [num('6222021234567890000'), 'numberWrecked'],
    ['6222021234567860', '6222021234567860'],
    ['6222021234567890', '6222021234567890'],
    ['6222021234567800', '6222021234567800'],
    [num('622202123456789'), '622202123456789'],
  ]);
  cases(phone, [
    ['138-0000-0000', '13800000000'],
    [num('13800000000'), '13800000000'],
  ]);
  test('check digits', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('110105194912310021')).toBe(false);
    expect(passesLuhn('79927398713')).toBe(true);
    expect(passesLuhn('79927398710')).toBe(false);
  });
});
