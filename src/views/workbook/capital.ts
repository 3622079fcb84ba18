// 大写金额 as cheques and receipts bear it (支付结算办法 附一): 壹仟零伍元叁角整, 人民币 in front is the caller's.
import type { Fen } from '../../model/money.ts';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;

const digit = (value: number): string => DIGITS[value] as string;

/** 1-9999; zeros between digits are one 零, zeros at the end none. */
function groupText(value: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const here = Math.floor(value / 10 ** place) % 10;
    if (here === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${digit(here)}${PLACES[place]}`;
    gap = false;
  }
  return text;
}

/** A 零 stands where a group below the first one lacks its thousands, or a whole group of zeros was passed over. */
function yuanText(yuan: number): string {
  let text = '';
  let gap = false;
  for (let group = GROUPS.length - 1; group >= 0; group--) {
    const value = Math.floor(yuan / 10_000 ** group) % 10_000;
    if (value === 0) {
      gap = text !== '';
      continue;
    }
    const zero = text !== '' && (gap || value < 1000) ? '零' : '';
    // 万亿 before a group of 亿 is only 万: 壹万贰仟亿.
    const unit = group === 3 && Math.floor(yuan / 10_000 ** 2) % 10_000 > 0 ? '万' : GROUPS[group];
    text += `${zero}${groupText(value)}${unit}`;
    gap = false;
  }
  return text;
}

/** Throws a RangeError below zero. */
export function capitalAmount(amount: Fen): string {
  if (amount < 0) throw new RangeError(`no capital amount below zero: ${amount}`);
  if (amount === 0) return '零元整';
  const yuan = Math.floor(amount / 100);
  const [jiao, fen] = [Math.floor(amount / 10) % 10, amount % 10];
  const whole = yuan === 0 ? '' : `${yuanText(yuan)}元`;
  if (jiao === 0 && fen === 0) return `${whole}整`;
  if (fen === 0) return `${whole}${digit(jiao)}角整`;
  const zero = yuan > 0 && jiao === 0 ? '零' : '';
  return `${whole}${zero}${jiao > 0 ? `${digit(jiao)}角` : ''}${digit(fen)}分`;
}
