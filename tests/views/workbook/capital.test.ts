// 大写金额: the rules of 支付结算办法 附一 case by case, and every amount read back by an independent reader.
import { describe, expect, it } from 'vitest';
import { fen } from '../../../src/model/money.ts';
import { capitalAmount } from '../../../src/views/workbook/capital.ts';

const CASES: readonly (readonly [string, number, string])[] = [
  ['zero', 0, '零元整'],
  ['fen only', 1, '壹分'],
  ['jiao only', 50, '伍角整'],
  ['jiao and fen', 36, '叁角陆分'],
  ['one yuan', 100, '壹元整'],
  ['no jiao: 零 before fen', 105, '壹元零伍分'],
  ['jiao: 整 at the end', 120, '壹元贰角整'],
  ['ten', 1000, '壹拾元整'],
  ['eleven', 1100, '壹拾壹元整'],
  ['a hundred and one', 10_100, '壹佰零壹元整'],
  ['a hundred and ten', 11_000, '壹佰壹拾元整'],
  ['a thousand and one', 100_100, '壹仟零壹元整'],
  ['a thousand and ten', 101_000, '壹仟零壹拾元整'],
  ['a thousand and one hundred', 110_000, '壹仟壹佰元整'],
  ['the text’s example 1409.50', 140_950, '壹仟肆佰零玖元伍角整'],
  ['the text’s example 6007.14', 600_714, '陆仟零柒元壹角肆分'],
  ['the text’s example 1680.32', 168_032, '壹仟陆佰捌拾元叁角贰分'],
  ['the text’s example 107000.53', 10_700_053, '壹拾万柒仟元伍角叁分'],
  ['the text’s example 16409.02', 1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  ['the text’s example 325.04', 32_504, '叁佰贰拾伍元零肆分'],
  ['ten thousand', 1_000_000, '壹万元整'],
  ['ten thousand and one', 1_000_100, '壹万零壹元整'],
  ['ten thousand and a hundred', 1_010_000, '壹万零壹佰元整'],
  ['ten thousand and a thousand', 1_100_000, '壹万壹仟元整'],
  ['a million and one', 100_000_100, '壹佰万零壹元整'],
  ['a hundred million', 10_000_000_000, '壹亿元整'],
  ['a hundred million and one', 10_000_000_100, '壹亿零壹元整'],
  ['a hundred million and five thousand', 10_000_500_000, '壹亿零伍仟元整'],
  ['a hundred million and ten thousand', 10_001_000_000, '壹亿零壹万元整'],
  ['a hundred million and ten million', 11_000_000_000, '壹亿壹仟万元整'],
  ['9999999999.99', 999_999_999_999, '玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ['a pay sheet', 4_675_150, '肆万陆仟柒佰伍拾壹元伍角整'],
];

/** Reads a capital amount back digit by digit. */
function fenOf(text: string): number {
  let [total, section, pending] = [0, 0, 0];
  for (const character of text) {
    const digit = '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
    if (digit >= 0) pending = digit;
    else if ('拾佰仟'.includes(character)) {
      section += pending * { 拾: 10, 佰: 100, 仟: 1000 }[character as '拾'];
      pending = 0;
    } else if ('万亿元'.includes(character)) {
      total += (section + pending) * { 万: 10_000, 亿: 100_000_000, 元: 1 }[character as '万'] * 100;
      section = 0;
      pending = 0;
    } else if ('角分'.includes(character)) {
      total += pending * { 角: 10, 分: 1 }[character as '角'];
      pending = 0;
    }
  }
  return total;
}

const WELL_FORMED = /^(?!.*零零)(?!.*零[拾佰仟万亿角]).+(整|分)$/;

describe('大写金额', () => {
  it.each(CASES)('%s', (_, amount, text) => {
    expect(capitalAmount(fen(amount))).toBe(text);
  });

  it('every amount up to 1000 yuan, and every pattern of zeros up to 9999999999.99, reads back', () => {
    const wrong: string[] = [];
    const check = (amount: number): void => {
      const text = capitalAmount(fen(amount));
      const shaped = WELL_FORMED.test(text) && (amount === 0 || !text.startsWith('零'));
      if (fenOf(text) !== amount || !shaped) wrong.push(`${amount}: ${text}`);
    };
    for (let amount = 0; amount <= 100_000; amount++) check(amount);
    for (let mask = 1; mask < 2 ** 12; mask++) {
      const digits = Array.from({ length: 12 }, (_, at) => ((mask >> at) & 1 ? 1 + ((at * 7 + mask) % 9) : 0));
      check(Number(digits.join('')));
    }
    expect(wrong).toEqual([]);
  });

  it('refuses amounts below zero', () => {
    expect(() => capitalAmount(fen(-1))).toThrow(RangeError);
  });
});
