// Values as people type them (手工录入): every spelling beside its near misses, which stay errors.
import { describe, expect, test } from 'vitest';
import { yesNo } from '../../../src/intake/values/booleans.ts';
import { count } from '../../../src/intake/values/counts.ts';
import { moment, month } from '../../../src/intake/values/dates.ts';
import { distance } from '../../../src/intake/values/distances.ts';
import { duration } from '../../../src/intake/values/durations.ts';
import { Fault, type Parser } from '../../../src/intake/values/fault.ts';
import { gridList } from '../../../src/intake/values/grid-lists.ts';
import { bankAccount, code, idNumber, phone } from '../../../src/intake/values/ids.ts';
import { money } from '../../../src/intake/values/money.ts';
import { chineseNumber, chineseYear } from '../../../src/intake/values/numerals.ts';
import { rate } from '../../../src/intake/values/rates.ts';
import { score } from '../../../src/intake/values/scores.ts';
import { nameText } from '../../../src/intake/values/text.ts';
import { fraction } from '../../../src/model/fraction.ts';
import { NOWHERE } from '../../../src/problems/problem.ts';

function read<T>(parser: Parser<T>, typed: string, unit: string | null = null): T | string {
  const value = parser({ column: 0, kind: 'text', text: typed }, { heading: '列', unit, year: 2021 });
  return value instanceof Fault ? value.at(NOWHERE).code : value;
}

const cases = <T>(parser: Parser<T>, table: readonly (readonly [string, unknown, string?])[]) =>
  test.each(table.map(([typed, expected, unit]) => ({ typed, expected, unit })))('$typed $unit', (one) =>
    expect(read(parser, one.typed, one.unit ?? null)).toEqual(one.expected),
  );

const errors = <T>(parser: Parser<T>, codeOf: string, typed: readonly string[]) =>
  test.each(typed)(`%s: ${codeOf}`, (text) => expect(read(parser, text)).toBe(codeOf));

describe('Chinese numerals', () => {
  test.each([
    ['零', 0],
    ['〇', 0],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['一十二', 12],
    ['二十', 20],
    ['廿', 20],
    ['廿三', 23],
    ['卅一', 31],
    ['一百零五', 105],
    ['一百一十二', 112],
    ['两百', 200],
    ['二百', 200],
    ['一千零二十', 1020],
    ['一千零二', 1002],
    ['一千二百', 1200],
    ['两千三百四十五', 2345],
    ['一万', 10_000],
    ['一万零三', 10_003],
    ['一万两千', 12_000],
    ['十二万三千四百五十六', 123_456],
    ['贰拾', 20],
    ['一百二', null],
    ['一千二', null],
    ['一百零十', null],
    ['一百二零', null],
    ['十两', null],
    ['两十', null],
    ['二二', null],
    ['百', null],
    ['十十', null],
    ['零五', null],
    ['几', null],
    ['十几', null],
    ['', null],
  ])('%s', (typed, expected) => expect(chineseNumber(typed)).toBe(expected));
  test('every number below ten thousand is read back from the one way to write it', () => {
    const digits = [...'零一二三四五六七八九'];
    const spelled = (n: number): string =>
      [...String(n)]
        .map((digit, index, all) =>
          digit === '0' ? '零' : `${digits[Number(digit)]}${['', '十', '百', '千'][all.length - 1 - index]}`,
        )
        .join('')
        .replace(/零+/g, '零')
        .replace(/(.)零$/, '$1')
        .replace(/^一十/, '十');
    const wrong = Array.from({ length: 10_000 }, (_, n) => n).filter((n) => chineseNumber(spelled(n)) !== n);
    expect(wrong).toEqual([]);
  });
  test.each([
    ['二〇二一', '2021'],
    ['二○二一', '2021'],
    ['二零二一', '2021'],
    ['二O二一', '2021'],
    ['二0二一', '2021'],
    ['二一', null],
    ['二千零二一', null],
  ])('year %s', (typed, expected) => expect(chineseYear(typed)).toBe(expected));
});

describe('dates and times', () => {
  const day = '2021-07-01';
  const at = (time: string | null) => ({ date: day, time });
  cases(moment, [
    ['七月一日', at(null)],
    ['七月一号', at(null)],
    ['七月廿一日', { date: '2021-07-21', time: null }],
    ['十二月三十一日', { date: '2021-12-31', time: null }],
    ['二〇二一年七月一日', at(null)],
    ['二○二一年七月一日', at(null)],
    ['二O二一年七月一日 9:05', at('09:05:00')],
    ['2021年七月一日', at(null)],
    ['２０２１／７／１', at(null)],
    ['２０２１－０７－０１　０９：０５', at('09:05:00')],
    ['2021—07—01', at(null)],
    ['2021 - 07 - 01', at(null)],
    ["'2021-07-01", at(null)],
    ['’2021-07-01', at(null)],
    ["'20210701", at(null)],
    ['2021/7/1 上午 9:05', at('09:05:00')],
    ['2021/7/1 上午9:05:30', at('09:05:30')],
    ['2021/7/1 下午 3:05', at('15:05:00')],
    ['2021/7/1下午3:05', at('15:05:00')],
    ['2021/7/1 下午 15:05', at('15:05:00')],
    ['2021/7/1 下午 12:05', at('12:05:00')],
    ['2021-07-01 9:05 AM', at('09:05:00')],
    ['2021-07-01 12:05 AM', at('00:05:00')],
    ['2021-07-01 3:05:00 PM', at('15:05:00')],
    ['2021-07-01 12:05 pm', at('12:05:00')],
    ['2021年7月1日9时5分', at('09:05:00')],
    ['2021年7月1日 下午3点半', at('15:30:00')],
    ['2021年7月1日9点整', at('09:00:00')],
    ['7月1日晚上8点', at('20:00:00')],
    ['7月1日中午1:10', at('13:10:00')],
    ['7月1日凌晨2:10', at('02:10:00')],
    ['2021-07-01T09:05:00+08:00', at('09:05:00')],
    ['2021-07-01T09:05:00.123+0800', at('09:05:00')],
    ['2021-07-01 09:05:00 +08', at('09:05:00')],
    ['2021年7月1日星期四', at(null)],
    ['2021-07-01（周四）', at(null)],
    ['2021/7/1 星期四 9:05', at('09:05:00')],
    ['2021-07-01T09:05:00Z', 'timeZoneOther'],
    ['2021-07-01T01:05:00+00:00', 'timeZoneOther'],
    ['2021-07-01T09:05:00-08:00', 'timeZoneOther'],
    ['2021年7月32日', 'dateNotReal'],
    ['七月三十二日', 'dateNotReal'],
  ]);
  errors(moment, 'dateUnreadable', [
    '21-07-01',
    '21/7/1',
    '7-1',
    '7/1',
    '一日',
    '七月初一',
    '七月',
    '约7月1日',
    '2021-07-01至2021-07-03',
    '2021-07-01 上午 13:05',
    '2021-07-01 上午 12:05',
    '2021-07-01 晚上12点',
    '2021-07-01 晚上3:05',
    '2021-07-01 中午8:00',
    '2021-07-01 AM',
    '2021-07-01 9:05 XM',
    '2021-07-01 9点5',
    '2021-07-01 9时60分',
    '2021年7月1日星期五',
    '2021-07-0①',
    '2021-07-1²',
    '20210701093015',
    '2021.7-1',
  ]);
});

describe('months', () => {
  cases(month, [
    ['二〇二一年七月', '2021-07'],
    ['2021年七月', '2021-07'],
    ["'2021-07", '2021-07'],
    ['２０２１年７月', '2021-07'],
    ['七月', 'monthUnreadable'],
    ['21年7月', 'monthUnreadable'],
  ]);
});

describe('durations', () => {
  cases(duration, [
    ['4小时30分', 16200],
    ['4 小时 30 分', 16200],
    ['4时30分', 16200],
    ['4小时半', 16200],
    ['4个半小时', 16200],
    ['两个半小时', 9000],
    ['两小时', 7200],
    ['两个小时', 7200],
    ['四小时三十分', 16200],
    ['四小时零五分', 14700],
    ['十二小时', 43200],
    ['半小时', 1800],
    ['半个小时', 1800],
    ['三十分钟', 1800],
    ['4个钟头', 14400],
    ['4h30m', 16200],
    ['4h 30min', 16200],
    ['4.5 H', 16200],
    ['04:30:00', 16200],
    ['４：３０', 16200],
    ["'4:30", 16200],
    ['1,234分钟', 74040],
    ['1 234 分钟', 74040],
    ['270', { bare: fraction(270) }],
    ['2 70', 'durationUnreadable'],
    ['0.2', 'durationUnreadable', '天'],
    ['0.2小时', 720, '天'],
  ]);
  errors(duration, 'durationUnreadable', [
    '约4小时',
    '4小时左右',
    '4小时多',
    '4小时以上',
    '4小时30',
    '4.5小时半',
    '大概四小时',
    '几小时',
    '四点五小时',
    '半天',
    '4天',
    '4:30h',
    '4-5小时',
    '4.5小时①',
    '一百二分钟',
    '无',
    '-',
    '/',
  ]);
});

describe('distances', () => {
  cases(distance, [
    ['3.2 KM', 3200],
    ['３．２公里', 3200],
    ['3.2㎞', 3200],
    ['3公里200米', 3200],
    ['3,200米', 3200],
    ['3 200 米', 3200],
    ['3 200', 3200, '米'],
    ["'3.2", 3200, '公里'],
    ['3.2', 'distanceUnreadable', '里'],
    ['3.2公里', 3200, '里'],
  ]);
  errors(distance, 'distanceUnreadable', [
    '约3公里',
    '大概3公里',
    '3公里左右',
    '3公里多',
    '3公里以上',
    '3多公里',
    '3余公里',
    '>3公里',
    '3-4公里',
    '3.2里',
    '3.2k',
    '3.2¹',
    '3.2①公里',
    '3 2公里',
    '3.2公里3',
    '三公里',
    '3，2公里',
  ]);
});

describe('counts', () => {
  cases(count, [
    ['１２', 12],
    ['1,234', 1234],
    ['1 234', 1234],
    ['3 200 户', 3200],
    [' 3 次 ', 3],
    ["'3", 3],
    ['二十条', 20],
    ['十二次', 12],
    ['两次', 2],
    ['廿次', 20],
    ['３人次', 3],
    ...[...'条次人户件起处份家个名'].map((unit) => [`12${unit}`, 12] as const),
    ['0次', 0],
  ]);
  errors(count, 'countUnreadable', [
    '约3次',
    '3次以上',
    '3多次',
    '十几次',
    '多次',
    '数次',
    '若干',
    '无',
    '-',
    '3²',
    '③',
    '1 2',
    '12,34',
    '1,23',
    '3.5次',
    '一百二次',
    '二二',
    '3人2次',
    '1+1',
    '次',
  ]);
});

describe('other figures', () => {
  cases(rate, [
    ['97 ％', fraction(97, 100)],
    ["'97%", fraction(97, 100)],
    ['约97%', 'rateUnreadable'],
    ['97%以上', 'rateUnreadable'],
    ['九成七', 'rateUnreadable'],
    ['9 7%', 'rateUnreadable'],
  ]);
  cases(money, [
    ['1 200 元', 120000],
    ["'-50", -5000],
    ['约50元', 'moneyUnreadable'],
    ['50元整', 'moneyUnreadable'],
    ['5 0', 'moneyUnreadable'],
  ]);
  cases(score, [
    ['９５ 分', fraction(95)],
    ['95分以上', 'scoreUnreadable'],
    ['9 5', 'scoreUnreadable'],
  ]);
});

describe('words', () => {
  cases(yesNo(), [
    [' 是　', true],
    ['√ ', true],
    ['✔️', true],
    ['☑', true],
    ['✖', false],
    ['ＴＲＵＥ', true],
    ["'1", true],
    ['不 通 过', false],
    ['基本是', 'wordUnknown'],
    ['是？', 'wordUnknown'],
    ['√×', 'wordUnknown'],
  ]);
});

describe('codes', () => {
  cases(code, [
    ["'0012", '0012'],
    ['‘0012', '0012'],
    ['００１２', '0012'],
    [' 00 12 ', '0012'],
    ['W\u200b001\ufeff', 'W001'],
  ]);
  cases(gridList, [["'G001、G002", ['G001', 'G002']]]);
  cases(phone, [["'138 0000 0000", '13800000000']]);
  cases(idNumber, [["'11010519491231002x", '11010519491231002X']]);
  cases(bankAccount, [["'6222 0212 3456 7890 123", '6222021234567890123']]);
});

describe('names', () => {
  cases(nameText, [
    ['王　芳', '王芳'],
    ['王\u00a0芳', '王芳'],
    ['王\u200d芳\u00ad', '王芳'],
    ['𠮷田', '𠮷田'],
    ['䶮\u3000𫖯', '䶮𫖯'],
    ['\uf9dc', '隆'],
    ['葛\u{e0100}', '葛'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽・买买提', '阿依古丽·买买提'],
    ['阿依古丽∙买买提', '阿依古丽·买买提'],
    ['阿依古丽．买买提', '阿依古丽·买买提'],
    ['Li.Na', 'Li.Na'],
  ]);
});
